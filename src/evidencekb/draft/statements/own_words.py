"""Sentences in the editors' own words: a claim's statement or wording, with little more around it.

Where a sentence holds every word of a wording that carries content, in the same order, says as often "not" and names
nothing else, it says what the wording says, however its grammar is read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.statements.wordings import carries, denied_comparison, negated
from evidencekb.text import figures, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Quantity
    from evidencekb.text.words import Word

_SHORTEST: Final = 2
"""Words of content that a wording must have to be known by them."""
_NUMBER: Final = "# "
_MORE: Final = 0.34
"""Share of the wording's length that the sentence may have on top."""


class OwnWording(NamedTuple):
    """A statement or wording of a claim, with its words of content in order."""

    claim: Claim
    content: tuple[str, ...]
    stems: frozenset[str]  # the content without the places of numbers
    text: str

    @property
    def negated(self) -> bool:
        """Whether it denies."""
        return _stance(self.text)[0]

    @property
    def compared(self) -> bool:
        """Whether it says "no higher"."""
        return _stance(self.text)[1]

    def holds(self, lows: frozenset[str]) -> bool:
        """Whether all of some words are its own."""
        return not lows or lows <= _lows(self.text)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its figures."""
        return _quantities(self.text)


class OwnWords:
    """The statements and wordings of all claims, by their rarest word."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Take every statement and wording apart once."""
        every = [wording for claim in claims for wording in _of(claim)]
        count = Counter(stem for wording in every for stem in wording.stems)
        self._by_stem: dict[str, list[OwnWording]] = defaultdict(list)
        for wording in every:
            self._by_stem[min(wording.stems, key=lambda stem: (count[stem], stem))].append(wording)

    def said(self, sentence: Sentence) -> list[OwnWording]:
        """The wordings that the sentence says, those of the most words first."""
        stems = sentence.stems
        held = [w for stem in stems if stem in self._by_stem for w in self._by_stem[stem] if w.stems <= stems]
        if not held:
            return []
        content = _content(sentence.words)
        against = negated(sentence.words)
        compared = denied_comparison(sentence.words)
        found = [
            wording
            for wording in held
            if len(content) <= len(wording.content) * (1 + _MORE)
            and wording.negated == against
            and compared <= wording.compared
            and in_order(wording.content, content)
        ]
        return sorted(found, key=lambda wording: (-len(wording.content), wording.claim.id, wording.content))


def _of(claim: Claim) -> Iterator[OwnWording]:
    """The statement and wordings of one claim that are long enough."""
    for text in dict.fromkeys((claim.statement, *claim.wordings)):
        content = _content(words.split(text))
        stems = frozenset(stem for stem in content if not stem.startswith(_NUMBER))
        if len(content) >= _SHORTEST and stems:
            yield OwnWording(claim, content, stems, text)


@lru_cache(maxsize=4096)
def _stance(text: str) -> tuple[bool, bool]:
    """Whether a wording denies, and whether it says "no higher"; looked at when it is met, as the rest of it."""
    tokens = words.split(text)
    return negated(tokens), denied_comparison(tokens)


@lru_cache(maxsize=4096)
def _lows(text: str) -> frozenset[str]:
    """The words of a wording in lower case."""
    return frozenset([token.low for token in words.split(text)])


@lru_cache(maxsize=4096)
def _quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of a wording, looked for when it is met: most never are."""
    return tuple(figure.quantity for figure in figures.find(text))


def _content(tokens: Sequence[Word]) -> tuple[str, ...]:
    """The stems that carry content; each number as a place with the word behind it, which tells whose it is."""
    found: list[str] = []
    number = False
    for token in tokens:
        if token.raw[0].isdecimal():
            number = True
            continue
        if number and token.raw[0].isalpha():
            found.append(_NUMBER + token.low)
            number = False
        if carries(token):
            found.append(token.stem)
    return tuple(found)


def in_order(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether all of `part` stands in `whole` in the same order."""
    rest = iter(whole)
    return all(any(word == other for other in rest) for word in part)
