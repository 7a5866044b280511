"""What stands around a figure: hedge, bound, age, name of an effect, interval, n/N, p-value, unit of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Bound, Form, Interval, Kind
from evidencekb.text.figures import ages, bounds, effects, fractions, numbers, ranges
from evidencekb.text.patterns import pattern
from evidencekb.text.units import TIMES

if TYPE_CHECKING:
    from evidencekb.text.figures.reading import Reading

_SPREAD: Final = pattern(r" ?[(\[](?:SD|s\.d\.|S\.D\.|SE|SEM|standard deviation|standard error)[ =:,]{0,3}(?:of )?")
_HEDGED: Final = r" ?(?:[~<>≤≥] ?|about |approximately )?$"
_JOINED: Final = pattern(r"(?: and| or|, and|, or|,? ?vs\.?|,? versus|,? compared with|/| ?×| x|; and| &)" + _HEDGED)
_LISTED: Final = pattern(r"(?:,|;| and| or|/| ?×| x)" + _HEDGED)
_SHARED: Final = frozenset({Kind.MEASURE, Kind.PROPORTION, Kind.POINTS})
_AGED_IN: Final = frozenset({"", "year", "month", "week", "day"})
_FARTHEST: Final = 16
"""Characters between two numbers of a list."""


def dress(text: str, reading: Reading, *, parts: bool) -> None:
    """Add to a reading what stands around it; with `parts` its interval, n/N and p-value are left for themselves."""
    if not parts and reading.numerator is not None and reading.kind is Kind.PROPORTION:
        fractions.take_percent(text, reading)
    _take_bound(text, reading)
    if reading.kind in {Kind.MEASURE, Kind.COUNT} and reading.unit in _AGED_IN:
        _take_age(text, reading)
    if reading.kind is not Kind.AGE:
        _take_label(text, reading)
    trailing = bounds.after(text, reading.end) if reading.low is None and reading.bound is Bound.EXACT else None
    if trailing is not None and reading.kind is Kind.RATIO and " and " in text[reading.end : trailing.end]:
        trailing = None  # "RR 0.65, and lower ...": something else is lower
    if trailing is not None:
        reading.approx = reading.approx or trailing.approx
        reading.bound, reading.full_end = trailing.bound, max(trailing.end, reading.full_end)
    if not parts and reading.kind not in {Kind.AGE, Kind.P_VALUE}:
        _take_attachments(text, reading)


def _take_bound(text: str, reading: Reading) -> None:
    """Take in the bound and hedge in front of a figure, "between" too."""
    opening = ranges.between(text, reading.start) if reading.low is not None else None
    before = bounds.before(text, reading.start if opening is None else opening, duration=reading.unit in TIMES)
    reading.full_start = before.start
    reading.bound, reading.approx, reading.hedge = before.bound, before.approx, before.hedge
    if opening is not None:
        inner = bounds.before(text, reading.start)
        reading.approx, reading.hedge = reading.approx or inner.approx, reading.hedge or inner.hedge


def _take_age(text: str, reading: Reading) -> None:
    """Turn a number into an age where the words around it say so."""
    end = ages.behind(text, reading.end, unit=bool(reading.unit))
    if end is None:
        possible = reading.unit in {"", "year", "month"} and reading.value != 0
        if not possible or not ages.speaks_of_age(text, reading.start, reading.end):
            return
    reading.kind = Kind.AGE
    reading.unit = reading.unit or "year"
    if end is not None:
        reading.end = reading.full_end = end


def _take_label(text: str, reading: Reading) -> None:
    """Take in the name of an effect before the figure."""
    label = effects.label(text, reading.full_start)
    bare = reading.kind is Kind.COUNT and not reading.unit
    if label is None:
        if bare and reading.decimals and (far := effects.far_label(text, reading.full_start)):
            reading.kind, reading.measure_of_effect = Kind.RATIO, far
        return
    if label.measure in {"p-value", "pH"}:
        if label.measure == "pH" and bare:
            reading.kind, reading.unit, reading.unit_text = Kind.MEASURE, "pH", "pH"
        elif bare and reading.form is Form.DIGITS and reading.value is not None and 0 <= reading.value <= 1:
            reading.kind = Kind.P_VALUE
        else:
            return
    else:
        if label.measure.endswith("-ratio") and not bare and reading.kind is not Kind.FOLD:
            return
        if label.measure.endswith("-ratio"):
            reading.kind = Kind.RATIO
        elif bare and label.measure == "mean-difference":
            reading.kind = Kind.MEASURE  # of whatever scale the text names
        reading.measure_of_effect = label.measure
    reading.full_start = min(reading.full_start, label.start)


def _take_attachments(text: str, reading: Reading) -> None:
    """Take in what belongs to an estimate behind it: n/N, standard deviation, confidence interval, p-value."""
    if reading.kind is Kind.PROPORTION and reading.numerator is None:
        share = effects.counts(text, reading.full_end)
        share = share or effects.counts_around(text, reading.start, reading.full_end)
        if share is not None:
            reading.numerator, reading.denominator, reading.full_end = share.numerator, share.denominator, share.end
    if reading.plus_minus is None and (spread := _SPREAD.match(text, reading.full_end)):
        deviation = numbers.read(text, spread.end())
        if deviation is not None:
            reading.plus_minus = deviation.value
            reading.full_end = deviation.end + (text[deviation.end : deviation.end + 1] in {")", "]"})
    ratio = reading.measure_of_effect.endswith(("-ratio", "-difference"))
    interval = effects.interval(text, reading.full_end, bare=ratio)
    if interval is not None:
        reading.ci, reading.ci_level = Interval(interval.low, interval.high), interval.level
        reading.full_end = interval.end
    p_value = effects.p_value(text, reading.full_end) if interval is not None or ratio else None
    if p_value is not None:
        reading.p_value, reading.p_bound, reading.full_end = p_value


def share_units(text: str, readings: list[Reading]) -> None:
    """Give the numbers of a list the unit of its last: "60 and 100 mg", "15, 20 and 30%", "120/80 mm Hg".

    A comma alone joins only what goes on to "and": in "of 60, 42% …" the first number is no percentage.
    """
    listed = False
    for index in range(len(readings) - 2, -1, -1):
        here, following = readings[index], readings[index + 1]
        close = following.start - here.full_end <= _FARTHEST
        joint = _LISTED if listed else _JOINED
        joined = close and joint.fullmatch(text[here.full_end : following.start]) is not None
        listed = (
            joined
            and here.is_bare
            and following.form is here.form
            and following.kind in _SHARED
            and following.unit != "pH"
        )
        if listed:
            here.unit, here.kind = following.unit, following.kind
