"""Figures that only tell under what conditions another holds: the dose or the time that its claim's statement names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.model.assertion import Verdict
from evidencekb.model.quantity import Kind
from evidencekb.text import figures
from evidencekb.text.agreement import Agreement, compare

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.matching.match import Match
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure, Quantity


SKIPPED: Final = "figures that make no statement of their own"
"""Why such figures are not judged."""
_PASSING: Final = (Verdict.SUPPORTED, Verdict.DISPUTED)


def apart(
    index: ClaimsIndex, judged: Sequence[tuple[Figure, Match, str]], skipped: Counter[str]
) -> Iterator[tuple[Figure, Match, str]]:
    """The judged figures of a sentence, each with its fault ("" for none), without those; they go into `skipped`."""
    passed = [found.claim for _, found, _ in judged if found.verdict in _PASSING and found.claim is not None]
    for figure, found, fault in judged:
        unsourced = found.verdict is Verdict.UNSOURCED and not fault and figure.quantity.kind is Kind.MEASURE
        if unsourced and any(_names(index, claim, figure.quantity) for claim in passed):
            skipped[SKIPPED] += 1
        else:
            yield figure, found, fault


def _names(index: ClaimsIndex, claim: Claim, quantity: Quantity) -> bool:
    config = index.kb.config
    own = (each.quantity for each in figures.find(claim.statement) if each.quantity.kind is Kind.MEASURE)
    return any(
        compare(quantity, each, tolerance=config.tolerance, about=config.about) is Agreement.EQUAL for each in own
    )
