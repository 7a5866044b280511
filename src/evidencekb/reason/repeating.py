"""Whether a text that cites a claim for its figure gives that figure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.text.agreement import Agreement, compare
from evidencekb.text.figures import find

if TYPE_CHECKING:
    from evidencekb.model.config import Config
    from evidencekb.model.quantity import Quantity

_ANY_PRECISION: Final = 9


def otherwise(config: Config, before: str, text: str, after: str, figure: Quantity) -> str:
    """What `text`, between the words before and after it, gives instead of a figure; "" where it does not differ."""
    whole = before + text + after
    start, end = len(before), len(before) + len(text)
    stated = [each for each in find(whole) if each.start < end and each.end > start]
    if any(repeated(config, each.quantity, figure) is Agreement.EQUAL for each in stated):
        return ""
    return ", ".join(whole[each.full_start : each.full_end] for each in stated)


def repeated(config: Config, stated: Quantity, reference: Quantity) -> Agreement:
    """How a figure that repeats another agrees with it: it may be rounded further, but not less."""
    return compare(exact(stated), exact(reference), tolerance=config.tolerance, about=config.about)


def exact(figure: Quantity) -> Quantity:
    """Counts without a printed percentage have no last digit: 32/42 is 76%, 76.2% and 76.19%."""
    if figure.numerator is None or figure.value is None or figure.value == round(figure.value, figure.decimals):
        return figure
    return replace(figure, decimals=_ANY_PRECISION)
