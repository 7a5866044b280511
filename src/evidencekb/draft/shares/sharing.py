"""What a second group shares with the one beside it, where the words do not say it again.

"34% of adults with A and 81% of children" leaves out that the children have A, too; "14% of people with A and 33% of
those with B" counts people who have both. Read word for word, such a group is a wider one, so that this is a second
reading, for where the first one fits no claim.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences import groups, phrases
from evidencekb.text import moving

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Alternatives, Sentence
    from evidencekb.draft.shares.roles import Context, Roles

_HAVING: Final = english.listed("with have has had having")
_BEFORE: Final = english.listed(", and in the for of among while but")
_BESIDE: Final = english.listed("up down even further only again as high far")
_GOING: Final = english.listed(
    "go goes going went gone come comes came shoot shoots shot creep creeps crept move moves moved reach reaches leap "
    "leaps leapt"
)
"""Verbs of going, with which a share goes up or down to another."""
_SHARES: Final = english.listed(
    "share proportion percentage figure rate rates number fraction prevalence frequency incidence toll that this which "
    "it one"
)
_JOINTS: Final = english.listed(", ; and but")
_BEFORE_MOVING: Final = (
    _SHARES
    | _JOINTS
    | english.listed(
        "a the then even nearly almost soon further often more steeply sharply slightly steadily again now has have"
    )
)
"""Words between the share told of and the verb."""
_DOING: Final = english.listed(
    "manage manages managed achieve achieves achieved do does did accomplish accomplishes accomplished attain attains "
    "attained reach reaches reached"
)
_ARE: Final = english.listed("is are was were look looks get gets drop drops fall falls rise rises stand stands")
_THE: Final = english.listed("the their his her its your those these such")
_THAT: Final = frozenset({"that", "this", "so", "it", "as", "likewise"})
_THOSE: Final = frozenset({"those", "them"})
_ALL_PEOPLE: Final = english.listed("adults population general")
_PLAIN: Final = groups.PLAIN | english.listed("only just about some these those them as many compared against")


def shared(
    sentence: Sentence,
    roles: Roles,
    span: tuple[int, int],
    context: Context,
    previous: Roles | None,
    following: tuple[int, int] | None,
    *,
    alone: bool,
) -> Roles:
    """The roles with what the group may share with its neighbors; `alone` where the clause says all by itself."""
    own = roles.group
    words = sentence.words
    if span[0] >= len(words):
        return roles
    begun = _begun(sentence, span[0])
    if words[span[0]].low in _THOSE:
        before = (
            previous.group
            if previous is not None
            else next((g for g in context.groups if g[0] not in roles.outcome), ())
        )
        return replace(roles, shared=_together((*begun, *before), own), beside=previous is not None)
    bare = all(groups.population_only(sentence, g) for g in own)
    if not bare or not all(sentence.taken[i] or words[i].low in _PLAIN for i in range(*span)):
        return roles
    if begun:
        return replace(roles, shared=_together(begun, own), beside=True)
    if alone:
        return roles
    if previous is not None:
        held = tuple(g for g in previous.group if not groups.population_only(sentence, g))
        everyone = not _ALL_PEOPLE.isdisjoint(words[i].low for i in range(*span))
        if set(own) <= set(previous.group) or (everyone and held == previous.group):
            return (
                roles  # "50% of women with A and 30% of women", "50% of people with A and 30% of adults": all of them
            )
        return replace(roles, shared=_together(held, own), beside=True)
    if following is None:
        return roles
    behind = [
        frozenset(m.concepts)
        for m in sentence.within(*following)
        if sentence.types(m) == {"condition"}
        and words[m.first - 1].low in _HAVING
        and _of_people(sentence, m.first - 2)
    ]
    return replace(roles, shared=_together(tuple(behind[:1]), own), beside=True)


def _begun(sentence: Sentence, before: int) -> tuple[Alternatives, ...]:
    """The complaints of the people whom the sentence begins with: "Among people with A, B is found in 30% of men"."""
    words = sentence.words
    if words[0].low not in english.OF:
        return ()
    end = phrases.group_end(sentence, 1, before)
    if end >= before or words[end].low != "," or not sentence.names_people(1, end):
        return ()
    held = [m for m in sentence.within(1, end) if sentence.types(m) == {"condition"} and not sentence.negated(m)]
    return tuple(frozenset(m.concepts) for m in held)


def likewise(sentence: Sentence, low: int, high: int) -> bool:
    """Whether a clause says "so do", "so has", "A manages that": what was said before, of others."""
    words = sentence.words
    if any(words[i].low in _DOING and words[i + 1].low in _THAT for i in range(low, min(high, len(words)) - 1)):
        return True
    return any(
        words[i].low == "so" and words[i + 1].low in english.AUXILIARY for i in range(low, min(high, low + 3) - 1)
    )


def moves(sentence: Sentence, at: int) -> bool:
    """Whether a word only leads from one figure to the next: "rising to 33% in those with A"."""
    words = sentence.words
    low = words[at].low
    if low == "up" and at and _moves(words[at - 1].low):
        return moves(sentence, at - 1)
    to = at + 1
    while to < len(words) and words[to].low in _BESIDE:
        to += 1
    if to + 1 >= len(words) or words[to].low != "to" or sentence.figured.isdisjoint(range(to + 1, to + 3)):
        return False
    if low.endswith("ing"):
        return True
    return _moves(low) and _is_of_share(sentence, at)


def _moves(low: str) -> bool:
    return low in moving.VERBS or low in _GOING


def _is_of_share(sentence: Sentence, at: int) -> bool:
    """Whether what goes up or down is the share told before: "the figure rises", "a share that grows", "and climbs"."""
    words = sentence.words
    i = at - 1
    while i >= 0 and words[i].low in _BEFORE_MOVING:
        if words[i].low in _SHARES or words[i].low in _JOINTS:
            return True
        i -= 1
    return False


def counts(sentence: Sentence, at: int) -> bool:
    """Whether a word tells how often something is, and nothing of what happened: "more often", "less likely"."""
    words = sentence.words
    return words[at].low in {"more", "less"} and at + 1 < len(words) and words[at + 1].low in english.OFTEN


def of_chance(sentence: Sentence, low: int, high: int) -> bool:
    """Whether a clause only tells what the chances are, and not of what: "the odds are slimmer:"."""
    words = sentence.words
    for i in range(low, min(high, len(words)) - 1):
        if words[i].low in english.CHANCES and words[i + 1].low in _ARE and (not i or words[i - 1].low in _THE):
            return True
        if words[i].low == "toss" and words[i + 1].low == "up":
            return True
    return False


def names_others(sentence: Sentence, low: int, high: int) -> bool:
    """Whether a clause begins with a noun for people that no name covers, so that it is not of those before."""
    first = next((i for i in range(low, high) if sentence.words[i].low not in _BEFORE), low)
    return first < high and sentence.words[first].low in english.PEOPLE_NAMED and not sentence.taken[first]


def who_have_it(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether a phrase is "those who have it" or "those with it"."""
    lows = [word.low for word in sentence.words[begin:end]]
    return lows[:1] == ["those"] and any(a in _HAVING and b == "it" for a, b in pairwise(lows))


def pointed(sentence: Sentence, span: tuple[int, int], low: int, context: Context) -> tuple[Alternatives, ...]:
    """What "it" stands for in "of the people with it": the condition that was named last before, here or above."""
    begin, end = span
    if not any(sentence.words[i].low in {"it", "this", "that", "them"} for i in range(begin, end)):
        return ()
    before = [m for m in sentence.mentions if m.last <= begin and sentence.types(m) & {"condition"}]
    if len(before) > 1 and low <= before[-2].first and _brings(sentence, before[-2].last, before[-1].first):
        return (frozenset(before[-2].concepts),)  # "A leads to B in 10% of the people who have it"
    lows = [word.low for word in sentence.words[begin:end]]
    if before or low or not any(one in _HAVING and other == "it" for one, other in pairwise(lows)):
        return tuple(frozenset(m.concepts) for m in before[-1:])
    topic = (a for a in next(iter(context.topics), ()) if {sentence.concepts[c].type for c in a} == {"condition"})
    return tuple(topic)[:1]


def _brings(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether what stands between two names says that the first brings about the second."""
    lows = {word.low for word in sentence.words[begin:end]}
    return "by" not in lows and bool(lows & effect_words.CAUSE or lows & english.PHRASAL.keys())


def _of_people(sentence: Sentence, at: int) -> bool:
    """Whether a word, or the one before it if it is "who", ends a name of people."""
    if sentence.words[at].low in english.RELATIVE:
        at -= 1
    return any(m.last == at + 1 and sentence.types(m) == {"population"} for m in sentence.mentions)


def _together(before: tuple[Alternatives, ...], own: tuple[Alternatives, ...]) -> tuple[Alternatives, ...]:
    """Two groups as one; empty where that is no other than the second."""
    found = tuple(dict.fromkeys((*before, *own)))
    return found if len(found) > len(own) else ()


def told_of(sentence: Sentence, roles: Roles, context: Context) -> tuple[Alternatives, ...]:
    """What "it" stands for where people are named above too: "A is not rare. It is found in 8%", of those people."""
    if not context.topics or len(context.groups) < 2:
        return ()
    if not any(sentence.words[i].low == "it" or is_one(sentence, i) for i in roles.predicate):
        return ()
    topic, people = context.topics[0], context.groups[1]
    if context.groups[0] == topic[:1] and any(_is_had(sentence, i) for i in roles.predicate):
        return topic[:1]  # "A is missed after B. 58% of these patients have it."
    above = context.groups[0] == topic and groups.population_only(sentence, people[0])
    return topic if above else ()


def _is_had(sentence: Sentence, at: int) -> bool:
    """Whether "it" is what people have: "have it", "develop it"."""
    return sentence.words[at].low == "it" and at > 0 and sentence.words[at - 1].low in effect_words.HOLDING


def is_one(sentence: Sentence, at: int) -> bool:
    """Whether "one" stands for the complaint that people have: "31% have one"."""
    words = sentence.words
    if words[at].low != "one" or not at or words[at - 1].low not in effect_words.HOLDING:
        return False
    return at + 1 >= len(words) or words[at + 1].low in {".", ",", ";", "!", "by", "too"}
