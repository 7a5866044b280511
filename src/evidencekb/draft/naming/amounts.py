"""Too little and too much of a thing where it is found: "too little A in the B", "A levels in the B are below normal".

Both say what "low B A" names; only where a name of the claim base holds every word, the place with them, so that "too
little A in the C" is not taken for it.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.naming.mentions import Mention
from evidencekb.text import families
from evidencekb.text import words as split

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from evidencekb.model.nodes import Concept
    from evidencekb.text.words import Word

    Found = Mapping[frozenset[str], tuple[str, ...]]


def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """Phrases between commas, each as its words, the longest first."""
    return tuple(sorted((tuple(each.split()) for each in text.split(", ")), key=len, reverse=True))


_NORMAL: Final = ("normal", "the normal", "the normal range", "the norm", "the reference range", "what is normal")
_LITTLE: Final = (
    "too little, not enough, insufficient, inadequate, too low, abnormally low, unusually low, subnormal, deficient, "
    "far too little, far too low, lower than normal, less than normal, too low in, low in, scarce, too scarce, "
    "lacking, a lack of, a shortage of, too low a, short of, not sufficient, on the low side, low, "
    + ", ".join(f"{side} {normal}" for side in ("below", "under", "beneath", "lower than") for normal in _NORMAL)
)
_MUCH: Final = (
    "too much, too high, abnormally high, unusually high, excessive, excess, an excess of, too high a, far too much, "
    "far too high, more than normal, higher than normal, elevated, raised, on the high side, high, a surplus of, "
    + ", ".join(f"{side} {normal}" for side in ("above", "over", "beyond", "higher than") for normal in _NORMAL)
)
_SIDES: Final = {"low": _phrases(_LITTLE), "high": _phrases(_MUCH)}
_FIRST: Final = {side: frozenset(each[0] for each in cues) for side, cues in _SIDES.items()}
CUES: Final = english.listed(
    "little enough insufficient inadequate subnormal deficient below under beneath lower scarce lacking lack shortage "
    "short sufficient low much excessive excess above over beyond higher elevated raised surplus high"
)
"""Words of which one stands where an amount is told so."""
_OWN: Final = {
    "low": frozenset({"low", "lack", "reduc", "depl"}),
    "high": frozenset({"high", "excess", "rais"}),
}
"""Families of the words by which a name says that something is low or high."""
_AUXILIARY: Final = english.listed(
    "is are was were be been being has have had fall falls fell lie lies lay sit sits sat run runs ran drop drops "
    "dropped dip dips dipped stay stays stayed measure measures turn turns turned out to found too rather quite "
    "very well slightly somewhat contain contains contained hold holds held carry carries carried show shows "
    "often usually still can may prove proves proved remain remains come comes came"
)
_INNER: Final = english.listed(
    "of the a an in their his her its your our level levels amount amounts concentration concentrations content value "
    "values inside within on that is circulating"
)
PLENTY: Final = english.listed("enough sufficient adequate")
_GETTING: Final = english.listed(
    "get getting have having had take taking make making got eat eating receive consume hold contain carry"
)
_DOING: Final = frozenset({"do", "does", "did"})
_WHOSE: Final = english.listed("the their his her its your our")
_NUMBERS: Final = english.listed(
    "half most many some few one two three four five six seven eight nine ten about nearly almost"
)
_NOT: Final = english.DENIAL | {"neither"}
_MOST: Final = 7
"""Words of what is told of, at most."""


class Amounts:
    """The names of one claim base that say that something is low or high."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """Keep the concepts; their names are taken apart when a sentence first needs them."""
        self._concepts = concepts

    def added(self, tokens: Sequence[Word], lows: Sequence[str], mentions: list[Mention]) -> list[Mention]:
        """The mentions with those of an amount that is too little or too much."""
        found = mentions
        for side, first in _FIRST.items():
            for at, low in enumerate(lows):
                begin, end = at, at + 1
                if side == "low" and low in PLENTY and (denied := without_enough(lows, end)) is not None:
                    begin = denied
                elif low in first and (cue := _cue(lows, at, _SIDES[side])):
                    end = at + cue
                else:
                    continue
                told = self._told(tokens, lows, begin, end, self._held[side]) if self._held[side] else None
                if told is not None and _is_news(told, found) and not self._elsewhere(lows, told.last, found):
                    found = sorted([*(m for m in found if m.last <= told.first or told.last <= m.first), told])
        return found

    def _elsewhere(self, lows: Sequence[str], at: int, mentions: Sequence[Mention]) -> bool:
        """Whether a place follows that no name tells of: "too much A in their hair"; not "in people with B"."""
        if at + 1 >= len(lows) or lows[at] not in {"in", "inside", "within"}:
            return False
        at += 1 + (lows[at + 1] in _WHOSE)
        noun = lows[at] if at < len(lows) else ""
        if not noun.isalpha() or noun in english.PEOPLE_NAMED | english.CLOSED | _NUMBERS:
            return False
        return not any(m.first <= at < m.last and self._is_group(m) for m in mentions)

    def _is_group(self, mention: Mention) -> bool:
        return any(self._concepts[c].type in {"population", "condition"} for c in mention.concepts)

    @cached_property
    def _held(self) -> Mapping[str, Found]:
        """For each side, what names say to be low or high there, as families; places that mean one are one family."""
        made: dict[str, dict[frozenset[str], dict[str, None]]] = {side: defaultdict(dict) for side in _OWN}
        for concept in self._concepts.values():
            if concept.type in {"condition", "outcome"}:
                for name in _names(concept):
                    for side, cues in _OWN.items():
                        if cues & name and len(rest := name - cues) > 1:
                            made[side][rest][concept.id] = None
        return {side: {rest: tuple(ids) for rest, ids in held.items()} for side, held in made.items()}

    def _told(self, tokens: Sequence[Word], lows: Sequence[str], begin: int, end: int, held: Found) -> Mention | None:
        """What is said to be low or high by the words begin:end, named before them, behind them, or around them."""
        known = frozenset().union(*held)
        kin = families.families(tokens)
        last = end
        while last < len(lows) and last - end < _MOST and (kin[last] in known or lows[last] in _INNER):
            last += 1
        start = begin
        while start and lows[start - 1] in _AUXILIARY:
            start -= 1
        if start < begin and not _NOT.isdisjoint(lows[max(0, start - 1) : begin]):
            return None
        subject = start
        while subject and start - subject < _MOST and (kin[subject - 1] in known or lows[subject - 1] in _INNER):
            subject -= 1
        for low, high in ((subject, last), (subject, end), (begin, last)):
            parts = frozenset(kin[i] for i in (*range(low, start), *range(end, high)) if kin[i] in known)
            if len(parts) > 1 and parts in held:
                named = [i for i in range(low, high) if kin[i] in known or begin <= i < end]
                return Mention(named[0], named[-1] + 1, held[parts])
        return None


def without_enough(lows: Sequence[str], at: int) -> int | None:
    """Where "not get enough" begins that ends before a position; None where it does not stand there."""
    if not at or lows[at - 1] not in PLENTY:
        return None
    for i in range(at - 2, max(-1, at - 5), -1):
        if lows[i] in english.DENIAL:
            return i - 1 if i and lows[i - 1] in _DOING else i
        if lows[i] not in _GETTING:
            return None
    return None


def _cue(lows: Sequence[str], at: int, cues: tuple[tuple[str, ...], ...]) -> int:
    """How many words from a position on say that something is low or high; 0 where none do."""
    return next((len(cue) for cue in cues if tuple(lows[at : at + len(cue)]) == cue), 0)


def _is_news(told: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether no name that stands there already says as much."""
    inside = [m for m in mentions if m.first < told.last and told.first < m.last]
    return all(told.first <= m.first and m.last <= told.last for m in inside) and all(m[:2] != told[:2] for m in inside)


def _names(concept: Concept) -> Iterable[frozenset[str]]:
    """The families of the words of each name of a concept."""
    return (families.content(families.families(split.split(n))) for n in (concept.label, *concept.synonyms))
