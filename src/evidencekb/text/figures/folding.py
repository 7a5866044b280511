"""One spelling for the many characters of dashes, spaces, digits and signs; every character keeps its offset."""

from __future__ import annotations

from typing import Final

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
_BREAK: Final = "\v"
"""Stands for each character of an empty line, which no figure crosses."""


def fold(text: str) -> str:
    """The text with one spelling for each sort of character, as long as before. A soft line break is a space."""
    if not text.isascii():
        for odd, plain in _FOLDS:
            if odd in text:
                text = text.replace(odd, plain)
    for line_break in ("\r\n\r\n", "\n\n"):
        if line_break in text:
            text = text.replace(line_break, _BREAK * len(line_break))
    for space in "\r\n\t":
        if space in text:
            text = text.replace(space, " ")
    return text
