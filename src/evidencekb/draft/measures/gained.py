"""Whether a figure is by how much something changed what it names: "A cut the time to B by 9 minutes".

What was changed need be no concept where what changed it is a treatment, which the clause begins with; and what changed
it need be none where what was changed is of health: "A slowed the pulse by 9 beats per minute". Hours at which
something is taken, and appointments that are moved, are no such times.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.measures import changes, lived
from evidencekb.draft.sentences import ailing, predicates
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
    | english.listed(
        "hasten hastens hastened delay delays delayed speed speeds sped slow slows slowed slowing quicken quickens "
        "quickened improve improves improved worsen worsens worsened push pushes pushed bring brings brought"
    )
)
_ADDING: Final = moving.OF_AN_AMOUNT.keys() | english.listed(
    "gain gains gained win wins won buy buys bought lose loses lost cost costs"
)
_ROBBING: Final = english.listed("cost costs costing rob robs robbed robbing deprive deprives deprived depriving")
"""Verbs of taking something from those whom they name first: "costs patients 90 minutes of sleep"."""
_LESS_OR_MORE: Final = english.listed("lower higher slower")
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
_OF_HEALTH: Final = english.listed(
    "sick pulse heart heartbeat breathing respiration respiratory feverishness healing survival remission sleep waist "
    "waistline girth hospitalization hospitalisation hospitalizations hospitalisations convalescence tumor tumour "
    "tumors tumours blood lung lungs menstruation gestation seizure seizures expectancy stool stools teeth tooth "
    "urination menopause puberty bowel bladder kidney liver asleep awake"
)
"""Words for the body and its workings, beside those for complaints."""
_OF_TRADE: Final = english.listed(
    "visitors visitor guests customers shoppers tourists readers subscribers viewers listeners members sales prices "
    "price costs cost budget budgets revenue revenues profit profits turnover wages wage rent rents salaries income "
    "tax taxes fees fee houses homes flats offices buildings bookings orders downloads clicks tickets ticket traffic "
    "passengers flights trains buses cars votes seats jobs staff employees vacancies nurses doctors stock "
    "exports imports harvest electricity petrol battery emissions spending donations funding applications "
    "calls pages copies articles"
)
"""What goes up and down in a place of business or in a town."""
_AILING: Final = frozenset({"condition", "outcome", "measure", "process"})
_STAYING: Final = english.listed("stay stays days nights time care")
_WARDS: Final = english.listed("hospital hospitals inpatient icu ward length")
_ADMINISTERED: Final = english.listed(
    "wait waits waiting queue queues hours opening visiting clinic clinics ward building car park parking service "
    "services list lists contract course lesson lessons film award programme program campaign mode bank"
)
"""What those who run a thing change."""
_RULING: Final = english.listed(
    "law laws bill act union unions parliament congress government governments council employer employers ministry "
    "court policy mayor minister board company firm collective"
)
_OF_ONE: Final = english.listed("her his my she he i you your our we")
_FAR: Final = 14
_NEAR: Final = 6


def is_one(sentence: Sentence, figure: Figure, clause: tuple[int, int]) -> bool:
    """Whether a time tells by how much a treatment changed something, or a measure of any sort what is of health."""
    quantity = figure.quantity
    if figure.start < sentence.start:
        return False
    if quantity.kind is Kind.COUNT:
        if lived.is_counted(sentence, figure):
            return True
        if not lived.is_rate(sentence, figure):
            return False
    elif quantity.kind is not Kind.MEASURE:
        return False
    elif lived.is_told(sentence, figure, clause):
        return True
    found = _read(sentence, figure, clause)
    if found is None:
        return False
    low, verb = clause[0], found.verb
    if verb < low or any(sentence.words[j].low in _OCCASIONS and not sentence.taken[j] for j in found.changed):
        return False
    if _is_of_health(sentence, found):
        return True
    if dimension(quantity.unit) != "time" or found.loose:
        return False
    if found.led and not sentence.lows.isdisjoint(_SCHEDULING):
        return False
    passive = sentence.words[verb - 1].low in _BEING
    return _led_by(sentence, low, verb) or (not found.led and not passive and _begun_by(sentence, low, verb))


def is_idle(sentence: Sentence) -> bool:
    """Whether a change in percent is of nothing medical: "the clinic saw 20% more visitors", "sales rose by 20%"."""
    lows = sentence.lows
    if sentence.mentions or lows.isdisjoint(_OF_TRADE) or not lows.isdisjoint(_OF_HEALTH):
        return False
    return not any(ailing.is_complaint(low) for low in lows)


def counts(sentence: Sentence) -> tuple[Figure, ...]:
    """The bare numbers by which something of health changed: "lowered the stool frequency by 2.1 a day"."""
    every = (0, len(sentence.words))
    return tuple(f for f in sentence.figures if f.quantity.kind is Kind.COUNT and is_one(sentence, f, every))


class _Change(NamedTuple):
    """A verb of change, or where the words stand that tell of one, and what was changed."""

    verb: int
    changed: tuple[int, ...]
    led: bool = False  # what people were on must be told at the head of the clause
    loose: bool = False  # only of what is of health


def _read(sentence: Sentence, figure: Figure, clause: tuple[int, int]) -> _Change | None:
    """The words that say that a figure is by how much something changed."""
    words = sentence.words
    low, high = clause
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    i = at - 1
    while i > low and words[i].low in _IDLE:
        i -= 1
    if i <= low:
        return None
    behind = words[after].low if after < high else ""
    if words[i].low == "by":
        verb = next((j for j in range(max(low + 1, i - _FAR), i) if _changes(sentence, j)), -1)
        return _Change(verb, tuple(range(verb + 1, i)) if verb >= 0 else ())
    if (words[i].low in _ADDING and behind in {"of", "to"}) or (words[i].low in _OFF and behind == "off"):
        return _Change(i, tuple(range(after + 1, min(high, after + _NEAR))))
    robbed = next((j for j in range(i, max(low, i - _NEAR) - 1, -1) if words[j].low in _ROBBING), -1)
    if robbed >= 0 and behind == "of":
        return _Change(robbed, tuple(range(after + 1, min(high, after + _NEAR))), loose=True)
    if words[i].low == "of":
        noun = next((j for j in range(i - 1, max(low, i - _FAR) - 1, -1) if words[j].low in moving.NOUNS), -1)
        return _Change(noun, (*range(noun + 1, i), *range(after, min(high, after + _NEAR))), loose=True)
    if behind in _BEHIND | _LESS_OR_MORE:
        loose = behind in _LESS_OR_MORE or words[i].low in english.CLOSED
        return _Change(i, tuple(range(low, i)), led=True, loose=loose)
    return None


def _is_of_health(sentence: Sentence, found: _Change) -> bool:
    """Whether what was changed is of health, in anybody; where nothing stands behind the verb, it is the subject."""
    words = sentence.words
    if not sentence.lows.isdisjoint(_OF_ONE) or not sentence.lows.isdisjoint(_RULING):
        return False
    changed = found.changed
    if not any(words[j].raw[0].isalpha() and not predicates.is_adverb(words[j].low) for j in changed):
        changed = tuple(range(max(0, found.verb - _FAR), found.verb))
    lows = [words[j].low for j in changed]
    if not _ADMINISTERED.isdisjoint(lows):
        return False
    if any(low in _OF_HEALTH or ailing.is_complaint(low) for low in lows) or any(
        sentence.types(m) & _AILING and m.last - 1 in changed for m in sentence.mentions
    ):
        return True
    return any(low in _STAYING and not _WARDS.isdisjoint(lows[max(0, k - 3) : k + 5]) for k, low in enumerate(lows))


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
