"""What each verdict means, and the sentence that tells a writer what to do."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from evidencekb.model.assertion import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.nodes import Claim
    from evidencekb.reason.implied import Denial

_OF: Final = MappingProxyType(
    {
        "proportion": "is the share of",
        "amount": "is for",
        "threshold": "is for",
    }
)
"""What joins a claim's figure to the people it is of."""
VERDICT_DOCS: Final[Mapping[str, str]] = MappingProxyType({
    Verdict.SUPPORTED.value: "Every part matches an approved claim whose standing is established or reported.\n",
    Verdict.DISPUTED.value: (
            "It matches a claim that a source of equal or greater weight contradicts, or that the editors "
            "decided against.\nSay that it is disputed, or leave it out.\n"
        ),
    Verdict.WRONG_VALUE.value: "The same people, treatment and outcome, but another number than the claim's.\n",
    Verdict.WRONG_UNIT.value: (
            "The number is right, the unit makes it another quantity: mcg for mg, years for months.\n"
        ),
    Verdict.WRONG_BOUND.value: (
            "The number is right, but a bound was added, dropped or turned: up to, at least, over.\n"
        ),
    Verdict.WRONG_POPULATION.value: (
            "The figure and the outcome are a claim's, but of other people: broader, narrower or "
            "different.\n"
        ),
    Verdict.WRONG_INTERVENTION.value: "The figure is a claim's, but after another treatment or exposure.\n",
    Verdict.WRONG_OUTCOME.value: (
            "The figure is a claim's, but of another outcome or substance: a salt for its element, cured "
            "for improved.\n"
        ),
    Verdict.INVERTED.value: (
            "The share is the wrong way round: of those with A who have B, where the claim says of those "
            "with B who have A.\n"
        ),
    Verdict.CONTRADICTED.value: (
            "It says the opposite of a claim: reversed or negated; an effect's figure may fit, its direction not.\n"
        ),
    Verdict.OVERSTATED.value: "The statement is stronger than the claim: proves, cures, always, all patients.\n",
    Verdict.INCONSISTENT.value: (
            "The draft contradicts itself: 18 of 25 is not 76%, an estimate outside its own interval, parts "
            "over 100%.\n"
        ),
    Verdict.IMPLAUSIBLE.value: (
            "No claim states it, but the claims together bound it, and it lies outside those bounds.\n"
        ),
    Verdict.UNSOURCED.value: "A medical figure that no claim speaks of. Add a source, or a claim to the claim base.\n",
    Verdict.UNCLEAR.value: "The text does not tell of whom, or of what, the figure is a share.\n",
})  # fmt: skip
"""Verdict to its documentation, for `explain`."""


def advice(verdict: Verdict, surface: str, claim: Claim | None, people: str, doubt: str = "") -> str:
    """One plain sentence: what is wrong and what to change.

    `people` is the claim's group in words, `doubt` its standing where nobody should be sent to its figure.
    """
    if claim is None:
        return {
            Verdict.UNSOURCED: f"No claim speaks of “{surface}”: give its source and add a claim, or leave it out.",
            Verdict.UNCLEAR: f"Say of whom and of what “{surface}” is a share.",
        }.get(verdict, "This cannot be right as it stands.")
    if doubt and verdict is not Verdict.DISPUTED:
        return f"{claim.id} says otherwise, but is {doubt} itself: name a source for “{surface}”, or leave it out."
    expected = claim.figure_text
    return {
        Verdict.SUPPORTED: f"Matches {claim.id}.",
        Verdict.DISPUTED: f"“{surface}” matches {claim.id}, which is disputed: say so, or leave it out.",
        Verdict.WRONG_VALUE: f"Write {expected}, not “{surface}”, or name another source.",
        Verdict.WRONG_UNIT: f"The unit is wrong: the claim says {expected}.",
        Verdict.WRONG_BOUND: f"The bound was changed: the claim says {expected}.",
        Verdict.WRONG_POPULATION: f"{expected} {_OF.get(claim.kind, 'was found in')} {people}: name just them.",
        Verdict.WRONG_INTERVENTION: f"{expected} was found with another treatment: {claim.statement}",
        Verdict.WRONG_OUTCOME: f"{expected} is of another outcome or substance: {claim.statement}",
        Verdict.INVERTED: f"The share is the wrong way round: {expected} is of {people}.",
        Verdict.CONTRADICTED: f"The claim says the opposite: {claim.statement}",
        Verdict.OVERSTATED: f"That is stronger than the evidence: {claim.statement}",
    }.get(verdict, claim.statement)


def implausible(denial: Denial) -> str:
    """One plain sentence: what the claims leave possible, and which they are."""
    grounds = [*denial.claims, *(f"the assumption that {words}" for words in denial.assumed)]
    grounds = grounds or ["what the concepts imply and exclude"]
    named = ", ".join(grounds[:-1]) + " and " * (len(grounds) > 1) + grounds[-1]
    leaves = "leaves" if len(grounds) == 1 else "leave"
    return f"No claim says this, and {named} {leaves} no room for it: {denial.sentence}."
