"""By what a complaint is known: "A is marked by B", "B is the hallmark of A", "A shows itself in B"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences.telling import BREAKS, Spot, Told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.sentences.sentence import Sentence

KIND: Final = "marks"
"""The kind of an edge whose subject is known by its object."""
_SIGNS: Final = english.listed(
    "hallmark hallmarks sign signs symptom symptoms feature features mark trait traits signature card essence core "
    "heart characteristic telltale manifestation manifestations"
)
"""Nouns for what something is known by: "the calling card of A"."""
_MARKING: Final = english.listed(
    "marks mark characterizes characterises characterize defines define typifies distinguishes betrays"
)
_TYPICAL: Final = english.listed("typical characteristic")
_MARKED: Final = {
    "by": english.listed("marked characterized characterised defined typified recognized recognised distinguished"),
    "as": english.listed("shows show manifests presents appears"),
    "in": english.listed("shows show manifests itself"),
    "with": english.listed("presents present"),
}
"""Word behind which stands what something is known by, to the words one of which stands before it."""
_FEELING: Final = english.listed("feel feels felt have has experience experiences report")
_DENYING: Final = english.listed("do does not never don't")
_BEING: Final = frozenset({"is", "are", "was", "were", "remains", "being"})
_ALONE: Final = frozenset({"only", "just", "merely"})
_FAR: Final = 8
_NEAR: Final = 4


def told(sentence: Sentence, ill: Spot, sign: Spot) -> Told | None:
    """Read that a complaint is known by something, or that it is not; None where that is not plain."""
    words = sentence.words
    one, other = (ill, sign) if ill.first < sign.first else (sign, ill)
    between = [word.low for word in words[one.last : other.first]]
    if len(between) > _FAR or not BREAKS.union({","}).isdisjoint(between):
        return None
    if one is ill and (had := _is_had(sentence, ill, between)):
        return Told(KIND, one.first, other.last, had < 0)
    if one is ill:
        before = [word.low for word in words[max(0, ill.first - _NEAR) : ill.first]]
        known = _is_marked(between) or (_is_sign_of(before) and not _BEING.isdisjoint(between))
    else:
        known = _is_sign_of(between) or not _MARKING.isdisjoint(between)
        known = known or (not _TYPICAL.isdisjoint(between) and between[-1] in {"of", "for"})
    if not known:
        return None
    denied = any(low in english.NEGATION and following not in _ALONE for low, following in pairwise([*between, ""]))
    return Told(KIND, one.first, other.last, denied)


def _is_had(sentence: Sentence, ill: Spot, between: Sequence[str]) -> int:
    """Whether those who have the one are told to have the other: 1, "people with A feel B"; -1, "feel no B"; else 0."""
    people = ill.first > 1 and sentence.words[ill.first - 1].low == "with"
    at = next((i for i, low in enumerate(between) if low in _FEELING), -1)
    if not people or at < 0 or any(low not in english.ADVERBS | _DENYING for low in between[:at]):
        return 0
    if any(low not in english.ARTICLES | {"no", "any"} for low in between[at + 1 :]):
        return 0
    return -1 if any(low in english.NEGATION for low in between) else 1


def _is_marked(between: Sequence[str]) -> bool:
    """Whether some words lead from something to what it is known by: "is marked by", "shows itself in"."""
    return any(low in _MARKED and not _MARKED[low].isdisjoint(between[:at]) for at, low in enumerate(between))


def _is_sign_of(lows: Sequence[str]) -> bool:
    """Whether some words end with what is a sign of the thing behind them: "the hallmark of"."""
    end = len(lows)
    while end and lows[end - 1] in english.ARTICLES:
        end -= 1
    return end > 1 and lows[end - 1] in {"of", "in"} and lows[end - 2] in _SIGNS
