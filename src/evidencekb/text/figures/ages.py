"""Ages of persons and groups: they say who is meant, and are not measurements."""

from __future__ import annotations

import re
from typing import Final

from evidencekb.text.patterns import pattern

_BEHIND: Final = pattern(
    r"[- ]?(?:(?:years?|yrs?|yo|y/o|months?|weeks?|days?)[- ](?:old|olds|of age)|-?(?:year|month|week)-olds?)\b(?!-)",
    re.IGNORECASE,
)
_OLD: Final = pattern(r"[- ](?:old|olds|of age|(?:and|or) (?:older|younger))\b")
_PERSONS: Final = (
    "adults|children|people|women|men|patients|persons|individuals|those|anyone|everyone|infants|boys|girls|seniors|"
    "americans|kids|adolescents|teenagers|teens"
)
_BEFORE: Final = pattern(
    r"\b(?:aged?|ages|age (?:of|was|is|range|at|between|from)|ages (?:of|from|between)|average age|years old|"
    r"(?:mean|median|average) ages?(?: \([^()]{1,24}\))?(?: (?:of|was|is|were|,))?|"
    r"over the age of|under the age of|(?:before|after|by|until|at) (?:the )?age(?: of)?|"
    rf"(?:{_PERSONS})(?: (?:who are|ages|aged))?(?: (?:over|under|above|below|older than|younger than|between|from))|"
    r"older than|younger than)"
    r"(?:[:,]? ?(?:[<>=≤≥~]|about|between|from|over|under|of|at least|approximately|around|above|below))? ?$",
    re.IGNORECASE,
)
_WHO: Final = pattern(rf"\b(?:{_PERSONS}|ages)(?: \()?(?:,? aged)? ?$", re.IGNORECASE)
_AND_UP: Final = pattern(
    r"(?:[-–][0-9]{1,2})?(?: years?| months?)?(?: and | or )(?:older|over|up|above|younger|under)\b|\+|"
    r"(?: to |[-–])[0-9]{1,3} years?\b(?! of )"
)
_REACH: Final = 40
"""Characters looked back over for the word that makes a number an age."""


def behind(text: str, at: int, *, unit: bool) -> int | None:
    """Where "-year-old" or "years of age" ends that begins at `at`; with `unit`, only "old" or "of age" is left."""
    if text[at : at + 1] not in {"-", " "} and not text[at : at + 1].isalpha():
        return None
    match = (_OLD if unit else _BEHIND).match(text, at)
    return match.end() if match else None


def speaks_of_age(text: str, start: int, end: int) -> bool:
    """Whether the words around the bare number or number of years at `start:end` make it an age."""
    window = text[max(0, start - _REACH) : start]
    if not window:
        return False
    return bool(_BEFORE.search(window) or (_WHO.search(window) and _AND_UP.match(text, end)))
