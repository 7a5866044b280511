"""Column generation in floating point with HiGHS: fast on large components, and never the judge.

It says which proportions seem to conflict; `exact` decides on those few. The pricing problem is solved by the exact
search while few events have a positive weight, and as an integer program otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.reason.coherence.pricing import best_world

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from evidencekb.reason.coherence.problem import Mask, Proportion, Row, Space

_TOLERANCE: Final = 1e-7
_STARTS: Final = 14
"""From so many events the climb starts: several columns a round need far fewer rounds."""

_FEW: Final = 14
"""Up to so many events with a positive weight the search beats building an integer program."""


def conflict(space: Space, proportions: Sequence[Proportion]) -> frozenset[str] | None:
    """Names of proportions that together seem to conflict (not minimal), or None where all seem to fit."""
    rows = [row for p in proportions for row in space.rows(p)]
    populations = {space.event(p.given): p.name for p in proportions if p.peopled}
    for event, name in populations.items():
        if not space.possible(event):
            return frozenset({name})
    master = _Master(rows, sorted(populations))
    for p in proportions:  # the plainest worlds: many components need no others
        for event in (space.event(p.given), space.event(p.given | p.outcome)):
            if event not in master.worlds and space.possible(event):
                master.add(event)
    while True:
        served, duals = master.solve()
        if served > len(populations) - 1e-6:
            return None
        weights: dict[Mask, float] = {}
        for events, dual in zip(master.events, duals, strict=True):
            if abs(dual) > _TOLERANCE:
                for event, coefficient in events.items():
                    weights[event] = weights.get(event, 0.0) - dual * coefficient
        fresh = [
            w for w in _price(space, {e: w for e, w in weights.items() if abs(w) > 1e-9}) if w not in master.worlds
        ]
        if not fresh:
            break
        for world in fresh:
            master.add(world)
    used = {row.name for row, dual in zip(rows, duals, strict=False) if dual > _TOLERANCE}
    existence = duals[len(rows) : len(rows) + len(populations)]
    starved = {event for event, dual in zip(sorted(populations), existence, strict=True) if dual > _TOLERANCE}
    return frozenset(used | {p.name for p in proportions if p.peopled and space.event(p.given) in starved})


class _Master:
    """maximise the people served, over the worlds so far; the same program as in `exact`."""

    def __init__(self, rows: Sequence[Row], populations: Sequence[Mask]) -> None:
        """Start with no world: nobody is served."""
        import highspy  # noqa: PLC0415 - loaded only where a component is too large for the exact way alone

        self._highs = highs = highspy.Highs()  # type: ignore[no-untyped-call]
        highs.setOptionValue("output_flag", False)  # noqa: FBT003 - the solver's own signature
        highs.setOptionValue("threads", 1)
        highs.setOptionValue("presolve", "off")  # the last basis is the best start after new columns
        highs.setOptionValue("simplex_strategy", 4)  # primal, for which that basis stays feasible
        highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self._infinity = highspy.kHighsInf
        self.events = [{event: float(value) for event, value in row.terms} for row in rows]
        self.events += [{population: -1.0} for population in populations]
        self.worlds: set[Mask] = set()
        for _ in self.events:
            highs.addRow(-self._infinity, 0.0, 0, [], [])
        for index in range(len(populations)):
            highs.addCol(1.0, 0.0, 1.0, 1, [len(rows) + index], [1.0])

    def add(self, world: Mask) -> None:
        """Add the column of one world."""
        self.worlds.add(world)
        column = [sum(v for event, v in events.items() if world & event == event) for events in self.events]
        filled = [index for index, value in enumerate(column) if value]
        self._highs.addCol(0.0, 0.0, self._infinity, len(filled), filled, [column[index] for index in filled])

    def solve(self) -> tuple[float, list[float]]:
        """(people served, multipliers of the rows)."""
        self._highs.run()
        return self._highs.getInfo().objective_function_value, list(self._highs.getSolution().row_dual)


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
    import highspy  # noqa: PLC0415 - as in _Master

    highs = highspy.Highs()  # type: ignore[no-untyped-call]
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
