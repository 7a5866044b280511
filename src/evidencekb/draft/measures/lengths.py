"""How long something has gone on or how wide it is, told by a verb or an adjective, of a measure with a cut-off.

"Once A has lasted six weeks" is of the "duration of A", "A of 3 cm or more" and "A wider than 3 cm" of its "diameter";
"B is started within two days of A" and "once A is there, B begins within two days" are of the "time since A".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.measures import hastened, rates
from evidencekb.model.quantity import Bound
from evidencekb.text import words as split
from evidencekb.text.units import dimension

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.measures.surroundings import Around
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure, Quantity

_LENGTH: Final = english.listed("duration length time period persistence")
_SIZE: Final = english.listed("size diameter width thickness height depth breadth extent girth circumference length")
_SIZED: Final = _SIZE | english.listed(
    "across wide wider thick thicker big bigger large larger small smaller long longer deep deeper tall taller broad "
    "broader measure measures measuring exceed exceeds exceeding size sized reach reaches reaching grow grows grown"
)
_JOINING: Final = _SIZED | english.CLOSED | english.FINITE
"""Words between what is measured and its size."""
_WORDS: Final = {"time": _LENGTH, "length": _SIZE}
"""How the names of a measure tell that it is of a time, or of a size."""
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
SINCE: Final = "since"
"""The key of the measures of a time from something on, beside the dimensions."""
_FROM: Final = english.listed("since from after following")
_HAPPENING: Final = english.listed(
    "onset start beginning begin began appearance appear appeared first emergence occurrence occurred outbreak hours "
    "days weeks months years passed elapsed last"
)
"""Words of a name that tell no more than that something came about."""
_BEHIND: Final = _FROM | english.listed("of")
_FRONTED: Final = _FROM | english.listed("once when as")
_BEGUN: Final = english.listed(
    "start starts started starting begin begins began begun beginning give gives given giving initiate initiated "
    "initiates initiating initiation commence commences commenced commencing take taken taking prescribe prescribed "
    "prescribing administer administered administering offer offered offering treat treated treating introduce "
    "introduced receive received receiving need needs needed needing use used using due window must should apply "
    "applied put in order done perform performed operate operated"
) - {"in", "order", "put"}  # fmt: skip
"""Words by which something is done from a time on, or until it is over."""
_WAITING: Final = english.listed("wait waits waited waiting until till")
_NEAR: Final = 8
_NAME: Final = 2
"""Words of the name of what is measured, at most."""
_SHORT: Final = 3
"""Letters of a word that may be the end of another by chance."""


def named(index: ClaimsIndex, figure: Figure, sentence: Sentence, around: Around) -> Around:
    """What stands around a time, with the measures among it of which a verb tells."""
    around = rates.named(index, figure, sentence, hastened.named(index, figure, sentence, around))
    kind = dimension(figure.quantity.unit)
    told: list[str] = []
    if kind == "time" and (since := index.lengths.get(SINCE)) and _is_begun(sentence):
        behind = _begun_from(sentence, figure)
        told = [measure for measure, events in since.items() if any(event <= behind for event in events)]
    measures = index.lengths.get(kind)
    if measures and not (_is_other if kind == "time" else _is_of_one)(sentence, figure):
        spelt = sentence.stems.union(*(index.name_words(name) for m in sentence.mentions for name in m.concepts))
        told += [
            measure
            for measure, subjects in measures.items()
            if any(
                (subject <= spelt) if kind == "time" else _is_sized(sentence, figure, subject) for subject in subjects
            )
        ]
    found = frozenset(
        measure for measure in told if any(index.meanings(measure) & index.up(name) for name in around.sentence)
    )
    if not found:
        return around
    return around._replace(clause=around.clause | found, sentence=around.sentence | found)


def _is_begun(sentence: Sentence) -> bool:
    """Whether it is told when something is to be done, in general, and not when it may be at the earliest."""
    lows = sentence.lows
    return not lows.isdisjoint(_BEGUN) and lows.isdisjoint(_PARTICULAR - {"minutes"}) and lows.isdisjoint(_WAITING)


def _begun_from(sentence: Sentence, figure: Figure) -> frozenset[str]:
    """The stems of what a time is counted from: "within two days of A", "once A is there, within two days"."""
    words = sentence.words
    after = sentence.position(figure.full_end)
    if after < len(words) and words[after].low in _BEHIND:
        pointed = after + 1 < len(words) and words[after + 1].low in english.POINTING | {"its", "their"}
        return frozenset(word.stem for word in words[0 if pointed else after + 1 : after + 1 + _NEAR])
    if words[0].low not in _FRONTED:
        return frozenset()
    end = next((i for i, word in enumerate(words) if word.low == ","), 0)
    return frozenset(word.stem for word in words[:end])


def _is_other(sentence: Sentence, figure: Figure) -> bool:
    """Whether no word tells of going on, or the time is of one case."""
    bounded = figure.quantity.bound is not Bound.EXACT
    if not sentence.lows.isdisjoint(_PARTICULAR - {"minutes"} if bounded else _PARTICULAR):
        return True
    at = sentence.position(figure.full_start)
    of_some = bounded and at > 1 and sentence.words[at - 1].low == "of" and sentence.taken[at - 2]
    if of_some or not sentence.lows.isdisjoint(_GOING_ON):
        return False
    after = sentence.position(figure.end)
    return after >= len(sentence.words) or sentence.words[after].low != "of"  # "after six weeks of A"


def _is_of_one(sentence: Sentence, figure: Figure) -> bool:
    """Whether a size is of one case, or neither a bound nor a word of size makes it a limit."""
    if not sentence.lows.isdisjoint(_PARTICULAR):
        return True
    return figure.quantity.bound is Bound.EXACT and sentence.lows.isdisjoint(_SIZED)


def _is_sized(sentence: Sentence, figure: Figure, subject: frozenset[str]) -> bool:
    """Whether a size stands right behind or before what is measured, or a sort of it that is spelt as one word."""
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    begin = at
    while begin and at - begin < _NEAR and (words[begin - 1].low in _JOINING and not sentence.taken[begin - 1]):
        begin -= 1
    before = [words[i].stem for i in range(max(0, begin - _NAME), begin)]
    behind = [words[i].stem for i in range(after, min(len(words), after + _NAME))]
    return any(all(any(_is_sort(each, stem) for each in near) for stem in subject) for near in (before, behind))


def _is_sort(spelt: str, stem: str) -> bool:
    """Whether a word is another, or a compound that ends with it."""
    return spelt == stem or (len(stem) > _SHORT and spelt.endswith(stem))


def bounded(quantity: Quantity, figure: Figure, sentence: Sentence) -> Quantity:
    """A time within which something does not end is one beyond which it goes on: "has not settled within six weeks"."""
    if quantity.bound is not Bound.AT_MOST or dimension(quantity.unit) != "time":
        return quantity
    at = sentence.position(figure.full_start)
    before = [word.low for word in sentence.words[max(0, at - _NEAR) : at + 1]]
    ends = next((i for i, low in enumerate(before) if low in _SETTLING), -1)
    denied = ends > 0 and any(low in english.NEGATION or low.endswith("n't") for low in before[:ends])
    return replace(quantity, bound=Bound.ABOVE) if denied else quantity


def measured(index: ClaimsIndex) -> dict[str, dict[str, tuple[frozenset[str], ...]]]:
    """By dimension the measures of a time or a size that have a cut-off, with what is measured, in stems."""
    found: dict[str, dict[str, tuple[frozenset[str], ...]]] = {}
    for held in index.by_key.values():
        for claim in held:
            kind = dimension(claim.figure.unit) if claim.kind == "threshold" and claim.figure is not None else ""
            concept = index.kb.concepts.get(claim.measure)
            if kind not in _WORDS or concept is None:
                continue
            names = (concept.label, *concept.synonyms)
            if kind == "time" and (events := _events(names)):
                found.setdefault(SINCE, {})[claim.measure] = events
            elif subjects := _subjects(names, _WORDS[kind]):
                found.setdefault(kind, {})[claim.measure] = subjects
    return found


def _events(names: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """What the names of a measure say a time is counted from: of "time since onset of A", A."""
    found = []
    for name in names:
        tokens = [word for word in split.split(name) if word.raw[0].isalnum()]
        at = next((i for i, word in enumerate(tokens) if i and word.low in _FROM), 0)
        rest = frozenset(w.stem for w in tokens[at + 1 :] if w.low not in _HAPPENING | _LIGHT) if at else frozenset()
        if rest:
            found.append(rest)
    return tuple(found)


def _subjects(names: tuple[str, ...], telling: frozenset[str]) -> tuple[frozenset[str], ...]:
    """Of what the names of a measure say how long or wide it is: of "duration of A", A."""
    found = []
    for name in names:
        tokens = [word for word in split.split(name) if word.raw[0].isalnum()]
        if any(word.low in telling for word in tokens):
            rest = frozenset(word.stem for word in tokens if word.low not in telling | _LIGHT)
            if rest:
                found.append(rest)
    return tuple(found)
