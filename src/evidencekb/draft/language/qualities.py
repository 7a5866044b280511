"""What two things may be compared in, each with the words that say which has more of it: speed, effect, safety, cost.

"Faster", "more quickly", "less slowly" and "takes less time" say more speed; a quality that no row names is known by
the family of its word: "better absorbed", "easier to absorb" and "more absorbable" say more absorption.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import effect_words, english
from evidencekb.text.families import family
from evidencekb.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from evidencekb.text.words import Word


class _Row(NamedTuple):
    """Comparatives for more and for less, plain words for much and for little of it, and nouns for the quality."""

    more: frozenset[str]
    less: frozenset[str]
    much: frozenset[str]
    little: frozenset[str]
    nouns: frozenset[str]


def _row(more: str, less: str, much: str, little: str, nouns: str) -> _Row:
    """A row from the texts of its lists."""
    return _Row(*(english.listed(each) for each in (more, less, much, little, nouns)))


EFFECT: Final = "effect"
SPEED: Final = "speed"
_ROWS: Final = {
    SPEED: _row(
        "faster quicker sooner swifter speedier earlier", "slower later",
        "fast quick quickly rapid rapidly swift swiftly prompt promptly speedy speedily soon early",
        "slow slowly late sluggish sluggishly", "speed pace rapidity quickness time"),
    EFFECT: _row(
        "superior", "inferior",
        "effective effectively efficacious useful helpful beneficial successful successfully", "ineffective useless",
        "effect effectiveness efficacy success"),
    "safety": _row("safer", "riskier", "safe safely", "risky dangerous harmful hazardous unsafe", "safety risk"),
    "cost": _row(
        "cheaper", "dearer costlier pricier", "cheap cheaply affordable inexpensive", "expensive costly dear",
        "cost costs price affordability"),
    "frequency": _row(
        "commoner likelier oftener", "rarer", "common often frequent frequently prevalent likely widespread",
        "rare rarely unlikely uncommon infrequent infrequently", "frequency prevalence likelihood"),
    "amount": _row("higher greater larger bigger", "lower smaller", "high great large big", "low small", "size amount"),
    "strength": _row(
        "stronger", "weaker", "strong strongly potent potently powerful powerfully", "weak weakly",
        "strength potency power"),
    "length": _row("longer lengthier", "shorter briefer", "long lengthy durable lasting", "short brief", "duration"),
    "severity": _row("severer graver", "milder", "severe severely serious grave", "mild mildly", "severity"),
}  # fmt: skip
_WELL: Final = english.listed("readily easily fully completely efficiently efficient thoroughly favorably favourably "
                              "reliably strongly extensively")  # fmt: skip
_POORLY: Final = english.listed("poorly badly little weakly")
_AMOUNT: Final = {"greater": 1, "higher": 1, "larger": 1, "bigger": 1, "poorer": -1, "lower": -1, "smaller": -1}
_REACH: Final = 6
_TO_DO: Final = {"easier": 1, "easy": 1, "harder": -1, "hard": -1, "difficult": -1}
_ABSORBING: Final = family(stem("absorb"))
_TAKING: Final = english.listed("take takes took taken taking need needs needed require requires required longer")
_EASING: Final = effect_words.BETTER - english.listed("effective better responder responders fade fades faded fading")
"""Verbs and nouns of a treatment that does good."""
_DOING: Final = english.listed("work works worked working do does did done doing perform performs performed fare fares "
                               "fared")  # fmt: skip
_GOOD_DONE: Final = english.listed("relief benefit benefits improvement improvements effect help")
COMPARATIVES: Final = frozenset().union(*(row.more | row.less for row in _ROWS.values())) | english.listed(
    "more less better worse fewer easier harder poorer"
)
"""Words one of which is in every comparison that is read here by degree."""
_GRADED: Final = frozenset().union(*(row.much | row.little for row in _ROWS.values())) | {"well", "much", "good"}
KNOWN: Final = (
    COMPARATIVES
    | _GRADED
    | _EASING
    | _DOING
    | _TAKING
    | _WELL
    | _POORLY
    | frozenset(_TO_DO)
    | english.listed(
        "time act acts acted acting action onset start starts started begin begins began kick kicks show shows result "
        "results bring brings brought give gives gave give come comes came arrive arrives arrived feel feels felt make "
        "makes made get gets got provide provides provided offer offers offered deliver delivers delivered produce "
        "produces produced remedy treatment therapy way route method form body recover recovers "
        "recovered seem seems seemed appear appears appeared prove proves proved proven "
        "ever even far much lot bit great deal way times rather somewhat slightly considerably "
        "tend tends tended fact practice general overall said known thought believed found "
        "shown reported"
    )
)
"""Words that may stand in a comparison of what two things do, beside those that have no meaning of their own."""


@lru_cache(maxsize=256)
def read(relation: str) -> tuple[str, int]:
    """The quality of a relation such as "less-effective-than", and whether the subject has more of it, 1, or less, -1.

    A quality without a row is the family of its word, behind "~".
    """
    parts = relation.removesuffix("-than").split("-")
    sign = -1 if parts[0] in {"less", "worse"} else 1
    rest = [part for part in parts if part not in {"more", "less"}] or parts
    for name, row in _ROWS.items():
        word = rest[-1] if len(rest) == 1 or rest[0] in {"better", "worse"} else rest[0]
        if word in row.more | row.much:
            return name, sign
        if word in row.less | row.little:
            return name, -sign
    if rest in (["better"], ["worse"]):
        return EFFECT, sign
    low = rest[-1]
    plain = low.removesuffix("er") if len(rest) == 1 and len(parts) == 1 else low
    return "~" + family(stem(plain)), sign


def kin(word: Word) -> str:
    """The family of a word, that of the verb for what can be done: "absorbable"."""
    low = word.low
    if low.endswith(("able", "ible")) and len(low) > _SHORTEST:
        return family(stem(low[:-4] + "ed"))
    return word.kin


_SHORTEST: Final = 7


def named(quality: str) -> frozenset[str]:
    """Nouns for a quality; none of one that has no row."""
    row = _ROWS.get(quality)
    return row.nouns if row is not None else frozenset()


def of_noun(low: str) -> str:
    """The quality that a noun names; "" where it names none."""
    return next((name for name, row in _ROWS.items() if low in row.nouns), "")


def degree(words: Sequence[Word], at: int, quality: str) -> int:
    """What the plain word at a position says of a quality: 1 much, -1 little, 0 another thing: "fast", "slow"."""
    low = words[at].low
    row = _ROWS.get(quality)
    if row is not None:
        if low in row.much:
            return 1
        if low in row.little:
            return -1
        return int(quality == EFFECT and low in {"well", "good", "much"} and _works(words, at))
    if kin(words[at]) == quality[1:]:
        return 1
    if low == "well" or low in _WELL or low in _TO_DO:
        return _TO_DO.get(low, 1) if _beside(words, at, quality[1:]) else 0
    return -int(low in _POORLY and _beside(words, at, quality[1:]))


def compared(words: Sequence[Word], at: int, quality: str) -> int:
    """What the comparative at a position says of a quality: 1 more, -1 less, 0 nothing."""
    low = words[at].low
    after = words[at + 1].low if at + 1 < len(words) else ""
    row = _ROWS.get(quality)
    if quality == SPEED and (low in {"longer", "shorter"} or after in {"time", "long"}):
        if not any(words[i].low in _TAKING for i in range(max(0, at - 4), at)):
            return 0
        return {"longer": -1, "more": -1, "shorter": 1, "less": 1}.get(low, 0)
    if row is not None and low in row.more:
        return 1
    if row is not None and low in row.less:
        return -1
    if low in {"more", "less", "fewer"}:
        sign = 1 if low == "more" else -1
        if quality == "cost" and at and words[at - 1].low in {"cost", "costs", "costing"}:
            return -sign
        if (said := degree(words, at + 1, quality) if after else 0) and after != "much":
            return sign * said
        if row is None and after in _GRADED | _WELL | _POORLY | frozenset(_TO_DO) and kin(words[at + 1]) != quality[1:]:
            return 0
        if row is None:
            return sign if _is_of_much(words, at, quality[1:]) else 0
        return sign if quality == EFFECT and _is_of_effect(words, at) else 0
    if low in {"better", "worse"}:
        sign = 1 if low == "better" else -1
        if quality == EFFECT:
            return sign if _works(words, at) else 0
        return sign if quality[0] == "~" and _beside(words, at, quality[1:]) else 0
    if low in _AMOUNT and quality[0] == "~" and after:
        return _AMOUNT[low] if kin(words[at + 1]) == quality[1:] else 0
    if low in _TO_DO and quality[0] == "~":
        return _TO_DO[low] if _beside(words, at, quality[1:]) else 0
    if low in {"greater", "bigger", "larger", "smaller"} and quality == EFFECT and after in _GOOD_DONE:
        return -1 if low == "smaller" else 1
    return 0


def _works(words: Sequence[Word], at: int) -> bool:
    """Whether "better" or "well" is told of what something does, or is: "works better", "is better at easing A"."""
    after = words[at + 1].low if at + 1 < len(words) else ""
    if (after.endswith("ed") and after not in _EASING) or after in english.PARTICIPLES or after in {"choice", "option"}:
        return False  # "better tolerated"
    before: Collection[str] = [words[i].low for i in range(max(0, at - 6), at)]
    verbs = [low for low in before if low in _DOING or low in _EASING or low in {"is", "are", "was", "were", "be"}]
    return bool(verbs) and not any(low.endswith("ed") and low not in _EASING | _DOING for low in before)


def _is_of_effect(words: Sequence[Word], at: int) -> bool:
    """Whether "more" is of what a treatment does: "helps more", "does more for A", "gives more relief"."""
    after = words[at + 1].low if at + 1 < len(words) else ""
    if after in _GOOD_DONE:
        return True
    if after not in english.CLOSED:
        return False
    return any(words[i].low in _EASING | _DOING for i in range(max(0, at - 6), at))


def _is_of_much(words: Sequence[Word], at: int, family: str) -> bool:
    """Whether "more" is of what is done: "more is absorbed from A", "absorbs more A"."""
    if at and kin(words[at - 1]) == family:
        return True
    near = [words[i].low for i in range(at + 1, min(len(words), at + 4))]
    return not english.AUXILIARY.isdisjoint(near) and any(
        kin(words[i]) == family for i in range(at + 1, min(len(words), at + _REACH))
    )


def _is_taken_up(words: Sequence[Word], at: int) -> bool:
    """Whether something is told to be absorbed in other words: "is taken up", "gets into the blood"."""
    low, before = words[at].low, words[at - 1].low
    if low == "up":
        return before in _TAKING
    return low == "into" and before in _GETTING and any(word.low in _WITHIN for word in words[at + 1 : at + 4])


_GETTING: Final = english.listed("get gets got getting go goes went pass passes passed cross crosses crossed")
_WITHIN: Final = english.listed("body blood bloodstream circulation system")


def _beside(words: Sequence[Word], at: int, family: str) -> bool:
    """Whether a word of a family stands near, before or behind: "absorbed better", "better absorbed", "taken up"."""
    near = range(max(0, at - 6), min(len(words), at + _REACH))
    if family == _ABSORBING and any(_is_taken_up(words, i) for i in near if i):
        return True
    return any(kin(words[i]) == family for i in near)
