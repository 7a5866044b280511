"""A figure while it is being read; becomes a `Figure` when all that stands around it is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from evidencekb.model.quantity import Bound, Figure, Form, Interval, Kind, Quantity

if TYPE_CHECKING:
    from decimal import Decimal

    from evidencekb.text.figures.folding import Squeezed
    from evidencekb.text.figures.numbers import Number
    from evidencekb.text.figures.unit_phrase import Unit


@dataclass(slots=True)
class Reading:
    """One figure in the making; `start:end` is its surface, `full_start:full_end` all that belongs to it."""

    start: int
    end: int
    kind: Kind = Kind.COUNT
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    unit_text: str = ""
    form: Form = Form.DIGITS
    decimals: int = 0
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    plus_minus: Decimal | None = None
    bound: Bound = Bound.EXACT
    approx: bool = False
    hedge: str = ""
    ci: Interval | None = None
    ci_level: Decimal | None = None
    p_value: Decimal | None = None
    p_bound: Bound = Bound.EXACT
    measure_of_effect: str = ""
    inner: tuple[int, int] = (0, 0)
    full_start: int = field(init=False)
    full_end: int = field(init=False)

    def __post_init__(self) -> None:
        """Nothing belongs to it yet but its surface."""
        self.full_start, self.full_end = self.start, self.end

    @property
    def is_bare(self) -> bool:
        """Whether it is a number without a unit or anything else to it."""
        return self.kind is Kind.COUNT and not self.unit and self.numerator is None

    def take(self, unit: Unit) -> None:
        """Add a unit behind the number."""
        self.unit, self.unit_text, self.inner = unit.symbol, unit.text, unit.thing
        self.kind = kind_of(unit.symbol)
        if self.kind is Kind.MEASURE and (unit.symbol in {"$", "€", "£", "¢"} or unit.text.lower() == "point"):
            self.kind = Kind.COUNT  # a price, or a scale by its length ("a 10-point scale")
        self.end = self.full_end = unit.end

    def take_currency(self, sign: str) -> None:
        """Add the currency sign in front of the number."""
        self.unit = self.unit_text = sign
        self.start = self.full_start = self.start - 1

    def figure(self, text: str, squeezed: Squeezed) -> Figure:
        """The finished figure, with its place in `text`."""
        quantity = Quantity(
            kind=self.kind,
            value=self.value,
            low=self.low,
            high=self.high,
            unit=self.unit,
            bound=self.bound,
            approx=self.approx,
            hedge=self.hedge,
            form=self.form,
            decimals=self.decimals,
            numerator=self.numerator,
            denominator=self.denominator,
            ci=self.ci,
            ci_level=self.ci_level,
            plus_minus=self.plus_minus,
            p_value=self.p_value,
            p_bound=self.p_bound,
            measure_of_effect=self.measure_of_effect,
            unit_text=self.unit_text,
        )
        start, end = squeezed.place(self.start), squeezed.place(self.end - 1) + 1
        full_start, full_end = squeezed.place(self.full_start), squeezed.place(self.full_end - 1) + 1
        inner = self.inner
        if inner[1]:
            inner = squeezed.place(inner[0]), squeezed.place(inner[1] - 1) + 1
        return Figure(start, end, text[start:end], quantity, full_start, full_end, inner)


def of_number(number: Number) -> Reading:
    """A bare number as a reading."""
    return Reading(number.start, number.end, value=number.value, form=number.form, decimals=number.decimals)


def share(top: Decimal, bottom: Decimal, start: int, end: int, form: Form = Form.FRACTION) -> Reading:
    """`top` of `bottom` as a percentage."""
    return Reading(
        start,
        end,
        Kind.PROPORTION,
        value=top * 100 / bottom,
        unit="%",
        form=form,
        numerator=top,
        denominator=bottom,
    )


def kind_of(symbol: str) -> Kind:
    """The kind of figure that a unit makes."""
    if symbol == "%":
        return Kind.PROPORTION
    return Kind.POINTS if symbol == "percentage-points" else Kind.MEASURE
