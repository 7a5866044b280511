"""A Document and a KnowledgeBase to assertions with verdicts."""
