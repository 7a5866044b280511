"""Words and signs before and after a number that say how exact it is: bounds and hedges."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from evidencekb.model.quantity import Bound
from evidencekb.text.figures.lists import phrases_of, words_of
from evidencekb.text.patterns import pattern

_PHRASES: Final = {
    Bound.AT_MOST: (
        "up to|at most|no more than|not more than|never more than|no greater than|not greater than|not exceeding|"
        "not to exceed|does not exceed|do not exceed|did not exceed|maximum of|max|maximum|as many as|as much as|"
        "as high as|as long as|as late as|as large as|as great as|no higher than|no longer than|no later than|"
        "no larger than|no older than|not above|not over|within|within the first|at or below|at or under|"
        "equal to or less than|less than or equal to|lower than or equal to|below or equal to|or as much as|"
        "to as much as|capped at|a cap of|a ceiling of|not longer than|no above|inside|limit of|"
        "never above|never over|never beyond|not beyond|never exceeding|never exceed|limited to|restricted to|"
        "a limit of|tops out at|topping out at|maxes out at|maxing out at|stop at|stops at|no further than|nothing above|nothing over|"
        "not past|never past|not exceed"
    ),
    Bound.BELOW: (
        "less than|fewer than|under|below|lower than|smaller than|shorter than|younger than|beneath|short of|"
        "underneath|bellow|narrower than|thinner than|well below|well under|far below|far less than|falls below|drops below|less then"
    ),
    Bound.AT_LEAST: (
        "at least|no less than|not less than|no fewer than|not fewer than|minimum of|minimum|min|no lower than|"
        "at or above|at or over|equal to or greater than|greater than or equal to|equal to or more than|"
        "more than or equal to|higher than or equal to|above or equal to|not below|as few as|as little as|"
        "as low as|as early as|as soon as|as short as|as small as|upwards of|upward of|at a minimum|no sooner than|"
        "starting at|no earlier than|no smaller than|no shorter than|no younger than|not under|"
        "never below|never under|never less than|never fewer than|a floor of"
    ),
    Bound.ABOVE: (
        "more than|over|above|greater than|higher than|larger than|longer than|older than|bigger than|later than|"
        "exceeding|exceeds|exceed|exceeded|surpassing|surpasses|surpass|surpassed|go past|goes past|going past|"
        "got past|get past|gets past|climbs past|climb past|climbed past|rises past|rise past|rose past|moves past|"
        "creeps past|crept past|tops|"
        "in excess of|beyond|well over|well above|far more than|much more than|"
        "far above|way over|stronger than|wider than|thicker than|broader than|taller than|deeper than|faster than|more then"
    ),
}
_BEFORE: Final = {phrase: bound for bound, phrases in _PHRASES.items() for phrase in phrases.split("|")}
_SIGNS: Final = {
    "≤": Bound.AT_MOST, "<=": Bound.AT_MOST, "=<": Bound.AT_MOST, "<": Bound.BELOW, "</=": Bound.AT_MOST,
    "≥": Bound.AT_LEAST, ">=": Bound.AT_LEAST, "=>": Bound.AT_LEAST, ">": Bound.ABOVE, ">/=": Bound.AT_LEAST,
    "≪": Bound.BELOW, "≫": Bound.ABOVE, "+/-": Bound.EXACT, "±": Bound.EXACT,
}  # fmt: skip
_ABOUT: Final = phrases_of(
    "about|approximately|around|roughly|circa|nearly|almost|some|approx|ca|close to|just over|just under|"
    "slightly more than|slightly less than|slightly over|slightly under|slightly above|slightly below|"
    "a little over|a little under|a little more than|a little less than|little more than|little less than|"
    "somewhere around|somewhere between|in the region of|on the order of|of the order of|order of|of order|"
    "in the order of|in the neighborhood of|in the neighbourhood of|in the range of|in the vicinity of|estimated|"
    "more or less|just above|just below|just about|just shy of|shy of|perhaps|maybe|nearing|approaching|approaches|"
    "approached|approximating|near|typically about|an average of about|something like|virtually|practically|"
    "not quite|pretty much|anywhere from|anywhere between|say|roundabout|close on|coming up to|a bit over|"
    "a bit under|a bit more than|a bit less than|just less than|just more than|barely|hardly|c"
)
_IDLE: Final = words_of("only just merely a an the another even additional further total mean median average")
_LAST: Final = frozenset(phrase.rpartition(" ")[2] for phrase in (*_BEFORE, *_ABOUT)) | _IDLE
_SPLIT: Final = pattern(r"[A-Za-z]+|[<>=≤≥≪≫~±/]+")
_REACH: Final = 44
"""Characters looked back over: the longest phrase with a hedge fits."""

_LONGEST: Final = max(phrase.count(" ") for phrase in (*_BEFORE, *_ABOUT)) + 1
_DURATION: Final = pattern(
    r"\b(?:for|last|lasts|lasting|lasted|takes?|took|well|persist\w*|than|is|was|are|were|of)$", re.IGNORECASE
)
_GOING: Final = pattern(
    r"\b(?:go(?:es|ing|ne)?|went|shoots?|shot|shooting|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|creeps?|crept|creeping"
    r"|mov(?:es?|ed|ing)) $",
    re.IGNORECASE,
)
"""Verbs to which "up" belongs: "climbing up to 23%" sets no limit."""
_STOPPING: Final = words_of("stop stops")
"""Verbs of a limit, but not of a time: "the pain stops at 12 weeks"."""
_EITHER: Final = words_of("over above under below")
_OF_AN_AGE: Final = pattern(r"[0-9](?: years?)? or$|\b(?:of|aged?|ages|from) [0-9]+(?: years?)? and$", re.IGNORECASE)
"""What stands before "over" where that is of the number before: "women of 51 or over 8 mg"."""
_LONG: Final = pattern(r"[0-9a-z.-]+ [a-z]+ (?:long|later|ago)\b", re.IGNORECASE)
_AFTER: Final = pattern(
    r",? ?(?:"
    r"(?P<most>or (?:less|fewer|lower|below|under|younger|shorter|smaller|narrower|thinner|earlier|sooner)|"
    r"and (?:below|under|lower|younger|less|fewer)|at (?:the )?(?:very )?most|at the (?:latest|outside|longest)|"
    r"max(?:imum)?|tops|and not more)"
    r"|(?P<least>or (?:more|greater|higher|above|over|older|longer|later|larger|bigger|wider|thicker|better|beyond)|"
    r"and (?:above|over|more|older|higher|up|upwards?|greater|longer)|at (?:the )?(?:very )?least|at the earliest|"
    r"at a minimum|minimum|plus|"
    r"\+(?! ?[/0-9]))"
    r"|(?P<about>or so|or thereabouts|-ish|ish|give or take))(?![A-Za-z0-9])",
    re.IGNORECASE,
)


class Setting(NamedTuple):
    """What stands in front of a number; `start` is where it begins."""

    start: int
    bound: Bound = Bound.EXACT
    approx: bool = False
    hedge: str = ""


def before(text: str, at: int, *, duration: bool = False) -> Setting:
    """The bound and hedge that end right before `at`.

    "Over" bounds a `duration` only where a verb says so: "lasts over 12 weeks", not "given over 12 weeks".
    """
    setting = Setting(at)
    last = at - 1
    while last >= 0 and text[last] == " " and at - last < 4:
        last -= 1
    if last < 0 or not _may_end(text, last):
        return setting
    found = _phrase(text, max(0, at - _REACH), at)
    waiting: list[re.Match[str]] = []
    while found:
        taken = _take(found, setting)
        if taken is None:
            word = found[-1][0].lower()
            if word not in _IDLE or len(waiting) == 2:
                break
            waiting.append(found.pop())
            continue
        count, following = taken
        if found[-count][0].lower() == "up" and _GOING.search(text, max(0, following.start - 14), following.start):
            break
        if duration and found[-count][0].lower() in _STOPPING:
            break
        over = following.bound is Bound.ABOVE and duration and found[-1][0].lower() == "over" and count == 1
        before_it = text[max(0, following.start - 20) : following.start].rstrip()
        if over and not _DURATION.search(before_it) and not _LONG.match(text, at):
            break
        if count == 1 and found[-1][0].lower() in _EITHER and _OF_AN_AGE.search(before_it):
            break
        setting = following
        waiting.clear()
        del found[-count:]
    return setting


def _phrase(text: str, low: int, at: int) -> list[re.Match[str]]:
    """The words and signs that end at `at` with nothing but spaces (or a point: "approx.") between them."""
    found = list(_SPLIT.finditer(text, low, at))
    if found and found[0].start() == low and low and text[low - 1].isalnum():
        del found[0]  # the tail of a longer word
    edge = at
    for index in range(len(found) - 1, -1, -1):
        if text[found[index].end() : edge].strip(" ") not in {"", "."}:
            return found[index + 1 :]
        edge = found[index].start()
    return found


def _may_end(text: str, last: int) -> bool:
    """Whether the character or word that ends at `last` can end a bound or hedge: a cheap test, mostly no."""
    char = text[last]
    if char in "<>=≤≥≪≫~/±.":
        return True
    if not char.isalpha():
        return False
    start = last
    while start > 0 and text[start - 1].isalpha() and last - start < 16:
        start -= 1
    return text[start : last + 1].lower() in _LAST


def _take(found: list[re.Match[str]], setting: Setting) -> tuple[int, Setting] | None:
    """Read one phrase or sign at the end of `found`: how many of its tokens, and the setting with it."""
    last, start = found[-1][0], found[-1].start()
    if last[0] == "~":
        return 1, Setting(start, setting.bound, approx=True, hedge=setting.hedge or last[0])
    if (sign := _SIGNS.get(last)) is not None:
        return (1, Setting(start, sign, setting.approx, setting.hedge)) if setting.bound is Bound.EXACT else None
    words = [match[0].lower() for match in found[-_LONGEST:]]
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[-count:])
        start = found[-count].start()
        if setting.bound is Bound.EXACT and (bound := _BEFORE.get(phrase)) is not None:
            return count, Setting(start, bound, setting.approx, setting.hedge)
        if phrase in _ABOUT:
            return count, Setting(start, setting.bound, approx=True, hedge=setting.hedge or phrase)
    return None


class Trailing(NamedTuple):
    """What stands behind a number: a bound, or "or so"; `end` is where it ends."""

    bound: Bound
    approx: bool
    end: int


def after(text: str, at: int) -> Trailing | None:
    """The bound or hedge that begins at `at` ("or less", "and above", "or so"); None where none does."""
    if text[at : at + 1] not in {" ", "+", "-", ",", "i", "p"}:
        return None
    match = _AFTER.match(text, at)
    if match is None:
        return None
    if match["about"]:
        return Trailing(Bound.EXACT, approx=True, end=match.end())
    return Trailing(Bound.AT_MOST if match["most"] else Bound.AT_LEAST, approx=False, end=match.end())
