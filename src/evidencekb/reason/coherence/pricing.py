"""The best world for given weights of events: the pricing problem of the column generation, solved exactly.

Events are conjunctions and a world that holds more concepts makes more of them true. So the best world is the closure
of the union of some of the events that have a positive weight: nothing else is worth adding. The search runs over
subsets of those events, with the sum of the positive weights still open as its bound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from evidencekb.reason.coherence.problem import Mask, Space

Number = TypeVar("Number", "Fraction", float)


def best_world(space: Space, weights: Mapping[Mask, Number], floor: Number) -> tuple[Number, Mask] | None:
    """The world with the largest total weight of its events, if that is above `floor`; else None.

    `weights` maps closed events to numbers, exact (Fraction) or not (float).
    """
    positive = sorted((e for e, w in weights.items() if w > 0), key=lambda e: (-weights[e], e))
    negative = [(event, weight) for event, weight in sorted(weights.items()) if weight < 0]
    best: tuple[Number, Mask] | None = None
    limit = floor
    zero = floor - floor
    # Each entry: how many positive events are decided, the world so far, the sum of positive weights still open.
    stack = [(0, 0, sum((weights[e] for e in positive), zero))]
    while stack:
        index, world, open_sum = stack.pop()
        gained = sum((weights[e] for e in positive[:index] if world & e == e), zero)
        lost = sum((weight for event, weight in negative if world & event == event), zero)
        if gained + lost + open_sum <= limit:
            continue
        while index < len(positive) and world & positive[index] == positive[index]:
            gained += weights[positive[index]]
            open_sum -= weights[positive[index]]
            index += 1
        if index == len(positive):
            limit = gained + lost
            best = (limit, world)
            continue
        event = positive[index]
        rest = open_sum - weights[event]
        stack.append((index + 1, world, rest))
        if space.possible(world | event):
            stack.append((index + 1, world | event, rest))
    return best
