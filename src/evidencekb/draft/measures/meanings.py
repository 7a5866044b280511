"""What a sentence says that a cut-off means or calls for, where that is not what the claim says.

Read "a value of N or more means A", "A is diagnosed at a value of N", "A is started when the value falls below N".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences.telling import negated
from evidencekb.model.assertion import Verdict

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim

_MEANING: Final = frozenset(
    {"means", "mean", "meant", "meaning", "sign", "signs", "signals", "signal", "signaled", "signalled", "indicates",
     "indicate", "indicated", "indicating", "indicative", "points", "point", "pointing", "pointed", "shows", "showing",
     "suggests", "suggest", "suggesting", "suggestive", "suggested", "defines", "define", "defined", "definition",
     "called", "diagnosed", "diagnosis", "diagnoses", "diagnostic", "diagnose", "counts", "count", "marks", "marker",
     "reflects", "reflect", "denotes", "denote", "represents", "represent", "equals", "amounts", "criterion", "reveals",
     "betrays", "confirms", "confirm", "establishes", "proof", "evidence", "hallmark", "labelled", "labeled", "termed",
     "considered", "classified", "classed", "known", "regarded", "deemed", "translates", "constitutes"}
)  # fmt: skip
_CALLING: Final = frozenset(
    {"calls", "call", "requires", "require", "warrants", "warrant", "prompts", "demands", "needs", "need", "started",
     "start", "starts", "begun", "stopped", "stop", "offered", "offer", "advised", "advise", "recommended", "recommend",
     "considered", "prescribed", "given", "indicated", "needed", "warranted", "justifies", "justified", "initiated",
     "withdrawn", "withheld", "paused", "reason", "time", "grounds", "cue"}
)  # fmt: skip
_MEANT: Final = frozenset({"condition", "outcome"})
_DONE: Final = frozenset({"intervention", "substance"})
_STOP: Final = frozenset({",", ";", ":", "(", "but", "while", "whereas", "because", "if", "when", "in", "among"})
_POINTING: Final = frozenset({"it", "they", "this", "that", "them", "these", "also", "too", "so"})
_SEVERAL: Final = 2
_REACH: Final = 6
"""Words between a verb of meaning and what is meant."""


def is_told(sentence: Sentence, clause: tuple[int, int]) -> bool:
    """Whether the clause of one of several figures says by itself what its figure means or calls for.

    What another clause names is then not what it speaks of: "A is offered from N; above M, B counts as severe".
    """
    if len(sentence.figures) < _SEVERAL or clause == (0, len(sentence.words)):
        return False
    lows = {sentence.words[i].low for i in range(*clause) if not sentence.taken[i]}
    if not lows.isdisjoint(_POINTING):
        return False
    return not lows.isdisjoint(_MEANING | _CALLING)


def fault(index: ClaimsIndex, claim: Claim, sentence: Sentence) -> Verdict | None:
    """What is wrong where a cut-off's figure is a claim's: another thing is meant or done there."""
    lows = sentence.lows
    if lows.isdisjoint(_MEANING) and lows.isdisjoint(_CALLING):
        return None
    wanted = {claim.means, claim.action} - {""}
    named = frozenset(c for m in sentence.mentions for c in m.concepts)
    known = wanted | index.meanings(claim.measure)
    if not wanted or any(_alike(index, name, other) for name in named for other in known):
        return None
    for at, word in enumerate(sentence.words):
        if sentence.taken[at] or negated(sentence, at):
            continue
        if word.low in _MEANING and _told(index, claim, sentence, at, _MEANT) is not None:
            return Verdict.WRONG_OUTCOME
        if word.low in _CALLING and claim.action:
            done = _told(index, claim, sentence, at, _DONE)
            own = index.name_words(claim.action)
            if done is not None and all(own.isdisjoint(index.name_words(name)) for name in done.concepts):
                return Verdict.WRONG_INTERVENTION  # "A is withheld" may be the action named "stopping A"
    return None


def _told(index: ClaimsIndex, claim: Claim, sentence: Sentence, at: int, types: frozenset[str]) -> Mention | None:
    """What a verb of meaning or doing is of: behind it, or before it where the measure stands behind."""
    words = sentence.words
    measured = [m for m in sentence.mentions if claim.measure in m.concepts]
    if any(m.last <= at for m in measured):
        found = next((m for m in sentence.mentions if m.first > at), None)
        if found is None or found.first - at > _REACH:
            return None
        between = words[at + 1 : found.first]
    else:
        found = next((m for m in reversed(sentence.mentions) if m.last <= at), None)
        if found is None or at - found.last > 3 or not measured:
            return None
        if found.first and words[found.first - 1].low in english.OF | {"with"}:
            return None
        between = words[found.last : at]
    if not _STOP.isdisjoint(word.low for word in between) or not sentence.types(found) <= types:
        return None
    people = index.above(frozenset(claim.population))
    return None if not people.isdisjoint(found.concepts) else found


def _alike(index: ClaimsIndex, one: str, other: str) -> bool:
    """Whether one thing is the other or a kind of it."""
    return one in index.up(other) or other in index.up(one)
