"""One exporter a format: a KnowledgeBase to bytes."""
