"""The claim base as one immutable value with the links between its nodes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from evidencekb.model.config import Config
from evidencekb.model.links import links
from evidencekb.model.place import Place

if TYPE_CHECKING:
    from evidencekb.model.finding import Problem
    from evidencekb.model.links import Links
    from evidencekb.model.nodes import Claim, Concept, Dispute, Evidence, Node, Source

Key = str | int
Locator = Callable[[str, Sequence[Key]], Place]
"""(path of a file, keys down to a value) to the Place of that value, or of the nearest thing above it."""


def _nowhere(path: str, _keys: Sequence[Key]) -> Place:
    return Place(path)


@dataclass(frozen=True)
class KnowledgeBase:
    """Everything in kb/ and claims/. Invalid nodes are kept (`valid` is False) so that nothing cascades.

    Mappings are ordered by id. Faults that only a parser can see (malformed YAML, an unknown key) wait in `faults`
    under the name of the rule that documents and reports them. `pages` is path to text of the explainers in site/pages.
    """

    root: str = ""
    config: Config = field(default_factory=Config)
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    disputes: Mapping[str, Dispute] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    assets: frozenset[str] = frozenset()  # files of site/assets, relative to it
    snapshots: Mapping[str, str] = field(default_factory=dict)  # source id to the stored text; never in git
    snapshots_given: bool = False  # whether a folder of snapshots was named at all
    faults: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)  # rule name to what the store met
    locate: Locator = field(default=_nowhere, repr=False)

    def place(self, node: Node, *keys: Key) -> Place:
        """Place of a node's value; `keys` lead down from the node: `place(claim, "evidence", 0, "figure")`.

        Where a key is absent, the place of the nearest thing above it.
        """
        index: int | None = getattr(node, "index", None)  # concepts stand in lists
        at: tuple[Key, ...] = () if index is None else (index,)
        return self.locate(node.path, (*at, *keys))

    @cached_property
    def nodes(self) -> Mapping[str, Mapping[str, Any]]:
        """Kind to id to node; an explainer is its text."""
        return {
            "claim": self.claims,
            "source": self.sources,
            "concept": self.concepts,
            "dispute": self.disputes,
            "page": self.pages,
        }

    @cached_property
    def links(self) -> Links:
        """Every link turned round (see `model.links`)."""
        return links(self.nodes)

    def linked(self, link: str, target: str) -> tuple[str, ...]:
        """Ids of the nodes that name `target` by this link, in order."""
        return self.links[link].get(target, ())

    @cached_property
    def evidence_of(self) -> Mapping[str, tuple[tuple[Claim, int, Evidence], ...]]:
        """Source id to every (claim, index, evidence item) that names it."""
        found: dict[str, list[tuple[Claim, int, Evidence]]] = defaultdict(list)
        for claim in self.claims.values():
            for index, item in enumerate(claim.evidence):
                found[item.source].append((claim, index, item))
        return {source: tuple(items) for source, items in found.items()}

    @cached_property
    def disputes_of(self) -> Mapping[str, tuple[Dispute, ...]]:
        """Claim id to the disputes that name it."""
        found: dict[str, list[Dispute]] = defaultdict(list)
        for dispute in self.disputes.values():
            for claim in dict.fromkeys(dispute.claims + dispute.against):
                found[claim].append(dispute)
        return {claim: tuple(items) for claim, items in found.items()}

    @cached_property
    def broader(self) -> Mapping[str, frozenset[str]]:
        """Concept id to every concept it is a kind of, itself included; cycles do no harm."""
        known: dict[str, frozenset[str]] = {}
        for start in self.concepts:
            seen: set[str] = set()
            stack = [start]
            while stack:
                name = stack.pop()
                if name in seen:
                    continue
                seen.add(name)
                concept = self.concepts.get(name)
                stack.extend(concept.broader if concept else ())
            known[start] = frozenset(seen)
        return known
