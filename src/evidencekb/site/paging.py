"""Long lists cut into pages that link to each other without any script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

T = TypeVar("T")

MOST: Final = 100
"""Entries of one page."""
_NEAR: Final = 2


class Pager(NamedTuple):
    """Where a page stands among its pages. `links` are (number, path), number 0 for a gap; "" where there is none."""

    number: int
    total: int
    before: str
    after: str
    links: tuple[tuple[int, str], ...]


def address(name: str, number: int) -> str:
    """Path of a page by its number, from 1: `name.html`, then `name-2.html` and so on."""
    return f"{name}.html" if number == 1 else f"{name}-{number}.html"


def pager(name: str, number: int, total: int) -> Pager:
    """Links to the pages near by, the first and the last: as many on a list of ten pages as on one of ten thousand."""
    shown = sorted({1, total, *range(max(1, number - _NEAR), min(total, number + _NEAR) + 1)})
    links: list[tuple[int, str]] = []
    for at in shown:
        if links and links[-1][0] < at - 1:
            links.append((0, ""))
        links.append((at, address(name, at)))
    before = address(name, number - 1) if number > 1 else ""
    after = address(name, number + 1) if number < total else ""
    return Pager(number, total, before, after, tuple(links))


def cut(name: str, items: Sequence[T], most: int = MOST) -> Iterator[tuple[str, Sequence[T], Pager]]:
    """Each page as (path, its entries, where it stands); an empty list has one empty page."""
    total = max(1, -(-len(items) // most))
    for number in range(1, total + 1):
        yield address(name, number), items[(number - 1) * most : number * most], pager(name, number, total)
