"""The words "one" and "zero" as numbers, and as words that only sound like it: "no one", "one of the", "this one"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from evidencekb.text.figures.lists import words_of
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from evidencekb.text.figures.reading import Reading

_NO_NUMBER_BEHIND: Final = pattern(
    r"\b(?:no|any|every|some|each|this|that|which|someone|another|last|new|good|right|other|older|newer|larger|smaller|"
    r"bigger|better|same|different|is|loved|wrong|former|latter|real|old|big|if|when|as|healthy|evil|little|safe|"
    r"common|important|one to|one-to)[ -]$",
    re.IGNORECASE,
)
_REACH: Final = 24
_NEXT: Final = pattern(r"([ -])([A-Za-z]+)")
_NO_NUMBER_BEFORE: Final = words_of("""
    of is who or that can may might should must has had was way another would could does needs needed thing as in on to
    and with which for from at by will do did less cannot also then just only wants takes feels gets uses finds sees
    knows possible reason be are were than if makes applies obtains ignores notes considers assumes expects compares
    first order but reported corresponding quoted described used given where when after before until because being
    having day about hand
""")


_NEXT_ONE: Final = pattern(r" (?:to|and|or|after) (?:the (?:next|other)|another)\b")
_OR_TWO: Final = pattern(r"\b(?:an?|first|next|last|past|final) [A-Za-z]+ or $", re.IGNORECASE)
_ON_THE_CLOCK: Final = ("half past ", "quarter past ", "quarter to ")


def is_idiom(text: str, reading: Reading) -> bool:
    """Whether a number word says no number: "one-to-one", "from one year to the next", "a word or two", "half past two"."""
    if reading.value is None:
        return reading.low is not None and reading.low == reading.high
    start = reading.start
    if reading.value == 1:
        return _NEXT_ONE.match(text, reading.end) is not None
    if not reading.is_bare or text[start - 1 : start] != " ":
        return False
    if reading.value == 2 and _OR_TWO.search(text, max(0, start - _REACH), start):
        return True
    return text[max(0, start - _REACH) : start].endswith(_ON_THE_CLOCK)


def counts(text: str, at: int, end: int) -> bool:
    """Whether the bare "one" (or "zero") at `at:end` counts something."""
    if text[at] in {"z", "Z"}:
        return text[end : end + 1] != "-"
    if _NO_NUMBER_BEHIND.search(text, max(0, at - 14), at):
        return False
    following = _NEXT.match(text, end)
    if following is None:
        return False
    word = following[2].lower()
    if following[1] == "-":
        return word not in {"on", "off", "third", "to"}
    return word not in _NO_NUMBER_BEFORE
