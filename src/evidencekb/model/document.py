"""A draft as its reader gives it: blocks of prose, and where each character came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list
    CELL = "cell"  # a data cell of a table
    CAPTION = "caption"
    QUOTE = "quote"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Pin:
    """`[76%](claim:some-claim)`: the characters start:end of the block's text are tied to a claim."""

    start: int
    end: int
    claim: str


@dataclass(frozen=True, slots=True)
class Block:
    """One block of prose.

    `text` has markup removed, white space folded to single spaces, entities decoded. `offsets[i]` is the offset of
    text[i] in the draft's decoded source (see `Document.source`), and `ends[i]` where that
    character ends there; a figure split by markup is thus one run of text with exact ends.
    `context` are the words that frame the block, outermost first: headings above it, the list's lead-in, for a cell
    its row header and column header.
    """

    kind: BlockKind
    text: str
    offsets: Sequence[int]
    ends: Sequence[int]
    headings: tuple[str, ...] = ()  # outermost first
    lead_in: str = ""  # the sentence that opens the list
    row_header: str = ""
    column_header: str = ""
    corner: str = ""  # the header of the column that holds the row headers
    level: int = 0  # of a heading
    pins: tuple[Pin, ...] = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """A suppression comment, as found: its place in the source and its inner text, stripped."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Text that was not checked, and why: code, URL, deleted text."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Document:
    """A draft.

    `source` is the decoded text that offsets count in; for docx it is the reader's own rendering, one block a line.
    """

    path: str
    source: str
    blocks: tuple[Block, ...] = ()
    comments: tuple[Comment, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    meta: dict[str, str] = field(default_factory=dict)  # front matter that is plain text
