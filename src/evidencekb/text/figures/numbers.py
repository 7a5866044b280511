"""Numbers as printed: digits with separators, decimals and powers of ten; number words; fraction words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from evidencekb.model.quantity import Form

SPACE: Final = " \t\n\r\u00a0\u2009\u202f\u2007"
"""Spaces that may stand inside a figure; a soft line break is one."""

MINUS: Final = "-\u2212\u2013"
_DIGITS: Final = re.compile(
    r"(?:[0-9]{1,3}(?:[,\u2009\u202f][0-9]{3})+(?![0-9])|[0-9]{1,30})(?:[.·][0-9]{1,30})?|\.[0-9]{1,30}"
)
_POWER: Final = re.compile(r"[ \u00a0]?[×x·*][ \u00a0]?10(?:\^?[{(]?([-\u2212+]?[0-9]{1,2})[)}]?)(?![0-9.])")
_SCALE: Final = re.compile(r"[ \u00a0-]?(hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_E: Final = re.compile(r"[eE]([-+\u2212]?[0-9]{1,2})(?![0-9A-Za-z])")
_VULGAR: Final = {
    "½": ("1", "2"), "⅓": ("1", "3"), "⅔": ("2", "3"), "¼": ("1", "4"), "¾": ("3", "4"), "⅕": ("1", "5"),
    "⅖": ("2", "5"), "⅗": ("3", "5"), "⅘": ("4", "5"), "⅙": ("1", "6"), "⅛": ("1", "8"), "⅜": ("3", "8"),
    "⅝": ("5", "8"), "⅞": ("7", "8"), "⅒": ("1", "10"),
}  # fmt: skip

UNITS: Final = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS: Final = {
    w: 10 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
SCALES: Final = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
ORDINAL_PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
WORDS: Final = frozenset({*UNITS, *TENS, "hundred", "thousand", "million", "billion", "dozen"})
_WORD: Final = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands: `end` is the offset behind it."""

    value: Decimal
    end: int
    decimals: int = 0
    form: Form = Form.DIGITS


def read(text: str, at: int) -> Number | None:
    """The number that begins at `at`, in digits or words; None where none does."""
    char = text[at : at + 1]
    if char in _VULGAR:
        top, bottom = _VULGAR[char]
        return Number(Decimal(top) / Decimal(bottom), at + 1, 2, Form.FRACTION)
    if char.isascii() and (char.isdigit() or char == "."):
        return _digits(text, at)
    return words(text, at)


def _digits(text: str, at: int) -> Number | None:
    """A number in digits, with powers of ten and scale words."""
    match = _DIGITS.match(text, at)
    if match is None:
        return None
    printed = match[0].replace("·", ".")
    for mark in ",\u2009\u202f":
        printed = printed.replace(mark, "")
    value, end = Decimal(printed), match.end()
    decimals = len(printed.partition(".")[2])
    after = text[end : end + 1]
    if after in _VULGAR and "." not in printed:
        top, bottom = _VULGAR[after]
        return Number(value + Decimal(top) / Decimal(bottom), end + 1, 2)
    power = _POWER.match(text, end) or _E.match(text, end)
    if power is not None:
        exponent = int(power[1].replace("\u2212", "-"))
        return Number(value.scaleb(exponent), power.end(), max(0, decimals - exponent))
    if scale := _SCALE.match(text, end):
        return Number(value * SCALES[scale[1].lower()], scale.end(), 0)
    return Number(value, end, decimals)


def words(text: str, at: int) -> Number | None:
    """A number in words: "twenty-five", "two hundred and six", "a dozen"; not "a" alone."""
    total = current = 0
    seen = False
    end = at
    position = at
    last = ""
    for _ in range(12):
        match = _WORD.match(text, position)
        if match is None:
            break
        word = match[0].lower()
        if word in UNITS and (not seen or (last in TENS and 0 < UNITS[word] < 10) or last in {*SCALES, "and"}):
            current += UNITS[word]
        elif word in TENS and (not seen or last in {*SCALES, "and"}):
            current += TENS[word]
        elif word == "hundred" and (seen or last == "a"):
            current = (current or 1) * 100
        elif word in SCALES and word != "hundred" and (seen or last == "a"):
            total, current = total + (current or 1) * SCALES[word], 0
        elif word == "dozen" and (last in {"a", ""} or seen):
            current = (current or 1) * 12
        elif word in {"a", "an"} and not seen and last == "":
            last, position = "a", match.end() + 1
            continue
        elif word == "and" and last in SCALES:
            last, position = "and", match.end() + 1
            continue
        else:
            break
        seen, end, last = True, match.end(), word
        if text[end : end + 1] not in {"-", "\u2010", "\u2011", *SPACE}:
            break
        position = end + 1
    return Number(Decimal(total + current), end, 0, Form.WORDS) if seen else None
