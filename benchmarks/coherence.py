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
        seconds, sets = _decided(base)
        print(f"one component, {concepts} concepts, {shares} proportions: {seconds:.2f} s, {sets} minimal sets")
        for seed in (1, 2, 3):
            seconds, sets = _decided(with_clash(base, seed))
            print(f"  the same with a figure that cannot be right: {seconds:.2f} s, {sets} minimal sets")
    many = [p for seed in range(1000) for p in component(4, 4, seed=seed, prefix=f"{seed}-")]
    print(f"1,000 components of 4 concepts and 4 proportions: {_decided(many)[0]:.2f} s")
    apart, kinds = clashes_apart(12)
    start = time.process_time()
    found = conflicts(apart, kinds, 100).conflicts
    print(f"one population, 12 clashes of three: {time.process_time() - start:.2f} s, {len(found)} minimal sets")
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


def clashes_apart(count: int) -> tuple[list[Proportion], Logic]:
    """In one population, triples of kinds that exclude each other, each 40%: nothing but the population joins them."""
    share = Fraction(2, 5)
    base = [
        Proportion(f"{kind}{number:02}", frozenset([f"{kind}{number:02}"]), frozenset(["people"]), share, share)
        for number in range(count)
        for kind in "abc"
    ]
    pairs = (
        frozenset([f"{a}{number:02}", f"{b}{number:02}"]) for number in range(count) for a, b in ("ab", "ac", "bc")
    )
    return base, Logic({}, frozenset(pairs))


def with_clash(base: list[Proportion], seed: int) -> list[Proportion]:
    """The same with a second figure for one share, thirty points away."""
    chance = random.Random(seed)
    one = chance.choice(base)
    points = Fraction(3, 10) if one.low < Fraction(1, 2) else Fraction(-3, 10)
    ends = sorted(min(max(end + points, Fraction(0)), Fraction(1)) for end in (one.low, one.high))
    return [*base, Proportion("another", one.outcome, one.given, *ends)]


def _decided(base: list[Proportion]) -> tuple[float, int]:
    """Processor time of one decision, and how many minimal sets there are (three at most)."""
    start = time.process_time()
    found = conflicts(base, NO_LOGIC, 3).conflicts
    return time.process_time() - start, len(found)


if __name__ == "__main__":
    main()
