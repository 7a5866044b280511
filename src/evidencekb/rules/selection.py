"""Which claims and evidence items a rule looks at: what is broken or retired is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim, Evidence


def live(kb: KnowledgeBase) -> Iterator[Claim]:
    """Claims that are well-formed and not retired, in the order of their ids."""
    return (claim for claim in kb.claims.values() if claim.valid and claim.status != "retired")


def evidence(kb: KnowledgeBase) -> Iterator[tuple[Claim, int, Evidence]]:
    """Each evidence item of the live claims with its claim and its position there."""
    for claim in live(kb):
        for index, item in enumerate(claim.evidence):
            yield claim, index, item
