"""Outcomes that are measured at a time ("A at 12 weeks"), told by the thing measured and a time beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from evidencekb.text import figures
from evidencekb.text.patterns import pattern
from evidencekb.text.units import convert, dimension

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.quantity import Figure

_UNITS: Final = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years"})
_NUMBERED: Final = pattern(r"\b(day|week|month|year)s? (\d{1,3})\b", re.IGNORECASE)
"""Times counted by their number: "week 12"."""


def outcomes(kb: KnowledgeBase) -> dict[str, tuple[frozenset[str], frozenset[Decimal]]]:
    """The outcomes whose label tells a time: what is measured, and the time in days."""
    found = {}
    for name, concept in kb.concepts.items():
        if concept.broader and concept.type in {"measure", "outcome"}:
            own = days(concept.label, figures.find(concept.label))
            if own:
                found[name] = (frozenset(concept.broader), own)
    return found


def told(sentence: Sentence, clause: tuple[int, int] | None = None) -> frozenset[Decimal]:
    """The times that a sentence tells, or some words of it, in days."""
    if sentence.lows.isdisjoint(_UNITS):
        return frozenset()
    if clause is None:
        return days(sentence.text, sentence.figures)
    first, last = clause
    inside = [f for f in sentence.figures if first <= sentence.position(f.start) < last]
    return days(sentence.text[sentence.starts[first] : sentence.end_of(last - 1)], inside)


def days(text: str, own: Sequence[Figure]) -> frozenset[Decimal]:
    """The times of a text in days."""
    found = {
        convert(f.quantity.value, f.quantity.unit, "day")
        for f in own
        if f.quantity.value is not None and dimension(f.quantity.unit) == "time"
    }
    for unit, number in _NUMBERED.findall(text):
        for figure in figures.find(f"{number} {unit.lower()}s"):
            if figure.quantity.value is not None:
                found.add(convert(figure.quantity.value, figure.quantity.unit, "day"))
    return frozenset(each for each in found if each is not None)
