"""Circles in a graph of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def circles(cites: Mapping[str, Sequence[str]]) -> Iterator[frozenset[str]]:
    """The sets of names that lead back to themselves: strongly connected components with a circle in them.

    Tarjan's algorithm, linear, without recursion because chains may be long. Names that are no keys lead nowhere.
    """
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()
    for start in cites:
        if start in order:
            continue
        walk = [(start, iter(cites[start]))]
        order[start] = low[start] = len(order)
        stack.append(start)
        waiting.add(start)
        while walk:
            name, rest = walk[-1]
            child = next(rest, None)
            if child is None:
                walk.pop()
                if walk:
                    low[walk[-1][0]] = min(low[walk[-1][0]], low[name])
                if low[name] == order[name]:
                    members = [stack.pop()]
                    while members[-1] != name:
                        members.append(stack.pop())
                    found = frozenset(members)
                    waiting -= found
                    if len(found) > 1 or name in cites[name]:
                        yield found
            elif child not in order and child in cites:
                order[child] = low[child] = len(order)
                stack.append(child)
                waiting.add(child)
                walk.append((child, iter(cites[child])))
            elif child in waiting:
                low[name] = min(low[name], order[child])
