"""Ages told apart from those who have them: "from the age of 51 on, women", "women past 50", "from 51 on, they".

Only what the claim base has a name for: "women of 51 and over", "women over 50".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import english
from evidencekb.draft.naming.mentions import Mention
from evidencekb.text import words as split

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evidencekb.draft.naming.elliptic import Names
    from evidencekb.draft.naming.mentions import Lexicon
    from evidencekb.model.nodes import Concept

CUES: Final = english.listed(
    "from past after over above beyond once at until before under below age up turn turned reach between"
)
_NOUNS: Final = english.listed("women men adults people children girls boys patients individuals persons seniors")
_MANY: Final = {
    "woman": "women", "man": "men", "adult": "adults", "child": "children", "girl": "girls", "boy": "boys",
    "patient": "patients", "person": "persons", "senior": "seniors",
}  # fmt: skip
"""One of such people, who stands for all of them."""
_OF_ONE_SEX: Final = frozenset({"women", "men", "girls", "boys"})
_ANYONE: Final = ("adults", "people", "children")
_THEY: Final = english.listed("they she he them")
_OVER: Final = english.listed("past after over above beyond")
_UNDER: Final = english.listed("until before under below")
_ON: Final = english.listed("on onward onwards up upward upwards")
_MORE: Final = english.listed("over beyond above older up more")
_YEARS: Final = english.listed("years year of age old")
_FROM: Final = ("{} from {} on", "{} of {} and over", "{} aged {} and older", "{} over {}", "{} aged over {}")
_PAST: Final = ("{} over {}", "{} aged over {}", "{} older than {}", "{} above {}", "{} past {}")
_YOUNG: Final = ("{} under {}", "{} aged under {}", "{} younger than {}", "{} below {}", "{} up to {}")
_BETWEEN: Final = ("{} between {} and {}", "{} of {} to {}", "{} aged {} to {}")
_JOINTS: Final = {"between": "and", "from": "to"}
_LAST: Final = 99


class _Age(NamedTuple):
    """Words first:last that tell an age, and how a name may spell it."""

    first: int
    last: int
    number: int
    kind: str
    high: int = 0  # of "between"


class AgeTold:
    """The names of people of an age of one claim base."""

    def __init__(self, lexicon: Lexicon, concepts: Mapping[str, Concept]) -> None:
        """Keep what finds the names, and the ages that names of people hold."""
        self._lexicon = lexicon
        spelt = (n for c in concepts.values() if c.type == "population" for n in (c.label, *c.synonyms))
        self._ages = frozenset(part for n in spelt for part in n.replace("-", " ").split() if part.isdigit())
        self._known: dict[tuple[str, int, str, int], tuple[str, ...]] = {}

    def added(self, lows: Sequence[str], mentions: list[Mention], lent: Names) -> list[Mention]:
        """The mentions with the people whose age is told beside them."""
        if not self._ages:
            return mentions
        found = mentions
        lows = [_MANY.get(low, low) for low in lows]
        for age in _ages(lows):
            if any(m.first < age.last and age.first < m.last for m in found):
                continue
            if (at := _noun(lows, age)) is None:
                continue
            noun = lows[at] if lows[at] in _NOUNS else _stood_for(lows, at, lent)
            meant = self._named(noun, age) if noun else ()
            if not meant and noun in _OF_ONE_SEX and age.kind == "between":
                anyone = next((each for who in _ANYONE if (each := self._named(who, age))), ())
                found = sorted([*found, Mention(age.first, age.last, anyone)]) if anyone else found  # women, and adults
            if not meant:
                continue
            near = at + 1 == age.first
            told = Mention(at, age.last if near else at + 1, meant)
            kept = [m for m in found if m.last <= told.first or told.last <= m.first]
            if len(kept) + 1 < len(found) or any(m.last - m.first > 1 for m in found if m not in kept):
                continue  # the noun is of a longer name
            found = sorted([*kept, told])
        return found

    def _named(self, noun: str, age: _Age) -> tuple[str, ...]:
        """Who are called by a noun and an age, in any spelling of it."""
        key = (noun, age.number, age.kind, age.high)
        if key not in self._known:
            self._known[key] = ()
            for name in _spellings(noun, age):
                spelt = split.split(name)
                named = self._lexicon.find(spelt) if self._ages & {w.low for w in spelt} else []
                if len(named) == 1 and named[0][:2] == (0, len(spelt)):
                    self._known[key] = named[0].concepts
                    break
        return self._known[key]


def _spellings(noun: str, age: _Age) -> Iterator[str]:
    """The ways in which a name may tell the age of some people."""
    if age.kind == "between":
        yield from (way.format(noun, age.number, age.high) for way in _BETWEEN)
        return
    told = {
        "from": ((_FROM[:3], age.number), (_PAST, age.number - 1), (_PAST, age.number)),
        "past": ((_PAST, age.number), (_FROM[:3], age.number + 1), (_FROM[:3], age.number)),
        "under": ((_YOUNG, age.number),),
    }[age.kind]
    for ways, number in told:
        for way in ways:
            yield way.format(noun, number)


def _ages(lows: Sequence[str]) -> Iterator[_Age]:
    """The ages that words tell apart from a noun."""
    for at, low in enumerate(lows):
        if not low.isdigit() or not 1 <= int(low) <= _LAST:
            continue
        first = at
        if first and lows[first - 1] == "of" and lows[max(0, first - 2)] == "age":
            first -= 2
        elif first and lows[first - 1] in {"age", "aged"}:
            first -= 1
        if first and lows[first - 1] == "the":
            first -= 1
        said = first < at
        if (span := _span(lows, first, at)) is not None:
            yield span
        last = at + 1
        while last < len(lows) and lows[last] in _YEARS:
            last += 1
            said = said or lows[last - 1] in {"age", "old"}
        lead = lows[first - 1] if first else ""
        following = lows[last] if last < len(lows) else "."
        more = following in {"and", "or"} and last + 1 < len(lows) and lows[last + 1] in _MORE
        if lead in {"at", "aged", "from"} and more:
            yield _Age(first - 1, last + 2, int(low), "from")
        elif lead == "from" and following in _ON:
            yield _Age(first - 1, last + 1, int(low), "from")
        elif lead == "from" and said and (following in english.FINITE or not following.isalnum()):
            yield _Age(first - 1, last, int(low), "from")
        elif not (following in {"%", "percent", "per", "to", "-"} or (last > at + 1 and not said)):
            ends = said or not following[0].isalnum() or following in english.FINITE
            if lead in _OVER and ends:
                yield _Age(first - 1, last, int(low), "past")
            elif (lead in _UNDER or lows[max(0, first - 2) : first] == ["up", "to"]) and ends:
                yield _Age(first - 1, last, int(low), "under")


def _span(lows: Sequence[str], first: int, at: int) -> _Age | None:
    """The ages from one to another that begin at a position: "between the ages of 19 and 50, women"."""
    if first > 1 and lows[first - 1] == "of" and lows[first - 2] == "ages":
        first -= 3 if lows[first - 3 : first - 2] == ["the"] else 2
    joint = _JOINTS.get(lows[first - 1]) if first else None
    if joint is None or lows[at + 1 : at + 2] != [joint] or at + 2 >= len(lows) or not lows[at + 2].isdigit():
        return None
    last = at + 3
    while last < len(lows) and lows[last] in _YEARS:
        last += 1
    aged = not {"ages", "age", "old"}.isdisjoint(lows[first - 1 : last])
    ends = last >= len(lows) or not lows[last][0].isalnum() or (first > 1 and lows[first - 2] in _NOUNS)
    high = int(lows[at + 2])
    return _Age(first - 1, last, int(lows[at]), "between", high) if (aged or ends) and high <= _LAST else None


def _noun(lows: Sequence[str], age: _Age) -> int | None:
    """Where those stand whose age is told: right before it, behind it, else before it in its clause."""
    begin: int = max((i + 1 for i in range(age.first) if lows[i] in {";", ":"}), default=0)
    if age.first and lows[age.first - 1] in _NOUNS:
        return age.first - 1
    end: int = next(
        (i for i in range(age.last, len(lows)) if lows[i] in {";", ":", "while", "whereas", "but"}), len(lows)
    )
    places = [*range(age.last, end), *range(age.first - 1, begin - 1, -1)]
    return next((i for i in places if lows[i] in _NOUNS or lows[i] in _THEY), None)


def _stood_for(lows: Sequence[str], at: int, lent: Names) -> str:
    """The noun of those for whom "they" stands: named before it in the sentence, else in the one before."""
    before = [low for low in lows[:at] if low in _NOUNS]
    if before:
        return before[-1]
    told = [word.low for _, name in lent for word in name if word.low in _NOUNS]
    return told[-1] if told and len(set(told)) == 1 else ""
