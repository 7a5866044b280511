"""Which phase of a time course a time is told of: when something sets in, is at its height, or how long it lasts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import effect_words, english
from evidencekb.model.quantity import TELLING
from evidencekb.text.units import dimension

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure, Quantity

COURSE: Final = "course"
"""For how long something is taken."""
WAIT: Final = "wait"
"""How long something takes, or after what time it is so: its beginning or its full height, whichever is told."""
WITHIN: Final = "within"
"""Before what time something is so: an onset, or where a claim tells when it is all there, that."""
RETURN: Final = "return"
"""After what time people are back at what they did, or well again."""
_ASIDE: Final = frozenset({"ago", "late", "early", "earlier", "apart", "old", "before", "prior"})
"""Words behind a time that make it one of the calendar or of the instructions."""
_WAITED: Final = frozenset({"takes", "take", "took", "taken", "needs", "need", "needed", "be", "is", "was"})
_FROM: Final = frozenset({"after", "since", "from", "of", "following"})
_SINCE: Final = _ASIDE | {"after", "later", "since"}
"""Words behind a time from which on, or until which, something else is told."""
_WHEN: Final = frozenset({"after", "within", "in", "before", "at", "by"})
_HOW_LONG: Final = frozenset({"for", "during", "over", "throughout", "at", "every"})
"""Words before a time that is no length of something, and before one that is none of its beginnings."""
_FELT: Final = english.listed("felt noticed seen showed shown appeared noted")
_WITHIN: Final = frozenset({"within", "first", "early", "soon"})
_IN: Final = frozenset({"in", "of", "during", "at", "by", "from", "per", "throughout", "within", "to"})
_HARDLY: Final = english.listed("nobody none few hardly rarely seldom never neither not without n't cannot")
_BACK_AT: Final = frozenset({"to", "at", "in", "on", "home"})
_BE: Final = frozenset({"is", "are", "was", "were", "be", "being", "been", "'s"})
_TAKEN: Final = frozenset({"take", "takes", "taken", "taking", "use", "used", "uses", "using", "given", "prescribed",
                           "treated", "treatment", "therapy"})  # fmt: skip
_TAKES: Final = frozenset(
    {"takes", "take", "took", "taken", "taking", "needs", "need", "needed", "requires", "require"}
)
_NEEDED: Final = frozenset({"needed", "required", "necessary"})
_WAITING: Final = english.listed("wait waits waited waiting")
"""Verbs of people who have not yet what they wait for: "waits six weeks for A"."""
_COMING: Final = frozenset({"after", "within", "in", "before", "until", "by", "inside"})
_STATES: Final = english.listed(
    "normal back gone there clear clears cleared healed heal heals normalizes normalized normalize normalises "
    "normalised normalise resolves resolved resolve recovers recovered recover recovery established complete completed "
    "present absent visible evident reached reach reaches achieved seen done shows better eased"
)
"""Words that say that something is so: a time behind "after" beside them is that which it took."""

_LOOKED: Final = english.listed(
    "ask asked measured assessed checked tested compared evaluated examined reviewed recorded rated scored interviewed"
)
"""Words for what those did who looked how it was at a time."""
_GIVEN: Final = frozenset({"intervention", "substance"})
_BEGINNING: Final = english.listed(
    "the a an their his her this they you people patients starting start starts started beginning begin begins began "
    "first initial taking take having getting receiving using being given treatment therapy course dose with of on by "
    "to and daily single one"
)
"""Words between "after" and what is given."""
_OF_SOME: Final = frozenset({"who", "whose", "she", "he", "her", "his", "my", "i", "already", "hospital"})
"""Words by which a time is that of some people, or of one."""
_LIFTING: Final = english.listed("lift lifts lifted")
_YIELDING: Final = english.listed(
    "yield yields yielded give gives gave surrender surrenders succumb succumbs succumbed"
)
_STAYING: Final = {
    "on": english.listed("go goes going went gone hang hangs hung hanging drag drags dragged dragging carry carries "
                         "carried rumble rumbles"),
    "around": english.listed("stick sticks stuck sticking hang hangs hung hanging stay stays stayed be is are"),
    "for": english.listed("stay stays stayed"),
    "with": english.listed("stay stays stayed"),
}  # fmt: skip
"""Particle and verbs that tell with it that something goes on."""
_REMAINING: Final = english.listed("stay stays stayed remain remains remained keep keeps kept")
_IMPROVED: Final = effect_words.BETTER | english.listed("away off down low lower clear free controlled up higher well")
_ARRIVING: Final = english.listed("come comes came coming creep creeps crept be is are was were")
"""Verbs with which something is back."""
_HAVE: Final = frozenset({"have", "has", "had"})
_PASSED: Final = frozenset({"gone", "passed", "elapsed", "over", "up"})
"""Words that tell of a time that it is over."""
_PASSING: Final = english.listed("pass passes passed elapse elapses elapsed")
_MOST: Final = 3
_LONG: Final = 6
"""Words of what is taken for a time, with "of", at most."""
_MAKING: Final = english.listed("make makes made making put puts")
"""Verbs with which something makes its appearance."""


class Phase(NamedTuple):
    """What the words around a time tell; `scene` where it is the time of a study, a sale or an instruction."""

    kind: str = ""  # "onset", "peak", "last", "course"
    scene: bool = False
    lasting: str = ""  # "there" or "gone", where something is told to be there for that time, or to be gone after it
    yielding: bool = False  # something is told to give way to what is given


_NONE: Final = Phase()
_SCENE: Final = Phase(scene=True)


def is_open(claim: Claim, told: Phase) -> bool:
    """Whether a time may be told besides the claim's: "eases after 6 weeks", where it begins to ease within 2."""
    return told.kind == WAIT and claim.kind == "duration" and claim.phase == "onset"


def is_time(quantity: Quantity | None) -> bool:
    """Whether a quantity is a time."""
    return quantity is not None and dimension(quantity.unit) == "time"


def is_told(claim: Claim, figure: Figure, sentence: Sentence) -> bool:
    """Whether a time may be that of a claim: "for" tells how long something lasts, "after" when it comes.

    Not where it tells when something else was so: "two weeks after A", "48% within two years", "the trial lasted".
    """
    if claim.kind != "duration" or not is_time(figure.quantity):
        return False
    if read(sentence, figure, (0, len(sentence.words))).scene:
        return False
    words, at, after = sentence.words, sentence.position(figure.full_start), sentence.position(figure.full_end)
    led = words[at - 1].low if at else ""
    behind = words[after].low if after < len(words) else ""
    if behind in _SINCE or any(f is not figure and f.quantity.kind in TELLING for f in sentence.figures):
        return False
    return led not in (_WHEN if claim.phase == "lasts" else _HOW_LONG)


def read(sentence: Sentence, figure: Figure, clause: tuple[int, int]) -> Phase:
    """The phase that a time is told of."""
    if dimension(figure.quantity.unit) != "time":
        return _NONE
    clause = low, high = _with_then(sentence, clause)
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.end)
    behind = words[after].low if after < high else ""
    taken = _is_taken_until(sentence, at, after, low)
    waited = taken or (behind == "before" and any(w.low in _WAITED for w in words[max(low, at - 3) : at]))
    compared = behind == "earlier" and after + 1 < high and words[after + 1].low == "than"
    if behind in _ASIDE and not (waited or compared):
        return _SCENE
    positions = [i for i in range(low, high) if not at <= i < after]
    if behind in _FROM:
        end = next((i for i in range(after, high) if words[i].low in {",", ";", "before", "until"}), high)
        positions = [i for i in positions if not after <= i < end]
    near = frozenset(words[i].low for i in range(low, high))
    if near & effect_words.SURVEYING:
        return _SCENE
    told = [(i, kind) for i in positions if (kind := _kind(sentence, i))]
    if told and any(_is_of_a_study(sentence, low, i) for i, _ in told):
        return _SCENE
    recurs = any(words[i].low in effect_words.RECURRING for i, _ in told)
    if not recurs and _is_back(sentence, at, after, clause):
        return Phase(RETURN)
    inside = {w.low for w in words[at:after]}
    within = bool((near | inside) & _WITHIN)
    lasting = _there(sentence, at, sentence.position(figure.full_end), clause, near) or _gone(sentence, at, clause)
    if within and lasting == "gone":
        told = [(i, kind) for i, kind in told if words[i].low not in effect_words.ENDED]
    kinds = {kind for _, kind in told}
    for kind in ("peak", "last", "onset"):
        if kind in kinds:
            return Phase(kind, lasting="gone" if kind == "last" and lasting == "gone" else "")
    yielding = _yields(sentence, clause, near) or (within and lasting == "gone")
    if within and (yielding or near & effect_words.MOVING):
        return Phase(WITHIN, lasting=lasting, yielding=yielding)
    if taken:
        return Phase(WAIT, lasting=lasting)
    if near & _TAKEN and "for" in {w.low for w in words[max(low, at - 3) : at + 1]} and "took" not in near:
        return Phase(COURSE, lasting=lasting)
    if _is_waited(sentence, at, after, clause, near):
        return Phase(WAIT, lasting=lasting, yielding=yielding)
    return Phase("last", lasting=lasting) if lasting else _NONE


def _is_taken_until(sentence: Sentence, at: int, after: int, low: int) -> bool:
    """Whether something is taken for a time, before something is so: "took A for 3 months before B was normal"."""
    words = sentence.words
    if after >= len(words) or words[after].low not in {"before", "until", "till"} or words[at - 1].low != "for":
        return False
    taken = any(words[i].low in _TAKEN | {"took"} for i in range(low, at) if not sentence.taken[i])
    rest = {words[i].low for i in range(after + 1, len(words))}
    return taken and not rest.isdisjoint(english.AUXILIARY) and not rest.isdisjoint(_STATES | effect_words.MOVING)


def _with_then(sentence: Sentence, clause: tuple[int, int]) -> tuple[int, int]:
    """A clause with the one behind it that tells what is so "only then"."""
    if "then" not in sentence.lows or len(sentence.figures) > 1:
        return clause
    opening = [word.low for word in sentence.words[max(0, clause[1] - 1) : clause[1] + 4]]
    return (clause[0], len(sentence.words)) if "then" in opening else clause


def _there(sentence: Sentence, at: int, after: int, clause: tuple[int, int], near: frozenset[str]) -> str:
    """Tell "there" if something is so for a time: "there may be A for up to 3 days", "expect A for a week"."""
    if not at or not near.isdisjoint(_OF_SOME):
        return ""
    if sentence.words[at - 1].low == "for":
        told = (i for i in range(clause[0], at - 1) if sentence.words[i].low in effect_words.PRESENT)
        if any(not sentence.taken[i] for i in told):
            return "there"
    return "there" if not near.isdisjoint(effect_words.GRANTING) and _is_granted(sentence, at, after, clause) else ""


def _is_granted(sentence: Sentence, at: int, after: int, clause: tuple[int, int]) -> bool:
    """Whether something is given to people for a time: "gives A for a year", "protects from A for a year".

    So it is in "gives a year of A"; but no treatment is given so, nor does anybody give one.
    """
    words = sentence.words
    granting = (i for i in range(clause[0], at) if words[i].low in effect_words.GRANTING)
    verb = next(granting, clause[1])
    if words[at - 1].low == "for":
        named = sentence.within(verb, at)
    elif after < clause[1] and words[after].low == "of":
        named = [m for m in sentence.mentions if 0 < m.first - after <= _MOST]
    else:
        return False
    return verb < at and bool(named) and not sentence.types(named[0]) & {"intervention", "substance"}


def _gone(sentence: Sentence, at: int, clause: tuple[int, int]) -> str:
    """Tell "gone" if something is so after a time: "A clears up within 3 days", "it can take a week to pass"."""
    words = sentence.words
    ended = (i for i in range(*clause) if words[i].low in effect_words.ENDED and not sentence.taken[i])
    ends = [i for i in ended if not _is_of_time(sentence, i) and not _lifts(sentence, i)]
    if not ends or any(words[i].low in _OF_SOME or words[i].low in english.NEGATION for i in range(clause[0], at)):
        return ""
    before = {word.low for word in words[max(clause[0], at - 3) : at + 1]}
    told = any(i > at for i in ends) if before & _TAKES else bool(ends) and bool(before & _COMING)
    return "gone" if told else ""


def _lifts(sentence: Sentence, at: int) -> bool:
    """Whether something is lifted, and does not lift: "A lifts B", not "before the fog lifts"."""
    behind = at + 1
    if sentence.words[at].low not in _LIFTING or behind >= len(sentence.words):
        return False
    return sentence.taken[behind] or sentence.words[behind].low in english.DETERMINERS - english.OF


def _yields(sentence: Sentence, clause: tuple[int, int], near: frozenset[str]) -> bool:
    """Whether something gives way: "A yields to B"."""
    if near.isdisjoint(_YIELDING):
        return False
    words = sentence.words
    for i in range(clause[0], clause[1] - 1):
        to = i + 1 + (words[i + 1].low == "way")
        if words[i].low in _YIELDING and to < clause[1] and words[to].low == "to":
            return True
    return False


def _is_waited(sentence: Sentence, at: int, after: int, clause: tuple[int, int], near: frozenset[str]) -> bool:
    """Whether a time is what something takes, or behind which it is so: "takes 3 weeks", "is normal after 3 weeks"."""
    words = sentence.words
    before = {word.low for word in words[max(clause[0], at - 3) : at]}
    if before & _TAKES or (before & _WAITING and after < clause[1] and words[after].low == "for"):
        return True
    opening = next((i for i in range(after, clause[1]) if words[i].low in {"before", "until"}), clause[1])
    of_what = after < opening <= after + _LONG and words[after].low == "of"  # "three months of A before"
    if opening < clause[1] and (opening == after + 1 or of_what) and words[opening - 1].low in _PASSING | _NEEDED:
        return True
    if opening < clause[1] and (opening == after or of_what):
        return bool(before & _WAITED)
    if after < clause[1] and words[after].low in {"after", "into"}:
        told = {words[i].low for i in range(clause[0], at)}
        alone = not any(f.quantity.kind in TELLING for f in sentence.figures)
        better = not told.isdisjoint(effect_words.BETTER | _STATES) and told.isdisjoint(_LOOKED)
        return alone and better and _is_given(sentence, after + 1)  # not "fell by 5% 6 weeks after A"
    return bool(before & _COMING) and not near.isdisjoint(_STATES | effect_words.MOVING)


def _is_given(sentence: Sentence, at: int) -> bool:
    """Whether what follows a position is that something is given, and not that it ends or fails."""
    words = sentence.words
    named = next((m for m in sentence.mentions if m.first >= at and _GIVEN & sentence.types(m)), None)
    if named is None:
        return True
    lead = (words[i].low for i in range(at, named.first) if not sentence.taken[i])
    behind = words[named.last].low if named.last < len(words) else "."
    goes_on = behind.isalpha() and (behind not in english.CLOSED or behind in english.AUXILIARY)  # "wears off"
    return all(low in _BEGINNING for low in lead) and not goes_on


def _is_back(sentence: Sentence, at: int, after: int, clause: tuple[int, int]) -> bool:
    """Whether a time is the one after which people are back at something: "return to A 2 weeks after B"."""
    words = sentence.words
    if len(sentence.figures) > 1 or (
        sentence.lows.isdisjoint(effect_words.RETURNING)
        and not any(one.low == "back" and other.low in _BACK_AT for one, other in pairwise(words))
    ):
        return False
    if any(words[i].low in _OF_SOME and not _is_treated(sentence, i) for i in range(*clause)) or is_normal_again(
        sentence
    ):
        return False
    if not sentence.lows.isdisjoint(_HARDLY) and sentence.lows.isdisjoint({"before", "until", "till", "earlier"}):
        return False
    behind = {word.low for word in words[after : after + 1]}
    before = {word.low for word in words[max(clause[0], at - 3) : at + 1]}
    return bool(behind & (_FROM | {"later"})) or not (_COMING | _TAKES).isdisjoint(before)


def _is_treated(sentence: Sentence, at: int) -> bool:
    """Whether "who" tells what was done to those of whom a claim may be: "patients who have had A"."""
    named = next((m for m in sentence.mentions if m.first > at), None)
    treated = named is not None and "intervention" in sentence.types(named) and named.first - at <= _MOST
    return treated and sentence.words[at].low == "who"


def is_normal_again(sentence: Sentence) -> bool:
    """Whether something is "back to normal" or "returns to normal", which nobody is back at."""
    words = sentence.words
    for i in range(2, len(words)) if "normal" in sentence.lows else ():
        if words[i].low == "normal" and words[i - 1].low == "to":
            behind = words[i + 1].low if i + 1 < len(words) else "."
            return behind in english.CLOSED or not behind[0].isalpha() or i + 1 in sentence.figured
    return False


def _kind(sentence: Sentence, at: int) -> str:
    """The phase that one word tells."""
    words = sentence.words
    low = words[at].low
    if (low in _PASSED or low in effect_words.ENDED) and _is_of_time(sentence, at):
        return ""
    if low in effect_words.RECURRING and _comes_back(sentence, at):
        return "last"
    if low in effect_words.PEAK or low in effect_words.HEIGHTS:
        return "peak"
    if low in effect_words.LASTING or low in effect_words.ENDING:
        return "last"
    if low == "off" and at and words[at - 1].low in {"level", "levels", "levelled", "leveled", "levelling"}:
        return "peak"
    if low == "all" and at + 2 < len(words) and words[at + 2].low in {"can", "could"}:
        return "peak"  # "has done all it can"
    if low == "far" and at and at + 1 < len(words) and words[at - 1].low == words[at + 1].low == "as":
        return "peak"  # "as far as it will"
    if low in _STAYING and at and words[at - 1].low in _STAYING[low]:
        return "last"
    if low in _REMAINING and at + 1 < len(words) and words[at + 1].low in _IMPROVED:
        return "last"
    if low in effect_words.ARISING:
        return "" if any(f.quantity.kind in TELLING for f in sentence.figures) else "onset"
    if low == "appearance" and not _MAKING.isdisjoint(word.low for word in words[max(0, at - 3) : at]):
        return "onset"
    if low == "over" and at and words[at - 1].low in _BE:
        return "last"
    if low == "first" and at + 1 < len(words) and words[at + 1].low in effect_words.MOVING | _FELT:
        return "onset"  # "first eased after 8 days"
    return "onset" if low in effect_words.ONSET and low not in _WITHIN else ""


def _is_of_time(sentence: Sentence, at: int) -> bool:
    """Whether it is the time itself that a verb says to be over: "until 2 weeks have gone by", "3 days are up"."""
    i = at - 1
    while i > 0 and at - i <= _MOST and sentence.words[i].low in _BE | _HAVE:
        i -= 1
    return i < at - 1 and i in sentence.figured


def _comes_back(sentence: Sentence, at: int) -> bool:
    """Whether a word tells that something is there again: "A came back", not "back at work", "people returned"."""
    words = sentence.words
    if at + 1 < len(words) and words[at + 1].low in {"to", "for", "home", "work"}:
        return False
    verb = at - 1 if words[at].low == "back" else at
    if verb < 1 or (verb < at and words[verb].low not in _ARRIVING):
        return False
    if words[at].low == "back" and at + 2 < len(words) and (words[at + 1].low, words[at + 2].low) == ("at", "work"):
        return False
    if words[at].low.startswith("relaps"):
        return True  # also of people
    people = any("population" in sentence.types(m) for m in sentence.within(verb - 1, verb))
    return not people and words[verb - 1].low not in english.PEOPLE | {"they", "he", "she"}


def _is_of_a_study(sentence: Sentence, low: int, at: int) -> bool:
    """Whether the subject before a word is a study, a sale and the like: "the trial of A lasted"; not "in a trial"."""
    words = sentence.words
    for i in range(at - 1, low - 1, -1):
        if words[i].low in {",", ";"}:
            return False
        if words[i].low not in effect_words.UNDERTAKINGS:
            continue
        j = i - 1
        while j >= low and i - j <= 4 and words[j].low not in _IN and words[j].low not in english.FINITE:
            j -= 1
        if j < low or words[j].low not in _IN:
            return True
    return False
