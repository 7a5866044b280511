"""One page a concept, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.site.frame import url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.site.frame import Frame


def render(frame: Frame) -> Iterator[tuple[str, str]]:
    """`concepts/index.html` and `concepts/<id>.html`."""
    nodes = frame.kb.concepts
    yield "concepts/index.html", frame.page("concepts.html", "concepts/index.html", nodes=nodes.values())
    for node in nodes.values():
        page = url("concept", node.id)
        yield page, frame.page("concept.html", page, node=node, shown=frame.dossier(node.id))
