"""evidencekb: claims with their sources, checked claim bases, checked drafts, and a site that explains them."""

__version__ = "0.1.0"
