"""A KnowledgeBase and its pages to {path: bytes}."""
