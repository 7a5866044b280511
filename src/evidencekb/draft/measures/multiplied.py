"""Multiples told by a verb: "doubles the odds of A", "the risk of A is quadrupled", "halved the risk of A"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.model.quantity import TELLING, Bound, Figure, Form, Kind, Quantity
from evidencekb.text.figures import bounds

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence

_STEMS: Final = {"doubl": "2", "tripl": "3", "trebl": "3", "quadrupl": "4", "quintupl": "5", "halv": "0.5"}
_VERBS: Final = {stem + ending: Decimal(value) for stem, value in _STEMS.items() for ending in ("e", "es", "ed", "ing")}
VERBS: Final = frozenset(_VERBS)
"""The verbs, in all their forms."""
_HOW_LIKELY: Final = english.listed(
    "odds risk risks chance chances likelihood probability hazard hazards incidence rate rates"
)
_BETWEEN: Final = english.listed("the a an their his her its your one 's person people patients relative absolute")
_BY: Final = english.AUXILIARY | english.listed("more than almost nearly roughly about over even")
_NEAR: Final = 4
_FAR: Final = 9
_FEWEST: Final = 2
_LEAVE: Final = Decimal("0.2")
"""By which part of the claim's number a multiple in words may differ from it."""


def added(sentence: Sentence) -> Sentence:
    """The sentence with such a multiple among its figures; as it is where another figure tells how much."""
    if sentence.lows.isdisjoint(VERBS) or len(sentence.mentions) < _FEWEST:
        return sentence
    if sentence.lows.isdisjoint(_HOW_LIKELY) or any(f.quantity.kind in TELLING for f in sentence.figures):
        return sentence
    found = [
        _figure(sentence, i) for i, word in enumerate(sentence.words) if word.low in _VERBS and _tells(sentence, i)
    ]
    if len(found) != 1:
        return sentence
    return replace(sentence, figures=sorted([*sentence.figures, *found], key=lambda f: f.start))


def is_one(figure: Figure) -> bool:
    """Whether a figure is such a multiple."""
    return figure.quantity.kind is Kind.FOLD and figure.text.lower() in _VERBS


def agrees(said: Quantity, held: Quantity) -> bool | None:
    """Whether a multiple in words is near enough to a claim's ratio; None for other figures."""
    if said.kind is not Kind.FOLD or said.form is not Form.WORDS or said.value is None or held.value is None:
        return None
    one, other = said.value, held.value
    if one < 1 or one % 1:
        return None
    if said.bound in {Bound.ABOVE, Bound.AT_LEAST}:
        return one <= other < one + 1
    if said.bound in {Bound.BELOW, Bound.AT_MOST}:
        return one - 1 < other <= one
    return None if abs(one - other) <= abs(other) * _LEAVE else False


def _tells(sentence: Sentence, at: int) -> bool:
    """Whether a verb has the odds or the risk of something as its object or its subject."""
    words = sentence.words
    if sentence.taken[at] or any(
        word.low in english.DENIAL | {"may", "to", "if"} for word in words[max(0, at - 3) : at]
    ):
        return False
    i = at + 1
    if words[at].low.endswith("ing") and i < len(words) and words[i].low == "of":
        i += 1  # "a doubling of the risk"
    while i < min(len(words), at + _NEAR) and words[i].low in _BETWEEN:
        i += 1
    if i < len(words) and words[i].low in _HOW_LIKELY:
        return True
    i = at - 1
    while i > 0 and words[i].low in _BY:
        i -= 1
    return any(
        words[j].low in _HOW_LIKELY and words[j + 1].low in {"of", "for", "to"} for j in range(max(0, i - _FAR), i + 1)
    )


def _figure(sentence: Sentence, at: int) -> Figure:
    """The verb as a figure."""
    start, end = sentence.starts[at], sentence.end_of(at)
    own = start - sentence.start
    before = bounds.before(sentence.text, own)
    value = _VERBS[sentence.words[at].low]
    quantity = Quantity(
        Kind.FOLD,
        value,
        bound=before.bound,
        approx=before.approx,
        hedge=before.hedge,
        form=Form.WORDS,
        decimals=0 if value >= 1 else 1,
    )
    return Figure(start, end, sentence.words[at].raw, quantity, before.start + sentence.start, end)
