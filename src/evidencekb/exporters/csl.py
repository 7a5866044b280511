"""The sources as CSL-JSON, which reference managers read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.exporters._encoding import compact
from evidencekb.reason import bibliography

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.standing import Standing


def render(kb: KnowledgeBase, _standings: Mapping[str, Standing]) -> bytes:
    """The document `sources.csl.json`: a list, one source a line."""
    items = ",\n".join(compact(bibliography.csl(source)) for source in kb.sources.values())
    return f"[\n{items}\n]\n".encode()
