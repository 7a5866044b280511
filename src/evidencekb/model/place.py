"""Where something stands: a file and a span in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span of a file: 1-based lines and columns that count characters; the end is exclusive.

    `path` is shown to the user as it is: relative to the claim base, or as the user named the draft.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        """`path:line:column`, as compilers and editors print it."""
        return f"{self.path}:{self.line}:{self.column}"


class LineMap:
    """Turns character offsets of one text into 1-based (line, column); built once a text, O(log n) a look-up."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        r"""Only `\\n` ends a line, as in the files that editors number."""
        starts = [0]
        at = text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        self._starts = starts

    def position(self, offset: int) -> tuple[int, int]:
        """(line, column) of a character offset, both 1-based."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Character offset of a 1-based (line, column): the inverse of `position`."""
        return self._starts[line - 1] + column - 1

    def place(self, path: str, start: int, end: int) -> Place:
        """Give the Place of the characters from `start` up to `end`."""
        line, column = self.position(start)
        end_line, end_column = self.position(max(start, end))
        return Place(path, line, column, end_line, end_column)
