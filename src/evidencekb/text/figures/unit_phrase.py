"""The unit behind a number, as far as it goes: "mg", "mcg per litre", "mm Hg", "times a day", "km s-1"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from evidencekb.text import units

_GAP: Final = re.compile(r"[ \t\n\u00a0\u2009\u202f]{1,3}|-(?=[A-Za-zµμ°])|\u2010|\u2011|")
_PERCENT: Final = re.compile(r"%|‰|per[ -]?cent\b(?!age)|percent\b|pct\b", re.IGNORECASE)
_POINTS: Final = re.compile(r"percentage[ -]points?\b|%[ -]points?\b|percent[ -]points?\b", re.IGNORECASE)
_TOKEN: Final = re.compile(r"mm ?[Hh][Gg]\b|cm ?H2O\b|[A-Za-zµμ°ºÅΩ℃]+(?:[²³]|\^?[23](?![0-9]))?|[$€£]")
_POWER: Final = re.compile(r"(?:\^?[-\u2212\u2013][123](?![0-9])|⁻[¹²³])")
_PER: Final = re.compile(
    r"(?: ?/ ?| per | an? | each | every |[ ·\u22c5](?=[A-Za-zµμ]+(?:\^?[-\u2212\u2013][123](?![0-9])|⁻[¹²³])))"
)
_ADVERB: Final = re.compile(
    r",? (?:once )?(daily|nightly|weekly|monthly|a day|every day|each day|per day|once a day|yearly)\b"
)
_PERIODS: Final = {"daily": "day", "nightly": "day", "weekly": "week", "monthly": "month", "yearly": "year"}
_CAUTIOUS: Final = frozenset(
    [
        "A",
        "C",
        "D",
        "G",
        "J",
        "K",
        "M",
        "T",
        "U",
        "V",
        "W",
        "a",
        "d",
        "g",
        "h",
        "l",
        "m",
        "s",
        "t",
        "x",
        "au",
        "pts",
        "mag",
        "bar",
        "in",
        "second",
        "unit",
        "units",
        "time",
        "dose",
    ]
)
"""Short or common words that are units only right after digits."""
_NEVER_SPACED: Final = frozenset(["A", "C", "D", "G", "T", "U", "x", "t"])


@dataclass(frozen=True, slots=True)
class Unit:
    """Canonical symbol (or the spelling as printed, where it is a product we do not convert), and where it ends."""

    symbol: str
    text: str
    end: int


def read(text: str, at: int, *, digits: bool) -> Unit | None:
    """The unit that begins at `at`, behind a number in digits (or in words)."""
    gap = _GAP.match(text, at)
    start = gap.end() if gap else at
    if points := _POINTS.match(text, start):
        return Unit("percentage-points", text[start : points.end()], points.end())
    if percent := _PERCENT.match(text, start):
        return Unit("‰" if percent[0] == "‰" else "%", percent[0], percent.end())
    token = _TOKEN.match(text, start)
    if token is None:
        return None
    word = token[0]
    symbol = (
        "mmHg"
        if word.lower().replace(" ", "") == "mmhg"
        else "cmH2O"
        if word.startswith("cm") and "H2O" in word
        else units.simple(word)
    )
    end = token.end()
    if symbol is None or (text[end : end + 1].isalnum() and not _POWER.match(text, end)):
        return None
    if start > at and (word in _NEVER_SPACED or (word in _CAUTIOUS and not digits)):
        return None
    if len(word) <= 2 and not digits:
        return None
    if (
        text[at:start] == "-"
        and word in _CAUTIOUS
        and word not in {"h", "d", "second", "unit", "dose", "time", "m", "s"}
    ):
        return None
    power = _POWER.match(text, end)
    printed_product = False
    if power:
        end, printed_product = power.end(), True
    for _ in range(3):
        joint = _PER.match(text, end)
        if joint is None:
            break
        following = _TOKEN.match(text, joint.end())
        if following is None:
            break
        other = units.simple(following[0])
        after = following.end()
        exponent = _POWER.match(text, after)
        if (
            other is None
            or (text[after : after + 1].isalpha())
            or (joint[0] in {" a ", " an ", " each ", " every "} and other not in _TIMES)
        ):
            break
        end = exponent.end() if exponent else after
        if exponent or (joint[0][:1] in {" ", "·", "\u22c5"} and joint[0].strip() in {"", "·", "\u22c5"}):
            printed_product = True
        else:
            symbol = f"{symbol}/{other}"
    if (
        not printed_product
        and (adverb := _ADVERB.match(text, end))
        and "/" + "day" not in symbol
        and symbol not in _TIMES
    ):
        period = _PERIODS.get(adverb[1], "day")
        return Unit(f"{symbol}/{period}", text[start : adverb.end()], adverb.end())
    return Unit(text[start:end] if printed_product else symbol, text[start:end], end)


_TIMES: Final = frozenset(["s", "min", "h", "day", "week", "month", "year", "night", "decade", "dose", "tablet"])
