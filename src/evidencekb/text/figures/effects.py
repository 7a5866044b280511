"""What surrounds an estimate: the label of an effect before it; a confidence interval or n/N behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from evidencekb.text.figures import numbers

_LABELS: Final = (
    ("odds-ratio", r"(?:adjusted |crude |pooled )?odds ratios?(?: \(a?OR\))?|a?OR"),
    ("hazard-ratio", r"(?:adjusted )?hazard ratios?(?: \(a?HR\))?|a?HR"),
    (
        "risk-ratio",
        r"(?:adjusted )?(?:relative risks?|risk ratios?|rate ratios?|prevalence ratios?)(?: \((?:RR|PR)\))?|a?RR|PR",
    ),
    ("mean-difference", r"(?:weighted |standardi[sz]ed )?mean differences?(?: \(S?MD\))?|S?MD|WMD"),
    ("p-value", r"[Pp](?:[- ]?values?)?"),
)
_LABEL: Final = re.compile(
    r"(?:(?<=[^A-Za-z])|^)(?:"
    + "|".join(f"(?P<l{index}>{pattern})" for index, (_, pattern) in enumerate(_LABELS))
    + r")(?: ?[=:,] ?| of | was | is | were |,? ?\(|[ \u00a0]| for [a-z ]{1,30} (?:was|is) )$"
)
_CI: Final = re.compile(
    r"[ ,;]{0,2}[(\[]?(?:[A-Za-z -]{0,12})?(?P<level>9[059]|99\.9|80)[ ]?%[ -]?(?:CI|C\.I\.|"
    r"confidence intervals?|confidence limits|CrI|credible interval)[ ]?(?:\(CI\))?[ :,=]{0,2}(?:of |"
    r"was |from |between )?[(\[]?"
)
_BRACKET: Final = re.compile(r" ?[(\[](?:CI|range)[ :,=]{1,2}", re.IGNORECASE)
_SEPARATOR: Final = re.compile(r"[ ]?(?:%|percent)?[ ]?(?:-|\u2010|\u2011|\u2013|\u2014|\u2212|,|;| to | and |to)[ ]?")
_CLOSE: Final = re.compile(r" ?%?[ ]?[)\]]{0,2}")
_COUNTS: Final = re.compile(r" ?[(\[](?:n ?= ?)?")
_OVER: Final = re.compile(r" ?(?:/| of | out of ) ?(?:the )?")


@dataclass(frozen=True, slots=True)
class Label:
    """The name of an effect in front of a number; `start` is where it begins."""

    measure: str
    start: int


@dataclass(frozen=True, slots=True)
class ConfidenceInterval:
    """Ends and level (percent) of an interval, and where it ends in the text."""

    low: Decimal
    high: Decimal
    level: Decimal
    end: int


@dataclass(frozen=True, slots=True)
class Counts:
    """n/N, and where it ends in the text."""

    numerator: Decimal
    denominator: Decimal
    end: int


def label(text: str, at: int) -> Label | None:
    """The label that ends right before `at`."""
    low = max(0, at - 48)
    match = _LABEL.search(text[low:at])
    if match is None:
        return None
    for index, (name, _) in enumerate(_LABELS):
        if match[f"l{index}"] is not None:
            return Label(name, low + match.start())
    return None


def interval(text: str, at: int) -> ConfidenceInterval | None:
    """The confidence interval that begins at `at`: "(95% CI 1.1–5.0)" and its like."""
    match = _CI.match(text, at)
    if match is None:
        return None
    low = _signed(text, match.end())
    separator = _SEPARATOR.match(text, low[1]) if low else None
    high = _signed(text, separator.end()) if separator else None
    if low is None or high is None:
        return None
    closing = _CLOSE.match(text, high[1])
    return ConfidenceInterval(low[0], high[0], Decimal(match["level"]), closing.end() if closing else high[1])


def counts(text: str, at: int) -> Counts | None:
    """The n/N in brackets that begins at `at`."""
    match = _COUNTS.match(text, at)
    top = numbers.read(text, match.end()) if match else None
    over = _OVER.match(text, top.end) if top else None
    bottom = numbers.read(text, over.end()) if over else None
    if top is None or bottom is None or top.decimals or bottom.decimals or bottom.value < top.value or not bottom.value:
        return None
    closing = re.compile(r"(?: [a-z]{2,20}){0,3} ?[)\]]").match(text, bottom.end)
    return Counts(top.value, bottom.value, closing.end() if closing else bottom.end)


def _signed(text: str, at: int) -> tuple[Decimal, int] | None:
    """A number with or without a sign, and where it ends."""
    negative = text[at : at + 1] in {"-", "\u2212", "\u2013"}
    number = numbers.read(text, at + negative)
    if number is None:
        return None
    return (-number.value if negative else number.value), number.end
