"""What a kind of something may be called, too: "severe A", where it is named "severe B" and B is another name of A."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.nodes import Concept

_MOST: Final = 6
"""Names of the wider one that are looked at."""


def named(concepts: Mapping[str, Concept]) -> dict[str, Concept]:
    """The concepts, each kind with the names that it has by those of what it is a kind of."""
    taken = {name.lower() for concept in concepts.values() for name in (concept.label, *concept.synonyms)}
    found = {}
    for key, concept in concepts.items():
        more: dict[str, None] = {}
        for wider in (concepts[name] for name in concept.broader if name in concepts):
            every = (wider.label, *wider.synonyms)[:_MOST]
            for name in (concept.label, *concept.synonyms):
                more.update(dict.fromkeys(_renamed(name, every)))
        fresh = tuple(name for name in more if name.lower() not in taken)
        taken.update(name.lower() for name in fresh)
        found[key] = replace(concept, synonyms=(*concept.synonyms, *fresh)) if fresh else concept
    return found


def _renamed(name: str, every: tuple[str, ...]) -> list[str]:
    """A name that ends in one of some names, with each of the others in its place."""
    for other in sorted(every, key=len, reverse=True):
        start = len(name) - len(other)
        if start > 1 and name[start - 1] == " " and name[start:].lower() == other.lower():
            return [name[:start] + each for each in every if each != other]
    return []
