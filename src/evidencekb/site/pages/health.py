"""How the claim base stands: counts, and what an editor should look at next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from evidencekb.reason.dossier import citation
from evidencekb.site.lists import listing
from evidencekb.site.pictures.standing import bar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.nodes import Claim, Source
    from evidencekb.site.frame import Frame

_SHOWN: Final = 25
_ARTICLES: Final = 100
_READ: Final = frozenset({"full-text", "abstract"})


@dataclass(frozen=True, slots=True)
class Coverage:
    """One article for the public: how many claims it states, how those stand, and how many it contradicts."""

    source: str
    title: str
    states: int
    contradicts: int
    counts: Counter[str]


def render(frame: Frame) -> Iterator[tuple[str, str]]:
    """`health.html`."""
    claims = [claim for claim in frame.kb.claims.values() if claim.status != "retired"]
    lists = {
        "Unsourced": [c for c in claims if frame.standing(c.id) == "unsourced"],
        "Past their review date": [c for c in claims if c.review_by and c.review_by < frame.day],
        "Supported by articles for the public only": [c for c in claims if _only_lay(frame, c)],
        "Unverified: nobody has read a source that supports it": [c for c in claims if _unread(frame, c)],
        "Unverified: no stored text to compare its sources with": [c for c in claims if _unverified(frame, c)],
        "Not yet approved": [c for c in claims if c.status in {"draft", "in-review"}],
    }
    counts = Counter(frame.standing(name) for name in frame.kb.claims)
    coverage = [
        _coverage(frame, source)
        for source in frame.kb.sources.values()
        if source.tier == "lay" and source.id in frame.kb.evidence_of
    ]
    coverage.sort(key=lambda each: (-each.states, each.source))
    yield (
        "health.html",
        frame.page(
            "health.html",
            "health.html",
            lists={name: listing(found, _SHOWN) for name, found in lists.items()},
            counts=counts,
            day=frame.day,
            total=len(frame.kb.claims),
            bar=bar(counts, "standing-bar", "How all claims stand"),
            coverage=listing(coverage, _ARTICLES),
        ),
    )


def _supports(frame: Frame, claim: Claim) -> list[Source]:
    """The sources that support a claim, as far as they are known."""
    names = dict.fromkeys(item.source for item in claim.evidence if item.stance == "supports")
    return [source for name in names if (source := frame.kb.sources.get(name))]


def _only_lay(frame: Frame, claim: Claim) -> bool:
    """Whether a claim is supported, and by lay sources alone."""
    supports = _supports(frame, claim)
    return bool(supports) and all(source.tier == "lay" for source in supports)


def _unread(frame: Frame, claim: Claim) -> bool:
    """Whether a claim is supported, and no editor has read more of any source than its title."""
    supports = _supports(frame, claim)
    return bool(supports) and not any(source.seen_as in _READ for source in supports)


def _unverified(frame: Frame, claim: Claim) -> bool:
    """Whether no words that support a claim could be looked up in a stored text."""
    supports = [item for item in claim.evidence if item.stance == "supports"]
    stored = (
        (source := frame.kb.sources.get(item.source)) is not None and item.as_stated and source.snapshot
        for item in supports
    )
    return bool(supports) and not any(stored)


def _coverage(frame: Frame, source: Source) -> Coverage:
    """Count the claims of one article, each once."""
    stances: dict[str, str] = {}
    for claim, _, item in frame.kb.evidence_of[source.id]:
        if stances.get(claim.id) != "contradicts":
            stances[claim.id] = item.stance
    counts = Counter(frame.standing(name) for name, stance in stances.items() if stance != "contradicts")
    against = sum(stance == "contradicts" for stance in stances.values())
    return Coverage(source.id, source.title or citation(source), counts.total(), against, counts)
