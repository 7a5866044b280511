"""One page a claim, and the list of all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from evidencekb.reason.bibliography import cite
from evidencekb.site.around import around
from evidencekb.site.frame import STANDINGS, url
from evidencekb.site.pictures import comparison, evidence
from evidencekb.site.pictures.standing import bar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.nodes import Claim
    from evidencekb.site.frame import Frame


def render(frame: Frame) -> Iterator[tuple[str, str]]:
    """`claims/index.html`, grouped by topic (the claim's folder), and `claims/<id>.html`."""
    groups: dict[str, list[Claim]] = {}
    for claim in frame.kb.claims.values():
        groups.setdefault(claim.path.split("/")[1], []).append(claim)
    order = list(STANDINGS)
    for claims in groups.values():
        claims.sort(key=lambda claim: (order.index(frame.standing(claim.id)), claim.id))
    topics = dict(sorted(groups.items()))
    levels = {claim: frame.standing(claim) for claim in frame.kb.claims}
    bars = {
        topic: bar(Counter(levels[claim.id] for claim in claims), f"bar-{topic}", f"How the claims on {topic} stand")
        for topic, claims in topics.items()
    }
    yield "claims/index.html", frame.page("claims.html", "claims/index.html", topics=topics, levels=levels, bars=bars)
    for claim in frame.kb.claims.values():
        page = url("claim", claim.id)
        shown = frame.dossier(claim.id)
        yield (
            page,
            frame.page(
                "claim.html",
                page,
                claim=claim,
                shown=shown,
                standing=frame.standings[claim.id],
                disputes=frame.kb.disputes_of.get(claim.id, ()),
                cite=cite(frame.kb, claim),
                picture=comparison.draw(frame.kb, claim),
                graph=evidence.draw(frame.kb, claim, frame.standings[claim.id]),
                around=around(frame, claim),
            ),
        )
