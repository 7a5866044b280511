"""Two things that people have together: "A and B are often found together", "many people with A also have B"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences.telling import Told

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.sentences.telling import Spot

_TAIL: Final = 7
_JOINED: Final = (["in", "hand"], ["by", "side"])
_MEETING: Final = english.listed(
    "found seen observed encountered met go goes went come comes came occur occurs occurred appear appears appeared "
    "exist exists existed cluster clusters clustered run runs ran arise arises tend tends turn up crop"
)
_HAVING: Final = english.listed("have has had get gets develop develops suffer suffers experience experiences")
_BESIDE: Final = english.ADVERBS | english.listed("often commonly frequently from with usually tend to as well")
_MUCH: Final = english.listed("many most often commonly frequently usually")
_LEAD: Final = 4


def met(sentence: Sentence, start: int) -> int | None:
    """Where "are often found together", "tend to go hand in hand" ends behind a position."""
    words = sentence.words
    for i in range(start, min(len(words), start + _TAIL)):
        low = words[i].low
        if low == "together" or (low in {"hand", "side"} and [w.low for w in words[i + 1 : i + 3]] in _JOINED):
            last = i + (1 if low == "together" else 3)
            return (
                last if words[i - 1].low in _MEETING and (last == len(words) or not words[last].low.isalpha()) else None
            )
        if (
            low[-2:] != "ly"
            and low not in _MEETING
            and low not in english.AUXILIARY | english.ADVERBS | {"to", "often", "commonly", "both"}
        ):
            return None
        if low in english.MODAL or low in english.NEGATION:
            return None
    return None


def had(sentence: Sentence, one: Spot, other: Spot) -> Told | None:
    """Read "many people with A also have B", "people with A often suffer from B"; None where it is not so plain."""
    words = sentence.words
    if one.first < 1 or words[one.first - 1].low != "with" or other.first <= one.last:
        return None
    between = [word.low for word in words[one.last : other.first]]
    lead = [word.low for word in words[max(0, one.first - _LEAD) : one.first]]
    verbs = [low for low in between if low in _HAVING]
    rest = {low for low in between if low not in _HAVING}
    much = not _MUCH.isdisjoint((*lead, *between)) and "not" not in lead
    if len(verbs) != 1 or not rest <= _BESIDE or not much:
        return None
    return Told("linked", one.first, other.last)
