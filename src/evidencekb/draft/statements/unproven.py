"""What is not known: "it is not known whether A helps B", "nobody knows if A eases B", "there is no proof that ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences.telling import BREAKS, Spot, Told
from evidencekb.draft.statements.acting import acts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.sentences.sentence import Sentence

KIND: Final = "unknown"
"""The kind of an edge of which nobody knows whether its subject does anything for its object."""
_OPEN: Final = english.listed("unknown unclear uncertain unproven unsettled undecided doubtful")
_KNOWN: Final = english.listed("known clear certain shown proven proved established settled sure know knows say tell")
_PROOF: Final = english.listed("evidence proof")
_DOING: Final = frozenset({"anything", "something", "works", "work"})
"""Words of an effect that is not told: "does anything for A"."""
_ASKING: Final = frozenset({"whether", "if"})
_NEAR: Final = 4
"""Words between a denial and what is denied to be known, at most."""


def told(sentence: Sentence, thing: Spot, target: Spot) -> Told | None:
    """Read that it is not known what one thing does for another; where it is told to do something, the contrary."""
    lows = [word.low for word in sentence.words]
    first, last = min(thing.first, target.first), max(thing.last, target.last)
    if any(low in BREAKS - {"if"} for low in lows[min(thing.last, target.last) : max(thing.first, target.first)]):
        return None
    at, found = _untold(lows), acts(sentence, thing, target)
    if found is None and _DOING.isdisjoint(lows[thing.last : target.first]):
        return None
    if at >= 0 and _is_of(lows, at, first, last):
        return Told(KIND, min(first, at), max(last, at + 1))
    if found is None or found.reversed or found.negated or at >= 0:
        return None  # that it does nothing is another statement
    return Told(KIND, found.first, found.last, negated=True)


def _is_of(lows: Sequence[str], at: int, first: int, last: int) -> bool:
    """Whether it is of what stands in the words first:last that it is told, at a position, not to be known."""
    if lows[at] in _PROOF:
        return at < first and "," not in lows[at:first]
    asked = (j for j in range(first) if lows[j] in _ASKING and "," not in lows[j:first])
    return any(at < j <= at + 2 or at >= last for j in asked)


def denies(sentence: Sentence, thing: Spot, target: Spot) -> bool:
    """Whether one thing is told to do nothing for another, as if that were known: "A does not help B"."""
    found = acts(sentence, thing, target)
    return found is not None and found.negated and _untold([word.low for word in sentence.words]) < 0


def _untold(lows: Sequence[str]) -> int:
    """Where something is told not to be known; -1 where it is nowhere."""
    for at, low in enumerate(lows):
        denied = not english.NEGATION.isdisjoint(lows[max(0, at - _NEAR) : at])
        if low in _OPEN or (denied and (low in _KNOWN or low in _PROOF)):
            return at  # "nobody knows", "doctors cannot say", "no evidence"
    return -1
