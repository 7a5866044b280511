"""Shares that a clause names rather than tells, and groups that it names twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft import english, phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.mentions import Mention
    from evidencekb.draft.sentence import Sentence

_BE: Final = english.listed("is are was were be been being 's")


def holds(sentence: Sentence, mention: Mention, counted: Sequence[Mention]) -> bool:
    """Whether a name of people is of a wider group than those who are counted: "In A, 9% of women in late A"."""
    if not counted or sentence.types(mention) != {"population"}:
        return False
    wider = set(mention.concepts)
    stack = [c for m in counted for c in m.concepts]
    seen = set(stack)
    while stack:
        concept = sentence.concepts.get(stack.pop())
        more = [name for name in (concept.broader if concept else ()) if name not in seen]
        seen.update(more)
        stack += more
    return bool(wider & seen)


def leads(sentence: Sentence, mention: Mention, at: int, counted: Sequence[Mention]) -> bool:
    """Whether a name of people before a colon tells of whom all behind it is: "In a sample of A it is so: 9% of B"."""
    words = sentence.words
    if not counted or mention.last > at or sentence.types(mention) != {"population"} or not mention.first:
        return False
    if words[mention.first - 1].low not in english.OF:
        return False
    return any(words[i].low == ":" for i in range(mention.last, at))


def is_whole(sentence: Sentence, low: int, at: int, span: tuple[int, int], positions: Sequence[int]) -> bool:
    """Whether the phrase for the group tells all that is said: "the share of those with A who have B"."""
    return _is_share_of(sentence, span) or _only_named(sentence, low, at, span, positions)


def _is_share_of(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether a group stands behind "the share of", so that its relative clause tells what they have."""
    begin = span[0] - 1
    words = sentence.words
    return begin > 0 and words[begin].low in english.OF and words[begin - 1].low in english.NUMBERS


def _only_named(sentence: Sentence, low: int, at: int, span: tuple[int, int], positions: Sequence[int]) -> bool:
    """Whether a copula leads to a figure and nothing follows its group: "the nearest is 23% of A with B"."""
    words = sentence.words
    if not low < at <= span[0] or words[at - 1].low not in _BE:
        return False
    if any(phrases.acts(sentence, i) for i in positions):
        return False
    return not any(words[i].raw[0].isalpha() for i in positions if i >= span[1])
