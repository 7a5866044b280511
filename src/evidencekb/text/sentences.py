"""Where sentences begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    import re

_STOP: Final = pattern(r"[.!?\u2026]+[\"'\u201d\u2019)\]]*(?=\s)|\n")
_ABBREVIATIONS: Final = frozenset(
    [
        "e.g",
        "i.e",
        "vs",
        "etc",
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "st",
        "fig",
        "figs",
        "no",
        "nos",
        "vol",
        "al",
        "approx",
        "ca",
        "cf",
        "p",
        "pp",
        "inc",
        "ltd",
        "jr",
        "sr",
        "dept",
        "est",
        "min",
        "max",
        "avg",
        "eq",
        "ref",
        "refs",
        "sec",
        "ed",
        "eds",
        "u.s",
        "u.k",
        "resp",
        "incl",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
    ]
)

_BEFORE_INITIALS: Final = frozenset(
    ["a", "about", "and", "as", "author", "but", "by", "colleague", "for", "from", "in", "like", "of", "or", "patient",
     "professor", "that", "the", "to", "when", "where", "with"]
)  # fmt: skip
"""Words behind which a letter is the initial of somebody."""
_LONGEST: Final = 24


def split(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences, white space at both ends left out.

    A full stop ends no sentence behind a known abbreviation or an initial, or before a small letter.
    """
    spans = []
    start = 0
    for match in _STOP.finditer(text):
        if match[0] != "\n" and _goes_on(text, start, match):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(text)))
    return [span for a, b in spans if (span := _trimmed(text, a, b)) is not None]


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the sentence goes on behind this stop."""
    if match[0][0] != ".":
        return False
    word_start = max(start, text.rfind(" ", start, match.start()) + 1)
    word = text[word_start : match.start()].lstrip("([\"'\u201c").lower()
    following = text[match.end() : match.end() + 8].lstrip()
    if len(word) == 1 and word.isalpha():
        return not (following[:1].isupper() and _ends_a_name(text, start, word_start))
    if word in _ABBREVIATIONS:
        return True
    return bool(following) and following[0].islower()


def _ends_a_name(text: str, start: int, at: int) -> bool:
    """Whether the letter at `at` belongs to the noun before it, and is no initial: "vitamin C", but not "by C"."""
    *_, before = text[max(start, at - _LONGEST) : at].split() or [""]
    return text[at].isupper() and before.isalpha() and before.islower() and before not in _BEFORE_INITIALS


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without white space at its ends; None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
