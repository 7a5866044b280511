"""The verbs, a few lines each: where the spokes meet."""
