"""Other words for what a claim says was given: those of its own statement, and those of its people's names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.text import words

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.model.nodes import Claim


def stand_ins(index: ClaimsIndex, claim: Claim) -> frozenset[str]:
    """What the statement names in place of the treatment: "zinc lowered A", where zinc treatment was given.

    Only where the statement does not name the treatment, and one thing alone that can be given.
    """
    if len(claim.given) != 1:
        return frozenset()
    named = {c for mention in index.lexicon.find(words.split(claim.statement)) for c in mention.concepts}
    if named & set(claim.given):
        return frozenset()
    other = {claim.comparator, claim.outcome, *claim.population}
    found = frozenset(
        c
        for c in named - other
        if c in index.kb.concepts and index.kb.concepts[c].type in {"substance", "intervention"}
    )
    return found if len(found) == 1 else frozenset()


def is_named(index: ClaimsIndex, claim: Claim, given: str, reach: frozenset[str]) -> bool:
    """Whether what was given is named among `reach`, by its own name or another."""
    if given in reach or index.stand_ins(claim) & reach:
        return True
    people = frozenset(claim.population) & reach
    return bool(people) and given in index.above(people)


def is_told(index: ClaimsIndex, claim: Claim, reach: frozenset[str]) -> bool:
    """Whether something that was given is named among `reach` itself, and not by the name of its people alone."""
    return bool(reach & set(claim.given) or index.stand_ins(claim) & reach)
