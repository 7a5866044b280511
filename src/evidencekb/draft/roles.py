"""Who is counted, what is said of them, and what was given: the roles of the concepts around a figure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from evidencekb.draft import english

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.draft.mentions import Mention
    from evidencekb.model.nodes import Concept
    from evidencekb.model.quantity import Figure
    from evidencekb.text.words import Word

_TREATMENTS: Final = frozenset({"intervention"})
_THEM: Final = frozenset({"them", "they"})
_GROUPS: Final = frozenset({"condition", "population"})
_ADVERBS: Final = frozenset(
    {"do", "did", "also", "both", "not", "never", "have", "had", "has", "are", "were", "is", "was"}
)
"""Words between "who" and its verb."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its words, mentions and figures; positions count in the block's text."""

    text: str
    start: int
    end: int
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Roles:
    """Concept ids by role. `known` is false where the text does not tell whose share it is.

    `generic` says that only "people" or the like are named, `restricted` that words narrow the group which no concept
    covers. `others` are concepts of the clause that have no role in a share (substances, measures, anatomy).
    """

    population: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    outcome: frozenset[str] = frozenset()
    known: bool = True
    generic: bool = False
    restricted: bool = False
    clause: tuple[int, int] = (0, 0)
    said: frozenset[str] = field(default_factory=frozenset)
    people: tuple[frozenset[str], ...] = ()  # the readings of each mention that names the group
    treatments: tuple[frozenset[str], ...] = ()  # the readings of each mention of a treatment


@dataclass(frozen=True, slots=True)
class Context:
    """What came before: concepts of the last sentences and of headings, nearest first."""

    population: tuple[frozenset[str], ...] = ()
    topic: tuple[frozenset[str], ...] = ()
    given: tuple[frozenset[str], ...] = ()


def read(
    sentence: Sentence,
    figure: Figure,
    concepts: Mapping[str, Concept],
    context: Context,
    previous: Roles | None = None,
) -> Roles:
    """The roles of what stands around one figure of a sentence; what an ellipsis leaves out comes from `previous`."""
    words = sentence.words
    low, high = clause(sentence, figure)
    at = _position(words, figure.full_start)
    after = _position(words, figure.full_end)
    region = _population(words, low, high, at, after)
    inside = [m for m in sentence.mentions if region[0] <= m.first < region[1]]
    outside = [m for m in sentence.mentions if low <= m.first < high and not region[0] <= m.first < region[1]]
    treated = [m for m in (*inside, *outside) if _is(m, concepts, _TREATMENTS)]
    lacking = [m for m in inside if _lacked(words, m)]
    counted = [m for m in inside if m not in treated and m not in lacking]
    said = [m for m in outside if m not in treated]
    fronted = [m for m in _fronted(words, said, low, at, region) if _is(m, concepts, _GROUPS)]
    if fronted and region[0] < region[1]:
        counted, said = [*counted, *fronted], [m for m in said if m not in fronted]
    named = region[0] < region[1]
    population = _ids(counted)
    low_words = {word.low for word in words[region[0] : region[1]]}
    generic = named and not population
    if not named and said:
        population, said = _subject(words, said, at, after, concepts)
        generic = False
    if generic:
        pointed = _pointed(words, said, at)
        if not pointed and low_words & _THEM:
            pointed = [m for m in said if m.last <= at and _is(m, concepts, _GROUPS)][-1:]
        population, said = _ids(pointed), [m for m in said if m not in pointed]
    outcome = _ids(said)
    given = _ids(treated)
    if previous is not None:
        outcome = outcome or previous.outcome - population
        given = given or (previous.given if not said else frozenset())
        population = population or (frozenset() if generic else previous.population - outcome)
    elsewhere = [m for m in sentence.mentions if m.first < low or m.first >= high]
    known = True
    if not population:
        population, known = _from_context(
            sentence, elsewhere, outcome, low_words, concepts, context, figure.start, named=named
        )
        outcome -= population if outcome - population else frozenset()
    pronoun = any(word.low in english.ANAPHORA for word in words[low:high])
    if not outcome and (pronoun or not any(word.low in english.FINITE for word in words)):
        outcome = next((topic - population for topic in context.topic if topic - population), frozenset())
    if not outcome:
        later = [m for m in elsewhere if m.start > figure.start and not _is(m, concepts, frozenset({"population"}))]
        outcome = _ids([m for m in later if words[m.first - 1].low not in english.OF | {"with"}][-1:]) - population
    if not given and not (outcome or population):
        given = next(iter(context.given), frozenset())
    free = [
        word
        for index, word in enumerate(words[region[0] : region[1]], region[0])
        if not any(m.first <= index < m.last for m in sentence.mentions)
    ]
    aged = any(word.low in {"aged", "age", "over", "under"} for word in free) and any(w.raw[0].isdigit() for w in free)
    restricted = aged or bool(lacking) or any(word.low in english.RESTRICTING for word in free)
    clause_ids = _ids([m for m in sentence.mentions if low <= m.first < high])
    return Roles(
        population,
        given,
        outcome,
        known,
        generic,
        restricted,
        (low, high),
        clause_ids,
        _readings(sentence.mentions, population),
        _readings(sentence.mentions, given),
    )


def _lacked(words: Sequence[Word], mention: Mention) -> bool:
    """Whether the group is without what is mentioned."""
    return bool({word.low for word in words[max(0, mention.first - 2) : mention.first]} & english.LACKING)


def _fronted(
    words: Sequence[Word], said: Sequence[Mention], low: int, at: int, region: tuple[int, int]
) -> list[Mention]:
    """Mentions in a phrase that opens the clause, "After surgery, …", where the group itself is named elsewhere."""
    if low >= at or words[low].low not in english.OPENING or region[0] <= low + 1 < region[1]:
        return []
    comma = next((index for index in range(low, at) if words[index].low == ","), None)
    return [] if comma is None else [m for m in said if low < m.first < comma]


def clause(sentence: Sentence, figure: Figure) -> tuple[int, int]:
    """The words of the clause around a figure: from the last to the next boundary that keeps it apart from others."""
    words = sentence.words
    at = _position(words, figure.full_start)
    after = _position(words, figure.full_end)
    several = len(sentence.figures) > 1
    starts = [_position(words, other.full_start) for other in sentence.figures if other.start > figure.start]
    ends = [_position(words, other.full_end) for other in sentence.figures if other.start < figure.start]
    low, high = 0, len(words)
    floor, ceiling = (max(ends) if ends else 0), (min(starts) if starts else len(words))
    for index in range(at - 1, floor - 1, -1):
        told = words[index].low == "," and at - index <= 4 and _verb_in(words, index - 10, index)
        if (told and bool(ends)) or _boundary(words, index, several=several and bool(ends)):
            low = index + 1
            break
    else:
        low = 0 if not ends else floor
    for index in range(after, ceiling):
        if _boundary(words, index, several=several and bool(starts)):
            high = index
            break
    else:
        high = len(words) if not starts else ceiling
    return low, max(high, after)


def _boundary(words: Sequence[Word], index: int, *, several: bool) -> bool:
    """Whether a clause ends at this word."""
    word = words[index].low
    if word == ";" or word in english.CONTRAST - {"than", "compared"}:
        return True
    if word == "compared" or (
        word == "than" and index > 0 and words[index - 1].low not in {"more", "less", "fewer", "other", "rather"}
    ):
        return True
    following = words[index + 1].low if index + 1 < len(words) else ""
    if word == "," and following in {"and", "but", "while", "whereas", "or"}:
        return several
    if several and word == "and" and _verb_in(words, index + 1, index + 8) and _verb_in(words, index - 8, index):
        return True
    return several and word == "and" and following in {"in", "among", "of", "by", "about", "only", "just"}


def _verb_in(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a finite verb is among some words."""
    return any(word.low in english.FINITE for word in words[max(0, start) : end])


def _population(words: Sequence[Word], low: int, high: int, at: int, after: int) -> tuple[int, int]:
    """Positions of the words that name who is counted; an empty span where none do."""
    if after < high and words[after].low in english.OF | {"("}:
        start = after + 1
        while start < high and words[start].low == "(":
            start += 1
        end = _end_of_group(words, start, high)
        if _is_group(words, start, end):
            return (start, end)
    if low < at and words[low].low in english.OF:
        end = _end_of_group(words, low + 1, at)
        if end > low + 1:
            return (low + 1, end)
    for index in range(after, high):
        if words[index].low in {"of", "among", "amongst", "in"}:
            end = _end_of_group(words, index + 1, high)
            if _is_group(words, index + 1, end) and words[index].low != "of":
                return (index + 1, end)
    for index in range(at - 1, low, -1):
        if words[index].low in {"in", "among", "amongst", "of"}:
            end = _end_of_group(words, index + 1, at)
            if _is_group(words, index + 1, end):
                return (index + 1, end)
    if after < high and words[after].low in english.GENERIC | {"patients"}:
        return (after, _end_of_group(words, after, high))
    end = _end_of_group(words, after, high)
    if any(word.low in english.GENERIC for word in words[after:end]):
        return (after, end)
    return (at, at)


def _is_group(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a noun phrase can name people: not a span of time, a dose or a place in the text."""
    return (
        start < end
        and not words[start].raw[0].isdigit()
        and words[start].low not in {"a", "an"} | {"which", "whom", "fact", "addition", "general"} - {"general"}
    )


def _end_of_group(words: Sequence[Word], start: int, high: int) -> int:
    """Where a noun phrase with its relative clauses ends: at the verb of the sentence."""
    relative = False
    verbs = 0
    skip = 0
    hanging = high
    for index in range(start, high):
        word = words[index].low
        if (
            word in english.HANGING
            and hanging == high
            and index > start + 1
            and words[index - 1].low not in {"with", "without"}
        ):
            hanging = index
        if skip and word not in english.RELATIVE:
            skip = 0 if not word.endswith("ly") and word not in _ADVERBS else skip
            continue
        if word in {",", ";", ":", ")", "?", "!", "."}:
            return min(index, hanging)
        if word in english.RELATIVE:
            relative, verbs, skip = True, 1, 1
            continue
        if word in english.FINITE:
            if not relative:
                return index
            previous = words[index - 1].low
            if verbs and previous not in english.RELATIVE | {
                "and",
                "or",
                "not",
                "have",
                "has",
                "had",
                "are",
                "is",
                "were",
                "was",
                "been",
                "also",
            }:
                return index
            verbs += 1
        elif word in english.CONTRAST:
            return min(index, hanging)
    return hanging


def _pointed(words: Sequence[Word], said: Sequence[Mention], at: int) -> list[Mention]:
    """Mentions that name the group elsewhere in the clause: "in B", "people with B …", "B patients have …"."""
    for mention in said:
        before = words[mention.first - 1].low if mention.first else ""
        following = words[mention.last].low if mention.last < len(words) else ""
        if mention.first < at and (before in english.OF | {"with"} or following in english.GENERIC):
            return [mention, *_joined(words, said, mention)]
    return []


def _joined(words: Sequence[Word], said: Sequence[Mention], first: Mention) -> list[Mention]:
    """Mentions that go on naming the same group: "A patients with B", "both A and B"."""
    found: list[Mention] = []
    end = first.last
    for mention in said:
        between = {word.low for word in words[end : mention.first]}
        idle = english.GENERIC | {"with", "and", "both", "also", "who", "have"}
        if mention.first >= end and between <= idle and between & {"with", "and"}:
            found.append(mention)
            end = mention.last
    return found


def _subject(
    words: Sequence[Word], said: list[Mention], at: int, after: int, concepts: Mapping[str, Concept]
) -> tuple[frozenset[str], list[Mention]]:
    """Without a phrase that names the group: "B patients have A in 70%", or a bare "A patients with B: 70%"."""
    for index, mention in enumerate(said):
        following = words[mention.last].low if mention.last < len(words) else ""
        if following in english.GENERIC:
            told = any(word.low in english.FINITE for word in words[mention.last : at])
            group = [mention, *(_joined(words, said, mention) if told else [])]
            return _ids(group), [m for m in said if m not in group]
        if all(concepts[c].type == "population" for c in mention.concepts if c in concepts):
            return frozenset(mention.concepts), said[:index] + said[index + 1 :]
    del at, after
    return frozenset(), said


def _from_context(
    sentence: Sentence,
    elsewhere: Sequence[Mention],
    outcome: frozenset[str],
    group: set[str],
    concepts: Mapping[str, Concept],
    context: Context,
    figure_start: int,
    *,
    named: bool,
) -> tuple[frozenset[str], bool]:
    """The population of a clause that names none: another clause of the sentence, the sentences before, headings."""
    words = sentence.words
    pointed = bool(
        group & (english.ANAPHORA | {"patients", "them", "those", "group", "sufferers", "participants", "cases"})
    )
    people = [m for m in elsewhere if m.start < figure_start and _is(m, concepts, _GROUPS)]
    if group & _THEM and people:
        return frozenset(people[-1].concepts), True
    for mention in elsewhere:
        before = words[mention.first - 1].low if mention.first else ""
        if before in english.OF | {"with"}:
            ids = frozenset(mention.concepts) - outcome
            if ids:
                return ids, True
    if named and group & english.EVERYONE and not pointed:
        return frozenset(), True
    for population in context.population:
        ids = population - outcome
        if ids:
            return ids, True
    return frozenset(), named and bool(group & english.EVERYONE)


def _position(words: Sequence[Word], offset: int) -> int:
    """Index of the first word that begins at or behind a character offset."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high) // 2
        if words[middle].start < offset:
            low = middle + 1
        else:
            high = middle
    return low


def _readings(mentions: Sequence[Mention], ids: frozenset[str]) -> tuple[frozenset[str], ...]:
    """What each mention may mean, as far as it is among `ids`; ids that no mention gives stand alone."""
    groups = [frozenset(mention.concepts) & ids for mention in mentions]
    covered = frozenset().union(*groups)
    return tuple(
        dict.fromkeys([*(group for group in groups if group), *(frozenset({i}) for i in sorted(ids - covered))])
    )


def _ids(mentions: Sequence[Mention]) -> frozenset[str]:
    """Every concept that the mentions may mean."""
    return frozenset(concept for mention in mentions for concept in mention.concepts)


def _is(mention: Mention, concepts: Mapping[str, Concept], types: frozenset[str]) -> bool:
    """Whether all that a mention may mean is of these types."""
    return all(concepts[c].type in types for c in mention.concepts if c in concepts)
