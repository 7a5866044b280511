"""Phone numbers, streets, web and mail addresses, journal volumes and pages."""

from __future__ import annotations

from typing import Final

from evidencekb.text.patterns import pattern

_STREETS: Final = (
    "Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Suite|Highway|Hwy|Parkway|Pkwy|Way|Court|Ct|Place|"
    "Plaza|Square|Terrace|Circle|Loop"
)
PATTERNS: Final = (
    r"[0-9]{1,2}-[0-9]{3}-[0-9]{3}-[0-9]{4}(?![0-9])",  # phone with country code
    r"[0-9]{3}[-. ][0-9]{3}[-. ][0-9]{4}(?![0-9])",  # phone
    r"[0-9]{3}\) ?[0-9]{3}[-. ][0-9]{4}(?![0-9])",  # phone, area code in brackets
    r"[0-9]{3}-[0-9]{4}(?![0-9-])",  # phone, local
    r"[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9-])",  # registration numbers
    rf"[0-9]{{1,5}} (?:[NSEW]\.? )?(?:[A-Z][a-z]+ ){{1,3}}(?:{_STREETS})\b",
    r"(?:19|20)[0-9]{2}-[0-9]{4,7}(?![0-9])",  # awards
    r"10\.[0-9]{4,9}/[^\s]{1,100}",  # DOI
    r"[0-9]{1,3}[;:][0-9]{1,4}(?:\([0-9]{1,3}\))?:[0-9]{1,5}(?:[-–][0-9]{1,5})?",  # volume, pages
    r"[0-9]{1,4} ?\([0-9]{1,3}(?:[-–][0-9]{1,3})?\) ?: ?[0-9]{1,5}(?:[-–][0-9]{1,5})?",
    r"[0-9]{1,3}[A-D]?:[0-9]{1,5}[-–][0-9]{1,5}(?![0-9])",
)
"""What begins with a digit and is a number to call or a place to find."""

_STATE: Final = pattern(r"\b[A-Z]{2} $")
_ZIP: Final = pattern(r"[0-9]{5}(?:-[0-9]{4})?(?![0-9])")
_BREAKS: Final = " \v()[]{}<>\"'“”|,;"
_FARTHEST: Final = 200
_LONGEST: Final = 400


def zip_code(text: str, at: int, window: str) -> int | None:
    """The end of a zip code behind the two letters of a state."""
    match = _ZIP.match(text, at) if _STATE.search(window) else None
    return match.end() if match else None


def within(text: str, at: int) -> bool:
    """Whether the number at `at` stands inside a web or mail address."""
    start = at
    while start > 0 and at - start < _FARTHEST and text[start - 1] not in _BREAKS:
        start -= 1
    head = text[start:at].lower()
    return "://" in head or head.startswith(("www.", "doi:", "http")) or "@" in text[start : at + 60].split(" ", 1)[0]


def end_of_run(text: str, at: int) -> int:
    """The end of the run of characters without a break."""
    end = at
    while end < len(text) and end - at < _LONGEST and text[end] not in _BREAKS:
        end += 1
    return max(end, at + 1)
