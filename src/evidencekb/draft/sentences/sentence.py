"""A sentence of a draft with its words, the concepts it mentions and its figures."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences import stance
from evidencekb.text.families import positives

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from evidencekb.draft.naming.elliptic import Names
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.model.nodes import Concept
    from evidencekb.model.quantity import Figure
    from evidencekb.text.words import Word

Alternatives = frozenset[str]
"""Concept ids that one mention may mean."""


_REACH: Final = 6
_GOT: Final = english.listed(
    "take takes taken taking took use uses using used given receive receives received receiving get gets getting got "
    "have has had having been being be any yet ever currently on treated with prescribed started start starting the "
    "their put develop developed developing also actually themselves itself"
)
"""Words between "not" and the name of what people did not get."""


@dataclass(frozen=True)
class Sentence:
    """One sentence; character positions count in the block's text, word positions in `words`."""

    text: str
    start: int
    end: int
    words: Sequence[Word]
    starts: Sequence[int]  # where each word begins
    mentions: Sequence[Mention]
    figures: Sequence[Figure]
    concepts: Mapping[str, Concept] = field(repr=False)
    names: Names = field(default=(), repr=False)  # in full, of those that the words cut short, too

    def full_names(self) -> Names:
        """The mentions with the words of their whole names."""
        return self.names or [(m, list(self.words[m.first : m.last])) for m in self.mentions]

    @cached_property
    def lows(self) -> frozenset[str]:
        """The words, each once, in lower case."""
        return frozenset([word.low for word in self.words])

    @cached_property
    def stance(self) -> stance.Stance:
        """What is asked, supposed or denied rather than said."""
        return stance.read([word.low for word in self.words], self.lows)

    @cached_property
    def restricts(self) -> bool:
        """Whether a word narrows the people spoken of, in words that no concept covers: "in older adults"."""
        if self.lows.isdisjoint(english.RESTRICTING | english.PEOPLE_NAMED):
            return False
        return any(
            word.low in english.RESTRICTING | english.PEOPLE_NAMED and not self.taken[i]
            for i, word in enumerate(self.words)
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words, each once."""
        return frozenset([word.stem for word in self.words])

    @cached_property
    def kins(self) -> frozenset[str]:
        """The families of the words, and those that a comparative among them may be of, each once."""
        return frozenset([word.kin for word in self.words]).union(*map(positives, self.lows))

    @cached_property
    def taken(self) -> Sequence[bool]:
        """For each word whether it is part of a mention."""
        found = [False] * len(self.words)
        for mention in self.mentions:
            found[mention.first : mention.last] = [True] * (mention.last - mention.first)
        return found

    @cached_property
    def figured(self) -> frozenset[int]:
        """Positions of the words of figures that are not ages or counts."""
        positions: set[int] = set()
        for figure in self.figures:
            if figure.quantity.kind.value not in {"age", "count"}:
                positions.update(range(self.position(figure.start), self.position(figure.end)))
                positions.difference_update(range(self.position(figure.inner[0]), self.position(figure.inner[1])))
        return frozenset(positions)

    def tells(self, at: int) -> bool:
        """Whether an outcome's name begins at a position, so that the word may be the verb as well."""
        return any(m.first == at and "outcome" in self.types(m) for m in self.mentions)

    def position(self, offset: int) -> int:
        """Index of the first word that begins at or behind a character offset."""
        return bisect_left(self.starts, offset)

    def end_of(self, at: int) -> int:
        """Offset at which the word at a position ends."""
        return self.starts[at] + len(self.words[at].raw)

    def types(self, mention: Mention) -> frozenset[str]:
        """The types of what a mention may mean."""
        return frozenset([self.concepts[c].type for c in mention.concepts if c in self.concepts])

    def above(self, names: Iterable[str]) -> frozenset[str]:
        """Some concepts with all that they are kinds of."""
        seen: set[str] = set()
        stack = list(names)
        while stack:
            name = stack.pop()
            if name not in seen:
                seen.add(name)
                stack += self.concepts[name].broader if name in self.concepts else ()
        return frozenset(seen)

    def within(self, low: int, high: int) -> list[Mention]:
        """The mentions among the words low:high."""
        return [m for m in self.mentions if low <= m.first < high]

    def negated(self, mention: Mention) -> bool:
        """Whether a mention is of those who lack it: "without A"."""
        before = [word.low for word in self.words[max(0, mention.first - 2) : mention.first]]
        if not before:
            return False
        if before[-1] in {"without", "no", "not", "non"} or before[0] == "without":
            return True
        return before[-1] in _GOT and self._unreceived(mention.first)

    def _unreceived(self, at: int) -> bool:
        """Whether "not" stands before the words of getting that lead to a position: "not been given A"."""
        low, least = "", max(0, at - _REACH)
        while at > least:
            at -= 1
            behind, low = low, self.words[at].low
            if low in english.DENIAL:
                return behind not in english.NOT_DENIED
            if low not in _GOT or self.taken[at]:
                return False
        return False

    def people_with(self, mention: Mention) -> int | None:
        """Where the people begin whom "with" ties to a name, as in "people with A"; None where there are none."""
        at = mention.first - 1
        if at < 1 or self.words[at].low != "with":
            return None
        if self.words[at - 1].low in english.PEOPLE:
            return at - 1
        return next((m.first for m in self.mentions if m.last == at and "population" in self.types(m)), None)

    def names_people(self, low: int, high: int) -> bool:
        """Whether the words low:high hold a noun or pronoun for people."""
        return any(word.low in english.GENERIC for word in self.words[low:high])


def alternatives(mentions: Iterable[Mention]) -> tuple[Alternatives, ...]:
    """Each mention as the set of what it may mean, once each, in order."""
    return tuple(dict.fromkeys(frozenset(m.concepts) for m in mentions))
