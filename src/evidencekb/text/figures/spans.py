"""Ranges of which an end is a phrase: "a quarter to a third", "half an hour to an hour", "a week to ten days".

Each end is read by itself; the two are one range where they measure the same. What one end leaves out is the other's:
"half to one tablet a day", "one in four to five", "half a litre to a litre a day". One unit with an article ("a week")
is no figure by itself: it is an end of a range, or begins "a year and a half" and "a week or two".
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from evidencekb.model.quantity import Form, Kind
from evidencekb.text.figures import ranges, unit_phrase
from evidencekb.text.figures.reading import Reading
from evidencekb.text.patterns import pattern
from evidencekb.text.units import TIMES, convert, dimension

_ONE: Final = pattern(
    r"[ -](?:hour|day|week|fortnight|month|year|decade|minute|(?:kilo|milli|micro)?gram(?:me)?|kilo|pound|ounce|"
    r"(?:milli)?lit(?:re|er)|pint|cup|teaspoon|tablespoon|mile|inch|(?:kilo|centi|milli)?met(?:re|er)|"
    r"per ?cent|percentage point)\b(?!['-])"
)
_MORE: Final = pattern(r" and a (?:(?P<half>half)|quarter)\b(?!-| of (?:the|them|those|these|all|our|us|whom)\b)")
_OR_TWO: Final = pattern(r" or two\b(?!-)")
_JOINTS: Final = (" to ", " up to ", " and ", "-to-")
_SMALL: Final = 5
"""Percent up to which "half to two percent" begins with half a percent, and not with half of all."""
_IN: Final = pattern(r"\b(?:in|out of)\b")
_HALF: Final = 50
_WHOLE: Final = 100


def is_whole(reading: Reading) -> bool:
    """Whether what was read behind an article is a figure without a second end."""
    return reading.form is Form.WORDS and reading.value != 1


def one(text: str, at: int, end: int) -> Reading | None:
    """Read the article at `at`, which ends at `end`, with its unit: "a week", "a year and a half", "an hour or two"."""
    unit = unit_phrase.read(text, end, digits=True) if _ONE.match(text, end) else None
    if unit is None:
        return None
    reading = Reading(at, unit.end, value=Decimal(1), form=Form.WORDS)
    if more := _MORE.match(text, unit.end):
        reading.value, reading.decimals = (Decimal("1.5"), 1) if more["half"] else (Decimal("1.25"), 2)
        unit = unit_phrase.over_time(text, unit, more.end())
    elif two := _OR_TWO.match(text, unit.end):
        reading.value, reading.low, reading.high = None, Decimal(1), Decimal(2)
        unit = unit_phrase.over_time(text, unit, two.end())
    reading.take(unit)
    return reading


def joint(text: str, first: Reading) -> int | None:
    """Where the second end begins behind a first one; None where nothing joins one to it."""
    if first.low is not None:
        return None
    if not text.startswith(_JOINTS, first.end):
        glued = first.numerator is not None and text[first.end : first.end + 1] in {"-", "–"}
        return first.end + 1 if glued and text[first.end + 1 : first.end + 2].isdigit() else None
    at = ranges.joined_at(text, first.start, first.end)
    if at is None or (first.form is Form.DIGITS and text[at : at + 1].isdigit()):
        return None  # two numbers in digits have been looked at
    return at


def of_ends(text: str, first: Reading, second: Reading) -> Reading | None:
    """The range of two ends; None where they do not go together."""
    if (
        second.low is not None
        or first.value is None
        or second.value is None
        or text[second.end : second.end + 1] == "-"
    ):
        return None
    ends = _of_wholes(text, first, second) or _ends(first, second)
    if ends is None:
        return None
    low, high = ends
    if high < low and first.kind is Kind.PROPORTION and not ranges.is_from(text, first.start):
        low, high = high, low  # "one in ten to one in twenty" is told by the wholes
    if low >= high or (not text.startswith(" and ", first.end) and ranges.of_change(text, first.start)):
        return None
    last = first if second.is_bare else second
    reading = Reading(first.start, second.end, last.kind, low=low, high=high, form=last.form)
    reading.unit, reading.unit_text, reading.inner = last.unit, last.unit_text, last.inner
    reading.decimals = min(first.decimals, second.decimals)
    return reading


def _ends(first: Reading, second: Reading) -> tuple[Decimal, Decimal] | None:
    """The two values in the unit of the second; None where they measure different things."""
    if first.value is None or second.value is None:
        return None
    if first.kind is Kind.PROPORTION and first.numerator is not None:
        return _of_share(first, second)
    if not first.unit or not second.unit:
        return None
    if first.unit == second.unit or _is_rate_of(first.unit, second.unit):
        return first.value, second.value
    if first.value == 1 and first.form is Form.WORDS and first.unit not in TIMES:
        return None  # "a teaspoon to two cups of water"
    if not dimension(first.unit) or dimension(first.unit) != dimension(second.unit):
        return None
    converted = convert(first.value, first.unit, second.unit)
    return None if converted is None else (converted, second.value)


def _of_share(first: Reading, second: Reading) -> tuple[Decimal, Decimal] | None:
    """The two ends where the first is a share: of the same, or a part of the second's unit."""
    value = first.value
    if value is None or second.value is None:
        return None
    part = second.kind is not Kind.PROPORTION and (value == _HALF or second.value < 1)
    part = part or (second.unit == "%" and second.numerator is None and second.value <= _SMALL and value <= _HALF)
    if part and second.unit:
        return value / _WHOLE, second.value
    return (value, second.value) if second.unit == first.unit else None


def _of_wholes(text: str, first: Reading, second: Reading) -> tuple[Decimal, Decimal] | None:
    """The two ends of "one in two to three": the second is another whole of which the same number is a part."""
    whole, value, other = first.denominator, first.value, second.value
    if first.numerator is None or not whole or value is None or other is None or not second.is_bare:
        return None
    if other <= whole or other % 1 or not _IN.search(text, first.start, first.end):
        return None
    return first.numerator * _WHOLE / other, value


def _is_rate_of(unit: str, rate: str) -> bool:
    """Whether a unit is another one without its time."""
    above, _, below = rate.rpartition("/")
    return above == unit and below in TIMES
