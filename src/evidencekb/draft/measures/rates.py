"""A measure that goes unnamed, where what its cut-off means is named.

It is told by what people do, "losing more than 2 kg a month counts as A" of the "monthly weight loss", or goes without
saying in an aside, "A (below 50 nmol/L)".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import english
from evidencekb.model.quantity import Bound, Kind
from evidencekb.text import moving
from evidencekb.text import words as split
from evidencekb.text.families import LIGHT, family
from evidencekb.text.stems import stem
from evidencekb.text.units import convert, dimension

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.measures.surroundings import Around
    from evidencekb.draft.sentences.sentence import Sentence
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
    if not index.done.meant or quantity.kind is not Kind.MEASURE or quantity.bound is Bound.EXACT:
        return around
    if index.done.measures & around.clause:
        return around
    found = _in_an_aside(index, figure, sentence) or _by_deeds(index, sentence, around)
    return around._replace(clause=around.clause | found, sentence=around.sentence | found) if found else around


def _by_deeds(index: ClaimsIndex, sentence: Sentence, around: Around) -> frozenset[str]:
    """The measures whose name the sentence tells in other forms of its words, with what their cut-off defines."""
    if not index.done.names or sentence.lows.isdisjoint(DEFINING):
        return frozenset()
    kin = {word.kin for word in sentence.words}
    found = frozenset(
        measure
        for measure, names in index.done.names.items()
        if index.meanings(measure) & around.sentence and any(name <= kin for name in names)
    )
    ways = {moving.VERBS.get(word.low) for word in sentence.words} if found else set()
    return frozenset() if {moving.UP, moving.DOWN} <= ways else found


def _in_an_aside(index: ClaimsIndex, figure: Figure, sentence: Sentence) -> frozenset[str]:
    """The one measure by which what stands before a bound in brackets is defined in its dimension."""
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    if not at or words[at - 1].low != "(" or after >= len(words) or words[after].low not in {")", ",", ";"}:
        return frozenset()
    before = next((m for m in sentence.mentions if m.last == at - 1), None)
    kind = dimension(figure.quantity.unit).removesuffix("-per-time")
    found = {measure for c in (before.concepts if before else ()) for measure in index.done.meant.get((c, kind), ())}
    return frozenset(found) if len(found) == 1 else frozenset()


class Done(NamedTuple):
    """The measures that may go unnamed."""

    names: Mapping[str, tuple[frozenset[str], ...]]  # those of how much of something is done in a time
    meant: Mapping[tuple[str, str], frozenset[str]]  # by what their cut-off means and its dimension
    measures: frozenset[str]


def measured(index: ClaimsIndex) -> Done:
    """Find the measures whose cut-offs mean something."""
    names: dict[str, tuple[frozenset[str], ...]] = {}
    meant: dict[tuple[str, str], frozenset[str]] = {}
    for held in index.by_key.values():
        for claim in held:
            figure, concept = claim.figure, index.kb.concepts.get(claim.measure)
            if claim.kind != "threshold" or not claim.means or figure is None or concept is None:
                continue
            key = (claim.means, dimension(figure.unit).removesuffix("-per-time"))
            meant[key] = meant.get(key, frozenset()) | {claim.measure}
            texts = [split.split(text) for text in (concept.label, *concept.synonyms)]
            if any(word.stem in _PERIODS for text in texts for word in text):
                names[claim.measure] = tuple(name for text in texts if (name := _name(text)))
    return Done(names, meant, frozenset().union(*meant.values()))


def _name(tokens: Sequence[split.Word]) -> frozenset[str]:
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
