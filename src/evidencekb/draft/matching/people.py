"""Whether a sentence without a figure speaks of the people whom a claim is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences import lacking
from evidencekb.text import words
from evidencekb.text.families import family
from evidencekb.text.stems import stem

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.statements.edges import Edge
    from evidencekb.model.nodes import Claim

_APART: Final = frozenset(
    family(stem(word))
    for word in ("child", "infant", "adolescent", "pregnant", "rat", "mouse", "mice", "animal", "dog")
)
"""Whoever speaks of no one in particular does not mean these."""


_OFF: Final = frozenset({"off", "not", "without", "no"})
_TOPIC: Final = 8
"""One of so many claims must be of a condition for it to be what the claim base is about."""


def spoken_of(index: ClaimsIndex, sentence: Sentence, edge: Edge, named: frozenset[str]) -> bool:
    """Whether the sentence names the claim's people, or names none and no other claim tells of others."""
    claim = edge.claim
    ends = {edge.subject, edge.object}
    if is_of_others(index, sentence, claim, ends):
        return False
    held = index.held(claim) - {claim.object, claim.subject} - ends
    missing = {h for h in held if h not in named and not any(h in index.up(n) for n in named)}
    missing = {h for h in missing if not _is_told_apart(index, sentence, h)}
    if not missing:
        return True
    if claim.kind != "effect" and (edge.subject, edge.object) != (claim.subject, claim.object):
        return False
    if not index.alone(claim) or (sentence.restricts and not _are_meant(index, sentence, missing)):
        return False
    concepts = index.kb.concepts
    own = index.above(frozenset({*ends, *held, claim.comparator})) | index.universal
    for name in named - own:
        if name in concepts and concepts[name].type in {"population", "condition"}:
            return False
    usual = index.usual(edge.subject, claim.kind)
    return all(
        h in concepts and (h in usual or (concepts[h].type == "population" and not is_apart(concepts[h].label)))
        for h in missing
    )


def _is_told_apart(index: ClaimsIndex, sentence: Sentence, name: str) -> bool:
    """Whether all words of a name for people stand apart in a sentence: "before B, A was low in women"."""
    kin = frozenset(word.kin for word in sentence.words)
    return any(len(parts) > 1 and kin.issuperset(parts) for parts in index.names(name))


def is_of_others(index: ClaimsIndex, sentence: Sentence, claim: Claim, ends: set[str]) -> bool:
    """Whether those are told of who are off what the claim's statement says that people are on: "in people off A"."""
    if sentence.lows.isdisjoint(_OFF):
        return False
    off = [
        m
        for m in sentence.mentions
        if m.first
        and sentence.types(m) == {"intervention"}
        and ends.isdisjoint(m.concepts)
        and lacking.before(sentence.words, m.first)
    ]
    if not off:
        return False
    own = words.split(claim.statement)
    named = {c for mention in index.lexicon.find(own) for c in mention.concepts}
    return lacking.OFF.isdisjoint(word.low for word in own) and any(not named.isdisjoint(m.concepts) for m in off)


def _are_meant(index: ClaimsIndex, sentence: Sentence, missing: frozenset[str] | set[str]) -> bool:
    """Whether the words that narrow the people are nouns for those whom the claim is about: women, of new mothers."""
    names = frozenset().union(*(parts for each in missing for parts in index.names(each)))
    return all(
        word.low in english.PEOPLE_NAMED and word.kin in names
        for i, word in enumerate(sentence.words)
        if not sentence.taken[i] and word.low in english.RESTRICTING | english.PEOPLE_NAMED
    )


def usual(index: ClaimsIndex, name: str, kind: str) -> frozenset[str]:
    """The people who go without saying where something is told of: those of most of its claims.

    Where a thing has one claim, they are those of an effect, in whom alone it was tried; of other kinds of claims only
    those whom the claim base is about.
    """
    every = [c for c in index.kb.claims.values() if c.valid and c.status == "approved" and c.population]
    own = [c for c in every if name in {c.subject, c.substance, *c.given}]
    found = set()
    for held in {h for c in own for h in c.population}:
        count = sum(held in c.population for c in own)
        common = sum(held in c.population for c in every)
        only = len(own) == 1 and kind == "effect"
        if count * 2 >= len(own) and (count > 1 or only or common * _TOPIC >= len(every)):
            found.add(held)
    return frozenset(found)


def alone(index: ClaimsIndex, claim: Claim) -> bool:
    """Whether no claim says otherwise of a claim's subject, in these people or in others."""
    subject, end = claim.subject or claim.given[0], claim.object or claim.outcome
    near = index.up(subject)
    for other in index.kb.claims.values():
        if other is claim or not other.valid or other.status != "approved":
            continue
        subjects = {other.subject, *other.given} - {""}
        if not any(name in near or subject in index.up(name) for name in subjects):
            continue
        about = other.object or other.outcome
        alike = about in index.up(end) or end in index.up(about)
        if not alike:
            continue
        if claim.kind == other.kind == "effect":
            if index.side_of(claim) != index.side_of(other):
                return False
        elif other.kind == "effect" or (other.kind == "association" and other.relation != claim.relation):
            return claim.kind == "effect" and other.kind == "association"
    return True


def is_apart(label: str) -> bool:
    """Whether a group is one that general talk leaves out."""
    return any(word.kin in _APART for word in words.split(label))
