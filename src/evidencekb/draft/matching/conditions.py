"""Figures that only tell under what conditions another holds: the dose or the time that its claim's statement names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from evidencekb.model.assertion import PASSING, Verdict
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

Judged = tuple["Figure", "Match", str]
"""A figure, what was found on it, and the draft's own fault in it ("" for none)."""


def may_be_all(judged: Sequence[Judged]) -> bool:
    """Whether a sentence may state no figure: all of its figures are measures that no claim states."""
    return all(_is_open(each) for each in judged)


def apart(
    index: ClaimsIndex, judged: Sequence[Judged], stated: Sequence[Claim], skipped: Counter[str]
) -> Iterator[Judged]:
    """The judged figures of a sentence without those, which go into `skipped`; `stated` are claims without a figure."""
    spoken_of = [
        found.claim for _, found, _ in judged if found.verdict is not Verdict.UNSOURCED and found.claim is not None
    ]
    agreed = [found.claim for _, found, _ in judged if found.verdict in PASSING and found.claim is not None]
    for each in judged:
        meant = (*spoken_of, *stated) if _is_open(each) else agreed if _may_be_aside(each) else ()
        if any(_names(index, claim, each[0].quantity) for claim in meant):
            skipped[SKIPPED] += 1
        else:
            yield each


def _is_open(judged: Judged) -> bool:
    return judged[1].verdict is Verdict.UNSOURCED and _may_be_aside(judged)


def _may_be_aside(judged: Judged) -> bool:
    """Whether a figure is a measure that does not itself agree with a claim, and no fault of the draft's own."""
    figure, found, fault = judged
    return found.verdict not in PASSING and not fault and figure.quantity.kind is Kind.MEASURE


def _names(index: ClaimsIndex, claim: Claim, quantity: Quantity) -> bool:
    config = index.kb.config
    same = partial(compare, quantity, tolerance=config.tolerance, about=config.about)
    if claim.figure is not None and same(claim.figure) is Agreement.EQUAL:
        return False  # what the claim states is no condition of it: said again, it is said of another thing
    own = (each.quantity for each in figures.find(claim.statement) if each.quantity.kind is Kind.MEASURE)
    return any(same(each) is Agreement.EQUAL for each in own)
