"""One spelling for the many characters of dashes, spaces, digits and signs; and the way back."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, NamedTuple

from evidencekb.text.patterns import pattern

_TO: Final = {
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t",
    "-": "\u2010\u2011\ufe63\uff0d",
    "–": "\u2012\u2014\u2015\ufe58",
    "µ": "\u03bc",
    "/": "\u2044\u2215\uff0f",
    "'": "\u2018\u2019\u02bc",
    "~": "∼〜˜～≈≃≅≒⁓",
    "≤": "⩽≦≲",
    "≥": "⩾≧≳",
    "<": "＜﹤‹",
    ">": "＞﹥›",
    "%": "％﹪",
    ".": "．",
    ",": "，",
    "=": "＝",
    "(": "（",
    ")": "）",
    "+": "＋",
} | {chr(48 + digit): chr(0xFF10 + digit) for digit in range(10)}
_FOLDS: Final = tuple((odd, plain) for plain, odds in _TO.items() for odd in odds if ord(odd) > 127)
_RUN: Final = pattern(r"[ \t\r\n\u00a0]{2,}")
BREAK: Final = "\v"
"""Stands for an empty line, which no figure crosses."""


class Squeezed(NamedTuple):
    """A text whose runs of white space are one character each, and the way back to the places in the text."""

    text: str
    ends: tuple[int, ...]  # where runs end in `text`, ascending
    removed: tuple[int, ...]  # characters left out up to there

    def place(self, at: int) -> int:
        """The offset in the text before squeezing of the character at `at`."""
        index = bisect_right(self.ends, at)
        return at + self.removed[index - 1] if index else at


def squeeze(text: str) -> Squeezed:
    """One character for each run of white space: an empty line, a line break or a space."""
    parts: list[str] = []
    ends: list[int] = []
    removed: list[int] = []
    at = left_out = 0
    for run in _RUN.finditer(text):
        breaks = run[0].count("\n") or run[0].count("\r")
        parts += (text[at : run.start()], BREAK if breaks > 1 else "\n" if breaks else " ")
        at = run.end()
        left_out += at - run.start() - 1
        ends.append(at - left_out)
        removed.append(left_out)
    if not parts:
        return Squeezed(text, (), ())
    return Squeezed("".join((*parts, text[at:])), tuple(ends), tuple(removed))


def fold(text: str) -> str:
    """The text with one spelling for each sort of character, as long as before. A soft line break is a space."""
    if not text.isascii():
        for odd, plain in _FOLDS:
            if odd in text:
                text = text.replace(odd, plain)
    for space in "\r\n\t":
        if space in text:
            text = text.replace(space, " ")
    return text
