"""Comparisons of what two things do: which arm does more, or whether both do as much.

"Placebo eases A more than B does" says of B the contrary of "B eases A"; "no more than placebo" and "as much A with
it as without" say that nothing is done.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.language.effect_words import kind_of
from evidencekb.draft.sentences.telling import BREAKS, NEAR, OPPOSITE, Spot, Told
from evidencekb.draft.statements.edges import COMPARING
from evidencekb.text import moving

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.statements.edges import Edge

IDLE_ARMS: Final = frozenset({"placebo", "placebos", "sham", "dummy", "usual", "standard", "no", "without", "control",
                              "controls", "nothing", "untreated", "care", "water", "ordinary", "normal"})  # fmt: skip
"""Words in the name of what a treatment is compared with where it is compared with nothing."""
REST: Final = IDLE_ARMS | frozenset({"others", "other", "those", "people", "never", "not", "before", "rest", "non",
                                     "if", "everyone", "everybody", "anyone"})  # fmt: skip
"""Words behind "than" for those who have nothing of it."""
_ALONG: Final = frozenset({"toward", "towards", "over", "through", "throughout"})
"""Words by which a verb tells when something falls or rises."""
_MORE: Final = english.listed("more better stronger greater faster sooner further likelier oftener")
_LESS: Final = english.listed("less worse weaker fewer slower rarer")
_NO: Final = english.NEGATION | {"any"}
_REACH: Final = 5
_DEGREE: Final = english.listed(
    "much many often great high severe strong large long frequent frequently common likely well bad badly good "
    "effective effectively prevalent fast quickly big low few little rarely rare poor poorly prone"
)
"""Words between "as" and "as"."""
_TIMES: Final = english.listed("twice half times third quarter thrice double not never nowhere n't")
_NO_COMPARISON: Final = english.listed("well long soon far")
"""Words with which "as ... as" joins clauses or names."""
_WIDE: Final = 12


def turned(sentence: Sentence, edge: Edge, told: Told, where: Mapping[str, Sequence[Spot]]) -> Told | None:
    """What is told with the arms of "than" the right way round; None where another thing is compared."""
    if "than" not in sentence.lows:
        return told
    words = sentence.words
    than = next(i for i, word in enumerate(words) if word.low == "than")
    arm = {word.low for word in words[than + 1 : than + 1 + _REACH]}
    subjects = where.get(edge.subject, ())
    if (
        edge.kind != "none"
        and any(than < spot.first <= than + _REACH for spot in subjects)
        and not any(s.first < than for s in subjects)
    ):
        if told.kind not in OPPOSITE or not arm.isdisjoint(english.NEGATION):
            return told
        before = {word.low for word in words[:than]}
        other = before & (IDLE_ARMS - {"no", "without", "care", "water", "normal", "ordinary", "standard"})
        return replace(told, kind=OPPOSITE[told.kind]) if other and not told.negated else None
    if arm.isdisjoint(REST) or told.negated or not than:
        return told
    if told.kind in OPPOSITE and _is_lessened(sentence, told, than):
        return replace(told, kind=OPPOSITE[told.kind])
    mark, lead = words[than - 1].low, {word.low for word in words[max(0, than - 3) : than - 1]}
    if mark in _MORE and not lead.isdisjoint(_NO) and than - 1 >= told.first:
        return replace(told, kind="same", last=max(told.last, than))
    if edge.kind != "none" and mark in _LESS and lead.isdisjoint(_NO) and told.kind in OPPOSITE and told.last < than:
        return replace(told, kind=OPPOSITE[told.kind], last=than)
    return told


def _is_lessened(sentence: Sentence, told: Told, than: int) -> bool:
    """Whether "less" behind the verb says that less is done than elsewhere: "eased less by A than by placebo"."""
    words = sentence.words
    at = next((i for i in range(told.first + 1, min(told.last + 1, than - 1)) if words[i].low == "less"), 0)
    return at > 0 and kind_of(words[at - 1].low) in OPPOSITE and words[at + 1].low in _BEHIND_LESS


_BEHIND_LESS: Final = english.LEADS | frozenset({"by", "on", "after", "under", "than", "often"})


def equals(sentence: Sentence) -> bool:
    """Whether a sentence says "as high as": no direction is told of what is compared."""
    words = sentence.words
    if "as" not in sentence.lows:
        return False
    marks = [i for i, word in enumerate(words) if word.low == "as"]
    return any(
        words[one + 1].low in _DEGREE - _NO_COMPARISON and (not one or words[one - 1].low not in _TIMES)
        for one, _ in pairwise(marks)
    )


def neither(sentence: Sentence) -> tuple[int, int] | None:
    """Where both of two contrary directions are denied: "no better or worse", "does not make B more or less common"."""
    words = sentence.words
    for at in range(1, len(words) - 1):
        one, other = kind_of(words[at - 1].low), kind_of(words[at + 1].low)
        if words[at].low not in {"or", "nor"} or OPPOSITE.get(one) != other or words[at - 2].low in _BOUND:
            continue
        for i in range(at - 2, max(-1, at - 2 - _WIDE), -1):
            low = words[i].low
            if low in BREAKS or low in {",", "whether", "that", "than"}:
                break
            if low in _DENYING:
                return i, at + 2
    return None


def _both_denied(sentence: Sentence, edge: Edge, where: Mapping[str, Sequence[Spot]]) -> Told | None:
    """Read "A makes B no better or worse" where nothing else is taken, nor A compared with another thing."""
    if sentence.lows.isdisjoint({"or", "nor"}) or (both := neither(sentence)) is None:
        return None
    words = sentence.words
    ends = [spot for name in (edge.subject, edge.object) for spot in where.get(name, ())[:1]]
    own = {edge.subject, edge.object, edge.claim.comparator, *edge.claim.population}
    taken = (m for m in sentence.mentions if own.isdisjoint(m.concepts))
    if len(ends) < 2 or any(sentence.types(m) & {"intervention", "substance"} for m in taken):
        return None
    subject, target = ends
    lead = [words[i].low for i in range(subject.last, both[0]) if not target.first <= i < target.last]
    if any(low not in _MAKING and low[-2:] != "ly" for low in lead):
        return None
    first, last = min(both[0], *(s.first for s in ends)), max(both[1], *(s.last for s in ends))
    if any(word.low in BREAKS or word.low in _ELSEWHERE for word in words[first:last]):
        return None
    return Told("same", first, last)


_MAKING: Final = (
    english.AUXILIARY | english.ADVERBS | english.MAKING | english.GENERIC | {"alone", "does", "do", "a", "an"}
)
_ELSEWHERE: Final = english.listed("and unless when once after before until only")
_DENYING: Final = english.NEGATION - {"without", "fail", "fails", "failed", "rarely", "hardly"}
_BOUND: Final = frozenset({"or", "years", "months", "weeks", "days", "points", "grams", "percent"})


def is_along(sentence: Sentence, at: int) -> bool:
    """Whether a verb tells when something falls or rises, and not in whom there is less: "A falls over the day"."""
    return sentence.words[at].low in moving.VERBS and not _ALONG.isdisjoint(sentence.lows)


def is_elsewhere(sentence: Sentence, group: Spot, at: int) -> bool:
    """Whether a comparative is of what people want or get, of some of them, or of another time: "than they had"."""
    words = sentence.words
    between = [word.low for word in words[group.last : at]]
    if not _WISHING.isdisjoint(between) or (not _SOME.isdisjoint(between) and "," not in between):
        return True
    after = words[at + 1].low if at + 1 < len(words) else ""
    if after in _OFTEN and not effect_words.SURVEYING.isdisjoint(word.low for word in words[max(0, at - 2) : at]):
        return True
    than = next((i for i in range(at, len(words) - 1) if words[i].low == "than"), None)
    if than is None:
        return False
    arm = [word.low for word in words[than + 1 : than + 1 + _REACH]]
    arm = arm[: next((i for i, low in enumerate(arm) if low in english.AUXILIARY), _REACH)] or [""]
    named = any(m.first > than and sentence.types(m) & _ARMS for m in sentence.mentions)
    return arm[0] in _SELVES or not (named or group.first > than or not _WELL.isdisjoint(arm))


_ARMS: Final = frozenset({"population", "condition", "intervention"})
_OFTEN: Final = frozenset({"often", "frequently"})
_WELL: Final = REST | english.PEOPLE | english.PEOPLE_NAMED | english.listed("healthy general public average peers")
_WISHING: Final = english.GIVING | english.listed(
    "given need needs needed want wants wanted ask asks asked should ought must"
)
_SOME: Final = frozenset({"who", "whose"})
_SELVES: Final = english.listed("they he she it we you before ever usual last previously earlier expected")


def alike(sentence: Sentence, edge: Edge, where: Mapping[str, Sequence[Spot]]) -> Told | None:
    """Read "A leads to as much B as usual care", "those with A are just as B as others": there is no difference."""
    if edge.kind not in COMPARING and (both := _both_denied(sentence, edge, where)) is not None:
        return both
    if "as" not in sentence.lows:
        return None
    words = sentence.words
    marks = [i for i, word in enumerate(words) if word.low == "as"]
    if len(marks) < 2:
        return None
    for one, other in pairwise(marks):
        inner = [word.low for word in words[one + 1 : other]]
        if not inner or len(inner) > _WIDE or (inner[0] in _NO_COMPARISON and len(inner) == 1):
            continue
        told = inner[0] in _DEGREE or any(s.first == one + 1 and s.last <= other for s in where.get(edge.object, ()))
        before = {word.low for word in words[max(0, one - 2) : one]}
        if not told or not before.isdisjoint(_TIMES):
            continue
        arm = {word.low for word in words[other + 1 : other + 1 + _REACH]}
        if edge.kind != "none" and arm.isdisjoint(REST):
            continue
        spots = [
            (s, o)
            for s in where.get(edge.subject, ())
            for o in where.get(edge.object, ())
            if s.first < other and o.first < other and not any(words[i].low in ";:" for i in range(s.last, o.first))
        ]
        if spots:
            subject, target = spots[0]
            denied = any(words[i].low in english.NEGATION for i in range(max(0, one - NEAR), one))
            return Told("same", min(subject.first, target.first, one), max(subject.last, target.last, one + 1), denied)
    return None
