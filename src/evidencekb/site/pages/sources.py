"""One page a source, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.reason import drift
from evidencekb.reason.bibliography import registers
from evidencekb.reason.names import citation
from evidencekb.reason.references import reference
from evidencekb.site.frame import Leaf, url
from evidencekb.site.lists import Listing, listing
from evidencekb.site.pages import naming
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
_STANCES: Final = {
    "supports": "Claims that it supports",
    "qualifies": "Claims that it qualifies",
    "contradicts": "Claims that it contradicts",
}


def lists(frame: Frame) -> Iterator[Leaf]:
    """`sources/index.html` and its further pages."""
    nodes = [(citation(node), node.id, node.tier, node.title, node.status) for node in frame.kb.sources.values()]
    nodes.sort(key=lambda node: (node[0].casefold(), node[1]))
    for path, part, pager in cut("sources/index", nodes):
        yield Leaf(path, {"nodes": part, "pager": pager, "total": len(nodes)})


def page(frame: Frame, name: str) -> str:
    """`sources/<id>.html`."""
    nodes = frame.kb.sources
    node = nodes[name]
    shown = frame.dossier(name)
    return frame.page(
        "source.html",
        url("source", name),
        of=("source", name),
        node=node,
        shown=shown,
        reference=reference(node),
        registers=registers(node),
        tier=TIERS.get(node.tier, ""),
        seen=SEEN.get(node.seen_as, ""),
        stances=_by_stance(shown),
        every=f"{naming.base('source', name)}.html",
        users=listing(link for link in shown.used_by if link.kind != "claim"),
        reversals=[
            (found, citation(nodes[found.source]), citation(nodes[found.study])) for found in _reversals(frame, node)
        ],
    )


def _by_stance(shown: Dossier) -> dict[str, Listing[EvidenceRow]]:
    """Heading to what the source says of claims, in the order of the headings."""
    found = {}
    for stance, heading in _STANCES.items():
        rows = listing(row for row in shown.evidence if row.stance == stance)
        if rows.total:
            found[heading] = rows
    return found


def _reversals(frame: Frame, node: Source) -> list[Reversal]:
    """Where the source reports a study that it names the wrong way round, or is so reported itself."""
    claims = dict.fromkeys(claim.id for claim, _, _ in frame.kb.evidence_of.get(node.id, ()))
    every = (found for name in claims for found in drift.reversals(frame.kb, frame.kb.claims[name]))
    return [found for found in every if node.id in {found.source, found.study}]
