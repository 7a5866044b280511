"""What is advised for whom: "guidelines recommend A for B", "A should not be taken in B", "A is the first choice"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences.telling import Spot, Told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.text.words import Word

KIND, UNADVISED, FIRST = "advised", "unadvised", "first"
"""The kinds of edges of which the subject is advised, advised against, or advised before all else."""
KINDS: Final = frozenset({KIND, UNADVISED, FIRST})
VERBS: Final = english.listed(
    "recommend recommends recommended recommending advise advises advised advising endorse endorses endorsed advocate "
    "advocates advocated backs backed discourage discourages discouraged warn warns warned caution cautions "
    "cautioned should ought need needs candidate candidates eligible qualify qualifies"
)
_DUTY: Final = frozenset({"should", "ought"})
_NEEDING: Final = frozenset({"need", "needs"})
_WARNING: Final = english.listed("discourage discourages discouraged warn warns warned caution cautions cautioned")
_AGAINST: Final = english.listed("against off withheld withhold denied refused spared")
_TAKING: Final = english.listed(
    "take takes taking use using try trying get getting have having receive receiving start starting undergo given "
    "give offered offer prescribed prescribe tried used taken measured measure checked check tested test considered "
    "consider put on be being to first also then next generally usually routinely always the a an their his her"
)
"""Words between advice and what is advised."""
_OPTIONS: Final = frozenset({"option", "choice", "alternative", "idea"})
_BAD: Final = frozenset({"bad", "poor", "terrible", "unwise"})
_OPTIONAL: Final = (
    _BAD
    | english.AUXILIARY
    | english.ADVERBS
    | english.listed("the a an next another possible good reasonable best remains remain safe valid")
)
_FORMS: Final = frozenset({"daily", "dietary", "dose", "doses", "intake", "amount", "allowance", "level", "limit"})
"""Nouns before which "recommended" tells of no advice on a thing: "the recommended dose of A"."""
_WHOM: Final = english.PEOPLE | english.listed("you they someone")
_FIT: Final = english.listed("candidate candidates eligible qualify qualifies")
"""Words with "for" behind them by which people may have something."""
_GROUNDS: Final = frozenset({"reason", "reasons", "ground", "grounds", "cause", "need", "call"})
_RANK: Final = {"first": True, "second": False, "third": False, "last": False}
_RANKED: Final = frozenset({"line", "choice", "option", "resort", "step"})
_TRIED: Final = frozenset({"treatment", "remedy", "drug", "medicine", "thing"})
"""What is ranked where people try it: "the first treatment that doctors try"."""
_TRYING: Final = english.listed("try tries tried use uses used prescribe prescribes prescribed turn turns")
_NEAR: Final = 5
_FAR: Final = 6
_UNSURE: Final = english.listed(
    ", ; few fewer stop stops stopped cease ceased refuse refuses refused hesitate hesitates longer once used"
)
_LONG: Final = 12
"""Words between a thing and the advice of a list in which it stands, at most."""


def advised(sentence: Sentence, thing: Spot, target: Spot) -> Told | None:
    """Read whether a thing is advised or advised against."""
    words = sentence.words
    if (option := _option(sentence, thing)) is not None:
        return Told(KIND, min(thing.first, target.first), max(option[0], target.last), option[1])
    for at, word in enumerate(words):
        if word.low not in VERBS or sentence.taken[at] or (at + 1 < len(words) and words[at + 1].low in _FORMS):
            continue
        if word.low in _NEEDING and thing.first < at:
            continue  # "A needs time"
        gap = _gap(sentence, thing, at)
        if gap is None and (thing.first < at or target.first < thing.last):
            gap = _listed(sentence, thing, at)
        if gap is None:
            continue
        grounds = at > 1 and words[at - 1].low == "to" and words[at - 2].low in _GROUNDS  # "no reason to recommend A"
        before = words[max(0, at - _FAR) if grounds else max(0, at - 1) : at] if thing.first > at else ()
        done = at + 1 + (at + 1 < len(words) and words[at + 1].low == "be")  # "should be withheld"
        behind = words[done : done + 1] if at + 1 not in gap else ()
        lows = [words[i].low for i in gap] + [word.low for word in (*before, *behind)]
        against = sum(low in english.NEGATION for low in lows) + (not _AGAINST.isdisjoint(lows) or word.low in _WARNING)
        first, last = min(thing.first, at), max(thing.last, at + 1)
        return Told(KIND, min(first, target.first), max(last, target.last), against % 2 == 1)
    return None


def is_for(sentence: Sentence, at: int) -> bool:
    """Whether a word leads to those for whom something is advised: "if you have A"."""
    words = sentence.words
    return words[at].low == "if" and at + 1 < len(words) and words[at + 1].low in _WHOM


def _option(sentence: Sentence, thing: Spot) -> tuple[int, bool] | None:
    """Where "A is the next option" ends behind a thing, and whether it is denied."""
    words = sentence.words
    at = next((i for i in range(thing.last, min(len(words), thing.last + _FAR)) if words[i].low in _OPTIONS), -1)
    lows = [words[i].low for i in range(thing.last, at)]
    if at < 0 or not lows or not all(low in _OPTIONAL or low in english.NEGATION for low in lows):
        return None
    return at + 1, english.NEGATION.isdisjoint(lows) is not _BAD.isdisjoint(lows)


def _gap(sentence: Sentence, thing: Spot, at: int) -> range | None:
    """The words between advice at a position and what it is of; None where it is of something else."""
    words = sentence.words
    if words[at].low in _FIT:
        gap, allowed = range(at + 1, thing.first), english.ARTICLES | {"for"}
    elif thing.first > at:
        gap, allowed = range(at + 1, thing.first), _TAKING | _AGAINST | english.NEGATION
        people = [i for i in gap if words[i].low == "to"]
        if people and words[at].low not in _DUTY:
            gap = range(people[-1], thing.first)  # "advised people with B to take A"
    else:
        gap, allowed = range(thing.last, at), english.AUXILIARY | english.ADVERBS | english.NEGATION
        if words[at].low in _DUTY:
            behind = [word.low for word in words[at + 1 : at + _FAR]]
            if "be" not in behind:
                return None  # "people on A should ..."
            gap = range(thing.last, at + 1 + behind.index("be"))
            allowed |= _DUTY | {"to"}
    return gap if len(gap) <= _FAR and all(words[i].low in allowed for i in gap) else None


def _listed(sentence: Sentence, thing: Spot, at: int) -> range | None:
    """The words that may deny that a thing is one of many: "A is among the drugs that X recommends", "... was A".

    None where it is told to be none of them, or where only few advise them, or none any more.
    """
    words = sentence.words
    front = thing.first > at
    told = range(at + 1, thing.first) if front else range(thing.last, at)
    begin = range(max(0, at - _LONG), at) if front else told
    start = next((i for i in begin if _is_list(words, i)), -1)
    if start < 0 or len(told) > _LONG or any(words[i].low in _UNSURE for i in (*begin, *told)):
        return None
    if front:
        linked = any(words[i].low in english.AUXILIARY for i in range(thing.first - 2, thing.first))
        return range(max(0, start - 1), at - 1) if linked else None
    link = range(thing.last, start)
    allowed = english.AUXILIARY | english.ADVERBS | english.NEGATION
    return told if link and all(words[i].low in allowed for i in link) else None


def _is_list(words: Sequence[Word], at: int) -> bool:
    """Whether "among" or "one of" stands at a position."""
    return words[at].low == "among" or (words[at].low == "one" and at + 1 < len(words) and words[at + 1].low == "of")


def ranked_first(sentence: Sentence, thing: Spot, target: Spot) -> Told | None:
    """Read whether a thing is the first choice: "A is the first-line treatment of B", "A is a last resort"."""
    words = sentence.words
    for at in range(len(words) - 1):
        rank = _RANK.get(words[at].low)
        behind = at + 1 + (words[at + 1].low == "-")
        if rank is None or behind >= len(words):
            continue
        trying = [word.low for word in words[behind : behind + _NEAR]]
        tried = words[behind].low in _TRIED and not _TRYING.isdisjoint(trying) and english.NEGATION.isdisjoint(trying)
        if words[behind].low not in _RANKED and not tried:
            continue
        between = range(min(thing.last, at), max(thing.first, at))
        if len(between) > _FAR:
            continue
        denied = any(words[i].low in english.NEGATION for i in between)
        first, last = min(thing.first, target.first, at), max(thing.last, target.last, behind + 1)
        return Told(FIRST, first, last, denied == rank)
    return None
