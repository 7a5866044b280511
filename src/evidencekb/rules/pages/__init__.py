"""Rules about the explainers of the site."""
