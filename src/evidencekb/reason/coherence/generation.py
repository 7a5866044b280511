"""Column generation in floating point with HiGHS: fast on large components, and never the judge.

It says which proportions seem to conflict; `exact` decides on those few. The pricing problem is solved by the exact
search while few events have a positive weight, and as an integer program otherwise.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from evidencekb.reason.coherence.pricing import best_world

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from evidencekb.reason.coherence.problem import Mask, Proportion, Space

_TOLERANCE: Final = 1e-7
_NOTHING: Final = 1e-9
_SMALLEST: Final = 1e-7
"""What the conditions give way by at least where they clash; a rounding error is less."""
_STARTS: Final = 14
"""From so many events the climb starts: several columns a round need far fewer rounds."""

_FEW: Final = 14
"""Up to so many events with a positive weight the search beats building an integer program."""


class Program:
    """minimise how far the conditions must give way for every population to have people, over the worlds so far.

    That none must give way is what coherence means; and where some must, they are few and near the fault, while "how
    many populations can have people" (the program of `exact`) starves every population that the fault reaches. The
    program is built once for a component. Rows of proportions that are left out are made free, and the worlds and the
    basis found before are kept, so that asking again about fewer proportions costs little.
    """

    def __init__(self, space: Space, proportions: Sequence[Proportion]) -> None:
        """Start with the plainest worlds: many components need no others."""
        highspy = _solver()
        self._space = space
        self._proportions = proportions
        self._highs = highs = highspy.Highs()
        highs.setOptionValue("output_flag", False)  # noqa: FBT003 - the solver's own signature
        highs.setOptionValue("threads", 1)
        highs.setOptionValue("presolve", "off")  # the last basis is the best start after new columns
        highs.setOptionValue("simplex_strategy", 4)  # primal, for which that basis stays feasible
        self._infinity = highspy.kHighsInf
        rows = [(number, row) for number, p in enumerate(proportions) for row in space.rows(p)]
        self._of = [number for number, _ in rows]
        self._peopled = {number: space.event(p.given) for number, p in enumerate(proportions) if p.peopled}
        self._populations = sorted(e for e in set(self._peopled.values()) if space.possible(e))
        self._events = [{event: float(value) for event, value in row.terms} for _, row in rows]
        self._events += [{population: -1.0} for population in self._populations]
        self._uses: dict[Mask, list[tuple[int, float]]] = {}  # event to the rows that it stands in
        for index, events in enumerate(self._events):
            for event, value in events.items():
                self._uses.setdefault(event, []).append((index, value))
        self._worlds: set[Mask] = set()
        self._active: frozenset[int] = frozenset(range(len(proportions)))
        for _ in rows:
            highs.addRow(-self._infinity, 0.0, 0, [], [])
        for _ in self._populations:
            highs.addRow(-self._infinity, -1.0, 0, [], [])
        for index in range(len(rows)):
            highs.addCol(1.0, 0.0, self._infinity, 1, [index], [-1.0])
        for p in proportions:
            for event in (space.event(p.given), space.event(p.given | p.outcome)):
                if event not in self._worlds and space.possible(event):
                    self._add(event)

    def conflict(self, active: Collection[int]) -> frozenset[int] | None:
        """Those of the `active` proportions that together seem to conflict (not minimal); None where all seem to fit.

        Proportions are known by their place in the sequence that the program was built for.
        """
        for number in sorted(active):
            if number in self._peopled and not self._space.possible(self._peopled[number]):
                return frozenset({number})
        self._restrict(frozenset(active))
        given_way, duals = self._solve()
        while given_way > _SMALLEST:
            weights: dict[Mask, float] = {}
            for events, dual in zip(self._events, duals, strict=True):
                if abs(dual) > _TOLERANCE:
                    for event, coefficient in events.items():
                        weights[event] = weights.get(event, 0.0) + dual * coefficient
            weights = {event: weight for event, weight in weights.items() if abs(weight) > _NOTHING}
            fresh = [world for world in _price(self._space, weights) if world not in self._worlds]
            if not fresh:
                return self._bearing(duals)
            for world in fresh:
                self._add(world)
            given_way, duals = self._solve()
        return None

    def _restrict(self, active: frozenset[int]) -> None:
        """Free the rows of what is left out, and the populations that nothing asks for any more."""
        for index, number in enumerate(self._of):
            if (number in active) != (number in self._active):
                self._highs.changeRowBounds(index, -self._infinity, 0.0 if number in active else self._infinity)
        wanted = {self._peopled[number] for number in active if number in self._peopled}
        for index, population in enumerate(self._populations, len(self._of)):
            self._highs.changeRowBounds(index, -self._infinity, -1.0 if population in wanted else self._infinity)
        self._active = active

    def _bearing(self, duals: Sequence[float]) -> frozenset[int]:
        """The proportions whose conditions bear on the optimum, and one for each population whose people do."""
        rows = len(self._of)
        used = {number for number, dual in zip(self._of, duals, strict=False) if abs(dual) > _TOLERANCE}
        for population, dual in zip(self._populations, duals[rows:], strict=True):
            asking = sorted(n for n in self._active if self._peopled.get(n) == population)
            if abs(dual) > _TOLERANCE and asking and used.isdisjoint(asking):
                used.add(asking[0])
        return frozenset(used) & self._active

    def _add(self, world: Mask) -> None:
        """Add the column of one world."""
        self._worlds.add(world)
        column: dict[int, float] = {}
        for event, uses in self._uses.items():
            if world & event == event:
                for index, value in uses:
                    column[index] = column.get(index, 0.0) + value
        filled = sorted(index for index, value in column.items() if value)
        self._highs.addCol(0.0, 0.0, self._infinity, len(filled), filled, [column[index] for index in filled])

    def _solve(self) -> tuple[float, list[float]]:
        """(how far the conditions give way, multipliers of the rows)."""
        self._highs.run()
        return self._highs.getInfo().objective_function_value, list(self._highs.getSolution().row_dual)


def _solver() -> Any:  # noqa: ANN401 - a module without types
    """HiGHS, loaded only where a component is too large for the exact way alone."""
    # It loads numpy, whose BLAS starts a thread a processor: that takes as long as all the rest, and no BLAS is used.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import highspy  # noqa: PLC0415 - see above

    return highspy


def _price(space: Space, weights: Mapping[Mask, float]) -> list[Mask]:
    """Worlds that improve the master, the best first; none where there is none."""
    positive = sorted((event for event, weight in weights.items() if weight > 0), key=lambda e: (-weights[e], e))
    if len(positive) <= _FEW:
        found = best_world(space, weights, _TOLERANCE)
        return [found[1]] if found else []
    climbed = _climb(space, weights, positive)
    if climbed:
        return climbed
    last = _integer_program(space, weights)
    return [] if last is None else [last]


def _climb(space: Space, weights: Mapping[Mask, float], positive: Sequence[Mask]) -> list[Mask]:
    """From each event, add others one by one while the total grows; every world found that improves, the best first."""
    found: dict[Mask, float] = {}
    pairs = list(weights.items())
    for start in positive[:_STARTS]:
        world = start
        if not space.possible(world):
            continue
        total = _total(pairs, world)
        grew = True
        while grew:
            grew = False
            for event in positive:
                wider = world | event
                if wider != world and space.possible(wider) and (value := _total(pairs, wider)) > total:
                    world, total, grew = wider, value, True
        if total > _TOLERANCE:
            found[world] = total
    return sorted(found, key=lambda world: (-found[world], world))


def _total(pairs: Iterable[tuple[Mask, float]], world: Mask) -> float:
    """Sum of the weights of the events that hold in a world."""
    return sum([weight for event, weight in pairs if world & event == event])


def _integer_program(space: Space, weights: Mapping[Mask, float]) -> Mask | None:
    """The best world by integer programming: a binary for each atom, a variable in [0, 1] for each event.

    An event is at most each of its atoms (it pays to hold) or at least their sum less their number plus one (it costs
    to hold); the world is then the union of the events that pay and hold.
    """
    highspy = _solver()
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)  # noqa: FBT003 - the solver's own signature
    highs.setOptionValue("threads", 1)
    highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
    infinity = highspy.kHighsInf
    used = 0
    for event in weights:
        used |= event
    atoms = [1 << index for index in range(used.bit_length()) if used >> index & 1]
    column = {atom: index for index, atom in enumerate(atoms)}
    for index in range(len(atoms)):
        highs.addCol(0.0, 0.0, 1.0, 0, [], [])
        highs.changeColIntegrality(index, highspy.HighsVarType.kInteger)
    order = sorted(weights)
    for index, event in enumerate(order, len(atoms)):
        highs.addCol(weights[event], 0.0, 1.0, 0, [], [])
        parts = [column[atom] for atom in atoms if event & atom]
        if weights[event] > 0:
            for part in parts:
                highs.addRow(-infinity, 0.0, 2, [index, part], [1.0, -1.0])
        else:
            highs.addRow(1.0 - len(parts), infinity, len(parts) + 1, [index, *parts], [1.0, *([-1.0] * len(parts))])
    for pair in space.excluded:
        parts = [column[atom] for atom in atoms if pair & atom]
        if len(parts) == 2:
            highs.addRow(-infinity, 1.0, 2, parts, [1.0, 1.0])
    highs.run()
    values = highs.getSolution().col_value
    world = 0
    for index, event in enumerate(order, len(atoms)):
        if weights[event] > 0 and values[index] > 0.5:
            world |= event
    return world if space.possible(world) and _total(weights.items(), world) > _TOLERANCE else None
