"""The `---` block at the top of a Markdown file: plain values to meta, what visitors read to blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from evidencekb.model.document import BlockKind
from evidencekb.readers.prose import Prose
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from evidencekb.readers.outline import Outline

_OPENING: Final = pattern(r"---[ \t]*\n")
_CLOSING: Final = pattern(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_PAIR: Final = pattern(r"^([A-Za-z][\w-]*)[ \t]*:[ \t]+(\S[^\n]*)$", re.MULTILINE)
_WORDS: Final = frozenset({"subtitle", "description", "summary", "excerpt", "lead", "abstract"})
_QUOTES: Final = "\"'"


def cut_front_matter(text: str, outline: Outline) -> str:
    """Text of the same length with the front matter blanked out; the title frames the draft and is checked."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if not opening or not closing:
        return text
    for pair in _PAIR.finditer(text, opening.end(), closing.start()):
        _take(pair, outline)
    return "\n" * text.count("\n", 0, closing.end()) + _blank(text, closing.end())


def _take(pair: re.Match[str], outline: Outline) -> None:
    name, value, start = pair[1], pair[2].rstrip(), pair.start(2)
    if value[0] in "[{|>&*!%@`":
        return
    if len(value) > 1 and value[0] in _QUOTES and value[-1] == value[0]:
        value, start = value[1:-1], start + 1
    outline.meta[name] = value
    if "\\" in value:  # an escape in a quoted value: its places would not be exact
        outline.skip("front matter")
        return
    prose = Prose()
    prose.words(value, start)
    if name == "title":
        outline.heading(1, prose.take())
    elif name in _WORDS:
        outline.add(BlockKind.PARAGRAPH, prose.take())


def _blank(text: str, end: int) -> str:
    """Keep offsets: spaces up to the end of the front matter, less the line breaks counted before it."""
    return " " * (end - text.count("\n", 0, end)) + text[end:]
