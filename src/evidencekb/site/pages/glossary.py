"""Every concept from A to Z, with what it means."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from evidencekb.site import lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.nodes import Concept
    from evidencekb.site.frame import Frame

_MOST: Final = 400
"""Entries of one page."""


def render(frame: Frame) -> Iterator[tuple[str, str]]:
    """`glossary.html`, and `glossary-2.html` … where one page could not hold it; an anchor a concept and a letter."""
    named = sorted(frame.kb.concepts.values(), key=lambda c: (_folded(c), c.id))
    cut = list(lists.pages(named, lambda _: 1, _MOST))
    pages = [(lists.numbered("glossary", number), _sections(page)) for number, page in enumerate(cut, 1)]
    letters: dict[str, str] = {}
    for path, sections in pages:
        for letter in sections:
            letters.setdefault(letter, path)
    for path, sections in pages:
        yield path, frame.page("glossary.html", path, sections=sections, letters=letters)


def _sections(concepts: tuple[Concept, ...]) -> dict[str, list[Concept]]:
    """Concepts by their first letter; what begins with none stands under "0-9"."""
    sections: dict[str, list[Concept]] = {}
    for concept in concepts:
        first = _folded(concept)[:1].upper()
        sections.setdefault(first if "A" <= first <= "Z" else "0-9", []).append(concept)
    return sections


def _folded(concept: Concept) -> str:
    """A label as it is sorted: without case and accents, letters before anything else is looked at."""
    plain = unicodedata.normalize("NFKD", concept.label or concept.id).encode("ascii", "ignore").decode()
    return plain.lower().lstrip(" -'(")
