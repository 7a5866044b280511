"""Figures of a sentence that cannot be right beside each other or by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.draft.shares import degrees, parts
from evidencekb.draft.sums import arithmetic, from_to, intervals, salts, wholes

if TYPE_CHECKING:
    from decimal import Decimal

    from evidencekb.draft.sentences.sentence import Sentence


def figures(sentence: Sentence, text: str, leave: Decimal) -> dict[int, str]:
    """Number of a figure to what is wrong with it; `leave` is the tolerance of the claim base, in percentage points."""
    found = from_to.faults(sentence.figures, text) | parts.faults(sentence)
    found |= salts.faults(sentence) | degrees.faults(sentence)
    for number, figure in enumerate(sentence.figures):
        if fault := arithmetic.own_fault(figure.quantity, figure.text, leave):
            found[number] = fault
        if number not in found and (fault := intervals.fault(sentence.figures, number, text)):
            found[number] = fault
        if number not in found and (fault := wholes.fault(sentence.figures, number, text, sentence.start)):
            found[number] = fault
        if number not in found and (equal := arithmetic.equated(sentence.figures, number, text)):
            found[number] = equal
        if number:
            one = sentence.figures[number - 1]
            between = text[one.end : figure.full_start]
            if fault := arithmetic.pair_fault(one, figure, between, leave):
                found[number] = fault
    return found
