"""What YAML makes of an unquoted word: text, a number, a truth value, nothing, or something readers disagree on."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from evidencekb.text.patterns import pattern


class Ambiguous(str):
    """Text that some YAML reader turns into something else: a date, an octal, base-60 or other number, yes/no.

    It is kept as it was written. Fields for dates take it; in every other field the writer has to settle it with
    quotes.
    """

    __slots__ = ()


class Unread:
    """Stands for a value that was not read (an alias); nothing more is said of it."""


UNREAD: Final = Unread()
SUSPECT: Final = frozenset("0123456789+-.~yYnNtTfFoO")
"""First characters of every unquoted word that is not plainly text; all others need no look at all."""

_INTEGER: Final = pattern(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL: Final = pattern(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
_WORDS: Final[dict[str, object]] = {
    "true": True,
    "false": False,
    "null": None,
    "~": None,
    **{
        form: Ambiguous(form)
        for word in ("yes", "no", "on", "off", "y", "n", "true", "false", "null")
        for form in (word, word.title(), word.upper())
        if form not in {"true", "false", "null"}
    },
}
_NUMBERLIKE: Final = pattern(
    r"""[-+]?(?:
        0b[01_]+ | 0o[0-7_]+ | 0x[0-9a-fA-F_]+          # other bases
      | [0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?     # base 60: 1:30 is 90
      | [0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?  # any decimal number, leading zeros and underscores too
      | \.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?
      | \.(?:inf|Inf|INF)
      )
      | \.(?:nan|NaN|NAN)
      | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}                  # a date, or a date with a time
        (?:[Tt \t][0-9:.+\-Zz \t]*)?
    """,
    re.VERBOSE,
)


def resolve(word: str) -> object:
    """Give the value of an unquoted scalar: str, int, Decimal, bool, None or Ambiguous; linear in its length."""
    if not word:
        return None
    if word in _WORDS:
        return _WORDS[word]
    if _INTEGER.fullmatch(word):
        return int(word)
    if _DECIMAL.fullmatch(word):
        return Decimal(word)
    if _NUMBERLIKE.fullmatch(word):
        return Ambiguous(word)
    return word


def reading(value: object, written: str) -> str:
    """Say in a few words what YAML takes an unquoted `written` for, `value` being what `resolve` made of it."""
    if isinstance(value, bool) or written.lower() in {"yes", "no", "on", "off", "y", "n", "true", "false"}:
        return "a truth value"
    if value is None or written.lower() == "null":
        return "nothing at all"
    if written[:4].isdigit() and written[4:5] == "-":
        return "a date"
    return "a number"
