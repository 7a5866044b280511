"""Learns from the editors' own wordings by which other names a claim's population goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.draft.sentences import figure_clauses
from evidencekb.draft.shares import roles
from evidencekb.model.quantity import Kind
from evidencekb.text import figures
from evidencekb.text.families import LIGHT

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.reading import Reader
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim


def groups(index: ClaimsIndex, reader: Reader, claim: Claim) -> tuple[frozenset[str], ...]:
    """Read each wording of a share as a draft would be read: a group with none of the claim's concepts is a name of it.

    A group that holds some of the claim's concepts only would be a broader one, and is taken only where what it leaves
    out goes without saying; nor is a name taken that is part of a longer phrase, whose other words narrow it: "those
    whose A defies treatment" are not all who have A.
    """
    held = index.held(claim)
    found: list[frozenset[str]] = [held | {people} for people in sorted(index.sort_of(held))]
    for text in (claim.statement, *claim.wordings):
        own = [f for f in figures.find(text) if f.quantity.kind is Kind.PROPORTION]
        if len(own) != 1:
            continue
        sentence = reader.alone(text, own)
        read = roles.read(sentence, own[0], figure_clauses.clauses(sentence, own)[0])
        group = [a for a in read.group if not a & index.universal]
        named = frozenset(c for m in sentence.mentions for c in m.concepts)
        if claim.given and not named & held and not group:
            found.append(frozenset())
        people = {name for a in group for name in a - held if index.kb.concepts[name].type == "population"}
        if held and people and not read.restricted:
            found.append(held | people)  # the statement names people beside its population: "women with A" for A
        if not group or not read.whole or read.restricted or any(len(a) > 1 for a in group):
            continue
        told = frozenset().union(*group)
        part = _named_in_part(index, sentence, held - told, told & held)
        alone = len(group) == 1 and not told & held
        if told != held and (all(part) if part else alone or _leaves_little(index, claim, held, told)):
            found.append(told)
    return tuple(found)


def _named_in_part(index: ClaimsIndex, sentence: Sentence, missing: frozenset[str], told: frozenset[str]) -> list[bool]:
    """The words of people whose whole name does not stand there: "responders", of first-time responders.

    Each is part of a name of something else, that stands for them then, or of none.
    """
    parts = _words(index, missing) - _words(index, told) - LIGHT
    return [sentence.taken[i] for i, word in enumerate(sentence.words) if word.kin in parts]


def _words(index: ClaimsIndex, concepts: frozenset[str]) -> frozenset[str]:
    """The families of the words of all names of some concepts."""
    return frozenset(part for name in concepts for parts in index.names(name) for part in parts)


def _leaves_little(index: ClaimsIndex, claim: Claim, held: frozenset[str], told: frozenset[str]) -> bool:
    """Whether what a group leaves out of the claim's goes without saying.

    It does where it is a kind of everyone, is told more loosely, or is the complaint that the outcome is of.
    """
    within = index.within(claim.outcome)
    return all(
        index.up(name) & (index.universal | told) or name in within or name in index.above(within)
        for name in held - told
    )
