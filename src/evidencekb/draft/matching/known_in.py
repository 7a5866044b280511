"""In whom a treatment is known: "children on A" are children with B, where every claim on A is of people with B."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evidencekb.draft.matching.claims_index import ClaimsIndex


def complaints(index: ClaimsIndex, treatment: str) -> frozenset[str]:
    """The complaints of everyone in whom a treatment is told of, the narrowest alone."""
    concept = index.kb.concepts.get(treatment)
    if concept is None or concept.type != "intervention":
        return frozenset()
    names = [name.lower() for name in (concept.label, *concept.synonyms)]
    found: frozenset[str] | None = None
    for claim in index.kb.claims.values():
        if not claim.valid or claim.status != "approved":
            continue
        statement = claim.statement.lower()
        if treatment not in {*claim.given, claim.subject, claim.object, claim.comparator} and not any(
            name in statement for name in names
        ):
            continue
        above = index.above(index.held(claim))
        found = above if found is None else found & above
        if not found:
            return frozenset()
    ill = frozenset(c for c in found or () if c in index.kb.concepts and index.kb.concepts[c].type == "condition")
    return frozenset(c for c in ill if not any(c in index.up(other) for other in ill if other != c))


def of_all(index: ClaimsIndex, names: Iterable[str]) -> frozenset[str]:
    """The same of several names, whatever they are of."""
    return frozenset().union(*(index.known_in(name) for name in names))
