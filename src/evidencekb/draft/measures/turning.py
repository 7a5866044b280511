"""What is wrong where a figure fits a claim that is no share: the sentence turns what the claim says.

An effect is told of the other arm or the other way, a cut-off is told to exclude what it means or to end what it calls
for, a time is told as one before which something is so, a dose as one at which something is stopped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.measures import arms, in_its_place, meanings, thresholds
from evidencekb.draft.sentences.telling import negated
from evidencekb.draft.shares import turned
from evidencekb.model.assertion import Verdict
from evidencekb.model.quantity import LOWER, UPPER, Bound
from evidencekb.text import moving

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure

_LACKING: Final = english.listed("lack lacks lacked lacking")
_EXCLUDING: Final = english.listed(
    "exclude excludes excluded rules rule ruled refute refutes refuted disprove disproves disproved"
)
_NOT_ALL: Final = english.listed("alone itself always necessarily only just yet merely automatically enough by")
"""Words with which a denial is of something less: "does not by itself mean A"."""
_MEANS: Final = english.listed(
    "mean means indicate indicates signal signals signify signifies suggest suggests show shows called counts classed "
    "defined regarded"
)
_STOPS: Final = english.listed(
    "stop stops stopped stopping withhold withholds withheld discontinue discontinued discontinuing withdraw withdrawn "
    "cease ceased halt halted end ended pause paused suspend suspended"
)
_STARTS: Final = english.listed(
    "start starts started starting begin begins begun began beginning initiate initiated initiating offer offers "
    "offered commence commenced"
)
_CALLS: Final = _STARTS | english.listed(
    "advise advised recommend recommended consider considered indicated warranted prescribe prescribed given needed due"
)
_IDLE: Final = english.listed("about around roughly some the first a as little")
_LATE: Final = frozenset({"only", "until", "till", "before", "earliest", "sooner", "earlier", "solely", "exclusively"})
_WHOLE: Final = english.listed("at least full whole another more than over")
_UNDONE: Final = _LACKING | english.listed("rarely seldom never miss misses missed fail fails failed")
_WORSE: Final = english.listed(
    "worsen worsens worsened worsening worse aggravate aggravates aggravated exacerbate exacerbates exacerbated "
    "intensify intensifies intensified deteriorate deteriorates deteriorated"
)
_BREAKS: Final = frozenset({",", ";", ":", "(", ")", "but", "while", "whereas"})
_NEAR: Final = 4


def fault(
    index: ClaimsIndex, claim: Claim, figure: Figure, sentence: Sentence, clause: tuple[int, int] | None = None
) -> Verdict | None:
    """What is wrong though the figure is the claim's; None where nothing is."""
    found = None
    if claim.kind == "effect":
        found = arms.fault(index, claim, figure, sentence)
    elif claim.kind == "threshold":
        found = meanings.fault(index, claim, sentence)
        found = found or in_its_place.fault(index, claim, figure, sentence, clause)
    return found or in_own_words(index, claim, figure, sentence)


def in_own_words(index: ClaimsIndex, claim: Claim, figure: Figure, sentence: Sentence) -> Verdict | None:
    """The same where the sentence holds the words of the claim's own editors, and others that may turn them."""
    if claim.kind == "effect":
        strange = sentence.lows & moving.VERBS.keys()
        if strange and not strange <= turned.own_words(index, claim):
            found = arms.fault(index, claim, figure, sentence)
            if found is Verdict.CONTRADICTED:
                return found
        return Verdict.CONTRADICTED if _is_denied(figure, sentence) else _unhad(index, claim, sentence)
    if claim.kind == "threshold":
        if thresholds.is_opposed(sentence, figure, claim):
            return Verdict.WRONG_BOUND
        if found := _excluded(index, claim, sentence) or _ended(index, claim, sentence):
            return found
        return None if _is_turned(figure, sentence) else _refused(index, claim, sentence)
    if claim.kind == "duration":
        return _of_time(index, claim, figure, sentence)
    return _of_dose(index, claim, figure, sentence) if claim.kind == "amount" else None


def _is_denied(figure: Figure, sentence: Sentence) -> bool:
    """Read "are not twice as likely", "was not a fifth lower"; "not quite" and "not only" deny less."""
    words = sentence.words
    at = sentence.position(figure.full_start) - 1
    while at > 0 and words[at].low in {"a", "an", "the", "by"}:
        at -= 1
    return at > 0 and words[at].low == "not" and words[at - 1].low in english.AUXILIARY


def _unhad(index: ClaimsIndex, claim: Claim, sentence: Sentence) -> Verdict | None:
    """Read "those off A had higher odds", "those on A lacked higher odds"."""
    if "off" in sentence.lows and "off" not in turned.own_words(index, claim):
        clause = (0, len(sentence.words))
        return Verdict.WRONG_INTERVENTION if turned.is_off(index, sentence, clause, claim) else None
    if sentence.lows.isdisjoint(_LACKING):
        return None
    words = sentence.words
    for i, word in enumerate(words):
        if word.low not in _LACKING or sentence.taken[i]:
            continue
        behind = {w.low for w in words[i + 1 : i + 4]}
        if behind & (moving.COMPARATIVES.keys() | moving.NOUNS.keys()) and turned.is_verb(sentence, i):
            return Verdict.CONTRADICTED
    return None


def _excluded(index: ClaimsIndex, claim: Claim, sentence: Sentence) -> Verdict | None:
    """Read "a value of N excludes A", "a value of N does not mean A", where the claim says that it means A."""
    if not claim.means or sentence.lows.isdisjoint(_EXCLUDING | _MEANS):
        return None
    measured = [m for m in sentence.mentions if claim.measure in m.concepts]
    if _leaves_out(index, claim, sentence, measured):
        return Verdict.CONTRADICTED
    for i, word in enumerate(sentence.words):
        if sentence.taken[i] or not any(m.last <= i for m in measured):
            continue
        meant = next((m for m in _of(index, sentence, claim.means) if 0 <= m.first - i - 1 <= _NEAR), None)
        if meant is None or any(w.low in _BREAKS for w in sentence.words[i : meant.first]):
            continue
        out = word.low not in {"rule", "rules", "ruled"} or sentence.words[i + 1].low == "out"
        if word.low in _EXCLUDING and out and not negated(sentence, i):
            return None if not turned.own_words(index, claim).isdisjoint(_EXCLUDING) else Verdict.CONTRADICTED
        lows = {w.low for w in sentence.words[max(0, i - _NEAR) : meant.first]}
        if word.low in _MEANS and negated(sentence, i) and lows.isdisjoint(_NOT_ALL):
            return None if not turned.own_words(index, claim).isdisjoint(english.DENIAL) else Verdict.CONTRADICTED
    return None


def _leaves_out(index: ClaimsIndex, claim: Claim, sentence: Sentence, measured: Sequence[Mention]) -> bool:
    """Read "A excludes a value of N" in the same way."""
    words = sentence.words
    for mention in _of(index, sentence, claim.means):
        at = mention.last
        if at >= len(words) or words[at].low not in _EXCLUDING or negated(sentence, at):
            continue
        at += 1 + (words[at].low in {"rule", "rules", "ruled"} and words[at + 1].low == "out")
        behind = any(0 <= m.first - at <= _NEAR for m in measured)
        if behind and turned.own_words(index, claim).isdisjoint(_EXCLUDING):
            return True
    return False


def _ended(index: ClaimsIndex, claim: Claim, sentence: Sentence) -> Verdict | None:
    """Read "A is stopped at a value of N" where the claim says that it is started there, and the other way round."""
    if not claim.action or sentence.lows.isdisjoint(_STOPS | _STARTS):
        return None
    if not sentence.lows.isdisjoint({"until", "till", "unless", "before"}):
        return None
    own = turned.own_words(index, claim)
    if own.isdisjoint(_STOPS) and not own.isdisjoint(_CALLS):
        wanted, other = _STOPS, _CALLS
    elif own.isdisjoint(_STARTS) and not own.isdisjoint(_STOPS):
        wanted, other = _STARTS, _STOPS
    else:
        return None
    if not sentence.lows.isdisjoint(other):
        return None
    words = sentence.words
    names = index.name_words(claim.action)
    places = [i for i, word in enumerate(words) if word.stem in names]
    for mention in _of(index, sentence, claim.action):
        places += range(mention.first, mention.last)
    for i, word in enumerate(words):
        if word.low not in wanted or negated(sentence, i):
            continue
        for place in places:
            between = words[min(i, place) : max(i, place)]
            if len(between) <= _NEAR and not any(w.low in _BREAKS for w in between):
                return Verdict.CONTRADICTED
    return None


def is_complement(index: ClaimsIndex, claim: Claim, figure: Figure, sentence: Sentence) -> bool:
    """Read "A is not offered below N" of a claim that it is from N on: the other side of the value, and denied."""
    held, said = claim.figure, figure.quantity
    if claim.kind != "threshold" or held is None or (held.bound, said.bound) not in _SIDES or held.value != said.value:
        return False
    words = sentence.words
    denied = _ASKING | _MEANS
    own = turned.own_words(index, claim)
    return own.isdisjoint(english.NEGATION | _STOPS) and any(
        word.low in denied and (words[0].low == "no" or negated(sentence, i) or _is_given_up(sentence, i))
        for i, word in enumerate(words)
    )


def _is_given_up(sentence: Sentence, at: int) -> bool:
    """Whether "no longer" stands before a word."""
    return at > 1 and [word.low for word in sentence.words[at - 2 : at]] == ["no", "longer"]


def _is_turned(figure: Figure, sentence: Sentence) -> bool:
    """Whether a denial already made the bound of a figure the other one: "not offered below N"."""
    at = sentence.position(figure.start)
    before = {word.low for word in sentence.words[max(0, at - 3) : at]}
    bound = figure.quantity.bound
    return (bound in LOWER and not before.isdisjoint(_LESS)) or (bound in UPPER and not before.isdisjoint(_MORE))


_LESS: Final = english.listed("below under beneath less lower smaller shorter narrower thinner fewer younger")
_MORE: Final = english.listed("above over exceeding more higher larger bigger greater wider thicker longer older")
_SIDES: Final = (
    (Bound.AT_LEAST, Bound.BELOW),
    (Bound.ABOVE, Bound.AT_MOST),
    (Bound.AT_MOST, Bound.ABOVE),
    (Bound.BELOW, Bound.AT_LEAST),
    (Bound.BELOW, Bound.ABOVE),
    (Bound.ABOVE, Bound.BELOW),
)


def _refused(index: ClaimsIndex, claim: Claim, sentence: Sentence) -> Verdict | None:
    """Read "a value of N is no reason for A", "A is not offered at N", where the claim says that it is."""
    if not claim.action or sentence.lows.isdisjoint(english.NEGATION) or not sentence.lows.isdisjoint(_UNLESS):
        return None
    own = turned.own_words(index, claim)
    if not own.isdisjoint(english.NEGATION | _STOPS):
        return None
    if (
        index.name_words(claim.action).isdisjoint(sentence.stems)
        and next(_of(index, sentence, claim.action), None) is None
    ):
        return None
    words = sentence.words
    for i, word in enumerate(words):
        if word.low in _ASKING and negated(sentence, i):
            near = {w.low for w in words[max(0, i - _NEAR) : i + 1]}
            return Verdict.CONTRADICTED if near.isdisjoint(_NOT_ALL) else None
    return None


_UNLESS: Final = english.listed("until till unless before except only stop stopped withhold withheld delayed")
_ASKING: Final = english.listed(
    "reason need needed offered started begun indicated warranted considered recommended advised justified "
    "grounds cause given tried used option suitable suited need needs call calls warrant warrants justify justifies "
    "merit merits"
)


def _of(index: ClaimsIndex, sentence: Sentence, name: str) -> Iterator[Mention]:
    """Where a thing is named, by its name or by a part of it: "zinc" of "zinc treatment"."""
    own = index.name_words(name)
    for mention in sentence.mentions:
        if any(name in index.up(c) for c in mention.concepts) or own.issuperset(
            w.stem for w in sentence.words[mention.first : mention.last]
        ):
            yield mention


def _of_time(index: ClaimsIndex, claim: Claim, figure: Figure, sentence: Sentence) -> Verdict | None:
    """Read "reaches its full effect before N weeks", "rarely works after N weeks", "worsens A within N weeks"."""
    if claim.figure is not None and claim.figure.bound in UPPER and _is_no_sooner(sentence, figure):
        return None if _LATE & turned.own_words(index, claim) else Verdict.WRONG_BOUND
    if claim.phase != "lasts" and not _is_opposite(sentence, index, claim):
        words = sentence.words
        at = sentence.position(figure.full_start) - 1
        while at > 0 and words[at].low in _IDLE:
            at -= 1
        early = at >= 0 and words[at].low == "before" and figure.quantity.bound is Bound.EXACT
        undone = not sentence.lows.isdisjoint(_UNDONE) and any(
            words[i].low in _UNDONE and turned.is_verb(sentence, i, adverb=True) for i in range(len(words))
        )
        undone = undone or any(
            one.low == "no" and other.low == "longer" and after.low in effect_words.HOLDING
            for one, other, after in zip(words, words[1:], words[2:], strict=False)
        )
        if early == undone or not (sentence.lows & english.DENIAL - {"without"}).issubset(_UNDONE | {"no"}):
            return None
        own = turned.own_words(index, claim)
        if early:
            bounded = claim.figure is not None and claim.figure.bound in UPPER
            return None if bounded or "before" in own else Verdict.CONTRADICTED
        return (
            None if {"until", "before", "sooner", "earlier"} & sentence.lows or own & _UNDONE else Verdict.CONTRADICTED
        )
    return Verdict.CONTRADICTED if claim.phase != "lasts" else None


def _is_no_sooner(sentence: Sentence, figure: Figure) -> bool:
    """Whether a time is told as one before which something is not so: "only after N weeks", "not until N weeks"."""
    words = sentence.words
    if sentence.lows.isdisjoint(_LATE):
        return False
    at = sentence.position(figure.full_start) - 1
    while at > 0 and words[at].low in _IDLE | _WHOLE:
        at -= 1
    if at < 1:
        return False
    low, before = words[at].low, words[at - 1].low
    after = sentence.position(figure.full_end)
    if low in {"after", "from"} and [word.low for word in words[after : after + 3]] == ["at", "the", "earliest"]:
        return True
    if low in {"after", "from", "following", "beyond", "past"}:
        return before in {"only", "solely", "exclusively"}
    if low == "than" and before in {"sooner", "earlier"} and at > 1:
        return words[at - 2].low in english.NEGATION
    if low not in {"until", "till", "before"}:
        return False
    start = next((i + 1 for i in range(at - 1, -1, -1) if words[i].low in _BREAKS), 0)
    return any(words[i].low in english.NEGATION or words[i].low.endswith("n't") for i in range(start, at))


def _is_opposite(sentence: Sentence, index: ClaimsIndex, claim: Claim) -> bool:
    """Whether a sentence tells that what the claim eases or lowers gets worse or rises."""
    if sentence.lows.isdisjoint(_WORSE | moving.VERBS.keys()) or not sentence.lows.isdisjoint(english.DENIAL):
        return False
    wanted = index.within(claim.outcome) | {claim.outcome}
    spots = [(m.first, m.last) for m in sentence.mentions if not wanted.isdisjoint(m.concepts)]
    spots += [(i, i + 1) for i, word in enumerate(sentence.words) if word.low in {"symptoms", "complaints"}]
    if not spots:
        return False
    own = turned.own_words(index, claim)
    less = _says(own, moving.DOWN, effect_words.BETTER)
    more = _says(own, moving.UP, _WORSE)
    if less == more:
        return False
    lows = [word.low for i, word in enumerate(sentence.words) if not sentence.taken[i]]
    told_less = _says(lows, moving.DOWN, effect_words.BETTER)
    told_more = _says(lows, moving.UP, _WORSE)
    if told_less in (told_more, less):
        return False
    marks = [
        i
        for i, word in enumerate(sentence.words)
        if not sentence.taken[i] and (word.low in moving.VERBS or word.low in _WORSE or word.low in effect_words.BETTER)
    ]
    return any(0 <= first - i <= 3 or 0 <= i - last <= 3 for first, last in spots for i in marks)


def _says(lows: frozenset[str] | list[str], way: str, others: frozenset[str]) -> bool:
    """Whether one of some words says that something went a way, or is among some others."""
    return any(moving.VERBS.get(low) == way or low in others for low in lows)


def _of_dose(index: ClaimsIndex, claim: Claim, figure: Figure, sentence: Sentence) -> Verdict | None:
    """Read "A is stopped at N mg" of a starting dose, and "avoid N mg" of what is needed."""
    words = sentence.words
    at = sentence.position(figure.full_start)
    before = [word.low for word in words[max(0, at - 3) : at]]
    if claim.purpose == "starting-dose" and not _STOPS.isdisjoint(before) and before[-1] == "at":
        lows = sentence.lows - {"beginning"}
        return Verdict.CONTRADICTED if lows.isdisjoint(_STARTS | english.DENIAL) else None
    if claim.purpose not in {"", "limit"} and before and not {"avoid", "avoids", "avoiding"}.isdisjoint(before[-1:]):
        own = turned.own_words(index, claim)
        return Verdict.CONTRADICTED if own.isdisjoint({"avoid"}) and sentence.lows.isdisjoint(english.DENIAL) else None
    return None
