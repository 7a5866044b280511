"""A measure that only defines the people or the complaint it stands behind: "small A (less than 5 mm)"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences import figure_clauses
from evidencekb.draft.sentences.groups import GROUPS
from evidencekb.model.quantity import Kind
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

_OPENING: Final = frozenset({",", "(", "\u2013", "\u2014", "["})
_DEFINING: Final = english.listed(
    "meaning that is i.e i.e. ie namely defined as one ones those of with a an less more under over below above than "
    "at least most up to smaller larger bigger shorter longer lower higher measuring between who have or which are any "
    "size diameter length weight some about within"
)
_SAYING: Final = english.listed("meaning i.e i.e. ie namely defined that one ones those")
_CLOSING: Final = frozenset({",", ")", "]", "\u2013", "\u2014"})
_REACH: Final = 8
"""Words behind a figure among which its definition ends."""
_NUMBER: Final = pattern(r"\d+(?:\.\d+)?")


def clauses(sentence: Sentence, figures: Sequence[Figure]) -> list[tuple[int, int]]:
    """For each figure the words of its clause; one that only defines does not part the clause around it."""
    found = figure_clauses.clauses(sentence, figures)
    if len(figures) > 1:
        rest = [each for each in figures if _defined(sentence, each) is None]
        if len(rest) < len(figures):
            apart = figure_clauses.clauses(sentence, rest)
            wide = {each.start: clause for each, clause in zip(rest, apart, strict=True)}
            return [wide.get(each.start, clause) for each, clause in zip(figures, found, strict=True)]
    return found


def defines(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure only defines what it stands behind; not where a name of that gives another number."""
    named = _defined(sentence, figure)
    if named is None:
        return False
    spelt = [t for c in named.concepts for t in (sentence.concepts[c].label, *sentence.concepts[c].synonyms)]
    numbers = {number for text in spelt for number in _NUMBER.findall(text)}
    return not numbers or not numbers.isdisjoint(_NUMBER.findall(figure.text))


def _defined(sentence: Sentence, figure: Figure) -> Mention | None:
    """The complaint or people between which and a measure behind it nothing but words of defining stands."""
    if figure.quantity.kind is not Kind.MEASURE:
        return None
    words = sentence.words
    at = sentence.position(figure.full_start)
    begin = at
    while begin and not sentence.taken[begin - 1]:
        low = words[begin - 1].low
        if low not in _DEFINING and not (low == "," and begin > 1 and words[begin - 2].low in _SAYING | {"is"}):
            break
        begin -= 1
    if not begin or words[begin - 1].low not in _OPENING:
        return None
    if words[begin - 1].low == "," and _SAYING.isdisjoint(word.low for word in words[begin:at]):
        return None
    after = sentence.position(figure.end)
    if not any(word.low in _CLOSING for word in words[after : after + _REACH]):
        return None
    return next((m for m in sentence.mentions if m.last == begin - 1 and sentence.types(m) <= GROUPS), None)
