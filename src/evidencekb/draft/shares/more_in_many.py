"""Differences told in natural frequencies: "16 more in every hundred", "per 1,000 people on A, 12 fewer had B"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.model.quantity import Form, Kind

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

_MANY: Final = {
    "hundred": Decimal(100), "100": Decimal(100), "thousand": Decimal(1000), "1000": Decimal(1000),
    "1,000": Decimal(1000), "10,000": Decimal(10000), "10000": Decimal(10000), "100,000": Decimal(100000),
}  # fmt: skip
_COMPARING: Final = english.listed("more fewer less")
_ADDED: Final = english.listed("extra additional")
_OTHERS: Final = english.listed("another further")
_PREVENTING: Final = english.listed(
    "prevent prevents prevented preventing avert averts averted averting avoid avoids avoided avoiding save saves "
    "saved saving spare spares spared sparing forestall forestalls forestalled"
)
_MARKS: Final = _COMPARING | _ADDED | _OTHERS | _PREVENTING
_LEADS: Final = english.listed("in of per out for among every each from")
_BETWEEN: Final = english.listed("every each a an one of the any")
_UNCOUNTED: Final = english.listed("than minutes hours days weeks months years times points percent kg g mg units % ,")
_FAR: Final = 5
"""Words from "more" to how many it is of, at most."""


def added(sentence: Sentence) -> Sentence:
    """The sentence with such differences read as percentage points; as it is where it has none."""
    lows = sentence.lows
    if lows.isdisjoint(_MARKS) or lows.isdisjoint(_MANY) or not _compares(sentence):
        return sentence
    wholes = _wholes(sentence)
    if not wholes:
        return sentence
    found = [_read(sentence, figure, wholes) for figure in sentence.figures]
    return replace(sentence, figures=found) if found != list(sentence.figures) else sentence


def _compares(sentence: Sentence) -> bool:
    """Whether something is named that may have made a difference, or a comparison is made."""
    if "than" in sentence.lows or "compared" in sentence.lows or "versus" in sentence.lows:
        return True
    return any(sentence.types(m) & {"intervention", "substance", "condition", "exposure"} for m in sentence.mentions)


def _wholes(sentence: Sentence) -> dict[int, Decimal]:
    """Where a round number of people stands that something is told of, and how many they are."""
    words = sentence.words
    found: dict[int, Decimal] = {}
    for i, word in enumerate(words):
        if word.low not in _MANY or not i:
            continue
        j = i - 1
        while j > 0 and words[j].low in _BETWEEN - {"of"}:
            j -= 1
        if words[j].low in _LEADS:
            found[j] = _MANY[word.low]
    return found


def _read(sentence: Sentence, figure: Figure, wholes: dict[int, Decimal]) -> Figure:
    """A count that is such a difference, as percentage points."""
    quantity = figure.quantity
    if quantity.kind is Kind.PROPORTION and quantity.denominator in _MANY.values():
        told = _is_extra(sentence, figure) or _is_prevented(sentence, sentence.position(figure.full_start))
        return _points(figure, quantity.numerator, quantity.denominator) if told else figure
    if quantity.kind is not Kind.COUNT or quantity.unit or quantity.value is None or quantity.numerator is not None:
        return figure
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.end)
    following = words[after].low if after < len(words) else ""
    if words[at].low in _MANY or words[after - 1].low in _MANY:
        return figure
    told = following in _COMPARING | _ADDED or _is_extra(sentence, figure) or _is_prevented(sentence, at)
    if not told or (after + 1 < len(words) and words[after + 1].low in _UNCOUNTED):
        return figure
    begin = after + (following in _COMPARING | _ADDED)
    whole = next((wholes[i] for i in range(begin, min(len(words), begin + _FAR)) if i in wholes), None)
    if whole is None:
        near = [i for i in wholes if i < at] or [i for i in wholes if i >= begin and not _parted(sentence, begin, i)]
        whole = wholes[near[-1]] if near and near[-1] < at else wholes[near[0]] if near else None
    return figure if whole is None or quantity.value > whole else _points(figure, quantity.value, whole)


def _parted(sentence: Sentence, low: int, high: int) -> bool:
    """Whether another statement begins between two places."""
    return any(w.low in {";", ":", "but", "while", "whereas"} for w in sentence.words[low:high])


def _is_extra(sentence: Sentence, figure: Figure) -> bool:
    """Whether "an extra" or the like stands before a count, or "more" is the word behind it."""
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.end)
    before = words[at - 1].low if at else ""
    inner = {word.low for word in words[sentence.position(figure.start) : after]}
    if before in _ADDED or inner & (_COMPARING | _ADDED):
        return True
    return before in _OTHERS and any(w.low in {"than", "compared", "versus"} for w in words[after:])


def _is_prevented(sentence: Sentence, at: int) -> bool:
    """Whether a count is the object of a verb of prevention."""
    words = sentence.words
    i = at - 1
    while i > 0 and words[i].low in {"about", "around", "roughly", "some", "nearly", "up", "to"}:
        i -= 1
    if i < 0 or words[i].low not in _PREVENTING or sentence.taken[i]:
        return False
    return not any(word.low in english.DENIAL for word in words[max(0, i - 3) : i])


def _points(figure: Figure, part: Decimal | None, whole: Decimal | None) -> Figure:
    """The figure as a difference in percentage points."""
    if part is None or not whole:
        return figure
    quantity = replace(
        figure.quantity,
        kind=Kind.POINTS,
        value=part * 100 / whole,
        unit="percentage-points",
        numerator=part,
        denominator=whole,
        form=Form.WORDS,
    )
    return replace(figure, quantity=quantity)
