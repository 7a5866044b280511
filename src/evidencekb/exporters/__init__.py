"""One exporter a format: a KnowledgeBase to bytes."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Final

from evidencekb.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.standing import Standing

__all__ = ["FORMATS", "render", "tree"]

FORMATS: Final = tuple(sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_")))
"""The formats: the modules of this folder."""


def render(kb: KnowledgeBase, standings: Mapping[str, Standing], format: str) -> bytes:  # noqa: A002
    """Give the claim base in one of FORMATS, UTF-8; the same claim base always gives the same bytes.

    Raises UsageError.
    """
    if format not in FORMATS:
        message = f"unknown format {format!r}; formats: {', '.join(FORMATS)}"
        raise UsageError(message)
    rendered: bytes = import_module(f"{__name__}.{format}").render(kb, standings)
    return rendered


def tree() -> ModuleType:
    """What makes the files that a site offers to machines."""
    return import_module(f"{__name__}._tree")  # it imports every exporter: only a build needs them all
