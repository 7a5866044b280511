"""Where a sentence names a thing, and what it tells of two: which way, denied or turned round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import english
from evidencekb.text import moving

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence

BREAKS: Final = frozenset({";", ":", "but", "while", "whereas", "although", "because", "though", "since", "if"})
NEAR: Final = 4
"""Words before another within which a negation is of it."""
OPPOSITE: Final = {"up": "down", "down": "up", "better": "worse", "worse": "better"}


class Spot(NamedTuple):
    """Where a thing is named; `inner` is the direction that its own name gives ("low sugar in the blood")."""

    first: int
    last: int
    negated: bool = False
    inner: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said: a kind of direction, by the words first:last, denied or not, turned round or not."""

    kind: str
    first: int
    last: int
    negated: bool = False
    reversed: bool = False


def negated(sentence: Sentence, at: int) -> bool:
    """Whether a word before a position, close by, denies it."""
    words = sentence.words
    start = sentence.stance.start(at)
    count = int(at - start > NEAR and _is_nothing(sentence, start, at))
    for i in range(max(0, at - NEAR, start), at):
        low = words[i].low
        if low in _WANTING and _lacks(sentence, i):
            count += 1
        elif low in {",", ";", "without", "that"} or (low == "no" and words[i + 1].low in {"doubt", "longer"}):
            count = 0
        elif low in english.NEGATION and not sentence.taken[i]:
            count += 1
    return count % 2 == 1


def _is_nothing(sentence: Sentence, start: int, at: int) -> bool:
    """Whether the subject of a verb is "nothing in A", which a clause begins with."""
    words = sentence.words
    led = words[start].low in {"nothing", "none"} and words[start + 1].low in {"in", "about", "of", "on"}
    between = range(start + 2, at)
    return led and all(sentence.taken[i] or words[i].low not in english.FINITE | {","} for i in between)


def not_found(sentence: Sentence, at: int) -> bool:
    """Whether it is told behind a position that nothing of the kind was found: "more A was not seen in B"."""
    lows = [word.low for word in sentence.words[at : at + 3 * NEAR]]
    found = next((i for i, low in enumerate(lows) if low in _FOUND), -1)
    return found > 0 and any(low in english.NEGATION for low in lows[max(0, found - 2) : found])


_FOUND: Final = english.listed("found seen detected observed noted recorded")
_WANTING: Final = english.listed("lack lacks lacked lacking without free")
_MORE: Final = moving.COMPARATIVES.keys() | frozenset({"association", "link", "relation", "relationship"})


def _lacks(sentence: Sentence, at: int) -> bool:
    """Whether a word tells that there is no more or less of something: "lack higher odds", "without a higher risk"."""
    words = sentence.words
    low, behind = words[at].low, [word.low for word in words[at + 1 : at + 4]]
    if low == "free":
        behind = behind[1:] if behind[:1] in (["of"], ["from"]) else []
    elif low != "without" and (behind[:1] == ["of"] or (at and words[at - 1].low in english.DETERMINERS)):
        return False
    while behind and behind[0] in {"a", "an", "any", "the", "significantly", "markedly"}:
        behind = behind[1:]
    return bool(behind) and behind[0] in _MORE and not sentence.taken[at]
