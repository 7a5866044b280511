"""Groups that a label tells, and those that a clause begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences.groups import GROUPS, PLAIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Alternatives, Sentence

_TIMES: Final = english.listed("by when once after until whenever as if where")
_REACHING: Final = (
    PLAIN
    | english.AUXILIARY
    | english.listed(
        "time are is they reach reaches reached turn turns turned become becomes get gets grow grows pass passes "
        "the age of moment point soon as those adults"
    )
)
"""Words between the beginning of a clause of time and the age that people have then."""
_BESIDE_LABELS: Final = english.listed(": ( | \u2013 \u2014 , and or plus with on after alone only by itself = +")
"""Words and marks beside the name of what was given, in an item that holds no more than that and a figure."""

_GIVEN: Final = english.listed("on taking using receiving given")
"""Words between people and the name of what they are given."""
_SHARING: Final = english.listed(
    ", : the a this it is was stands lies share proportion percentage figure rate prevalence frequency incidence at"
)
"""Words that say no more than that a share follows."""


def split(
    sentence: Sentence, span: tuple[int, int], held: list[Mention], *, told: bool
) -> tuple[list[Mention], list[Mention], int]:
    """A label that says it all: "A patients with B: 15%", "people with A who have B: 15%", "people with A with B".

    Where it is told elsewhere what they have, "patients with B" only are those who are counted.
    """
    words = sentence.words
    having = withheld = None
    for at, mention in enumerate(held):
        people = any(_begins_people(sentence, m) for m in sentence.within(span[0], mention.first))
        if not (at or people) or sentence.types(mention) == {"population"}:
            continue  # "people with A who do not take B" are a group
        begin = mention.first - (words[mention.first - 1].low in english.ARTICLES)
        joint = words[begin - 1].low
        two_before = words[begin - 2].low if begin > 1 else ""
        if two_before in english.RELATIVE or joint in english.RELATIVE or joint in {"have", "had", "having", "has"}:
            having = at if having is None else having
        elif not told and joint == "with" and people:
            withheld = at
    begun = having if having is not None else withheld
    if begun is None:
        return held, [], span[1]
    return held[:begun], held[begun:], held[begun].first


def is_led(sentence: Sentence, span: tuple[int, int], low: int, at: int) -> bool:
    """Whether a clause begins with those counted and goes on with no more than a figure: "In A, the rate is 9%"."""
    words = sentence.words
    return (
        span[0] == low + 1
        and words[low].low in english.LEADS
        and all(words[i].low in _SHARING for i in range(span[1], at))
    )


def _begins_people(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name is of people, or tells what people have: "A patients", "people with A"."""
    words = sentence.words
    behind = words[mention.last].low if mention.last < len(words) else ""
    lead = [word.low for word in words[max(0, mention.first - 2) : mention.first]]
    treated = len(lead) > 1 and lead[0] in english.PEOPLE and lead[1] in _GIVEN
    led = treated or sentence.people_with(mention) is not None
    return led or behind in english.PEOPLE or sentence.types(mention) == {"population"}


def labels(
    sentence: Sentence, named: Sequence[Mention], at: int, topics: Sequence[Sequence[Alternatives]]
) -> list[Mention]:
    """The substances that stand alone before a figure, of which a lead-in says what came: "Cured by: / - A: 30%"."""
    words = sentence.words
    if not topics or not named or any(sentence.types(m) != {"substance"} for m in named):
        return []
    if not all(sentence.taken[i] or words[i].low in _BESIDE_LABELS for i in range(at)):
        return []
    told = (sentence.concepts[c].type for each in topics[0] for c in each if c in sentence.concepts)
    return list(named) if "outcome" in told and all(m.last <= at for m in named) else []


def stands_apart(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name of people stands before a comma, so that it tells of whom all is said: "Without A, 20% ..."."""
    words = sentence.words
    return is_heading(sentence, mention) or (
        sentence.types(mention) == {"population"}
        and mention.last < len(words)
        and words[mention.last].low == ","
        and words[mention.first].low in {"without", "not", "off", "never"}
    )


def is_heading(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name of people is the label of an item that tells of more people: "First year: 8% of women"."""
    if sentence.types(mention) != {"population"} or mention.last >= len(sentence.words):
        return False
    return mention.first == 0 and sentence.words[mention.last].low == ":"


def begun_with(sentence: Sentence, low: int, at: int, said: Sequence[Mention]) -> Mention | None:
    """Who or what a clause begins with, and that narrows whoever is counted: "In A, 9% of women have B".

    A name of people does so without "in", too, and where it is all that is named: "Worldwide, 3% of men and ...".
    """
    words = sentence.words
    leading = words[low].low in english.LEADS
    for mention in said:
        if mention.first > at or not sentence.types(mention) <= GROUPS or mention.last >= len(words):
            continue
        people = sentence.types(mention) == {"population"}
        if not (people if mention.first == low else leading and (people or len(said) > 1)):
            continue
        led = all(words[i].low in PLAIN for i in range(low + 1, mention.first))
        if led and words[mention.last].low in _SUBJECTS:
            return mention
    return None


_SUBJECTS: Final = frozenset({",", "it", "they"})
"""What ends a phrase that leads in a clause: a comma, or the subject."""


def in_time(sentence: Sentence, low: int, at: int, mention: Mention) -> bool:
    """Whether a clause of time begins with whom it is told of: "By the time people are over 80, 9 in 100 have A"."""
    words = sentence.words
    if mention.last >= at or words[low].low not in _TIMES or words[mention.last].low != ",":
        return False
    return sentence.types(mention) == {"population"} and all(
        words[i].low in _REACHING for i in range(low + 1, mention.first)
    )
