"""The figures of a claim side by side: a point and an interval for each source, the claim's own marked."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Bound, Quantity
from evidencekb.reason.dossier import differs, stated
from evidencekb.reason.names import citation
from evidencekb.site.text import shorten
from evidencekb.text import units

if TYPE_CHECKING:
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim

WIDTH: Final = 340
"""Width of the strip that the marks of a row stand on, in its own units, which are about those of the page."""
PAD: Final = 10
"""Room left and right of the scale."""


_ARROWS: Final = {Bound.AT_MOST: "left", Bound.BELOW: "left", Bound.AT_LEAST: "right", Bound.ABOVE: "right"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the picture; x positions in the strip's own units. `low` and `high` are None without interval."""

    name: str
    figure: str
    stance: str  # claim | supports | qualifies | contradicts | withdrawn: the source was retracted or superseded
    other: str  # what the source speaks of that the claim does not: another group, treatment, outcome …
    x: float | None
    low: float | None
    high: float | None
    arrow: str  # left | right | "": an open end


@dataclass(frozen=True, slots=True)
class Picture:
    """What the template draws; `ticks` are (x, label)."""

    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str], ...]
    unit: str
    width: int = WIDTH

    @property
    def withdrawn(self) -> bool:
        """Whether a row is of a source that was retracted or superseded."""
        return any(row.stance == "withdrawn" for row in self.rows)


def draw(kb: KnowledgeBase, claim: Claim) -> Picture | None:
    """Lay out the claim's figure and those of its sources in the claim's unit, a source once for what it says alike.

    None where no source gives a figure in words of its own that can be drawn: there is nothing to compare.
    """
    if claim.figure is None or not any(
        item.figure and _span(item.figure, claim.figure.unit) for item in claim.evidence
    ):
        return None
    unit = claim.figure.unit
    lines = [("This claim", claim.figure_text, "claim", "", claim.figure)]
    for item in claim.evidence:
        text, quantity = stated(claim, item)
        if quantity is not None:
            source = kb.sources.get(item.source)
            name, stance = citation(source) if source else item.source, item.stance
            if source and not source.stands:
                name, stance = f"{name}, {source.status}", "withdrawn"
            line = (name, text, stance, "; ".join(differs(kb, claim, item)), quantity)
            if line not in lines:
                lines.append(line)
    placed = [(line, span) for line in lines if (span := _span(line[-1], unit)) is not None]
    if len(placed) < 2:
        return None
    numbers = [n for _, span in placed for n in span if n is not None]
    first, last, step = _scale(min(numbers), max(numbers), percent=unit == "%")

    def across(number: Decimal | None) -> float | None:
        share = None if number is None else float((number - first) / (last - first))
        return None if share is None else round(PAD + share * (WIDTH - 2 * PAD), 1)

    rows = tuple(
        Row(
            shorten(name, 80),
            shorten(text, 48),
            stance,
            shorten(other, 100),
            across(point),
            across(low),
            across(high),
            _ARROWS.get(quantity.bound, ""),
        )
        for (name, text, stance, other, quantity), (point, low, high) in placed
    )
    ticks = []
    at = first
    while at <= last:
        ticks.append((across(at) or 0.0, f"{at.normalize():f}"))
        at += step
    return Picture(rows, tuple(ticks), unit)


def _span(quantity: Quantity, unit: str) -> tuple[Decimal | None, Decimal | None, Decimal | None] | None:
    """(point, low, high) in `unit`: the printed number, and its range or confidence interval; None if it has none."""
    ci = quantity.ci
    low, high = (ci.low, ci.high) if ci else (quantity.low, quantity.high)
    numbers = []
    for number in (quantity.value, low, high):
        changed = number if number is None or quantity.unit == unit else units.convert(number, quantity.unit, unit)
        if number is not None and changed is None:
            return None
        numbers.append(changed)
    point, low, high = numbers
    return None if point is None and low is None and high is None else (point, low, high)


def _scale(low: Decimal, high: Decimal, *, percent: bool) -> tuple[Decimal, Decimal, Decimal]:
    """First and last mark and the step between marks: 4 to 10 marks at round numbers, zero included where near."""
    if percent and low >= 0 and high > 20:
        return Decimal(0), max(Decimal(100), high), Decimal(20)
    low = min(low, Decimal(0)) if low < high / 2 else low
    width = (high - low) or abs(high) or Decimal(1)
    step = Decimal(1).scaleb((width / 4).adjusted())
    for factor in (1, 2, 5, 10):
        if width / (step * factor) <= 8:
            step *= factor
            break
    first = (low / step).to_integral_value(rounding="ROUND_FLOOR") * step
    last = (high / step).to_integral_value(rounding="ROUND_CEILING") * step
    return first, last if last > first else first + step, step
