"""A value that somebody has and a cut-off: "patients with an A of 12 get B" is right where B is given below 75."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.model.quantity import LOWER, UPPER, Bound, Kind
from evidencekb.text.units import convert

if TYPE_CHECKING:
    from decimal import Decimal

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure, Quantity

_BRIDGE: Final = english.listed(
    "of is was at measures measured reads read stands level levels value reading result score as low high about around "
    "just only , - concentration are ="
)
_ARTICLES: Final = english.listed("a an serum blood plasma his her their your the measured resting fasting")
_HAVING: Final = english.listed("with whose having has have had shows showed your if his her")
_CUTTING: Final = english.listed(
    "cut cutoff cutoffs cut-off threshold thresholds means mean meaning defined defines define definition diagnosed "
    "diagnosis limit limits begins starts from criterion criteria until unless once exceeds reaches above below over "
    "under"
)
_REACH: Final = 5


def is_one(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure is the value that people have: "patients with an A of 12", "whose A is 12"."""
    if figure.quantity.kind not in {Kind.MEASURE, Kind.COUNT} or figure.quantity.bound is not Bound.EXACT:
        return False
    if figure.quantity.is_range or not sentence.lows.isdisjoint(_CUTTING) or sentence.lows.isdisjoint(_HAVING):
        return False
    words = sentence.words
    at = sentence.position(figure.full_start)
    spot = next((m for m in reversed(sentence.mentions) if m.last <= at and "measure" in sentence.types(m)), None)
    if spot is None or at - spot.last > _REACH:
        return False
    if any(word.low not in _BRIDGE for word in words[spot.last : at]):
        return False
    i = spot.first - 1
    while i > 0 and words[i].low in _ARTICLES - {"your", "his", "her"}:
        i -= 1
    return i >= 0 and words[i].low in _HAVING and words[i].low != "if"


def lies_inside(quantity: Quantity, held: Quantity | None) -> bool:
    """Whether a value lies on the side of a cut-off that the claim tells of."""
    if held is None or held.value is None or quantity.value is None:
        return False
    said: Decimal | None = quantity.value
    if quantity.unit and held.unit and quantity.unit != held.unit:
        said = convert(quantity.value, quantity.unit, held.unit)
    if said is None:
        return False
    if held.bound in LOWER:
        return said > held.value or (said == held.value and held.bound is Bound.AT_LEAST)
    return held.bound in UPPER and (said < held.value or (said == held.value and held.bound is Bound.AT_MOST))


def says(index: ClaimsIndex, claim: Claim, quantity: Quantity, named: frozenset[str], *, denied: bool) -> bool | None:
    """Whether a value that people have makes a sentence say what a claim of a cut-off says; None where it is apart."""
    if claim.kind != "threshold":
        return False
    return lies_inside(quantity, claim.figure) if not denied and _is_wanted(index, claim, named) else None


def _is_wanted(index: ClaimsIndex, claim: Claim, named: frozenset[str]) -> bool:
    """Whether what a cut-off means, or what is done there, is among what is named."""
    wanted = {claim.means, claim.action} - {""}
    return any(wanted & index.up(name) for name in named)


def is_denied(sentence: Sentence) -> bool:
    """Whether what a sentence tells is denied."""
    return any(
        word.low in english.NEGATION or word.low.endswith("n't")
        for i, word in enumerate(sentence.words)
        if not sentence.taken[i]
    )
