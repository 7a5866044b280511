"""A KnowledgeBase and its explainers to {path: bytes}: a site that works from a server and from a folder."""

from evidencekb.site.build import build

__all__ = ["build"]
