"""The terms of the problem: atoms, worlds as bit masks, and proportions as pairs of linear conditions."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Mask = int
"""A set of concepts, one bit each: a conjunction of concepts, or a world (the concepts that hold in it)."""


@dataclass(frozen=True, slots=True)
class Proportion:
    """P(all of `outcome` | all of `given`) lies in [low, high], shares from 0 to 1.

    `asserts` is true for a claim, which says that its population exists, and false for an assumption.
    """

    name: str
    outcome: frozenset[str]
    given: frozenset[str]
    low: Fraction
    high: Fraction
    asserts: bool = True

    @property
    def peopled(self) -> bool:
        """Whether the population must not be empty; everyone never is."""
        return self.asserts or not self.given


@dataclass(frozen=True, slots=True)
class Logic:
    """What holds in every world: `implies` maps a concept to those that come with it, `excludes` are pairs."""

    implies: Mapping[str, frozenset[str]]
    excludes: frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One linear condition: sum over `terms` of coefficient times m(event), at most zero."""

    name: str  # of the proportion it comes from
    terms: tuple[tuple[Mask, Fraction], ...]


class Space:
    """The worlds over the concepts that some proportions name, with everything these imply."""

    __slots__ = ("_bits", "_closure", "_excluded")

    def __init__(self, proportions: Sequence[Proportion], logic: Logic) -> None:
        """Number the atoms in the order of their names, so that the same input gives the same run."""
        named = {atom for p in proportions for atom in p.outcome | p.given}
        reach: dict[str, frozenset[str]] = {}
        stack = sorted(named)
        while stack:
            atom = stack.pop()
            if atom not in reach:
                reach[atom] = logic.implies.get(atom, frozenset())
                stack.extend(sorted(reach[atom]))
        self._bits = {atom: 1 << index for index, atom in enumerate(sorted(reach))}
        closure = {atom: self._mask({atom, *implied}) for atom, implied in reach.items()}
        changed = True
        while changed:  # transitive; at most as many rounds as the longest chain
            changed = False
            for atom, mask in closure.items():
                grown = mask
                for other, bit in self._bits.items():
                    if mask & bit:
                        grown |= closure[other]
                if grown != mask:
                    closure[atom], changed = grown, True
        self._closure = {self._bits[atom]: mask for atom, mask in closure.items()}
        pairs = [self._mask(pair) for pair in logic.excludes if pair <= reach.keys()]
        self._excluded = tuple(sorted(pairs))

    def _mask(self, atoms: frozenset[str] | set[str]) -> Mask:
        """The atoms as a mask, as they stand."""
        mask = 0
        for atom in atoms:
            mask |= self._bits[atom]
        return mask

    def event(self, atoms: frozenset[str]) -> Mask:
        """The conjunction of the atoms with everything it implies."""
        mask = 0
        for atom in atoms:
            mask |= self._closure[self._bits[atom]]
        return mask

    def possible(self, world: Mask) -> bool:
        """Whether a closed set of concepts can hold of one person."""
        return all(world & pair != pair for pair in self._excluded)

    @property
    def excluded(self) -> tuple[Mask, ...]:
        """Pairs of concepts that never hold together."""
        return self._excluded

    def rows(self, proportion: Proportion) -> list[Row]:
        """The conditions of a proportion: l m(B) - m(AB) <= 0 and m(AB) - h m(B) <= 0; trivial ones left out."""
        given = self.event(proportion.given)
        both = self.event(proportion.given | proportion.outcome)
        rows = []
        if proportion.low > 0:
            rows.append(Row(proportion.name, _sum((given, proportion.low), (both, Fraction(-1)))))
        if proportion.high < 1:
            rows.append(Row(proportion.name, _sum((both, Fraction(1)), (given, -proportion.high))))
        return rows


def _sum(one: tuple[Mask, Fraction], other: tuple[Mask, Fraction]) -> tuple[tuple[Mask, Fraction], ...]:
    """Two terms, or their sum where both speak of one event: a population may imply the outcome."""
    return ((one[0], one[1] + other[1]),) if one[0] == other[0] else (one, other)
