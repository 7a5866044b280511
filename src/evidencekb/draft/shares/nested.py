"""A share of those whom the share before counted: "72% of people with A recover; of these, 33% relapse"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.shares.roles import Roles
    from evidencekb.model.quantity import Figure

_OF: Final = frozenset({"of", "among", "amongst", "in", "for", "from"})
_THESE: Final = frozenset({"these", "those", "them", "whom", "this", "that", "which"})
_OTHERS: Final = frozenset({"others", "other", "rest", "remainder", "remaining"})
CUES: Final = _THESE | _OTHERS | english.RELATIVE
"""One of these stands where a share points to the share before."""
_PEOPLE: Final = english.PEOPLE | frozenset(
    {"women", "men", "children", "subset", "subgroup", "part", "share", "minority", "majority"}
)
_BEFORE: Final = frozenset({"all", "the"})
_MORE: Final = english.RELATIVE | english.listed("with without on taking given using receiving treated aged living")
"""Words behind "those" that name other people."""


def counted(sentence: Sentence, figure: Figure, clause: tuple[int, int], roles: Roles, before: Roles) -> Roles | None:
    """The roles of a figure as of the people of the share before; None where nothing points to them."""
    if not before.outcome or before.denied or before.thing or not before.known:
        return None
    lows = sentence.lows
    others = not _OTHERS.isdisjoint(lows) and _points(sentence, figure, clause, _OTHERS)
    if before.given and (others or (not english.DENIAL.isdisjoint(lows) and _unlike(sentence, clause))):
        return replace(
            roles,
            group=before.group,
            outcome=roles.outcome or before.outcome,
            given=(),
            without=(*before.without, *before.given),
            universal=before.universal,
            known=True,
        )
    if roles.outcome == before.outcome or not _points(sentence, figure, clause):
        return None
    group = tuple(dict.fromkeys((*before.group, *before.outcome)))
    outcome = tuple(o for o in roles.outcome if o not in group)
    return replace(
        roles,
        group=group,
        outcome=outcome,
        given=roles.given or before.given,
        without=(*before.without, *roles.without),
        universal=False,
        known=True,
    )


def narrows(read: Roles, within: Roles) -> bool:
    """Whether the people of the share before are fewer than those whom the figure was read as of."""
    named = frozenset().union(*within.outcome)
    return (
        bool(named)
        and set(read.group) < set(within.group)
        and not set().union(*within.group) <= set().union(*read.group)
    )


def _unlike(sentence: Sentence, clause: tuple[int, int]) -> bool:
    """Whether "those who do not" stands in a clause, which leaves out what they do not do."""
    words = sentence.words
    for at in range(clause[0] + 1, min(clause[1], len(words))):
        if words[at].low not in english.DENIAL or words[at].low == "without":
            continue
        first = at - 1 if words[at - 1].low in english.AUXILIARY else at
        behind = words[at + 1] if at + 1 < len(words) else None
        bare = behind is None or not behind.raw[0].isalpha() or behind.low in english.CUTS
        if bare and words[first - 1].low in english.RELATIVE:
            return True
    return False


def _points(sentence: Sentence, figure: Figure, clause: tuple[int, int], pointers: frozenset[str] = _THESE) -> bool:
    """Whether "of these", "33% of whom" or the like stands before or behind a figure."""
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    starts = [clause[0], after, *(i for i in range(max(clause[0], at - 5), at) if words[i].low in _OF)]
    for i in starts:
        if i + 1 >= len(words) or words[i].low not in _OF:
            continue
        j = i + 1
        if words[j].low in _BEFORE and j + 1 < len(words):
            j += 1
        if words[j].low not in pointers:
            continue
        j += 1
        if j < len(words) and words[j].low in _PEOPLE:
            j += 1
        if j >= len(words) or (words[j].low not in _MORE and not sentence.taken[j]) or words[j - 1].low == "whom":
            return True
    return False
