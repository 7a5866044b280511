"""Numbers that are no figures: decides, from what stands before and behind, which module knows them."""

from __future__ import annotations

from typing import Final

from evidencekb.text.figures import addresses, citations, dates, names
from evidencekb.text.patterns import pattern

_WHOLE: Final = pattern("|".join((*addresses.PATTERNS, *dates.PATTERNS, *names.PATTERNS)))
_PLAUSIBLE: Final = pattern(r"[0-9]{1,8}(?:[-/.,:;()'A-Za-z–αβσ]| [A-Z0-9acdimnopstuyσ(]|$)")
"""What every one of these patterns begins with: a cheap test before them."""

_LIST: Final = pattern(r"[0-9]{1,2}[.)] ")
_REACH: Final = 24
"""Characters looked back over."""


def skip(text: str, at: int, end: int, raw: str) -> int | None:
    """Where to go on when the number whose first digits are `text[at:end]` is no figure; None when it may be one.

    `raw` is the text before folding: a list number stands at the start of a line.
    """
    before = text[at - 1] if at else ""
    if before and before not in " (" and (past := _glued(text, at, before)) is not None:
        return past
    if _PLAUSIBLE.match(text, at) and (match := _WHOLE.match(text, at)):
        return match.end()
    window = text[max(0, at - _REACH) : at]
    if end - at == 4 and text[at] in "12" and (past := dates.year(text, at, window)) is not None:
        return past
    if before == "(" and (past := citations.in_round_brackets(text, at)) is not None:
        return past
    if before in {" ", "\v", ""} and (match := _LIST.match(text, at)) and _opens_line(raw, at):
        return match.end()
    if before in {" ", "(", "-", "−", "–", ".", ":", "#", ""}:
        return _after_word(text, at, end, window)
    return None


def _opens_line(raw: str, at: int) -> bool:
    """Whether nothing but a few spaces stand before `at` in its line."""
    for index in range(at - 1, max(-1, at - 9), -1):
        if raw[index] in "\n\r\v":
            return True
        if raw[index] not in " \t":
            return False
    return at < 9


def _glued(text: str, at: int, before: str) -> int | None:
    """The end of a name, an address or a citation that the digits at `at`, right behind `before`, are part of."""
    earlier = text[at - 2] if at > 1 else ""
    if before.isalpha() or before in "_#@\\":
        return names.end_of_name(text, at)
    if before in "-+" and (earlier.isalpha() or (earlier == ")" and before == "-")):
        return names.end_of_name(text, at)
    if before == "/" and earlier.isupper():
        return names.end_of_name(text, at)
    if before == "." and earlier.isalpha() and not text[max(0, at - 3) : at - 1].isupper():
        return citations.behind_sentence(text, at)
    if before in "./=&-:+%?" and addresses.within(text, at):
        return addresses.end_of_run(text, at)
    if before in "[,–-;" and (past := citations.in_square_brackets(text, at, before)) is not None:
        return past
    if before in "%)]":
        return citations.raised(text, at)
    return None


def _after_word(text: str, at: int, end: int, window: str) -> int | None:
    """What the word before says: a date, a zip code, opening hours, a name such as "Table"."""
    bare = window.rstrip(" (.:#-") if window[-1:] not in {"−", "–"} else ""
    if bare and bare[-1].isascii() and bare[-1].isalpha():
        past = dates.after_month(text, at, window) or dates.opening_hours(text, at, window)
        past = past or dates.decade(text, at, window)
        past = past or (addresses.zip_code(text, at, window) if end - at == 5 else None)
        past = past or names.after_word(text, at, window)
        if past is not None:
            return past
    return names.in_formula(text, at, end, window)
