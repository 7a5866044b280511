"""Scores: how far a scale reaches, and changes in points that go without saying of what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.matching import given_names
from evidencekb.draft.matching.match import Match, passing
from evidencekb.draft.measures import whom
from evidencekb.draft.shares.frames import Fit
from evidencekb.text.agreement import Agreement

if TYPE_CHECKING:
    from collections.abc import Callable

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.measures.surroundings import Around
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure, Quantity

_SCORING: Final = english.listed(
    "scored scores scoring rated rates rating graded grades scale scales ranges ranging runs running goes going marked "
    "measured counted possible"
)
_POINTS: Final = frozenset({"points", "point", ""})
_BEFORE: Final = 6


def is_range(figure: Figure, sentence: Sentence) -> bool:
    """Whether a figure tells how far a scale reaches: "scored from 0 to 40 points", "on a scale of 40 points"."""
    quantity = figure.quantity
    if quantity.unit not in _POINTS or sentence.lows.isdisjoint(_SCORING):
        return False
    at = sentence.position(figure.full_start)
    before = [word.low for word in sentence.words[max(0, at - _BEFORE) : at]]
    if quantity.low == 0:
        return not _SCORING.isdisjoint(before)
    return len(before) > 1 and before[-2:] in (["scale", "of"], ["out", "of"])


def scored(
    index: ClaimsIndex, quantity: Quantity, around: Around, agrees: Callable[[Claim], Agreement]
) -> Match | None:
    """A claim's own change in points, of its people under its treatment, where no outcome is named at all."""
    concepts = index.kb.concepts
    if quantity.unit != "points" or any(concepts[c].type in {"outcome", "measure"} for c in around.sentence):
        return None
    named = sorted(around.sentence)
    for claim in dict.fromkeys(claim for name in named for claim in index.by_key.get(name, ())):
        if claim.kind != "effect" or not claim.given or agrees(claim) is not Agreement.EQUAL:
            continue
        given = all(given_names.is_named(index, claim, each, around.sentence) for each in claim.given)
        if given and whom.fit(index, claim, around.whom, around.everywhere()) is Fit.SAME:
            return Match(passing(index, claim), claim)
    return None
