"""Plain text to Document: paragraphs, lists and headings as people type them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from evidencekb.model.document import BlockKind
from evidencekb.readers.decoding import decode
from evidencekb.readers.outline import Outline
from evidencekb.readers.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.model.document import Document
    from evidencekb.readers.prose import Passage

_LINE: Final = re.compile(r"[^\r\n]*")
_BULLET: Final = re.compile(r"(?:[-*•·◦▪‣–—+]|\(?[0-9]{1,2}[.)]|\(?[a-z][.)])[ \t\u00a0]+(?=\S)")
_COMMENT: Final = re.compile(r"<!--([^<>]{0,2000}?)-->")
_WRAP: Final = range(50, 121)  # widths at which people and programs wrap lines
_HEADING_WIDTH: Final = 100
_HEADING_WORDS: Final = 16

Line = tuple[int, int]
"""Start and end of a line's words, white space around them left out."""


def read(path: str, data: bytes) -> Document:
    """Read a draft in plain text.

    A blank line ends a paragraph, and so does a line break that no wrapping at a width explains. A short line that
    ends no sentence and has text after it is a heading.
    """
    source = decode(path, data)
    outline = Outline()
    groups = _groups(source)
    level = 1  # every heading before the first words is the title, the last of them stays
    for number, group in enumerate(groups):
        last_group = number == len(groups) - 1
        for index, lines in enumerate(paragraphs := _paragraphs(source, group)):
            is_last = last_group and index == len(paragraphs) - 1
            passage, bullet = _passage(source, lines, outline)
            if bullet:
                outline.bullet(passage)
            elif not is_last and len(lines) == 1 and _is_heading(passage.text):
                outline.heading(level, passage)
            else:
                outline.add(BlockKind.PARAGRAPH, passage)
                level = 2
    return outline.document(path, source)


def _groups(source: str) -> list[list[Line]]:
    groups: list[list[Line]] = [[]]
    for match in _LINE.finditer(source):
        text = match[0].strip()
        if text:
            start = match.start() + match[0].index(text[0])
            groups[-1].append((start, start + len(text)))
        elif _ends_line(source, match.start()) and groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _ends_line(source: str, at: int) -> bool:
    """Whether an empty match is a blank line, and not the end of a line with words."""
    return at == 0 or source[at - 1] == "\n" or (source[at - 1] == "\r" and source[at : at + 1] != "\n")


def _paragraphs(source: str, group: Sequence[Line]) -> list[list[Line]]:
    widest = max(end - start for start, end in group)
    found: list[list[Line]] = [[group[0]]]
    for before, line in pairwise(group):
        if _goes_on(source, before, line, widest):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _goes_on(source: str, before: Line, line: Line, widest: int) -> bool:
    """Whether a line break is only where the text was wrapped."""
    ended = source[before[1] - 1] in ".!?:;"
    if bullet := _BULLET.match(source, *line):
        counted = bullet[0][0].isalnum() or bullet[0][0] == "("
        if not counted or ended or _BULLET.match(source, *before):
            return False  # but "... was" and "50. The next" are one sentence that was wrapped
    if widest not in _WRAP:
        return widest < _WRAP.start and source[line[0]].islower() and not ended
    first_word = source.find(" ", *line)
    width = (first_word if first_word > 0 else line[1]) - line[0]
    if before[1] - before[0] + 1 + width > widest:
        return True  # its first word would not have fitted on the line before
    return not ended and (source[line[0]].islower() or source[line[0]].isdigit())


def _is_heading(text: str) -> bool:
    return (
        0 < len(text) <= _HEADING_WIDTH
        and text[-1] not in ".!:;,"
        and len(text.split(" ")) <= _HEADING_WORDS
        and any(char.isalpha() for char in text)
    )


def _passage(source: str, lines: Sequence[Line], outline: Outline) -> tuple[Passage, bool]:
    bullet = _BULLET.match(source, *lines[0])
    prose = Prose()
    for index, (first, end) in enumerate(lines):
        start = bullet.end() if bullet and not index else first
        for comment in _COMMENT.finditer(source, start, end):
            outline.comment(comment.start(), comment.end(), comment[1])
            prose.words(source[start : comment.start()], start)
            prose.gap(comment.start(), comment.end())
            start = comment.end()
        prose.words(source[start:end], start)
        prose.gap(end, end + 1)
    return prose.take(), bool(bullet)
