"""Times that prose takes for one another though they are not exactly the same: six months and 26 weeks, or 180 days."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

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
