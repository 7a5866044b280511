"""Every concept from A to Z, with what it means."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from evidencekb.site.frame import Leaf
from evidencekb.site.paging import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.nodes import Concept
    from evidencekb.site.frame import Frame

_MOST: Final = 400
"""Entries of one page."""


def lists(frame: Frame) -> Iterator[Leaf]:
    """`glossary.html`, and `glossary-2.html` … where one page could not hold it; an anchor a concept and a letter."""
    named = sorted(frame.kb.concepts.values(), key=lambda c: (_folded(c), c.id))
    pages = [(path, _sections(part), pager) for path, part, pager in cut("glossary", named, _MOST)]
    letters: dict[str, str] = {}
    for path, sections, _ in pages:
        for letter in sections:
            letters.setdefault(letter, path)
    for path, sections, pager in pages:
        yield Leaf(path, {"sections": sections, "letters": letters, "pager": pager})


def _sections(concepts: tuple[Concept, ...]) -> dict[str, list[tuple[str, str, str, str]]]:
    """Concepts (id, label, definition, synonyms) by their first letter; what begins with none stands under "0-9"."""
    sections: dict[str, list[tuple[str, str, str, str]]] = {}
    for concept in concepts:
        first = _folded(concept)[:1].upper()
        shown = concept.id, concept.label, concept.definition, ", ".join(concept.synonyms[:4])
        sections.setdefault(first if "A" <= first <= "Z" else "0-9", []).append(shown)
    return sections


def _folded(concept: Concept) -> str:
    """A label as it is sorted: without case and accents, letters before anything else is looked at."""
    plain = unicodedata.normalize("NFKD", concept.label or concept.id).encode("ascii", "ignore").decode()
    return plain.lower().lstrip(" -'(")
