"""Read "One" and "zero" as numbers, and as words that only sound like it: "no one", "one of the", "this one"."""

from __future__ import annotations

import re
from typing import Final

_NO_NUMBER_AFTER: Final = re.compile(
    r"\b(?:no|any|every|some|each|this|that|which|someone|another|last|new|good|right|other|older|newer|larger|smaller|bigger|better|same|different|is|loved|wrong|"
    r"former|latter|real|old|big|if|when|as|healthy|evil|little|safe|common|important)[ -]$",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(r"([ -])([A-Za-z]+)")
_PRONOUN_BEFORE: Final = frozenset(
    "of is who or that can may might should must has had was way another would could does needs needed thing as in on to and with which for from at by will do did "
    "more less way might cannot also then just only wants takes feels gets uses uses finds sees knows possible reason might be are were than if needs makes applies "
    "obtains ignores notes considers assumes expects compares first order might single such might but reported corresponding quoted described used given has "
    "where when after before until because being having day about".split()
)
_COUNTED_WITH_THESE: Final = frozenset("more single".split())


def counts(text: str, at: int, end: int) -> bool:
    """Whether the bare "one" (or "zero") at `at:end` counts something."""
    if text[at : at + 1] in {"z", "Z"}:
        return text[end : end + 1] != "-"
    if _NO_NUMBER_AFTER.search(text, max(0, at - 14), at):
        return False
    following = _NEXT.match(text, end)
    if following is None:
        return False
    word = following[2].lower()
    if following[1] == "-":
        return word not in {"on", "off", "third", "to"}
    if word in _COUNTED_WITH_THESE:
        return True
    return word not in _PRONOUN_BEFORE
