"""One page a dispute, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.site.frame import Leaf, url
from evidencekb.site.paging import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.site.frame import Frame


def lists(frame: Frame) -> Iterator[Leaf]:
    """`disputes/index.html` and its further pages."""
    nodes = [(node.id, node.status, node.title, node.resolution) for node in frame.kb.disputes.values()]
    for path, part, pager in cut("disputes/index", nodes):
        yield Leaf(path, {"nodes": part, "pager": pager})


def page(frame: Frame, name: str) -> str:
    """`disputes/<id>.html`."""
    node = frame.kb.disputes[name]
    return frame.page("dispute.html", url("dispute", name), of=("dispute", name), node=node, shown=frame.dossier(name))
