"""The figures of a claim base as they were read the last time: to read them anew is most of what its claims cost."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from evidencekb.model.quantity import Bound, Form, Interval, Kind, Quantity
from evidencekb.text import figures

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Plain = dict[str, Any]
"""A quantity as it is kept: those of its fields that are not as they are by default, without our own classes."""


class KeptFigures:
    """The figure grammar, with what it said the last time."""

    def __init__(self, known: Mapping[str, Plain]) -> None:
        """`known` are wordings of figures with what they mean."""
        self._known = known
        self._asked: dict[str, Quantity] = {}

    def read(self, text: str) -> Quantity | None:
        """What a wording means; None where it is not exactly one figure."""
        known = self._known.get(text)
        made = _made(known) if known else figures.parse(text)
        if made is not None:
            self._asked[text] = made
        return made

    def plain(self) -> dict[str, Plain]:
        """What is to be kept: all that was asked for this time."""
        return {text: _plain(quantity) for text, quantity in self._asked.items()}


def _interval(ends: tuple[str | None, str | None]) -> Interval:
    low, high = (None if end is None else Decimal(end) for end in ends)
    return Interval(low, high)


_MAKERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "kind": Kind,
    "form": Form,
    "bound": Bound,
    "p_bound": Bound,
    "ci": _interval,
    **dict.fromkeys(("value", "low", "high", "numerator", "denominator"), Decimal),
    **dict.fromkeys(("ci_level", "plus_minus", "p_value"), Decimal),
}
"""What makes the value of a field again; others are plain."""


def _made(plain: Plain) -> Quantity:
    return Quantity(**{name: _MAKERS[name](each) if name in _MAKERS else each for name, each in plain.items()})


def _plain(quantity: Quantity) -> Plain:
    said = {each.name: getattr(quantity, each.name) for each in fields(quantity)}
    defaults = {each.name: each.default for each in fields(quantity)}
    return {name: _bare(each) for name, each in said.items() if each != defaults[name]}


def _bare(value: Any) -> Any:  # noqa: ANN401 - the value of any field
    """A value without our own classes and those of numbers."""
    if isinstance(value, Interval):
        return _bare(value.low), _bare(value.high)
    if isinstance(value, Decimal):
        return str(value)
    return str(value) if isinstance(value, str) else value
