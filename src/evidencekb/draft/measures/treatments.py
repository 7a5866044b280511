"""Treatments that a draft names by what they hold: "A lowered B", where the claim is of "A supplements"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.text import words as split

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim


def is_told(index: ClaimsIndex, claim: Claim, sentence: Sentence) -> bool:
    """Whether what a sentence names as given is, by one of its names, inside the name of what the claim says was given.

    No other treatment may be named, for that would be what was given.
    """
    concepts = index.kb.concepts
    named = {c for m in sentence.mentions if not sentence.negated(m) for c in m.concepts if c in concepts}
    substances = {c for c in named if concepts[c].type in {"substance", "molecule"}}
    others = {c for c in named if concepts[c].type == "intervention"} - {claim.comparator}
    if not substances or len(claim.given) != 1 or others:
        return False
    given = concepts.get(claim.given[0])
    if given is None:
        return False
    held: set[str] = set()
    for text in (given.label, *given.synonyms):
        tokens = split.split(text)
        for mention in index.lexicon.find(tokens):
            held.update(mention.concepts, index.lexicon.inside(tokens, mention))
    return bool((held - {given.id}) & substances)
