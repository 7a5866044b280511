"""Words of a text in the form in which they are compared: case, spelling and inflection taken away."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?|[0-9]+(?:[.,][0-9]+)*|[^\w\s]")
_ENDINGS: Final = (
    *(("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("ings", ""), ("ing", "")),
    *(("edly", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", "")),
)
"""Inflectional endings and what is left for them; the first that fits is taken. Both sides are treated alike, so a stem
need not be a word."""
_SHORTEST: Final = 3
_HYPHENS: Final = frozenset("-\u2010\u2011")


class Word(NamedTuple):
    """A word or mark of punctuation; `low` in lower case, `stem` as it is compared."""

    start: int
    end: int
    raw: str
    low: str
    stem: str


def split(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words and marks of text[start:end]; hyphenated words come apart, and hyphens are left out."""
    stop = len(text) if end is None else end
    return [
        _make((*match.span(), *forms))
        for match in _TOKEN.finditer(text, start, stop)
        if (forms := _forms(match[0])) is not None
    ]


_make: Final = partial(tuple.__new__, Word)  # half the cost of Word(…), which reads of long drafts feel


@lru_cache(maxsize=65536)
def _forms(raw: str) -> tuple[str, str, str] | None:
    """A word as it is, in lower case, and its stem; None for hyphens."""
    return None if raw in _HYPHENS else (raw, raw.lower().replace("\u2019", "'"), stem(raw))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The form in which a word is compared: abbreviations as they are, other words folded and without ending."""
    if len(word) > 1 and word.isupper():
        return word
    low = word.lower().replace("\u2019", "'").removesuffix("'s")
    if len(low) > 1 and word[-1:] == "s" and word[:-1].isupper():
        return word[:-1]  # the plural of an abbreviation
    low = low.replace("ae", "e").replace("oe", "e").replace("isation", "ization")
    if low.endswith("our") and len(low) > 5:
        low = low[:-3] + "or"
    if low.endswith(("ise", "ised", "ises", "ising")) and len(low) > 6:
        low = low.replace("is", "iz", 1) if low.count("is") == 1 else low
    for ending, left in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) + len(left) >= _SHORTEST:
            cut = low[: len(low) - len(ending)] + left
            return cut[:-1] if len(cut) > 4 and cut[-1] == cut[-2] and cut[-1] not in "lsy" else cut
    return low
