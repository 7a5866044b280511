"""Multiples and frequencies in words: "twice as likely", "threefold", "three times more", "twice a day", "in weeks"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Form, Kind
from evidencekb.text.figures import numbers, unit_phrase
from evidencekb.text.figures.reading import Reading
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from evidencekb.text.figures.numbers import Number

PLURALS: Final = {"days": "day", "weeks": "week", "months": "month", "hours": "h", "minutes": "min", "years": "year"}
"""Times without a number, and their unit."""

FOLDS: Final = {f"{word}fold": number for word, number in (*numbers.UNITS.items(), *numbers.TENS.items()) if number}
MULTIPLES: Final = {"once": 1, "twice": 2, "thrice": 3, "double": 2, "triple": 3, "treble": 3}
_FEW: Final = r"(?:an? few |several |many )?$"
_SINCE: Final = pattern(
    r"\b(?:within|in|after|takes?|took|taking|lasts?|lasting|lasted|for) "
    rf"(?:just |only |as little as |mere |a matter of )?{_FEW}",
    re.IGNORECASE,
)
_YEARS_SINCE: Final = pattern(rf"\b(?:within|takes?|took|lasts?|lasting|lasted) (?:just |only )?{_FEW}", re.IGNORECASE)
_TO_WEEKS: Final = pattern(r" (?:to|or) (?:hours|days|weeks|months|years)\b")
_LATER: Final = pattern(r" (?:ago|old|later|gone|and (?:nights|weeks|months|years))\b|-|'")
_COMPARED: Final = "as|more|less|lower|higher|greater|larger|smaller|likelier|better|worse|faster|longer|stronger|fewer|that|the|those|what|their|its|other"
_FOLD: Final = pattern(
    rf"[- ]?folds?\b(?!-c)|[- ]times(?= (?:{_COMPARED})\b)|"
    r" ?[×x](?= ?(?:higher|lower|more|less|the|upper|as|greater)\b)"
)
_FACTOR: Final = pattern(r"\b(?:factor of|multipl(?:y|ies|ied) by)(?: about| around| roughly| nearly| almost)? $")
_REACH: Final = 30
_AS: Final = pattern(r"[- ](?:as|the|more|that|higher|lower|greater)\b(?! (?:end|top|bottom))")
_DAILY: Final = pattern(
    r" (?:a|per|each|every) (day|week|month|year|night)\b|[- ](daily|nightly|weekly|monthly|yearly|a day)\b"
)
_PERIODS: Final = {"daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "yearly": "year"}
_WORD: Final = pattern(r"[a-z]+")
_WORD_TO_FOLD: Final = pattern(r"-?(?: to | or |-to-|-)([A-Za-z]+fold)\b")


def bare_plural(text: str, at: int, low: str) -> Reading | None:
    """Read "within days", "in weeks": a time without a number; `low` is the word at `at`."""
    end = at + len(low)
    since = (_YEARS_SINCE if low == "years" else _SINCE).search(text, max(0, at - 28), at)
    if since is None or _LATER.match(text, end):
        return None
    if text.startswith(" of ", end) and not since[0].lower().startswith("within"):
        return None  # "after years of use"
    further = _TO_WEEKS.match(text, end)
    end = further.end() if further else end
    return Reading(at, end, Kind.MEASURE, unit=PLURALS[low], unit_text=text[at:end], form=Form.WORDS)


def multiple(text: str, at: int, low: str) -> Reading | None:
    """Read "twice as likely", "double the rate", "twice a day", "once or twice a day"; `low` is the word at `at`."""
    end = at + len(low)
    if text.startswith((" or ", " to "), end):
        return _to_further(text, at, end + 4, Decimal(MULTIPLES[low]))
    return None if low == "once" else _alone(text, at, low)


def _alone(text: str, at: int, low: str) -> Reading | None:
    """As `multiple`, for one word."""
    end = at + len(low)
    value = Decimal(MULTIPLES[low])
    adverb = low in {"twice", "thrice"}
    if adverb and (daily := _DAILY.match(text, end)):
        unit = f"times/{daily[1] or _PERIODS.get(daily[2], 'day')}"
        printed = text[at : daily.end()]
        return Reading(at, daily.end(), Kind.MEASURE, value=value, unit=unit, unit_text=printed, form=Form.WORDS)
    following = _AS.match(text, end)
    if following is None or not (adverb or following[0].strip() in {"the", "that"}):
        return None
    return Reading(at, end, Kind.FOLD, value=value, form=Form.WORDS)


def _to_further(text: str, at: int, here: int, value: Decimal) -> Reading | None:
    """Read "once or twice a day", "twice to three times the risk", whose second end begins at `here`."""
    word = _WORD.match(text, here)
    if word is not None and word[0] in MULTIPLES:
        other = None if word[0] == "once" else _alone(text, here, word[0])
    else:
        number = numbers.read(text, here)
        unit = unit_phrase.read(text, number.end, digits=True) if number else None
        if number is None:
            return None
        other = Reading(number.start, number.end, value=number.value, form=number.form)
        if unit is not None and unit.symbol.startswith("times/"):
            other.take(unit)
        else:
            take_fold(text, other)
    if other is None or other.value is None or other.is_bare or other.value <= value:
        return None
    reading = Reading(at, other.end, other.kind, low=value, high=other.value, unit=other.unit, form=Form.WORDS)
    reading.unit_text = other.unit_text
    return reading


def fold_word(at: int, low: str) -> Reading:
    """Read "threefold"."""
    return Reading(at, at + len(low), Kind.FOLD, value=Decimal(FOLDS[low]), form=Form.WORDS)


def to_fold(text: str, number: Number) -> Reading | None:
    """Read "two- to threefold", from its first number."""
    match = _WORD_TO_FOLD.match(text, number.end)
    high = FOLDS.get(match[1].lower()) if match else None
    if match is None or high is None or high <= number.value:
        return None
    return Reading(number.start, match.end(), Kind.FOLD, low=number.value, high=Decimal(high), form=number.form)


def take_fold(text: str, reading: Reading) -> None:
    """Take in "-fold" or "times" (as many) behind a bare number."""
    if _FACTOR.search(text, max(0, reading.start - _REACH), reading.start):
        reading.kind = Kind.FOLD
        return
    if fold := _FOLD.match(text, reading.end):
        reading.kind = Kind.FOLD
        reading.end = reading.full_end = fold.end()
