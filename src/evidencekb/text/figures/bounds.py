"""Words and signs before and after a number that say how exact it is: bounds and hedges."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from evidencekb.model.quantity import Bound

_BEFORE: Final = {
    "up to": Bound.AT_MOST, "at most": Bound.AT_MOST, "no more than": Bound.AT_MOST, "not more than": Bound.AT_MOST,
    "no greater than": Bound.AT_MOST, "not exceeding": Bound.AT_MOST, "maximum of": Bound.AT_MOST,
    "a maximum of": Bound.AT_MOST, "as many as": Bound.AT_MOST, "as much as": Bound.AT_MOST,
    "as high as": Bound.AT_MOST, "as long as": Bound.AT_MOST, "no higher than": Bound.AT_MOST,
    "no longer than": Bound.AT_MOST, "within": Bound.AT_MOST, "at or below": Bound.AT_MOST,
    "equal to or less than": Bound.AT_MOST, "less than or equal to": Bound.AT_MOST,
    "lower than or equal to": Bound.AT_MOST,
    "not above": Bound.AT_MOST, "not over": Bound.AT_MOST, "upwards of": Bound.AT_LEAST,
    "less than": Bound.BELOW, "fewer than": Bound.BELOW, "under": Bound.BELOW, "below": Bound.BELOW,
    "lower than": Bound.BELOW, "smaller than": Bound.BELOW, "shorter than": Bound.BELOW, "younger than": Bound.BELOW,
    "beneath": Bound.BELOW, "short of": Bound.BELOW,
    "at least": Bound.AT_LEAST, "no less than": Bound.AT_LEAST, "not less than": Bound.AT_LEAST,
    "no fewer than": Bound.AT_LEAST, "not fewer than": Bound.AT_LEAST, "a minimum of": Bound.AT_LEAST,
    "minimum of": Bound.AT_LEAST, "no lower than": Bound.AT_LEAST, "at or above": Bound.AT_LEAST,
    "equal to or greater than": Bound.AT_LEAST, "greater than or equal to": Bound.AT_LEAST,
    "equal to or more than": Bound.AT_LEAST, "not below": Bound.AT_LEAST, "as few as": Bound.AT_LEAST,
    "as little as": Bound.AT_LEAST, "from": None,
    "more than": Bound.ABOVE, "over": Bound.ABOVE, "above": Bound.ABOVE, "greater than": Bound.ABOVE,
    "higher than": Bound.ABOVE, "larger than": Bound.ABOVE, "longer than": Bound.ABOVE, "older than": Bound.ABOVE,
    "exceeding": Bound.ABOVE, "exceeds": Bound.ABOVE, "exceed": Bound.ABOVE, "exceeded": Bound.ABOVE,
    "in excess of": Bound.ABOVE, "beyond": Bound.ABOVE, "upward of": Bound.ABOVE,
}  # fmt: skip
"""Phrases in front of a number; "from" is here so that it ends a look back and means nothing by itself."""

_SIGNS: Final = {
    "≤": Bound.AT_MOST, "⩽": Bound.AT_MOST, "<=": Bound.AT_MOST, "=<": Bound.AT_MOST, "<": Bound.BELOW,
    "≥": Bound.AT_LEAST, "⩾": Bound.AT_LEAST, ">=": Bound.AT_LEAST, ">": Bound.ABOVE, "≲": Bound.AT_MOST,
    "≳": Bound.AT_LEAST,
}  # fmt: skip
_ABOUT: Final = frozenset(
    [
        "about",
        "approximately",
        "around",
        "roughly",
        "circa",
        "nearly",
        "almost",
        "some",
        "approx",
        "ca",
        "close-to",
        "just-over",
        "just-under",
        "slightly-more-than",
        "slightly-less-than",
        "slightly-over",
        "slightly-under",
        "a-little-over",
        "a-little-under",
        "well-over",
        "somewhere-around",
        "in-the-region-of",
        "on-the-order-of",
        "of-the-order-of",
        "estimated",
        "an-estimated",
        "more-or-less",
        "just-above",
        "just-below",
        "close",
        "to",
        "nearly",
    ]
)
_ABOUT_SIGNS: Final = "~∼≈≃≅˜"
_IDLE: Final = frozenset(
    ["only", "just", "merely", "a", "an", "the", "an-average-of", "average", "mean", "median", "approximately"]
)
_AFTER: Final = re.compile(
    r"[ \u00a0]?(?:"
    r"(or (?:less|fewer|lower|below|under|younger|shorter)|and (?:below|under|lower|younger)|at (?:the )?most|maximum)"
    r"|(or (?:more|greater|higher|above|over|older|longer)|and (?:above|over|more|older|higher|up)|at least|minimum"
    r"|\+(?![0-9])))",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[A-Za-z]+\.?|[<>=≤≥⩽⩾≲≳~∼≈≃≅˜]+")
_REACH: Final = 48
"""Characters looked back over: the longest phrase with a hedge fits."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a number; `start` is where it begins."""

    start: int
    bound: Bound = Bound.EXACT
    approx: bool = False
    hedge: str = ""


def before(text: str, at: int) -> Setting:
    """The bound and hedge that end right before `at`."""
    low = max(0, at - _REACH)
    found = list(_WORD.finditer(text, low, at))
    setting = Setting(at)
    edge = at
    while found:
        gap = text[found[-1].end() : edge]
        if gap.strip(" \t\n\r\u00a0\u2009\u202f") or len(gap) > 3:
            break
        taken = _take(found, setting)
        if taken is None:
            break
        count, setting = taken
        edge = setting.start
        del found[-count:]
    return setting


def _take(found: list[re.Match[str]], setting: Setting) -> tuple[int, Setting] | None:
    """Read one phrase or sign at the end of `found`: how many of its tokens, and the setting with it."""
    last = found[-1][0]
    start = found[-1].start()
    if last[0] in _ABOUT_SIGNS:
        return 1, Setting(start, setting.bound, approx=True, hedge=last)
    if last in _SIGNS and setting.bound is Bound.EXACT:
        return 1, Setting(start, _SIGNS[last], setting.approx, setting.hedge)
    for count in range(min(5, len(found)), 0, -1):
        words = [match[0].lower().rstrip(".") for match in found[-count:]]
        phrase = " ".join(words)
        start = found[-count].start()
        if setting.bound is Bound.EXACT and _BEFORE.get(phrase) is not None:
            return count, Setting(start, _BEFORE[phrase] or Bound.EXACT, setting.approx, setting.hedge)
        if "-".join(words) in _ABOUT:
            return count, Setting(start, setting.bound, approx=True, hedge=phrase)
    return None


def after(text: str, at: int) -> tuple[Bound, int] | None:
    """The bound that begins at `at` ("or less", "and above") and where it ends; None where none does."""
    match = _AFTER.match(text, at)
    if match is None:
        return None
    end = match.end()
    if text[end : end + 1].isalnum():
        return None
    return (Bound.AT_MOST if match[1] else Bound.AT_LEAST), end
