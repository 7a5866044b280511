"""Where a phrase ends with which a clause begins, and that tells of whom the rest is: "Of patients with A, 30%"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences import phrases

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence

_NEAR: Final = 3
_GROUPS: Final = english.listed("group groups")
_COUNTING: Final = frozenset({"of", "among", "amongst"})


def end(sentence: Sentence, begin: int, at: int) -> int:
    """Where a phrase with which a clause begins ends, whatever verbs it holds: "Of patients taken in with A, 30%"."""
    words = sentence.words
    last = phrases.group_end(sentence, begin, at)
    comma = next((i for i in range(last, at) if words[i].low == ","), at)
    people = any(word.low in english.PEOPLE | english.PEOPLE_NAMED for word in words[begin : begin + _NEAR])
    whole = people and words[begin - 1].low in _COUNTING and at - _NEAR <= comma < at
    whole = whole and sentence.figured.isdisjoint(range(begin, comma))
    return comma if whole else before_subject(sentence, begin, last)


def before_subject(sentence: Sentence, begin: int, end: int) -> int:
    """Where a phrase with which a clause begins ends: before the name that no comma parts from it, if a verb follows.

    "In people with A B is common" has no other subject than B, nor has "in this group B is common".
    """
    last = next((m for m in sentence.within(begin + 1, end) if m.last == end), None)
    if last is None or "population" in sentence.types(last) or end >= len(sentence.words):
        return end
    if not phrases.is_verb(sentence, end):
        return end
    before = last.first - 1
    whole = sentence.taken[before] or sentence.words[before].low in english.PEOPLE | _GROUPS
    return last.first if whole else end
