"""Word .docx to Document: paragraphs, lists, tables and notes as they read with every tracked change accepted.

The places of a .docx are those of our own rendering, `Document.source`: one paragraph a line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from evidencekb.model.document import BlockKind
from evidencekb.readers.outline import Outline
from evidencekb.readers.package import Package
from evidencekb.readers.prose import Passage, Prose
from evidencekb.readers.styles import Styles, outline_level
from evidencekb.readers.tables import Cell, Row, lay

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.document import Document
    from evidencekb.readers.package import Relation

_LEFT_OUT: Final[Mapping[str, str]] = {
    "w:del": "deleted text",
    "w:moveFrom": "deleted text",
    "mc:Fallback": "",  # says again what mc:Choice said
    "w:instrText": "",
    "w:delText": "",
    "w:delInstrText": "",
    "w:rt": "",
    "w:sdtPr": "",
    "w:pPrChange": "",  # what was, not what is
    "w:rPrChange": "",
    "w:trPrChange": "",
    "w:tcPrChange": "",
}
_MARKS: Final = frozenset({"w:del", "w:moveFrom"})  # in properties they speak of a paragraph's mark or of a row
_SPACES: Final = frozenset({"w:tab", "w:ptab", "w:br", "w:cr"})
_SYMBOLS: Final[Mapping[str, str]] = {  # the font Symbol: a bound in it is a bound
    "25": "%", "2b": "+", "2d": "-", "3c": "<", "3d": "=", "3e": ">", "6d": "μ", "7e": "~", "a3": "≤", "b1": "±",
    "b3": "≥", "b4": "×", "b9": "≠", "bb": "≈", "d7": "·",
}  # fmt: skip
_OFF: Final = frozenset({"0", "false", "off", "none"})
_NOT_READ: Final = {
    "header": "headers and footers",
    "footer": "headers and footers",
    "comments": "comments in the margin",
}
_PART_KINDS: Final = {"footnotes": BlockKind.FOOTNOTE, "endnotes": BlockKind.FOOTNOTE}


def read(path: str, data: bytes) -> Document:
    """Read a draft in Word's format. Raises UsageError, one line, where the file is broken or unsafe."""
    package = Package(path, data)
    main = package.main()
    relations = package.relations(main)
    styles = Styles()
    parts = {relation.kind: relation.target for relation in relations.values()}
    if package.has(parts.get("styles", "")):
        package.parse(parts["styles"], styles)
    body = _Body(Outline(), styles, relations)
    package.parse(main, body)
    for kind, block in _PART_KINDS.items():
        name = parts.get(kind, "")
        if package.has(name):
            body.enter(block, package.relations(name))
            package.parse(name, body)
    for relation in relations.values():
        if relation.kind in _NOT_READ and package.has(relation.target):
            words = _Words()
            package.parse(relation.target, words)
            if words.found:
                body.outline.skip(_NOT_READ[relation.kind])
    return body.outline.document(path, body.source())


class _Words:
    """Sees whether a part holds any words."""

    def __init__(self) -> None:
        self.found = self._inside = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002
        """Take an opening tag."""
        self._inside = name == "w:t"

    def end(self, name: str) -> None:  # noqa: ARG002
        """Take a closing tag."""
        self._inside = False

    def words(self, text: str) -> None:
        """Take the words of a run."""
        self.found |= self._inside and bool(text.strip())


@dataclass(slots=True)
class _Paragraph:
    """What is known of an open paragraph, with the words of its runs."""

    prose: Prose
    style: str = ""
    level: int = 0
    listed: bool | None = None
    joins_next: bool = False  # its mark was deleted
    in_cell: bool = False  # `prose` is the cell's


@dataclass(slots=True)
class _Table:
    rows: list[Row] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    header: bool = False
    deleted: bool = False
    across: int = 1
    merged: bool = False  # the cell goes on from the one above
    above: dict[int, Passage] = field(default_factory=dict)
    cell: Prose | None = None


class _Body:
    """Takes the events of the parts with text."""

    def __init__(self, outline: Outline, styles: Styles, relations: Mapping[str, Relation]) -> None:
        self.outline = outline
        self._styles, self._relations = styles, relations
        self._kind = BlockKind.PARAGRAPH
        self._written: list[str] = []
        self._length = 0
        self._names: list[str] = []
        self._left_out = 0  # how many open elements lead out of what is left out
        self._paragraphs: list[_Paragraph] = []
        self._kept: _Paragraph | None = None  # a paragraph whose mark was deleted goes on in the next
        self._tables: list[_Table] = []
        self._raised = self._unseen = self._takes_words = False

    def enter(self, kind: BlockKind, relations: Mapping[str, Relation]) -> None:
        """Go on with another part, whose paragraphs are of this kind."""
        self._finish_kept()
        self._kind, self._relations = kind, relations

    def source(self) -> str:
        """Give everything rendered so far."""
        self._finish_kept()
        return "".join(self._written)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an opening tag."""
        parent = self._names[-1] if self._names else ""
        self._names.append(name)
        if self._left_out:
            self._left_out += 1
            return
        if name in _LEFT_OUT and not (name in _MARKS and parent in ("w:rPr", "w:trPr")):
            if _LEFT_OUT[name]:
                self.outline.skip(_LEFT_OUT[name])
            self._left_out = 1
        elif name == "w:p":
            cell = self._tables[-1].cell if self._tables else None
            self._paragraphs.append(self._kept or _Paragraph(cell or Prose(), in_cell=cell is not None))
            self._kept = None
        elif name in ("w:tbl", "w:tr", "w:tc"):
            self._start_table(name)
        elif parent in ("w:tcPr", "w:trPr"):
            self._table_property(name, attributes)
        elif parent == "w:pPr" or self._names[-3:-1] in (["w:pPr", "w:numPr"], ["w:pPr", "w:rPr"]):
            self._paragraph_property(name, attributes)
        elif name in ("w:r", "m:r"):
            self._raised = self._unseen = False
        elif parent == "w:rPr":
            self._run_property(name, attributes)
        else:
            self._content(name, attributes)

    def end(self, name: str) -> None:
        """Take a closing tag."""
        self._names.pop()
        if self._left_out:
            self._left_out -= 1
            return
        if name in ("w:t", "m:t"):
            self._takes_words = False
        elif name == "w:p":
            self._end_paragraph(self._paragraphs.pop())
        elif name == "w:hyperlink" and self._paragraphs:
            self._paragraphs[-1].prose.close_pin()
        elif name in ("w:tc", "w:tr", "w:tbl"):
            self._end_table(name)
        elif name in ("w:footnote", "w:endnote"):
            self._finish_kept()

    def words(self, text: str) -> None:
        """Take the words of a run."""
        if not self._takes_words or self._left_out or not self._paragraphs:
            return
        if self._unseen:
            self.outline.skip("hidden or struck-out text")
            return
        text = text.replace("\n", " ").replace("\r", " ")
        prose, start = self._paragraphs[-1].prose, self._length
        self._write(text)
        if self._raised:
            prose.raised(text, start)
        else:
            prose.words(text, start)

    def _content(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in ("w:t", "m:t"):
            self._takes_words = True
        elif not self._paragraphs:
            return
        elif name in _SPACES:
            self._say(" ")
        elif name == "w:noBreakHyphen":
            self._say("-")
        elif name == "w:sym":
            code = attributes.get("w:char", "").lower()[-2:]
            is_symbol = attributes.get("w:font", "").casefold() == "symbol"
            self._say(_SYMBOLS.get(code, " ") if is_symbol else " ")
        elif name == "w:hyperlink":
            relation = self._relations.get(attributes.get("r:id", ""))
            if relation and relation.target.startswith("claim:"):
                self._paragraphs[-1].prose.open_pin(unquote(relation.target[6:]))

    def _say(self, text: str) -> None:
        if self._unseen:
            return
        start = self._length
        self._write(text)
        self._paragraphs[-1].prose.words(text, start)

    def _write(self, text: str) -> None:
        self._written.append(text)
        self._length += len(text)

    def _paragraph_property(self, name: str, attributes: Mapping[str, str]) -> None:
        if not self._paragraphs:
            return
        paragraph, value = self._paragraphs[-1], attributes.get("w:val", "")
        if name == "w:pStyle":
            paragraph.style = value
        elif name == "w:outlineLvl":
            paragraph.level = outline_level(value)
        elif name == "w:numId":
            paragraph.listed = value != "0"
        elif name in ("w:del", "w:moveFrom"):
            paragraph.joins_next = True

    def _run_property(self, name: str, attributes: Mapping[str, str]) -> None:
        value = attributes.get("w:val", "")
        if name == "w:vertAlign":
            self._raised = value == "superscript"
        elif name in ("w:vanish", "w:webHidden", "w:strike", "w:dstrike") and value not in _OFF:
            self._unseen = True

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        if paragraph.joins_next:
            paragraph.joins_next = False
            self._kept = paragraph
            return
        self._write("\n")
        if paragraph.in_cell:
            paragraph.prose.gap(self._length - 1, self._length)
        else:
            self._place(paragraph)

    def _place(self, paragraph: _Paragraph) -> None:
        passage, style = paragraph.prose.take(), paragraph.style
        level = paragraph.level or self._styles.heading(style)
        listed = self._styles.is_listed(style) if paragraph.listed is None else paragraph.listed
        if self._kind is not BlockKind.PARAGRAPH:
            self.outline.add(self._kind, passage)
        elif level:
            self.outline.heading(level, passage)
        elif listed:
            self.outline.bullet(passage)
        elif self._styles.is_named(style, "caption"):
            self.outline.add(BlockKind.CAPTION, passage)
        elif self._styles.is_named(style, "quote"):
            self.outline.add(BlockKind.QUOTE, passage)
        else:
            self.outline.add(BlockKind.PARAGRAPH, passage)

    def _finish_kept(self) -> None:
        if self._kept:
            kept, self._kept = self._kept, None
            self._end_paragraph(kept)

    def _start_table(self, name: str) -> None:
        self._finish_kept()
        if name == "w:tbl":
            self._tables.append(_Table())
        elif self._tables:
            table = self._tables[-1]
            if name == "w:tr":
                table.cells, table.header, table.deleted = [], False, False
            else:
                table.across, table.merged, table.cell = 1, False, Prose()

    def _table_property(self, name: str, attributes: Mapping[str, str]) -> None:
        if not self._tables:
            return
        table, value = self._tables[-1], attributes.get("w:val", "")
        if name == "w:gridSpan":
            table.across = int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 1
        elif name == "w:vMerge":
            table.merged = value != "restart"
        elif name == "w:tblHeader":
            table.header = value not in _OFF
        elif name == "w:del":
            table.deleted = True

    def _end_table(self, name: str) -> None:
        self._finish_kept()
        if not self._tables:
            return
        table = self._tables[-1]
        if name == "w:tbl":
            lay(self.outline, self._tables.pop().rows)
        elif name == "w:tr":
            if table.deleted:
                self.outline.skip("deleted text")
            elif table.cells:
                table.rows.append(Row(tuple(table.cells), header=table.header))
        elif table.cell is not None:
            column = sum(cell.across for cell in table.cells)
            passage = table.cell.take()
            again = table.merged and not passage.text and column in table.above
            passage = table.above[column] if again else passage
            table.above[column] = passage
            table.cells.append(Cell(passage, across=table.across, again=again))
            table.cell = None
