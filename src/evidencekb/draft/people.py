"""Whether a sentence without a figure speaks of the people whom a claim is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.text import words
from evidencekb.text.families import family
from evidencekb.text.stems import stem

if TYPE_CHECKING:
    from evidencekb.draft.claims_index import ClaimsIndex
    from evidencekb.draft.edges import Edge
    from evidencekb.draft.sentence import Sentence
    from evidencekb.model.nodes import Claim

_APART: Final = frozenset(
    family(stem(word))
    for word in ("child", "infant", "adolescent", "pregnant", "rat", "mouse", "mice", "animal", "dog")
)
"""Whoever speaks of no one in particular does not mean these."""


def spoken_of(index: ClaimsIndex, sentence: Sentence, edge: Edge, named: frozenset[str]) -> bool:
    """Whether the sentence names the claim's people, or names none and no other claim tells of others."""
    claim = edge.claim
    held = index.held(claim) - {claim.object, claim.subject}
    if all(h in named or any(h in index.up(n) for n in named) for h in held):
        return True
    if (edge.subject, edge.object) != (claim.subject, claim.object) or not index.alone(claim):
        return False
    concepts = index.kb.concepts
    if any(concepts[n].type == "population" for n in named if n in concepts) or sentence.restricts:
        return False
    return all(h in concepts and concepts[h].type == "population" and not _apart(concepts[h].label) for h in held)


def alone(index: ClaimsIndex, claim: Claim) -> bool:
    """Whether no claim says otherwise of a claim's subject, in these people or in others."""
    near = index.up(claim.subject)
    for other in index.kb.claims.values():
        if other is claim or not other.valid or other.status != "approved":
            continue
        subjects = {other.subject, *other.given} - {""}
        if not any(name in near or claim.subject in index.up(name) for name in subjects):
            continue
        about = other.object or other.outcome
        alike = about in index.up(claim.object) or claim.object in index.up(about)
        if other.kind == "association":
            if other.relation != claim.relation:
                return False
        elif other.kind == "effect" and alike:
            return False
    return True


def _apart(label: str) -> bool:
    """Whether a group is one that general talk leaves out."""
    return any(word.kin in _APART for word in words.split(label))
