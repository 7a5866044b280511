"""Ranges: "15–30%", "2 to 4 weeks", "between 15 and 30%", "15% to 30%"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Form
from evidencekb.text.figures import fractions, numbers, parted, rates, unit_phrase
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
    rf"(?:(?:-? to |-to-|-to |- to | up to | through ){_HEDGE}| ?[-–−~] ?| ?(?:–|-){{1,2}}> ?)(?:~ ?)?(?:US)?[$€£]?"
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
_RANGE_WORD: Final = pattern(r"\b(?:rang|vari|var(?:y|ies)|any(?:where|thing)|span|extend|between)", re.IGNORECASE)
_CLAUSE: Final = pattern(r"[.;!?\v](?: |$)")
_FEW: Final = 12
"""The largest number that the next one may be joined to by "or": "three or four days"."""
_REACH: Final = 70
"""Characters looked back over for the verb of a change."""


def between(text: str, at: int) -> int | None:
    """Where "between" begins that ends right before `at`; None where none does."""
    if at and text[at - 1] in " ~$€£":
        match = _BETWEEN.search(text, max(0, at - 44), at)
        return match.start() if match else None
    return None


def is_from(text: str, at: int) -> bool:
    """Whether "from" stands right before `at`."""
    return _FROM.search(text, max(0, at - _REACH), at) is not None


def joined_at(text: str, start: int, end: int) -> int | None:
    """Where the second end of a range begins whose first is `text[start:end]`; None where nothing joins one to it."""
    joint = _TO.match(text, end) or (_AND.match(text, end) if between(text, start) is not None else None)
    return joint.end() if joint else None


def of_change(text: str, at: int) -> bool:
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
    if first is None and (tail := _shared(text, other)) is not None:
        return _of_tail(text, number, other, tail)
    if first is None and number.value < other.value and numbers.power_of(text, number) is None:
        number = _raised(number, other, numbers.power_of(text, other))
    second = unit_phrase.read(text, other.end, digits=other.form is Form.DIGITS)
    if joint == "or" and (second is None and digits):
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
    if joint != "and" and of_change(text, number.start):
        return None
    reading = Reading(number.start, other.end, low=low, high=high, form=number.form)
    reading.decimals = min(number.decimals, other.decimals)
    if (unit := second or first) is not None:
        reading.take(unit)
        reading.end = reading.full_end = max(unit.end, other.end)
    return reading


def _shared(text: str, other: Number) -> Reading | None:
    """What the second end is a part or a rate of, and so the first: "one to two thirds", "5 to 10 in every 1,000"."""
    tail = rates.read(text, other) or fractions.in_words(text, other)
    tail = tail or fractions.n_of_total(text, other) or parted.inside(text, other)
    return None if tail is None or "/" in text[other.end : other.end + 2] else tail


def _of_tail(text: str, number: Number, other: Number, tail: Reading) -> Reading | None:
    """The range of two numbers in terms of what the second is a part of."""
    if tail.value is None or not 0 < number.value < other.value or of_change(text, number.start):
        return None
    low = tail.value * number.value / other.value
    reading = Reading(number.start, tail.end, tail.kind, low=low, high=tail.value, unit=tail.unit, form=tail.form)
    reading.unit_text, reading.inner, reading.decimals = tail.unit_text, tail.inner, tail.decimals
    return reading


def _raised(number: Number, other: Number, power: Decimal | None) -> Number:
    """The first end of "150–400 × 10⁹/L" or "two to three hundred", whose power of ten stands behind the second."""
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
    if first is None and not number.decimals and (number.value <= _FEW or _is_ten(number)):
        joints.append(("or", _OR))
    for name, held in joints:
        joint = held.match(text, at)
        if joint is None:
            continue
        here = joint.end()
        other = numbers.signed(text, here) if name != "or" else numbers.read(text, here)
        if other is None or not _fits(number, other, joint[0]):
            continue
        plain = other.value / (numbers.power_of(text, other) or 1) if name == "or" else number.value
        if name != "or" or plain == number.value + (10 if _is_ten(other) else 1):
            return other, name
    return None


def _is_ten(number: Number) -> bool:
    """Whether a number is a word for tens, with which "sixty or seventy" is about both."""
    return number.form is Form.WORDS and number.value % 10 == 0 and number.value < 100


def _fits(number: Number, other: Number, joint: str) -> bool:
    """Whether two numbers are printed alike enough to be the ends of one range."""
    if other.form is Form.WORDS:
        return number.form is Form.WORDS and joint != "-"
    return other.form is not Form.FRACTION or number.form is Form.FRACTION
