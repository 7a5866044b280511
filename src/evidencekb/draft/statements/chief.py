"""What brings something about most often: "A is the commonest cause of B", "B is most often due to A"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.language.acting_words import act
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
_OFTENEST: Final = english.listed("commonly often frequently")
"""Adverbs that with "most" before them rank a cause first."""
_MAINLY: Final = english.listed("mainly mostly chiefly primarily principally usually")
_CASES: Final = english.listed("cases instances")
_FROM: Final = english.listed("due caused from by behind")
_FAR: Final = 8
_OF: Final = 2
"""Words from "cases" to what they are of."""


def told(sentence: Sentence, cause: Spot, effect: Spot) -> Told | None:
    """Read that one thing is the commonest cause of another, or that it is not."""
    words = sentence.words
    first, last = min(cause.first, effect.first), max(cause.last, effect.last)
    if (found := _outdoes(sentence, cause, effect)) is not None:
        return found
    for at in range(max(0, first - _FAR), min(len(words) - 1, last + _FAR)):
        rank = _rank(words, at)
        if rank is None or not _names_cause(words, at):
            continue
        between = range(min(cause.last, at), max(cause.first, at))
        if len(between) > _FAR:
            continue
        denied = any(words[i].low in english.NEGATION for i in between)
        turned = _is_caused(sentence, cause, at)
        return Told(KIND, min(first, at), max(last, at + 1), denied == rank, turned)
    verb = next((i for i in range(first, last) if ranks(words, i)), -1)
    if min(cause.last, effect.last) <= verb < max(cause.first, effect.first):
        against = any(words[i].low in english.NEGATION for i in range(max(0, verb - _FAR), verb))
        return Told(KIND, first, last, against, reversed=_is_of(words, verb) != (effect.first < cause.first))
    cases = next((i for i in range(1, effect.first) if words[i].low in _CASES and words[i - 1].low == "most"), -1)
    if cases > 0 and effect.first - cases <= _OF and effect.last < cause.first:
        lows = {word.low for word in words[effect.last : cause.first]}
        if lows & _FROM:
            return Told(KIND, cases - 1, last, not lows.isdisjoint(english.NEGATION))
    return None


def _is_caused(sentence: Sentence, spot: Spot, rank: int) -> bool:
    """Whether a thing is what a ranked cause is told to be of: "the leading cause of A"."""
    words = sentence.words
    noun = next((i for i in range(rank + 1, min(len(words), rank + 3)) if words[i].low in effect_words.CAUSES), rank)
    if noun == rank or noun >= spot.first:
        return False
    between = [word.low for word in words[noun + 1 : spot.first]]
    return between[:1] in (["of"], ["for"], ["behind"]) and english.DETERMINERS.issuperset(between[1:])


def _outdoes(sentence: Sentence, cause: Spot, effect: Spot) -> Told | None:
    """Read "no cause of B is more common than A", "nothing causes B more often than A"."""
    words = sentence.words
    than = cause.first - 1 - (words[cause.first - 1].low in english.DETERMINERS)
    if than < _OF or words[than].low != "than" or effect.first > than:
        return None
    if words[than - 1].low not in _FREQUENT | _OFTENEST or words[than - 2].low != "more":
        return None
    led = range(max(0, effect.first - _FAR), than)
    if not any(words[i].low in effect_words.CAUSES or act(words, i) is not None for i in led):
        return None
    none = next((i for i in led if words[i].low in english.NEGATION), -1)
    return Told(KIND, effect.first if none < 0 else min(none, effect.first), cause.last, none < 0)


def ranks(words: Sequence[Word], verb: int) -> bool:
    """Whether a verb of causing is told of most cases: "is most often caused by", "usually comes from"."""
    told = act(words, verb)
    if told is None or told.kind != "cause" or not verb:
        return False
    before = words[verb - 1].low
    behind = words[verb + told.words].low if verb + told.words < len(words) else ""
    often = before in _OFTENEST and words[verb - 2].low == "most" if verb > 1 else False
    return often or before in _MAINLY or behind in _MAINLY


def _is_of(words: Sequence[Word], verb: int) -> bool:
    """Whether the cause stands behind a verb of causing: "is caused by", "comes from"."""
    told = act(words, verb)
    passive = any(word.low == "by" for word in words[verb + 1 : verb + _OF + 1])
    return passive or (told is not None and told.origin)


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
