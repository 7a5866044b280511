"""Under what a claim is looked up: its concepts and its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.text.families import family

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Quantity


def keys(claim: Claim) -> Iterable[str]:
    """The concepts without which a figure of this claim is not meant."""
    if claim.kind == "threshold":
        return [claim.measure]
    if claim.kind == "amount":
        return [claim.substance]
    if claim.kind == "duration":
        return [name for name in (*claim.given, claim.outcome) if name]
    if claim.kind == "effect":
        return [name for name in (*claim.given, claim.outcome, claim.comparator, *claim.population) if name]
    return []


def frame_concepts(claim: Claim) -> frozenset[str]:
    """Every concept of an association or mechanism."""
    names = {claim.subject, claim.object}
    for step in claim.steps:
        names |= {step.subject, step.object, step.product}
    return frozenset(name for name in names if name) if claim.kind in {"association", "mechanism"} else frozenset()


def number_key(figure: Quantity) -> tuple[str, str]:
    """What two figures of one number share, whatever their precision: the number rounded to a whole."""
    number = figure.value if figure.value is not None else figure.low
    if number is None:
        return ("", "")
    if figure.unit == "%" and figure.form.value == "fraction":
        return ("%", str(round(number)))
    return (figure.unit.partition("/")[0], str(round(number)))


def allowed_words(index: ClaimsIndex, own: frozenset[str]) -> frozenset[str]:
    """Families of the words of the labels of some concepts."""
    return frozenset(family(each) for name in own for each in index.name_words(name))
