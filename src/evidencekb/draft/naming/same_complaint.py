"""What "the disease" stands for behind people: the one complaint that the sentence before names.

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
_WITH: Final = english.listed("with have has had get gets got suffer suffers suffered found saw diagnosed detected")


def added(
    concepts: Mapping[str, Concept], lows: Sequence[str], mentions: list[Mention], before: Names
) -> list[Mention]:
    """The mentions with such a noun, where no complaint stands before it; `before` is the sentence before."""
    own = min((m.first for m in mentions if _is_complaint(concepts, m)), default=len(lows))
    meant = {m.concepts for m, _ in before if _is_complaint(concepts, m)}
    if len(meant) != 1:
        return mentions
    (names,) = meant
    taken = {i for m in mentions for i in range(m.first, m.last)}
    found = [Mention(i, i + 1, names) for i in range(1, own) if i not in taken and _points(lows, i)]
    return sorted([*mentions, *found]) if found else mentions


def _is_complaint(concepts: Mapping[str, Concept], mention: Mention) -> bool:
    """Whether a name is of a condition alone."""
    return all(concepts[c].type == "condition" for c in mention.concepts if c in concepts)


def _points(lows: Sequence[str], at: int) -> bool:
    """Whether people are said to have what a noun points at, with no other noun behind it, or it leads the sentence."""
    behind = lows[at + 1] if at + 1 < len(lows) else "."
    alone = not behind[0].isalpha() or behind in english.CLOSED or behind in english.FINITE
    if lows[at] == "one":
        return lows[at - 1] in _WITH and alone
    pointed = lows[at] in _NOUNS and lows[at - 1] in _POINTING
    return pointed and (behind in english.FINITE if at == 1 else lows[at - 2] in _WITH and alone)
