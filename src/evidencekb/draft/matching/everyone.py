"""The names that leave nobody out: whoever is told of under them is no group of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.matching import people

if TYPE_CHECKING:
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Concept

_EVERYONE: Final = frozenset(
    {"general population", "general public", "everyone", "people in general", "population as a whole", "people",
     "population at large", "adults", "adult population", "whole population", "all people", "everybody"}
)  # fmt: skip
"""Names of a group that leaves nobody out."""
_GROWN: Final = frozenset({"adults", "adult population"})
"""Those that leave nobody out only where the claims are of no children."""


def names(kb: KnowledgeBase) -> frozenset[str]:
    """The concepts of a claim base that mean everyone; not adults where most claims with people are of children."""
    found = {name for name, concept in kb.concepts.items() if concept.universal or _spelt(concept) & _EVERYONE}
    grown = {name for name in found if _spelt(kb.concepts[name]) & _EVERYONE <= _GROWN}
    apart = {n for n, c in kb.concepts.items() if grown and c.type == "population" and people.is_apart(c.label)}
    if apart:
        told = [set(c.population) for c in kb.claims.values() if c.valid and c.status == "approved" and c.population]
        if sum(not each.isdisjoint(apart) for each in told) * 2 > len(told):
            found -= {name for name in grown if not kb.concepts[name].universal}
    return frozenset(found)


def _spelt(concept: Concept) -> frozenset[str]:
    """The names of some people, in small letters."""
    if concept.type != "population":
        return frozenset()
    return frozenset(name.lower().removeprefix("the ") for name in (concept.label, *concept.synonyms))
