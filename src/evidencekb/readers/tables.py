"""Rows of a table to cell blocks that know their row and column headers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.model.document import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.readers.outline import Outline
    from evidencekb.readers.prose import Passage

_MOST_COLUMNS: Final = 1_000  # what a span may widen a table to


class Cell(NamedTuple):
    """One cell as written, over `across` columns and `down` rows; `again` where it repeats the cell above."""

    passage: Passage
    header: bool = False
    across: int = 1
    down: int = 1
    again: bool = False


class Row(NamedTuple):
    """One row as written; `header` where the markup says that it heads the table."""

    cells: tuple[Cell, ...]
    header: bool = False


def lay(outline: Outline, rows: Sequence[Row]) -> None:
    """Add every cell as a block: header cells bare, data cells with the words that head their row and column.

    A table whose markup names no header row has one where its first row holds no digit and a later one does.
    """
    heads = _head_count(rows)
    columns: dict[int, str] = {}
    hanging: dict[int, tuple[int, Passage]] = {}  # column to (rows still covered, passage) of cells that span rows
    outline.open_list()
    for number, row in enumerate(rows):
        placed = _place(row, hanging)
        row_header = next((cell.passage.text for column, cell, _ in placed if column == 0), "")
        for column, cell, own in placed:
            is_head = number < heads
            if is_head:
                words = cell.passage.text
                columns[column] = f"{columns[column]} {words}".strip() if columns.get(column) else words
            if own and not cell.again:
                outline.add(
                    BlockKind.CELL,
                    cell.passage,
                    row_header="" if is_head else row_header if column else _told(placed),
                    column_header="" if is_head else columns.get(column, ""),
                    corner="" if is_head or not column else columns.get(0, ""),
                )
    outline.close_list()


def _head_count(rows: Sequence[Row]) -> int:
    heads = 0
    while heads < len(rows) and (
        rows[heads].header or (rows[heads].cells and all(cell.header for cell in rows[heads].cells))
    ):
        heads += 1
    if heads or len(rows) < 2:
        return 0 if heads == len(rows) else heads
    return int(not _has_digit(rows[0]) and any(_has_digit(row) for row in rows[1:]))


def _told(placed: Sequence[tuple[int, Cell, bool]]) -> str:
    """What the other cells say of a number in the first: "325 mg | the usual dose of A"."""
    if len(placed) < 2 or not any(char.isdigit() for char in placed[0][1].passage.text):
        return ""
    beside = (cell.passage.text for _, cell, own in placed[1:] if own)
    return ", ".join(text for text in beside if "%" not in text and any(char.isalpha() for char in text))


def _has_digit(row: Row) -> bool:
    return any(char.isdigit() for cell in row.cells for char in cell.passage.text)


def _place(row: Row, hanging: dict[int, tuple[int, Passage]]) -> list[tuple[int, Cell, bool]]:
    """(column, cell, whether the cell is here first) for each column that the row fills."""
    placed: list[tuple[int, Cell, bool]] = []
    column = 0
    for cell in (*row.cells, None):
        while column in hanging and column < _MOST_COLUMNS:
            left, passage = hanging.pop(column)
            placed.append((column, Cell(passage), False))
            if left > 1:
                hanging[column] = (left - 1, passage)
            column += 1
        if cell is None:
            break
        for step in range(max(1, min(cell.across, _MOST_COLUMNS - column))):
            placed.append((column, cell, step == 0))
            if cell.down > 1:
                hanging[column] = (cell.down - 1, cell.passage)
            column += 1
    return placed
