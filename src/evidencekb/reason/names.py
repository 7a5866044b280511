"""What sources, concepts and groups of people are called in a sentence."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from evidencekb.reason.authors import surname

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def group(kb: KnowledgeBase, given: Iterable[str]) -> str:
    """The people that a share is of: "women with asthma treated with salbutamol"."""
    kinds: dict[str, list[str]] = {"population": [], "condition": [], "treated": []}
    for name in sorted(given):
        concept = kb.concepts.get(name)
        kind = concept.type if concept else ""
        slot = kind if kind == "population" else "treated" if kind in {"intervention", "substance"} else "condition"
        kinds[slot].append(label(kb, name))
    words = " who are also ".join(kinds["population"]) or (
        "people" if kinds["condition"] or kinds["treated"] else "everyone"
    )
    if kinds["condition"]:
        words += f" with {' and '.join(kinds['condition'])}"
    if kinds["treated"]:
        words += f" treated with {' and '.join(kinds['treated'])}"
    return words


def capital(text: str) -> str:
    """The text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]
