"""Years, dates, clock times and opening hours."""

from __future__ import annotations

import re
from typing import Final

from evidencekb.text.figures import unit_phrase
from evidencekb.text.patterns import pattern

_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_CLOCK: Final = r"[0-2]?[0-9]:[0-5][0-9]"
_DAY: Final = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_MERIDIEM: Final = r"(?:[ap]\.m\.|[AaPp][Mm]\b)"
PATTERNS: Final = (
    r"(?:19|20)[0-9]{2}[-/][01]?[0-9][-/][0-3]?[0-9](?![0-9])",  # 2024-05-04
    r"[0-3]?[0-9]/[0-3]?[0-9]/(?:19|20)?[0-9]{2}(?![0-9])",  # 5/4/2024
    r"[0-3]?[0-9]\.[01]?[0-9]\.(?:19|20)[0-9]{2}(?![0-9])",  # 4.5.2024
    rf"{_DAY}(?: ?[-–] ?{_DAY})? (?:of )?{_MONTH}(?! be\b)(?:,? (?:19|20)[0-9]{{2}})?",  # 4 May 2024
    rf"(?:19|20)[0-9]{{2}} {_MONTH}(?: [0-3]?[0-9](?![0-9%.]))?",  # 2014 Oct 19
    rf"{_CLOCK}(?::[0-5][0-9])?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: ?(?:to|-|–) ?{_CLOCK})?(?![0-9:]|\.[0-9])",  # 12:30
    rf"[01]?[0-9](?: ?{_MERIDIEM})?(?: ?(?:to|until|-|–) ?[01]?[0-9])? ?(?:{_MERIDIEM}|o'clock)",  # 8 to 5 p.m.
    r"(?:1[5-9]|20)[0-9]{2}'?s\b",  # the 1990s
    r"[2-9]0'?s\b(?! )|[2-9]0'?s (?=and|or|to|who|with|when|are|have)",  # in their 20s
)
"""What begins with a digit and is a date or time of day."""

_YEAR: Final = pattern(
    r"(?:1[5-9]|20)[0-9]{2}(?:[a-f]\b)?"
    r"(?:(?: ?[-–/] ?| to | and | through |, | or |; )(?:(?:1[5-9]|20)[0-9]{2}[a-f]?|(?<=[-–/])[0-9]{2})"
    r"(?![0-9%]|[,.][0-9])){0,40}(?![0-9%]|[.,][0-9])"
)
_COUNTED: Final = (
    r"(?:patients|participants|people|women|men|adults|children|subjects|individuals|donors|volunteers|cases|controls|"
    r"families|persons|respondents|veterans|Americans|pregnancies|births|infants|records|samples|articles|studies|"
    r"deaths|events|residents|nurses|physicians|times|words|steps)"
)
_AMOUNT: Final = pattern(rf" ?(?:%|(?:[a-z-]+ ){{0,2}}{_COUNTED}\b(?!-))|-?fold\b")
_AMOUNT_BEFORE: Final = ("=", "<", ">", "≥", "≤", "$", "€", "£", "~", "±", "about", "approximately", "roughly", "than")
_DECADE: Final = pattern(r"[1-9]0'?s\b")
_DECADE_BEFORE: Final = pattern(r"\b(?:their|his|her|my|your|our|early|late|mid|middle)[- ]$", re.IGNORECASE)
_MONTH_BEFORE: Final = pattern(rf"\b{_MONTH} $")
_AFTER_MONTH: Final = pattern(
    r"[0-9]{1,4}(?:st|nd|rd|th)?(?: ?[-–] ?[0-9]{1,2})?(?:,? (?:19|20)[0-9]{2})?(?![0-9])"
    r"(?! ?(?:%|percent|mg\b|patients|participants|women|men\b|people|subjects|of\b))"
)
_OPEN: Final = pattern(r"\b(?:open|opens|hours|weekdays|mondays?|fridays?|hours:) (?:from )?$", re.IGNORECASE)
_HOURS: Final = pattern(r"[01]?[0-9] (?:to|until|till) [01]?[0-9](?! ?[%A-Za-z0-9])(?![.,][0-9])")


def year(text: str, at: int, window: str) -> int | None:
    """The end of a year, or of several, at `at`; None where four digits are a number of something."""
    match = _YEAR.match(text, at)
    if match is None or _AMOUNT.match(text, match.end()) or window.rstrip().endswith(_AMOUNT_BEFORE):
        return None
    return match.end() if unit_phrase.read(text, match.end(), digits=True) is None else None


def after_month(text: str, at: int, window: str) -> int | None:
    """The end of the day and year behind the name of a month."""
    match = _AFTER_MONTH.match(text, at) if _MONTH_BEFORE.search(window) else None
    return match.end() if match else None


def decade(text: str, at: int, window: str) -> int | None:
    """The end of "40s" behind "their" or "mid-"."""
    match = _DECADE.match(text, at) if _DECADE_BEFORE.search(window) else None
    return match.end() if match else None


def opening_hours(text: str, at: int, window: str) -> int | None:
    """The end of "8 to 5" behind "open"."""
    match = _HOURS.match(text, at) if _OPEN.search(window) else None
    return match.end() if match else None
