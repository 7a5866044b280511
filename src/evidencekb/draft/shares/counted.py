"""Counts that are shares of a whole which the sentence tells first: "Of 200 patients on A, 82 had B" is 41%."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences import phrases, predicates
from evidencekb.model.quantity import Kind
from evidencekb.text.words import split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure, Quantity

_OPENING: Final = frozenset({"of", "among", "amongst", "out", "in", "for", "from"})
_FEWEST: Final = 2
_NARROWING: Final = frozenset({"of", "on", "in", "with", "about", "for", "from", "by", "who", "that", "which"})
_NEAR: Final = 5
"""Words before the whole, at most: "Out of a total of 200"."""
_SUPPOSING: Final = english.listed(
    "put take imagine picture suppose scan test treat give ask follow examine screen think consider if when say line "
    "gather look assume invite sit send place get let with"
)
"""Words that open a sentence which has the reader think of so many people: "Put a hundred of them in a scanner"."""
_ROUND: Final = frozenset({10, 20, 50, 100, 200, 500, 1000, 10000, 100000})
_POINTING: Final = english.listed("them these those whom us you")
_EACH: Final = frozenset({"every", "each"})
_PARTING: Final = english.listed(", ; : and \u2014 \u2013 .")


def shares(sentence: Sentence) -> Sentence:
    """The sentence with such counts read as shares of the whole; as it is where it has none."""
    figures = sentence.figures
    first = sentence.words[0].low
    supposing = first in _SUPPOSING and len(figures) == _FEWEST
    if len(figures) < _FEWEST or not (supposing or first in _OPENING):
        return sentence
    if first == "for" and sentence.words[1].low not in {"every", "each", "all"}:
        return sentence
    whole = figures[0]
    if not _is_count(whole.quantity) or sentence.position(whole.start) > _NEAR:
        return sentence
    if not (_is_supposed(sentence, whole) if supposing else _of_people(sentence, whole)):
        return sentence
    total = whole.quantity.value
    sentence = _as_of(sentence, whole) if supposing else _as_a(sentence, whole)
    found = [
        replace(each, quantity=_share(each.quantity, whole.quantity))
        if _is_count(each.quantity)
        and each.quantity.value is not None
        and total
        and each.quantity.value <= total
        and (_acts(sentence, each) or _points_back(sentence, each))
        and not _is_of_fewer(figures, number)
        else each
        for number, each in enumerate(figures[1:], 1)
    ]
    return replace(sentence, figures=[whole, *found])


def _is_count(quantity: Quantity) -> bool:
    return (
        quantity.kind is Kind.COUNT
        and not quantity.unit
        and quantity.numerator is None
        and quantity.value is not None
        and quantity.value >= 1
        and quantity.value % 1 == 0
    )


def _of_people(sentence: Sentence, whole: Figure) -> bool:
    """Whether the whole counts people, or cases of what is counted by."""
    words = sentence.words
    at = sentence.position(whole.end)
    end = phrases.group_end(sentence, at, len(words))
    closed = end < len(words) and words[end].low == ","
    end = next((i for i in range(at, end) if words[i].low in _NARROWING and not sentence.taken[i]), end)
    held = sentence.within(at, end)
    return closed and (
        any(w.low in english.PEOPLE for w in words[at:end])
        or any(sentence.types(m) & {"population", "condition"} for m in held)
    )


def _is_supposed(sentence: Sentence, whole: Figure) -> bool:
    """Whether the whole is a round number of people whom the reader is to think of, and a statement follows."""
    words = sentence.words
    if whole.quantity.value not in _ROUND:
        return False
    at = sentence.position(whole.end)
    last = sentence.position(sentence.figures[1].full_start)
    if all(word.low not in _PARTING for word in words[at:last]):
        return False
    end = phrases.group_end(sentence, at, last)
    return any(w.low in english.PEOPLE | english.PEOPLE_NAMED for w in words[at:end]) or any(
        sentence.types(m) & {"population"} for m in sentence.within(at, end)
    )


def _as_of(sentence: Sentence, whole: Figure) -> Sentence:
    """The sentence in plain words: "Take 100 people with A: 40 have B" as "Of 100 people with A, 40 have B"."""
    words = list(sentence.words)
    if sentence.position(whole.full_start) > 1:
        return sentence
    words[0] = split("Of")[0]
    last = sentence.position(sentence.figures[1].full_start)
    if words[last - 1].low in _PARTING:
        words[last - 1] = split(",")[0]
    return replace(sentence, words=words)


def _as_a(sentence: Sentence, whole: Figure) -> Sentence:
    """The sentence with "of a hundred" for "of every hundred", which is of no one else."""
    at = sentence.position(whole.start)
    if sentence.words[at].low not in _EACH:
        return sentence
    words = list(sentence.words)
    words[at] = split("a")[0]
    return replace(sentence, words=words)


def _points_back(sentence: Sentence, figure: Figure) -> bool:
    """Whether a count is of those spoken of, with what befell them before it: "it shows A in 37 of them"."""
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.end)
    if after + 1 >= len(words) or words[after].low != "of" or words[after + 1].low not in _POINTING:
        return False
    before = [m for m in sentence.mentions if m.last <= at and sentence.types(m) & {"outcome", "condition"}]
    return bool(before) and words[at - 1].low in {"in", "for", "to", "about", "up", "affect", "affects", "with"}


def _is_of_fewer(figures: Sequence[Figure], number: int) -> bool:
    """Whether the percentage behind a count takes an earlier count for the whole: "42 came back and 32 (76%) …"."""
    part = figures[number].quantity.value
    behind = figures[number + 1].quantity if number + 1 < len(figures) else None
    if part is None or behind is None or behind.unit != "%" or behind.value is None:
        return False
    earlier = [f.quantity.value for f in figures[1:number] if _is_count(f.quantity)]
    return any(whole and abs(part * 100 / whole - behind.value) < 1 for whole in earlier)


def _acts(sentence: Sentence, figure: Figure) -> bool:
    """Whether a verb follows a count, none of a survey ("42 were followed"), and then what a claim may be of."""
    words = sentence.words
    at = sentence.position(figure.end)
    if at + 1 < len(words) and words[at].low == "of" and words[at + 1].low in _POINTING:
        at += 2
    while at < len(words) and (words[at].low in english.PEOPLE or predicates.is_adverb(words[at].low)):
        at += 1
    if at < len(words) and sentence.taken[at] and words[at].low.endswith("s"):
        return False  # "5 falls": a noun
    if at >= len(words) or not (phrases.is_verb(sentence, at) or predicates.is_told(sentence, at)):
        return False
    if any(w.low in effect_words.SURVEYING for w in words[at : at + 3]):
        return False
    return any(sentence.types(m) & {"outcome", "condition"} for m in sentence.mentions if m.first >= at)


def _share(part: Quantity, whole: Quantity) -> Quantity:
    """A count as the percentage of its whole."""
    if part.value is None or not whole.value:
        return part
    return replace(
        part,
        kind=Kind.PROPORTION,
        value=part.value * 100 / whole.value,
        unit="%",
        numerator=part.value,
        denominator=whole.value,
    )
