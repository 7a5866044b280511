"""One page a source, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.reason.references import reference
from evidencekb.site.frame import url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.site.frame import Frame


def render(frame: Frame) -> Iterator[tuple[str, str]]:
    """`sources/index.html` and `sources/<id>.html`."""
    nodes = frame.kb.sources
    yield "sources/index.html", frame.page("sources.html", "sources/index.html", nodes=nodes.values())
    for node in nodes.values():
        page = url("source", node.id)
        yield (
            page,
            frame.page("source.html", page, node=node, shown=frame.dossier(node.id), reference=reference(node)),
        )
