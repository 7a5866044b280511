"""Words around a statement that make another one of it: "delaying A worsens B", "only in B", "more than C does".

The things of a claim and the way between them are told, and yet the sentence says something else: of what is done
about the thing, of nobody else, of another thing to compare with, or that it was not found to be so.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.language.effect_words import CAUSES, kind_of
from evidencekb.draft.sentences.telling import Spot
from evidencekb.draft.statements import chief, unproven
from evidencekb.draft.statements.comparing import IDLE_ARMS
from evidencekb.draft.statements.edges import KINDS
from evidencekb.model.assertion import Verdict

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim

_HANDLING: Final = english.listed("preventing delaying postponing")
"""What is done about a thing, so that something else is told than of the thing."""
_NARROWING: Final = english.listed("in among with people those")
_SOLE: Final = english.listed("only solely exclusively")
_BREAKS: Final = frozenset({",", ";", ":", "so", "which", "but", "while", "although"})
_ALL: Final = frozenset({"all", "every", "each"})
_SOME: Final = frozenset({"some", "certain"})
_APART: Final = english.listed("unless except excluding instead")
_OF_OTHERS: Final = english.KIN | english.listed("doctor doctors nurse nurses")
_FINDING: Final = english.listed("confirm show find replicate prove demonstrate establish")
_UNABLE: Final = frozenset({"not", "cannot", "never", "failed", "unable"})
_PASSIVE: Final = english.listed(
    "by from due in with when after on for among if because through without under behind what which that something"
)
"""Words that may turn the order of what does something and what it is done to."""
_ONE_WAY: Final = frozenset({"up", "down", "better", "worse", "cause", chief.KIND})
"""Kinds of relations of which the order of words tells what does what to what."""
_COMPARED: Final = frozenset({"intervention", "substance", "population", "condition", "anatomy"})
"""Types of what something may be compared with."""
_REACH: Final = 4


def held(
    index: ClaimsIndex, sentence: Sentence, claim: Claim, verdict: Verdict, span: tuple[int, int]
) -> Verdict | None:
    """The verdict on a statement in the words `span` that was found to say what a claim says.

    None where it says something else.
    """
    own = index.belongings.of(claim)
    words = sentence.words
    clause = _around(sentence, span)
    free = {words[i].low for i in clause if not sentence.taken[i] and words[i].kin not in own.kin}
    if not free.isdisjoint(_APART) or _is_of_more(index, sentence, claim) or _is_unconfirmed(sentence):
        return None
    if is_of_handling(index, sentence, claim) or _is_known_not_to(sentence, claim):
        return None
    for mention in sentence.mentions:
        lead = [word.low for word in words[max(0, mention.first - _REACH) : mention.first]]
        if lead[:1] == ["not"] and len(lead) == mention.first < _REACH and not claim.statement.startswith("Not "):
            return None  # "not drinking A"
        if lead and lead[-1] in _ALL and claim.subject in mention.concepts and _SOME & own.kin:
            return Verdict.OVERSTATED
        if any(low in _OF_OTHERS & free for low in lead) and "of" in lead:
            return None
    if _is_on_a_condition(sentence, free):
        return None
    return Verdict.OVERSTATED if _is_sole(sentence, free) else verdict


def _is_known_not_to(sentence: Sentence, claim: Claim) -> bool:
    """Whether something is told to do nothing of which a claim says that nobody knows what it does."""
    if KINDS.get(claim.relation) != unproven.KIND:
        return False
    spots = [Spot(m.first, m.last) for m in sentence.mentions if claim.subject in m.concepts]
    others = [Spot(m.first, m.last) for m in sentence.mentions if claim.object in m.concepts]
    return any(unproven.denies(sentence, one, other) for one in spots for other in others if one != other)


def is_of_handling(index: ClaimsIndex, sentence: Sentence, claim: Claim) -> bool:
    """Whether what is done about a thing of a claim is told of: "delaying A worsens B"."""
    words, own, ends = sentence.words, index.belongings.of(claim).kin, _ends(claim)
    leads = (words[m.first - 1] for m in sentence.mentions if m.first and not ends.isdisjoint(m.concepts))
    return any(lead.low in _HANDLING and lead.kin not in own for lead in leads)


def _is_on_a_condition(sentence: Sentence, free: set[str]) -> bool:
    """Whether it is said to be so "only when" something is; "but only if" is an afterthought."""
    lows = [word.low for word in sentence.words]
    pairs = [i for i, low in enumerate(lows[:-1]) if low in _SOLE & free and lows[i + 1] in {"when", "if"}]
    return any(not i or lows[i - 1] not in {"but", "not", "if"} for i in pairs)


def _around(sentence: Sentence, span: tuple[int, int]) -> range:
    """The clause of some words; "A, except in B" goes on behind its comma."""
    lows = [word.low for word in sentence.words]
    goes_on = _APART | _SOLE
    breaks = [i for i, low in enumerate(lows) if low in _BREAKS and goes_on.isdisjoint(lows[i + 1 : i + 3])]
    low = max((i + 1 for i in breaks if i < span[0]), default=0)
    return range(low, min((i for i in breaks if i >= span[1]), default=len(lows)))


def _is_sole(sentence: Sentence, free: set[str]) -> bool:
    """Whether it is so nowhere else, by nothing else: "only in A", "the only cause of A"."""
    if free.isdisjoint(_SOLE):
        return False
    lows = [word.low for word in sentence.words]
    for i, low in enumerate(lows[:-1]):
        before, behind = lows[i - 1] if i else "", lows[i + 1]
        if (
            low in _SOLE
            and before not in {"not", "if"}
            and (behind in _NARROWING or (before == "the" and "of" in lows[i:]))
        ):
            return True
    return False


def _ends(claim: Claim) -> frozenset[str]:
    """What a claim relates."""
    steps = (name for step in claim.steps for name in (step.subject, step.object, step.product))
    return frozenset({claim.subject, claim.object, *claim.given, *steps} - {""})


def _is_of_more(index: ClaimsIndex, sentence: Sentence, claim: Claim) -> bool:
    """Whether things or groups that a claim does not compare stand behind "than" or "between"."""
    words, own = sentence.words, index.belongings.of(claim).above
    for mention in sentence.mentions:
        lead = [word.low for word in words[max(0, mention.first - _REACH) : mention.first]]
        spelt = {word.low for word in words[mention.first : mention.last]}
        strange = own.isdisjoint(mention.concepts) and not sentence.types(mention).isdisjoint(_COMPARED)
        strange = strange and spelt.isdisjoint(IDLE_ARMS)
        if strange and not {"than", "between", "versus"}.isdisjoint(lead) and "rather" not in lead:
            return True
    return False


def _is_unconfirmed(sentence: Sentence) -> bool:
    """Whether it was not found that something is so: "could not confirm that"."""
    lows = [word.low for word in sentence.words]
    return any(
        low in _FINDING and lows[i + 1 : i + 2] == ["that"] and not _UNABLE.isdisjoint(lows[max(0, i - 2) : i])
        for i, low in enumerate(lows)
    )


def is_turned(sentence: Sentence, claim: Claim) -> bool:
    """Whether what a claim's subject does is told of its object, by the order of words alone: "B causes A"."""
    told = claim.steps or (claim,)
    pairs = [(each.subject, each.object) for each in told if KINDS.get(each.relation) in _ONE_WAY]
    for subject, target in pairs:
        one = next((m for m in sentence.mentions if subject in m.concepts), None)
        other = next((m for m in sentence.mentions if target in m.concepts), None)
        if one is None or (other is not None and one.first <= other.first):
            continue
        between = [word.low for word in sentence.words[0 if other is None else other.last : one.first]]
        cause = any(low in CAUSES and following == "of" for low, following in pairwise(between))
        if cause or (any(kind_of(low) for low in between) and _PASSIVE.isdisjoint(between)):
            return True
    return False
