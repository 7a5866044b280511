"""Pure algorithms over the claim graph."""
