"""Places the boxes of a directed graph in columns, from cause to effect, and its lines so that they cross no box."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SWEEPS: Final = 8
_SLIM: Final = 12.0
"""Height that a line takes where it passes between boxes."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Column and upper edge of each box; for each edge, the height at which it passes each column between its ends."""

    column: Mapping[str, int]
    top: Mapping[str, float]
    passing: Mapping[tuple[str, str], tuple[float, ...]]
    columns: int
    height: float


def lay(heights: Mapping[str, float], edges: Iterable[tuple[str, str]], gap: float) -> Layout:
    """Place boxes of these heights, `gap` apart. Edges that close a circle run backwards; all is told by the order."""
    pairs = list(dict.fromkeys(edges))
    back = _closing(heights, pairs)
    forward = [(b, a) if (a, b) in back else (a, b) for a, b in pairs]
    column = _columns(heights, forward)
    size = dict(heights)
    links: list[tuple[str, str]] = []
    stops: dict[tuple[str, str], list[str]] = {}
    for pair, (start, end) in zip(pairs, forward, strict=True):
        route = [start]
        for between in range(column[start] + 1, column[end]):
            stop = f"\0{pair[0]}\0{pair[1]}\0{between}"
            column[stop], size[stop] = between, _SLIM
            route.append(stop)
        route.append(end)
        links += pairwise(route)
        stops[pair] = route[-2:0:-1] if pair in back else route[1:-1]
    ranks = _ordered(column, links)
    top = _heights(ranks, links, size, gap)
    passing = {pair: tuple(top[stop] + _SLIM / 2 for stop in route) for pair, route in stops.items()}
    height = max((top[name] + size[name] for name in size), default=0.0)
    return Layout(column, top, passing, len(ranks), height)


def _closing(nodes: Iterable[str], pairs: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    """The edges that lead back to where a walk in the order of the nodes has come from."""
    after: dict[str, list[str]] = defaultdict(list)
    for start, end in pairs:
        after[start].append(end)
    done: set[str] = set()
    closing: set[tuple[str, str]] = set()
    for root in nodes:
        if root in done:
            continue
        on = {root}
        stack = [(root, iter(after[root]))]
        while stack:
            node, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                stack.pop()
                on.discard(node)
                done.add(node)
            elif following in on:
                closing.add((node, following))
            elif following not in done:
                on.add(following)
                stack.append((following, iter(after[following])))
    return closing


def _columns(nodes: Iterable[str], pairs: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The longest way to each node; a node that nothing leads to stands right before its first effect."""
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for start, end in pairs:
        before[end].append(start)
        after[start].append(end)
    order, open_ends = [], {node: len(before[node]) for node in nodes}
    ready = [node for node, number in open_ends.items() if not number]
    column: dict[str, int] = {}
    for node in ready:
        order.append(node)
        column[node] = max((column[each] + 1 for each in before[node]), default=0)
        for each in after[node]:
            open_ends[each] -= 1
            if not open_ends[each]:
                ready.append(each)
    for node in reversed(order):
        if not before[node] and after[node]:
            column[node] = min(column[each] for each in after[node]) - 1
    return column


def _ordered(column: Mapping[str, int], links: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Nodes of each column from top to bottom, swept to and fro so that neighbours stand near each other."""
    ranks: list[list[str]] = [[] for _ in range(max(column.values(), default=-1) + 1)]
    for node, at in column.items():
        ranks[at].append(node)
    before, after = _neighbours(links)
    best, fewest = [list(rank) for rank in ranks], _crossings(ranks, links)
    for sweep in range(_SWEEPS):
        near = after if sweep % 2 else before
        for rank in reversed(ranks) if sweep % 2 else ranks:
            _sort(rank, ranks, column, near)
        crossings = _crossings(ranks, links)
        if crossings < fewest:
            best, fewest = [list(rank) for rank in ranks], crossings
    return best


def _neighbours(links: Sequence[tuple[str, str]]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """What stands before and after each node."""
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for start, end in links:
        after[start].append(end)
        before[end].append(start)
    return before, after


def _sort(rank: list[str], ranks: list[list[str]], column: Mapping[str, int], near: Mapping[str, list[str]]) -> None:
    """Sort one column by the mean place of its neighbours; a node without any keeps its place."""
    place = {node: at / max(1, len(each) - 1) for each in ranks for at, node in enumerate(each)}
    own = {node: place[node] for node in rank}
    for node in rank:
        seen = [place[each] for each in near.get(node, ()) if abs(column[each] - column[node]) == 1]
        if seen:
            own[node] = sum(seen) / len(seen)
    rank.sort(key=own.__getitem__)


def _crossings(ranks: Sequence[Sequence[str]], links: Sequence[tuple[str, str]]) -> int:
    """How many pairs of links cross."""
    place = {node: (at, index) for at, rank in enumerate(ranks) for index, node in enumerate(rank)}
    between: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for start, end in links:
        between[place[start][0]].append((place[start][1], place[end][1]))
    return sum(
        (a[0] - b[0]) * (a[1] - b[1]) < 0
        for ends in between.values()
        for index, a in enumerate(ends)
        for b in ends[index + 1 :]
    )


def _heights(
    ranks: Sequence[Sequence[str]], links: Sequence[tuple[str, str]], size: Mapping[str, float], gap: float
) -> dict[str, float]:
    """The upper edge of each node: near its neighbours' middle, in the order of its column, never overlapping."""
    top: dict[str, float] = {}
    for rank in ranks:
        y = 0.0
        for node in rank:
            top[node] = y
            y += size[node] + gap
    before, after = _neighbours(links)
    for sweep in range(_SWEEPS):
        near = after if sweep % 2 else before
        for rank in reversed(ranks) if sweep % 2 else ranks:
            wish = {}
            for node in rank:
                seen = sorted(top[each] + size[each] / 2 for each in near[node])
                middle = (seen[(len(seen) - 1) // 2] + seen[len(seen) // 2]) / 2 if seen else top[node] + size[node] / 2
                wish[node] = middle - size[node] / 2
            _settle(rank, wish, size, gap, top)
    least = min(top.values(), default=0.0)
    return {node: round(y - least, 1) for node, y in top.items()}


def _settle(
    rank: Sequence[str], wish: Mapping[str, float], size: Mapping[str, float], gap: float, top: dict[str, float]
) -> None:
    """Give each node of a column its wish as nearly as order and gaps allow: nodes that push form one block."""
    blocks: list[tuple[float, list[str], float]] = []  # upper edge, nodes, height
    for node in rank:
        start, members, height = wish[node], [node], size[node]
        while blocks and blocks[-1][0] + blocks[-1][2] + gap > start:
            above, others, tall = blocks.pop()
            count = len(others) + len(members)
            shifted = start - tall - gap
            start = (above * len(others) + shifted * len(members)) / count
            members, height = [*others, *members], tall + gap + height
        blocks.append((start, members, height))
    for start, members, _ in blocks:
        y = start
        for node in members:
            top[node] = y
            y += size[node] + gap
