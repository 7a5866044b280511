"""Ranges: "15–30%", "2 to 4 weeks", "between 15 and 30%", "15% to 30%", "two- to threefold"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Form
from evidencekb.text.figures import numbers, unit_phrase
from evidencekb.text.figures.reading import Reading
from evidencekb.text.units import convert, dimension

if TYPE_CHECKING:
    from evidencekb.text.figures.numbers import Number

_HEDGE: Final = r"(?:(?:about|approximately|around|roughly|nearly|almost|over|more than|as (?:much|many|high|long|late|few|little) as|up to|even|perhaps|maybe|possibly|at most|~) ?)?"
_TO: Final = re.compile(
    r"(?: to (?:as|about|approx|around|rough|near|almost|over|more|up|even|perhaps|maybe|possibly|at most)[a-z ]*? |-? to |-to-|-to |- to | through | ?[-–−~] ?| ?(?:–|-){1,2}> ?)(?:~ ?)?(?:US)?[$€£]?"
)
_AND: Final = re.compile(rf" and {_HEDGE}[$€£]?")
_OR: Final = re.compile(r" or (?:even )?(?=[0-9a-z])")
_BETWEEN: Final = re.compile(rf"\b(?:between|in between)[: ]{{1,2}}(?:the ages of )?{_HEDGE}$", re.IGNORECASE)
_FROM: Final = re.compile(rf"\bfrom {_HEDGE}(?:a )?(?:mean of |median of )?[$€£]?$", re.IGNORECASE)
_CHANGE: Final = re.compile(
    r"\b(?:increas|decreas|rose|rise|rising|risen|fell|fall|drop|declin|improv|went|go(?:es|ing)? |chang|reduc|grew|grow|climb|shift|jump|lower|rais|cut|dip|"
    r"shrank|shrink|plummet|surge|soar|advanc|progress|worsen|switch|escalat|taper)",
    re.IGNORECASE,
)
_RANGE_WORD: Final = re.compile(r"\b(?:rang|vari|var(?:y|ies)|anywhere|span|extend|between)", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[.;!?\v](?: |$)")


def between(text: str, at: int) -> int | None:
    """Where "between" begins that ends right before `at`; None where none does."""
    if at and text[at - 1] in " ~$€£":
        match = _BETWEEN.search(text, max(0, at - 44), at)
        return match.start() if match else None
    return None


def of_change(text: str, at: int) -> bool:
    """Whether "from", right before `at`, opens a change ("rose from 11% to 20%") and not a range."""
    window = text[max(0, at - 70) : at]
    match = _FROM.search(window)
    if match is None:
        return False
    clause = _CLAUSE.split(window[: match.start()])[-1]
    return bool(_CHANGE.search(clause)) and not _RANGE_WORD.search(clause[-24:])


def read(text: str, start: int, number: Number) -> Reading | None:
    """The range that begins with `number`; its surface begins at `start`, before a sign."""
    digits = number.form is Form.DIGITS
    first = unit_phrase.read(text, number.end, digits=digits)
    found = _second(text, start, number, first)
    if found is None:
        return None
    second_number, joint = found
    second = unit_phrase.read(text, second_number.end, digits=second_number.form is Form.DIGITS)
    low, high = number.value, second_number.value
    if first and second and first.symbol != second.symbol:
        if not dimension(first.symbol) or dimension(first.symbol) != dimension(second.symbol):
            return None
        converted = convert(low, first.symbol, second.symbol)
        if converted is None or converted >= high:
            return None
        low = converted
    elif (
        first
        and not second
        and first.symbol == "%"
        and joint == "to"
        and text[second_number.end : second_number.end + 2].strip().isalpha()
    ):
        return None
    if joint == "or" and (high != low + 1 or (second is None and digits)):
        return None
    if high < low and joint != "and":  # "between 30% and 20%" is a range, if an impossible one
        if not (low <= 0 and high <= 0):
            return None
        low, high = high, low
    if joint != "and" and of_change(text, start):
        return None
    unit = second or first
    reading = Reading(
        start,
        second_number.end,
        low=low,
        high=high,
        form=number.form,
        decimals=min(number.decimals, second_number.decimals),
    )
    if unit is not None:
        reading.take(unit)
        reading.end = reading.full_end = max(unit.end, second_number.end)
    return reading


def _second(text: str, start: int, number: Number, first: unit_phrase.Unit | None) -> tuple[Number, str] | None:
    """The other end of a range, and what joins the two: "to", "and" or "or"."""
    at = first.end if first else number.end
    if text[at : at + 1] not in {" ", "-", "–", "−", "~"}:
        return None
    joints = [("to", _TO)]
    if between(text, start) is not None:
        joints.append(("and", _AND))
    if number.value <= 12 and not number.decimals and first is None:
        joints.append(("or", _OR))
    for name, pattern in joints:
        joint = pattern.match(text, at)
        if joint is None:
            continue
        here = joint.end()
        other = numbers.signed(text, here) if name != "or" else numbers.read(text, here)
        if other is None and text[here : here + 1] == " ":
            other = numbers.read(text, here + 1)
        if (
            other is None
            or (other.form is Form.WORDS and number.form is Form.DIGITS)
            or other.form is Form.FRACTION is not number.form
        ):
            continue
        if other.form is Form.WORDS and joint[0] == "-":
            continue
        if text[other.end : other.end + 1].isdigit():
            continue
        return other, name
    return None
