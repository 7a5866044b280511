"""Does a stated figure say the same as a reference figure, and if not, what of it differs?"""

from __future__ import annotations

import math
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.model.quantity import Bound, Form, Kind
from evidencekb.text.units import TIMES, convert, dimension

if TYPE_CHECKING:
    from evidencekb.model.quantity import Quantity


class Agreement(StrEnum):
    """What differs, in the order in which it is looked for."""

    EQUAL = "equal"
    VALUE = "value"  # another number
    UNIT = "unit"  # the same number in a unit that makes it another quantity
    BOUND = "bound"  # the same number, another bound
    KIND = "kind"  # not to be compared at all: a share with a dose


_DIRECTION: Final = {Bound.EXACT: 0, Bound.AT_MOST: -1, Bound.BELOW: -1, Bound.AT_LEAST: 1, Bound.ABOVE: 1}
_COMPARABLE: Final = (
    frozenset({Kind.RATIO, Kind.FOLD}),
    frozenset({Kind.RATIO, Kind.COUNT}),
    frozenset({Kind.COUNT, Kind.MEASURE}),
)
_ROUNDED: Final = 5.0
"""Points by which a share that is rounded to tens differs from itself at most."""
_BEYOND: Final = 17.0
"""Points from "more than half" to the next fraction that prose has a word for, at most."""
_DAILY: Final = "/day"
_RATE: Final = {"%", "%/"}
"""How a share and a share per time are printed, to the second sign: a writer may leave out the time."""

Reach = tuple[float, float]
"""Between which percentages a share may lie."""
_ANYWHERE: Final = (-math.inf, math.inf)


class _Pair(NamedTuple):
    """Two figures with what they leave open: points for fraction words, percent of the value for "about"."""

    stated: Quantity
    reference: Quantity
    tolerance: Decimal
    about: Decimal

    def agree(self, unit: str, to: str) -> bool:
        """Whether the numbers are the same when the stated ones are taken from `unit` to `to`."""
        one, other = self.stated, self.reference
        if one.is_range or other.is_range:
            if not (one.is_range and other.is_range):
                return _is_within(one, other) if one.is_range else _is_vague(one, other)
            return self._near(one.low, other.low, unit, to) and self._near(one.high, other.high, unit, to)
        if _is_vague(one, other):
            return True
        if one.value is None and other.value is None:
            return unit == to and (unit != "" or one.unit == other.unit)  # "within days" is not "within hours"
        if not self._near(one.value, other.value, unit, to):
            return False
        if one.ci is None or other.ci is None:
            return True
        return self._near(one.ci.low, other.ci.low, unit, to) and self._near(one.ci.high, other.ci.high, unit, to)

    def _near(self, said: Decimal | None, held: Decimal | None, unit: str, to: str) -> bool:
        """Whether two numbers agree; a missing one agrees with a missing one alone."""
        if said is None or held is None:
            return said is held
        changed = said if unit == to else convert(said, unit, to)
        if changed is None:
            return False
        gap = abs(changed - held)
        return gap == 0 or gap <= self._slack(held, unit, to)

    def _slack(self, held: Decimal, unit: str, to: str) -> Decimal:
        """How far from `held` a number may be: rounding as printed, fraction words, "about"."""
        one, other = self.stated, self.reference
        slack = Decimal(0)
        rounded = other.decimals > one.decimals and one.form is not Form.FRACTION
        if rounded or one.counted or other.counted:
            printed = other if one.counted else one
            half = Decimal(5).scaleb(-printed.decimals - 1)
            slack = half if unit == to else _step(half, unit, to)
        if Form.FRACTION in {one.form, other.form} and Kind.PROPORTION in {one.kind, other.kind}:
            # one in a hundred is not one in a thousand, however few points lie between them
            slack = max(slack, min(self.tolerance, abs(held) / 2))
        if one.approx or other.approx:
            slack = max(slack, abs(held) * self.about / 100)
        return slack


def _step(size: Decimal, unit: str, to: str) -> Decimal:
    """How far apart in one unit are two numbers that are `size` apart in another, wherever its zero is."""
    ends = convert(size, unit, to), convert(Decimal(0), unit, to)
    return Decimal(0) if ends[0] is None or ends[1] is None else abs(ends[0] - ends[1])


def compare(stated: Quantity, reference: Quantity, *, tolerance: Decimal, about: Decimal) -> Agreement:
    """Compare a figure of a draft or source with that of a claim.

    `tolerance` is in percentage points and serves fraction words; `about` is relative, in percent, and serves
    "about" on either side. Rounding at the stated precision is no difference. "<" and "<=" of one number are taken as
    one bound, as prose does; only the direction counts. A unit that is not printed is no other unit: "below 50" agrees
    with "< 50 mcg/L", and "18 mg" with "18 mg/day".
    """
    if not _comparable(stated, reference):
        return Agreement.KIND
    pair = _Pair(stated, reference, tolerance, about)
    unit, to = _units(stated.unit, reference.unit)
    if unit == to:
        equal = pair.agree("", "")
    elif dimension(unit) and dimension(unit) == dimension(to):
        equal = pair.agree(unit, to)
        if not equal and pair.agree("", ""):
            return Agreement.UNIT
    elif pair.agree("", ""):
        return Agreement.UNIT
    else:
        return Agreement.VALUE if unit.partition("/")[0] == to.partition("/")[0] else Agreement.UNIT
    if not equal:
        return Agreement.VALUE
    return Agreement.EQUAL if _DIRECTION[stated.bound] == _DIRECTION[reference.bound] else Agreement.BOUND


def reach(quantity: Quantity, *, tolerance: Decimal, about: Decimal) -> Reach:
    """Where a share may lie, all leave given: two whose reaches do not meet cannot agree. Cheaper than `compare`."""
    if quantity.kind is not Kind.PROPORTION or quantity.unit != "%" or quantity.counted:
        return _ANYWHERE
    ends = [float(end) for end in (quantity.value, quantity.low, quantity.high) if end is not None]
    if not ends:
        return _ANYWHERE
    if quantity.form is Form.FRACTION and quantity.bound is not Bound.EXACT:
        return min(ends) - _BEYOND, max(ends) + _BEYOND
    leave = max(float(tolerance), _ROUNDED, max(ends) * float(about) / 100)
    return min(ends) - leave, max(ends) + leave


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two kinds can say the same at all."""
    if one.kind is other.kind or {one.unit[:2], other.unit[:2]} == _RATE:
        effects = {one.measure_of_effect, other.measure_of_effect} - {""}
        return one.kind is not Kind.RATIO or len(effects) < 2
    return {one.kind, other.kind} in _COMPARABLE


def _units(stated: str, reference: str) -> tuple[str, str]:
    """The two units to compare; a writer may leave out the unit, or "a day" where the claim has it, and the reverse."""
    if "" in {stated, reference}:
        return "", ""
    if reference.endswith(_DAILY) and ("/" not in stated or TIMES.isdisjoint(stated.split("/"))):
        return stated, reference.removesuffix(_DAILY)
    if {stated[:2], reference[:2]} == _RATE:
        return "%", "%"
    if stated.endswith(_DAILY) and ("/" not in reference or TIMES.isdisjoint(reference.split("/"))):
        return stated.removesuffix(_DAILY), reference
    return stated, reference


def _is_within(stated: Quantity, reference: Quantity) -> bool:
    """Whether a share lies between the two fractions that prose rounds it to: "a quarter to a third" for 28%."""
    low, high, held = stated.low, stated.high, reference.value
    if stated.form is not Form.FRACTION or stated.kind is not Kind.PROPORTION or low is None or high is None:
        return False
    if held is None or reference.kind is not Kind.PROPORTION or reference.bound is not Bound.EXACT:
        return False
    return low <= held <= high <= 2 * low and float(high - low) <= _BEYOND


def _is_vague(stated: Quantity, reference: Quantity) -> bool:
    """Whether a time without a number ("within weeks") stands for a time of more than one of its unit."""
    if stated.value is not None or stated.is_range or stated.unit != reference.unit:
        return False
    least = reference.low if reference.is_range else reference.value
    return least is not None and least > 1
