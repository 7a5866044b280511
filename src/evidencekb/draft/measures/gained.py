"""Whether a time is by how much something that was given changed what it names: "A cut the time to B by 9 minutes".

What was changed need be no concept; what changed it must be a treatment, which the clause begins with. Hours at which
something is taken, and appointments that are moved, are no such times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.measures import changes
from evidencekb.draft.sentences import predicates
from evidencekb.model.quantity import Kind
from evidencekb.text import moving
from evidencekb.text.units import dimension

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure, Quantity

_CHANGING: Final = (
    moving.VERBS.keys()
    | effect_words.ALTERING
    | english.listed("hasten hastens hastened delay delays delayed speed speeds sped")
)
_ADDING: Final = moving.OF_AN_AMOUNT.keys() | english.listed(
    "gain gains gained win wins won buy buys bought lose loses lost cost costs"
)
_BEHIND: Final = english.listed("sooner faster earlier later longer shorter less more")
_IDLE: Final = english.listed(
    "about around roughly some nearly almost an a as much many another further only just up to at least on average "
    "over approximately extra additional well"
)
_OFF: Final = english.listed("take takes took taken shave shaves shaved knock knocks knocked cut cuts")
_GIVEN_WITH: Final = frozenset({"with", "on", "after", "under"})
_AUXILIARY: Final = english.listed(
    "has have had may might can could will would did does do also the at per a day daily mg treatment therapy "
    "tablets pills doses dose infusions infusion"
)
_BEING: Final = english.listed("is are was were be been being")
_OCCASIONS: Final = english.listed(
    "visit visits appointment appointments session sessions schedule journey trip commute meeting breakfast lunch "
    "dinner meal meals test tests scan trial study follow-up deadline shift course regimen treatment therapy infusion "
    "dose dosing interval"
)
_SCHEDULING: Final = english.listed(
    "take taken taking give given giving swallow swallowed should must wait eat eaten drink drunk start started "
    "scheduled schedule plan planned"
)
_FAR: Final = 14
_NEAR: Final = 6


def is_one(sentence: Sentence, figure: Figure, clause: tuple[int, int]) -> bool:
    """Whether a time tells by how much a treatment changed something."""
    quantity = figure.quantity
    if quantity.kind is not Kind.MEASURE or dimension(quantity.unit) != "time" or figure.start < sentence.start:
        return False
    words = sentence.words
    low, high = clause
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    i = at - 1
    while i > low and words[i].low in _IDLE:
        i -= 1
    if i <= low:
        return False
    behind = words[after].low if after < high else ""
    if words[i].low == "by":
        verb = next((j for j in range(max(low + 1, i - _FAR), i) if _changes(sentence, j)), -1)
        changed = range(verb + 1, i)
    elif (words[i].low in _ADDING and behind in {"of", "to"}) or (words[i].low in _OFF and behind == "off"):
        verb, changed = i, range(after + 1, min(high, after + _NEAR))
    elif behind in _BEHIND and words[i].low not in english.CLOSED:
        verb, changed = i, range(low, i)
        if not sentence.lows.isdisjoint(_SCHEDULING):
            return False
        return _led_by(sentence, low, verb)
    else:
        return False
    if verb < 0 or any(words[j].low in _OCCASIONS and not sentence.taken[j] for j in changed):
        return False
    passive = words[verb - 1].low in _BEING
    return _led_by(sentence, low, verb) or (not passive and _begun_by(sentence, low, verb))


def is_held(index: ClaimsIndex, quantity: Quantity, named: frozenset[str]) -> bool:
    """Whether a claim tells the same number of what is named, of an outcome that the words may mean or not."""
    return any(
        claim.kind == "effect" and claim.figure is not None and changes.same_number(quantity, claim.figure)
        for name in named
        for claim in index.by_key.get(name, ())
    )


def _changes(sentence: Sentence, at: int) -> bool:
    return sentence.words[at].low in _CHANGING and not sentence.taken[at]


def _led_by(sentence: Sentence, low: int, verb: int) -> bool:
    """Whether a clause begins with what people are on: "With A, ..."."""
    if sentence.words[low].low not in _GIVEN_WITH:
        return False
    first = next((m for m in sentence.within(low + 1, verb)), None)
    return (
        first is not None
        and first.first <= low + 2
        and bool(sentence.types(first) & {"intervention", "substance"})
        and first.last < verb
        and sentence.words[first.last].low == ","
    )


def _begun_by(sentence: Sentence, low: int, verb: int) -> bool:
    """Whether what a clause begins with, a treatment, is what the verb tells of."""
    words = sentence.words
    first = next((m for m in sentence.within(low, verb) if m.first <= low + 1), None)
    if first is None or not sentence.types(first) & {"intervention", "substance"}:
        return False
    return all(
        words[i].low in _AUXILIARY or predicates.is_adverb(words[i].low) or words[i].low[:1].isdigit()
        for i in range(first.last, verb)
    )
