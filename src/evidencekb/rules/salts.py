"""Doses of a salt and of the active moiety that it contains."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim, Evidence
    from evidencekb.model.quantity import Quantity


def share(kb: KnowledgeBase, salt: str, moiety: str) -> Decimal | None:
    """How much of the moiety a salt holds, in percent of its mass; None where it holds none that is known."""
    concept = kb.concepts.get(salt)
    return concept.contains.get(moiety) if concept else None


def related(kb: KnowledgeBase, one: str, other: str) -> bool:
    """Whether one of the two substances contains the other."""
    return share(kb, one, other) is not None or share(kb, other, one) is not None


def as_moiety(kb: KnowledgeBase, claim: Claim, item: Evidence) -> Quantity | None:
    """An item's dose of a salt as an amount of the claim's substance; None where it is no dose of a salt of it."""
    percent = share(kb, item.substance, claim.substance) if item.substance else None
    figure = item.figure
    if percent is None or figure is None:
        return None

    def part(number: Decimal | None) -> Decimal | None:
        return None if number is None else number * percent / 100

    return replace(figure, value=part(figure.value), low=part(figure.low), high=part(figure.high), approx=True)
