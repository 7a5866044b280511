"""Of what a time is told: of a relief by the complaint and a verb, of an effect left unnamed, of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words
from evidencekb.text import words
from evidencekb.text.families import family
from evidencekb.text.stems import stem

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.measures.surroundings import Around
    from evidencekb.model.nodes import Claim

_AT_WORK: Final = frozenset({"work", "works", "working", "effect", "kick", "kicks", "act", "acts"})
_TO: Final = frozenset({"to", "begins", "starts", "before", "until"})
_EASING: Final = effect_words.RELIEVING | effect_words.CALMING | effect_words.BETTER
_RELAPSE: Final = frozenset({"recurrence", "remission"})
_RETURNING: Final = frozenset(family(stem(word)) for word in effect_words.RETURNING)
_LETTING: Final = frozenset({"let", "lets", "letting"})
_RELIEF: Final = frozenset(family(stem(word)) for word in effect_words.BETTER)


def is_relief(index: ClaimsIndex, claim: Claim) -> bool:
    """Whether a time course is of a relief, or of a relapse: either ends when the complaint is back."""
    concept = index.kb.concepts.get(claim.outcome)
    named = (concept.label, *concept.synonyms) if concept else ()
    told = {word.low for name in named for word in words.split(name)}
    return bool(told & (effect_words.BETTER | effect_words.RECURRING | _RELAPSE))


def is_eased(index: ClaimsIndex, claim: Claim, around: Around) -> bool:
    """Whether a relief is told by a verb, of what the claim's people have: "before A calms B"."""
    if around.near.isdisjoint(_EASING) or not is_relief(index, claim):
        return False
    return bool(index.held(claim)) and index.held(claim) <= around.clause and may_tell(index, claim, around)


def is_back(index: ClaimsIndex, claim: Claim, around: Around) -> bool:
    """Whether what people are back at is a claim's outcome: "resume A" and "return to A", "are back at A"."""
    named = [frozenset(parts) for parts in index.names(claim.outcome) if not _RETURNING.isdisjoint(parts)]
    rests = [parts - _RETURNING for parts in named]
    return bool(named) and (claim.outcome in around.sentence or any(rest and rest <= around.kin for rest in rests))


def is_at_work(claim: Claim, around: Around) -> bool:
    """Whether a time is told of an effect that is not named: "it takes a week for A to work", "to work fully"."""
    peak = around.phase.kind == "peak" and claim.phase != "lasts"
    return (peak or claim.phase == "onset") and not _AT_WORK.isdisjoint(around.near) and not _TO.isdisjoint(around.near)


def may_tell(index: ClaimsIndex, claim: Claim, around: Around) -> bool:
    """Whether what is named beside a time can be what a claim tells of: no other measure or outcome is."""
    concepts = index.kb.concepts
    beside = [c for c in around.clause if c in concepts and concepts[c].type in {"measure", "outcome"}]
    wanted = {claim.outcome} | index.up(claim.outcome)
    whole = [frozenset(parts) for parts in index.names(claim.outcome)]
    return not beside or any(
        c in wanted or claim.outcome in index.up(c) or any(name.issuperset(p) for name in whole for p in index.names(c))
        for c in beside
    )  # "the effect on A" of "less A"


def is_relieved(index: ClaimsIndex, claim: Claim, around: Around) -> bool:
    """Whether a relief of a complaint is told by a verb: "the pain lets up" of "pain relief"."""
    if not is_relief(index, claim):
        return False
    near = around.near
    if near.isdisjoint(effect_words.BETTER) and not (near & _LETTING and "up" in near) and not around.phase.yielding:
        return False
    rests = (frozenset(parts) - _RELIEF for parts in index.names(claim.outcome) if not _RELIEF.isdisjoint(parts))
    return any(rest and rest <= around.kin for rest in rests)


def is_of_another(index: ClaimsIndex, claim: Claim, around: Around) -> bool:
    """Whether another measure or outcome is named than a claim's, and none whose name shares a word with its own."""
    if may_tell(index, claim, around):
        return False
    concepts = index.kb.concepts
    own = {part for parts in index.names(claim.outcome) for part in parts} - _RELIEF
    return not any(
        own & set(parts)
        for c in around.clause
        if c in concepts and concepts[c].type in {"measure", "outcome"}
        for parts in index.names(c)
    )
