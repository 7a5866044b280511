"""How much sooner or longer something is done, told by a verb: "did it 9 minutes sooner" of the time to do it.

A claim of the "time to do A" is spoken of where people "do A 9 minutes sooner" or "took 9 minutes longer to do A"; one
of the "duration of A" where they "did A 9 minutes longer" or "were rid of A 9 days sooner".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.measures import phases
from evidencekb.model.quantity import Kind
from evidencekb.text import words as split
from evidencekb.text.families import LIGHT, family
from evidencekb.text.moving import DOWN, OF_AN_AMOUNT, UP
from evidencekb.text.stems import stem
from evidencekb.text.units import dimension

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.measures.surroundings import Around
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

_SOONER: Final = english.listed("sooner faster quicker earlier")
_LATER: Final = english.listed("later slower")
_LONGER: Final = english.listed("longer more")
_SHORTER: Final = english.listed("less shorter fewer")
_QUICKLY: Final = english.listed("quickly rapidly promptly swiftly speedily readily")
_SLOWLY: Final = english.listed("slowly late")
CUES: Final = _SOONER | _LATER | _LONGER | _SHORTER
"""Words behind a time by which something is done sooner, later, longer or less long."""
_TAKING: Final = english.listed("take takes took taken taking need needs needed needing require requires required")
_TIME: Final = english.listed("time latency delay wait interval")
_LENGTH: Final = english.listed("duration length time hours minutes")
_OPENING: Final = english.listed("to until till before")
_IDLE: Final = english.listed("total overall mean average the of a an taken needed it takes required nightly daily")
_BECOMING: Final = frozenset({"fall", "get", "go", "become", "reach", "be", "feel"})
"""Verbs that another may stand for: who falls asleep gets to sleep, or is asleep."""
_OVER: Final = effect_words.ENDED | english.listed(
    "rid free stop stops stopped lose loses lost shed heals healed heal recover recovers recovered finish finishes "
    "finished well better shake shook shaken eased leave leaves left dried dry"
)
"""Words by which something that went on is over."""
_LEAVING: Final = frozenset(family(stem(word)) for word in ("passage", "expulsion", "clearance", "exit", "elimination"))
"""Nouns for what is meant where something "came out" or "left"."""
_LEFT: Final = english.listed("pass passes passed left leave leaves expel expels expelled clear clears cleared emerged")
_OUT: Final = english.listed("came come comes coming were was is are")
_FAR: Final = 9
_NEAR: Final = 5


class Timed(NamedTuple):
    """A measure of a time: of how long something takes, or of how long it goes on; and what that is, in families."""

    measure: str
    waits: bool
    done: frozenset[str]


def measured(index: ClaimsIndex) -> tuple[Timed, ...]:
    """The measures of a time that effects are told of."""
    timed = {
        claim.outcome
        for held in index.by_key.values()
        for claim in held
        if claim.kind == "effect" and claim.figure is not None and dimension(claim.figure.unit) == "time"
    }
    found: dict[Timed, None] = {}
    for name in sorted(timed):
        concept = index.kb.concepts.get(name)
        for text in (concept.label, *concept.synonyms) if concept is not None else ():
            found.update((Timed(name, waits, done), None) for waits, done in _read(text) if done)
    return tuple(found)


def _read(text: str) -> list[tuple[bool, frozenset[str]]]:
    """What a name says is done, and whether it is the time until it is done."""
    tokens = [word for word in split.split(text) if word.raw[0].isalnum()]
    lows = [word.low for word in tokens]
    opening = next((i for i, low in enumerate(lows) if i and low in _OPENING), -1)
    waits = opening > 0 and not _TIME.isdisjoint(lows[:opening])
    if not waits and (_LENGTH.isdisjoint(lows) or opening > 0):
        return []
    rest = tokens[opening + 1 :] if waits else [word for word in tokens if word.low not in _LENGTH]
    done = frozenset(w.kin for w in rest if w.low not in _IDLE and w.kin not in LIGHT)
    return [(waits, (done - _BECOMING) or done)]


def told(index: ClaimsIndex, figure: Figure, sentence: Sentence) -> tuple[str, str] | None:
    """The measure that a time is a change of, and the way it went; None where no such change is told."""
    quantity = figure.quantity
    adding = not sentence.lows.isdisjoint(OF_AN_AMOUNT)
    if (sentence.lows.isdisjoint(CUES) and not adding) or not (
        dimension(quantity.unit) == "time" or quantity.kind is Kind.PROPORTION
    ):
        return None
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    behind = words[after].low if after < len(words) else ""
    then = words[after + 1].low if after + 1 < len(words) else ""
    if adding and behind in {"of", "to"} and words[at - 1].low in OF_AN_AMOUNT:
        done = {word.kin for word in words[after + 1 : after + 1 + _NEAR]}
        added = (timed.measure for timed in index.hastened if not timed.waits and timed.done <= done)
        return next(((measure, OF_AN_AMOUNT[words[at - 1].low]) for measure in added), None)
    if behind not in CUES:
        return _told_before(index, figure, sentence, at)
    near = range(max(0, at - _FAR), min(len(words), after + _FAR))
    kin = {words[i].kin: i for i in near}
    if any(words[i].low in _LEFT or (words[i].low == "out" and words[i - 1].low in _OUT) for i in near if i):
        kin = {**dict.fromkeys(_LEAVING, at - 1), **kin}
    over = any(words[i].low in _OVER for i in near if not after <= i < after + 1)
    taking = any(words[i].low in _TAKING for i in range(max(0, at - _FAR), at))
    for timed in index.hastened:
        if not timed.done <= kin.keys():
            continue
        if way := _way(behind, then, waits=timed.waits or over, taking=taking):
            last = max(kin[each] for each in timed.done)
            if timed.waits or (over and last < at) or -_NEAR <= last - at < 0 or last == after + 1:
                return timed.measure, way
    return None


def _told_before(index: ClaimsIndex, figure: Figure, sentence: Sentence, at: int) -> tuple[str, str] | None:
    """What is told right before of the time in "3 days sooner (difference 3.2 days)"."""
    opening = next((i for i in range(at - 1, max(-1, at - _NEAR), -1) if sentence.words[i].low == "("), -1)
    if opening < 0 or "difference" not in {word.low for word in sentence.words[opening:at]}:
        return None
    place = next(i for i, each in enumerate(sentence.figures) if each is figure)
    if not place or dimension(sentence.figures[place - 1].quantity.unit) != dimension(figure.quantity.unit):
        return None
    return told(index, sentence.figures[place - 1], sentence)


def _way(behind: str, then: str, *, waits: bool, taking: bool) -> str:
    """Whether the time became longer or shorter; "" where the words do not tell."""
    if not waits:
        return "" if then in _QUICKLY | _SLOWLY else UP if behind in _LONGER else DOWN if behind in _SHORTER else ""
    if behind in _SOONER or (behind == "more" and then in _QUICKLY) or (behind == "less" and then in _SLOWLY):
        return DOWN
    if behind in _LATER or (behind == "more" and then in _SLOWLY) or (behind == "less" and then in _QUICKLY):
        return UP
    return "" if not taking else UP if behind in _LONGER else DOWN


def named(index: ClaimsIndex, figure: Figure, sentence: Sentence, around: Around) -> Around:
    """What stands around a time, with the measure that it is a change of."""
    found = told(index, figure, sentence)
    if found is None:
        return around
    measure = frozenset({found[0]})
    other = {c for c in around.clause if index.kb.concepts[c].type == "measure"} - measure
    return around._replace(
        clause=(around.clause - other) | measure, sentence=around.sentence | measure, phase=phases.Phase()
    )
