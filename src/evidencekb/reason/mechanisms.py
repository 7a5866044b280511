"""The causal steps of all claims as one signed graph: chains, their sign, and what is measured against them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from evidencekb.model.standing import ORDER
from evidencekb.reason.groups import holds, plain
from evidencekb.reason.names import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim
    from evidencekb.model.standing import Standing

SIGNS: Final[Mapping[str, int]] = {
    "increases": 1,
    "activates": 1,
    "causes": 1,
    "precursor-of": 1,
    "cofactor-of": 1,
    "required-for": 1,
    "decreases": -1,
    "inhibits": -1,
}
"""Relations that carry a change from subject to object, and whether more of the one makes more (1) or less (-1)."""

_DIFFERENCES: Final = {"higher-in": 1, "lower-in": -1}
_LONGEST: Final = 8
"""Steps of the longest chain that is looked for; the number of chains grows with the power of it."""
_SHORT: Final = 4
"""Steps of the longest chains that are held against each other."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One step: `subject` changes `object` with `sign` (1 same way, -1 opposite way), by the claim that says so."""

    subject: str
    object: str
    sign: int
    relation: str
    claim: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Steps one after the other; `sign` is their product, `weakest` the step whose claim stands worst."""

    edges: tuple[Edge, ...]
    sign: int
    weakest: Edge
    standing: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A measured difference: `subject` is higher (1) or lower (-1) in `group`, by the claim that says so."""

    subject: str
    group: tuple[str, ...]
    sign: int
    claim: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two differences in one group that a chain between their subjects does not allow together."""

    first: Difference
    second: Difference
    chain: Chain


Said = tuple[tuple[tuple[str, str, int, str, str], ...], tuple[str, tuple[str, ...], int, str] | None]
"""What one claim says of causes, as plain values: the fields of its edges, and of its difference where it has one."""


def said(claim: Claim) -> Said:
    """The causal steps of a claim that is not retired, and the difference that it says was measured."""
    if not claim.valid or claim.status == "retired":
        return (), None
    found: list[tuple[str, str, int, str, str]] = []
    for step in claim.steps:
        if step.relation == "converts" and step.product:
            found.append((step.object, step.product, 1, "converted to", claim.id))
            found.append((step.subject, step.product, 1, "makes", claim.id))
        elif step.relation in SIGNS:
            found.append((step.subject, step.object, SIGNS[step.relation], step.relation, claim.id))
    if claim.kind == "association" and claim.subject and claim.object and claim.relation in SIGNS:
        found.append((claim.subject, claim.object, SIGNS[claim.relation], claim.relation, claim.id))
    difference = None
    if claim.relation in _DIFFERENCES and claim.subject:
        difference = (
            claim.subject,
            tuple(sorted({claim.object, *claim.population} - {""})),
            _DIFFERENCES[claim.relation],
            claim.id,
        )
    return tuple(found), difference


def edges(kb: KnowledgeBase) -> list[Edge]:
    """Every causal step of every claim that is not retired, in the order of the claims."""
    return edges_of(said(claim) for claim in kb.claims.values())


def edges_of(every: Iterable[Said]) -> list[Edge]:
    """The steps among what claims say, each once; none leads from a concept to itself."""
    found = (Edge(*fields) for steps, _ in every for fields in steps)
    return list(dict.fromkeys(edge for edge in found if edge.subject != edge.object))


def _step(edge: Edge) -> tuple[str, str, int]:
    """What a step says, whoever says it."""
    return edge.subject, edge.object, edge.sign


def _depth(standings: Mapping[str, Standing], edge: Edge) -> int:
    """How badly the claim behind a step stands."""
    return ORDER.index(standings[edge.claim].level)


def behind(every: Iterable[Edge], chain: Chain) -> set[str]:
    """All claims that state a step of the chain."""
    steps = {_step(edge) for edge in chain.edges}
    return {edge.claim for edge in every if _step(edge) in steps}


class Graph:
    """The edges by where they begin and where they end; built once for many questions."""

    def __init__(self, all_edges: Iterable[Edge], standings: Mapping[str, Standing]) -> None:
        """Keep the order of the edges; a step that several claims state is one step, by the claim that stands best."""
        self.following: dict[str, list[Edge]] = {}
        self.leading: dict[str, list[str]] = {}
        steps: dict[tuple[str, str, int], Edge] = {}
        for edge in all_edges:
            known = steps.setdefault(_step(edge), edge)
            if _depth(standings, edge) < _depth(standings, known):
                steps[_step(edge)] = edge
        for edge in steps.values():
            self.following.setdefault(edge.subject, []).append(edge)
            self.leading.setdefault(edge.object, []).append(edge.subject)

    def reached(self, start: str, longest: float = _LONGEST) -> dict[str, int]:
        """Every concept that a chain from `start` of at most `longest` steps reaches, with the fewest steps."""
        steps = {start: 0}
        queue = [start]
        for node in queue:
            if steps[node] < longest:
                for edge in self.following.get(node, ()):
                    if edge.object not in steps:
                        steps[edge.object] = steps[node] + 1
                        queue.append(edge.object)
        return steps

    def distances(self, end: str, longest: float = _LONGEST) -> dict[str, int]:
        """Steps that each concept is from the end, up to `longest`: what cannot reach it in time is never entered."""
        distance = {end: 0}
        queue = [end]
        for node in queue:
            if distance[node] == longest:
                break
            for before in self.leading.get(node, ()):
                if before not in distance:
                    distance[before] = distance[node] + 1
                    queue.append(before)
        return distance


def chains(
    graph: Graph,
    standings: Mapping[str, Standing],
    start: str,
    end: str,
    *,
    limit: int = 100,
    longest: int = _LONGEST,
) -> list[Chain]:
    """Chains without repetition between two concepts, or round to the same; shortest first, at most `limit`."""
    distance = graph.distances(end, longest)
    found: list[Chain] = []
    for length in range(distance.get(start, longest + 1), longest + 1):
        walks = _walks(graph.following, distance, start, end, length)
        found += [joined(path, standings) for path in islice(walks, limit - len(found))]
        if len(found) >= limit:
            break
    return found


def _walks(
    following: Mapping[str, Sequence[Edge]], distance: Mapping[str, int], start: str, end: str, length: int
) -> Iterator[tuple[Edge, ...]]:
    """Every path of exactly `length` steps."""
    stack: list[tuple[str, tuple[Edge, ...]]] = [(start, ())]
    while stack:
        node, path = stack.pop()
        left = length - len(path)
        if node == end and path:
            if left == 0:
                yield path
            continue
        if distance.get(node, left + 1) > left or (left == 0):
            continue
        seen = {edge.subject for edge in path}
        fresh = (
            edge
            for edge in reversed(following.get(node, ()))
            if edge.object == end or edge.object not in seen | {start}
        )
        stack.extend((edge.object, (*path, edge)) for edge in fresh)


def joined(path: tuple[Edge, ...], standings: Mapping[str, Standing]) -> Chain:
    """Steps as one chain, with its sign and its weakest step."""
    sign = 1
    for edge in path:
        sign *= edge.sign
    weakest = max(path, key=lambda edge: _depth(standings, edge))
    return Chain(path, sign, weakest, standings[weakest.claim].level)


def told(kb: KnowledgeBase, chain: Chain) -> str:
    """A chain in words: `one raises another, which lowers a third`."""
    steps = (f"{'raises' if edge.sign > 0 else 'lowers'} {label(kb, edge.object)}" for edge in chain.edges)
    return f"{label(kb, chain.edges[0].subject)} {', which '.join(steps)}"


def differences(kb: KnowledgeBase) -> list[Difference]:
    """Every claim that something is higher or lower in a group than in those it is compared with."""
    return differences_of(said(claim) for claim in kb.claims.values())


def differences_of(every: Iterable[Said]) -> list[Difference]:
    """The differences among what claims say."""
    return [Difference(*found) for _, found in every if found]


def contradictions(kb: KnowledgeBase, standings: Mapping[str, Standing]) -> list[Contradiction]:
    """Pairs of measured differences that run against a chain between their subjects, in one group or in a part of it.

    Where a chain says that more of A makes more of B, a group with less A should not be measured to have more B.
    """
    return contradicting(kb, differences(kb), edges(kb), standings)


def contradicting(
    kb: KnowledgeBase, measured: Iterable[Difference], every: Iterable[Edge], standings: Mapping[str, Standing]
) -> list[Contradiction]:
    """The same, of differences and steps that are known already; the shortest chain that says otherwise."""
    groups: dict[frozenset[str], list[Difference]] = {}
    for difference in measured:
        groups.setdefault(plain(kb, difference.group), []).append(difference)
    near = _nested(kb, groups)
    graph = Graph(every, standings)
    found: list[Contradiction] = []
    for group, members in groups.items():
        others = [each for other in near[group] for each in groups[other]]
        for first in members:
            if first.subject not in graph.following:
                continue
            reached = graph.reached(first.subject)
            for second in others:
                if second.subject == first.subject or second.subject not in reached:
                    continue
                ways = chains(graph, standings, first.subject, second.subject)
                against = next((chain for chain in ways if first.sign * chain.sign != second.sign), None)
                if against:
                    found.append(Contradiction(first, second, against))
    return found


def _nested(kb: KnowledgeBase, groups: Iterable[frozenset[str]]) -> dict[frozenset[str], list[frozenset[str]]]:
    """Each group to those that it lies in or that lie in it, itself first."""
    by_name: dict[str, list[frozenset[str]]] = {}
    near: dict[frozenset[str], list[frozenset[str]]] = {}
    for group in groups:
        near[group] = [group]
        by_name.setdefault(min(group, default=""), []).append(group)
    for inner, others in near.items():
        known = holds(kb, inner)
        for name in sorted(known):
            for outer in by_name.get(name, ()):
                if outer <= known and outer != inner:
                    others.append(outer)
                    near[outer].append(inner)
    return {group: list(dict.fromkeys(others)) for group, others in near.items()}


def opposed(every: Sequence[Edge], standings: Mapping[str, Standing]) -> list[tuple[Chain, Chain]]:
    """Pairs of chains between the same two concepts of which one raises and the other lowers, the shortest of each.

    Chains of at most a few steps, since the sign of a long one says little; and only such as share no concept on the
    way, since the others hold a shorter pair that disagrees.
    """
    graph = Graph(every, standings)
    found: list[tuple[Chain, Chain]] = []
    for start, steps in graph.following.items():
        if len(steps) < 2:
            continue
        for end in _both_ways(graph, start):
            ways = chains(graph, standings, start, end, longest=_SHORT)
            pairs = ((one, other) for one in ways for other in ways if one.sign > 0 > other.sign)
            pair = next((pair for pair in pairs if not _inner(pair[0]) & _inner(pair[1])), None)
            if pair:
                found.append(pair)
    return found


def _both_ways(graph: Graph, start: str) -> list[str]:
    """Concepts that are reached from `start` in a few steps with either sign."""
    met = {(start, 1): 0}
    queue = [(start, 1)]
    for node, sign in queue:
        depth = met[node, sign]
        if depth == _SHORT:
            break
        for edge in graph.following.get(node, ()):
            state = edge.object, sign * edge.sign
            if state not in met and edge.object != start:
                met[state] = depth + 1
                queue.append(state)
    return [node for node, sign in met if sign > 0 and (node, -1) in met]


def _inner(chain: Chain) -> set[str]:
    """The concepts between the ends of a chain."""
    return {edge.object for edge in chain.edges[:-1]}


def reversals(all_edges: Iterable[Edge]) -> list[tuple[Edge, Edge]]:
    """Pairs of steps of which one says that A becomes B and the other, of another claim, that B becomes A."""
    converted: dict[tuple[str, str], list[Edge]] = {}
    for edge in all_edges:
        if edge.relation in {"converted to", "precursor-of"}:
            converted.setdefault((edge.subject, edge.object), []).append(edge)
    return [
        (edge, back)
        for (subject, object_), there in converted.items()
        if subject < object_
        for edge in there
        for back in converted.get((object_, subject), ())
        if edge.claim != back.claim
    ]
