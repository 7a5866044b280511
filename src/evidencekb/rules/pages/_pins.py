"""Figures and words that a page ties to a claim: `[76%](claim:some-claim)`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from evidencekb.model.place import LineMap
from evidencekb.reason.repeating import otherwise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.place import Place

_OPEN: Final = "](claim:"
_TITLE: Final = re.compile(r"""\s+(?:"[^"]*"|'[^']*'|\([^()]*\))\s*$""")
"""CommonMark allows a title after the target of a link."""
_END: Final = re.compile(r"""[^()\s]*(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)""")
_FENCES: Final = ("```", "~~~")


@dataclass(frozen=True, slots=True)
class Pinned:
    """One tie: the link's text, and the rest of its line before and after it with links reduced to their text."""

    text: str
    before: str
    after: str
    claim: str
    place: Place  # of the link's text
    target: Place  # of the claim's id


def pins(path: str, text: str) -> Iterator[Pinned]:
    """Yield the ties of a page in order; those in code fences are examples, and left out."""
    lines = LineMap(text)
    for start, line in prose(text):
        yield from _line(path, lines, start, line)


def prose(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a page outside code fences, each with the offset at which it begins."""
    fence = ""
    start = 0
    for line in text.split("\n"):
        mark = line.lstrip()[:3]
        if mark in _FENCES and fence in {"", mark}:
            fence = "" if fence else mark
        elif not fence:
            yield start, line
        start += len(line) + 1


def _line(path: str, lines: LineMap, start: int, line: str) -> Iterator[Pinned]:
    """The ties of one line, which begins at the offset `start`."""
    found = list(_links(line))
    for index, (opening, middle, close) in enumerate(found):
        target = _TITLE.sub("", line[middle + len(_OPEN) : close])
        yield Pinned(
            _plain(line[opening + 1 : middle]),
            _plain(_unlinked(line, found[:index], 0, opening)),
            _plain(_unlinked(line, found[index + 1 :], close + 1, len(line))),
            target.strip(),
            lines.place(path, start + opening + 1, start + middle),
            lines.place(path, start + middle + len(_OPEN), start + middle + len(_OPEN) + len(target)),
        )


def _links(line: str) -> Iterator[tuple[int, int, int]]:
    """Offsets of `[`, `](claim:` and `)` of each tie of a line."""
    after = 0
    while (middle := line.find(_OPEN, after)) >= 0:
        opening = line.rfind("[", after, middle)
        whole = _END.match(line, middle + len(_OPEN))
        close = whole.end() - 1 if whole else line.find(")", middle)
        if close < 0:
            return
        if opening >= 0 and "`" not in line[opening:middle] and line.count("`", 0, opening) % 2 == 0:
            yield opening, middle, close
        after = close + 1


def _unlinked(line: str, links: list[tuple[int, int, int]], start: int, end: int) -> str:
    """The part of a line from `start` to `end`, with the links in it reduced to their text."""
    parts = []
    for opening, middle, close in links:
        parts += [line[start:opening], line[opening + 1 : middle]]
        start = close + 1
    return "".join((*parts, line[start:end]))


def _plain(text: str) -> str:
    """Text without marks of emphasis."""
    return text.replace("*", "").replace("__", "")


def differing(kb: KnowledgeBase) -> Iterator[tuple[Pinned, str, str]]:
    """Yield (tie, what the page says, what the claim says) where a tied figure is not the claim's."""
    for path, text in kb.pages.items():
        for pin in pins(path, text):
            claim = kb.claims.get(pin.claim)
            if claim is None or claim.figure is None:
                continue
            if says := otherwise(kb.config, pin.before, pin.text, pin.after, claim.figure):
                yield pin, says, claim.figure_text
