"""Passages to blocks, each with what frames it: the headings above, the lead-in of its list, its table's headers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from evidencekb.model.document import Block, BlockKind, Comment, Document, Skipped
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from evidencekb.readers.prose import Passage

_SENTENCE_END: Final = pattern(r"[.!?][)\"”’]? (?=[A-Z\d])")
_OPENS: Final = (":", "：", "?")


class Outline:
    """Collects blocks in the order of the draft, comments and counts of what was left out."""

    def __init__(self) -> None:
        """Start an empty draft."""
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self.meta: dict[str, str] = {}
        self._skipped: Counter[str] = Counter()
        self._headings: list[tuple[int, str]] = []
        self._lead_ins: list[str] = []
        self._lists: list[int] = []  # for each open list, how many blocks there were when it opened
        self._led: list[str] = []  # for each open list, what leads it in as a whole
        self._terms: list[str] = []  # the last ones that stand in a row
        self._after_term = -1  # how many blocks there were after the last term
        self._loose = (-1, "")  # blocks so far and lead-in after the last bullet that stood outside any list

    def skip(self, reason: str, count: int = 1) -> None:
        """Count something that is not checked."""
        self._skipped[reason] += count

    def comment(self, start: int, end: int, inner: str) -> None:
        """Keep a comment that speaks to us; others say nothing."""
        text = inner.strip()
        if text.startswith("evidencekb-"):
            self.comments.append(Comment(start, end, text))

    def heading(self, level: int, passage: Passage) -> None:
        """Add a heading; it frames what follows, up to the next of its level or above."""
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        self.add(BlockKind.HEADING, passage, level=level)
        if passage.text:
            self._headings.append((level, passage.text))

    def add(
        self,
        kind: BlockKind,
        passage: Passage,
        *,
        row_header: str = "",
        column_header: str = "",
        corner: str = "",
        level: int = 0,
    ) -> None:
        """Add a block; an empty passage adds none."""
        if passage.urls:
            self.skip("web address", passage.urls)
        if not passage.text:
            return
        headings = tuple(text for _, text in self._headings)
        lead_in = self._lead_ins[-1] if self._lead_ins else ""
        block = Block(
            kind, passage.text, passage.offsets, passage.ends, headings, lead_in,
            row_header, column_header, corner, level, passage.pins,
        )  # fmt: skip
        self.blocks.append(block)

    def open_list(self) -> None:
        """Enter a list or table: what is just before it leads in where it ends in a colon, asks, or is a caption."""
        lead_in = self._lead_ins[-1] if self._lead_ins else ""
        last = self.blocks[-1] if self.blocks else None
        if last and (not self._lists or len(self.blocks) > self._lists[-1]):
            lead_in = lead_in_of(last) or lead_in
        self._enter(lead_in, len(self.blocks))

    def _enter(self, lead_in: str, at: int) -> None:
        self._lead_ins.append(lead_in)
        self._led.append(lead_in)
        self._lists.append(at)

    def term(self, passage: Passage) -> None:
        """Add what a list explains: it leads in the explanations up to the next; several in a row do so together."""
        if self._after_term != len(self.blocks):
            self._terms = []
        if self._lists:
            self._lead_ins[-1] = self._led[-1]
        self.add(BlockKind.PARAGRAPH, passage)
        if self._lists:
            self._terms.append(passage.text)
            self._lead_ins[-1] = " ".join(filter(None, (self._led[-1], ", ".join(self._terms))))
        self._after_term = len(self.blocks)

    def close_list(self) -> None:
        """Leave the innermost list or table."""
        if self._lists:
            self._lead_ins.pop()
            self._led.pop()
            self._lists.pop()

    def bullet(self, passage: Passage) -> None:
        """Add an item that stands in no marked-up list; bullets in a row share their lead-in."""
        after, lead_in = self._loose
        if after == len(self.blocks):
            self._enter(lead_in, after)
        else:
            self.open_list()
        self.add(BlockKind.ITEM, passage)
        self._loose = (len(self.blocks), self._lead_ins[-1])
        self.close_list()

    def document(self, path: str, source: str) -> Document:
        """Give everything collected."""
        skipped = tuple(Skipped(reason, count) for reason, count in sorted(self._skipped.items()))
        comments = tuple(sorted(self.comments, key=lambda comment: comment.start))
        return Document(path, source, tuple(self.blocks), comments, skipped, self.meta)


def lead_in_of(block: Block) -> str:
    """Last sentence of a block that ends in a colon or asks something, a whole caption, or nothing."""
    if block.kind is BlockKind.CAPTION:
        return block.text
    if not block.text.endswith(_OPENS) or block.kind is BlockKind.HEADING:
        return ""
    last = 0
    for end in _SENTENCE_END.finditer(block.text):
        last = end.end()
    return block.text[last:]
