"""YAML files to a KnowledgeBase, with every fault met on the way."""
