"""What is told of two things, held against the claim as its sentence puts it: asked, denied, or of what is meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences.stance import Force
from evidencekb.draft.statements import advising, relations, unproven, worth
from evidencekb.draft.statements.edges import COMPARING
from evidencekb.model.assertion import Verdict
from evidencekb.text import words as split

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.sentences.telling import Told
    from evidencekb.draft.statements.edges import Edge

_BY_WORTH: Final = {"better": "up", "worse": "down"}
_THEIR: Final = frozenset({"their", "your", "his", "her", "our", "my", "own"})


def put(index: ClaimsIndex, sentence: Sentence, edge: Edge, told: Told) -> Verdict | None:
    """Hold what is told against the claim as it is put: asked, denied, or told of what something is for."""
    if edge.kind == "made" and not (told.negated or told.reversed) and _is_of_another_maker(index, sentence, edge):
        pair = (edge.subject, edge.object)
        if any(pair in pairs for pairs in index.edges.makers.values()):
            told = replace(told, negated=True)
        elif all((step.subject, step.object) != pair for step in edge.claim.steps):
            return None  # through others
    if edge.kind == unproven.KIND:
        return judge(index, sentence, edge, told)  # what is known of it is all that such a claim tells
    force = sentence.stance.of(told.last - 1)
    if force is Force.UNSAID and edge.kind in advising.KINDS:
        force = sentence.stance.of(told.first)  # "is recommended if you have A" says for whom
    if force is Force.UNSAID:
        return None
    if force is Force.DENIED:
        told = replace(told, negated=not told.negated)
    verdict = judge(index, sentence, edge, told)
    if verdict is Verdict.CONTRADICTED and edge.kind in COMPARING and relations.narrowed(index, sentence, edge, told):
        return None
    if verdict is Verdict.CONTRADICTED and _do_it_themselves(sentence, edge, told):
        return None
    if _is_ruled(sentence, edge, told):
        return None
    return None if force is Force.MEANT and verdict in {Verdict.CONTRADICTED, Verdict.OVERSTATED} else verdict


def _is_ruled(sentence: Sentence, edge: Edge, told: Told) -> bool:
    """Whether it is said what people ought to do, which tells of no effect: "nobody should treat A with B"."""
    words = sentence.words
    ruled = next((i for i in range(told.first, told.last) if words[i].low in {"should", "must", "ought"}), -1)
    if ruled < 0 or edge.kind in advising.KINDS:
        return False
    return not any(edge.subject in m.concepts and m.first < ruled for m in sentence.mentions)


def _do_it_themselves(sentence: Sentence, edge: Edge, told: Told) -> bool:
    """Whether those who have A do something for their B, and it is not A that does it: "A patients raise their B"."""
    words = ("", *(word.low for word in sentence.words), "")
    here = sentence.within(told.first, told.last)
    ill = (m for m in here if "condition" in sentence.types(m))
    people = [m for m in ill if words[m.first] == "with" or words[m.last + 1] in english.PEOPLE]
    theirs = [m for m in here if words[m.first] in _THEIR and edge.object in m.concepts]
    return any(edge.subject in one.concepts and one.last <= other.first for one in people for other in theirs)


def _is_of_another_maker(index: ClaimsIndex, sentence: Sentence, edge: Edge) -> bool:
    """Whether what is told to turn one thing into another is by the claims what turns other things."""
    makers = index.edges.makers
    if not makers.keys() & {c for m in sentence.mentions for c in m.concepts}:
        return False
    pair = (edge.subject, edge.object)
    if any(pair in makers[c] for m in sentence.mentions for c in m.concepts if c in makers):
        return False
    words = sentence.words
    named = [m for m in sentence.mentions if any(c in makers for c in m.concepts)]
    if len(named) != 1 or not sentence.lows.isdisjoint(effect_words.BY_STEPS):
        return False
    before = words[named[0].first - 1].low if named[0].first else ""
    behind = {word.low for word in words[named[0].last : named[0].last + 3]}
    return before == "by" or not (behind.isdisjoint(effect_words.CONVERT) or behind & english.AUXILIARY)


def judge(index: ClaimsIndex, sentence: Sentence, edge: Edge, told: Told) -> Verdict | None:
    """Hold what is told of two things against the claim; None where the two do not meet."""
    good = Verdict.SUPPORTED if index.passes(edge.claim) else Verdict.DISPUTED
    works = told.kind in _BY_WORTH and worth.works(index, edge.object)
    if works or ((told.kind in _BY_WORTH) != (edge.kind in _BY_WORTH) and worth.is_gain(index, edge.object)):
        told = replace(told, kind=_BY_WORTH.get(told.kind, told.kind))
        edge = edge._replace(kind=_BY_WORTH.get(edge.kind, edge.kind))
    told = worth.read(index, sentence, edge, told)
    ill = worth.is_ill(index, sentence, edge, told)
    agreed = relations.agrees(edge.kind, told, ill=ill, bad=_events(index, edge))
    if agreed is None:
        return None
    if agreed == "stronger":
        return Verdict.OVERSTATED if good is Verdict.SUPPORTED else Verdict.DISPUTED
    if agreed:
        return good
    return Verdict.CONTRADICTED if good is Verdict.SUPPORTED else Verdict.DISPUTED


def _events(index: ClaimsIndex, edge: Edge) -> bool:
    """Whether both ends are things that people have or do not have, so that they go together or against each other."""
    concepts = index.kb.concepts
    subject, other = concepts.get(edge.subject), concepts.get(edge.object)
    return (
        subject is not None
        and other is not None
        and subject.type in {"condition", "substance", "intervention", "population", "process"}
        and (other.type == "condition" or (other.type == "outcome" and _goes_with(index, edge)))
    )


def _goes_with(index: ClaimsIndex, edge: Edge) -> bool:
    """Whether a link is of more with more, as far as the words of the claim tell."""
    tokens = (word for text in (edge.claim.statement, *edge.claim.wordings) for word in split.split(text))
    return index.wordings.cues(list(tokens)).isdisjoint({"down", "better", "same"})
