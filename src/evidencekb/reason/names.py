"""What sources and concepts are called in a sentence."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from evidencekb.reason.authors import surname

if TYPE_CHECKING:
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Source


def citation(source: Source) -> str:
    """Give a short form, `Surname 2014, Container` as far as known, else the title."""
    more = source.et_al or len(source.authors) > 1
    return _citation(surname(source), more, source.year, source.title, source.container) or source.id


@lru_cache(8192)  # the same few are cited on page after page
def _citation(who: str, more: bool, year: int | None, title: str, container: str) -> str:  # noqa: FBT001 - of a source
    named = f"{who} et al." if who and more else who or title
    head = " ".join(part for part in (named, str(year or "")) if part)
    return ", ".join(part for part in (head, container) if part)


def label(kb: KnowledgeBase, concept: str) -> str:
    """A concept's label, or its id with the hyphens taken out where it is unknown."""
    found = kb.concepts.get(concept)
    return found.label if found and found.label else concept.replace("-", " ")


def capital(text: str) -> str:
    """The text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]
