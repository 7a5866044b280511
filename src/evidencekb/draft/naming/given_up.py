"""Outcomes that are named by a treatment and told with a verb: who "stop their A", who "need no A" any more.

A name such as "stopping A" is what those do who quit it; "freedom from A at 3 years" is what those have
who three years on "are off A". A time that such a name holds must be told, or no other.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import english
from evidencekb.draft.naming.mentions import Mention
from evidencekb.text import words as split
from evidencekb.text.figures import numbers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.draft.naming.mentions import Lexicon
    from evidencekb.model.nodes import Concept
    from evidencekb.text.words import Word

_GIVING_UP: Final = english.listed(
    "stopping stop giving abandoning abandonment discontinuation discontinuing withdrawal coming quitting dropping "
    "ceasing cessation"
)
_FREE: Final = english.listed("freedom free without off")
_IDLE: Final = english.listed("up off from of the a - at after in for on by their with")
_STOPS: Final = english.CEASING | english.listed("abandon abandons abandoned drop drops dropped")
_PHRASAL: Final = {
    "up": english.listed("give gives gave given"),
    "off": english.listed("come comes came go goes went gone"),
}
_STOPPING: Final = _STOPS.union(*_PHRASAL.values())
_OWN: Final = english.listed("their the his her its all taking using any these those such further more daily")
_NEEDING: Final = english.listed(
    "need needs needed require requires required use uses used take takes took taken have had on"
)
_BEING: Final = english.listed("are is was were remain remains remained stay stays stayed still be been being")
_GOING: Final = english.listed("went go goes gone do did manage manages managed cope coped get got live lived")
_UNITS: Final = english.listed("day week month year")
_ONE: Final = english.listed("one a an 1")
_COUNT: Final = {word: str(number) for word, number in numbers.UNITS.items()}
_REACH: Final = 4
_ANY: Final = english.listed(
    "drug drugs treatment treatments medicine medicines medication medications therapy tablets pills"
)
"""Nouns for whatever was given: "stopping the drug"."""


class _Deed(NamedTuple):
    """An outcome of a treatment: given up or, if `free`, done without, at some time."""

    free: bool
    time: tuple[str, str] | None
    concept: str


class GivenUp:
    """The outcomes of one claim base that are to give up a treatment or to be free of it."""

    def __init__(self, lexicon: Lexicon, concepts: Mapping[str, Concept]) -> None:
        """Take the names apart once."""
        self._deeds: dict[str, dict[_Deed, None]] = defaultdict(dict)
        self._concepts = concepts
        self._any: dict[str, None] = {}  # to give up whatever was given
        for concept in concepts.values():
            for name in (concept.label, *concept.synonyms) if concept.type == "outcome" else ():
                tokens = split.split(name)
                lows = frozenset(word.low for word in tokens)
                free = not lows.isdisjoint(_FREE) and lows.isdisjoint(_GIVING_UP)
                if not free and lows.isdisjoint(_GIVING_UP):
                    continue
                thing = _thing(tokens)
                if not free and thing and _ANY.issuperset(word.low for word in thing) and not _times(tokens):
                    self._any[concept.id] = None
                for treatment in _treatments(lexicon, concepts, tokens):
                    self._deeds[treatment][_Deed(free, next(iter(_times(tokens)), None), concept.id)] = None

    def added(self, tokens: Sequence[Word], lows: Sequence[str], mentions: list[Mention]) -> list[Mention]:
        """The mentions, those of treatments that are given up or done without as the outcomes that this is."""
        if self._any and not _STOPPING.isdisjoint(lows):
            mentions = self._stopped(lows, mentions)
        if not self._deeds:
            return mentions
        found = mentions
        for place, mention in enumerate(mentions):
            deeds = [d for c in mention.concepts for d in self._deeds.get(c, ())]
            if not deeds:
                continue
            first = _gone_without(lows, mention.first)
            free = first < mention.first
            if not free and _stop(lows, mention.first) is None:
                continue
            times = _times(tokens)
            meant = {d.concept for d in deeds if d.free is free and (d.time is None or not times or d.time in times)}
            if len(meant) == 1:
                found = [*found[:place], mention._replace(first=first, concepts=tuple(meant)), *found[place + 1 :]]
        return found

    def _stopped(self, lows: Sequence[str], mentions: list[Mention]) -> list[Mention]:
        """The mentions with what tells that a treatment is given up, whichever it is: "stop taking their A"."""
        given = (m for m in mentions if all(self._concepts[c].type == "intervention" for c in m.concepts))
        spans = [(at, m.first) for m in given if (at := _stop(lows, m.first)) is not None]
        free = [(a, b) for a, b in spans if not any(m.first < b and a < m.last for m in mentions)]
        return sorted([*mentions, *(Mention(a, b, tuple(self._any)) for a, b in free)]) if free else mentions


def _thing(tokens: Sequence[Word]) -> Sequence[Word]:
    """What a name of giving up or of being free of something is of, where that stands in one piece."""
    rest = [
        i
        for i, word in enumerate(tokens)
        if word.low not in _GIVING_UP | _FREE | _IDLE and not word.low.isdigit() and word.low.rstrip("s") not in _UNITS
    ]
    if not rest or rest[-1] - rest[0] != len(rest) - 1:
        return []
    return tokens[rest[0] : rest[-1] + 1]


def _treatments(lexicon: Lexicon, concepts: Mapping[str, Concept], tokens: Sequence[Word]) -> frozenset[str]:
    """The treatment that a name holds, beside words of giving up and a time; empty where it holds more."""
    own = _thing(tokens)
    if not own:
        return frozenset()
    found = [m for m in lexicon.find(own) if m[:2] == (0, len(own))]
    named = frozenset(c for m in found for c in m.concepts)
    return named if all(concepts[c].type in {"intervention", "substance"} for c in named) else frozenset()


def _times(tokens: Sequence[Word]) -> frozenset[tuple[str, str]]:
    """The times that some words tell, each as its number and its unit: "3 years", "three years"."""
    found = set()
    for i in range(1, len(tokens)):
        unit, count = tokens[i].low.rstrip("s"), tokens[i - 1].low
        if unit in _UNITS and (count in _COUNT or count in _ONE or count.isdigit()):
            found.add(("1" if count in _ONE else _COUNT.get(count, count), unit))
    return frozenset(found)


def _stop(lows: Sequence[str], at: int) -> int | None:
    """Where the verb stands that says that those counted give up a treatment; None in "in those who stop A"."""
    i = at - 1
    while i > 0 and lows[i] in _OWN:
        i -= 1
    if i > 0 and lows[i] in _PHRASAL and lows[i - 1] in _PHRASAL[lows[i]]:
        i -= 1
    elif i < 0 or lows[i] not in _STOPS:
        return None
    return i if i > 0 and _tells(lows, i - 1) else None


def _gone_without(lows: Sequence[str], at: int) -> int:
    """Where "no", "off" or "without" stands before a treatment that those counted do without; `at` where none does."""
    i = at - 1
    while i > 1 and lows[i] in _OWN:
        i -= 1
    if i < 1:
        return at
    before = lows[i - 1]
    denied = (lows[i] == "no" and before in _NEEDING) or (lows[i] == "off" and before in _BEING)
    if denied or (lows[i] == "without" and before in _GOING):
        return i if _tells(lows, i - 2) else at
    if lows[i] in _NEEDING and (before in {"not", "longer"} or before.endswith("n't")):
        first = i - 2 if before == "longer" and lows[i - 2] == "no" else i - 1
        return first if _tells(lows, first - 1) else at
    return at


def _tells(lows: Sequence[str], at: int) -> bool:
    """Whether a verb behind a position tells of those counted; not in a clause that only says who they are."""
    for i in range(at, max(-1, at - _REACH), -1):
        if lows[i] in english.RELATIVE or lows[i] in {"to", "if", "when", "after", "once", "and"}:
            return False
        if lows[i] not in english.AUXILIARY and not lows[i].endswith("ly") and lows[i] not in {"still", "not", "even"}:
            return True
    return True
