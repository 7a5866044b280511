"""One reporter a format: a report to bytes."""
