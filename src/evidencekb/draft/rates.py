"""A measure that is named by what people do: "losing more than 2 kg a month" of a cut-off of the "monthly weight loss".

It is meant where the sentence says what the cut-off means, and that it defines it: "counts as", "is called".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft import english
from evidencekb.model.quantity import Bound, Kind
from evidencekb.text import moving
from evidencekb.text import words as split
from evidencekb.text.families import LIGHT, family
from evidencekb.text.stems import stem
from evidencekb.text.units import convert, dimension

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.draft.claims_index import ClaimsIndex
    from evidencekb.draft.sentence import Sentence
    from evidencekb.draft.surroundings import Around
    from evidencekb.model.quantity import Figure, Quantity

DEFINING: Final = english.listed(
    "count counts counted counting called call calls termed known considered consider regarded regard deemed classed "
    "classified labeled labelled qualify qualifies qualified qualifying defined defines define definition amounts "
    "amount amounting means mean meaning meant constitutes constitute represents represent spells equals described "
    "speak speaks is are"
)
"""Words by which a value is what something begins at."""
_PERIODS: Final = {
    stem(word): period
    for period, words in {
        "h": "hour hours hourly", "day": "day days daily", "week": "week weeks weekly",
        "month": "month months monthly", "year": "year years yearly annual annually",
    }.items()
    for word in words.split()
}  # fmt: skip


def named(index: ClaimsIndex, figure: Figure, sentence: Sentence, around: Around) -> Around:
    """What stands around a figure, with the measure that what people do tells of."""
    quantity = figure.quantity
    if not index.done or quantity.kind is not Kind.MEASURE or quantity.bound is Bound.EXACT:
        return around
    if sentence.lows.isdisjoint(DEFINING) or around.clause & index.done.keys():
        return around
    kin = {word.kin for word in sentence.words}
    ways = {moving.VERBS.get(word.low) for word in sentence.words}
    found = frozenset(
        measure
        for measure, names in index.done.items()
        if index.meanings(measure) & around.sentence and any(name <= kin for name in names)
    )
    if not found or {moving.UP, moving.DOWN} <= ways:
        return around
    return around._replace(clause=around.clause | found, sentence=around.sentence | found)


def measured(index: ClaimsIndex) -> Mapping[str, tuple[frozenset[str], ...]]:
    """The measures of how much of something there is in a time that have a cut-off, with the words of their names."""
    found = {}
    for held in index.by_key.values():
        for claim in held:
            concept = index.kb.concepts.get(claim.measure)
            if claim.kind != "threshold" or not claim.means or concept is None:
                continue
            texts = [split.split(text) for text in (concept.label, *concept.synonyms)]
            if any(word.stem in _PERIODS for text in texts for word in text):
                found[claim.measure] = tuple(name for text in texts if (name := _name(text)))
    return found


def _name(tokens: list[split.Word]) -> frozenset[str]:
    """The families of the words of a name, its time aside."""
    return frozenset(w.kin for w in tokens if w.raw[0].isalpha() and w.stem not in _PERIODS and w.kin not in _IDLE)


_IDLE: Final = LIGHT | {family(stem(word)) for word in ("per", "each", "every", "rate")}


def plain(index: ClaimsIndex, measure: str, quantity: Quantity, unit: str) -> Quantity:
    """A rate without its time, where the measure's name holds that: "2 kg a week" of the "weekly weight loss"."""
    above, _, _ = quantity.unit.rpartition("/")
    periods = {_PERIODS[each] for each in index.name_words(measure) if each in _PERIODS}
    if not above or dimension(above) != dimension(unit) or len(periods) != 1:
        return quantity
    by = f"{above}/{periods.pop()}"
    ends = [None if n is None else convert(n, quantity.unit, by) for n in (quantity.value, quantity.low, quantity.high)]
    if ends == [None, None, None]:
        return quantity
    return replace(quantity, value=ends[0], low=ends[1], high=ends[2], unit=above)
