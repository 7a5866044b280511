"""Keys to places: the marks of a file are worked out when somebody asks for one, from the bytes kept in memory."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from evidencekb.model.place import LineMap, Place
from evidencekb.store.parse import find, outline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.store.parse import Mark

_KEPT: Final = 2048
"""Files whose marks are kept; about ten times the size of the file."""
_LARGE: Final = 50_000
"""Size in bytes from which on only the marks of the last file are kept."""


class Places:
    """Finds where things stand in the files of one claim base."""

    def __init__(self, texts: Mapping[str, bytes]) -> None:
        """`texts` gives each path the UTF-8 of its file, without a byte order mark."""
        self._texts = texts
        self._usual = lru_cache(_KEPT)(self._open)
        self._large = lru_cache(1)(self._open)

    def _open(self, path: str) -> tuple[str, LineMap, Mark | None]:
        text = self._texts[path].decode()
        return text, LineMap(text), outline(text)

    def _opened(self, path: str) -> tuple[str, LineMap, Mark | None]:
        return (self._usual if len(self._texts[path]) < _LARGE else self._large)(path)

    def locate(self, path: str, keys: Sequence[str | int]) -> Place:
        """Place of the value that `keys` lead to, or else of the nearest thing above it.

        A scalar and a `[…]` or `{…}` have their exact span. A block of several lines is named by its first line, as is
        what holds a key that is missing: nobody wants a whole file underlined.
        """
        if path not in self._texts:
            return Place(path)
        text, lines, mark = self._opened(path)
        at: Sequence[str | int] = keys
        found = find(mark, at)
        while found is None and at:
            at = at[:-1]
            found = find(mark, at)
        if found is None:
            return lines.place(path, 0, _line_end(text, 0))
        if found.start == found.end and found.key_start >= 0:  # `key:` and nothing after it
            return lines.place(path, found.key_start, found.key_end)
        if found.flow and len(at) == len(keys):
            return lines.place(path, found.start, found.end)
        return lines.place(path, found.start, min(_head_end(found), _line_end(text, found.start)))

    def key(self, path: str, keys: Sequence[str | int]) -> Place:
        """Place of the key itself that `keys` lead to; of the value where it has none."""
        if path in self._texts:
            _, lines, top = self._opened(path)
            mark = find(top, keys)
            if mark and mark.key_start >= 0:
                return lines.place(path, mark.key_start, mark.key_end)
        return self.locate(path, keys)

    def span(self, path: str, start: int, end: int) -> Place:
        """Place of the characters from `start` up to `end`."""
        return self._opened(path)[1].place(path, start, end)

    def written(self, path: str, keys: Sequence[str | int]) -> str:
        """Give the characters of the value, exactly as they stand in the file."""
        text, _, top = self._opened(path)
        mark = find(top, keys)
        return text[mark.start : mark.end] if mark else ""


def _head_end(mark: Mark) -> int:
    """Offset of the end of the first entry of a block; of a scalar or flow collection, its own end."""
    while not mark.flow and mark.inside:
        if isinstance(mark.inside, list):
            mark = mark.inside[0]
        else:
            first = next(iter(mark.inside.values()))
            return first.end if first.flow else first.key_end
    return mark.end


def _line_end(text: str, start: int) -> int:
    """Offset of the end of the line that `start` stands in, without white space at its end."""
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    return start + len(line.rstrip())
