"""What "better" and "worse" tell of a thing: less or more of it, by what it is and by the word that says so.

"A eases B" says that there is less of B, whatever B is; "A improves B" says so of a complaint. "A calms B" of a cell or
a nerve says that it does less, and "A provokes B" that it does more.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.naming import verbal
from evidencekb.draft.statements.edges import UNHELPED
from evidencekb.text import words as split

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.sentences.telling import Told
    from evidencekb.draft.statements.edges import Edge

_WORTH: Final = frozenset({"better", "worse"})
_HOW_OFTEN: Final = english.listed("risk risks odds chance chances likelihood prevalence incidence rate rates onset")
_HELPING: Final = frozenset({"help", "helps", "helped", "helping"})
_CAUSING: Final = frozenset({"cause", "causes", "caused", "causing"})
_SETTING_OFF: Final = english.listed("trigger triggers triggered provoke provokes provoked start starts begin begins")
_BRINGING_ON: Final = _CAUSING | _SETTING_OFF | english.listed("bring brings brought bringing")
_GAINS: Final = effect_words.GOODS - english.listed("weight use response energy life attention sleep adherence")
_HAD: Final = frozenset({"condition", "outcome", "measure"})
"""Types of what people have or what is measured of them."""

WAYS: Final = {"milder": "better", "graver": "worse"}
"""How a complaint becomes of whose burden there is less or more, and the word that tells it."""
OF_COMPLAINTS: Final = frozenset({*WAYS, UNHELPED})
"""Kinds of edges to a complaint, which tell how those who have it fare and not who has it."""


def is_of_new_cases(sentence: Sentence, edge: Edge, told: Told) -> bool:
    """Whether more or less is told of who comes to have a complaint, where a claim says that it gets worse or better.

    Only where new cases have a concept of their own, which the same words may mean: "raises the risk of A".
    """
    if edge.kind not in {*WAYS, *WAYS.values()} or told.kind in WAYS.values():
        return False
    if not _BRINGING_ON.isdisjoint(word.low for word in split.split(edge.claim.statement)):
        return False  # "brings on or worsens A"
    named = [m for m in sentence.mentions if edge.object in m.concepts]
    return bool(named) and all(len(m.concepts) > 1 for m in named)


def is_told(sentence: Sentence, told: Told | None) -> bool:
    """Whether it is told that a complaint becomes better or worse, or stays, which says the same of its severity."""
    if told is None or told.reversed:
        return False
    return told.kind in _WORTH or (told.kind == "same" and not told.negated and sentence.lows.isdisjoint(_HOW_OFTEN))


def read(index: ClaimsIndex, sentence: Sentence, edge: Edge, told: Told) -> Told:
    """What is told, "calms" and "provokes" read as less and more where no complaint is calmed, and "helps" as more."""
    if told.kind == "cause" and edge.kind == "worse" and _is_beyond(index, sentence, edge, told):
        return replace(told, kind="stronger")
    if told.kind not in _WORTH or edge.kind not in {"up", "down"}:
        return told
    if index.kb.concepts[edge.object].type in _HAD:
        return told
    if told.kind == "better" and _says(sentence, told, _HELPING) and _is_done(index, sentence, edge.object):
        return replace(told, kind="up")
    wanted = effect_words.CALMING if told.kind == "better" else effect_words.ROUSING
    if not _says(sentence, told, wanted):
        return told
    return replace(told, kind="down" if told.kind == "better" else "up")


def _is_beyond(index: ClaimsIndex, sentence: Sentence, edge: Edge, told: Told) -> bool:
    """Whether a condition is told to be caused by what a claim only says to make it worse."""
    if index.kb.concepts[edge.object].type != "condition" or not _says(sentence, told, _CAUSING):
        return False
    own = {word.low for text in (edge.claim.statement, *edge.claim.wordings) for word in split.split(text)}
    if not told.negated and not own.isdisjoint(_SETTING_OFF):
        return False
    return not any(effect_words.kind_of(low) == "cause" for low in own)


def _is_done(index: ClaimsIndex, sentence: Sentence, name: str) -> bool:
    """Whether a process is told by its verb, so that what helps it makes for more: "A helps B drain"."""
    concept = index.kb.concepts[name]
    names = (concept.label, *concept.synonyms)
    return any(
        verbal.tells(word.low, names) and not verbal.root(word.low)
        for m in sentence.mentions
        if name in m.concepts
        for word in sentence.words[m.first : m.last]
    )


def is_ill(index: ClaimsIndex, sentence: Sentence, edge: Edge, told: Told) -> bool:
    """Whether less of the object is better, as far as the word that is told needs to know.

    Of an outcome that may be good or bad, "improves" agrees with less of it but contradicts nothing.
    """
    if index.ill(edge.object):
        return True
    more_of_it = edge.kind == "worse" and told.kind == "up" and not told.negated
    if (
        (told.kind not in _WORTH and not more_of_it)
        or index.kb.concepts[edge.object].type != "outcome"
        or _is_good(index, edge.object)
    ):
        return False
    return told.kind == "worse" or more_of_it or edge.kind == "down" or _says(sentence, told, effect_words.RELIEVING)


def _is_good(index: ClaimsIndex, name: str) -> bool:
    """Whether an outcome is one of which more is better: abstinence, a recovery, the quality of something."""
    return any(word.low in effect_words.GOODS for word in split.split(index.kb.concepts[name].label))


def works(index: ClaimsIndex, name: str) -> bool:
    """Whether a thing is a working of the body, of which more is better: an uptake, a function."""
    concept = index.kb.concepts.get(name)
    return concept is not None and any(word.low in effect_words.WORKINGS for word in split.split(concept.label))


def is_gain(index: ClaimsIndex, name: str) -> bool:
    """Whether more of a thing is always better: strength, a function, the quality of something."""
    concept = index.kb.concepts.get(name)
    return concept is not None and any(word.low in _GAINS for word in split.split(concept.label))


def _says(sentence: Sentence, told: Told, wanted: frozenset[str]) -> bool:
    """Whether one of some words stands among those that carry what is told."""
    return any(word.low in wanted for word in sentence.words[told.first : told.last])
