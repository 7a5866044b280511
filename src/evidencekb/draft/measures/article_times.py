"""Times of one unit, told with an article: "within a fortnight", "after a month", "lasts an hour"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.model.quantity import TELLING, Bound, Figure, Form, Kind, Quantity
from evidencekb.text import units
from evidencekb.text.figures import bounds

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence

_UNITS: Final = english.listed("minute hour day night week fortnight month year decade")
_LEADING: Final = english.listed(
    "within after in inside for take takes took taking last lasts lasted lasting than to under over until needs need"
)
"""Words before an article with which a time is told, and not how often something is."""
_IDLE: Final = english.listed("about around roughly nearly almost some only just approximately barely hardly perhaps")
_NOT_BEHIND: Final = english.listed("old or and ' 's")


def added(sentence: Sentence) -> Sentence:
    """The sentence with such times among its figures; as it is where other figures tell what was found."""
    if sentence.lows.isdisjoint(_UNITS) or sentence.lows.isdisjoint(_LEADING):
        return sentence
    if any(figure.quantity.kind in TELLING for figure in sentence.figures):
        return sentence
    words = sentence.words
    found = [
        _figure(sentence, i)
        for i in range(1, len(words) - 1)
        if words[i].low in {"a", "an"} and words[i + 1].low in _UNITS and _is_told(sentence, i)
    ]
    if not found:
        return sentence
    kept = [f for f in found if not any(f.start < o.full_end and o.full_start < f.end for o in sentence.figures)]
    return replace(sentence, figures=sorted([*sentence.figures, *kept], key=lambda f: f.start))


def is_one(figure: Figure) -> bool:
    """Whether a figure is such a time: nobody need give a source for "after a month" or "a year or two"."""
    said, text = figure.quantity, figure.text
    return said.form is Form.WORDS and text[:2].lower() in {"a ", "an"} and (not said.is_range or " or " in text)


def _is_told(sentence: Sentence, at: int) -> bool:
    """Whether the words around an article and its unit make them a time."""
    words = sentence.words
    if sentence.taken[at] or sentence.taken[at + 1]:
        return False
    if at + 2 < len(words) and words[at + 2].low in _NOT_BEHIND:
        return False
    i = at - 1
    while i > 0 and words[i].low in _IDLE:
        i -= 1
    return words[i].low in _LEADING


def _figure(sentence: Sentence, at: int) -> Figure:
    """The time as a figure."""
    start, end = sentence.starts[at], sentence.end_of(at + 1)
    name = sentence.words[at + 1].low
    own = start - sentence.start
    before = bounds.before(sentence.text, own, duration=True)
    quantity = Quantity(
        Kind.MEASURE,
        Decimal(1),
        unit=units.simple(name) or name,
        bound=before.bound,
        approx=before.approx,
        hedge=before.hedge,
        form=Form.WORDS,
        unit_text=name,
    )
    text = sentence.text[own : end - sentence.start]
    after = bounds.after(sentence.text, end - sentence.start)
    if after is None or quantity.bound is not Bound.EXACT:
        return Figure(start, end, text, quantity, min(before.start + sentence.start, start), end)
    quantity = replace(quantity, bound=after.bound, approx=quantity.approx or after.approx)
    return Figure(start, end, text, quantity, min(before.start + sentence.start, start), sentence.start + after.end)
