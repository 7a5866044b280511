"""The words "one" and "zero" as numbers, and as words that only sound like it: "no one", "one of the", "this one"."""

from __future__ import annotations

import re
from typing import Final

from evidencekb.text.figures.lists import words_of
from evidencekb.text.patterns import pattern

_NO_NUMBER_BEHIND: Final = pattern(
    r"\b(?:no|any|every|some|each|this|that|which|someone|another|last|new|good|right|other|older|newer|larger|smaller|"
    r"bigger|better|same|different|is|loved|wrong|former|latter|real|old|big|if|when|as|healthy|evil|little|safe|"
    r"common|important)[ -]$",
    re.IGNORECASE,
)
_NEXT: Final = pattern(r"([ -])([A-Za-z]+)")
_NO_NUMBER_BEFORE: Final = words_of("""
    of is who or that can may might should must has had was way another would could does needs needed thing as in on to
    and with which for from at by will do did less cannot also then just only wants takes feels gets uses finds sees
    knows possible reason be are were than if makes applies obtains ignores notes considers assumes expects compares
    first order but reported corresponding quoted described used given where when after before until because being
    having day about hand
""")


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
