"""Noun phrases and verbs: where they begin and end, by words of general English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences import predicates

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence

_ENDS: Final = frozenset({",", ";", ":", ")", "]", "?", "!", ".", "\u2014", "\u2013", "|"})
_TOLD: Final = frozenset({"outcome", "measure", "process"})
_ARTICLES: Final = frozenset({"the", "a", "an", "their", "its", "no"})
_OBJECTS: Final = frozenset({"the", "their", "his", "her"})
_LACKING: Final = english.listed("no not without never")
_LACKED: Final = english.listed("any a an the with having taking on current known signs sign of")
_SUBJECTS: Final = frozenset({"it", "there", "they", "this"})
_SUBJECT_REACH: Final = 8
_OF_THEIRS: Final = frozenset({"whose", "whom"})
"""Words behind which a relative clause has a subject of its own."""
_HAVE: Final = frozenset({"have", "has", "had", "get", "gets", "got", "are", "is", "were", "was"})
_LONG_NAME: Final = 8
_DOING: Final = frozenset({"do", "does", "did", "."})
_TAKING: Final = frozenset({"needed", "used"})
_TAKEN: Final = english.listed("no a an their the only more fewer less any some it them")
"""Words behind a form that is a participle as well, which show that it is the verb: "needed no A"."""


def is_verb(sentence: Sentence, at: int) -> bool:
    """Whether the word at a position is the verb that says something of what stands before."""
    low = sentence.words[at].low
    before = sentence.words[at - 1].low if at else ""
    if sentence.taken[at]:
        behind = sentence.words[at + 1].low if at + 1 < len(sentence.words) else ""
        # what has an object is a verb: "left the trial"
        told = low in english.FINITE or low.endswith("ed") or low in effect_words.BETTER or behind in _OBJECTS
        return told and sentence.tells(at) and before not in english.DETERMINERS | {"with", "or", "and"}
    if low in english.PHRASAL and before not in english.DETERMINERS:
        return at + 1 < len(sentence.words) and sentence.words[at + 1].low in english.PHRASAL[low]
    if low in english.FINITE:
        return not (low in english.NOUNISH and before in english.DETERMINERS)
    if low in _TAKING:
        return at + 1 < len(sentence.words) and sentence.words[at + 1].low in _TAKEN
    if low.endswith("ed") and len(low) > 4 and low not in english.ATTRIBUTIVE and before not in english.DETERMINERS:
        after = sentence.words[at + 1].low if at + 1 < len(sentence.words) else ""
        return after not in english.PEOPLE
    return False


def _is_plagued(sentence: Sentence, at: int, high: int) -> bool:
    """Whether a participle tells what people have: "people plagued by A have B"; "by" is not of a verb then."""
    words = sentence.words
    told = at + 2 < high and words[at].low.endswith("ed") and words[at + 1].low in {"by", "with"}
    return told and sentence.taken[at + 2] and words[at - 1].low not in english.AUXILIARY


def group_end(sentence: Sentence, start: int, high: int, *, single: bool = False) -> int:
    """Where the noun phrase that begins at `start` ends, its relative clauses included; `single` for one of many."""
    words = sentence.words
    relative = False
    hanging = high
    at = start
    while at < high:
        low = words[at].low
        if low in {"(", "["}:
            at = closing(sentence, at, high)
            continue
        if low in english.ADDING and (behind := _adding(sentence, at)):
            at = behind
            continue
        if low == "but" and at > start and (behind := _but_lacking(sentence, at, high)):
            at = behind
            continue
        if low in english.PLAGUING and at > start and _is_plagued(sentence, at, high):
            at += 2
            continue
        if (low in _ENDS and not sentence.taken[at]) or (
            at > start and (low in english.CUTS or at in sentence.figured)
        ):
            return min(at, hanging)
        if low in _SUBJECTS and at > start and _is_subject(sentence, at):
            return min(at, hanging)
        if low in _ARTICLES and at > start + 1 and _begins_anew(sentence, at, high):
            return min(at, hanging)
        if low in english.HANGING and hanging == high and at > start + 1 and words[at - 1].low != "with":
            hanging = at
        if low in english.RELATIVE and at > start and not (low == "that" and words[at - 1].low in english.OF):
            at = _verb_group(sentence, _behind_theirs(sentence, at, high), high)
            at += at + 1 < high and words[at].low == "by" and is_verb(sentence, at - 1)  # "who are hit by A"
            relative = True
            continue
        if is_verb(sentence, at):
            if (
                sentence.taken[at]
                and at > start
                and words[at - 1].low in english.RELATIVE
                and _is_told_of(sentence, at)
            ):
                at += 1
                continue
            if not relative or words[at - 1].low not in {"and", "or", "also", "both", "not"}:
                while at > start + 1 and predicates.is_adverb(words[at - 1].low) and not sentence.taken[at - 1]:
                    at -= 1  # "never develop A": the adverb is of the verb
                return at
            at = max(at + 1, _verb_group(sentence, at, high))  # a name may hold the verb
            continue
        if at > start and (_is_deed(sentence, at) or (words[at - 1].low == "them" and sentence.taken[at])):
            return min(at, hanging)  # "made 15% of them dizzy"
        if low == "without" and at > start and sentence.taken[at]:
            at += 1  # "A patients without B", where a name is of those without it
            continue
        if at > start and (begun := predicates.begins(sentence, at, start, single=single)) is not None:
            return begun
        at += 1
    return hanging


def _is_deed(sentence: Sentence, at: int) -> bool:
    """Whether the name of an outcome that holds its own verb begins here: "still had symptoms"."""
    mention = next((m for m in sentence.within(at, at + 1) if sentence.types(m) == {"outcome"}), None)
    return mention is not None and any(w.low in _HAVE for w in sentence.words[at : mention.last])


def _behind_theirs(sentence: Sentence, at: int, high: int) -> int:
    """Where the verb of a relative clause may stand: behind a subject that no name covers: "whose joints are stiff"."""
    if sentence.words[at].low not in _OF_THEIRS or at + 1 >= high:
        return at + 1
    reach = range(at + 2, min(high, at + _SUBJECT_REACH))
    verb = next((i for i in reach if sentence.words[i].low in _ENDS or is_verb(sentence, i)), at + 1)
    return at + 1 if sentence.words[verb].low in _ENDS or any(sentence.taken[at + 1 : verb]) else verb


def _begins_anew(sentence: Sentence, at: int, high: int) -> bool:
    """Whether an article right behind a name begins the subject of what is said: "in 40% with A the gain ..."."""
    words = sentence.words
    if not sentence.taken[at - 1] or sentence.taken[at] or words[at - 1].low.endswith(("ed", "ing")):
        return False
    if is_verb(sentence, at - 1):
        return False
    if any(m.first == at + 1 and sentence.types(m) <= _TOLD for m in sentence.mentions):
        return True
    return any(is_verb(sentence, i) for i in range(at + 2, min(at + _SUBJECT_REACH, high)))


def _is_told_of(sentence: Sentence, at: int) -> bool:
    """Whether something else is said of "people who stop A", than "do so early"."""
    end = next(m.last for m in sentence.mentions if m.first <= at < m.last)
    return end < len(sentence.words) and sentence.words[end].low not in _DOING


def _adding(sentence: Sentence, at: int) -> int:
    """The position behind "as well as", "in addition to" and the like; 0 where none stands there."""
    for spelt in english.ADDING[sentence.words[at].low]:
        end = at + len(spelt)
        if tuple(word.low for word in sentence.words[at:end]) == spelt:
            return end
    return 0


def _but_lacking(sentence: Sentence, at: int, high: int) -> int:
    """The position behind the name in "with A but no B", which tells more of the people; 0 where it begins a clause."""
    words = sentence.words
    if at + 2 >= high or not (words[at + 1].low in _LACKING or words[at + 1].low.startswith("non-")):
        return 0
    begin = at + 1
    while begin < high and not sentence.taken[begin] and words[begin].low in _LACKING | _LACKED:
        begin += 1
    named = next((m for m in sentence.mentions if m.first == begin), None)
    if named is None or (named.last < high and is_verb(sentence, named.last)):
        return 0
    return named.last


def _is_subject(sentence: Sentence, at: int) -> bool:
    """Whether a pronoun begins what is said: "among A it is", not "of those who have it is"."""
    words = sentence.words
    before = words[at - 1].low
    if before in english.CLOSED or before in effect_words.HOLDING or before in english.RELATIVE:
        return False
    if at + 1 < len(words) and sentence.taken[at + 1]:
        return predicates.is_told(sentence, at + 1)
    return at + 1 < len(words) and words[at + 1].low in english.FINITE


def _verb_group(sentence: Sentence, at: int, high: int) -> int:
    """The position behind the verb of a relative clause with its auxiliaries and adverbs."""
    words = sentence.words
    idle = english.AUXILIARY | {"not", "also", "both", "already", "never", "either", "usually", "often"}
    seen = at
    while at < high and (words[at].low in idle or words[at].low.endswith("ly")) and not sentence.taken[at]:
        at += 1
    if at < high and not sentence.taken[at] and (is_verb(sentence, at) or words[at].low in english.ATTRIBUTIVE):
        return at + 1
    return max(at, seen + 1) if at == seen and at < high and not sentence.taken[at] else at


def closing(sentence: Sentence, at: int, high: int) -> int:
    """The position behind the bracket that closes the one at `at`; the next word where none does soon."""
    for index in range(at + 1, min(high, at + 12)):
        if sentence.words[index].low in {")", "]"}:
            return index + 1
    return at + 1


def acts(sentence: Sentence, at: int) -> bool:
    """Whether a word is a verb with a meaning of its own."""
    low = sentence.words[at].low
    return low not in english.AUXILIARY and low not in effect_words.HOLDING and is_verb(sentence, at)
