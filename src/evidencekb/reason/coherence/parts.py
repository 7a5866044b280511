"""Splits proportions into parts that are decided apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from evidencekb.reason.coherence.problem import Logic, Proportion


class _Union:
    """Sets of names that are joined one pair at a time."""

    def __init__(self) -> None:
        """Every name starts alone."""
        self._parent: dict[str, str] = {}

    def root(self, name: str) -> str:
        """The name that stands for the set."""
        parent = self._parent
        while parent.setdefault(name, name) != name:
            parent[name] = name = parent[parent[name]]
        return name

    def join(self, names: Iterable[str]) -> None:
        """Make one set of all."""
        first, *rest = sorted(names) or [""]
        for other in rest:
            self._parent[self.root(other)] = self.root(first)


def components(proportions: Sequence[Proportion], logic: Logic) -> Iterator[tuple[Proportion, ...]]:
    """Split into parts that are coherent together exactly when each is by itself.

    Parts share no concept, not even through what one implies or excludes, but for *contexts*: concepts such as
    "adults" that only narrow groups, where every group keeps a concept of its own. Measures of such parts add up: on
    the worlds of one part the groups of the others are empty. A part that speaks of everyone does not add up so, and
    is joined with those that share its contexts. That a context alone has people is no part: where nothing is said of
    everyone, such people can always be added.
    """
    named = {atom for p in proportions for atom in p.outcome | p.given}
    ties = _logical(named, logic)
    anyone = any(not p.given for p in proportions)
    contexts = _contexts([p for p in proportions if anyone or not p.outcome <= p.given], ties)
    proportions = [p for p in proportions if (p.outcome | p.given) - contexts]
    joined = _Union()
    for cluster in ties:
        joined.join(cluster - contexts)
    for p in proportions:
        joined.join((p.outcome | p.given) - contexts)
    everyone = {joined.root(min(p.outcome - contexts)) for p in proportions if not p.given and p.outcome - contexts}
    using: dict[str, set[str]] = {}
    cluster_of = {atom: min(cluster) for cluster in ties for atom in cluster}
    for p in proportions:
        for atom in (p.outcome | p.given) & contexts:
            using.setdefault(cluster_of.get(atom, atom), set()).add(joined.root(min((p.outcome | p.given) - contexts)))
    for _, parts in sorted(using.items()):
        if parts & everyone:
            joined.join(parts)
    groups: dict[str, list[Proportion]] = {}
    for p in sorted(proportions, key=lambda p: p.name):
        groups.setdefault(joined.root(min((p.outcome | p.given) - contexts)), []).append(p)
    for _, group in sorted(groups.items()):
        yield from _loosened(group, ties)


def _loosened(part: Sequence[Proportion], ties: Sequence[frozenset[str]]) -> Iterator[tuple[Proportion, ...]]:
    """Split a part where all that joins is *hubs*: what only one hub ties to the rest is decided by itself.

    A hub is a concept B that is no outcome, is tied to no other by logic, and of which no assumption speaks alone. Two
    measures that have only B in common become one: scaled so that both have as many people with B, of whom each
    measure describes one side (what it says of the other side is independent of that), with their people without B put
    next to each other. A measure whose members do not speak of B, or assume something of B with more, can be given
    people who have B and nothing else. This would change shares of everyone, so where a part speaks of these, it stays
    whole.
    """
    if any(not p.given for p in part):
        yield tuple(part)
        return
    named = {atom for p in part for atom in p.outcome | p.given}
    hubs = named - {atom for p in part for atom in p.outcome - p.given}
    hubs -= {atom for cluster in ties if len(cluster & named) > 1 for atom in cluster}
    hubs -= {atom for p in part if not p.peopled and len(p.given) == 1 for atom in p.given}
    joined = _Union()
    for cluster in ties:
        joined.join(cluster - hubs)
    for p in part:
        joined.join((p.outcome | p.given) - hubs)
    touched: dict[str, set[str]] = {}
    for p in part:
        atoms = p.outcome | p.given
        touched.setdefault(joined.root(min(atoms - hubs, default="")), set()).update(atoms & hubs)
    groups: dict[str, list[Proportion]] = {}
    for p in part:
        island = joined.root(min((p.outcome | p.given) - hubs, default=""))
        groups.setdefault(island if len(touched[island]) < 2 else "", []).append(p)
    yield from (tuple(group) for _, group in sorted(groups.items()))


def _logical(named: Iterable[str], logic: Logic) -> list[frozenset[str]]:
    """The concepts that logic ties to each other, at any remove; those that nothing ties are left out."""
    joined = _Union()
    seen: set[str] = set()
    stack = sorted(named)
    while stack:
        atom = stack.pop()
        if atom not in seen:
            seen.add(atom)
            for implied in sorted(logic.implies.get(atom, ())):
                joined.join((atom, implied))
                stack.append(implied)
    for pair in logic.excludes:
        if pair <= seen:
            joined.join(pair)
    clusters: dict[str, set[str]] = {}
    for atom in sorted(seen):
        clusters.setdefault(joined.root(atom), set()).add(atom)
    return [frozenset(cluster) for cluster in clusters.values() if len(cluster) > 1]


def _contexts(proportions: Sequence[Proportion], ties: Sequence[frozenset[str]]) -> frozenset[str]:
    """Concepts that are no outcome, tied to no outcome, and leave every group a concept of its own.

    The most used come first: they are what would join parts that have nothing to do with each other.
    """
    outcomes = {atom for p in proportions for atom in p.outcome - p.given}
    uses: Counter[str] = Counter(atom for p in proportions for atom in p.given)
    whole = {atom: cluster for cluster in ties for atom in cluster}
    groups: dict[str, list[frozenset[str]]] = {}
    for p in proportions:
        for atom in p.given:
            groups.setdefault(atom, []).append(p.given)
    found: set[str] = set()
    for atom, count in sorted(uses.items(), key=lambda each: (-each[1], each[0])):
        cluster = whole.get(atom, frozenset({atom}))
        if count < 2 or atom in found or cluster & outcomes:
            continue
        given = {group for member in cluster for group in groups.get(member, ())}
        if all(group - found - cluster for group in given):
            found |= cluster
    return frozenset(found)
