"""Whether a percentage tells a change rather than a share of people: "by 30%", "30% lower", "a 30% reduction"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences import predicates, removing
from evidencekb.model.quantity import Form, Kind
from evidencekb.text import moving

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

MOVING: Final = effect_words.UP | effect_words.DOWN | effect_words.BETTER | effect_words.WORSE | moving.VERBS.keys()
_CHANGED: Final = effect_words.CHANGES | english.listed("shorter longer faster slower quicker bigger")
_OF_WHOSE: Final = english.listed("a an the your their his her its all that")
_MEASURED: Final = frozenset({"measure", "process"})


def is_change(sentence: Sentence, low: int, at: int, after: int) -> bool:
    """Whether the percentage at the words at:after tells a change, in the clause that begins at `low`."""
    words = sentence.words
    following = words[after].low if after < len(words) else ""
    fronted = words[low].low in english.OF or [word.low for word in words[low : low + 2]] == ["out", "of"]
    if fronted and words[at - 1].low == "," and predicates.is_told(sentence, after):
        return False  # "of A, 30% fall"
    counted = {words[i].low for i in range(at, min(after, len(words)))}
    if following == "risk" and at and words[at - 1].low in english.ARTICLES:
        return words[after + 1].low in effect_words.CHANGES if after + 1 < len(words) else False
    if (
        following in _CHANGED
        and not counted & {"in", "every", "out"}
        and not (
            following in {"less", "more", "improvement", "improvements"}
            and after + 1 < len(words)
            and words[after + 1].low in english.PEOPLE
        )
    ):
        return True
    if following in {"above", "below"} and [w.low for w in words[after + 1 : after + 2]] in (["that"], ["those"]):
        return True  # "30% above that of B"
    if following == "off" and at > low and words[at - 1].low in _TAKING_OFF:
        return _is_of_a_risk(sentence, after + 1)
    if at and following != "of" and _is_of_an_object(sentence, low, at, following):
        return True
    if following == "of" and _is_taken_from(sentence, low, at, after):
        return True
    if at and words[at - 1].low == "by" and not _of_people(sentence, after):
        return any(words[i].low in MOVING for i in range(low, at))
    return False


def is_had(sentence: Sentence, figure: Figure) -> bool:
    """Whether a change is told of so many people right behind it: "the score fell by half in 47%"."""
    at = sentence.position(figure.full_end)
    if [word.low in _IN for word in sentence.words[at : at + 1]] != [True]:
        return False
    share = next((f for f in sentence.figures if f.start > figure.end), None)
    return (
        share is not None and share.quantity.kind is Kind.PROPORTION and sentence.position(share.full_start) == at + 1
    )


def is_prevented(sentence: Sentence, figure: Figure) -> bool:
    """Whether a percentage tells what part of the cases of something does not come about: "A prevents 30% of Bs".

    Such a part is by how much B falls on A. "30% of Bs are prevented by A" says the same; that they are preventable, or
    that they were, of nothing that is named, tells of no treatment.
    """
    keeping = "from" in sentence.lows and not sentence.lows.isdisjoint(_KEEPING)
    if sentence.lows.isdisjoint(_PREVENTING) and not keeping:
        return False
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    start = sentence.position(figure.inner[0]) if figure.inner[1] else after
    if start < len(words) and words[start].low == "of":
        start += 1
    elif figure.quantity.form is not Form.FRACTION:
        return False
    while start < len(words) and words[start].low in _CASES:
        start += 1
    of = next((m for m in sentence.mentions if m.first == start), None)
    if of is None or not sentence.types(of) & {"outcome", "condition"}:
        return False
    kept = keeping and at > 0 and words[at - 1].low in _KEEPING and _comes_about(sentence, max(of.last, after))
    if kept or (at and words[at - 1].low in _PREVENTING):
        verb = at - 1
        doers = sentence.within(max(0, verb - _FAR), verb)
    else:
        verb = next((i for i in range(of.last, min(len(words), of.last + 5)) if words[i].low in _PREVENTING), -1)
        passive = verb > 0 and words[verb].low.endswith("ed") and words[verb - 1].low in _BEING
        doers = sentence.within(verb, verb + 5) if passive and words[verb + 1 : verb + 2] else []
        if not doers or words[verb + 1].low not in {"by", "with"}:
            return False
    if any(word.low in english.DENIAL for word in words[max(0, verb - 3) : verb]):
        return False
    return any(sentence.types(m) & {"intervention", "substance"} for m in doers)


_PREVENTING: Final = english.listed(
    "prevent prevents prevented preventing avert averts averted averting forestall forestalls forestalled avoid avoids "
    "avoided"
)
_KEEPING: Final = english.listed("keep keeps kept keeping stop stops stopped stopping")
_HAPPENING: Final = english.listed("happening occurring developing arising appearing coming forming starting")
_TAKING_OFF: Final = english.listed(
    "take takes took taken taking knock knocks knocked knocking shave shaves shaved shaving lop lops lopped lopping"
)
"""Verbs with which something goes "off" a risk."""
_CASES: Final = english.listed("of all the cases episodes new first further future their these those such")
_BEING: Final = english.listed("is are was were be been being")
_IN: Final = frozenset({"in", "for", "among"})
_RISKS: Final = english.CHANCES | english.NUMBERS | english.listed("risk risks people's patients' adults'")
_NEAR: Final = 6
_FAR: Final = 8
"""Words between a treatment and the verb of what it does."""


def _comes_about(sentence: Sentence, at: int) -> bool:
    """Whether "from happening" follows soon."""
    lows = [word.low for word in sentence.words[at : at + _FAR]]
    return any(one == "from" and other in _HAPPENING for one, other in pairwise(lows))


def _is_of_a_risk(sentence: Sentence, at: int) -> bool:
    """Whether what something is taken off is a risk or what people get, not a drug that people are taken off."""
    mention = next((m for m in sentence.mentions if at <= m.first < at + _NEAR), None)
    if mention is None or sentence.types(mention) & {"intervention", "substance"}:
        return False
    return all(word.low in english.CLOSED | _RISKS for word in sentence.words[at : mention.first])


def _is_of_an_object(sentence: Sentence, low: int, at: int, following: str) -> bool:
    """Whether a measure is told to have changed by a percentage without "by": "cut A 30%", "A fell 30%"."""
    words = sentence.words
    if words[at - 1].low in moving.VERBS and not sentence.taken[at - 1]:
        measured = [m for m in sentence.within(low, at - 1) if sentence.types(m) == {"measure"}]
        return following == "off" or any(at - 4 <= m.last < at for m in measured)
    named = next((m for m in sentence.within(low, at) if m.last == at and sentence.types(m) == {"measure"}), None)
    if named is None:
        return False
    return any(
        words[i].low in moving.VERBS and not sentence.taken[i] for i in range(max(low, named.first - 4), named.first)
    )


def _is_taken_from(sentence: Sentence, low: int, at: int, after: int) -> bool:
    """Whether so much of what is measured is told to be lost: "A takes away 30% of B", "A robs you of 30% of the B"."""
    if not removing.removes(sentence, low, at):
        return False
    start = after + 1
    while start < len(sentence.words) and sentence.words[start].low in _OF_WHOSE:
        start += 1
    return any(m.first == start and sentence.types(m) <= _MEASURED for m in sentence.mentions)


def _of_people(sentence: Sentence, after: int) -> bool:
    """Whether "of" and people follow, who then do what is said: "low spirits are reported by 30% of adults"."""
    words = sentence.words
    if after + 1 >= len(words) or words[after].low not in {"of", "among", "amongst"}:
        return False
    held = sentence.within(after + 1, after + 5)
    return sentence.names_people(after + 1, min(len(words), after + 5)) or any(
        sentence.types(m) & {"population"} for m in held
    )
