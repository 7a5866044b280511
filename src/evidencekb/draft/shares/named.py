"""Shares that a clause names rather than tells, and groups that it names twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence

_BE: Final = english.listed("is are was were be been being 's")
_SPANS: Final = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "hours"})
_LEADING_IN: Final = frozenset(
    {"a", "an", "the", "their", "his", "her", "its", "first", "having", "had", "getting", "new", "such"}
)
_IN_TIME: Final = frozenset({"in", "by", "during", "at", "within"})
_AFTER: Final = frozenset({"after", "before", "following", "since", "once"})
_COUNTING: Final = english.listed("counted counting treated classed classified regarded taken scored rated")
_MARKS: Final = frozenset({":", ";", "\u2013", "\u2014"})


def holds(sentence: Sentence, mention: Mention, counted: Sequence[Mention]) -> bool:
    """Whether a name of people is of a wider group than those who are counted: "In A, 9% of women in late A"."""
    if not counted or sentence.types(mention) != {"population"}:
        return False
    return not sentence.above(c for m in counted for c in m.concepts).isdisjoint(mention.concepts)


def sets_apart(sentence: Sentence, mention: Mention, at: int, counted: Sequence[Mention]) -> bool:
    """Whether a name of people beside the group, whose share stands at word `at`, tells more of who is counted."""
    return leads(sentence, mention, at, counted) or narrows(sentence, mention, counted)


def narrows(sentence: Sentence, mention: Mention, counted: Sequence[Mention]) -> bool:
    """Whether a time told behind what is said makes the group a kind of itself: "8% of women have it in late A"."""
    if sentence.types(mention) != {"population"} or mention.first < 2:
        return False
    words = sentence.words
    led = {words[i].low for i in range(mention.first - 2, mention.first)}
    if led.isdisjoint(_IN_TIME) and words[mention.first].low not in _IN_TIME | _AFTER:  # "after the birth" is a name
        return False
    return any(holds(sentence, each, [mention]) and each.concepts != mention.concepts for each in counted)


def _is_counted_as(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name only says how some were counted: "with those lost counted as not A, 53% had B"."""
    words = sentence.words
    at = mention.first - 1
    while at > 0 and words[at].low in {"not", "non", "-", "having", "being", "been"}:
        at -= 1
    return at > 0 and words[at].low == "as" and words[at - 1].low in _COUNTING


def leads(sentence: Sentence, mention: Mention, at: int, counted: Sequence[Mention]) -> bool:
    """Whether a name of people before a colon tells of whom all behind it is: "In a sample of A it is so: 9% of B"."""
    words = sentence.words
    if not counted or mention.last > at or sentence.types(mention) != {"population"} or not mention.first:
        return False
    if words[mention.first - 1].low not in english.OF:
        return False
    return any(words[i].low == ":" for i in range(mention.last, at))


def behind_colon(sentence: Sentence, low: int, group: int) -> int:
    """Where what is said begins: behind a colon, where the group is named there: "it is more so: 9% of A have it"."""
    return next((i for i in range(group - 1, low, -1) if sentence.words[i].low == ":"), low)


def is_what_they_are(sentence: Sentence, mention: Mention, after: int) -> bool:
    """Whether a share that ends at word `after` is told to be what is named: "9% are in the third trimester"."""
    lows = [word.low for word in sentence.words[after : mention.first]]
    being = not english.AUXILIARY.isdisjoint(lows)
    return being and all(low in english.AUXILIARY | english.ADVERBS | _PLACED for low in lows)


_PLACED: Final = frozenset({"in", "at", "the", "a", "their"})
_CASES: Final = frozenset({"if", "when", "although", "though", "while", "since", "because"})


def behind_denial(sentence: Sentence, low: int, at: int, positions: Sequence[int]) -> Sequence[int]:
    """What is said behind a colon, where it has a verb of its own: "A is not for all: 9% of B have C".

    Or behind a clause that sets a case: "If those who did not answer count as ill, 9% of B have C".
    """
    words = sentence.words
    colon = behind_colon(sentence, low, at)
    if colon <= low and words[low].low in _CASES:
        comma = max((i for i in range(low, at) if words[i].low == ","), default=low)
        if not any(sentence.types(m) & {"condition", "population"} for m in sentence.within(low, comma)):
            colon = comma  # else they may be those of whom it is told
    behind = [i for i in positions if i > colon]
    return behind if colon > low and any(phrases.is_verb(sentence, i) for i in behind) else positions


def behind_mark(sentence: Sentence, begun: Sequence[Mention], positions: list[int]) -> list[int]:
    """What is said of the group: nothing before a mark behind which it is named: "It is soon over: after A, 4% ..."."""
    words = sentence.words
    marks = [m.first - i for m in begun for i in (1, 2, 3) if m.first > i and words[m.first - i].low in _MARKS]
    return [i for i in positions if i > max(marks)] if marks else positions


def of_everyone(sentence: Sentence, low: int, high: int) -> bool:
    """Whether a share is told of all people without naming them: "the general rate is 5%", "and in general 5%"."""
    if "general" not in sentence.lows:
        return False
    words = sentence.words
    for i in range(low, min(high, len(words) - 1)):
        if words[i].low == "general" and not sentence.taken[i]:
            if words[i + 1].low in english.NUMBERS | {"prevalence", "frequency"}:
                return True
            if i > low and words[i - 1].low == "in" and not words[i + 1].raw[0].isalpha():
                return True
    return False


def is_warned_of(sentence: Sentence) -> bool:
    """Whether readers are told to leave a figure alone, so that nothing is stated by it: "Do not use the 70%"."""
    first, second = ([word.low for word in sentence.words[:2]] + ["", ""])[:2]
    return first in {"don't", "never", "avoid", "ignore", "forget"} or (first == "do" and second == "not")


def joins(sentence: Sentence, at: int) -> bool:
    """Whether "that" is no pronoun but begins a clause: "and that the rate is 5%"."""
    words = sentence.words
    return words[at].low == "that" and at + 1 < len(words) and words[at + 1].low in {"the", "a", "an", "only", "about"}


def is_whole(sentence: Sentence, low: int, at: int, span: tuple[int, int], positions: Sequence[int]) -> bool:
    """Whether the phrase for the group tells all that is said: "the share of those with A who have B"."""
    return _is_share_of(sentence, span) or _only_named(sentence, low, at, span, positions)


def _is_share_of(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether a group stands behind "the share of", so that its relative clause tells what they have."""
    begin = span[0] - 1
    words = sentence.words
    return begin > 0 and words[begin].low in english.OF and words[begin - 1].low in english.NUMBERS


def _only_named(sentence: Sentence, low: int, at: int, span: tuple[int, int], positions: Sequence[int]) -> bool:
    """Whether a copula leads to a figure and nothing follows its group: "the nearest is 23% of A with B"."""
    words = sentence.words
    if not low < at <= span[0] or words[at - 1].low not in _BE:
        return False
    if any(phrases.acts(sentence, i) for i in positions):
        return False
    return not any(words[i].raw[0].isalpha() for i in positions if i >= span[1])


def behind_lead(sentence: Sentence, low: int, at: int, high: int) -> int:
    """Where what is told of a figure begins: behind a lead that names nothing: "few do: 36% of those with A do B".

    Or nothing that is not named again: "A comes with more: of women with A, 36% have B". Or says how some are counted.
    """
    aside = max((m.last for m in sentence.within(low, at) if _is_counted_as(sentence, m)), default=low)
    if all(sentence.types(m) != {"population"} for m in sentence.within(low, aside)):
        low = aside
    colon = next((i for i in range(at - 1, low, -1) if sentence.words[i].low == ":"), -1)
    if colon < 0 or any(word.low in english.POINTING for word in sentence.words[low:colon]):
        return low
    lead, behind = sentence.within(low, colon), sentence.within(colon, high)
    again = {name for mention in behind for name in mention.concepts}
    if not lead:
        return colon + 1 if len(sentence.within(at, high)) >= _TOLD else low
    return colon + 1 if len(behind) >= _TOLD and all(again.intersection(m.concepts) for m in lead) else low


_TOLD: Final = 2
"""Names behind a figure that make a whole of it: the people, and what is said of them."""


def is_after(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name tells who is counted by what they had before: "within a year of A", "after a first A"."""
    if sentence.types(mention) & {"intervention", "substance", "measure"}:
        return False
    words = sentence.words
    at = mention.first - 1
    while at >= 0 and words[at].low in _LEADING_IN:
        at -= 1
    if at < 0:
        return False
    if words[at].low in {"after", "following"}:
        return True
    if words[at].low in {"when", "once"} and at == mention.first - 1:
        behind = [word.low for word in words[mention.last : mention.last + 5]]
        return behind[:1] in (["is"], ["was"], ["has"]) and "diagnosed" in behind
    return (
        words[at].low == "of"
        and at > 1
        and words[at - 1].low in _SPANS
        and bool({words[i].low for i in range(max(0, at - 4), at)} & {"within", "in", "inside", "during"})
    )
