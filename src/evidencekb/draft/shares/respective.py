"""Pairs what "respectively" pairs: "27% and 6% of A and B, respectively" is 27% of A, and 6% of B."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences import ailing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

WORD: Final = "respectively"
_JOINTS: Final = frozenset({",", "and", "or", "&", "the", "in", "of", "among", "for", "on", "with", "versus", "vs"})
"""Words between the members of a row; one of them keeps them apart."""
_OF: Final = frozenset({"in", "among", "amongst", "of", "for", "on", "with", "after"})
_CLOSING: Final = frozenset({"and", "or", "&"})
_JOINING: Final = _CLOSING | {","}


def told(sentence: Sentence) -> bool:
    """Whether a sentence says that its rows belong together."""
    if WORD in sentence.lows or "respective" in sentence.lows:
        return True
    return "order" in sentence.lows and any(
        one.low in {"that", "this"} and other.low == "order" for one, other in pairwise(sentence.words)
    )


def paired(sentence: Sentence, figures: Sequence[Figure]) -> dict[int, Sentence]:
    """Start of each figure of a row to the sentence as it is of that figure alone; empty where rows do not match.

    Where nothing says that the rows belong together, they do only if nobody can be of two groups of a row at once.
    """
    rows = _rows([(sentence.position(f.full_start), sentence.position(f.full_end)) for f in figures], sentence)
    row = next((each for each in rows if len(each) > 1), None)
    if row is None:
        return {}
    numbers = [(sentence.position(figures[i].full_start), sentence.position(figures[i].full_end)) for i in row]
    named = _peopled(sentence, len(row)) if told(sentence) else []
    if told(sentence) and not named:
        named = [_wholes(sentence, numbers)]
    if not any(named):
        named = [[(m.first, m.last) for m in each] for each in _named(sentence, len(row))]
    if not named:
        return {}
    result = {}
    for place, index in enumerate(row):
        left = _without(numbers, place)
        for each in named:
            left |= _without(each, place)
        result[figures[index].start] = _alone(sentence, figures[index], left)
    return result


def _named(sentence: Sentence, length: int) -> list[list[Mention]]:
    """The rows of names of one kind that are as long as that of the figures."""
    spans = [(m.first, m.last) for m in sentence.mentions]
    rows = _rows(spans, sentence, sentence.mentions)
    named = [[sentence.mentions[i] for i in each] for each in rows if len(each) == length]
    return named if told(sentence) else [each for each in named if _apart(sentence, each)]


def _peopled(sentence: Sentence, length: int) -> list[list[tuple[int, int]]]:
    """The rows of phrases for people, as places of words: "people with A and women with B"; none of bare names."""
    spans: list[tuple[int, int]] = []
    phrases = 0
    for mention in sentence.mentions:
        if "population" in sentence.types(mention):
            spans.append((mention.first, mention.last))
        elif (first := _begins_people(sentence, mention)) is not None:
            spans = [span for span in spans if span[0] != first]
            spans.append((first, mention.last))
            phrases += 1
        elif (last := _ends_people(sentence, mention)) is not None:
            spans.append((mention.first, last))
    rows = [[spans[i] for i in each] for each in _rows(spans, sentence)]
    return [each for each in rows if len(each) == length] if phrases else []


def _begins_people(sentence: Sentence, mention: Mention) -> int | None:
    """Where "people with" or "those with" begins before a name."""
    before = [word.low for word in sentence.words[max(0, mention.first - 2) : mention.first]]
    return mention.first - 2 if before == ["those", "with"] else sentence.people_with(mention)


def _ends_people(sentence: Sentence, mention: Mention) -> int | None:
    """Where a phrase for people ends that begins with the name of what they have or do: "A patients", "smokers"."""
    words = sentence.words
    if mention.last < len(words) and words[mention.last].low in english.PEOPLE:
        return mention.last + 1
    return mention.last if ailing.is_actor(words[mention.last - 1].low) else None


def _wholes(sentence: Sentence, numbers: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of "A in B" in "A in B and C in D", each of which is of one figure; empty where they do not match."""
    held = [m for m in sentence.mentions if m.last <= numbers[0][0]] or [
        m for m in sentence.mentions if m.first >= numbers[-1][1]
    ]
    spans: list[list[Mention]] = []
    for place, mention in enumerate(held):
        gap = {w.low for w in sentence.words[held[place - 1].last : mention.first]} if place else _CLOSING
        if not gap.isdisjoint(_JOINING):
            spans.append([mention])
        elif gap.isdisjoint(_OF):
            return []
        else:
            spans[-1].append(mention)
    if len(spans) != len(numbers) or any(len(each) < 2 for each in spans):
        return []
    return [(each[0].first, each[-1].last) for each in spans]


def _kinds(sentence: Sentence, mention: Mention) -> frozenset[str]:
    """The types of what a mention may mean; what people take is of one kind with all else that is given.

    So is a complaint with all else that happens to them.
    """
    types = sentence.types(mention)
    for one, other in (("substance", "intervention"), ("condition", "outcome")):
        types = types | {other} if one in types else types
    return types


def _apart(sentence: Sentence, row: Sequence[Mention]) -> bool:
    """Whether a row is of different people, or of kinds of one treatment: "men and women", "fast and slow A"."""
    before = sentence.words[row[0].first - 1].low if row[0].first else ""
    if before == "both":
        return False
    types = frozenset[str]().union(*(sentence.types(m) for m in row))
    if types == {"population"}:
        return True
    above = [frozenset(b for c in m.concepts for b in sentence.concepts[c].broader) for m in row]
    return types == {"intervention"} and bool(frozenset.intersection(*above))


def _rows(spans: Sequence[tuple[int, int]], sentence: Sentence, mentions: Sequence[Mention] = ()) -> list[list[int]]:
    """Indices of spans that stand in a row, with nothing but joints between one and the next.

    Those of `mentions` are of one kind: "in A, B and C lowered D" has a row of two treatments behind a complaint.
    """
    rows: list[list[int]] = []
    closed = False  # its "and" has been read: what a comma parts from it begins something else
    kinds = frozenset[str]()
    for index, (first, _) in enumerate(spans):
        gap = sentence.words[spans[index - 1][1] : first] if index else ()
        lows = {word.low for word in gap}
        own = _kinds(sentence, mentions[index]) if mentions else frozenset({""})
        joined = bool(lows) and lows <= _JOINTS and not lows.isdisjoint(_JOINING) and not (closed and lows == {","})
        if joined and mentions and lows == {","} and _is_led(sentence, mentions[index - 1]):
            joined = _is_people(sentence, mentions[index])  # "Among people with A, B and C are seen": a row of two
        if joined and index and not kinds.isdisjoint(own):
            kinds &= own
            rows[-1].append(index)
            closed = closed or not lows.isdisjoint(_CLOSING)
        else:
            rows.append([index])
            kinds, closed = own, False
    return rows


def _is_people(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name is of people, or of what people have who are told of."""
    if _begins_people(sentence, mention) is not None or "population" in sentence.types(mention):
        return True
    return _ends_people(sentence, mention) is not None


def _is_led(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name belongs to those of whom a sentence tells at its head: "Among people with A, ..."."""
    first = sentence.people_with(mention)
    at = mention.first if first is None else first
    while at > 0 and sentence.words[at - 1].low in {"the", "a", "an", "all", "these", "those"}:
        at -= 1
    return at > 0 and sentence.words[at - 1].low in english.LEADS and _is_people(sentence, mention)


def _without(spans: Sequence[tuple[int, int]], place: int) -> set[int]:
    """The positions of a row of spans and what joins them, the one span at `place` left out."""
    return set(range(spans[0][0], spans[-1][1])) - set(range(*spans[place]))


def _alone(sentence: Sentence, figure: Figure, left: set[int]) -> Sentence:
    """A sentence without the words at some positions, and with one figure."""
    kept = [i for i, word in enumerate(sentence.words) if i not in left and word.low != WORD]
    place = {old: new for new, old in enumerate(kept)}
    mentions: list[Mention] = [
        m._replace(first=place[m.first], last=place[m.last - 1] + 1)
        for m in sentence.mentions
        if all(i in place for i in range(m.first, m.last))
    ]
    return replace(
        sentence,
        words=[sentence.words[i] for i in kept],
        starts=[sentence.starts[i] for i in kept],
        mentions=mentions,
        figures=[figure],
    )
