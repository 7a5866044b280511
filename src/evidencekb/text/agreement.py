"""Does a stated figure say the same as a reference figure, and if not, what of it differs?"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Bound, Form, Kind
from evidencekb.text.units import convert, dimension

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


def compare(stated: Quantity, reference: Quantity, *, tolerance: Decimal, about: Decimal) -> Agreement:
    """Compare a figure of a draft or source with that of a claim.

    `tolerance` is in percentage points and serves fraction words; `about` is relative, in percent, and serves
    "about" on either side. Rounding at the stated precision is no difference. "<" and "<=" of one number are taken as
    one bound, as prose does; only the direction counts.
    """
    if not _comparable(stated, reference):
        return Agreement.KIND
    factorless = _same_unit(stated.unit, reference.unit)
    if factorless:
        equal = _numbers_agree(stated, reference, stated.unit, stated.unit, tolerance, about)
    elif dimension(stated.unit) and dimension(stated.unit) == dimension(reference.unit):
        equal = _numbers_agree(stated, reference, stated.unit, reference.unit, tolerance, about)
        if not equal and _numbers_agree(stated, reference, "", "", tolerance, about):
            return Agreement.UNIT
    elif _numbers_agree(stated, reference, "", "", tolerance, about):
        return Agreement.UNIT
    else:
        return Agreement.VALUE if stated.unit.partition("/")[0] == reference.unit.partition("/")[0] else Agreement.UNIT
    if not equal:
        return Agreement.VALUE
    return Agreement.EQUAL if _DIRECTION[stated.bound] == _DIRECTION[reference.bound] else Agreement.BOUND


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two kinds can say the same at all."""
    if one.kind is other.kind:
        return one.kind is not Kind.RATIO or not (
            one.measure_of_effect and other.measure_of_effect and one.measure_of_effect != other.measure_of_effect
        )
    return {one.kind, other.kind} in ({Kind.RATIO, Kind.FOLD}, {Kind.COUNT, Kind.MEASURE}, {Kind.RATIO, Kind.COUNT})


def _same_unit(stated: str, reference: str) -> bool:
    """Equal units; a writer may leave out "a day" where the claim has it, and the reverse."""
    if stated == reference:
        return True
    short, long = sorted((stated, reference), key=len)
    return bool(short) and long == f"{short}/day"


def _numbers_agree(
    stated: Quantity, reference: Quantity, unit: str, to: str, tolerance: Decimal, about: Decimal
) -> bool:
    """Whether the numbers are the same within what the two figures leave open."""
    if stated.is_range or reference.is_range:
        if not (stated.is_range and reference.is_range):
            return False
        pairs = ((stated.low, reference.low), (stated.high, reference.high))
        return all(_near(a, b, stated, reference, unit, to, tolerance, about) for a, b in pairs)
    return _near(stated.value, reference.value, stated, reference, unit, to, tolerance, about)


def _near(
    said: Decimal | None,
    held: Decimal | None,
    stated: Quantity,
    reference: Quantity,
    unit: str,
    to: str,
    tolerance: Decimal,
    about: Decimal,
) -> bool:
    """Whether two numbers agree; a missing end agrees with a missing end alone."""
    if said is None or held is None:
        return said is None and held is None
    changed = said if unit == to else convert(said, unit, to)
    if changed is None:
        return False
    gap = abs(changed - held)
    if gap == 0:
        return True
    slack = Decimal(0)
    if reference.decimals > stated.decimals and stated.form is not Form.FRACTION:
        slack = Decimal(5).scaleb(-stated.decimals - 1)
        slack = slack if unit == to else abs(convert(slack, unit, to) or Decimal(0))
    if Form.FRACTION in {stated.form, reference.form} and Kind.PROPORTION in {stated.kind, reference.kind}:
        slack = max(slack, tolerance)
    if stated.approx or reference.approx:
        slack = max(slack, abs(held) * about / 100)
    return gap <= slack
