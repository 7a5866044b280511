"""What the claims leave possible for a share that none of them states."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from evidencekb.reason.coherence.problem import Proportion
from evidencekb.reason.coherence.search import conflicts
from evidencekb.reason.inference import MOST, component, held
from evidencekb.reason.proportions import assumptions, interval, logic, proportions
from evidencekb.reason.wording import assumption, bounds, limit

if TYPE_CHECKING:
    from collections.abc import Collection

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Quantity
    from evidencekb.reason.coherence.problem import Logic
    from evidencekb.reason.coherence.search import Bounds, Conflict

_ASKED = ""


@dataclass(frozen=True, slots=True)
class Denial:
    """Why a figure cannot be: what is possible, as a phrase ("at most 20%") and in a sentence, and what says so."""

    limit: str
    sentence: str  # without its full stop
    claims: tuple[str, ...]  # ids, by name; none where the concepts by themselves leave no room
    assumed: tuple[str, ...]  # in words: "at least 80% of people with A have B"


class Implied:
    """Holds figures against the claims of one base; nothing is computed before the first question."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """`kb` is not looked at yet."""
        self._kb = kb

    @cached_property
    def _held(self) -> list[Claim]:
        return held(self._kb)

    @cached_property
    def _logic(self) -> Logic:
        return logic(self._kb)

    def denial(self, outcome: str, given: Collection[str], figure: Quantity) -> Denial | None:
        """Why `figure` cannot be the share of people with all of `given` who have `outcome`; None where it can.

        Claims that cannot be true together are no measure of others: what bears on the figure without them decides.
        """
        limits = interval(figure, self._kb.config)
        universal = {name for name in given if self._kb.concepts[name].universal}
        if limits is None or outcome in given:
            return None
        asked = Proportion(_ASKED, frozenset({outcome}), frozenset(given) - universal, *limits)
        stated = proportions(self._kb, self._held, asked=[asked])
        part = component(stated, asked, self._logic)
        sets = conflicts(part, self._logic, MOST)
        doubtful = {name for found in sets.conflicts for name in found.names if name in self._kb.claims}
        doubtful.update(sets.undecided & self._kb.claims.keys())
        sound = [p for p in part if p.name not in doubtful]
        for conflict in conflicts([*sound, asked], self._logic, 1).conflicts:
            for one, possible in zip(conflict.members, conflict.possible, strict=True):
                if one.name == _ASKED and possible is not None:
                    return self._denial(conflict, possible, asked, given)
        return None

    def _denial(self, conflict: Conflict, possible: Bounds, asked: Proportion, given: Collection[str]) -> Denial:
        soft = assumptions(self._kb)
        return Denial(
            limit(possible),
            bounds(self._kb, possible, asked.outcome, given),
            tuple(sorted(name for name in conflict.names if name in self._kb.claims)),
            tuple(assumption(self._kb, one) for one in conflict.members if one.name in soft),
        )
