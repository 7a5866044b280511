"""Comparisons of a compound measure whose parts stand apart: "vesicles carried more of it".

The parts must be there as mentions or words, and so must the group that the claim compares.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.language.effect_words import kind_of
from evidencekb.draft.sentences.telling import Spot, Told, negated, not_found
from evidencekb.draft.statements import comparing, judging, relations
from evidencekb.draft.statements.edges import COMPARING, KINDS, Edge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.assertion import Verdict
    from evidencekb.model.nodes import Claim


def find(index: ClaimsIndex, sentence: Sentence) -> Iterator[tuple[Verdict, Claim, int, int]]:
    """The verdicts on such comparisons with their claims, and the words first:last that carry them."""
    if not sentence.lows.isdisjoint(effect_words.RULING_OUT):
        return
    for claim, parts in index.compounds(sentence.stems):
        named = frozenset(c for m in sentence.mentions for c in m.concepts)
        if claim.subject in named or not ({claim.object, *claim.population} - {""}) & named:
            continue
        kind = KINDS.get(claim.relation, "")
        spots = _of_their_own(sentence, parts)
        marks = [i for i, word in enumerate(sentence.words) if kind_of(word.low) in {"up", "down", "same"}]
        if relations.changed(sentence, Edge(claim.subject, "", claim.object, claim)):
            continue
        marks = [i for i in marks if not i or sentence.words[i - 1].low not in english.MODAL]
        if kind not in COMPARING | {"none"} or not marks or not spots or max(spots) - min(spots) > 14:
            continue
        at = min(marks, key=lambda i: min(abs(i - spot) for spot in spots))
        group = next((Spot(m.first, m.last) for m in sentence.mentions if claim.object in m.concepts), None)
        if group is not None and comparing.is_elsewhere(sentence, group, at):
            continue
        against = negated(sentence, at) != not_found(sentence, at)
        said = kind_of(sentence.words[at].low)
        edge = Edge(claim.subject, kind, claim.object, claim)
        verdict = judging.put(index, sentence, edge, Told(said, min(at, *spots), max(at, *spots) + 1, against))
        if verdict is not None:
            yield verdict, claim, min(at, *spots), max(at, *spots) + 1


def _of_their_own(sentence: Sentence, parts: frozenset[str]) -> list[int]:
    """Where the parts of a name stand that belong to no name of another thing; empty where one of them does not."""
    words = sentence.words
    inside = {i for m in sentence.mentions if words[m.last - 1].stem not in parts for i in range(m.first, m.last)}
    spots = [i for i, word in enumerate(words) if word.stem in parts and i not in inside]
    return spots if parts == {words[i].stem for i in spots} else []
