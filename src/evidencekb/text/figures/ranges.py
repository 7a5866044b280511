"""Ranges: "15–30%", "2 to 4 weeks", "between 15 and 30%", "15% to 30%"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Form
from evidencekb.text.figures import numbers, unit_phrase
from evidencekb.text.figures.reading import Reading
from evidencekb.text.patterns import pattern
from evidencekb.text.units import convert, dimension

if TYPE_CHECKING:
    from decimal import Decimal

    from evidencekb.text.figures.numbers import Number
    from evidencekb.text.figures.unit_phrase import Unit

_HEDGE: Final = (
    r"(?:(?:about|approximately|around|roughly|nearly|almost|over|more than|as (?:much|many|high|long|late|few|little) "
    r"as|up to|even|perhaps|maybe|possibly|at most|~) ?)?"
)
_TO: Final = pattern(
    rf"(?:(?:-? to |-to-|-to |- to | through ){_HEDGE}| ?[-–−~] ?| ?(?:–|-){{1,2}}> ?)(?:~ ?)?(?:US)?[$€£]?"
)
_AND: Final = pattern(rf" and {_HEDGE}[$€£]?")
_OR: Final = pattern(r" or (?:even )?(?=[0-9a-z])")
_BETWEEN: Final = pattern(rf"\b(?:between|in between)[: ]{{1,2}}(?:the ages of )?{_HEDGE}$", re.IGNORECASE)
_FROM: Final = pattern(rf"\bfrom {_HEDGE}(?:a )?(?:mean of |median of )?[$€£]?$", re.IGNORECASE)
_CHANGE: Final = pattern(
    r"\b(?:increas|decreas|rose|rise|rising|risen|fell|fall|drop|declin|improv|went|go(?:es|ing)? |chang|reduc|grew|"
    r"grow|climb|shift|jump|lower|rais|cut|dip|shrank|shrink|plummet|surge|soar|advanc|progress|worsen|switch|escalat|"
    r"taper)",
    re.IGNORECASE,
)
_RANGE_WORD: Final = pattern(r"\b(?:rang|vari|var(?:y|ies)|anywhere|span|extend|between)", re.IGNORECASE)
_CLAUSE: Final = pattern(r"[.;!?\v](?: |$)")
_REACH: Final = 70
"""Characters looked back over for the verb of a change."""


def between(text: str, at: int) -> int | None:
    """Where "between" begins that ends right before `at`; None where none does."""
    if at and text[at - 1] in " ~$€£":
        match = _BETWEEN.search(text, max(0, at - 44), at)
        return match.start() if match else None
    return None


def _of_change(text: str, at: int) -> bool:
    """Whether "from", right before `at`, opens a change ("rose from 11% to 20%") and not a range."""
    window = text[max(0, at - _REACH) : at]
    match = _FROM.search(window)
    if match is None:
        return False
    clause = _CLAUSE.split(window[: match.start()])[-1]
    return bool(_CHANGE.search(clause)) and not _RANGE_WORD.search(clause[-24:])


def read(text: str, number: Number) -> Reading | None:
    """The range that begins with `number`."""
    digits = number.form is Form.DIGITS
    first = unit_phrase.read(text, number.end, digits=digits)
    found = _second(text, number, first)
    if found is None:
        return None
    other, joint = found
    if digits and first is None and number.value < other.value and numbers.power_of(text, number) is None:
        number = _raised(number, other, numbers.power_of(text, other))
    second = unit_phrase.read(text, other.end, digits=other.form is Form.DIGITS)
    if joint == "or" and (other.value != number.value + 1 or (second is None and digits)):
        return None
    if (
        joint == "to"
        and first
        and not second
        and first.symbol == "%"
        and text[other.end : other.end + 2].strip().isalpha()
    ):
        return None
    ends = _ends(number, other, first, second)
    if ends is None:
        return None
    low, high = ends
    if high < low and joint != "and":  # "between 30% and 20%" is a range, if an impossible one
        if low > 0 or high > 0:
            return None
        low, high = high, low
    if joint != "and" and _of_change(text, number.start):
        return None
    reading = Reading(number.start, other.end, low=low, high=high, form=number.form)
    reading.decimals = min(number.decimals, other.decimals)
    if (unit := second or first) is not None:
        reading.take(unit)
        reading.end = reading.full_end = max(unit.end, other.end)
    return reading


def _raised(number: Number, other: Number, power: Decimal | None) -> Number:
    """The first end of "150–400 × 10⁹/L", whose power of ten stands behind the second alone."""
    if power is None or power <= 1 or number.value * power >= other.value:
        return number
    return number._replace(value=number.value * power, decimals=max(0, number.decimals - power.adjusted()))


def _ends(number: Number, other: Number, first: Unit | None, second: Unit | None) -> tuple[Decimal, Decimal] | None:
    """The two ends in the unit of the second; None where the units do not go together."""
    if first is None or second is None or first.symbol == second.symbol:
        return number.value, other.value
    if not dimension(first.symbol) or dimension(first.symbol) != dimension(second.symbol):
        return None
    converted = convert(number.value, first.symbol, second.symbol)
    return None if converted is None or converted >= other.value else (converted, other.value)


def _second(text: str, number: Number, first: Unit | None) -> tuple[Number, str] | None:
    """The other end of a range, and what joins the two: "to", "and" or "or"."""
    at = first.end if first else number.end
    if text[at : at + 1] not in {" ", "-", "–", "−", "~"}:
        return None
    joints = [("to", _TO)]
    if between(text, number.start) is not None:
        joints.append(("and", _AND))
    if number.value <= 12 and not number.decimals and first is None:
        joints.append(("or", _OR))
    for name, held in joints:
        joint = held.match(text, at)
        if joint is None:
            continue
        here = joint.end()
        other = numbers.signed(text, here) if name != "or" else numbers.read(text, here)
        if other is not None and _fits(number, other, joint[0]):
            return other, name
    return None


def _fits(number: Number, other: Number, joint: str) -> bool:
    """Whether two numbers are printed alike enough to be the ends of one range."""
    if other.form is Form.WORDS:
        return number.form is Form.WORDS and joint != "-"
    return other.form is not Form.FRACTION or number.form is Form.FRACTION
