"""Circles in the causal graph: something that in the end acts back on itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.reason.mechanisms import Graph, chains, joined, reversals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.model.standing import Standing
    from evidencekb.reason.mechanisms import Chain, Edge


def loops(edges: Sequence[Edge], standings: Mapping[str, Standing]) -> list[Chain]:
    """The shortest circle through each step that closes one; every circle once, in the order of the steps.

    A change comes back with the sign of the chain: with 1 it feeds itself, with -1 it damps itself. A conversion that
    is told both ways is no circle.
    """
    reversed_ = {frozenset({edge.subject, edge.object}) for edge, _ in reversals(edges)}
    graph = Graph(edges, standings)
    found: dict[frozenset[str], Chain] = {}
    for edge in edges:
        if edge.object not in graph.following or edge.subject not in graph.leading:
            continue
        for back in chains(graph, standings, edge.object, edge.subject, limit=1):
            concepts = frozenset({edge.subject, *(step.subject for step in back.edges)})
            if concepts not in reversed_:
                found.setdefault(concepts, joined((edge, *back.edges), standings))
    return list(found.values())
