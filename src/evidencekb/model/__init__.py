"""The hub: frozen types that every other package knows."""
