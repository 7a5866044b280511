"""YAML files to a KnowledgeBase, with every fault met on the way.

What a command does not use of it is not loaded: start-up counts.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from evidencekb.store.changelog import history, latest
    from evidencekb.store.faults import UNREAD, unread
    from evidencekb.store.kept_figures import KeptFigures
    from evidencekb.store.layout import SETTINGS, find_root
    from evidencekb.store.loading import load, uncollected
    from evidencekb.store.memory import Memory, Shelf
    from evidencekb.store.own_files import overrides
    from evidencekb.store.parts import Parts
    from evidencekb.store.publish import Publication, publication
    from evidencekb.store.recalling import recall
    from evidencekb.store.revision import restore
    from evidencekb.store.schema import schema_text
    from evidencekb.store.write import write_file

__all__ = [
    "SETTINGS",
    "UNREAD",
    "KeptFigures",
    "Memory",
    "Parts",
    "Publication",
    "Shelf",
    "find_root",
    "history",
    "latest",
    "load",
    "overrides",
    "publication",
    "recall",
    "restore",
    "schema_text",
    "uncollected",
    "unread",
    "write_file",
]
_WHERE: Final = {
    "changelog": ("history", "latest"),
    "faults": ("UNREAD", "unread"),
    "kept_figures": ("KeptFigures",),
    "layout": ("SETTINGS", "find_root"),
    "loading": ("load", "uncollected"),
    "memory": ("Memory", "Shelf"),
    "own_files": ("overrides",),
    "parts": ("Parts",),
    "publish": ("Publication", "publication"),
    "recalling": ("recall",),
    "revision": ("restore",),
    "schema": ("schema_text",),
    "write": ("write_file",),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever is asked for (PEP 562)
    """Load the module that a name is in."""
    for module, names in _WHERE.items():
        if name in names:
            return getattr(import_module(f"evidencekb.store.{module}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
