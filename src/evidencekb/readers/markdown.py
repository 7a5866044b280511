"""Markdown to Document: CommonMark with tables, footnotes, front matter and pins, each character with its place.

markdown-it-py says on which lines a block stands; the lines themselves are noted as its rules run (`grammar`), and
what each inline rule consumed likewise, so that no character is ever sought again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.model.document import BlockKind
from evidencekb.readers.decoding import decode
from evidencekb.readers.front_matter import cut_front_matter
from evidencekb.readers.grammar import parser, split_row
from evidencekb.readers.html import Page
from evidencekb.readers.inline import Content, Inline
from evidencekb.readers.markup import tokens
from evidencekb.readers.outline import Outline
from evidencekb.readers.tables import Cell, Row, lay

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from evidencekb.model.document import Document
    from evidencekb.readers.grammar import Line

_BULLETS: Final = ("• ", "· ", "◦ ", "▪ ", "‣ ", "– ", "— ", "•\t", "•\u00a0")
_CONTAINERS: Final = {
    "blockquote_open": BlockKind.QUOTE,
    "list_item_open": BlockKind.ITEM,
    "footnote_open": BlockKind.FOOTNOTE,
}
_CONTAINER_ENDS: Final = frozenset({"blockquote_close", "list_item_close", "footnote_close"})


def read(path: str, data: bytes) -> Document:
    """Read a draft in Markdown; never fails on text."""
    source = decode(path, data)
    reader = _Reader(source)
    reader.run()
    return reader.outline.document(path, source)


def _plain_lines(source: str) -> str:
    """Text of the same length whose lines end as the parser expects."""
    if "\r" in source:
        source = source.replace("\r\n", " \n").replace("\r", "\n")
    return source.replace("\0", "\ufffd")


class _Reader:
    def __init__(self, source: str) -> None:
        self.outline = Outline()
        self._text = _plain_lines(source)
        self._env: dict[str, object] = {}
        self._parser = parser()
        self._inline = Inline(self._parser, self._text, self._env, self.outline, returns="\r\n" in source)

    def run(self) -> None:
        body = cut_front_matter(self._text, self.outline)
        found: list[Token] = []
        self._parser.block.parse(body, self._parser, self._env, found)
        containers: list[BlockKind] = []
        index = 0
        while index < len(found):
            token = found[index]
            kind = token.type
            if kind == "inline":
                self._block(token, found[index - 1], containers[-1] if containers else BlockKind.PARAGRAPH)
            elif kind in _CONTAINERS:
                containers.append(_CONTAINERS[kind])
            elif kind in _CONTAINER_ENDS:
                containers.pop()
            elif kind in ("bullet_list_open", "ordered_list_open"):
                self.outline.open_list()
            elif kind in ("bullet_list_close", "ordered_list_close"):
                self.outline.close_list()
            elif kind == "table_open":
                index = self._table(found, index)
            elif kind == "html_block":
                self._html(token)
            elif kind in ("fence", "code_block"):
                self.outline.skip("code")
            index += 1

    def _block(self, token: Token, opening: Token, kind: BlockKind) -> None:
        lines: list[Line] = token.meta["lines"]
        if opening.type == "heading_open":
            self.outline.heading(int(opening.tag[1]), self._inline.passage(lines))
            return
        bullets = [i for i, (start, _) in enumerate(lines) if self._text.startswith(_BULLETS, start)]
        if not bullets or (kind is not BlockKind.PARAGRAPH):
            self.outline.add(kind, self._inline.passage(lines))
            return
        if bullets[0] and not self._text.startswith(_BULLETS[:5], lines[bullets[0]][0]):
            self.outline.add(kind, self._inline.passage(lines))  # a dash that opens a continuation line is only a dash
            return
        if bullets[0]:
            self.outline.add(kind, self._inline.passage(lines[: bullets[0]]))
        for begin, end in zip(bullets, [*bullets[1:], len(lines)], strict=True):
            start, stop = lines[begin]
            self.outline.bullet(self._inline.passage([(start + 2, stop), *lines[begin + 1 : end]]))

    def _table(self, found: Sequence[Token], index: int) -> int:
        lines: dict[int, Line] = found[index].meta["lines"]
        rows: list[Row] = []
        while found[index].type != "table_close":
            token = found[index]
            if token.type == "tr_open" and token.map:
                start, end = lines[token.map[0]]
                cells = [Cell(self._inline.passage(pieces, joint="")) for pieces in split_row(self._text, start, end)]
                rows.append(Row(tuple(cells), header=not rows))
            index += 1
        lay(self.outline, rows)
        return index

    def _html(self, token: Token) -> None:
        lines: list[Line] = token.meta["lines"]
        content = Content(self._text, lines)
        page = Page(self.outline, content.locate)
        for each in tokens(content.text):
            page.take(each)
        page.finish()
