"""Numbers as printed: digits with separators, decimals and powers of ten; number words; vulgar fractions.

All texts here are folded (`folding.fold`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from evidencekb.model.quantity import Form
from evidencekb.text.patterns import pattern

LONGEST: Final = 30
"""Digits of the longest number that is read; a longer run is no figure."""

_DIGITS: Final = pattern(
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3}){1,9}(?![0-9]|,[0-9]{3})"  # 2,300
    r"|[1-9][0-9]{0,2}(?: [0-9]{3}){1,9}(?![0-9]| [0-9]{3})(?! ?[/:])"  # 12 500, as printed with thin spaces
    r"|[0-9]{1,30})"
    r"(?:[.·](?P<decimals>[0-9]{1,30})(?![0-9])|,(?P<comma>[0-9]{1,2})(?= ?%))?"  # 0.05, 0·05, 20,5 %
    r"|\.(?P<only>[0-9]{1,30})(?![0-9])"
)
_POWER: Final = pattern(
    r" ?[×x·*⋅] ?10(?:\^\{?|\*\*|(?= [-−–]?[0-9])|(?=[-−–])) ?(?P<exponent>[-−–+]? ?[0-9]{1,2})(?![0-9.,]?[0-9])\}?"
    r"| ?[×x·*⋅] ?10(?P<raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})"
    r"| ?[×x] ?10(?P<glued>[3-9]|1[0-2])(?![0-9.,/])"
    r"| ?[×x] ?10\((?P<bracket>[-−–]?[0-9]{1,2})\)(?=/| ?[A-Za-zµ])"  # 10 x 10(9)/L, as where raised digits are lost
    r"|(?<=[0-9])[eE](?P<e>[-−–+]?[0-9]{1,2})(?![0-9A-Za-z])"
)
_TEN: Final = pattern(
    r"10(?: ?−|\^\{?[-−]?|(?=[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]))(?P<digits>[0-9]{1,2}|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?![0-9.])\}?"
)
_RAISED: Final = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹−–", "-+0123456789--")
_SCALE: Final = pattern(r"[ -]?(hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_LAST_SCALE: Final = pattern(r"[ -](hundred|thousand|million|billion|trillion|dozen)$", re.IGNORECASE)
_LEAST_SCALE: Final = 10
_MIXED: Final = pattern(r"[ -]?([1-9]) ?/ ?([2-9]|1[0-6])(?![0-9/.,]?[0-9])")
_AND_A_HALF: Final = pattern(r"[ -]and[ -](?:a[ -]half|one[- ]half|1/2)\b")
VULGAR: Final = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅒": (1, 10),
}  # fmt: skip
"""Fraction characters: numerator and denominator."""

_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
UNITS: Final = {word: number for number, word in enumerate(_SMALL.split())}
TENS: Final = {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
SCALES: Final = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALED: Final = {name: Decimal(number) for name, number in {"dozen": 12, **SCALES}.items()}
WORDS: Final = frozenset({*UNITS, *TENS})
_WORD: Final = pattern(r"[A-Za-z]+")
_LONGEST_IN_WORDS: Final = 14


class Number(NamedTuple):
    """A number where it stands: `text[start:end]`, its value and the digits printed behind the point."""

    value: Decimal
    start: int
    end: int
    decimals: int = 0
    form: Form = Form.DIGITS


def read(text: str, at: int) -> Number | None:
    """The number that begins at `at`, in digits or words; None where none does."""
    char = text[at : at + 1]
    if "0" <= char <= "9" or (char == "." and "0" <= text[at + 1 : at + 2] <= "9"):
        return _digits(text, at)
    if char in VULGAR:
        top, bottom = VULGAR[char]
        return Number(Decimal(top) / bottom, at, at + 1, 2, Form.FRACTION)
    return words(text, at) if char.isalpha() else None


def power_of(text: str, number: Number) -> Decimal | None:
    """What the number's own digits or words are multiplied by: 10⁹ in "400 × 10⁹", 100 in "three hundred"; or None."""
    if number.value < _LEAST_SCALE:
        return None
    printed = text[number.start : number.end]
    if scale := _LAST_SCALE.search(printed):
        return None if _SCALE.search(printed, 0, scale.start()) else _SCALED[scale[1].lower()]
    match = _DIGITS.match(text, number.start) if number.form is Form.DIGITS else None
    if match is None or match.end() == number.end or not _POWER.match(text, match.end()):
        return None
    plain = Decimal(match[0].replace(",", "").replace(" ", "").replace("·", "."))
    return number.value / plain if plain else None


def signed(text: str, at: int) -> Number | None:
    """As `read`, with a minus sign in front or not."""
    if text[at : at + 1] in {"-", "−", "–"}:
        number = read(text, at + 1 + (text[at + 1 : at + 2] == " "))
        return None if number is None else Number(-number.value, at, number.end, number.decimals, number.form)
    return read(text, at)


def _digits(text: str, at: int) -> Number | None:
    """A number in digits, with powers of ten, scale words and mixed fractions."""
    match = _DIGITS.match(text, at)
    if match is None:
        return None
    end = match.end()
    if "0" <= text[end : end + 1] <= "9":
        return None
    following = text[end : end + 1]
    if match[0] == "10" and following in " ^−⁻⁰¹²³⁴⁵⁶⁷⁸⁹" and (power := _TEN.match(text, at)):
        exponent = int(power["digits"].translate(_RAISED)) * (-1 if power[0][2:].lstrip(" ^{")[:1] in {"−", "-"} else 1)
        return Number(Decimal(1).scaleb(exponent), at, power.end(), max(0, -exponent))
    behind = match["decimals"] or match["comma"] or match["only"] or ""
    whole = (match["whole"] or "0").replace(",", "").replace(" ", "")
    value, decimals = Decimal(f"{whole}.{behind}" if behind else whole), len(behind)
    if following in VULGAR and following and not decimals:
        top, bottom = VULGAR[following]
        return Number(value + Decimal(top) / bottom, at, end + 1, 2)
    if following and following in " -×x·*⋅eEhtmbHTMBa":
        if power := _POWER.match(text, end):
            printed_power = power["exponent"] or power["raised"] or power["glued"] or power["bracket"] or power["e"]
            exponent = int(printed_power.translate(_RAISED).replace(" ", ""))
            return Number(value.scaleb(exponent), at, power.end(), max(0, decimals - exponent))
        if scale := _SCALE.match(text, end):
            return Number(value * SCALES[scale[1].lower()], at, scale.end(), 0)
        if not decimals and (mixed := _MIXED.match(text, end)) and int(mixed[1]) < int(mixed[2]):
            return Number(value + Decimal(int(mixed[1])) / int(mixed[2]), at, mixed.end(), 2)
        if not decimals and (half := _AND_A_HALF.match(text, end)):
            return Number(value + Decimal("0.5"), at, half.end(), 1)
    return Number(value, at, end, decimals)


def words(text: str, at: int) -> Number | None:
    """A number in words: "twenty-five", "two hundred and six", "a dozen", "two and a half"; not "a" alone."""
    total = current = 0
    seen = False
    end = position = at
    last = ""
    for _ in range(_LONGEST_IN_WORDS):
        match = _WORD.match(text, position)
        if match is None:
            break
        word = match[0].lower()
        after_scale = last in SCALES or last == "and"
        if word in UNITS and (not seen or after_scale or (last in TENS and 0 < UNITS[word] < 10)):
            current += UNITS[word]
        elif word in TENS and (not seen or after_scale):
            current += TENS[word]
        elif word == "hundred" and (seen or last == "a"):
            current = (current or 1) * 100
        elif word in SCALES and (seen or last == "a"):
            total, current = total + (current or 1) * SCALES[word], 0
        elif word == "dozen" and (seen or last in {"a", ""}):
            current = (current or 1) * 12
        elif (word in {"a", "an", "every", "each"} and at == position) or (word == "and" and last in SCALES):
            last, position = ("and" if word == "and" else "a"), match.end() + 1
            continue
        else:
            break
        seen, end, last = True, match.end(), word
        if text[end : end + 1] not in {"-", " "}:
            break
        position = end + 1
    if not seen:
        return None
    value = Decimal(total + current)
    if half := _AND_A_HALF.match(text, end):
        return Number(value + Decimal("0.5"), at, half.end(), 1, Form.WORDS)
    return Number(value, at, end, 0, Form.WORDS)
