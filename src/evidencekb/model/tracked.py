"""A claim base that notes what is read of it."""

from __future__ import annotations

from collections.abc import Iterator, KeysView, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any

from evidencekb.model.kb import KnowledgeBase
from evidencekb.model.tracking import Noted, Reads

if TYPE_CHECKING:
    from evidencekb.model.links import Links
    from evidencekb.model.nodes import Claim, Dispute, Evidence

Item = tuple["Claim", int, "Evidence"]


@dataclass(frozen=True)
class TrackedBase(KnowledgeBase):
    """The same claim base; each node and each link that is read is noted in `reads`.

    What is noted: "claim ID" (source, concept, dispute and page likewise), and "LINK TARGET" for a link.
    """

    reads: Reads = field(default_factory=Reads)
    turned: Links = field(default_factory=dict)

    @cached_property
    def names(self) -> Mapping[str, KeysView[str]]:
        """Kind to the ids of its nodes; reading these is not noted."""
        return {kind: dict.fromkeys(nodes.held).keys() for kind, nodes in self.nodes.items()}  # type: ignore[attr-defined]

    @cached_property
    def links(self) -> Links:
        """Every link turned round, noting which targets are asked for."""
        return {link: Noted(held, link, self.reads) for link, held in self.turned.items()}

    @cached_property
    def evidence_of(self) -> Mapping[str, tuple[Item, ...]]:
        """As in KnowledgeBase, worked out for each source when it is asked for."""
        return _Evidence(self)

    @cached_property
    def disputes_of(self) -> Mapping[str, tuple[Dispute, ...]]:
        """As in KnowledgeBase, worked out for each claim when it is asked for."""
        return _Disputes(self)

    @cached_property
    def broader(self) -> Mapping[str, frozenset[str]]:
        """As in KnowledgeBase, worked out for each concept when it is asked for."""
        return _Broader(self)


def tracked(kb: KnowledgeBase, turned: Links, reads: Reads) -> TrackedBase:
    """Give `kb` with every read noted; `turned` are its links (see `model.links`)."""
    values = {each.name: getattr(kb, each.name) for each in fields(KnowledgeBase)}
    for kind, nodes in kb.nodes.items():
        values[f"{kind}s"] = Noted(nodes, kind, reads)
    return TrackedBase(**values, reads=reads, turned=turned)


@dataclass(frozen=True, slots=True)
class _Evidence(Mapping[str, tuple[Item, ...]]):
    _kb: TrackedBase
    _made: dict[str, tuple[tuple[Item, ...], set[str]]] = field(default_factory=dict)  # and what was read for it

    def __getitem__(self, source: str) -> tuple[Item, ...]:
        kb = self._kb
        names = kb.links["evidence"][source]
        if source not in self._made:
            claims = [kb.claims[name] for name in names]
            every = [(claim, at, item) for claim in claims for at, item in enumerate(claim.evidence)]
            found = tuple([each for each in every if each[2].source == source])
            self._made[source] = found, {f"claim {name}" for name in names}
        found, read = self._made[source]
        kb.reads.seen |= read
        return found

    def __contains__(self, source: object) -> bool:
        return source in self._kb.links["evidence"]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kb.links["evidence"])

    def __len__(self) -> int:
        return len(self._kb.links["evidence"])


@dataclass(frozen=True, slots=True)
class _Disputes(Mapping[str, tuple["Dispute", ...]]):
    _kb: TrackedBase

    def __getitem__(self, claim: str) -> tuple[Dispute, ...]:
        return tuple([self._kb.disputes[name] for name in self._kb.links["dispute"][claim]])

    def get(self, claim: str, default: Any = None) -> Any:  # noqa: ANN401 - as in Mapping
        names = self._kb.links["dispute"].get(claim)  # most have none: no error is raised and caught
        return default if names is None else self[claim]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kb.links["dispute"])

    def __len__(self) -> int:
        return len(self._kb.links["dispute"])


@dataclass(frozen=True, slots=True)
class _Broader(Mapping[str, frozenset[str]]):
    _kb: TrackedBase

    def __getitem__(self, concept: str) -> frozenset[str]:
        seen: set[str] = set()
        stack = [concept]
        if concept not in self._kb.concepts:
            raise KeyError(concept)
        while stack:
            name = stack.pop()
            if name not in seen:
                seen.add(name)
                found = self._kb.concepts.get(name)
                stack.extend(found.broader if found else ())
        return frozenset(seen)

    def __iter__(self) -> Iterator[str]:
        return iter(self._kb.concepts)

    def __len__(self) -> int:
        return len(self._kb.concepts)
