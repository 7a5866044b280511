"""How the claim base stands: counts, and what an editor should look at next."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.nodes import Claim
    from evidencekb.site.frame import Frame


def render(frame: Frame) -> Iterator[tuple[str, str]]:
    """`health.html`."""
    claims = list(frame.kb.claims.values())
    lists = {
        "Unsourced": [c for c in claims if frame.standing(c.id) == "unsourced"],
        "Supported by lay articles only": [c for c in claims if _only_lay(frame, c)],
        "Past their review date": [c for c in claims if c.review_by and c.review_by < str(frame.kb.config.today)],
        "Not yet approved": [c for c in claims if c.status in {"draft", "in-review"}],
    }
    counts = Counter(frame.standing(c.id) for c in claims)
    coverage = {
        name: len({claim.id for claim, _, _ in frame.kb.evidence_of.get(name, ())})
        for name, source in frame.kb.sources.items()
        if source.tier == "lay"
    }
    yield "health.html", frame.page("health.html", "health.html", lists=lists, counts=counts, coverage=coverage)


def _only_lay(frame: Frame, claim: Claim) -> bool:
    """Whether a claim is supported, and by lay sources alone."""
    supports = [frame.kb.sources.get(item.source) for item in claim.evidence if item.stance == "supports"]
    return bool(supports) and all(source is not None and source.tier == "lay" for source in supports)
