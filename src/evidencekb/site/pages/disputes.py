"""One page a dispute, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.site.frame import url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.site.frame import Frame


def render(frame: Frame) -> Iterator[tuple[str, str]]:
    """`disputes/index.html` and `disputes/<id>.html`."""
    nodes = frame.kb.disputes
    yield "disputes/index.html", frame.page("disputes.html", "disputes/index.html", nodes=nodes.values())
    for node in nodes.values():
        page = url("dispute", node.id)
        yield page, frame.page("dispute.html", page, node=node, shown=frame.dossier(node.id))
