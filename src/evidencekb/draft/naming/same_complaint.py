"""What "the disease" stands for behind people: the one complaint that the sentence before names, or people here have.

"A is hardest on babies. B is seen in 61% of infants with the disease."
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.naming.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.draft.naming.elliptic import Names
    from evidencekb.model.nodes import Concept

_NOUNS: Final = frozenset({"disease", "condition", "disorder", "illness", "complaint", "infection", "syndrome"})
NOUNS: Final = _NOUNS | {"one"}
_POINTING: Final = frozenset({"the", "this", "that"})
_WITH: Final = english.listed(
    "with have has had get gets got suffer suffers suffered find finds found saw diagnosed detected"
)


def added(
    concepts: Mapping[str, Concept],
    lows: Sequence[str],
    mentions: list[Mention],
    barred: frozenset[int],
    before: Names,
) -> list[Mention]:
    """The mentions with such a noun; `barred` are the words of figures, `before` the names of the sentence before.

    Where complaints stand before the noun, it is the one that people there are told to have.
    """
    ill = [m for m in mentions if _is_complaint(concepts, m)]
    lacked = {names for m in mentions for c in m.concepts if c in concepts and (names := _lacked(concepts, c))}
    lent = {m.concepts for m, _ in before if _is_complaint(concepts, m)}
    taken = barred.union(*(range(m.first, m.last) for m in mentions))
    found = list(mentions)
    for at in range(1, len(lows)):
        if lows[at] not in NOUNS or at in taken or not _points(lows, at):
            continue
        here = [m for m in ill if m.first < at]
        if here and not (at > 2 and lows[at - 2] == "with" and lows[at - 3] in english.PEOPLE | english.PEOPLE_NAMED):
            continue  # "people with A do not know that they have the disease"
        meant = {m.concepts for m in here if m.first and lows[m.first - 1] in _WITH} if here else lacked or lent
        if len(meant) == 1:
            found.append(Mention(at, at + 1, next(iter(meant))))
    return sorted(found)


def _is_complaint(concepts: Mapping[str, Concept], mention: Mention) -> bool:
    """Whether a name is of a condition alone."""
    return all(concepts[c].type == "condition" for c in mention.concepts if c in concepts)


def _lacked(concepts: Mapping[str, Concept], name: str) -> tuple[str, ...]:
    """The complaints that people of a name do not have: "people without A"."""
    excluded = concepts[name].excludes
    return tuple(c for c in excluded if c in concepts and concepts[c].type == "condition")


def _points(lows: Sequence[str], at: int) -> bool:
    """Whether people are said to have what a noun points at, with no other noun behind it, or it leads the sentence."""
    behind = lows[at + 1] if at + 1 < len(lows) else "."
    alone = not behind[0].isalpha() or behind in english.CLOSED or behind in english.FINITE
    if lows[at] == "one":
        return lows[at - 1] in _WITH and alone
    pointed = lows[at] in _NOUNS and lows[at - 1] in _POINTING
    return pointed and (behind in english.FINITE if at == 1 else lows[at - 2] in _WITH and alone)
