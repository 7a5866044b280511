"""An interval and a p-value of one estimate that cannot both be right."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.draft.sums import arithmetic
from evidencekb.model.quantity import Bound, Interval, Kind
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.model.quantity import Figure, Quantity

_JOINT: Final = pattern(r"[ ,;()\[\]]*(?:(?:and|with|an?|the|of|corresponding|two-sided) ?)*")
_OTHER_TEST: Final = pattern(
    r"[Pp](?:[- ]?values?)?[- ]for[- ](?!the (?:difference|effect))|[Pp][- ]?(?:trend|interaction|het)|"
    r"(?:trend|interaction|heterogeneity|inferior|one-sided|one-tailed|equivalence|superiority)",
    re.IGNORECASE,
)
_BEHIND: Final = 40
_NEAR: Final = 30
"""Characters between the level of an interval and its ends, at most."""
_COMPARED: Final = pattern(r"\b(?:versus|vs|compared|than|against|between)\b")
_CHANGED: Final = pattern(
    r"\b(?:by|difference(?: was| is| of| being|,|:)?|(?:reduction|decrease|increase|fall|drop|rise|decline|gain|"
    r"improvement|difference|change)(?: in [\w -]{1,40}?)?(?: of| was|:)) "
    r"(?:about |some |only |just |a mean (?:of )?|an average of )?$"
)
_LEVELS: Final = (Decimal(80), Decimal("99.9"))
"""Levels between which an interval lies whose level is not told."""


def fault(figures: Sequence[Figure], number: int, text: str) -> str:
    """What does not go together, in words; "" where nothing is certain."""
    figure = figures[number]
    said = _with_interval(figures, number, text)
    ci = said.ci
    if ci is None or ci.low is None or ci.high is None or ci.low > ci.high:
        return ""
    found = _p_value(figures, number, text)
    if found is None:
        return ""
    p, bound, behind = found
    none = _nothing(figure, text)
    if none is None or _OTHER_TEST.search(text[figure.full_start : behind + _BEHIND].split(". ", maxsplit=1)[0]):
        return ""
    if not _is_labelled(said) and _COMPARED.search(text[behind : behind + _BEHIND].split(". ", maxsplit=1)[0]):
        return ""
    low, high = (said.ci_level, said.ci_level) if said.ci_level is not None else _LEVELS
    apart = ci.low > none or ci.high < none
    if apart and _above(p, bound, 1 - low / 100):
        return f"{_told(ci)} leaves out {none}, so p must be below {_least(1 - low / 100)}, not {_sign(bound)}{p:f}"
    if ci.low < none < ci.high and _below(p, bound, 1 - high / 100):
        return f"{_told(ci)} holds {none}, so p must be above {_least(1 - high / 100)}, not {_sign(bound)}{p:f}"
    return ""


def _with_interval(figures: Sequence[Figure], number: int, text: str) -> Quantity:
    """The estimate with its interval, also where the p-value stands between: "OR 1.5 (p = 0.01; 95% CI 1.2 to 1.9)"."""
    said = figures[number].quantity
    if said.ci is not None or said.p_value is None or number + 2 >= len(figures):
        return said
    level, ends = figures[number + 1], figures[number + 2]
    if not arithmetic.is_level(level, text) or not _JOINT.fullmatch(text[figures[number].full_end : level.start]):
        return said
    if ends.quantity.low is None or ends.quantity.high is None or ends.full_start - level.end > _NEAR:
        return said
    interval = Interval(ends.quantity.low, ends.quantity.high)
    return replace(said, ci=interval, ci_level=level.quantity.value)


def _p_value(figures: Sequence[Figure], number: int, text: str) -> tuple[Decimal, Bound, int] | None:
    """The p-value of an estimate with its bound, and where it ends: read with it, or right behind it."""
    figure = figures[number]
    said = figure.quantity
    if said.p_value is not None:
        return said.p_value, said.p_bound, figure.full_end
    if number + 1 >= len(figures):
        return None
    other = figures[number + 1]
    if other.quantity.kind is not Kind.P_VALUE or other.quantity.value is None:
        return None
    if not _JOINT.fullmatch(text[figure.full_end : other.full_start]):
        return None
    return other.quantity.value, other.quantity.bound, other.full_end


def _is_labelled(said: Quantity) -> bool:
    return bool(said.measure_of_effect) or said.kind in {Kind.RATIO, Kind.FOLD}


def _nothing(figure: Figure, text: str) -> Decimal | None:
    """The number that means no effect: 1 of a ratio, 0 of a difference; None where the text does not tell which."""
    said = figure.quantity
    if said.kind in {Kind.RATIO, Kind.FOLD} or said.measure_of_effect.endswith("-ratio"):
        return Decimal(1)
    if said.measure_of_effect:
        return Decimal(0)
    if said.kind is Kind.POINTS:
        return Decimal(0)
    if said.kind is Kind.PROPORTION and said.numerator is not None:
        return None
    if said.value is not None and said.value < 0:
        return Decimal(0)
    return Decimal(0) if _CHANGED.search(text[max(0, figure.full_start - 70) : figure.full_start]) else None


def _above(p: Decimal, bound: Bound, level: Decimal) -> bool:
    """Whether a p-value is above a level for certain, rounding heeded."""
    if bound in {Bound.ABOVE, Bound.AT_LEAST}:
        return p >= level
    return bound is Bound.EXACT and p - _half(p) > level


def _below(p: Decimal, bound: Bound, level: Decimal) -> bool:
    """Whether a p-value is below a level for certain."""
    if bound is Bound.BELOW:
        return p <= level
    if bound is Bound.AT_MOST:
        return p < level
    return bound is Bound.EXACT and p + _half(p) < level


def _half(p: Decimal) -> Decimal:
    """Half of the last place that a p-value prints."""
    exponent = p.as_tuple().exponent
    return Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)


def _told(ci: Interval) -> str:
    return f"the interval from {ci.low:f} to {ci.high:f}"


def _least(level: Decimal) -> str:
    return f"{level.normalize():f}"


def _sign(bound: Bound) -> str:
    return "" if bound is Bound.EXACT else f"{bound.value} "
