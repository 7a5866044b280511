"""Where a source's knowledge comes from: ten articles that rest on one study are one origin, not ten.

Dominators as in Lengauer and Tarjan, A fast algorithm for finding dominators in a flowgraph, 1979.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Source

_OWN_DATA: Final = frozenset({"primary", "preclinical"})
"""Tiers whose papers observed something themselves, whatever else they cite."""
_ROOT: Final = ""


def origins(kb: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """Give each source the sources that its knowledge comes from in the end, itself where it rests on no other.

    Papers on one cohort, and papers that cite each other in a circle, are one origin, named by the first of their ids.
    A source that can only have what it says from one other (every chain of citations passes there: it is dominated by
    it) has that one as its origin; one that rests on several has the origins of all of them.
    """
    sources = kb.sources
    if not any(source.cites for source in sources.values()):
        return {name: (first,) for name, first in _cohorts(sources.values()).items()}
    group = _circles(sources, _cohorts(sources.values()))
    rests_on: dict[str, set[str]] = defaultdict(set)
    observed: set[str] = set()
    for name, source in sources.items():
        rests_on[group[name]].update(group[cited] for cited in source.cites if cited in group)
        if source.tier in _OWN_DATA:
            observed.add(group[name])
    for name, cited in rests_on.items():
        cited.discard(name)
    found = _ends(rests_on, observed)
    return {name: found[group[name]] for name in sources}


def _cohorts(sources: Iterable[Source]) -> dict[str, str]:
    """Give each source the first source of its cohort."""
    first: dict[str, str] = {}
    return {s.id: first.setdefault(s.cohort, s.id) if s.cohort else s.id for s in sorted(sources, key=lambda s: s.id)}


def _circles(sources: Mapping[str, Source], group: Mapping[str, str]) -> dict[str, str]:
    """Merge groups that cite each other in a circle."""
    import networkx as nx  # noqa: PLC0415 - 0.1 s that a claim base without citations saves

    graph = nx.DiGraph()
    graph.add_nodes_from(sorted(set(group.values())))
    for name, source in sources.items():
        graph.add_edges_from((group[name], group[cited]) for cited in source.cites if cited in group)
    merged = {name: min(circle) for circle in nx.strongly_connected_components(graph) for name in circle}
    return {name: merged[first] for name, first in group.items()}


def _ends(rests_on: Mapping[str, set[str]], observed: set[str]) -> dict[str, tuple[str, ...]]:
    """Give each group its origins, by the dominators of the graph in which knowledge flows from cited to citing."""
    import networkx as nx  # noqa: PLC0415 - as in _circles

    graph = nx.DiGraph()
    for name, cited in sorted(rests_on.items()):
        graph.add_edges_from((other, name) for other in sorted(cited))
        if not cited or name in observed:
            graph.add_edge(_ROOT, name)
    above = nx.immediate_dominators(graph, _ROOT)
    ends: dict[str, tuple[str, ...]] = {}
    for name in nx.topological_sort(graph):
        if name == _ROOT:
            continue
        if above[name] != _ROOT:
            ends[name] = ends[above[name]]
        elif name in observed or not rests_on[name]:
            ends[name] = (name,)
        else:
            ends[name] = tuple(sorted({end for cited in rests_on[name] for end in ends[cited]}))
    return ends
