"""A mass of a salt and of what it contains in one sentence: "325 mg of A provides 65 mg of B"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.model.quantity import Bound
from evidencekb.text.units import convert, dimension

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

_JOINING: Final = english.listed(
    "contain contains containing hold holds holding provide provides providing supply supplies supplying deliver "
    "delivers yield yields equals equal equivalent = ("
)
_NEAR: Final = 3
_FEWEST: Final = 2
_OTHER_FORMS: Final = english.listed("dried anhydrous monohydrate dihydrate hydrate hydrated")
_LEAVE: Final = Decimal("0.15")
"""Part of the share by which two masses may miss it: labels round."""


def faults(sentence: Sentence) -> dict[int, str]:
    """Number of the later of two figures that are not the shares of each other that their substances are, and why."""
    figures = sentence.figures
    if len(figures) < _FEWEST or sentence.lows.isdisjoint(_JOINING) or not sentence.lows.isdisjoint(_OTHER_FORMS):
        return {}
    found: dict[int, str] = {}
    for number in range(1, len(figures)):
        fault = _fault(sentence, figures[number - 1], figures[number])
        if fault:
            found[number] = fault
    return found


def related(sentence: Sentence, one: Figure, other: Figure) -> bool:
    """Whether two figures are masses of a substance and of what it contains."""
    if dimension(_mass(one.quantity.unit)) != "mass" or dimension(_mass(other.quantity.unit)) != "mass":
        return False
    concepts = sentence.concepts
    first, second = _substance(sentence, one, before=True), _substance(sentence, other, before=False)
    return any(
        (a in concepts and b in concepts[a].contains) or (b in concepts and a in concepts[b].contains)
        for a in first
        for b in second
    )


def _fault(sentence: Sentence, one: Figure, other: Figure) -> str:
    """Why two masses cannot be of one amount of a salt; "" where they can, or where that is not told."""
    a, b = one.quantity, other.quantity
    if a.value is None or b.value is None or dimension(_mass(a.unit)) != "mass" or dimension(_mass(b.unit)) != "mass":
        return ""
    if a.bound is not Bound.EXACT or b.bound is not Bound.EXACT or not a.value or not b.value:
        return ""
    begin, end = sentence.position(one.full_end), sentence.position(other.full_start)
    between = {word.low for word in sentence.words[begin:end]}
    if not between & _JOINING or not between.isdisjoint({";", "and", "or", "not"}):
        return ""
    first, second = _substance(sentence, one, before=True), _substance(sentence, other, before=False)
    concepts = sentence.concepts
    for holder in sorted(first):
        for held in sorted(second):
            if holder in concepts and (share := concepts[holder].contains.get(held)):
                return _held(concepts[holder].label, _label(sentence, held), one, other, share)
            if held in concepts and (share := concepts[held].contains.get(holder)):
                return _held(concepts[held].label, _label(sentence, holder), other, one, share)
    return ""


def _held(name: str, inside: str, whole: Figure, part: Figure, share: Decimal) -> str:
    """Compare the part with what the whole holds of it."""
    all_of, some = whole.quantity, part.quantity
    if all_of.value is None or some.value is None:
        return ""
    changed = convert(all_of.value, _mass(all_of.unit), _mass(some.unit))
    if changed is None:
        return ""
    exact = changed * share / 100
    leave = max(exact * _LEAVE, Decimal(5).scaleb(-some.decimals - 1))
    if abs(exact - some.value) <= leave:
        return ""
    most = f"{round(exact, 1).normalize():f} {_mass(some.unit)}"
    return f"{whole.text} of {name} holds {most} of {inside} ({share:f}%), not {part.text}"


def _label(sentence: Sentence, name: str) -> str:
    """What a concept is called."""
    return sentence.concepts[name].label if name in sentence.concepts else name


def _mass(unit: str) -> str:
    """The unit without how often it is taken."""
    return unit.partition("/")[0]


def _substance(sentence: Sentence, figure: Figure, *, before: bool) -> frozenset[str]:
    """What a mass is of: the name right behind it, or else, for the first, the one right before it."""
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    for mention in sentence.mentions:
        if after <= mention.first <= after + _NEAR and sentence.figured.isdisjoint(range(after, mention.first)):
            gap = {word.low for word in sentence.words[after : mention.first]}
            if gap <= {"of", "a", "day", "per", "/", "daily"}:
                return frozenset(mention.concepts)
    if before:
        for mention in reversed(sentence.mentions):
            if mention.last <= at <= mention.last + _NEAR:
                return frozenset(mention.concepts)
    return frozenset()
