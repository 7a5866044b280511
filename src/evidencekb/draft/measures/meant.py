"""The quantity that a figure stands for, where other words than its own tell of it: how often, beyond what, to what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.measures import changes, lengths
from evidencekb.draft.sentences import rhythm
from evidencekb.draft.sums import salts
from evidencekb.model.assertion import Verdict
from evidencekb.model.quantity import Bound, Kind
from evidencekb.text import moving
from evidencekb.text.units import dimension

if TYPE_CHECKING:
    from evidencekb.draft.matching.match import Match
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure, Quantity

_IDLE: Final = english.listed("about around roughly some only just nearly almost as little")
_HUNDRED: Final = 100
_NEAR: Final = 12
"""Characters between a dose and how often it is taken, at most, but for the name of what is taken."""
_BY_BODY: Final = ("/kg", "/m2")
"""What a dose is reckoned by, for a body of any size."""


def read(figure: Figure, sentence: Sentence, clause: tuple[int, int]) -> Quantity:
    """The quantity that is told."""
    if figure.quantity.kind is Kind.PROPORTION:
        return _fallen(figure, sentence, clause)
    quantity = _bounded(_daily(figure, sentence, clause), figure, sentence)
    return lengths.bounded(quantity, figure, sentence)


def is_left(figure: Figure, sentence: Sentence, clause: tuple[int, int]) -> bool:
    """Whether a share is what is left of something after a fall: "cut A to 53%"."""
    return figure.quantity.kind is Kind.PROPORTION and _fallen(figure, sentence, clause) is not figure.quantity


def of_what_is_left(figure: Figure, found: Match | None) -> Match | None:
    """A match of the fall with a claim, where it is right, or takes the claim's fall for what is left."""
    if found is None or found.claim is None or found.claim.figure is None or found.claim.kind != "effect":
        return None
    same = changes.same_number(figure.quantity, found.claim.figure)
    return found if same or found.verdict in {Verdict.SUPPORTED, Verdict.DISPUTED} else None


def _fallen(figure: Figure, sentence: Sentence, clause: tuple[int, int]) -> Quantity:
    """The fall by which something is left at a share of what it was: "cut A to 53%" is a fall by 47%."""
    quantity = figure.quantity
    words = sentence.words
    i = sentence.position(figure.full_start) - 1
    while i > 0 and words[i].low in _IDLE:
        i -= 1
    if i < 1 or words[i].low != "to" or quantity.value is None or quantity.value >= _HUNDRED:
        return quantity
    before = range(max(clause[0], 0), i)
    falls = any(moving.VERBS.get(words[j].low) == moving.DOWN and not sentence.taken[j] for j in before)
    if not falls or any(words[j].low == "from" for j in before) or "from" in {w.low for w in words[i : i + 6]}:
        return quantity
    return replace(quantity, value=_HUNDRED - quantity.value)


def _daily(figure: Figure, sentence: Sentence, clause: tuple[int, int]) -> Quantity:
    """The dose a day or a week where other words tell how often: "325 mg three times a day", "a weekly 7-mg pill"."""
    quantity = figure.quantity
    by_body = quantity.unit.endswith(_BY_BODY)
    if quantity.value is None or ("/" in quantity.unit and not by_body):
        return quantity
    if not dimension(quantity.unit).startswith("mass"):
        return quantity
    for other in sentence.figures:
        if other.quantity.unit in {"times", "times/day"} and _follows(sentence, figure, other):
            times = other.quantity.value
            if times is not None and times > 1:
                return replace(quantity, value=quantity.value * times)
    period = rhythm.told(sentence, figure, clause) or _shared(figure, sentence)
    return replace(quantity, unit=f"{quantity.unit}/{period}") if period else quantity


def _shared(figure: Figure, sentence: Sentence) -> str:
    """The period that the last of several doses tells of all: "are 10 mg and 5 mg a week, respectively"."""
    if "respectively" not in sentence.lows:
        return ""
    later = [f for f in sentence.figures if f.start > figure.end]
    between = sentence.words[sentence.position(figure.end) : sentence.position(later[-1].start)] if later else ()
    joined = all(w.low in {"and", ","} or not w.raw.isalpha() for w in between)
    unit, _, period = later[-1].quantity.unit.rpartition("/") if later else ("", "", "")
    return period if joined and dimension(unit) == dimension(figure.quantity.unit) else ""


def _follows(sentence: Sentence, figure: Figure, other: Figure) -> bool:
    """Whether how often a dose is taken stands behind it, its name at most between: "20 mg of A twice a day"."""
    if 0 <= other.start - figure.end <= _NEAR:
        return True
    between = range(sentence.position(figure.end), sentence.position(other.start))
    named = (sentence.taken[i] or sentence.words[i].low == "of" for i in between)
    return other.start > figure.end and bool(between) and all(named)


def _bounded(quantity: Quantity, figure: Figure, sentence: Sentence) -> Quantity:
    """The bound of a salt goes with what it contains: "below 6 g of A (2.4 g of B)"."""
    at = sentence.position(figure.start)
    if not at or sentence.words[at - 1].low != "(" or quantity.bound is not Bound.EXACT:
        return quantity
    earlier = [f for f in sentence.figures if f.end <= figure.start]
    if earlier and salts.related(sentence, earlier[-1], figure):
        return replace(quantity, bound=earlier[-1].quantity.bound)
    return quantity
