"""By what a reader may narrow a search: type of page, standing, kind, topic and tier of every page to find."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from evidencekb.model.nodes import RANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim
    from evidencekb.model.standing import Standing

NAMES: Final = ("type", "standing", "kind", "topic", "tier")
"""The facets, in the order in which the search page shows them."""


@dataclass(frozen=True, slots=True)
class Facets:
    """The values of one page, a tuple a facet; empty where the facet does not apply."""

    type: tuple[str, ...]
    standing: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    tier: tuple[str, ...] = ()

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every (facet, value)."""
        for name in NAMES:
            for value in getattr(self, name):
                yield name, value


def of_claim(kb: KnowledgeBase, standings: Mapping[str, Standing], claim: Claim) -> Facets:
    """A claim; its tiers are those of the sources that support it."""
    tiers = {s.tier for i in claim.evidence if i.stance == "supports" and (s := kb.sources.get(i.source)) and s.tier}
    return Facets(
        ("claim",), (standings[claim.id].level,), (claim.kind,) if claim.kind else (), (topic(claim),), _ranked(tiers)
    )


def of_source(kb: KnowledgeBase, name: str) -> Facets:
    """A source; its topics are those of the claims that it bears on."""
    source = kb.sources[name]
    topics = {topic(claim) for claim, _, _ in kb.evidence_of.get(name, ())}
    return Facets(
        ("source",),
        kind=(source.type,) if source.type else (),
        topic=tuple(sorted(topics)),
        tier=_ranked({source.tier} - {""}),
    )


def of_dispute(kb: KnowledgeBase, name: str) -> Facets:
    """A dispute, with the topics of its claims."""
    topics = {topic(claim) for each in kb.disputes[name].claims if (claim := kb.claims.get(each))}
    return Facets(("dispute",), topic=tuple(sorted(topics)))


def of_concept(kb: KnowledgeBase, name: str) -> Facets:
    """A concept."""
    found = kb.concepts[name]
    return Facets(("concept",), kind=(found.type,) if found.type else ())


def folder(claim: Claim) -> str:
    """The folder that a claim lies in; "" for one that lies in none."""
    parts = claim.path.split("/")
    return parts[1] if len(parts) > 2 else ""


def of(kb: KnowledgeBase, standings: Mapping[str, Standing], kind: str, name: str) -> Facets:
    """Facets of the page of any node."""
    if kind == "claim":
        return of_claim(kb, standings, kb.claims[name])
    if kind == "page":
        return Facets(("explainer",))
    return {"source": of_source, "concept": of_concept, "dispute": of_dispute}[kind](kb, name)


def topic(claim: Claim) -> str:
    """The same in words."""
    return folder(claim).replace("-", " ")


def _ranked(tiers: Iterable[str]) -> tuple[str, ...]:
    """Tiers with the weightiest first."""
    return tuple(sorted(tiers, key=lambda tier: (-RANK[tier], tier)))
