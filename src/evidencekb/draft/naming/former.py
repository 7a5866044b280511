"""What "the former" and "the latter" stand for: the first and the second of two names that belong together."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.naming.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.draft.naming.elliptic import Names
    from evidencekb.model.nodes import Concept
    from evidencekb.text.words import Word

CUES: Final = frozenset({"former", "latter", "first", "second"})
_PLACES: Final = {"former": 0, "first": 0, "latter": 1, "second": 1}
_COUNTING: Final = frozenset({"first", "second"})
_NOUNS: Final = english.listed(
    "group groups drug drugs treatment treatments medicine medicines condition conditions disorder disease one ones "
    "therapy therapies supplement supplements diet option agent substance complaint case cases patients people arm"
)
"""Nouns that say nothing more of what is pointed at."""
_VERBS: Final = english.FINITE | english.AUXILIARY | english.CLOSED
_JOINING: Final = frozenset({"and", "or", "versus", "vs", "than", "against", "with", "from", "but", "nor", "to"})
_SOFT: Final = _JOINING | english.listed(
    "the a an both of in on among for not only also , & / those people patients who have those taking given as well"
)
_WIDE: Final = 6


def pointing(tokens: Sequence[Word]) -> frozenset[int]:
    """Positions of words that only point, so that they are part of no name: "smokers on the former"."""
    return frozenset(at for at in range(1, len(tokens)) if tokens[at].low in CUES and _points(tokens, at))


def resolved(
    concepts: Mapping[str, Concept],
    tokens: Sequence[Word],
    mentions: list[Mention],
    pointers: frozenset[int],
    before: Names,
) -> list[Mention]:
    """The mentions with those that only point; the two names that are pointed at stand for nothing themselves.

    They have but led in: "A and B have their price: 28% of those on the former". `before` are the names of the
    sentence before.
    """
    pair: tuple[Mention, Mention] | None = None
    led_in = False
    found = []
    for at in sorted(pointers):
        low = tokens[at].low
        if pair is None:
            near = [m for m in mentions if m.last <= at]
            pair = _pair(concepts, near, tokens)
            led_in = pair is not None
            pair = pair or _pair(concepts, [m for m, _ in before], None)
        if pair is not None:
            last = at + 2 if low in _COUNTING or (at + 1 < len(tokens) and tokens[at + 1].low in _NOUNS) else at + 1
            found.append(Mention(at, last, pair[_PLACES[low]].concepts))
    if not found or pair is None:
        return mentions
    kept = [m for m in mentions if not (led_in and m in pair)]
    return sorted((*kept, *found), key=lambda m: m.first)


def _points(tokens: Sequence[Word], at: int) -> bool:
    """Whether a word stands for a name, rather than before a noun as in "the former smokers"."""
    if tokens[at - 1].low not in {"the", "these"}:
        return False
    following = tokens[at + 1].low if at + 1 < len(tokens) else "."
    if tokens[at].low in _COUNTING:
        return following in _NOUNS - {"case", "cases", "one", "ones", "patients", "people"}
    return following in _NOUNS or following in _VERBS or not following[0].isalpha() or following.endswith("ed")


def _pair(
    concepts: Mapping[str, Concept], mentions: Sequence[Mention], tokens: Sequence[Word] | None
) -> tuple[Mention, Mention] | None:
    """The last two names of one sort that are joined, else the only two of one sort."""
    named = list(pairwise(mentions))
    for one, other in reversed(named):
        gap = [w.low for w in tokens[one.last : other.first]] if tokens is not None else []
        joined = any(low in _JOINING for low in gap) and all(low in _SOFT for low in gap)
        if joined and len(gap) <= _WIDE and _alike(concepts, one, other):
            return one, other
    for sort in ("intervention", "substance", "population", "condition"):
        of_sort = [m for m in mentions if any(concepts[c].type == sort for c in m.concepts if c in concepts)]
        if len({m.concepts for m in of_sort}) == len(of_sort) == 2:
            return of_sort[0], of_sort[1]
    return None


def _alike(concepts: Mapping[str, Concept], one: Mention, other: Mention) -> bool:
    """Whether two names are of one sort and not of one thing."""
    sorts = [{concepts[c].type for c in m.concepts if c in concepts} for m in (one, other)]
    return one.concepts != other.concepts and not sorts[0].isdisjoint(sorts[1])
