"""What belongs to a claim: every name and word by which it may be told, and the way that its figure goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import english
from evidencekb.draft.matching import known_in
from evidencekb.draft.matching.lookups import frame_concepts, number_key
from evidencekb.draft.measures import at_times
from evidencekb.text import figures
from evidencekb.text import words as split
from evidencekb.text.families import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.model.nodes import Claim


_TELLING: Final = 5
"""Letters that the family of a word has at least by which one thing is told from all others."""


class Terms(NamedTuple):
    """The concepts of a claim's frame, all that may stand for them, the families of its words, and its directions."""

    frame: frozenset[str]
    above: frozenset[str]
    kin: frozenset[str]
    cues: frozenset[str]
    falls: bool  # whether its figure is that of a fall, which has to be told by a word
    negated: bool
    numbers: frozenset[tuple[str, str]]  # that stand in its statement (see `number_key`)
    days: frozenset[Decimal]  # the times that stand there


class Content(NamedTuple):
    """What a wording says: what carries content in order, whether it denies that, and its parts, each once."""

    own: tuple[str, ...]
    denies: bool
    parts: frozenset[str]


class Belongings:
    """What belongs to each claim of a claim base, gathered when a claim is first looked at: most never are."""

    def __init__(self, index: ClaimsIndex) -> None:
        """Nothing is gathered yet."""
        self._index = index
        self.contents: dict[str, Content] = {}
        """What wordings say, as they are looked at."""
        self._held: dict[str, Terms] = {}
        self._names: dict[str, tuple[frozenset[str], ...]] = {}
        self._named_by: dict[str, set[str]] = {}  # family of a word to the concepts in whose names it is

    def needed(self, claim: Claim) -> frozenset[str]:
        """The concepts without which a claim is not meant, its outcome aside; what it is compared with goes unsaid."""
        others = (claim.measure, claim.substance, claim.means, claim.action)
        return self._index.own(claim) | frozenset(name for name in others if name)

    def spelt(self, name: str) -> tuple[frozenset[str], ...]:
        """The names of a concept, each as the families of its words that carry meaning, numbers among them."""
        found = self._names.get(name)
        if found is None:
            texts = self._texts(name)
            kins = (frozenset(w.kin for w in split.split(t) if w.raw[0].isalnum()) - LIGHT for t in texts)
            found = self._names[name] = tuple(each for each in kins if each)
        return found

    def marked(self, name: str, said: frozenset[str]) -> bool:
        """Whether words of a name were said that stand together in those of this concept, or of one akin, and no other.

        One has to be long, or they are most of the name.
        """
        index = self._index
        if not self._named_by:
            for concept in index.kb.concepts:
                for part in frozenset().union(*self.spelt(concept)):
                    self._named_by.setdefault(part, set()).add(concept)
        own = index.above(frozenset({name})) | index.within(name)
        for parts in self.spelt(name):
            here = parts & said
            most = len(here) > 1 and 3 * len(here) >= 2 * len(parts)
            if (most or any(len(part) >= _TELLING for part in here)) and set.intersection(
                *(self._named_by[part] for part in here if most or len(part) >= _TELLING)
            ) <= own:
                return True
        return False

    def of(self, claim: Claim) -> Terms:
        """What belongs to a claim."""
        found = self._held.get(claim.id)
        if found is None:
            found = self._held[claim.id] = self._gathered(claim)
        return found

    def _gathered(self, claim: Claim) -> Terms:
        index = self._index
        held = self.needed(claim) | frozenset({claim.outcome} if claim.outcome else ())
        spelt = held | frozenset({claim.comparator, *frame_concepts(claim)} - {""})
        names = [text for name in sorted(spelt) for text in self._texts(name)]
        told = [split.split(text) for text in (claim.statement, *claim.wordings)]
        people = known_in.nouns_of(index, index.held(claim))
        tokens = [word for words in (*told, *map(split.split, (*names, *people))) for word in words]
        turns = index.wordings.cues([word for words in told for word in _unnamed(index, words)])
        ends = index.wordings.cues([word for text in self._texts(claim.outcome) for word in split.split(text)])
        way = _way(claim)
        stated = figures.find(claim.statement)
        return Terms(
            held,
            index.above(spelt)
            | index.sort_of(index.held(claim))
            | _named(index, map(split.split, [claim.statement, *claim.wordings, *names])),
            frozenset([word.kin for word in tokens]),
            turns | ends | (way if turns.isdisjoint({"up", "down"}) else frozenset()),
            "down" in way,
            is_negated(told[0]),
            frozenset([number_key(each.quantity) for each in stated]),
            at_times.days(claim.statement, stated),
        )

    def _texts(self, name: str) -> tuple[str, ...]:
        """All names of a concept."""
        concept = self._index.kb.concepts.get(name)
        return (concept.label, *concept.synonyms) if concept else ()


def is_negated(words: Sequence[split.Word]) -> bool:
    """Whether some words hold an odd number of negations, those of a bound aside: "no more than"."""
    lows = [word.low for word in words]
    pairs = zip(lows, [*lows[1:], ""], strict=True)
    return sum(low in english.NEGATION and following not in english.NOT_DENIED for low, following in pairs) % 2 == 1


def _named(index: ClaimsIndex, texts: Iterable[Sequence[split.Word]]) -> frozenset[str]:
    """The concepts that some texts name, also within longer names."""
    return frozenset(
        name
        for text in texts
        for mention in index.lexicon.find(text)
        for name in (*mention.concepts, *index.lexicon.inside(text, mention))
    )


def _unnamed(index: ClaimsIndex, words: Sequence[split.Word]) -> list[split.Word]:
    """The words that are in no name."""
    named = {at for mention in index.lexicon.find(words) for at in range(mention.first, mention.last)}
    return [word for at, word in enumerate(words) if at not in named]


def _way(claim: Claim) -> frozenset[str]:
    """Which way the figure of an effect goes by its sign."""
    number = claim.figure.value if claim.figure is not None else None
    if number is None or claim.kind != "effect":
        return frozenset()
    if claim.effect in {"mean-difference", "absolute-risk-difference"}:
        return frozenset({"up" if number > 0 else "down"})
    return frozenset({"down"} if claim.effect == "relative-risk-reduction" or number < 1 else {"up"})
