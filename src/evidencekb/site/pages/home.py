"""The front page: explainers, the standing of all claims, the most disputed figures; and what the site is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.site.frame import Frame


def render(frame: Frame) -> Iterator[tuple[str, str]]:
    """`index.html` and `about.html`."""
    claims = frame.kb.claims.values()
    counts = Counter(frame.standing(claim.id) for claim in claims)
    disputed = [claim for claim in claims if claim.figure_text and frame.standing(claim.id) == "disputed"]
    disputed.sort(key=lambda claim: (-len(frame.standings[claim.id].contradicted_by), claim.id))
    yield (
        "index.html",
        frame.page("home.html", "index.html", explainers=frame.explainers, counts=counts, disputed=disputed[:8]),
    )
    yield "about.html", frame.page("about.html", "about.html")
