"""Long lists cut into pages that link to each other without any script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

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


def cut(
    name: str, items: Sequence[T], most: int = MOST, weigh: Callable[[T], int] = lambda _: 1
) -> Iterator[tuple[str, tuple[T, ...], tuple[object, ...]]]:
    """Each page as (path, its entries, its Pager as a plain tuple); an empty list has one empty page.

    The entries of a page together weigh `most` or less; one that weighs more stands alone.
    """
    parts = list(_parts(items, most, weigh)) or [()]
    for number, part in enumerate(parts, 1):
        yield address(name, number), part, tuple(pager(name, number, len(parts)))


def _parts(items: Iterable[T], most: int, weigh: Callable[[T], int]) -> Iterator[tuple[T, ...]]:
    part: list[T] = []
    held = 0
    for item in items:
        weight = weigh(item)
        if part and held + weight > most:
            yield tuple(part)
            part, held = [], 0
        part.append(item)
        held += weight
    if part:
        yield tuple(part)
