"""A figure as read: a number with its printed precision, bound, hedge and unit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from decimal import Decimal


class Kind(StrEnum):
    """What sort of number it is; decides with what it can be compared."""

    PROPORTION = "proportion"  # 76%, three-quarters, 1 in 10, 32/42; value in percent, unit "%"
    MEASURE = "measure"  # a number with a unit of measurement: 325 mg/day, 2-4 weeks, 50 mcg/L
    RATIO = "ratio"  # OR 2.4, RR 0.8, HR 1.1: see `Quantity.measure_of_effect`
    FOLD = "fold"  # threefold, three times as often, twice as likely
    P_VALUE = "p-value"
    POINTS = "percentage-points"  # 12 percentage points
    AGE = "age"  # of a person or group: 52-year-old, aged 65 and over; describes, asserts nothing
    COUNT = "count"  # a bare number, or a number of things: two groups, 42 patients


RATIOS: Final = frozenset({Kind.RATIO, Kind.FOLD})
TELLING: Final = RATIOS | {Kind.PROPORTION, Kind.POINTS}
"""Kinds that tell how many did, or how much more: a time beside such a figure says when it was found."""


class Bound(StrEnum):
    """The comparator in front of (or understood of) the number."""

    EXACT = "="
    AT_MOST = "<="  # up to, no more than, at most, <=, "or less"
    BELOW = "<"  # less than, under, below, fewer than
    AT_LEAST = ">="  # at least, no fewer than, "or more", ">="
    ABOVE = ">"  # more than, over, above


LOWER: Final = frozenset({Bound.AT_LEAST, Bound.ABOVE})
UPPER: Final = frozenset({Bound.AT_MOST, Bound.BELOW})


class Form(StrEnum):
    """How the number was printed; words and fractions are tolerant where digits are not."""

    DIGITS = "digits"  # 76%
    WORDS = "words"  # seventy percent, six weeks
    FRACTION = "fraction"  # three-quarters, a third, one in ten, 7 out of 10, half


@dataclass(frozen=True, slots=True)
class Interval:
    """Closed interval [low, high]; an open end is None. Same unit as the quantity that carries it."""

    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure.

    Exactly one of these holds: `value` is the printed number (`low` and `high` are None), or the figure is a range and
    `low` and `high` are its ends (`value` is None; for a bare plural such as "within days" all three are None).
    """

    kind: Kind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""  # canonical symbol of `text.units` ("%", "mg", "mg/day", "ug/L", "day"); "" where none
    bound: Bound = Bound.EXACT
    approx: bool = False  # about, roughly, ~, nearly, almost
    hedge: str = ""  # the word itself, lower case: "nearly" (just under), "over about" ...; "" where none
    form: Form = Form.DIGITS
    decimals: int = 0  # digits printed after the point (the fewest of a range's ends); negative never
    numerator: Decimal | None = None  # 32 of 42: numerator 32, denominator 42, value the share if printed or computed
    denominator: Decimal | None = None
    ci: Interval | None = None  # its confidence interval
    ci_level: Decimal | None = None  # 95
    plus_minus: Decimal | None = None  # +- after the value
    p_value: Decimal | None = None
    p_bound: Bound = Bound.EXACT
    measure_of_effect: str = ""  # risk-ratio, odds-ratio, hazard-ratio, mean-difference, relative-risk-reduction, ""
    unit_text: str = ""  # the unit as printed ("mcg per litre"), for messages and for wrong-unit

    @property
    def counted(self) -> bool:
        """Whether it is n/N without a printed percentage: an exact share that a percentage may round."""
        if self.numerator is None or not self.denominator or self.form is not Form.DIGITS:
            return False
        return self.value == self.numerator * 100 / self.denominator

    @property
    def is_range(self) -> bool:
        """Whether the figure is a range such as 2-4 weeks."""
        return self.low is not None or self.high is not None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure where it stands in a text. `start:end` is its surface: number, unit and fraction words, no hedge."""

    start: int
    end: int
    text: str  # the surface, text[start:end] of what was read
    quantity: Quantity
    full_start: int  # with its hedge and comparator: "up to 76%" where the surface is "76%"
    full_end: int
    inner: tuple[int, int] = (0, 0)  # the noun inside the surface: "adult" of "one adult in five"
    again: tuple[int, int] = (0, 0)  # where it is told once more, in percent: "a third of women (34%)"
