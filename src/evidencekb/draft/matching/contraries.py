"""Words that turn what a claim says, where the claim has none: "stopped responding", "the partners of patients".

Grammar finds a claim by who, what and which treatment is named. One more word may make another statement of it: a
treatment that is stopped, a diagnosis that is wrong, another time, another group to compare with.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.matching import open_words
from evidencekb.draft.matching.lookups import number_key
from evidencekb.draft.measures import at_times
from evidencekb.model.assertion import Verdict
from evidencekb.model.quantity import TELLING, Bound, Kind
from evidencekb.text import units
from evidencekb.text.families import family
from evidencekb.text.stems import stem

if TYPE_CHECKING:
    from evidencekb.draft.matching.belongings import Terms
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure

_GIVING_UP: Final = english.CEASING | english.listed(
    "delay delays delayed delaying withdraw withdrew withdrawing skip skips skipped skipping refuse refused refusing"
)
_GOING_ON: Final = frozenset(
    family(stem(word)) for word in (*_GIVING_UP, "discontinuation", "persistence", "adherence", "abandon", "relapse")
)
"""Families of words by which a claim itself tells whether something is gone on with."""
_FALSE: Final = english.listed("wrong incorrect mistaken false")
_SAYING: Final = english.listed("say says said report reports reported think believe know")
_CONTRARIES: Final = tuple(
    (wrong, english.listed(side), frozenset(family(stem(word)) for word in contrary.split()))
    for wrong, one, two in (
        (Verdict.WRONG_OUTCOME, "good healthy", "poor bad"),
        (Verdict.WRONG_POPULATION, "treated", "untreated"),
        (Verdict.WRONG_POPULATION, "developing", "developed"),
    )
    for side, contrary in ((one, two), (two, one))
)
"""What is wrong where one of some words stands and the claim has one of others, by their families: the contrary."""
_PHASES: Final = {
    "onset": english.listed("end ends ended ending greatest peak peaks peaked best"),
    "lasts": english.listed("begin begins began start starts started"),
}
"""Words of another phase than that of a time course."""
_CHANGING: Final = english.listed("rise rises rose increase increases increased fall falls fell drop drops dropped")
"""Verbs behind which "by" tells how much more or less is needed, not how much."""
_LOSING: Final = english.listed("lose loses lost losing excrete excretes excreted")
_MOST: Final = english.listed("limit maximum ceiling")
"""Nouns for another amount than what is needed or taken."""
_NOT_HAD: Final = english.listed("treated screened tested worried asked afraid")
"""What people are who need not have what is named behind "for", "about" or "of"."""
_NORMAL: Final = english.listed("normal reference")
_SIDES: Final = english.listed("above over below under beneath within inside outside")
_AGAINST: Final = english.listed("withhold withholds forbid forbids forbidden discourage discourages")
_WARNING: Final = english.listed(
    "warn warns warned advise advises advised recommend recommends recommended argue argues"
)
_HELD_BACK: Final = frozenset(
    family(stem(word))
    for word in ("stop", "avoid", "against", "withhold", "contraindicated", "not", "never", "exclude")
)
"""Families of words by which a claim itself advises against something."""
_ADVISED: Final = english.listed(
    "start starts started starting begin begins advise advises recommend recommends consider give given use used take"
)
_LIMITS: Final = english.listed("more less exceed over above beyond later earlier longer sooner")
"""Words of a limit, which "not" is of: "should not take more than"."""
_COMPARING: Final = frozenset({"than", "versus", "vs", "against"})
_KINDS: Final = english.listed("former ex heavy sham occasional")
"""Words that make others of those with whom somebody is compared."""
_ENDS: Final = frozenset({",", ";", "(", ":", ".", ")"})
_ADDING: Final = english.listed("which and but so while although though because leading")
_GIVEN: Final = frozenset({"intervention", "substance", "condition", "molecule"})
"""Types of what may be told in place of what the text before lends."""
_TENTH: Final = 10
"""Times are as long where they differ by less than this part."""
_REACH: Final = 3
_PHRASE: Final = 7
"""Words from one that turns to what it turns, at most: near, and within its phrase."""


def verdict(
    index: ClaimsIndex, figure: Figure, sentence: Sentence, clause: tuple[int, int], claim: Claim
) -> Verdict | None:
    """What is wrong about a figure that agrees with a claim by its number and its roles; None where nothing is."""
    own = index.belongings.of(claim)
    told = [f for f in sentence.figures if f is not figure and _is_told(f)]
    clause = clause if told else _around(sentence, figure)
    for at in range(*clause):
        if sentence.taken[at] or at in sentence.figured or sentence.words[at].kin in own.kin:
            continue
        if (wrong := _turned(sentence, figure, at, claim, own)) is not None:
            return wrong
    if (wrong := _denied(index, sentence, clause, claim)) is not None:
        return wrong
    if (
        claim.kind in {"threshold", "amount"}
        and own.kin.isdisjoint(_HELD_BACK)
        and _is_advised_against(sentence, figure, claim.measure, own)
    ):
        return Verdict.CONTRADICTED
    if claim.kind == "proportion" and _is_left(sentence, figure):
        return Verdict.WRONG_OUTCOME
    if claim.kind == "proportion" and _is_of_kin(sentence, clause):
        return Verdict.WRONG_POPULATION
    if claim.kind == "effect" and _is_against_others(sentence, figure, clause, own):
        return Verdict.WRONG_INTERVENTION
    if claim.kind in {"proportion", "effect"} and _is_at_another_time(sentence, figure, clause, own):
        return Verdict.WRONG_OUTCOME
    return _lent(index, sentence, clause, claim, own)


def _is_told(figure: Figure) -> bool:
    """Whether a figure may be one of a claim of its own, so that a sentence has a clause for each."""
    kind, unit = figure.quantity.kind, figure.quantity.unit
    return kind in TELLING or (kind is Kind.MEASURE and unit not in units.TIMES)


def _lent(index: ClaimsIndex, sentence: Sentence, clause: tuple[int, int], claim: Claim, own: Terms) -> Verdict | None:
    """What is wrong where the text before tells what was given or measured, and the sentence something in its place."""
    here = frozenset().union(*(index.up(name) for m in sentence.mentions for name in m.concepts))
    kin = sentence.kins
    roles = [name for name in (*claim.given, claim.substance) if name]
    untold = [
        name
        for name in roles
        if name not in here and not any(kin.issuperset(parts) for parts in index.belongings.spelt(name))
    ]
    if not untold or not index.within(untold[0]).isdisjoint(here):
        return None
    others = [m for m in sentence.within(*clause) if own.above.isdisjoint(m.concepts) and sentence.types(m) & _GIVEN]
    if others:
        return Verdict.WRONG_INTERVENTION
    words = sentence.words
    of_another = (
        i
        for i in range(clause[0] + 1, clause[1] - 1)
        if words[i - 1].low in {"for", "of"} and words[i + 1].low in english.FINITE and not sentence.taken[i]
    )
    strange = any(open_words.tells(words[i]) and words[i].kin not in own.kin for i in of_another)
    return Verdict.UNSOURCED if claim.kind == "amount" and strange else None  # "the need for A is"


def _around(sentence: Sentence, figure: Figure) -> tuple[int, int]:
    """The words up to what is added behind a figure: "30% have A, which often leads to skipping doses"."""
    words, after = sentence.words, sentence.position(figure.full_end)
    added = (
        i
        for i in range(after, len(words) - 1)
        if words[i].low == ";" or (words[i].low == "," and words[i + 1].low in english.RELATIVE | _ADDING)
    )
    return 0, next(added, len(words))


def _denied(index: ClaimsIndex, sentence: Sentence, clause: tuple[int, int], claim: Claim) -> Verdict | None:
    """What is wrong where a part of a claim is told as lacking, as what comes later, or with something besides."""
    words = sentence.words
    for names, wrong in (
        (claim.population, Verdict.WRONG_POPULATION),
        (claim.given, Verdict.WRONG_INTERVENTION),
    ):
        for name in names:
            told = [m for m in sentence.within(*clause) if name in m.concepts]
            if (
                told
                and all(_is_lacked(sentence, m) for m in told)
                and not index.says_without(frozenset(claim.population))
            ):
                return wrong
            if claim.kind != "duration" and told and all(words[max(0, m.first - 1)].low == "before" for m in told):
                return wrong
    above = index.belongings.of(claim).above
    for one, other in pairwise(sentence.within(*clause) if claim.kind == "proportion" else ()):
        joined = other.first == one.last + 1 and words[one.last].low in {"and", "plus"}
        ends = other.last >= len(words) or not words[other.last].raw[0].isalpha()
        if joined and ends and claim.outcome in one.concepts and above.isdisjoint(other.concepts):
            return Verdict.WRONG_OUTCOME
    return None


def _is_lacked(sentence: Sentence, mention: Mention) -> bool:
    """Whether people lack a thing, or it was not given: "without A", "with B but no A"."""
    lead = [word.low for word in sentence.words[max(0, mention.first - 2) : mention.first]]
    return lead[-1:] == ["without"] or (lead[-1:] == ["no"] and lead[0] in {"but", "and", "with", "have", "had", "has"})


def _turned(sentence: Sentence, figure: Figure, at: int, claim: Claim, own: Terms) -> Verdict | None:
    """What a word makes wrong that is in no name, and none of the claim's."""
    words, low = sentence.words, sentence.words[at].low
    behind = words[at + 1].low if at + 1 < len(words) else ""
    before = at < sentence.position(figure.full_start)
    named = next((m for m in sentence.mentions if at < m.first <= at + _REACH), None)
    led = [word.low for word in words[max(0, at - 2) : at]]
    others = (low in english.KIN and behind == "of") or low == "nonresponders"
    if others or (low == "lost" and behind == "to"):
        return Verdict.WRONG_POPULATION
    if turned := next((wrong for wrong, side, other in _CONTRARIES if low in side and own.kin & other), None):
        return turned
    if claim.kind == "duration" and before and low in _PHASES.get(claim.phase, ()):
        return Verdict.WRONG_OUTCOME
    if claim.kind == "amount" and claim.figure and claim.figure.bound is Bound.EXACT and before:
        lost = low in _LOSING and at + 1 == sentence.position(figure.full_start)
        if lost or low in _MOST or (low in _CHANGING and behind == "by"):
            return Verdict.WRONG_OUTCOME
    if low in _FALSE:
        return Verdict.WRONG_OUTCOME
    given = named is not None and not {*claim.given}.isdisjoint(named.concepts)
    if (
        low == "never"
        and given
        and claim.kind == "effect"
        and led[-1:] == ["who"]
        and _COMPARING.isdisjoint(word.low for word in words[:at])
    ):
        return Verdict.WRONG_INTERVENTION
    if low in _GIVING_UP and claim.kind == "proportion" and own.kin.isdisjoint(_GOING_ON):
        told = 0 <= at - sentence.position(figure.full_end) <= _REACH and behind.endswith("ing")
        return Verdict.WRONG_INTERVENTION if given and before else Verdict.WRONG_OUTCOME if told else None
    if (
        claim.kind == "proportion"
        and low in _SIDES
        and not {word.low for word in words[at + 1 : at + _REACH]}.isdisjoint(_NORMAL)
    ):
        return Verdict.WRONG_OUTCOME
    if claim.kind == "proportion" and low in _NOT_HAD and behind in {"for", "about", "of"}:
        ill = named is not None and named.first == at + 2 and claim.outcome in named.concepts
        return Verdict.WRONG_OUTCOME if ill else None
    return None


def _is_advised_against(sentence: Sentence, figure: Figure, measure: str, own: Terms) -> bool:
    """Whether what a claim says to do is advised against: "would not start", "rules out A", "unless A is low"."""
    words, named = sentence.words, sentence.mentions
    against, told = 0, sentence.position(figure.full_start)
    parted = max((i + 1 for i in range(told) if words[i].low in {":", ";"}), default=0)
    for at in range(parted, _around(sentence, figure)[1]):
        low = words[at].low
        if sentence.taken[at] or words[at].kin in own.kin:
            continue
        near = {word.low for word in words[at + 1 : at + _REACH]}
        out = low in {"rule", "rules", "ruled", "ruling"} and "out" in near
        limit = any(word.low in _LIMITS for word in words[at + 1 : at + _PHRASE])
        undone = low in {"not", "never"} and not near.isdisjoint(_ADVISED) and not limit
        if out and not {"not", "never"}.isdisjoint(word.low for word in words[max(0, at - 2) : at]):
            continue  # "does not rule out"
        warned = low == "against" and at > 0 and words[at - 1].low in _WARNING
        opposed = low == "unless" and any(at < m.first <= at + _PHRASE and measure in m.concepts for m in named)
        against += out or undone or warned or opposed or low in _AGAINST
    return against % 2 == 1


def _is_left(sentence: Sentence, figure: Figure) -> bool:
    """Whether a share is of those who are left: "all but 4%"."""
    at = sentence.position(figure.full_start)
    return at > 1 and [word.low for word in sentence.words[at - 2 : at]] == ["all", "but"]


def _is_of_kin(sentence: Sentence, clause: tuple[int, int]) -> bool:
    """Whether those counted say of others that they have something: "say that their mother has A"."""
    lows = [word.low for word in sentence.words[clause[0] : clause[1]]]
    return any(
        low in english.KIN
        and lows[max(0, i - 1) : i] == ["their"]
        and lows[i + 1 : i + 2]
        and lows[i + 1] in effect_words.HAVING
        and not _SAYING.isdisjoint(lows[max(0, i - _REACH) : i])
        for i, low in enumerate(lows)
    )


def _is_against_others(sentence: Sentence, figure: Figure, clause: tuple[int, int], own: Terms) -> bool:
    """Whether a figure is told against something that a claim does not compare with: "than former smokers"."""
    words = sentence.words
    for at in range(*clause):
        low, before = words[at].low, words[at - 1].low if at else ""
        compared = low == "compared" and at + 1 < clause[1] and words[at + 1].low in {"with", "to"}
        if before == "rather" or not (compared or low in _COMPARING):
            continue
        reach = range(at + 1, min(clause[1], at + _PHRASE))
        goes_on = (i for i in reach if words[i].low in _ENDS or (i > at + 2 and words[i].low in english.LEADS))
        phrase = range(at + 1, next(goes_on, reach.stop))
        if any(words[i].low in _KINDS and words[i].kin not in own.kin for i in phrase):
            return True
        beside = [
            f
            for f in sentence.figures
            if f is not figure and sentence.position(f.start) in phrase and f.quantity.unit not in units.TIMES
        ]
        beside = [f for f in beside if f.quantity.kind is not Kind.COUNT or not _counts(sentence, f)]
        if any(number_key(f.quantity) not in own.numbers for f in beside):
            return True
    return False


def _counts(sentence: Sentence, figure: Figure) -> bool:
    """Whether a number counts the things behind it: "in 6 trials"."""
    at = sentence.position(figure.end)
    return at < len(sentence.words) and open_words.tells(sentence.words[at])


def _is_at_another_time(sentence: Sentence, figure: Figure, clause: tuple[int, int], own: Terms) -> bool:
    """Whether a figure is told of another time than the one that a claim's own statement names."""
    if figure.quantity.unit in units.TIMES or not own.days:
        return False
    times = at_times.told(sentence, clause)
    return bool(times) and not any(abs(one - other) <= one / _TENTH for one in times for other in own.days)
