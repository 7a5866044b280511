"""A sentence in lines of a width, and carets under the words that matter."""

from __future__ import annotations

import textwrap
import unicodedata

_DIGIT_JOINTS = ".,"


def underline(sentence: str, text: str, nth: int, width: int) -> list[tuple[str, str]]:
    """(line, carets or "") of a sentence; the carets stand under the nth (from 0) `text` that stands alone."""
    start = find(sentence, text, nth)
    end = start + len(text) if start >= 0 else -1
    found = []
    at = 0
    for line in textwrap.wrap(sentence, width, break_on_hyphens=False, break_long_words=False):
        begin = sentence.find(line, at)  # wrapping only ever drops the space between two lines
        if begin < 0:
            found.append((line, ""))
            continue
        at = begin + len(line)
        first, last = max(start, begin), min(end, at)
        marks = " " * columns(sentence[begin:first]) + "^" * columns(sentence[first:last]) if first < last else ""
        found.append((line, marks))
    return found


def find(sentence: str, text: str, nth: int) -> int:
    """Offset of the nth occurrence of `text` that is not part of a longer number or word, or of the last; or -1."""
    found = last = -1
    at = sentence.find(text) if text else -1
    while at >= 0:
        if _alone(sentence, at, at + len(text)):
            found += 1
            last = at
            if found == nth:
                break
        at = sentence.find(text, at + 1)
    return last if last >= 0 else sentence.find(text) if text else -1


def _alone(sentence: str, start: int, end: int) -> bool:
    before, after = sentence[:start][-2:], sentence[end : end + 2]
    if before and sentence[start].isalnum() and before[-1].isalnum():
        return False
    if len(before) == 2 and sentence[start].isdigit() and before[1] in _DIGIT_JOINTS and before[0].isdigit():
        return False
    if after and sentence[end - 1].isalnum() and after[0].isalnum():
        return False
    return not (len(after) == 2 and sentence[end - 1].isdigit() and after[0] in _DIGIT_JOINTS and after[1].isdigit())


def columns(text: str) -> int:
    """Columns that a terminal gives a text: two for wide characters, none for combining ones."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
