"""One page a source, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from evidencekb.reason import drift
from evidencekb.reason.bibliography import registers
from evidencekb.reason.names import citation
from evidencekb.site.frame import Leaf, url
from evidencekb.site.lists import Listing, listing
from evidencekb.site.paging import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.dossier import Dossier, EvidenceRow
    from evidencekb.model.nodes import Source
    from evidencekb.reason.drift import Reversal
    from evidencekb.site.frame import Frame

TIERS: Final = {
    "primary": "A study that reports its own data.",
    "synthesis": "A review that gathers studies by a stated method, or a guideline.",
    "secondary": "A narrative review or a fact sheet: it reports what others found.",
    "lay": "An article for the public.",
    "preclinical": "Work in animals or cells: it does not show what happens in people.",
}
SEEN: Final = {
    "full-text": "The editors read the full text.",
    "abstract": "The editors read the abstract, not the full text.",
    "title": "The editors saw no more than the title.",
    "secondhand": "The editors did not see it; what stands here is what other sources say of it.",
}
_STANCES: Final = ("supports", "qualifies", "contradicts")
"""In the order of the page."""


class Said(NamedTuple):
    """What a source says of claims with one stance: how many claims, and the passages."""

    heading: str
    claims: int
    passages: Listing[EvidenceRow]


def lists(frame: Frame) -> Iterator[Leaf]:
    """`sources/index.html` and its further pages."""
    nodes = [(citation(node), node.id, node.tier, node.title, node.status) for node in frame.kb.sources.values()]
    nodes.sort(key=lambda node: (node[0].casefold(), node[1]))
    for path, part, pager in cut("sources/index", nodes):
        yield Leaf(path, {"nodes": part, "pager": pager, "total": len(nodes)})


def pages(frame: Frame, name: str) -> Iterator[tuple[str, str]]:
    """`sources/<id>.html`, and where that cannot hold all passages, further pages with them."""
    nodes = frame.kb.sources
    node = nodes[name]
    shown = frame.dossier(name)
    stances = _by_stance(shown)
    page = frame.page(
        "source.html",
        url("source", name),
        of=("source", name),
        node=node,
        shown=shown,
        reference=frame.cells.get("reference", name),
        registers=registers(node),
        tier=TIERS.get(node.tier, ""),
        seen=SEEN.get(node.seen_as, ""),
        stances=stances,
        every=f"{_base(name)}.html",
        users=listing(link for link in shown.used_by if link.kind != "claim"),
        reversals=[
            (found, citation(nodes[found.source]), citation(nodes[found.study])) for found in _reversals(frame, node)
        ],
    )
    yield url("source", name), page
    if any(said.passages.rest for said in stances):
        yield from _passages(frame, name, shown)


def _passages(frame: Frame, name: str, shown: Dossier) -> Iterator[tuple[str, str]]:
    """`sources/<id>_passages.html`, `<id>_passages-2.html` …."""
    rows = [row for stance in _STANCES for row in shown.evidence if row.stance == stance]
    title = frame.kb.sources[name].title or name
    claims = len({row.claim for row in rows})
    for path, part, pager in cut(_base(name), rows):
        values: dict[str, Any] = {"title": title, "back": url("source", name), "total": len(rows), "claims": claims}
        yield path, frame.page("passages.html", path, rows=part, pager=pager, **values)


def _base(name: str) -> str:
    """Path of the first page of passages without its ending; no id has an underscore: nothing else lies there."""
    return url("source", name).removesuffix(".html") + "_passages"


def _by_stance(shown: Dossier) -> list[Said]:
    """What the source says of claims."""
    found = []
    for stance in _STANCES:
        rows = [row for row in shown.evidence if row.stance == stance]
        if rows:
            found.append(Said(stance.capitalize(), len({row.claim for row in rows}), listing(rows)))
    return found


def _reversals(frame: Frame, node: Source) -> list[Reversal]:
    """Where the source reports a study that it names the wrong way round, or is so reported itself."""
    claims = dict.fromkeys(claim.id for claim, _, _ in frame.kb.evidence_of.get(node.id, ()))
    every = (found for name in claims for found in drift.reversals(frame.kb, frame.kb.claims[name]))
    return [found for found in every if node.id in {found.source, found.study}]
