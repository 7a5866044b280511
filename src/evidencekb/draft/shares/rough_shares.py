"""Fractions with the percentage that they round: "just over a third (34%)", "one in seven (14%)"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Bound, Form, Kind
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.model.quantity import Figure, Quantity

_PART: Final = pattern(
    r"\b(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twentieths?)\b",
    re.IGNORECASE,
)
_IN: Final = pattern(r"\bin\b|\bout[ -]of\b|\bof every\b", re.IGNORECASE)
_ROUND: Final = frozenset({2, 3, 4, 5, 10, 100})
"""Wholes with which "out of" is a manner of speaking, and no count."""
_BETWEEN: Final = pattern(r" [^.;:()\[\]]{2,90}? ?[(\[](?:i\.e\.,? |or |about |approximately |~ ?)?")
_SAID_AGAIN: Final = pattern(
    r"(?: ?[(\[]|,? [\u2013\u2014-]+ |, )(?:i\.e\.,? |that is,? |or,? |about |around |roughly |nearly "
    r"|almost |just (?:over|under) |approximately |some |~ ?)*|,? or (?:about |around |roughly |some )?",
    re.IGNORECASE,
)
"""What stands between a share and the same share told once more, right behind it."""
_BEHIND: Final = pattern(r" of [^.;:()\[\],]{2,90}, (?:or|that is,?) (?:about |around |roughly |some )?")
_CLOSED: Final = pattern(r"[)\],;:]| [\u2013\u2014-]+ |\.(?:\s|$)")
_FAR: Final = Decimal("4.5")
"""Points that a hedged fraction may be from its percentage."""
_LARGE: Final = Decimal(45)
_ROUGHLY: Final = Decimal("3.5")
"""Points that the larger fractions may be from their percentage unhedged: "four in five (83%)", "two-thirds (64%)"."""
_OVER: Final = frozenset({"over", "more", "above"})
_UNDER: Final = frozenset({"nearly", "almost", "under", "close", "less", "shy", "quite", "below", "approaching"})


def is_one(quantity: Quantity, surface: str) -> bool:
    """Whether n of N is a fraction of prose and no count: "a third", "one in seven", "three out of four"."""
    whole = quantity.denominator
    if quantity.numerator is None or not whole:
        return False
    if _PART.search(surface):
        return True
    joint = _IN.search(surface)
    if joint is None:
        return False
    return whole in _ROUND or (joint[0].lower() == "in" and (whole <= 20 or quantity.numerator == 1))


def agrees(quantity: Quantity, percent: Decimal, tolerance: Decimal) -> bool:
    """Whether a percentage is what a fraction stands for, as loosely as prose takes it."""
    if quantity.numerator is None or not quantity.denominator:
        return True
    share = quantity.numerator * 100 / quantity.denominator
    low = high = min(tolerance if share < _LARGE else max(tolerance, _ROUGHLY), share / 2)
    if quantity.approx:
        words = set(quantity.hedge.split())
        far = min(max(tolerance, _FAR), share / 2)
        low = low if words & _OVER else far
        high = high if words & _UNDER else far
    if quantity.bound in {Bound.ABOVE, Bound.AT_LEAST}:
        return percent >= share
    if quantity.bound in {Bound.BELOW, Bound.AT_MOST}:
        return percent <= share
    return share - low <= percent <= share + high


def is_bound_of(quantity: Quantity, held: Quantity) -> bool:
    """Whether a bound belongs to a fraction whose percentage is printed, and is true: "more than half (55%)"."""
    if quantity.numerator is None or not quantity.denominator or held.value is None or held.bound is not Bound.EXACT:
        return False
    share = quantity.numerator * 100 / quantity.denominator
    if quantity.value is None or quantity.value == share:
        return False
    return held.value > share if quantity.bound is Bound.ABOVE else quantity.bound is Bound.BELOW and held.value < share


def joined(text: str, figures: Sequence[Figure]) -> Sequence[Figure]:
    """The figures, each fraction together with its percentage where the people counted stand between the two."""
    if len(figures) < 2 or all(figure.quantity.form is not Form.FRACTION for figure in figures):
        return figures
    found: list[Figure] = []
    for figure in figures:
        before = found[-1] if found else None
        if before is not None and _is_again(text, before, figure):
            printed = figure.quantity
            both = replace(
                before.quantity, value=printed.value, decimals=printed.decimals, form=Form.DIGITS, ci=printed.ci
            )
            found[-1] = replace(before, quantity=both, again=(figure.start, figure.end))
        elif before is not None and _is_gloss(text, before, figure):
            printed = before.quantity
            both = replace(
                figure.quantity, value=printed.value, decimals=printed.decimals, form=Form.DIGITS, ci=printed.ci,
                bound=printed.bound, approx=printed.approx or figure.quantity.approx,
                hedge=figure.quantity.hedge or printed.hedge,
            )  # fmt: skip
            found[-1] = replace(
                before, quantity=both, again=(figure.start, figure.end), text=f"{before.text} ({figure.text})"
            )
        else:
            found.append(figure)
    return found


def _is_again(text: str, one: Figure, other: Figure) -> bool:
    """Whether a percentage in brackets says what the fraction before it rounds."""
    if one.quantity.form is not Form.FRACTION or not _is_percentage(other):
        return False
    if not is_one(one.quantity, one.text):
        return False
    if text[other.full_end : other.full_end + 1] not in {")", "]", ";", ","}:
        return False
    if _BETWEEN.fullmatch(text, one.full_end, other.full_start):
        return True
    return text[other.full_end] == "," and text[one.full_end : other.full_start] in {", or ", ", that is, ", ", i.e. "}


def _is_gloss(text: str, one: Figure, other: Figure) -> bool:
    """Whether a fraction right behind a percentage says it again in words: "64% (two in three)"."""
    if other.quantity.form is not Form.FRACTION or not _is_percentage(one) or not is_one(other.quantity, other.text):
        return False
    begin, end = one.full_end, other.full_start
    between = _SAID_AGAIN.fullmatch(text, begin, end) or _BEHIND.fullmatch(text, begin, end)
    return between is not None and _CLOSED.match(text, other.full_end) is not None


def _is_percentage(figure: Figure) -> bool:
    """Whether a figure is a plain percentage in digits."""
    said = figure.quantity
    if said.kind is not Kind.PROPORTION or said.unit != "%" or said.numerator is not None:
        return False
    return said.form is Form.DIGITS and said.value is not None
