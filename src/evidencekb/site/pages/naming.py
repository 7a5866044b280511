"""Every claim that names a concept, where the page of the concept cannot hold them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.site.frame import url
from evidencekb.site.lists import MOST
from evidencekb.site.paging import cut

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from evidencekb.site.frame import Frame


def base(name: str) -> str:
    """Path of the first page without its ending; no id has an underscore, so that nothing else lies there."""
    return url("concept", name).removesuffix(".html") + "_claims"


def render(frame: Frame, name: str, roles: Collection[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """`concepts/<id>_claims.html`, `<id>_claims-2.html` …; none where the concept's own page is enough.

    `roles` are the claims that name the concept, apart for each role that they give it.
    """
    if max(map(len, roles), default=0) <= MOST:
        return
    claims = tuple(sorted({claim for role in roles for claim in role}))
    title = frame.kb.concepts[name].label or name
    for path, part, pager in cut(base(name), claims):
        rows = [frame.row(claim) for claim in part]
        page = frame.page(
            "naming.html", path, title=title, back=url("concept", name), total=len(claims), rows=rows, pager=pager
        )
        yield path, page
