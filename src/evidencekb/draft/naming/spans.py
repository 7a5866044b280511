"""Names of several words told in another order or with light words between: "pressure inside the A" of "A pressure"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.text import families

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.text.words import Word

_LED: Final = frozenset({"without", "with", "after", "on"})
_SUPPLYING: Final = english.listed("supply supplies supplied provide provides fill fills load loads")
_PASSED: Final = frozenset({"'", "\u2019", "-"})
_INSIDE: Final = frozenset({"inside", "within"})
_TAKING: Final = frozenset({"take", "takes", "took", "need", "needs", "needed"})
_REACH: Final = 6
"""Words between the parts of one name, at most."""
_JOINING: Final = frozenset({"plus", "alongside"})
_BESIDE: Final = _JOINING | {"top", "together", "along", "combined", "combination", "addition", "added"}
_BESIDE_OF: Final = frozenset({"with", "to", "of"})
"""Words that join two treatments to one, alone or with one of these behind them: "on top of"."""


def of(text: Sequence[Word], kin: Sequence[str], at: int, parts: frozenset[str]) -> tuple[int, int] | None:
    """The words around position `at` that hold every part and else only light words; None where there are none."""
    left = set(parts) - {kin[at]}
    first, last = at, at + 1
    for index in range(at + 1, min(len(kin), at + 1 + _REACH + len(parts))):
        if kin[index] in left:
            left.discard(kin[index])
            last = index + 1
            if not left:
                return first, last
        elif not _passable(text, index, kin[index], parts):
            break
    for index in range(at - 1, max(-1, at - 1 - _REACH - len(parts)), -1):
        if kin[index] in left:
            left.discard(kin[index])
            first = index
            if not left:
                return first, last
        elif not _passable(text, index, kin[index], parts):
            break
    return None


def _passable(text: Sequence[Word], at: int, kin: str, parts: frozenset[str]) -> bool:
    """Whether a word between the parts of a name leaves the name whole: also in "the time it takes to" do something."""
    low = text[at].low
    if low in english.POSSESSIVE and at > 1 and text[at - 2].low in effect_words.MORE_OR_LESS:
        return False  # "the less A your body takes": no "body A"
    if low == "with" and not _SUPPLYING.isdisjoint(word.low for word in text[max(0, at - 4) : at]):
        return False  # "supplies the B with A": no "B with A"
    if low == "into" and at + 1 < len(text) and text[at + 1].low in effect_words.CURE:
        return False  # "put people with A into remission": two things
    if low == "the" and at > 1 and text[at - 2].low in _LED and text[at - 1].kin in parts:
        return False  # "without A the B fails": no "B of A"
    if kin in families.LIGHT or kin in parts or low in _PASSED:
        return True
    if low in _INSIDE:  # "the pressure inside the A" of "pressure in the A"; not "within a day"
        return at + 1 < len(text) and text[at + 1].low not in {"a", "an"}
    if low in _BESIDE:  # "A on top of B" of "B with A"
        return at + 1 < len(text) and (low in _JOINING or text[at + 1].low in _BESIDE_OF)
    if low in {"it", "they"}:
        return at > 0 and text[at - 1].low == "time" and at + 1 < len(text) and text[at + 1].low in _TAKING
    return low in _TAKING and text[at - 1].low in {"it", "they"}
