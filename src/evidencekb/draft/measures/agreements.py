"""How a dose, a cut-off, a time or an effect agrees with a claim's, the words around it considered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.matching.match import agreement_with, as_change
from evidencekb.draft.measures import changes, multiplied, phases, thresholds, times
from evidencekb.model.quantity import LOWER, UPPER, Bound, Kind
from evidencekb.text.agreement import Agreement
from evidencekb.text.units import dimension

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.measures.surroundings import Around
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Quantity

LIMITING: Final = english.listed(
    "limit limits limited maximum max cap capped caps ceiling exceed upper more beyond above most highest largest "
    "restricted tops topped maxes topping maxed"
)
"""Words by which an amount is a limit."""
_TIMED: Final = frozenset({"in", "after", "within", "takes", "take", "took", "needs", "before", "until"})
_LEAST: Final = frozenset({"minimum", "least"})


def agreement(index: ClaimsIndex, quantity: Quantity, claim: Claim, around: Around) -> Agreement:
    """Compare, a change in percent counting as the risk ratio that it is."""
    held = claim.figure
    if (found := changes.in_other_terms(quantity, claim)) is not None:
        return found
    if (
        held is not None
        and held.kind is Kind.RATIO
        and quantity.kind is Kind.PROPORTION
        and held.value is not None
        and quantity.value is not None
    ):
        return as_change(index, quantity, held)
    found = agreement_with(index, quantity, claim)
    if held is not None and (near := multiplied.agrees(quantity, held)) is not None and found is not Agreement.KIND:
        return Agreement.EQUAL if near else Agreement.VALUE
    if found is Agreement.KIND and held is not None and quantity.kind is held.kind is Kind.RATIO:
        return Agreement.UNIT if quantity.value == held.value else found  # an odds ratio is no risk ratio
    if found is Agreement.UNIT and held is not None and not changes.same_number(quantity, held):
        return Agreement.VALUE
    if (
        found is Agreement.BOUND
        and claim.kind == "amount"
        and quantity.bound is Bound.EXACT
        and (
            (claim.purpose == "limit" and (around.near | around.shared) & LIMITING)
            or (claim.purpose == "target" and around.near & _LEAST)
        )
    ):
        return Agreement.EQUAL
    if (
        found is Agreement.VALUE
        and held is not None
        and quantity.unit == held.unit
        and quantity.value is not None
        and (
            (quantity.bound in LOWER and quantity.value == held.high)
            or (quantity.bound in UPPER and quantity.value == held.low)
        )
    ):
        return Agreement.BOUND
    over = around.phase.kind == phases.RETURN if claim.phase != "lasts" else around.phase.lasting == "gone"
    if claim.kind == "duration" and over and times.is_end(quantity, held):
        return Agreement.EQUAL
    if found is Agreement.VALUE and claim.kind == "duration" and times.is_inside(quantity, held):
        return Agreement.EQUAL
    if (
        found is Agreement.BOUND
        and claim.kind == "duration"
        and (
            (quantity.bound is Bound.EXACT and claim.phase in {"onset", "peak"} and around.near & _TIMED)
            or (quantity.is_range and quantity.bound is Bound.AT_MOST and "within" in around.near)
        )
    ):
        return Agreement.EQUAL
    return found


def of_one_kind(quantity: Quantity, claim: Claim) -> bool:
    """Whether two figures could be meant to be the same: one dimension, or one number."""
    held = claim.figure
    if held is None:
        return False
    if quantity.kind is not held.kind:
        if changes.in_other_terms(quantity, claim) is Agreement.UNIT:
            return True
        if quantity.kind is Kind.PROPORTION and held.kind is Kind.RATIO:
            return claim.effect in {"risk-ratio", "relative-risk-reduction", "hazard-ratio", "odds-ratio"}
        if claim.kind == "threshold" and thresholds.counts_alike(quantity, held):
            return True
        if quantity.kind is Kind.COUNT:
            return claim.kind == "threshold" and held.unit == "points"
        return {quantity.kind, held.kind} == {Kind.RATIO, Kind.FOLD}
    if quantity.kind is not Kind.MEASURE:
        return True
    one, other = (dimension(q.unit).removesuffix("-per-time") for q in (quantity, held))
    number = {quantity.value, quantity.low} & {held.value, held.low} - {None}
    if claim.kind == "effect" and changes.same_number(quantity, held):
        return True
    return one == other if (one == "time") != (other == "time") else (one == other or bool(number))
