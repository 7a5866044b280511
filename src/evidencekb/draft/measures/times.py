"""Times that say the same though they are not quite alike: six months and 26 weeks, gone in a week and up to one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Bound
from evidencekb.text.units import convert

if TYPE_CHECKING:
    from evidencekb.model.quantity import Quantity

_LONG: Final = {"month": Decimal(1), "year": Decimal(12)}
"""Months in each of the units that the calendar makes unequal."""
_SHORT: Final = {
    "week": (Decimal(4), Decimal(52) / 12, Decimal("0.5")),
    "fortnight": (Decimal(2), Decimal(26) / 12, Decimal("0.25")),
    "day": (Decimal(30), Decimal("365.25") / 12, Decimal(1)),
    "night": (Decimal(30), Decimal("365.25") / 12, Decimal(1)),
}
"""How many of a unit prose takes for a month, how many there are, and how far rounding may carry them."""


def alike(quantity: Quantity, held: Quantity) -> Quantity:
    """The time in the claim's unit, put at the claim's own number where prose takes the two for the same."""
    if quantity.unit == held.unit or not ({quantity.unit, held.unit} & _LONG.keys()):
        return quantity
    if {quantity.unit, held.unit} <= _LONG.keys() or not {quantity.unit, held.unit} <= _LONG.keys() | _SHORT.keys():
        return quantity
    if quantity.value is None and not quantity.is_range:
        return quantity
    ends = [(quantity.value, held.value), (quantity.low, held.low), (quantity.high, held.high)]
    if all(_same(said, quantity.unit, other, held.unit) for said, other in ends):
        return replace(quantity, value=held.value, low=held.low, high=held.high, unit=held.unit)
    if {quantity.unit, held.unit} == {"week", "month"}:
        by = Decimal(4) if held.unit == "week" else Decimal("0.25")
        told = [None if said is None else said * by for said, _ in ends]
        return replace(quantity, value=told[0], low=told[1], high=told[2], unit=held.unit)
    return quantity


def is_inside(quantity: Quantity, held: Quantity | None) -> bool:
    """Whether a time lies between the ends of the claim's: 10 weeks, where the claim says 8–12."""
    if held is None or held.low is None or held.high is None or quantity.value is None:
        return False
    if quantity.bound is not Bound.EXACT:
        return False
    said = quantity.value if quantity.unit == held.unit else convert(quantity.value, quantity.unit, held.unit)
    return said is not None and held.low < said < held.high


def is_end(quantity: Quantity, held: Quantity | None) -> bool:
    """Whether what is gone after a time is gone when the claim says that it is at the latest."""
    if held is None or quantity.value is None or quantity.bound not in {Bound.EXACT, Bound.AT_MOST}:
        return False
    last = held.high if held.high is not None else held.value if held.bound is Bound.AT_MOST else None
    if last is None:
        return False
    return last == (quantity.value if quantity.unit == held.unit else convert(quantity.value, quantity.unit, held.unit))


def _same(said: Decimal | None, unit: str, held: Decimal | None, its_unit: str) -> bool:
    """Whether two numbers stand for one time; a missing one is like a missing one alone."""
    if said is None or held is None:
        return said is held
    if unit in _LONG:
        said, unit, held, its_unit = held, its_unit, said, unit
    told, there_are, leave = _SHORT[unit]
    months = held * _LONG[its_unit]
    if abs(said - months * there_are) <= leave * max(Decimal(1), months / 12):
        return True
    return said == months * told if its_unit == "month" else said == months * told == 360
