"""How long something has gone on, told by a verb: "once A has lasted six weeks", of a cut-off of "duration of A"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft import effect_words, english, hastened
from evidencekb.model.quantity import Bound
from evidencekb.text import words as split
from evidencekb.text.units import dimension

if TYPE_CHECKING:
    from evidencekb.draft.claims_index import ClaimsIndex
    from evidencekb.draft.sentence import Sentence
    from evidencekb.draft.surroundings import Around
    from evidencekb.model.quantity import Figure, Quantity

_LENGTH: Final = english.listed("duration length time period persistence")
_LIGHT: Final = english.listed("of the a an in for total overall how long")
_GOING_ON: Final = effect_words.LASTING | english.listed(
    "go goes going gone went drag drags dragged dragging linger lingers lingered lingering stay stays stayed present "
    "endured bothered troubled for beyond past longer suffer suffers suffered suffering settle settles settled "
    "settling resolve resolves resolved clear clears cleared subside subsides subsided stretch stretches stretched "
    "span spans exceed exceeds"
)
_PARTICULAR: Final = (
    effect_words.SURVEYING | effect_words.UNDERTAKINGS | english.listed("her his she he my i our was were took minutes")
)
"""Words by which a time is somebody's, or a study's."""
_SETTLING: Final = effect_words.ENDED | english.listed(
    "improve improves improved ease eases eased go goes better heal heals healed recover recovers recovered respond "
    "responds responded"
)
_NEAR: Final = 8


def named(index: ClaimsIndex, figure: Figure, sentence: Sentence, around: Around) -> Around:
    """What stands around a time, with the measures among it of which a verb tells."""
    around = hastened.named(index, figure, sentence, around)
    if not index.lengths or dimension(figure.quantity.unit) != "time" or _is_other(sentence, figure):
        return around
    found = frozenset(
        measure
        for measure, subjects in index.lengths.items()
        if any(subject <= sentence.stems for subject in subjects)
        and any(wanted & index.up(name) for wanted in (index.meanings(measure),) for name in around.sentence)
    )
    if not found:
        return around
    return around._replace(clause=around.clause | found, sentence=around.sentence | found)


def _is_other(sentence: Sentence, figure: Figure) -> bool:
    """Whether no word tells of going on, or the time is of one case."""
    if not sentence.lows.isdisjoint(_PARTICULAR):
        return True
    if not sentence.lows.isdisjoint(_GOING_ON):
        return False
    after = sentence.position(figure.end)
    return after >= len(sentence.words) or sentence.words[after].low != "of"  # "after six weeks of A"


def bounded(quantity: Quantity, figure: Figure, sentence: Sentence) -> Quantity:
    """A time within which something does not end is one beyond which it goes on: "has not settled within six weeks"."""
    if quantity.bound is not Bound.AT_MOST or dimension(quantity.unit) != "time":
        return quantity
    at = sentence.position(figure.full_start)
    before = [word.low for word in sentence.words[max(0, at - _NEAR) : at + 1]]
    ends = next((i for i, low in enumerate(before) if low in _SETTLING), -1)
    denied = ends > 0 and any(low in english.NEGATION or low.endswith("n't") for low in before[:ends])
    return replace(quantity, bound=Bound.ABOVE) if denied else quantity


def measured(index: ClaimsIndex) -> dict[str, tuple[frozenset[str], ...]]:
    """The measures of how long something goes on that have a cut-off, with what that is, in stems."""
    timed = {
        claim.measure
        for held in index.by_key.values()
        for claim in held
        if claim.kind == "threshold" and claim.figure is not None and dimension(claim.figure.unit) == "time"
    }
    concepts = [index.kb.concepts[name] for name in sorted(timed) if name in index.kb.concepts]
    return {c.id: found for c in concepts if (found := _subjects((c.label, *c.synonyms)))}


def _subjects(names: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """Of what the names of a measure say how long it goes on: of "duration of A", A."""
    found = []
    for name in names:
        tokens = [word for word in split.split(name) if word.raw[0].isalnum()]
        if any(word.low in _LENGTH for word in tokens):
            rest = frozenset(word.stem for word in tokens if word.low not in _LENGTH | _LIGHT)
            if rest:
                found.append(rest)
    return tuple(found)
