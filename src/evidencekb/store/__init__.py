"""YAML files to a KnowledgeBase, with every fault met on the way."""

from evidencekb.store.history import history, latest
from evidencekb.store.load import find_root, load, uncollected
from evidencekb.store.memory import Memory
from evidencekb.store.publish import Publication, publication
from evidencekb.store.recall import recall
from evidencekb.store.revision import restore
from evidencekb.store.schema import schema_text
from evidencekb.store.write import write_file

__all__ = [
    "Memory",
    "Publication",
    "find_root",
    "history",
    "latest",
    "load",
    "publication",
    "recall",
    "restore",
    "schema_text",
    "uncollected",
    "write_file",
]
