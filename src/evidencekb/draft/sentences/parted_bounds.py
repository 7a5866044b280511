"""Bounds that stand apart from their figure, behind what it is of: "10 mg of A a day or more", "20 mg of A at most"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.model.quantity import Bound, Form, Kind
from evidencekb.text.figures import bounds

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

_CUES: Final = english.listed("more less fewer most least max maximum minimum tops greater higher lower")
_OPENING: Final = english.listed("or and at but max maximum minimum tops")
_KINDS: Final = frozenset({Kind.MEASURE, Kind.PROPORTION})
_BETWEEN: Final = english.listed(
    "of a an the per every each day days daily night nightly week weekly month monthly hour hourly dose once twice "
    "in total altogether / people patients adults children women men those them with on who taking "
    "using given after for"
)
"""Words that may stand between a figure and its bound, besides names."""
_NOT_BEHIND: Final = english.listed("than often once twice a an some half all part most many much every each")
"""Words that make a bound that of another thing: "fall at least once a year"."""
_RATES: Final = frozenset({("a", "day"), ("a", "week"), ("every", "day"), ("each", "day")})
_RHYTHMS: Final = frozenset({"daily", "nightly", "weekly", "monthly"})
_REACH: Final = 9


def added(sentence: Sentence) -> Sentence:
    """The sentence with such bounds at their figures; as it is where it has none."""
    if sentence.lows.isdisjoint(_CUES):
        return sentence
    figures = [_bounded(sentence, figure) for figure in sentence.figures]
    return (
        sentence
        if all(a is b for a, b in zip(figures, sentence.figures, strict=True))
        else replace(sentence, figures=figures)
    )


def _bounded(sentence: Sentence, figure: Figure) -> Figure:
    """A figure with the bound that stands behind what it is of."""
    quantity = figure.quantity
    if quantity.kind not in _KINDS or quantity.bound is not Bound.EXACT or quantity.value is None:
        return figure
    if quantity.form is Form.FRACTION or quantity.ci is not None:
        return figure
    words = sentence.words
    after = sentence.position(figure.full_end)
    for i in range(after, min(len(words), after + _REACH)):
        low = words[i].low
        if low in _OPENING and i > after and (found := _bound(sentence, i)) is not None:
            return replace(figure, quantity=replace(quantity, bound=found))
        if i in sentence.figured or not (sentence.taken[i] or low in _BETWEEN):
            return figure
    return figure


def _bound(sentence: Sentence, at: int) -> Bound | None:
    """The bound that begins with the word at a position, where it is none of what comes behind."""
    offset = sentence.starts[at] - sentence.start
    text = sentence.text
    if sentence.words[at].low == "but":  # "but no more", "but not more"
        following = [word.low for word in sentence.words[at + 1 : at + 3]]
        return Bound.AT_MOST if following in (["no", "more"], ["not", "more"]) and _ends(sentence, at + 3) else None
    trailing = bounds.after(f" {text[offset : offset + 40]}", 0)
    if trailing is None or trailing.bound is Bound.EXACT:
        return None
    return trailing.bound if _ends(sentence, sentence.position(offset + sentence.start + trailing.end - 1)) else None


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether nothing follows a bound that would make it another's: a figure, "than", an adjective."""
    words = sentence.words
    if at >= len(words) or not words[at].raw[0].isalnum():
        return True
    if tuple(word.low for word in words[at : at + 2]) in _RATES:
        return True
    return at not in sentence.figured and words[at].low in (english.CLOSED | _RHYTHMS) - _NOT_BEHIND
