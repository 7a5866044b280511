"""The front page: explainers, search, the standing of all claims, the most disputed figures; and what the site is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from evidencekb.site.pictures.standing import bar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.nodes import Claim
    from evidencekb.site.frame import Frame

_DISPUTED: Final = 8


def render(frame: Frame) -> Iterator[tuple[str, str]]:
    """`index.html` and `about.html`."""
    counts = Counter(frame.standing(name) for name in frame.kb.claims)
    disputed = [c for c in frame.kb.claims.values() if c.figure_text and frame.standing(c.id) == "disputed"]
    disputed.sort(key=lambda claim: (-_weight(frame, claim), claim.id))
    yield (
        "index.html",
        frame.page(
            "home.html",
            "index.html",
            explainers=frame.explainers,
            counts=counts,
            bar=bar(counts, "standing-bar", "How all claims stand"),
            disputed=[(claim, frame.standings[claim.id]) for claim in disputed[:_DISPUTED]],
        ),
    )
    yield "about.html", frame.page("about.html", "about.html")


def _weight(frame: Frame, claim: Claim) -> int:
    """How much is said about a claim, for and against: each source and each dispute counts once."""
    standing = frame.standings[claim.id]
    sides = (standing.support, standing.restated, standing.contradicted_by, frame.kb.disputes_of.get(claim.id, ()))
    return sum(len(side) for side in sides) + 2 * len(standing.contradicted_by)
