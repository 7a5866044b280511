"""HTML to Document: the words of the article; no navigation, scripts, styles or forms."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from evidencekb.model.document import BlockKind
from evidencekb.readers.decoding import decode
from evidencekb.readers.markup import tokens
from evidencekb.readers.outline import Outline
from evidencekb.readers.prose import Passage, Prose
from evidencekb.readers.tables import Cell, Row, lay
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from evidencekb.model.document import Document
    from evidencekb.readers.markup import Token


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VOID: Final = _names("area base br col embed hr img input link meta param source track wbr")
_LEFT_OUT: Final[Mapping[str, str]] = {
    **dict.fromkeys(_names("nav footer aside form button select dialog menu"), "navigation and forms"),
    **dict.fromkeys(_names("script style noscript template textarea iframe noembed noframes xmp"), "scripts, styles"),
    **dict.fromkeys(_names("svg math object audio video canvas map"), "pictures and media"),
    **dict.fromkeys(_names("code pre kbd samp var"), "code"),
    **dict.fromkeys(_names("del s strike"), "deleted text"),
}
_ROLES: Final = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "form", "menu"})
_UNSEEN: Final = pattern(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_KINDS: Final[Mapping[str, BlockKind]] = {
    "li": BlockKind.ITEM,
    "dd": BlockKind.ITEM,
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}
_LISTS: Final = frozenset({"ul", "ol", "dl"})
_BLOCKS: Final = _names(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 "
    "h5 h6 head header hgroup hr html legend li main ol p section summary table tbody td tfoot th thead title tr ul"
)
_CLOSED_BY: Final[Mapping[str, frozenset[str]]] = {  # an opening tag ends these, up to the element that holds them
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tr": frozenset({"tr", "td", "th"}),
}
_NEAR: Final = 64  # how many levels up an element's frame is sought: no markup of people nests deeper
_HOLDERS: Final = frozenset({"ul", "ol", "dl", "table"})


def read(path: str, data: bytes) -> Document:
    """Read a page or a fragment; where it has a <main> or an <article>, only what is inside."""
    source = decode(path, data, declared=True)
    outline = Outline()
    found = list(tokens(source))
    names = {token.data for token in found if token.kind == "open"}
    article = "main" if "main" in names else "article" if "article" in names else ""
    page = Page(outline, lambda offset: offset, article=article)
    for token in found:
        page.take(token)
    page.finish()
    return outline.document(path, source)


class Page:
    """Turns tokens into blocks of an outline. `locate` maps an offset of the markup to one of the source."""

    def __init__(self, outline: Outline, locate: Callable[[int], int], *, article: str = "") -> None:
        """Start outside the article, if one is named."""
        self._outline = outline
        self._locate = locate
        self._article = article
        self._open: list[str] = []
        self._count: Counter[str] = Counter()
        self._prose = Prose()
        self._left_out: list[str] = []  # names that lead out of the part that is left out; [0] says why
        self._raised = 0
        self._rows: list[list[Row]] = []  # one for each open table
        self._cells: list[list[Cell]] = []
        self._cell: tuple[bool, int, int] | None = None
        self._row_header = False

    def take(self, token: Token) -> None:
        """Take the next token."""
        if token.kind == "comment":
            self._outline.comment(self._locate(token.start), self._locate(token.end), token.data)
        elif token.kind == "broken":
            self._outline.skip("after a tag or comment that is never closed")
        elif token.kind == "open":
            self._start(token)
        elif token.kind == "close":
            self._end(token.data)
        elif not self._left_out:
            self._words(token)

    def finish(self) -> None:
        """Close whatever is open."""
        self._left_out.clear()
        while self._open:
            self._end(self._open[-1])
        self._flush()

    def _words(self, token: Token) -> None:
        if self._article and not self._count[self._article] and not self._count["title"]:
            if not token.data.isspace():
                self._outline.skip("outside the article")
            return
        if token.kind == "entity":
            self._prose.glyph(token.data, self._locate(token.start), self._locate(token.end))
        elif self._raised:
            self._prose.raised(token.data, self._locate(token.start))
        else:
            self._identity(token.data, token.start)

    def _identity(self, text: str, at: int) -> None:
        """Take words piece by piece where `locate` leaves out something between two lines."""
        first = self._locate(at)
        if self._locate(at + len(text)) == first + len(text):
            self._prose.words(text, first)
            return
        for line in text.splitlines(keepends=True):
            self._prose.words(line, self._locate(at))
            at += len(line)

    def _start(self, token: Token) -> None:
        name = token.data
        if self._left_out:
            if name == self._left_out[-1] and name not in _VOID:
                self._left_out.append(name)
            return
        if name in _VOID:
            if name == "hr":
                self._flush()
            elif name in ("br", "img", "input"):
                self._prose.gap(self._locate(token.start), self._locate(token.end))
            return
        reason = self._reason(token)
        if reason:
            self._outline.skip(reason)
            if name in _BLOCKS:
                self._flush()
            elif reason != "deleted text":
                self._prose.gap(self._locate(token.start), self._locate(token.end))
            self._left_out.append(name)
            return
        if name in _BLOCKS:
            self._flush()
            self._imply(name)
            self._enter(name, token)
        elif name == "sup":
            self._raised += 1
        elif name == "a" and token.attributes.get("href", "").startswith("claim:"):
            self._prose.open_pin(unquote(token.attributes["href"][6:]))
        self._open.append(name)
        self._count[name] += 1

    def _reason(self, token: Token) -> str:
        """Why an element is left out, or nothing."""
        name, attributes = token.data, token.attributes
        if name == "header" and not (self._count["article"] or self._count["main"] or self._count["section"]):
            return "navigation and forms"
        if "hidden" in attributes and attributes["hidden"] != "until-found":
            return "hidden text"
        if "style" in attributes and _UNSEEN.search(attributes["style"]):
            return "hidden text"
        if attributes.get("role", "").lower() in _ROLES:
            return "navigation and forms"
        return _LEFT_OUT.get(name, "")

    def _imply(self, name: str) -> None:
        """End what this element's start ends without saying so: <li> ends an open <li> of the same list."""
        if self._count["p"]:
            self._pop_to("p")
        closed = _CLOSED_BY.get(name)
        if not closed:
            return
        levels = 0
        for level, each in enumerate(reversed(self._open[-_NEAR:]), start=1):
            if each in _HOLDERS:
                break
            if each in closed:
                levels = level
        for _ in range(levels):
            self._leave(self._open.pop())

    def _enter(self, name: str, token: Token) -> None:
        if self._cell is not None and (name in _LISTS or name in _HEADINGS or name == "table"):
            self._cell = None  # a table for layout: what is inside stands for itself
            self._flush()
        if name in _LISTS:
            self._outline.open_list()
        elif name == "table":
            self._rows.append([])
        elif name == "tr" and self._rows:
            self._cells.append([])
            self._row_header = self._count["thead"] > 0
        elif name in ("td", "th") and self._cells:
            self._cell = (name == "th", _span(token, "colspan"), _span(token, "rowspan"))

    def _end(self, name: str) -> None:
        if self._left_out:
            if name == self._left_out[-1]:
                self._left_out.pop()
            return
        if name in _BLOCKS:
            self._flush(at_end_of=name)
        if name == "br":
            return
        if self._count[name]:
            self._pop_to(name)

    def _pop_to(self, name: str) -> None:
        while self._open:
            last = self._open.pop()
            self._leave(last)
            if last == name:
                return

    def _leave(self, name: str) -> None:
        self._count[name] -= 1
        if name == "sup":
            self._raised -= 1
        elif name == "a":
            self._prose.close_pin()
        elif name in _BLOCKS:
            self._leave_block(name)

    def _leave_block(self, name: str) -> None:
        self._flush(at_end_of=name)
        if name in _LISTS:
            self._outline.close_list()
        elif name in ("td", "th"):
            self._cell = None
        elif name == "tr" and self._cells:
            row = Row(tuple(self._cells.pop()), header=self._row_header)
            if self._rows and row.cells:
                self._rows[-1].append(row)
        elif name == "table" and self._rows:
            lay(self._outline, self._rows.pop())

    def _flush(self, at_end_of: str = "") -> None:
        """Make a block of what was gathered; its kind is that of the innermost element with one."""
        if self._cell is not None and self._cells:
            if at_end_of in ("td", "th"):
                header, across, down = self._cell
                self._cells[-1].append(Cell(self._prose.take(), header, across, down))
                self._cell = None
            else:  # a paragraph inside a cell: the cell goes on
                self._prose.part()
            return
        passage = self._prose.take()
        if passage.text:
            self._place(passage)

    def _place(self, passage: Passage) -> None:
        kind = BlockKind.PARAGRAPH
        for name in reversed(self._open[-_NEAR:]):
            if name in _HEADINGS:
                self._outline.heading(_HEADINGS[name], passage)
                return
            if name == "title":
                self._outline.meta["title"] = passage.text
                return
            if name == "dt":
                self._outline.term(passage)
                return
            if name in _KINDS:
                kind = _KINDS[name]
                break
        self._outline.add(kind, passage)


def _span(token: Token, name: str) -> int:
    value = token.attributes.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 4 else 1
