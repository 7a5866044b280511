"""Pairs what "respectively" pairs: "27% and 6% of A and B, respectively" is 27% of A, and 6% of B."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

WORD: Final = "respectively"
_JOINTS: Final = frozenset({",", "and", "or", "&", "the", "in", "of", "among", "for", "on", "with", "versus", "vs"})
"""Words between the members of a row; one of them keeps them apart."""
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
    named = [
        [sentence.mentions[i] for i in each]
        for each in _rows([(m.first, m.last) for m in sentence.mentions], sentence, sentence.mentions)
        if len(each) == len(row)
    ]
    if not told(sentence):
        named = [each for each in named if _apart(sentence, each)]
    if not named:
        return {}
    result = {}
    for place, index in enumerate(row):
        left = _without(numbers, place)
        for each in named:
            left |= _without([(m.first, m.last) for m in each], place)
        result[figures[index].start] = _alone(sentence, figures[index], left)
    return result


def _kinds(sentence: Sentence, mention: Mention) -> frozenset[str]:
    """The types of what a mention may mean; what people take is of one kind with all else that is given."""
    types = sentence.types(mention)
    return types | {"intervention"} if "substance" in types else types


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
        if joined and index and not kinds.isdisjoint(own):
            kinds &= own
            rows[-1].append(index)
            closed = closed or not lows.isdisjoint(_CLOSING)
        else:
            rows.append([index])
            kinds, closed = own, False
    return rows


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
