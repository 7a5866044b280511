"""Long lists cut to what a page can hold; the one place that decides how much that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

T = TypeVar("T")

MOST: Final = 50
"""Entries of a list that is one of several on its page."""


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """What a page shows of a list, and how long the list is."""

    items: tuple[T, ...]
    total: int

    @property
    def rest(self) -> int:
        """How many entries are not shown."""
        return self.total - len(self.items)


def listing(items: Iterable[T], most: int = MOST) -> Listing[T]:
    """The first `most` entries, and the count of all."""
    every = tuple(items)
    return Listing(every[:most], len(every))


def pages(items: Sequence[T], weigh: Callable[[T], int], most: int) -> Iterator[tuple[T, ...]]:
    """Cut a list into pages whose entries together weigh `most` or less; an entry that weighs more stands alone."""
    page: list[T] = []
    held = 0
    for item in items:
        weight = weigh(item)
        if page and held + weight > most:
            yield tuple(page)
            page, held = [], 0
        page.append(item)
        held += weight
    if page or not items:
        yield tuple(page)


def numbered(name: str, number: int) -> str:
    """Path of one page of several: `name.html`, `name-2.html` and so on."""
    return f"{name}.html" if number == 1 else f"{name}-{number}.html"
