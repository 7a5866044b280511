"""YAML files to a KnowledgeBase, with every fault met on the way."""

from evidencekb.store.history import history
from evidencekb.store.load import find_root, load, uncollected
from evidencekb.store.publish import publication
from evidencekb.store.revision import restore
from evidencekb.store.schema import schema_text
from evidencekb.store.write import write_file

__all__ = ["find_root", "history", "load", "publication", "restore", "schema_text", "uncollected", "write_file"]
