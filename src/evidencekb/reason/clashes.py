"""Which claims cannot all be true, in steps that can be kept: what each claim says, and each part decided."""

from __future__ import annotations

import hashlib
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from evidencekb.processes import shared
from evidencekb.reason.coherence import search
from evidencekb.reason.coherence.problem import Logic, Proportion
from evidencekb.reason.inference import MOST
from evidencekb.reason.proportions import assumed, assumptions, logic, stated, universal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim

Share = tuple[str, tuple[str, ...], tuple[str, ...], int, int, int, int]
"""A proportion as plain values: name, outcome, given, and both ends as numerator and denominator."""
Solved = dict[str, tuple[list[tuple[str, ...]], tuple[str, ...]]]
"""Digest of a part to its conflicts, each as the names of its members; and all its names where there may be more."""

Split = dict[str, list[tuple[int, ...]]]
"""Digest of what is spoken of to the parts it falls into, each as the places of its members."""

_fraction = cache(Fraction)
"""Many claims state one of few percentages; to make a fraction looks for what its two numbers have in common."""

_LEAST = 20
"""Parts for which another process is worth its start."""


def premises(kb: KnowledgeBase) -> dict[str, Any]:
    """What the concepts say: kinds, implications, exclusions, who everyone is, and whether anything is assumed."""
    held = logic(kb)
    return {
        "implies": {name: tuple(sorted(others)) for name, others in sorted(held.implies.items())},
        "excludes": sorted(tuple(sorted(pair)) for pair in held.excludes),
        "universal": tuple(sorted(universal(kb))),
        "assumed": bool(assumptions(kb)),
    }


def share(kb: KnowledgeBase, claim: Claim, known: Mapping[str, Any]) -> Share | None:
    """The proportion that a claim states; None where it states none, or the editors have retired it."""
    found = None if claim.status == "retired" else stated(claim, known["universal"], kb.config)
    return None if found is None else _plain(found)


def _plain(p: Proportion) -> Share:
    return (
        *(p.name, tuple(sorted(p.outcome)), tuple(sorted(p.given))),
        *(p.low.numerator, p.low.denominator, p.high.numerator, p.high.denominator),
    )


def _proportion(share: Share, asserts: bool) -> Proportion:  # noqa: FBT001 - both are one member of a list
    name, outcome, given, a, b, c, d = share
    return Proportion(name, frozenset(outcome), frozenset(given), _fraction(a, b), _fraction(c, d), asserts)


def _digest(*said: object) -> str:
    return hashlib.sha256(repr(said).encode()).hexdigest()


def find(
    kb: KnowledgeBase, shares: Iterable[Share], known: Mapping[str, Any], solved: Solved, split: Split
) -> tuple[list[tuple[str, ...]], list[str], Solved, Split]:
    """Every minimal set of claims that cannot all be true, in the order of `search.conflicts`.

    Then the claims that may be in more sets than were found, the parts that were met, and how they were split.
    `solved` are parts that were decided before, and `split` is what was split before.
    """
    members = [(share, True) for share in shares]
    if known["assumed"]:
        members += [(_plain(p), p.asserts) for p in assumed(kb, [_proportion(*each) for each in members])]
    rules = Logic(
        {name: frozenset(others) for name, others in known["implies"].items()},
        frozenset(frozenset(pair) for pair in known["excludes"]),
    )
    said = _digest(known["implies"], known["excludes"])
    # Into which parts they fall is a matter of who speaks of what; of the numbers only whether an end is zero counts.
    shape = _digest(said, [(*share[:3], share[3] > 0, share[5] > 0, asserts) for share, asserts in members])
    if shape not in split:
        held = [_proportion(*each) for each in members]
        places = {id(one): place for place, one in enumerate(held)}
        split = {shape: [tuple(places[id(one)] for one in part) for part in search.parts(held, rules)]}
    parts = {}
    for at in split[shape]:
        part = [members[place] for place in at]
        parts[_digest(said, part)] = part

    def decide(share: Iterable[str]) -> Solved:
        found = {digest: search.decide([_proportion(*each) for each in parts[digest]], rules, MOST) for digest in share}
        return {
            digest: ([each.names for each in sets.conflicts], tuple(sorted(sets.undecided)))
            for digest, sets in found.items()
        }

    met = {digest: solved[digest] for digest in parts if digest in solved}
    for found in shared([digest for digest in parts if digest not in solved], decide, decide, _LEAST):
        met |= found
    sets = sorted((names for part, _ in met.values() for names in part), key=lambda each: (len(each), each))
    undecided = sorted({name for _, names in met.values() for name in names if name in kb.claims})
    return [tuple(name for name in names if name in kb.claims) for names in sets], undecided, met, split
