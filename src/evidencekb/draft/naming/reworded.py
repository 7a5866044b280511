"""Names in other words: what the names of a claim base are made of tells by which grammar a writer may say the same.

"A-free diet" is what "a year without A" and "cutting out A" speak of; "A treatment" is what acts where "A eases B";
"A deficiency" is what those have who are "short of A", "high A" what those have who "have too much of it"; "newly
diagnosed A" is A "at diagnosis" or A that "has just been diagnosed".
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.naming import age_told, amounts, arriving, doers, how_much, unknowing
from evidencekb.draft.naming.age_told import AgeTold
from evidencekb.draft.naming.ages import Ages
from evidencekb.draft.naming.amounts import Amounts
from evidencekb.draft.naming.arriving import Arriving
from evidencekb.draft.naming.doers import Doers
from evidencekb.draft.naming.given_up import GivenUp
from evidencekb.draft.naming.how_much import HowMuch
from evidencekb.draft.naming.mentions import Mention
from evidencekb.draft.naming.unknowing import Unknowing
from evidencekb.text import words as split

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from evidencekb.draft.naming.elliptic import Names
    from evidencekb.draft.naming.mentions import Lexicon
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Concept
    from evidencekb.text.words import Word

_AVOIDED: Final = english.listed("free without avoidance avoiding elimination exclusion")
_TREATING: Final = english.listed("treatment therapy")
_SHORT: Final = english.listed("deficiency deficient insufficiency")
_HIGH: Final = english.listed("high raised elevated excess excessive")
_LIGHT: Final = english.listed("a an the of with in - diet going eating")
_BEFORE: Final = english.listed("all any dietary the their every most more and enough")


def _phrases(text: str) -> frozenset[tuple[str, ...]]:
    """Phrases between commas, each as its words."""
    return frozenset(tuple(each.split()) for each in text.split(", "))


_ABSENT: Final = _phrases(
    "without, avoiding, avoid, avoids, avoided, cutting out, cut out, giving up, gave up, give up, gives up, "
    "given up, leaving out, left out, eliminating, eliminated, excluding, excluded, removing, removed, dropping, "
    "dropped, free of, free from, stopped eating, stop eating, abstaining from, abstained from, staying off, "
    "stayed off, came off, shunning, shunned, away from, forgoing, renouncing, banning, banished, cutting"
)
_GONE: Final = english.listed("gone removed avoided excluded eliminated dropped absent banned left cut given stopped")
_BEING: Final = english.listed("is was are were has have had been being")
_LACKED: Final = _phrases(
    "short of, low on, deficient in, lacking, lacking in, lack, lacks, lacked, lack of, shortage of, too little, "
    "not enough, insufficient, starved of, deprived of, short on"
)
_GIVING: Final = english.listed(
    "on with taking took take takes starting started start given after using used receiving"
)
_HAVING: Final = english.listed("have has had having with carry carries carried")
_BLOOD: Final = english.listed("blood body bodies bloodstream veins arteries system circulation plasma serum")
_LONGEST: Final = 2
_DIAGNOSED: Final = frozenset({"diagnosed", "diagnosis"})
_AT: Final = english.listed("at on upon when as by")
_NEWLY: Final = english.listed("just newly recently freshly new recent first")
_AUXILIARY: Final = english.AUXILIARY | english.listed(
    "they he she the their his her time of moment point point a being people patients it disease condition day only"
)
_REACH: Final = 6
_SPELT: Final = tuple(split.split("newly diagnosed"))


class Rewordings:
    """The names of one claim base that a draft may tell in other words."""

    def __init__(self, lexicon: Lexicon, kb: KnowledgeBase) -> None:
        """Take the names apart once."""
        self._lexicon = lexicon
        self._concepts = concepts = kb.concepts
        things: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for concept in concepts.values():
            if concept.type in {"substance", "molecule"}:
                for name in _names(concept):
                    things[name].append(concept.id)
        self._avoided: dict[str, tuple[str, ...]] = _made_of(concepts, things, {"intervention"}, _AVOIDED)
        self._treating = _made_of(concepts, things, {"intervention"}, _TREATING)
        self._short = _made_of(concepts, things, {"condition"}, _SHORT)
        self._high = _made_of(concepts, things, {"condition"}, _HIGH)
        self._spelt = {
            name: self._high[thing] for name, held in things.items() for thing in held if thing in self._high
        }
        self._fresh: dict[str, tuple[str, ...]] = {}
        self._ages = Ages(lexicon, concepts)
        self._age_told = AgeTold(lexicon, concepts)
        self._amounts = Amounts(concepts)
        self._arriving = Arriving(lexicon.whole, concepts)
        self._doers = Doers(concepts)
        self._given_up = GivenUp(lexicon, concepts)
        self._how_much = HowMuch(concepts)
        self._unknowing = Unknowing(kb)

    def added(
        self, tokens: Sequence[Word], mentions: list[Mention], *, figures: bool, lent: Names = ()
    ) -> list[Mention]:
        """The mentions with what they mean beside the words around them; absences only where there are figures.

        `lent` are the names of the sentence before, of which "it" may stand for one.
        """
        lows = [word.low for word in tokens]
        fresh = not _DIAGNOSED.isdisjoint(lows) and _is_at_diagnosis(lows)
        plain = english.CONTRAST.isdisjoint(lows)  # which arm a thing is on is told by its own name
        found = []
        for mention in mentions:
            changed = mention
            for name in mention.concepts:
                if figures and name in self._avoided:
                    changed = _widened(lows, changed, self._avoided[name], _ABSENT, gone=True)
                if name in self._short and changed is mention:
                    changed = _widened(lows, changed, self._short[name], _LACKED, gone=False)
                if plain and name in self._treating and changed is mention and _acts(lows, mention):
                    changed = mention._replace(concepts=(*mention.concepts, *self._treating[name]))
                if fresh and changed is mention and (newly := self._newly(name)):
                    changed = mention._replace(concepts=tuple(dict.fromkeys((*mention.concepts, *newly))))
            found.append(changed)
        if not how_much.CUES.isdisjoint(lows):
            found = self._how_much.added(tokens, lows, found)
        if not arriving.NEW.isdisjoint(lows):
            found = self._arriving.added(tokens, lows, found)
        if not doers.WHO.isdisjoint(lows):
            found = self._doers.added(tokens, lows, found)
        if self._high and figures and "much" in lows:
            found = self._much(lows, found, lent)
        if figures and not amounts.CUES.isdisjoint(lows):
            found = self._amounts.added(tokens, lows, found)
        if figures and not unknowing.CUES.isdisjoint(lows):
            found = self._unknowing.added(lows, found)
        if figures:
            found = self._given_up.added(tokens, lows, found)
        found = self._ages.added(tokens, lows, found, lent)
        if figures and not age_told.CUES.isdisjoint(lows):
            found = self._age_told.added(lows, found, lent)
        return found

    def _much(self, lows: Sequence[str], mentions: list[Mention], lent: Names) -> list[Mention]:
        """The mentions with "have too much A", or "too much of it" where but one thing named before can be meant."""
        for at in range(1, len(lows) - 2):
            if lows[at] != "too" or lows[at + 1] != "much" or lows[at - 1] not in _HAVING:
                continue
            start = at + 2 + (lows[at + 2] == "of")
            it = lows[start - 1 : start + 1] == ["of", "it"]
            size = next(
                (n for n in (3, 2, 1) if start + n <= len(lows) and tuple(lows[start : start + n]) in self._spelt),
                int(it),
            )
            end = start + size
            if it:
                here = {c for m in mentions if m.last <= at for c in m.concepts if c in self._high}
                named = here or {c for m, _ in lent for c in m.concepts if c in self._high}
                meant = self._high[next(iter(named))] if len(named) == 1 else ()
            else:
                here, meant = set[str](), self._spelt.get(tuple(lows[start:end]), ())
            placed = lows[end : end + 1] == ["in"] and _BLOOD.isdisjoint(lows[end + 1 : end + 4])
            if not meant or placed or not _stands_alone(lows, end):
                continue
            kept = [m for m in mentions if (m.last <= at or m.first >= end) and not here.issuperset(m.concepts)]
            return sorted([*kept, Mention(at, end, meant)])
        return mentions

    def _newly(self, name: str) -> tuple[str, ...]:
        """What "newly diagnosed A" names, for the condition A."""
        if name not in self._fresh:
            concept = self._concepts[name]
            spelt = (concept.label, *concept.synonyms) if concept.type == "condition" else ()
            whole = (self._lexicon.whole([*_SPELT, *split.split(each)]) for each in spelt)
            self._fresh[name] = next((each for each in whole if each), ())
        return self._fresh[name]


def _names(concept: Concept) -> Iterable[tuple[str, ...]]:
    """The words of each name of a concept."""
    return (tuple(word.low for word in split.split(name)) for name in (concept.label, *concept.synonyms))


def _made_of(
    concepts: Mapping[str, Concept],
    things: Mapping[tuple[str, ...], Sequence[str]],
    types: set[str],
    cues: frozenset[str],
) -> dict[str, tuple[str, ...]]:
    """For each thing the concepts of some types that are named by it and a cue, and by nothing else."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for concept in concepts.values():
        if concept.type not in types:
            continue
        for name in _names(concept):
            if not cues.isdisjoint(name):
                for thing in things.get(tuple(low for low in name if low not in cues | _LIGHT), ()):
                    found[thing][concept.id] = None
    return {thing: tuple(held) for thing, held in found.items()}


def _widened(
    lows: Sequence[str], mention: Mention, meant: tuple[str, ...], cues: frozenset[tuple[str, ...]], *, gone: bool
) -> Mention:
    """The mention together with words before it (or behind) that make another name of it, if such words stand there."""
    if not _stands_alone(lows, mention.last):
        return mention
    at = mention.first
    while at and lows[at - 1] in _BEFORE and (*lows[max(0, at - 2) : at],) not in cues:
        at -= 1
    if not gone and (start := amounts.without_enough(lows, mention.first)) is not None:
        return mention._replace(first=start, concepts=meant)
    for size in range(_LONGEST, 0, -1):
        if at >= size and tuple(lows[at - size : at]) in cues:
            return mention._replace(first=at - size, concepts=meant)
    last = mention.last
    while gone and last < len(lows) and lows[last] in _BEING:
        last += 1
    if gone and last > mention.last and last < len(lows) and lows[last] in _GONE:
        return mention._replace(last=last + 1, concepts=meant)
    return mention


def _stands_alone(lows: Sequence[str], at: int) -> bool:
    """Whether no noun follows that a name belongs to: "without A tablets"."""
    if at >= len(lows):
        return True
    low = lows[at]
    return not low.isalpha() or low in english.CLOSED or low in english.FINITE or low.endswith("ed")


def _acts(lows: Sequence[str], mention: Mention) -> bool:
    """Whether a thing is told as what was taken or what works, rather than as an amount or a level."""
    before = lows[mention.first - 1] if mention.first else ""
    behind = lows[mention.last] if mention.last < len(lows) else ""
    if before in _GIVING:
        return _stands_alone(lows, mention.last)
    subject = not mention.first or before in {",", ";", ":", "and", "that"}
    return subject and (behind == "for" or (behind in english.FINITE and behind not in english.AUXILIARY))


def _is_at_diagnosis(lows: Sequence[str]) -> bool:
    """Whether some words say that a complaint has just been found: "when they are diagnosed", "at diagnosis"."""
    for at, low in enumerate(lows):
        if low not in _DIAGNOSED:
            continue
        for i in range(at - 1, max(-1, at - 1 - _REACH), -1):
            if lows[i] in _NEWLY or lows[i] in _AT:
                return True
            if lows[i] not in _AUXILIARY:
                break
    return False
