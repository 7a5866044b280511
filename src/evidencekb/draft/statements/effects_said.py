"""An effect told without its figure: "A lowers the risk of B" is held against the side of the claim's figure.

An effect has arms and people: where a sentence compares with something else, or speaks of others than the claim's
people, nothing is told of the claim.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.language.acting_words import act
from evidencekb.draft.language.effect_words import kind_of
from evidencekb.draft.sentences.telling import OPPOSITE
from evidencekb.draft.statements import relations, states
from evidencekb.draft.statements.comparing import IDLE_ARMS, REST
from evidencekb.draft.statements.wordings import denied_comparison, negated
from evidencekb.model.quantity import Kind
from evidencekb.text import moving
from evidencekb.text import words as text_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.sentences.telling import Spot, Told
    from evidencekb.draft.statements.edges import Edge
    from evidencekb.model.nodes import Claim

KIND: Final = "effect"
"""The kind of an edge whose direction is that of a figure."""
_MARKS: Final = frozenset({"than", "versus", "vs", "compared", "against", "unlike"})
_HERE: Final = frozenset({"with", "in", "for", "of", "at", "on", "have", "has", "had", "having", "despite", "against",
                          "who", "whose", "when", "if", "treat", "treats", "as"})  # fmt: skip


def meant(index: ClaimsIndex, sentence: Sentence, edge: Edge, named: frozenset[str]) -> Edge | None:
    """The edge with the direction of its claim; None where the sentence cannot be held against it."""
    claim = edge.claim
    kind = _kind(index, claim)
    if not kind or sentence.restricts:
        return None
    if _is_treated(index, claim) and claim.comparator not in named:
        return None
    own = {edge.subject, edge.object, claim.comparator, *claim.population} | index.universal
    about = frozenset().union(*(index.up(name) for name in claim.population))
    for mention in sentence.mentions:
        if sentence.types(mention) <= {"population", "condition"} and own.isdisjoint(mention.concepts):
            inside = any(c in index.up(edge.subject) or c in index.up(edge.object) for c in mention.concepts)
            if not inside and about.isdisjoint(mention.concepts):
                return None
    return edge._replace(kind=kind)


def told(sentence: Sentence, edge: Edge, spots: Mapping[str, Sequence[Spot]]) -> Told | None:
    """What the sentence tells of the two ends, with the arms the right way round."""
    found = relations.told(sentence, edge, spots)
    objects = spots.get(edge.object, ())
    if found is None or _is_state(sentence, found, objects) or _of_another(sentence, found, edge, objects):
        return None
    turn = arms(sentence, edge)
    if turn is None:
        return None
    if found.kind == "linked" and edge.kind == "up":
        found = replace(found, kind="oftener")
    if found.kind == "cause" and edge.kind == "up" and _is_seen(edge.claim):
        found = replace(found, kind="stronger")
    return replace(found, kind=OPPOSITE.get(found.kind, found.kind)) if turn else found


def _kind(index: ClaimsIndex, claim: Claim) -> str:
    """The direction, "up" or "down"; "none" where the claim says that nothing changes; "" where it leaves that open."""
    held = claim.figure
    null = 1 if held is not None and held.kind in {Kind.RATIO, Kind.FOLD} else 0
    ci = held.ci if held is not None else None
    if ci is not None and ci.low is not None and ci.high is not None and ci.low <= null <= ci.high:
        tokens = text_words.split(claim.statement)
        lows = {token.low for token in tokens}
        denied = negated(tokens) or denied_comparison(tokens) or not effect_words.SAME.isdisjoint(lows)
        return "none" if denied else ""
    return index.side_of(claim)


def _is_treated(index: ClaimsIndex, claim: Claim) -> bool:
    """Whether the other arm is given something that works, so that the effect is over that alone."""
    concept = index.kb.concepts.get(claim.comparator)
    if concept is None or concept.type not in {"intervention", "substance"}:
        return False
    return IDLE_ARMS.isdisjoint(word.low for word in text_words.split(concept.label))


def _is_seen(claim: Claim) -> bool:
    """Whether a claim only says that one thing went with another."""
    lows = {token.low for token in text_words.split(claim.statement)}
    return not (lows.isdisjoint(effect_words.LINKED) and lows.isdisjoint({"odds", "had", "have"}))


def arms(sentence: Sentence, edge: Edge) -> bool | None:
    """Whether the arms of a comparison stand the other way round; None where it is with something else."""
    if sentence.lows.isdisjoint(_MARKS):
        return False
    words = sentence.words
    for at, word in enumerate(words):
        if word.low not in _MARKS or (word.low == "against" and at and words[at - 1].low.startswith(("prot", "guar"))):
            continue
        mention = next((m for m in sentence.mentions if at < m.first <= at + 6), None)
        between = {w.low for w in words[at + 1 : mention.first if mention else at + 5]}
        if mention is None:
            return False if not between.isdisjoint(REST) else None
        if edge.claim.comparator and edge.claim.comparator in mention.concepts:
            return False
        if not between.isdisjoint(REST - {"those", "people"}):
            return False  # "than in those without A"
        if edge.subject in mention.concepts:
            other = any(edge.claim.comparator in m.concepts for m in sentence.mentions if m.first < at)
            return True if edge.claim.comparator and other else None
        return None
    return False


_TO_OBJECT: Final = (
    english.DETERMINERS
    | effect_words.AMOUNTS
    | effect_words.MEASURED
    | effect_words.DEGREES
    | english.listed("likely prone apt often to have has had get develop suffer face from new future further severe")
) - {"in", "for", "with", "without"}
"""Words between a comparison and the thing of which there is more or less."""


def _of_another(sentence: Sentence, found: Told, edge: Edge, objects: Sequence[Spot]) -> bool:
    """Whether a comparison behind the subject is of something else: "A is less useful in B"."""
    words = sentence.words
    starts = [m.last for m in sentence.mentions if edge.subject in m.concepts]
    for spot in objects:
        if not found.first <= spot.first < found.last:
            continue
        at = next((i for i in range(found.first, spot.first) if words[i].low in moving.COMPARATIVES), -1)
        if at < 0 or not any(start <= at for start in starts):
            continue
        return any(words[i].low not in _TO_OBJECT and not sentence.taken[i] for i in range(at + 1, spot.first))
    return False


def _is_state(sentence: Sentence, found: Told, objects: Sequence[Spot]) -> bool:
    """Whether the direction only describes what is there: "A for high B", "A in people with raised B"."""
    words = sentence.words
    marks = [i for i in range(found.first, found.last) if (each := act(words, i)) and each.kind in {"up", "down"}]
    if not marks or any(words[i].low not in states.STATES or sentence.taken[i] for i in marks):
        return False
    if any(kind_of(words[i].low) in {"cause", "linked"} for i in range(found.first, found.last)):
        return False
    at = marks[0]
    if not any(0 <= spot.first - at <= 1 for spot in objects):
        return False
    while at and words[at - 1].low in {"a", "an", "the", "their", "very", "much", "significantly"}:
        at -= 1
    if _is_compared(sentence, at, marks[0]):
        return False
    return at == 0 or words[at - 1].low in _HERE or words[at - 1].low in english.CUTS


def _is_compared(sentence: Sentence, at: int, mark: int) -> bool:
    """Whether people have more or less than others: "had more A than those given B"."""
    words = sentence.words
    if words[mark].low not in {"more", "less", "higher", "lower"} or words[at - 1].low not in {"have", "has", "had"}:
        return False
    than = next((i for i in range(mark + 1, len(words)) if words[i].low == "than"), mark)
    return any(mark < m.first < than for m in sentence.mentions) and not any(
        words[i].low in english.RELATIVE for i in range(max(0, at - 3), at)
    )
