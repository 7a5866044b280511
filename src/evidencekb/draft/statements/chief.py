"""What brings something about most often: "A is the commonest cause of B", "most cases of B are due to A"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences.telling import Spot, Told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.text.words import Word

KIND: Final = "chief"
"""The kind of an edge whose subject is the commonest cause of its object."""
_SUPERLATIVES: Final = english.listed(
    "commonest chief main leading principal primary top biggest foremost likeliest major"
)
_FREQUENT: Final = english.listed("common frequent usual important likely")
_RARE: Final = english.listed("rare uncommon unusual minor rarest least unlikely")
_CASES: Final = english.listed("cases instances")
_FROM: Final = english.listed("due caused from by behind")
_FAR: Final = 8
_OF: Final = 2
"""Words from "cases" to what they are of."""


def told(sentence: Sentence, cause: Spot, effect: Spot) -> Told | None:
    """Read that one thing is the commonest cause of another, or that it is not."""
    words = sentence.words
    first, last = min(cause.first, effect.first), max(cause.last, effect.last)
    for at in range(max(0, first - _FAR), min(len(words) - 1, last + _FAR)):
        rank = _rank(words, at)
        if rank is None or not _names_cause(words, at):
            continue
        between = range(min(cause.last, at), max(cause.first, at))
        if len(between) > _FAR:
            continue
        denied = any(words[i].low in english.NEGATION for i in between)
        return Told(KIND, min(first, at), max(last, at + 1), denied == rank)
    cases = next((i for i in range(1, effect.first) if words[i].low in _CASES and words[i - 1].low == "most"), -1)
    if cases > 0 and effect.first - cases <= _OF and effect.last < cause.first:
        lows = {word.low for word in words[effect.last : cause.first]}
        if lows & _FROM:
            return Told(KIND, cases - 1, last, not lows.isdisjoint(english.NEGATION))
    return None


def _rank(words: Sequence[Word], at: int) -> bool | None:
    """Whether a word ranks a cause first, or last; None where it ranks none."""
    low = words[at].low
    before = words[at - 1].low if at else ""
    if low in _SUPERLATIVES or (low in _FREQUENT and before == "most") or (low == "one" and before == "number"):
        return True
    return False if low in _RARE else None


def _names_cause(words: Sequence[Word], at: int) -> bool:
    """Whether a cause is named behind the word that ranks it: "the main cause", "the commonest single reason"."""
    return any(word.low in effect_words.CAUSES for word in words[at + 1 : at + 3])
