"""Times that a complaint goes on, or that pass before something is done about it: "eight years pass before A is found".

No claim need tell of such a time for it to be a figure of medicine that wants a source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

_LASTING: Final = english.listed("last lasts persist persists continue continues linger lingers endure endures")
_LATE: Final = english.listed("undiagnosed untreated unrecognized unrecognised undetected")
_PASSING: Final = english.listed("pass passes elapse elapses")
_WAITING: Final = english.listed("delay lag wait gap interval")
"""Nouns for a time before something is done."""
_OPENING: Final = frozenset({"between", "before", "until", "till"})
_LEAD: Final = english.ADVERBS | english.listed("for about on average some around up to roughly nearly almost over")
_BEFORE_VERB: Final = english.ADVERBS | english.AUXILIARY | english.listed("symptoms attacks complaints episodes")
_MEDICAL: Final = frozenset({"condition", "process", "outcome"})
_OF_ONE: Final = english.listed("i my me we our he his him she her you your")
"""Words by which a time is one person's own."""
_NEAR: Final = 6


def is_one(sentence: Sentence, figure: Figure) -> bool:
    """Whether a time is told that a complaint goes on or goes unseen, of everyone who has it."""
    if not sentence.lows.isdisjoint(_OF_ONE):
        return False
    ends = {m.last for m in sentence.mentions if "condition" in sentence.types(m)}
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    if _goes_on(sentence, at, ends):
        return True
    told = any(sentence.types(m) & _MEDICAL for m in sentence.mentions)
    return told and (_passes(sentence, after) or _is_waited(sentence, at))


def _goes_on(sentence: Sentence, at: int, ends: set[int]) -> bool:
    """Read "A lasts for N", "A symptoms persist for N", "A goes undiagnosed for N"."""
    words = sentence.words
    verb = at - 1
    while verb > 0 and words[verb].low in _LEAD:
        verb -= 1
    if verb < 1 or words[verb].low not in _LASTING | _LATE:
        return False
    named = verb
    while named > 0 and named not in ends and words[named - 1].low in _BEFORE_VERB | {"go", "goes", "remains", "stays"}:
        named -= 1
    return named in ends


def _passes(sentence: Sentence, after: int) -> bool:
    """Read "N pass before A is found", "N go by between the first signs of A and treatment"."""
    lows = [word.low for word in sentence.words[after : after + _NEAR] if word.low not in english.ADVERBS]
    gone = lows[:1] and (lows[0] in _PASSING or lows[:2] in (["go", "by"], ["goes", "by"]))
    return bool(gone) and not _OPENING.isdisjoint(lows)


def _is_waited(sentence: Sentence, at: int) -> bool:
    """Read "the delay from the first signs of A to treatment is N"."""
    words = sentence.words
    verb = at - 1
    while verb > 0 and words[verb].low in _LEAD:
        verb -= 1
    told = verb > 0 and words[verb].low in {"is", "averages"}
    return told and any(words[i].low in _WAITING and not sentence.taken[i] for i in range(verb))
