"""The claims of a claim base by what a draft may mention."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Quantity
    from evidencekb.reason.standing import Standing


class ClaimsIndex:
    """Claims that a draft can be held against: valid, approved and not retired."""

    def __init__(self, kb: KnowledgeBase, standings: Mapping[str, Standing]) -> None:
        """Sort the claims once."""
        self.kb = kb
        self.standings = standings
        self.universal = frozenset(name for name, concept in kb.concepts.items() if concept.universal)
        self.by_outcome: dict[str, list[Claim]] = defaultdict(list)
        self.by_population: dict[str, list[Claim]] = defaultdict(list)
        self.by_number: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        self.by_key: dict[str, list[Claim]] = defaultdict(list)
        self.qualitative: dict[str, list[Claim]] = defaultdict(list)
        for claim in kb.claims.values():
            if not claim.valid or claim.status != "approved":
                continue
            if claim.kind == "proportion" and claim.figure is not None:
                self.by_outcome[claim.outcome].append(claim)
                for name in claim.population:
                    self.by_population[name].append(claim)
                self.by_number[number_key(claim.figure)].append(claim)
            elif claim.figure is not None:
                for name in keys(claim):
                    self.by_key[name].append(claim)
            for name in frame_concepts(claim):
                self.qualitative[name].append(claim)

    def population(self, claim: Claim) -> frozenset[str]:
        """A claim's population without "everyone"."""
        return frozenset(claim.population) - self.universal

    def passes(self, claim: Claim) -> bool:
        """Whether what agrees with the claim is supported rather than disputed."""
        return self.standings[claim.id].level in {"established", "reported"}


def keys(claim: Claim) -> Iterable[str]:
    """The concepts without which a figure of this claim is not meant."""
    if claim.kind == "threshold":
        return [claim.measure]
    if claim.kind == "amount":
        return [claim.substance]
    if claim.kind == "duration":
        return [name for name in (*claim.given, claim.outcome) if name]
    if claim.kind == "effect":
        return [name for name in (*claim.given, claim.outcome) if name]
    return []


def frame_concepts(claim: Claim) -> frozenset[str]:
    """Every concept of an association or mechanism."""
    names = {claim.subject, claim.object}
    for step in claim.steps:
        names |= {step.subject, step.object, step.product}
    return frozenset(name for name in names if name) if claim.kind in {"association", "mechanism"} else frozenset()


def number_key(figure: Quantity) -> tuple[str, str]:
    """What two figures of one number share, whatever their precision: the number rounded to a whole."""
    number = figure.value if figure.value is not None else figure.low
    return (figure.unit.partition("/")[0], "" if number is None else str(round(number)))
