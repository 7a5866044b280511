"""Every claim that names a concept, or rests on a source, where the page of that one cannot hold them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.links import ROLES, in_role
from evidencekb.site.frame import url
from evidencekb.site.lists import MOST
from evidencekb.site.paging import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.site.frame import Frame


def claims_of(frame: Frame, kind: str, name: str) -> tuple[str, ...]:
    """Ids of the claims that name a concept, or have evidence from a source, each once."""
    if kind == "source":
        return frame.kb.linked("evidence", name)
    return tuple(sorted({claim for role in ROLES for claim in frame.kb.linked("role", in_role(name, role))}))


def base(kind: str, name: str) -> str:
    """Path of the first page without its ending; no id has an underscore, so that nothing else lies there."""
    return url(kind, name).removesuffix(".html") + "_claims"


def render(frame: Frame, kind: str, name: str) -> Iterator[tuple[str, str]]:
    """`<folder>/<id>_claims.html`, `<id>_claims-2.html` …; none where the node's own page is enough."""
    claims = claims_of(frame, kind, name)
    if len(claims) <= MOST:
        return
    node = frame.kb.nodes[kind][name]
    title = (node.title if kind == "source" else node.label) or name
    for path, part, pager in cut(base(kind, name), claims):
        rows = [frame.row(claim) for claim in part]
        yield (
            path,
            frame.page(
                "naming.html", path, title=title, back=url(kind, name), total=len(claims), rows=rows, pager=pager
            ),
        )
