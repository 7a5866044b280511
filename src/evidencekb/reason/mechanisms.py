"""The causal steps of all claims as one signed graph: chains, their sign, and what is measured against them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from evidencekb.model.standing import ORDER

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
        difference = claim.subject, claim.population or (claim.object,), _DIFFERENCES[claim.relation], claim.id
    return tuple(found), difference


def edges(kb: KnowledgeBase) -> list[Edge]:
    """Every causal step of every claim that is not retired, in the order of the claims."""
    return edges_of(said(claim) for claim in kb.claims.values())


def edges_of(every: Iterable[Said]) -> list[Edge]:
    """The steps among what claims say, each once; none leads from a concept to itself."""
    found = (Edge(*fields) for steps, _ in every for fields in steps)
    return list(dict.fromkeys(edge for edge in found if edge.subject != edge.object))


class Graph:
    """The edges by where they begin and where they end; built once for many questions."""

    def __init__(self, all_edges: Iterable[Edge]) -> None:
        """Keep the order of the edges."""
        self.following: dict[str, list[Edge]] = {}
        self.leading: dict[str, list[str]] = {}
        for edge in all_edges:
            self.following.setdefault(edge.subject, []).append(edge)
            self.leading.setdefault(edge.object, []).append(edge.subject)

    def reached(self, start: str) -> dict[str, int]:
        """Every concept that a chain from `start` reaches, with the fewest steps."""
        steps = {start: 0}
        queue = [start]
        for node in queue:
            if steps[node] < _LONGEST:
                for edge in self.following.get(node, ()):
                    if edge.object not in steps:
                        steps[edge.object] = steps[node] + 1
                        queue.append(edge.object)
        return steps

    def distances(self, end: str) -> dict[str, int]:
        """Steps that each concept is from the end: what cannot reach it in time is never entered."""
        distance = {end: 0}
        queue = [end]
        for node in queue:
            for before in self.leading.get(node, ()):
                if before not in distance:
                    distance[before] = distance[node] + 1
                    queue.append(before)
        return distance


def chains(graph: Graph, standings: Mapping[str, Standing], start: str, end: str, limit: int = 100) -> list[Chain]:
    """Chains without repetition from one concept to another, shortest first, at most `limit`."""
    distance = graph.distances(end)
    found: list[Chain] = []
    for length in range(distance.get(start, _LONGEST + 1), _LONGEST + 1):
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
        fresh = (edge for edge in reversed(following.get(node, ())) if edge.object not in seen | {start})
        stack.extend((edge.object, (*path, edge)) for edge in fresh)


def joined(path: tuple[Edge, ...], standings: Mapping[str, Standing]) -> Chain:
    """Steps as one chain, with its sign and its weakest step."""
    sign = 1
    for edge in path:
        sign *= edge.sign
    weakest = max(path, key=lambda edge: ORDER.index(standings[edge.claim].level))
    return Chain(path, sign, weakest, standings[weakest.claim].level)


def differences(kb: KnowledgeBase) -> list[Difference]:
    """Every claim that something is higher or lower in a group than in those it is compared with."""
    return differences_of(said(claim) for claim in kb.claims.values())


def differences_of(every: Iterable[Said]) -> list[Difference]:
    """The differences among what claims say."""
    return [Difference(*found) for _, found in every if found]


def contradictions(kb: KnowledgeBase, standings: Mapping[str, Standing]) -> list[Contradiction]:
    """Pairs of measured differences in one group that run against a chain between their subjects.

    Where a chain says that more of A makes more of B, a group with less A should not be measured to have more B.
    """
    return contradicting(differences(kb), edges(kb), standings)


def contradicting(
    measured: Iterable[Difference], every: Iterable[Edge], standings: Mapping[str, Standing]
) -> list[Contradiction]:
    """The same, of differences and steps that are known already."""
    groups: dict[tuple[str, ...], list[Difference]] = {}
    for difference in measured:
        groups.setdefault(tuple(sorted(difference.group)), []).append(difference)
    graph = Graph(every)
    found: list[Contradiction] = []
    for members in groups.values():
        for first in members:
            if first.subject not in graph.following:
                continue
            reached = graph.reached(first.subject)
            for second in members:
                if second.subject == first.subject or second.subject not in reached:
                    continue
                shortest = chains(graph, standings, first.subject, second.subject, limit=1)
                found += [Contradiction(first, second, c) for c in shortest if first.sign * c.sign != second.sign]
    return found


def reversals(all_edges: Sequence[Edge]) -> list[tuple[Edge, Edge]]:
    """Pairs of claims of which one says that A is converted to B and the other that B is converted to A."""
    converted = {(e.subject, e.object): e for e in all_edges if e.relation in {"converted to", "precursor-of"}}
    return [
        (edge, converted[object_, subject])
        for (subject, object_), edge in converted.items()
        if subject < object_ and (object_, subject) in converted
    ]
