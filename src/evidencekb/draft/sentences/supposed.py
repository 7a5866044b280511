"""Whom a clause with "if" or "when" tells of by what they have: "if a man has A, the chance that he has B is 40%"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence

_IF: Final = english.listed("if when whenever where once after given assuming provided supposing should")
_HAVING: Final = english.listed(
    "have has had having develop develops developed get gets got suffer suffers suffered contract contracts contracted "
    "catch catches caught show shows showed carry carries carried harbor harbors harbour harbours live lives diagnosed "
    "are is were was"
)
_BESIDE: Final = (
    _IF
    | _HAVING
    | english.GENERIC
    | english.AUXILIARY
    | english.listed(
        "a an the that any some one who with from both and also only just already ever been being do does did woman "
        "man child girl boy baby infant teenager student athlete somebody you we symptoms signs of attack attacks bout "
        "bouts episode episodes case in on at his her their your our these such"
    )
)
"""Words of such a clause that add nothing to the names in it."""
_WHERE: Final = frozenset({"in", "on", "at", "inside"})
_LONGEST_PLACE: Final = 4
_TWO: Final = 2


def had(sentence: Sentence, clause: tuple[int, int], at: int, said: Sequence[Mention]) -> list[Mention]:
    """What those who are counted have, by a clause that begins the figure's or ends it; `at` is the figure's word.

    Nothing where other words stand in that clause, for then it may tell something else; nor where all is in it.
    """
    if len(said) < _TWO or sentence.lows.isdisjoint(_IF):
        return []
    words = sentence.words
    low, high = clause
    for begin in (i for i in range(low, high) if words[i].low in _IF and not sentence.taken[i]):
        if low < begin < at and words[begin - 1].low not in {",", ";", ":", "and", "but", "that"}:
            continue
        bounds = range(begin + 1, at) if begin < at else range(begin + 1, high)
        end = next((i for i in bounds if words[i].low in {",", "then", ";", ".", ")"}), high)
        if begin < at <= end:
            continue
        held = [m for m in said if begin < m.first < end and sentence.types(m) != {"population"}]
        if held and len(held) < len(said) and _only_has(sentence, begin, end):
            return [m for m in said if begin < m.first < end]
    return []


def _only_has(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether a clause says that people have what it names, and no more but where: "has A in her blood"."""
    words = sentence.words
    last = max((m.last for m in sentence.within(begin, end)), default=end)
    if end - last and not (words[last].low in _WHERE and end - last <= _LONGEST_PLACE):
        return False
    lows = {words[i].low for i in range(begin + 1, last) if not sentence.taken[i]}
    return not _HAVING.isdisjoint(lows) and lows.isdisjoint(english.DENIAL) and lows <= _BESIDE
