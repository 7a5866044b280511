"""Questions to the claim base: what does it imply of a share that nobody states?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from evidencekb.model.errors import UsageError
from evidencekb.reason.coherence import search
from evidencekb.reason.coherence.parts import components
from evidencekb.reason.coherence.problem import Proportion
from evidencekb.reason.coherence.search import Bounds
from evidencekb.reason.proportions import interval, logic, proportions
from evidencekb.reason.suggestion import concept
from evidencekb.reason.wording import limit

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Quantity
    from evidencekb.reason.coherence.problem import Logic
    from evidencekb.reason.coherence.search import Conflict, Sets


_HUNDRED: Final = 100
MOST: Final = 100
"""So many sets are sought in one part of the claim base."""


@dataclass(frozen=True, slots=True)
class Share:
    """P(all of `outcome` | all of `given`), concept ids."""

    outcome: tuple[str, ...]
    given: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inference:
    """What follows for a share. `bounds` is None where the claims cannot all be true (`conflicts` says why)."""

    share: Share
    bounds: Bounds | None
    conflicts: tuple[Conflict, ...] = ()


def parse_share(kb: KnowledgeBase, text: str) -> Share:
    """Read `P(a, b | c, d)`; UsageError for anything else and for unknown concepts."""
    inner = text.strip()
    if not (inner.startswith(("P(", "p(")) and inner.endswith(")")):
        message = f'write a share as "P(outcome | population)", not {text!r}'
        raise UsageError(message)
    head, _, tail = inner[2:-1].partition("|")
    outcome, given = (tuple(n.strip() for n in part.split(",") if n.strip()) for part in (head, tail))
    if not outcome:
        message = f'{text!r} names no outcome; write "P(outcome | population)"'
        raise UsageError(message)
    return Share(*(tuple(concept(kb, name) for name in names) for names in (outcome, given)))


def held(kb: KnowledgeBase, without: Collection[str] = ()) -> list[Claim]:
    """The claims that the editors hold: not retired, and not decided against in a resolved dispute."""
    lost = {name for dispute in kb.disputes.values() if dispute.status == "resolved" for name in dispute.against}
    return [c for c in kb.claims.values() if c.status != "retired" and c.id not in lost and c.id not in without]


def infer(
    kb: KnowledgeBase, share: Share, *, without: Sequence[str] = (), assume: Sequence[tuple[Share, Quantity]] = ()
) -> Inference:
    """The tightest bounds on a share that the held claims imply, with some left out and some figures assumed."""
    asked = _proportion(kb, share)
    stated = proportions(kb, held(kb, without), [_supposed(kb, each, figure) for each, figure in assume], [asked])
    rules = logic(kb)
    part = component(stated, asked, rules)
    found = search.conflicts(part, rules, 3).conflicts
    if found:
        return Inference(share, None, found)
    return Inference(share, search.bounds(asked.outcome, asked.given, part, rules))


def conflicts(kb: KnowledgeBase) -> Sets:
    """Every minimal set of held claims (and assumptions) that cannot all be true, as far as there are not too many."""
    return search.conflicts(proportions(kb, held(kb)), logic(kb), MOST)


def _proportion(kb: KnowledgeBase, share: Share) -> Proportion:
    """A share as the engine's proportion, anywhere between none and all."""
    universal = {name for name, concept in kb.concepts.items() if concept.universal}
    return Proportion("", frozenset(share.outcome), frozenset(share.given) - universal, Fraction(0), Fraction(1))


def _supposed(kb: KnowledgeBase, share: Share, figure: Quantity) -> Proportion:
    """A figure to test, by a name that no claim can have."""
    limits = interval(figure, kb.config)
    if limits is None:
        message = "only shares can be assumed: a figure in percent, a fraction or n/N"
        raise UsageError(message)
    if any(end is not None and not 0 <= end <= _HUNDRED for end in (figure.value, figure.low, figure.high)):
        message = "a share lies between 0% and 100%"
        raise UsageError(message)
    name = f"P({', '.join(share.outcome)} | {', '.join(share.given)}) {limit(Bounds(*limits, (), ()))}"
    return replace(_proportion(kb, share), name=name, low=limits[0], high=limits[1])


def component(stated: list[Proportion], asked: Proportion, rules: Logic) -> list[Proportion]:
    """The proportions that can bear on the one asked for."""
    for part in components([*stated, asked], rules):
        if any(p is asked for p in part):
            return [p for p in part if p is not asked]
    return []
