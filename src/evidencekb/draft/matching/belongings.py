"""What belongs to a claim: every name and word by which it may be told, and the way that its figure goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from evidencekb.draft.language import english
from evidencekb.text import words as split
from evidencekb.text.families import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.model.nodes import Claim


class Terms(NamedTuple):
    """The concepts of a claim's frame, all that may stand for them, the families of its words, and its directions."""

    frame: frozenset[str]
    above: frozenset[str]
    kin: frozenset[str]
    cues: frozenset[str]
    falls: bool  # whether its figure is that of a fall, which has to be told by a word
    negated: bool


class Belongings:
    """What belongs to each claim of a claim base, gathered when a claim is first looked at: most never are."""

    def __init__(self, index: ClaimsIndex) -> None:
        """Nothing is gathered yet."""
        self._index = index
        self._held: dict[str, Terms] = {}
        self._names: dict[str, tuple[frozenset[str], ...]] = {}

    def needed(self, claim: Claim) -> frozenset[str]:
        """The concepts without which a claim is not meant, its outcome aside; what it is compared with goes unsaid."""
        others = (claim.measure, claim.substance, claim.means, claim.action)
        return self._index.own(claim) | frozenset(name for name in others if name)

    def spelt(self, name: str) -> tuple[frozenset[str], ...]:
        """The names of a concept, each as the families of its words that carry meaning, numbers among them."""
        found = self._names.get(name)
        if found is None:
            concept = self._index.kb.concepts.get(name)
            texts = (concept.label, *concept.synonyms) if concept else ()
            kins = (frozenset(w.kin for w in split.split(t) if w.raw[0].isalnum()) - LIGHT for t in texts)
            found = self._names[name] = tuple(each for each in kins if each)
        return found

    def of(self, claim: Claim) -> Terms:
        """What belongs to a claim."""
        found = self._held.get(claim.id)
        if found is None:
            found = self._held[claim.id] = self._gathered(claim)
        return found

    def _gathered(self, claim: Claim) -> Terms:
        index, concepts = self._index, self._index.kb.concepts
        held = self.needed(claim) | frozenset({claim.outcome} if claim.outcome else ())
        spelt = held | frozenset({claim.comparator} - {""})
        names = [text for name in sorted(spelt) if (c := concepts.get(name)) for text in (c.label, *c.synonyms)]
        statement = split.split(claim.statement)
        tokens = [*statement, *(word for text in (*claim.wordings, *names) for word in split.split(text))]
        cues, way = index.wordings.cues(tokens), _way(claim)
        return Terms(
            held,
            index.above(spelt) | _named(index, map(split.split, [claim.statement, *claim.wordings, *names])),
            frozenset([word.kin for word in tokens]),
            cues | way if cues.isdisjoint({"up", "down"}) else cues,
            "down" in way,
            is_negated(statement),
        )


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


def _way(claim: Claim) -> frozenset[str]:
    """Which way the figure of an effect goes by its sign."""
    number = claim.figure.value if claim.figure is not None else None
    if number is None or claim.kind != "effect":
        return frozenset()
    if claim.effect in {"mean-difference", "absolute-risk-difference"}:
        return frozenset({"up" if number > 0 else "down"})
    return frozenset({"down"} if claim.effect == "relative-risk-reduction" or number < 1 else {"up"})
