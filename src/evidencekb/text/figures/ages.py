"""Ages of persons and groups: they say who is meant, and are not measurements."""

from __future__ import annotations

import re
from typing import Final

_BEHIND: Final = re.compile(
    r"[- ]?(?:(?P<unit>years?|yrs?|yo|y/o|months?|weeks?|days?)[- ](?:old|olds|of age)|-?(?:year|month|week)-olds?)\b(?!-)",
    re.IGNORECASE,
)
_OLD: Final = re.compile(r"[- ](?:old|olds|of age|(?:and|or) (?:older|younger))\b")
_BEFORE: Final = re.compile(
    r"\b(?:aged?|ages|age (?:of|was|is|range|at|between|from)|ages (?:of|from|between)|mean age|median age|average age|years old|"
    r"(?:mean|median|average) ages?(?: \([^()]{1,24}\))?(?: (?:of|was|is|were|,))?|"
    r"over the age of|under the age of|(?:before|after|by|until|at) (?:the )?age(?: of)?|"
    r"(?:adults|children|people|women|men|patients|persons|individuals|those|anyone|everyone|infants|boys|girls|seniors|americans|kids|adolescents|teenagers|teens)"
    r"(?: (?:who are|ages|aged))?(?: (?:over|under|above|below|older than|younger than|between|from))|"
    r"older than|younger than)"
    r"(?:[:,]? ?(?:[<>=≤≥~]|about|between|from|over|under|of|at least|approximately|around|above|below))?[ ]?$",
    re.IGNORECASE,
)
_ADULTS: Final = re.compile(
    r"\b(?:adults|children|people|women|men|infants|girls|boys|ages)(?: \()?(?:,? aged)? ?$", re.IGNORECASE
)
_AND_UP: Final = re.compile(
    r"(?:[-–][0-9]{1,2})?(?: years?| months?)?(?: and | or )(?:older|over|up|above|younger|under)\b|\+|(?: to |[-–])[0-9]{1,3} years?\b(?! of )"
)
_REACH: Final = 40


def behind(text: str, at: int, *, unit: bool) -> int | None:
    """Where "-year-old" or "years of age" ends that begins at `at`; with `unit`, only "old" or "of age" is left."""
    if text[at : at + 1] not in {"-", " "} and not text[at : at + 1].isalpha():
        return None
    match = (_OLD if unit else _BEHIND).match(text, at)
    return match.end() if match else None


def speaks_of_age(text: str, full_start: int, end: int) -> bool:
    """Whether the words around a bare number or a number of years make it an age."""
    window = text[max(0, full_start - _REACH) : full_start]
    if not window:
        return False
    if _BEFORE.search(window):
        return True
    return bool(_ADULTS.search(window) and _AND_UP.match(text, end))
