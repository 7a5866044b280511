"""What the claims leave possible for a share that none of them states."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from evidencekb.reason.coherence.problem import Proportion
from evidencekb.reason.coherence.search import conflicts
from evidencekb.reason.inference import component, held
from evidencekb.reason.proportions import interval, logic, proportions
from evidencekb.reason.wording import bounds, limit

if TYPE_CHECKING:
    from collections.abc import Collection

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.quantity import Quantity
    from evidencekb.reason.coherence.problem import Logic

_ASKED = ""
_SETS = 3


@dataclass(frozen=True, slots=True)
class Denial:
    """Why a figure cannot be: what the claims leave possible, as a phrase ("at most 20%") and in a sentence."""

    limit: str
    sentence: str  # without its full stop
    claims: tuple[str, ...]  # ids, by name


class Implied:
    """Holds figures against the claims of one base; nothing is computed before the first question."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """`kb` is not looked at yet."""
        self._kb = kb

    @cached_property
    def _stated(self) -> list[Proportion]:
        return proportions(self._kb, held(self._kb))

    @cached_property
    def _logic(self) -> Logic:
        return logic(self._kb)

    def denial(self, outcome: str, given: Collection[str], figure: Quantity) -> Denial | None:
        """Why `figure` cannot be the share of people with all of `given` who have `outcome`; None where it can."""
        limits = interval(figure, self._kb.config)
        universal = {name for name in given if self._kb.concepts[name].universal}
        if limits is None or outcome in given:
            return None
        asked = Proportion(_ASKED, frozenset({outcome}), frozenset(given) - universal, *limits)
        part = component(self._stated, asked, self._logic)
        for conflict in conflicts([*part, asked], self._logic, _SETS).conflicts if part else ():
            for one, possible in zip(conflict.members, conflict.possible, strict=True):
                claims = tuple(sorted(name for name in conflict.names if name in self._kb.claims))
                if one.name == _ASKED and possible is not None and claims:
                    return Denial(limit(possible), bounds(self._kb, possible, asked.outcome, given), claims)
        return None
