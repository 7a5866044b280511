"""Finds every minimal set of proportions that cannot all be true, and what each figure could be beside the others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from evidencekb.reason.coherence import exact, generation
from evidencekb.reason.coherence.parts import components
from evidencekb.reason.coherence.problem import Proportion, Space

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from fractions import Fraction

    from evidencekb.reason.coherence.exact import Certificate
    from evidencekb.reason.coherence.problem import Logic

_SMALL: Final = 12
"""Up to so many proportions the exact way is as fast as the other."""

_WORK: Final = 20_000
"""So many proportions are looked at in one part at most, counted anew for each knot of the tree."""

_KNOTS: Final = 100
"""So many knots a tree may have in any case."""

_FEW: Final = 4
"""So few suspects are left to the exact way as they are."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The tightest bounds on a share, and the proportions that set each end."""

    low: Fraction
    high: Fraction
    low_by: tuple[str, ...]
    high_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A minimal incoherent set: without any one of `members` the rest is possible.

    `possible` gives, for each member, the bounds that the others set on it; None where they leave its population
    empty.
    """

    members: tuple[Proportion, ...]
    certificate: Certificate
    possible: tuple[Bounds | None, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the members, once each: an assumption may enter by several of the groups it holds in."""
        return tuple(dict.fromkeys(p.name for p in self.members))


@dataclass(frozen=True, slots=True)
class Sets:
    """Minimal sets, ordered by name, and the names in those parts in which there may be more than were found."""

    conflicts: tuple[Conflict, ...]
    undecided: frozenset[str] = frozenset()


def conflicts(proportions: Sequence[Proportion], logic: Logic, limit: int) -> Sets:
    """Every minimal set, up to `limit` a component. Each certificate has been checked."""
    decided = [decide(part, logic, limit) for part in parts(proportions, logic)]
    found = sorted((each for one in decided for each in one.conflicts), key=lambda each: (len(each.names), each.names))
    return Sets(tuple(found), frozenset().union(*(one.undecided for one in decided)))


def parts(proportions: Sequence[Proportion], logic: Logic) -> Iterator[tuple[Proportion, ...]]:
    """What has to be decided, in parts that are decided apart; what cannot take part in a conflict is left out."""
    stay = entangled(proportions, logic)
    whole = {id(part): one for part, one in stay}
    for part in components([part for part, _ in stay], logic):
        if any(not one.outcome <= one.given for one in part) or not all(_possible(one, logic) for one in part):
            yield tuple(whole[id(one)] for one in part)


def entangled(
    proportions: Sequence[Proportion], logic: Logic, asked: frozenset[str] = frozenset()
) -> list[tuple[Proportion, Proportion]]:
    """What can take part in a conflict, as (what stays of it, the proportion itself).

    Where nothing else speaks of the outcome A of P(A | B), and A is tied to no other concept by logic, A can be given
    to any share of B in whatever measure satisfies the rest, and to some of any group that must not be empty (its
    upper end is not zero). Of such a proportion there stays only that B, as far as others speak of it, has people.
    Taking one out may free the next. Concepts that are `asked` about are spoken of as well.
    """
    spoken: Counter[str] = Counter(atom for p in proportions for atom in p.outcome | p.given)
    spoken.update(asked)
    ties = _ties(spoken, logic)
    users: dict[str, list[Proportion]] = {}
    for p in proportions:
        for atom in p.outcome | p.given:
            for each in (atom, *ties.get(atom, ())):
                users.setdefault(each, []).append(p)
    gone: set[int] = set()
    queue = list(proportions)
    while queue:
        p = queue.pop()
        if id(p) in gone or not _free(p, spoken, ties):
            continue
        gone.add(id(p))
        for atom in p.outcome | p.given:
            spoken[atom] -= 1
            if spoken[atom] <= 1:
                queue.extend(users[atom])
    stay = []
    for p in proportions:
        if id(p) not in gone:
            stay.append((p, p))
        elif p.peopled:
            rest = frozenset(atom for atom in p.given if spoken[atom] or atom in ties)
            if rest:
                stay.append((replace(p, outcome=rest, given=rest, low=exact.ZERO, high=exact.ONE), p))
    return stay


def _free(p: Proportion, spoken: Counter[str], ties: Mapping[str, frozenset[str]]) -> bool:
    """Whether a concept of the outcome is spoken of here alone, and so is nothing that logic ties it to."""
    if p.high == 0 or (p.low > 0 and len(p.outcome - p.given) > 1):
        return False  # of A and C together there are no more than of C, of which others may speak
    none: frozenset[str] = frozenset()
    return any(
        spoken[atom] == 1 and all(spoken[other] == 0 for other in ties.get(atom, none)) for atom in p.outcome - p.given
    )


def _ties(named: Iterable[str], logic: Logic) -> dict[str, frozenset[str]]:
    """For each named concept those that it implies, that imply it, or that it cannot go with, at any remove.

    A concept that cannot hold of anybody is tied to itself, and so is never free.
    """
    above: dict[str, set[str]] = {}
    for start in named:
        reach: set[str] = set()
        stack = [start]
        while stack:
            for implied in logic.implies.get(stack.pop(), ()):
                if implied not in reach:
                    reach.add(implied)
                    stack.append(implied)
        above[start] = reach
    below: dict[str, set[str]] = {}
    for atom, reach in above.items():
        for implied in (atom, *reach):
            below.setdefault(implied, set()).add(atom)
    against: dict[str, set[str]] = {}
    for one, other in (sorted(pair) for pair in logic.excludes):
        against.setdefault(one, set()).add(other)
        against.setdefault(other, set()).add(one)
    ties = {}
    for atom, reach in above.items():
        tied = reach | below.get(atom, set())
        for each in (atom, *reach):
            for other in against.get(each, ()):
                tied |= {other} | below.get(other, set())
        closed = {atom, *reach}
        impossible = any(other in closed for each in closed for other in against.get(each, ()))
        if impossible or tied - {atom}:
            ties[atom] = frozenset(tied | {atom} if impossible else tied - {atom})
    return ties


def _possible(one: Proportion, logic: Logic) -> bool:
    """Whether logic allows anybody in the population."""
    space = Space([one], logic)
    return space.possible(space.event(one.given))


def decide(part: Sequence[Proportion], logic: Logic, limit: int) -> Sets:
    """Every minimal set of one part, up to `limit`, by Reiter's hitting-set tree: leave out a member, look again.

    Deep before wide, so that sets which have nothing in common are found first. What leaves out more than was left
    out before, when the rest was possible, holds no set. A tree that grows too large is not followed to its end.
    """
    program = generation.Program(Space(part, logic), part) if len(part) > _SMALL else None
    found: dict[tuple[str, ...], Conflict] = {}
    enough: list[frozenset[str]] = []
    tried: set[frozenset[str]] = set()
    stack: list[frozenset[str]] = [frozenset()]
    while stack:
        left_out = stack.pop()
        if left_out in tried or any(each <= left_out for each in enough):
            continue
        if len(found) == limit or len(tried) > max(_WORK // len(part), _KNOTS):
            return Sets(tuple(found.values()), frozenset(p.name for p in part))
        tried.add(left_out)
        known = next((c for c in found.values() if left_out.isdisjoint(c.names)), None)
        if known is None:
            known = _sought(part, left_out, program, logic)
            if known is None:
                enough.append(left_out)
                continue
            found[known.names] = known
        stack += [left_out | {name} for name in reversed(known.names)]
    return Sets(tuple(found.values()))


def _sought(
    part: Sequence[Proportion], left_out: frozenset[str], program: generation.Program | None, logic: Logic
) -> Conflict | None:
    """One minimal conflict of a part without some of its names; None where there is none."""
    rest = [index for index, p in enumerate(part) if p.name not in left_out]
    names = {part[index].name for index in (rest if program is None else _narrowed(program, rest))}
    suspects = tuple(part[index] for index in rest if part[index].name in names)  # an assumption by all its groups
    found = _one(suspects, logic)
    if found is None and suspects and len(suspects) < len(rest):  # floating point cried wolf, or all is well
        found = _one(tuple(part[index] for index in rest), logic)
    return found


def _one(proportions: tuple[Proportion, ...], logic: Logic) -> Conflict | None:
    """One minimal conflict among a few proportions, proved; None where there is none.

    First names are left out, then groups of an assumption that does not need them all.
    """
    stay = entangled(proportions, logic)
    originals = {id(part): one for part, one in stay}
    suspects = tuple(part for part, _ in stay)
    if not suspects or _certificate(suspects, logic) is None:
        return None
    for name in dict.fromkeys(p.name for p in suspects):
        suspects = _smaller(suspects, tuple(p for p in suspects if p.name != name), logic)
    many = Counter(p.name for p in suspects)
    for candidate in [p for p in suspects if many[p.name] > 1]:
        suspects = _smaller(suspects, tuple(p for p in suspects if p is not candidate), logic)
    suspects = tuple(originals[id(p)] for p in suspects)
    certificate = _certificate(suspects, logic)
    space = Space(suspects, logic)
    if certificate is None or not exact.proves_incoherence(space, suspects, certificate):
        message = f"the certificate for {[p.name for p in suspects]} does not check"
        raise AssertionError(message)
    possible = tuple(_beside(p, tuple(q for q in suspects if q is not p), logic) for p in suspects)
    return Conflict(suspects, certificate, possible)


def _smaller(suspects: tuple[Proportion, ...], rest: tuple[Proportion, ...], logic: Logic) -> tuple[Proportion, ...]:
    """The rest where that is impossible too, else the suspects."""
    return rest if rest and _certificate(rest, logic) is not None else suspects


def _narrowed(program: generation.Program, active: Sequence[int]) -> list[int]:
    """A few proportions that seem to conflict, by floating point; none where all seem to fit."""
    suspects = program.conflict(active)
    if suspects is None:
        return []
    size = len(suspects) // 2
    while size and len(suspects) > _FEW:  # leave out large pieces first: each that is not missed saves many questions
        order = sorted(suspects)
        for start in range(0, len(order), size):
            rest = suspects.difference(order[start : start + size])
            if rest != suspects and rest and (smaller := program.conflict(rest)) is not None:
                suspects = smaller
        size = min(size, len(suspects)) // 2
    return sorted(suspects)


def _certificate(proportions: tuple[Proportion, ...], logic: Logic) -> Certificate | None:
    """Decide exactly."""
    return exact.coherent(Space(proportions, logic), proportions)


def _beside(one: Proportion, others: tuple[Proportion, ...], logic: Logic) -> Bounds | None:
    """What the share of `one` could be if the others hold."""
    return bounds(one.outcome, one.given, others, logic)


def bounds(
    outcome: frozenset[str], given: frozenset[str], proportions: Sequence[Proportion], logic: Logic
) -> Bounds | None:
    """The tightest bounds on P(outcome | given); None where nobody can be in `given`."""
    asked = Proportion("", outcome, given, exact.ZERO, exact.ONE)
    proportions = [part for part, _ in entangled(proportions, logic, outcome | given)]
    space = Space([*proportions, asked], logic)
    event, both = space.event(given), space.event(given | outcome)
    if not space.possible(event):
        return None
    people, _ = exact.highest(space, proportions, {event: exact.ONE}, event)
    if people == 0:
        return None
    names = [p.name for p in proportions for _ in space.rows(p)]
    most, most_by = exact.highest(space, proportions, {both: exact.ONE}, event)
    fewest, fewest_by = exact.highest(space, proportions, {event: exact.ONE, both: -exact.ONE}, event)
    return Bounds(1 - fewest, most, _named(names, fewest_by), _named(names, most_by))


def _named(names: Sequence[str], multipliers: Sequence[Fraction]) -> tuple[str, ...]:
    """Names of the rows that bind, once each."""
    return tuple(dict.fromkeys(name for name, value in zip(names, multipliers, strict=True) if value))
