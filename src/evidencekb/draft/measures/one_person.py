"""Figures that state nothing of medicine at large: one person's test result or weight, a survey's answers, idioms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.model.quantity import Kind
from evidencekb.text import moving
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

_OWNING: Final = english.listed("her his my our")
_PERSON: Final = english.listed("she he i")
_ONE: Final = english.listed("patient woman man boy girl child lady gentleman mother father student teacher")
_PAST: Final = english.listed(
    "was were had fell dropped rose climbed came showed measured stood weighed reached took received got started "
    "went slept woke returned sank jumped remained stayed tested"
)
_RELATIVE: Final = frozenset({"whose", "who", "in"})
_GENERAL: Final = english.listed(
    "should must may can if when whenever unless once often usually studies study trial trials"
)
_OF_ALL: Final = english.CHANCES | {"risk", "if", "once", "whenever"}
"""Words behind a share with which it is of whoever has something: "a 24% chance that she has A", "24% if she has A"."""
_COMPARED: Final = english.listed("more less than lighter heavier")
_WEIGHING: Final = english.listed("weigh weighs weighed weighing")
_WEIGHED: Final = english.listed("man woman adult person patient child boy girl male female")
_WEIGHTS: Final = frozenset({"kg", "lb", "g", "oz", "t"})
_SURVEYED: Final = english.listed(
    "survey surveys questionnaire questionnaires poll polls mailed mailing posted invited invitation invitations "
    "interviewers census answered"
)
_IDIOM: Final = pattern(
    r" (?:sure|certain|convinced|confident|committed|honest|serious|in favou?r|behind|right|natural|"
    r"pure|"
    r"focused|dedicated|recyclable|recycled|alcohol|juice|(?:of )?the time spent|(?:there|myself|yourself|"
    r"himself|herself|themselves))\b",
    re.IGNORECASE,
)
_HALFWAY: Final = english.listed(
    "bear bears bore believe believes believed expect expects expected suspect suspects suspected hope hopes hoped "
    "joking jokingly confirm confirms confirmed remember remembers remembered asleep awake open closed empty joked "
    "listening listened wonder wonders wondered wish wishes wished serious heartedly convinced afraid hidden buried"
)
"""Words of which "half" before them is an adverb: "the numbers half bear that out"."""
_LYING: Final = english.listed("asleep awake open closed empty hidden buried")
_HALVED: Final = english.listed(
    ", ; : of about nearly almost over under than least only roughly some just in among and"
)
_EFFORT: Final = pattern(r"\b(?:give|gives|gave|giving|given)(?: \w+){0,2} $", re.IGNORECASE)
_NEAR: Final = 8
_FAR: Final = 14
"""Words between a person or a measure and its figure, at most."""
_NAME_AND_AGE: Final = 4
"""Words of "Anna, 47,"."""
_DIGITS: Final = 3
_RATE: Final = pattern(r"\b(?:response|return|participation|completion|refusal) rate\b", re.IGNORECASE)
_ANSWERED: Final = pattern(
    r"(?<!who )(?<!that )(?<!had )(?<!have )\b(?:answered|replied|"
    r"responded to (?:the|our|a) (?:survey|questionnaire|poll|invitation|letter)|took part|"
    r"participated|returned (?:the|their|it|our)|filled (?:in|out)|agreed to take part|declined to take part)\b",
    re.IGNORECASE,
)


def is_idle(sentence: Sentence, figure: Figure, text: str) -> bool:
    """Whether a figure is of one person's case, a person's weight, a survey's answers or a manner of speaking."""
    said = figure.quantity
    if said.kind is Kind.PROPORTION:
        after = text[figure.full_end : min(sentence.end, figure.full_end + 60)]
        if _IDIOM.match(after) or (said.value is not None and said.value >= 100 and _gives(text, figure, after)):
            return True
        if figure.text.lower() == "half" and _halfway(sentence, figure):
            return True
        if _is_answered(sentence, figure, text) or _recounts(sentence, figure):
            return True
    elif said.unit in _WEIGHTS and _weighs(sentence, figure):
        return True
    return _is_case(sentence, figure)


def _halfway(sentence: Sentence, figure: Figure) -> bool:
    """Whether "half" only weakens the word behind it: "half asleep", "I half expected it"."""
    at, after = sentence.position(figure.start), sentence.position(figure.end)
    words = sentence.words
    if after >= len(words) or words[after].low not in _HALFWAY:
        return False
    return words[after].low in _LYING if not at else words[at - 1].low not in _HALVED


def _gives(text: str, figure: Figure, after: str) -> bool:
    """Whether somebody gives his all: "she gave it 100%"."""
    alone = not after.strip() or after.lstrip()[0] in ".,;!?"
    return alone and _EFFORT.search(text, max(0, figure.full_start - 30), figure.full_start) is not None


def _recounts(sentence: Sentence, figure: Figure) -> bool:
    """Whether a share is of what one person does: "in one of every three talks she mentions it"."""
    if sentence.lows.isdisjoint(_PERSON):
        return False
    at = sentence.position(figure.end)
    for i in range(at, min(at + 5, len(sentence.words))):
        low = sentence.words[i].low
        if low in _PERSON:
            return i > at
        if (
            (low in _OF_ALL and sentence.mentions)
            or sentence.taken[i]
            or low in english.PEOPLE
            or low in english.PEOPLE_NAMED
        ):
            return False
    return False


def _is_answered(sentence: Sentence, figure: Figure, text: str) -> bool:
    """Whether a share is of those asked who answered."""
    if sentence.lows.isdisjoint(_SURVEYED | {"rate"}):
        return False
    if not sentence.lows.isdisjoint(effect_words.BETTER - {"responded", "response", "respond"}):
        return False
    treated = any(sentence.types(m) & {"intervention", "substance"} for m in sentence.mentions)
    if _RATE.search(text, sentence.start, sentence.end):
        return not treated and not sentence.lows.isdisjoint(_SURVEYED)
    return not treated and _ANSWERED.search(text, figure.full_end, min(sentence.end, figure.full_end + 90)) is not None


def _weighs(sentence: Sentence, figure: Figure) -> bool:
    """Whether a mass is the weight of a person or a thing: "weighs 70 kg", "a 70-kg man"."""
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.end)
    if any(word.low in _WEIGHING for word in words[max(0, at - 4) : at]):
        return all(word.low not in _COMPARED for word in words[after : after + 3])  # "weighed 3 kg more"
    return any(word.low in _WEIGHED for word in words[after : after + 2]) and at != 0


def _is_case(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure is of one person: "Her A was 12 ng/mL", "A woman of 45 had …"; none of a general sentence."""
    if figure.quantity.kind not in {Kind.MEASURE, Kind.PROPORTION} or not sentence.lows.isdisjoint(_GENERAL):
        return False
    words = sentence.words
    at = sentence.position(figure.full_start)
    for mention in sentence.mentions:  # "Her A was 12", "the patient's A fell to 12"
        if mention.last > at or not sentence.types(mention) & {"measure"}:
            continue
        before = [word.low for word in words[max(0, mention.first - 3) : mention.first]]
        owned = bool(before) and (before[-1] in _OWNING or (len(before) > 1 and before[-2] in _OWNING))
        if not owned and any(low[:-2] in _ONE and low.endswith(("'s", "\u2019s")) for low in before):
            owned = any(word.low in _PAST for word in words[mention.last : at])
        if owned and at - mention.last <= _NEAR:
            return True
    if figure.quantity.kind is not Kind.MEASURE:
        return False
    if _is_by_name(sentence):
        return True
    for i in range(max(0, at - _FAR), at):
        if words[i].low not in _PAST or sentence.taken[i]:
            continue
        if words[i - 1].low in {"has", "have"} and any(w.low in _RELATIVE for w in words[max(0, i - 6) : i]):
            continue  # "a child whose A has reached 100": any such child
        if _is_one(sentence, i):
            return True
    return False


def _is_by_name(sentence: Sentence) -> bool:
    """Whether a sentence begins with a name that no concept has, and an age: "Anna, 47, …", "Anna (47) …"."""
    words = sentence.words
    if len(words) < _NAME_AND_AGE or sentence.taken[0] or not words[0].raw[:1].isupper():
        return False
    name, opening, age, closing = (words[i].raw for i in range(_NAME_AND_AGE))
    return name.isalpha() and opening + closing in {",,", "()"} and age.isdecimal() and len(age) <= _DIGITS


def _is_one(sentence: Sentence, verb: int) -> bool:
    """Whether the subject of a verb is one person: "she", "I", "a 45-year-old woman", "one patient", "the patient"."""
    words = sentence.words
    if verb and words[verb - 1].low in _PERSON:
        return True
    for i in range(verb - 1, max(-1, verb - 6), -1):
        low = words[i].low
        if low in {",", ";", "."}:
            return False
        if low in _ONE:
            return any(
                word.low in {"a", "an", "one", "the", "this", "our", "another"} for word in words[max(0, i - 6) : i]
            )
    return False


_GOING: Final = (effect_words.UP | effect_words.DOWN | moving.VERBS.keys()) - moving.COMPARATIVES.keys()
"""Words of what goes from one value to another; "more" and "lower" may be the bound of another figure."""


def is_level(sentence: Sentence, figure: Figure) -> bool:
    """Whether a value is where a test began or ended, and no cut-off: "rose from 20 to 60 ng/mL"."""
    if "from" not in sentence.lows or figure.quantity.is_range:
        return False
    lows = [word.low for word in sentence.words[: sentence.position(figure.full_start)]][-_NEAR:]
    if not lows or lows[-1] not in {"from", "to"} or "from" not in lows:
        return False
    return not sentence.lows.isdisjoint(_GOING)
