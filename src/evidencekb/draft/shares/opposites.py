"""Pairs two shares with two opposite groups: "22% and 9% of those with and without A", "22% with and 9% without A".

What stands beside the opposites is said of both, so that each figure is read in a sentence with its own group alone.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

    Reread = Callable[[Sentence, Sequence[int], Figure], Sentence]

CUES: Final = english.DENIAL | frozenset({"off", "non", "nonusers", "untreated", "unexposed", "unvaccinated"})
"""Words of which a sentence with such a pair holds one."""
_JOINTS: Final = frozenset({"and", "or", "&", "versus", "vs", "against", "but"})
_PASSED: Final = frozenset(
    {"in", "of", "only", "about", "just", "those", "who", "people", "patients", "among", "for", "ones", "women", "men",
     "adults", "with", "that", "the", "to", "individuals", "participants", "subjects"}
)  # fmt: skip
"""Words between a joint and the second of two opposites."""
_OPPOSITE: Final = {"with": "without", "without": "with", "on": "off", "off": "on"}
_AUXILIARY: Final = frozenset({"do", "did", "does", "have", "had", "has", "are", "were", "is", "was"})
_APART: Final = frozenset({"respectively", "respective"})
_ROW: Final = frozenset({"and", "or", "versus", "vs", "&", ",", "against", "in", "to"})
_NEAR: Final = 8
"""Words between two shares of one pair, at most."""
_Pair = tuple[int, int, int, int]
"""Where the first of two opposites begins, where the joint stands, where the second begins and ends."""


def paired(sentence: Sentence, figures: Sequence[Figure], reread: Reread) -> dict[int, Sentence]:
    """Start of each of two shares to the sentence as it is of that share alone; empty where nothing is opposite."""
    for one, other in pairwise(figures):
        if one.quantity.kind is not other.quantity.kind:
            continue
        spans = [(sentence.position(f.full_start), sentence.position(f.end)) for f in (one, other)]
        (first, end), (begin, last) = spans
        if begin - end > _NEAR:
            continue
        row = all(w.low in _ROW for w in sentence.words[end:begin])
        found = (
            (_opposites(sentence, last, ()) or _opposites(sentence, 0, (), first))
            if row
            else _opposites(sentence, end, range(begin, last))
        )
        if found is None:
            continue
        start, joint, second, stop = found
        if row:
            dropped = (
                set(range(joint, stop)) | set(range(end, last)),
                set(range(start, second)) | set(range(first, begin)),
            )
        elif joint < begin < second:
            dropped = (set(range(joint, stop)), set(range(first, joint + 1)))
        else:
            continue
        return {
            f.start: reread(sentence, _kept(sentence, each), f) for f, each in zip((one, other), dropped, strict=True)
        }
    return {}


def _kept(sentence: Sentence, dropped: Iterable[int]) -> list[int]:
    """The positions that stay; "respectively" goes, as nothing is left to be told apart."""
    gone = set(dropped)
    return [i for i, word in enumerate(sentence.words) if i not in gone and word.low not in _APART]


def _opposites(sentence: Sentence, start: int, passed: Iterable[int], high: int | None = None) -> _Pair | None:
    """Two opposites with a joint between them, from `start` to `high`; `passed` are the words of a figure."""
    words = sentence.words
    between = frozenset(passed)
    for joint in range(start + 1, min(len(words), high or len(words)) - 1):
        if words[joint].low not in _JOINTS:
            continue
        second = joint + 1
        while second < len(words) and (
            second in between or (words[second].low in _PASSED and words[second].low != _wanted(words[joint - 1].low))
        ):
            second += 1
        found = _match(
            [w.low for w in words[max(start, joint - 3) : joint]], [w.low for w in words[second : second + 4]]
        )
        if found is not None:
            return joint - found[0], joint, second, second + found[1]
        if between:
            return None
    return None


def _wanted(low: str) -> str:
    return _OPPOSITE.get(low, "")


def _match(left: list[str], right: list[str]) -> tuple[int, int] | None:
    """How many words before a joint and how many behind it are opposites; None where they are none."""
    if not left or not right:
        return None
    near, far = left[-1], right[0]
    if _OPPOSITE.get(near) == far or far in {f"un{near}", f"non{near}"} or near in {f"un{far}", f"non{far}"}:
        return 1, 1
    if near in english.DENIAL | {"non"}:  # "do not and do take"
        if len(left) > 1 and left[-2] == far and far in _AUXILIARY:
            return 2, 1
        return (1, 1) if far in _AUXILIARY and near.startswith(far[:2]) and near.endswith("n't") else None
    if far.endswith("n't"):
        far, rest = far[:-3], right[1:]
    elif len(right) > 1 and right[1] == "not":
        rest = right[2:]
    elif far in english.DENIAL | {"non"}:
        return (1, 2) if len(right) > 1 and right[1] == near else None  # "taking and not taking"
    else:
        denied = len(left) > 1 and left[-2] in english.DENIAL | {"non"}
        if denied and near == far:  # "not taking and taking"
            return 2, 1
        return None
    width = len(right) - len(rest)
    if near == far and far in _AUXILIARY:
        return 1, width  # "do and do not take"
    return (1, width + 1) if rest and rest[0] == near and far in _AUXILIARY else None  # "take and do not take"
