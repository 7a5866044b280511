"""Finds the concepts that a text mentions: labels and synonyms in any inflection, the longest first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from evidencekb.text import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.text.words import Word

_DEFINED: Final = re.compile(r"\(([A-Z][A-Za-z]{0,6}[A-Z])s?\)")
"""An abbreviation in brackets, right behind what it stands for."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words first:last (positions in the list of words) that name one of `concepts`; start:end in the text."""

    first: int
    last: int
    start: int
    end: int
    concepts: tuple[str, ...]


class Lexicon:
    """Every label and synonym of a claim base, by its first word."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Index the names once."""
        entries: dict[tuple[str, ...], dict[str, None]] = {}
        for concept in kb.concepts.values():
            for name in (concept.label, *concept.synonyms):
                stems = tuple(word.stem for word in words.split(name) if word.raw[0].isalnum())
                if stems and stems[0] in {"the", "a", "an"} and len(stems) > 1:
                    stems = stems[1:]
                if stems:
                    entries.setdefault(stems, {})[concept.id] = None
        self._entries = {stems: tuple(concepts) for stems, concepts in entries.items()}
        lengths: dict[str, set[int]] = {}
        for stems in entries:
            lengths.setdefault(stems[0], set()).add(len(stems))
        self._lengths = {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()}

    def find(self, text: Sequence[Word], extra: Mapping[str, tuple[str, ...]] | None = None) -> list[Mention]:
        """The mentions among the words, in order, without overlap; `extra` are abbreviations of this draft."""
        found: list[Mention] = []
        at, size = 0, len(text)
        while at < size:
            last, concepts = self._longest(text, at, extra)
            for start in range(at + 1, last):  # "take zinc by mouth": the longer name that begins inside wins
                longer, others = self._longest(text, start, extra)
                if longer - start > last - at:
                    last, concepts, at = longer, others, start
                    break
            if last > at:
                found.append(Mention(at, last, text[at].start, text[last - 1].end, concepts))
            at = max(last, at + 1)
        return found

    def inside(self, text: Sequence[Word], mention: Mention) -> frozenset[str]:
        """Concepts that shorter names within a mention's words mean."""
        named: set[str] = set()
        for start in range(mention.first, mention.last):
            for stop in range(mention.last, start, -1):
                last, concepts = self._longest(text[:stop], start, None)
                if last and last - start < mention.last - mention.first:
                    named.update(concepts)
        return frozenset(named)

    def _longest(
        self, text: Sequence[Word], at: int, extra: Mapping[str, tuple[str, ...]] | None
    ) -> tuple[int, tuple[str, ...]]:
        """Where the longest name that begins at a word ends, and what it means; (0, ()) where none begins."""
        word = text[at]
        for size in self._lengths.get(word.stem, ()):
            if at + size <= len(text):
                concepts = self._entries.get(tuple([each.stem for each in text[at : at + size]]))
                if concepts is not None:
                    return at + size, concepts
        if extra and word.raw in extra:
            return at + 1, extra[word.raw]
        return 0, ()

    def defined(self, text: str) -> dict[str, tuple[str, ...]]:
        """Abbreviations that a text defines behind a concept's name: "forced vital capacity (FVC)"."""
        found: dict[str, tuple[str, ...]] = {}
        for match in _DEFINED.finditer(text):
            before = words.split(text, max(0, match.start() - 80), match.start())
            mentions = self.find(before)
            if mentions and mentions[-1].last == len(before):
                found.setdefault(match[1], mentions[-1].concepts)
        return found
