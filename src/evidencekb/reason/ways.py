"""Every chain between two concepts, and whether there may be more."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Final

from evidencekb.reason.mechanisms import chains

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from evidencekb.model.standing import Standing
    from evidencekb.reason.mechanisms import Chain, Graph

_MOST: Final = 1000
_LONGEST: Final = 8


@dataclass(frozen=True, slots=True)
class Ways:
    """Chains, the shortest first. `cut`: there are more than these; `longest`: of more steps none were looked for."""

    chains: tuple[Chain, ...]
    cut: bool
    longest: int | None


def ways(graph: Graph, standings: Mapping[str, Standing], start: str, end: str) -> Ways:
    """Find the chains of up to 8 steps, or, where all are longer, the shortest."""
    distance = graph.distances(end, inf)
    if start == end:
        nearest = min(
            (distance[e.object] + 1 for e in graph.following.get(start, ()) if e.object in distance), default=0
        )
    else:
        nearest = distance.get(start, 0)
    longest = max(_LONGEST, nearest)
    found = chains(graph, standings, start, end, limit=_MOST + 1, longest=longest) if nearest else []
    longer = _most_steps(graph, graph.reached(start, inf).keys() & distance.keys()) > longest
    return Ways(tuple(found[:_MOST]), len(found) > _MOST, longest if nearest and longer else None)


def _most_steps(graph: Graph, between: Collection[str]) -> int:
    """No chain within these concepts has more steps: the longest where none leads in a circle, else one a concept."""
    waits = dict.fromkeys(between, 0)
    for name in between:
        for edge in graph.following.get(name, ()):
            if edge.object in waits:
                waits[edge.object] += 1
    depth = dict.fromkeys((name for name in between if not waits[name]), 0)
    queue = list(depth)
    for name in queue:
        for edge in graph.following.get(name, ()):
            if edge.object in waits:
                waits[edge.object] -= 1
                depth[edge.object] = max(depth.get(edge.object, 0), depth[name] + 1)
                if not waits[edge.object]:
                    queue.append(edge.object)
    return len(between) if len(queue) < len(between) else max(depth.values(), default=0)
