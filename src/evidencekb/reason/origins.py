"""Where a source's knowledge comes from: ten articles that rest on one study are one origin, not ten.

Dominators as in Lengauer and Tarjan, A fast algorithm for finding dominators in a flowgraph, 1979.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Source

_OWN_DATA: Final = frozenset({"primary", "preclinical"})
"""Tiers whose papers observed something themselves, whatever else they cite."""
_ROOT: Final = ""
_RETRACTED: Final = "retracted"
_WORD: Final = re.compile(r"[^\W_]+")


def origins(kb: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """Give each source the sources that its knowledge comes from in the end, itself where it rests on no other.

    Papers on one cohort are one origin, named by the first of their ids; so are papers without data of their own that
    cite each other in a circle. A source that can only have what it says from one other (every chain of citations
    passes there: it is dominated by it) has that one as its origin; one that rests on several has the origins of all
    of them. A retracted source is no origin: it has none, and neither has what rests on nothing else.
    """
    sources = {name: source for name, source in kb.sources.items() if source.status != _RETRACTED}
    gone = dict.fromkeys(kb.sources.keys() - sources.keys(), ())
    group = _cohorts(sources.values())
    if not any(source.cites for source in sources.values()):
        return {name: gone[name] if name in gone else (group[name],) for name in kb.sources}
    observed = {group[name] for name, source in sources.items() if source.tier in _OWN_DATA}
    group = _circles(sources, group, observed)
    rests_on: dict[str, set[str]] = {name: set() for name in group.values()}
    for name, source in sources.items():
        if group[name] not in observed:
            rests_on[group[name]].update(group.get(cited, cited) for cited in source.cites if cited in kb.sources)
    for name, cited in rests_on.items():
        cited.discard(name)
    found = _ends(rests_on, gone)
    return {name: gone[name] if name in gone else found[group[name]] for name in kb.sources}


def retracted(kb: KnowledgeBase, source: str) -> str:
    """The nearest retracted source that `source` rests on, itself first; "" for none."""
    queue = [source]
    for name in queue:
        if kb.sources[name].status == _RETRACTED:
            return name
        queue += [cited for cited in kb.sources[name].cites if cited in kb.sources and cited not in queue]
    return ""


def repeaters(kb: KnowledgeBase, source: str) -> frozenset[str]:
    """What has something from `source`: it, and through citations all those that observed nothing themselves."""
    found = {source}
    queue = [source]
    while queue:
        citing = {each for each in kb.linked("cited", queue.pop()) if kb.sources[each].tier not in _OWN_DATA}
        queue += citing - found
        found |= citing
    return frozenset(found)


def _cohorts(sources: Iterable[Source]) -> dict[str, str]:
    """Give each source the first source of its cohort, one with data of its own where there is one."""
    first: dict[str, str] = {}
    ranked = sorted(sources, key=lambda s: (s.tier not in _OWN_DATA, s.id))
    return {s.id: first.setdefault(_plain(s.cohort), s.id) if s.cohort else s.id for s in ranked}


def _plain(cohort: str) -> str:
    """A cohort's name without what only its writing changes: case, hyphens and spaces."""
    return " ".join(_WORD.findall(cohort.casefold())) or cohort


def _circles(sources: Mapping[str, Source], group: Mapping[str, str], observed: set[str]) -> dict[str, str]:
    """Merge groups that cite each other in a circle; what observed something itself is in none."""
    import networkx as nx  # noqa: PLC0415 - 0.1 s that a claim base without citations saves

    graph = nx.DiGraph()
    graph.add_nodes_from(sorted(set(group.values())))
    for name, source in sources.items():
        if group[name] not in observed:
            graph.add_edges_from((group[name], group[cited]) for cited in source.cites if cited in group)
    merged = {name: min(circle) for circle in nx.strongly_connected_components(graph) for name in circle}
    return {name: merged[first] for name, first in group.items()}


def _ends(rests_on: Mapping[str, set[str]], gone: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Give each group its origins, by the dominators of the graph in which knowledge flows from cited to citing.

    What rests on those that are gone alone is not reached and has none.
    """
    import networkx as nx  # noqa: PLC0415 - as in _circles

    graph = nx.DiGraph()
    for name, cited in sorted(rests_on.items()):
        graph.add_node(name)
        graph.add_edges_from((other, name) for other in sorted(cited) if other not in gone)
        if not cited:
            graph.add_edge(_ROOT, name)
    above = nx.immediate_dominators(graph, _ROOT) if _ROOT in graph else {}
    ends: dict[str, tuple[str, ...]] = {}
    for name in nx.topological_sort(graph):
        if name == _ROOT:
            continue
        if above.get(name, _ROOT) != _ROOT:
            ends[name] = ends[above[name]]
        elif not rests_on[name]:
            ends[name] = (name,)
        else:
            ends[name] = tuple(sorted({end for other in rests_on[name] for end in ends.get(other, ())}))
    return ends
