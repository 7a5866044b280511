"""How well the frame of an effect fits what is named around a figure: what was given, of what, against what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.matching import given_names
from evidencekb.model.assertion import Verdict
from evidencekb.text import moving

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.measures.surroundings import Around
    from evidencekb.model.nodes import Claim

AGAINST: Final = frozenset({"than", "versus", "vs", "against", "compared", "comparison", "relative", "over", "beyond",
                           "above", "below"})  # fmt: skip
"""Words that hold one treatment against another."""
_LIFTING: Final = dict.fromkeys(("lift", "lifts", "lifted", "lifting"), moving.UP)
_NOTHING: Final = frozenset({"placebo", "sham", "dummy"})


def fit(index: ClaimsIndex, claim: Claim, around: Around) -> tuple[float, Verdict | None] | None:
    """A comparison: what was given and the outcome must both be named."""
    reach = around.everywhere()
    given = [g for g in claim.given if g]
    named = [given_names.is_named(index, claim, g, reach) for g in given]
    if (
        given
        and all(named)
        and claim.comparator in around.clause
        and not set(given) & reach
        and around.near.isdisjoint(AGAINST)
    ):
        return None  # "on placebo the score fell in trials of A": no more is told than of one arm
    if all(named) and _is_standard(index, claim, around):
        return 0.0, Verdict.WRONG_INTERVENTION
    timed = _is_timed(index, claim, around, reach)
    outcome = claim.outcome in reach or timed or _is_moved(index, claim, around)
    if all(named) and outcome and (given or claim.population):
        if not given and not (set(claim.population) & reach or any(set(index.up(p)) & reach for p in claim.population)):
            return None
        if given and not given_names.is_told(index, claim, reach) and _others(index, claim, around):
            return 0.0, Verdict.WRONG_INTERVENTION  # the people's name tells of the treatment, and another is told
        if given and around.near.isdisjoint(AGAINST) and _is_of_another_arm(index, claim, around):
            return 0.0, Verdict.WRONG_INTERVENTION
        return 3.0 + (claim.comparator in around.sentence) + 2.0 * (timed and bool(around.times)), None
    if outcome and given and not any(named) and (timed or claim.outcome in around.sentence):
        treatments = {c for c in around.sentence if index.kb.concepts[c].type in {"intervention", "substance"}}
        return (0.0, Verdict.WRONG_INTERVENTION) if treatments else None
    if given and all(n in around.sentence for n in given):
        others = {c for c in around.sentence if index.kb.concepts[c].type in {"outcome", "measure"}}
        return (0.0, Verdict.WRONG_OUTCOME) if others else None
    return None


def _is_standard(index: ClaimsIndex, claim: Claim, around: Around) -> bool:
    """Whether what was given is only what a draft compares another thing with: "fell by 5 points against placebo"."""
    idle = [g for g in claim.given if not _NOTHING.isdisjoint(index.kb.concepts[g].label.lower().split())]
    told = not around.near.isdisjoint(AGAINST) and claim.comparator not in around.clause
    return bool(idle) and idle == list(claim.given) and told


def _is_moved(index: ClaimsIndex, claim: Claim, around: Around) -> bool:
    """Whether a claim's outcome is told by a verb of its direction and what it moves: "lifted A" of a rise in A."""
    ways = frozenset(way for low in around.near if (way := moving.VERBS.get(low) or _LIFTING.get(low)))
    if len(ways) != 1:
        return False
    moved = {frozenset(parts) for name in around.clause for parts in index.names(name)}
    return any(way in ways and rest in moved for way, rest in index.senses(claim.outcome))


def _others(index: ClaimsIndex, claim: Claim, around: Around) -> set[str]:
    """The treatments that a clause names and that have no part in a claim."""
    own = {*claim.given, *claim.population, claim.outcome, claim.comparator}
    named = (c for c in around.clause - own if c in index.kb.concepts)
    return {c for c in named if index.kb.concepts[c].type in {"intervention", "substance"} and not index.is_test(c)}


def _is_of_another_arm(index: ClaimsIndex, claim: Claim, around: Around) -> bool:
    """Whether a clause names another treatment, and the sentence the claim's own: "by 5 points, and by 2 with B".

    What the claim compares with is such a treatment where it is told as an arm: "on B it fell by 5 points".
    """
    own = {*claim.given, *index.stand_ins(claim)}
    if not own.isdisjoint(around.clause) or own.isdisjoint(around.sentence):
        return False
    if claim.comparator in around.clause:
        return claim.comparator in around.arms
    akin = own.union(*(index.up(g) for g in own))
    return any(c not in akin and own.isdisjoint(index.up(c)) for c in _others(index, claim, around))


def _is_timed(index: ClaimsIndex, claim: Claim, around: Around, reach: frozenset[str]) -> bool:
    """Whether a claim's outcome is what is named, at the time that is told or at one that is left out."""
    measured, days = index.timed.get(claim.outcome, (frozenset(), frozenset()))
    return not measured.isdisjoint(reach) and (not around.times or not around.times.isdisjoint(days))
