"""Linear programs over all worlds in exact rational arithmetic, for the few proportions of one candidate set.

maximise sum of gain(world) m(world)  subject to  every row at most zero,  m(event) <= 1 for one event, m >= 0.

Revised simplex with an explicit inverse of the basis; the leaving row is the lexicographically smallest, which ends
for any choice of entering columns (Dantzig, Orden and Wolfe 1955), so that columns may be generated. The start is
m = 0, which satisfies everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from evidencekb.reason.coherence.pricing import best_world

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.reason.coherence.problem import Mask, Proportion, Row, Space

ZERO = Fraction(0)
ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Certificate:
    """Multipliers of the rows, all at least zero; `value` is the optimum that they prove.

    `rows` go with the conditions of the proportions; `existence` goes, by population, with "it has people in it".
    """

    value: Fraction
    rows: tuple[Fraction, ...]
    existence: tuple[Fraction, ...] = ()


def coherent(space: Space, proportions: Sequence[Proportion]) -> Certificate | None:
    """None where some measure satisfies all; else Farkas multipliers that prove that there is none.

    Populations get people p_j <= m(B_j), p_j <= 1, and the sum of the p_j is maximised: all of them can be served
    exactly when that sum reaches their number.
    """
    rows = [row for p in proportions for row in space.rows(p)]
    populations = sorted({space.event(p.given) for p in proportions if p.peopled})
    impossible = [b for b in populations if not space.possible(b)]
    if impossible:
        weights = tuple(Fraction(b in impossible) for b in populations)
        return Certificate(ZERO, (ZERO,) * len(rows), weights)
    table = _Table(space, rows, populations)
    value = table.solve()
    if value == len(populations):
        return None
    duals = table.duals()
    return Certificate(value, tuple(duals[: len(rows)]), tuple(duals[len(rows) : len(rows) + len(populations)]))


def proves_incoherence(space: Space, proportions: Sequence[Proportion], certificate: Certificate) -> bool:
    """Check a certificate from scratch: its weights forbid every world that would serve some population.

    Sum of multiplier times row, less sum of existence weight times m(B), must be at least zero on every world, with
    no negative multiplier and some positive existence weight: then the rows leave no room for those populations.
    """
    rows = [row for p in proportions for row in space.rows(p)]
    populations = sorted({space.event(p.given) for p in proportions if p.peopled})
    if len(rows) != len(certificate.rows) or len(populations) != len(certificate.existence):
        return False
    if min((*certificate.rows, *certificate.existence), default=ZERO) < 0 or not any(certificate.existence):
        return False
    weights: dict[Mask, Fraction] = {}
    for population, weight in zip(populations, certificate.existence, strict=True):
        weights[population] = weights.get(population, ZERO) + weight
    for row, multiplier in zip(rows, certificate.rows, strict=True):
        for event, coefficient in row.terms:
            weights[event] = weights.get(event, ZERO) - multiplier * coefficient
    return best_world(space, weights, ZERO) is None


def highest(
    space: Space, proportions: Sequence[Proportion], gain: Mapping[Mask, Fraction], given: Mask
) -> tuple[Fraction, tuple[Fraction, ...]]:
    """The largest total gain among people with `given`, per person, and the multipliers of the rows that cap it."""
    rows = [row for p in proportions for row in space.rows(p)]
    table = _Table(space, rows, [], gain=gain, cap=given)
    value = table.solve()
    return value, tuple(table.duals()[: len(rows)])


class _Table:
    """The simplex tableau: basis, its inverse, and the current solution."""

    def __init__(
        self,
        space: Space,
        rows: Sequence[Row],
        populations: Sequence[Mask],
        *,
        gain: Mapping[Mask, Fraction] | None = None,
        cap: Mask | None = None,
    ) -> None:
        """Rows in order: the conditions; p_j - m(B_j) <= 0; p_j <= 1; m(cap) <= 1."""
        self._space = space
        self._gain = dict(gain or {})
        self._events: list[dict[Mask, Fraction]] = [dict(row.terms) for row in rows]
        self._events += [{population: -ONE} for population in populations]
        self._events += [{} for _ in populations]
        right = [ZERO] * (len(rows) + len(populations)) + [ONE] * len(populations)
        if cap is not None:
            self._events.append({cap: ONE})
            right.append(ONE)
        self._size = size = len(right)
        self._people = [
            [ONE if row in (len(rows) + j, len(rows) + len(populations) + j) else ZERO for row in range(size)]
            for j in range(len(populations))
        ]
        self._costs = [ZERO] * size  # of the basic columns; slacks gain nothing
        self._inverse = [[ONE if i == j else ZERO for j in range(size)] for i in range(size)]
        self._solution = right

    def duals(self) -> list[Fraction]:
        """Multipliers of the rows at the current basis."""
        used = [(cost, line) for cost, line in zip(self._costs, self._inverse, strict=True) if cost]
        return [sum((cost * line[j] for cost, line in used), ZERO) for j in range(self._size)]

    def solve(self) -> Fraction:
        """Pivot until no column is worth entering; returns the optimum."""
        while (entering := self._entering()) is not None:
            self._pivot(*entering)
        return sum((c * x for c, x in zip(self._costs, self._solution, strict=True)), ZERO)

    def _entering(self) -> tuple[list[Fraction], Fraction] | None:
        """A column that improves, and its gain: a slack, a population's people, or the best world."""
        duals = self.duals()
        for row, dual in enumerate(duals):
            if dual < 0:
                return [ONE if i == row else ZERO for i in range(self._size)], ZERO
        for column in self._people:
            if sum((d for d, c in zip(duals, column, strict=True) if c), ZERO) < 1:
                return column, ONE
        weights = dict(self._gain)
        for events, dual in zip(self._events, duals, strict=True):
            if dual:
                for event, coefficient in events.items():
                    weights[event] = weights.get(event, ZERO) - dual * coefficient
        found = best_world(self._space, weights, ZERO)
        if found is None:
            return None
        world = found[1]
        column = [sum((c for event, c in events.items() if world & event == event), ZERO) for events in self._events]
        return column, sum((g for event, g in self._gain.items() if world & event == event), ZERO)

    def _pivot(self, column: list[Fraction], cost: Fraction) -> None:
        """Bring a column into the basis by the lexicographic rule."""
        size = self._size
        nonzero = [j for j in range(size) if column[j]]
        direction = [sum((line[j] * column[j] for j in nonzero if line[j]), ZERO) for line in self._inverse]
        rising = [i for i in range(size) if direction[i] > 0]  # never empty: every column is capped
        leaving = rising[0]
        for i in rising[1:]:
            if self._smaller(i, leaving, direction):
                leaving = i
        pivot = direction[leaving]
        line = [value / pivot for value in self._inverse[leaving]]
        amount = self._solution[leaving] / pivot
        for i in range(size):
            if i != leaving and direction[i]:
                factor = direction[i]
                self._inverse[i] = [
                    value - factor * other if other else value
                    for value, other in zip(self._inverse[i], line, strict=True)
                ]
                self._solution[i] -= factor * amount
        self._inverse[leaving], self._solution[leaving], self._costs[leaving] = line, amount, cost

    def _smaller(self, i: int, j: int, direction: list[Fraction]) -> bool:
        """Whether row i comes before row j in the lexicographic ratio test."""
        pairs = zip((self._solution[i], *self._inverse[i]), (self._solution[j], *self._inverse[j]), strict=True)
        for a, b in pairs:
            left, right = a / direction[i], b / direction[j]
            if left != right:
                return left < right
        return False
