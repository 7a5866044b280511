"""Long lists cut to what a page can hold; the one place that decides how much that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

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
