"""Time the coherence engine: one large component at growing sizes, many small ones, and our own claim base."""

from __future__ import annotations

import random
import time
from datetime import date
from fractions import Fraction
from pathlib import Path

from evidencekb import store
from evidencekb.reason import inference
from evidencekb.reason.coherence.problem import Logic, Proportion
from evidencekb.reason.coherence.search import conflicts

ROOT = Path(__file__).parents[1]
NO_LOGIC = Logic({}, frozenset())


def main() -> None:
    """Print seconds of processor time."""
    for concepts, shares in ((15, 50), (30, 100), (60, 200)):
        base = component(concepts, shares, seed=1)
        print(f"one component, {concepts} concepts, {shares} proportions: {_seconds(base):.2f} s, {_found(base)}")
    many = [p for seed in range(1000) for p in component(4, 4, seed=seed, prefix=f"{seed}-")]
    print(f"1,000 components of 4 concepts and 4 proportions: {_seconds(many):.2f} s")
    kb = store.load(ROOT, today=date(2026, 11, 21))
    start = time.process_time()
    inference.conflicts(kb)
    print(f"our claim base, {len(kb.claims)} claims: {time.process_time() - start:.2f} s")


def component(concepts: int, shares: int, seed: int, prefix: str = "") -> list[Proportion]:
    """Proportions that some made-up people satisfy."""
    chance = random.Random(seed)
    atoms = [f"{prefix}c{index:02}" for index in range(concepts)]
    people = [frozenset(atom for atom in atoms if chance.random() < 0.35) for _ in range(4 * concepts)]
    found: list[Proportion] = []
    while len(found) < shares:
        given = frozenset(chance.sample(atoms, chance.choice([1, 1, 2])))
        outcome = frozenset([chance.choice([atom for atom in atoms if atom not in given])])
        group = [person for person in people if given <= person]
        if group:
            share = Fraction(sum(outcome <= person for person in group), len(group))
            slack = Fraction(1, 200)
            limits = max(share - slack, Fraction(0)), min(share + slack, Fraction(1))
            found.append(Proportion(f"{prefix}p{len(found):03}", outcome, given, *limits))
    return found


def _found(base: list[Proportion]) -> str:
    """How many minimal sets there are."""
    return f"{len(conflicts(base, NO_LOGIC, 3))} minimal sets"


def _seconds(base: list[Proportion]) -> float:
    """Processor time of one decision."""
    start = time.process_time()
    conflicts(base, NO_LOGIC, 3)
    return time.process_time() - start


if __name__ == "__main__":
    main()
