"""The claim base as the coherence engine sees it: proportions with their intervals, soft assumptions, and logic."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from evidencekb.model.quantity import Bound, Form, Kind, Quantity
from evidencekb.reason.coherence.problem import Logic, Proportion

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from evidencekb.model.config import Config
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim, Implication


@dataclass(frozen=True, slots=True)
class Assumption:
    """A soft implication of a concept, by the name under which it enters a conflict."""

    name: str
    concept: str
    implication: Implication


def proportions(
    kb: KnowledgeBase, claims: Iterable[Claim], supposed: Iterable[Proportion] = (), asked: Iterable[Proportion] = ()
) -> list[Proportion]:
    """The shares that the claims state, and the soft assumptions of the concepts; named by claim id or assumption.

    What is `supposed` counts as if a claim stated it. Of the groups of what is `asked` the assumptions hold as well.
    """
    everyone = universal(kb)
    found = [each for claim in claims if (each := stated(claim, everyone, kb.config))]
    found += supposed
    return [*found, *assumed(kb, [*found, *asked])]


def universal(kb: KnowledgeBase) -> set[str]:
    """Concepts that everyone is one of."""
    return {name for name, concept in kb.concepts.items() if concept.universal}


def stated(claim: Claim, everyone: Collection[str], config: Config) -> Proportion | None:
    """The share that a claim states; None where it states none. `everyone` are the universal concepts."""
    if claim.kind != "proportion" or not claim.valid or claim.figure is None or not claim.outcome:
        return None
    given = frozenset((*claim.population, *claim.given)).difference(everyone)
    limits = interval(claim.figure, config)
    if limits is None or claim.outcome in given:
        return None
    return Proportion(claim.id, frozenset({claim.outcome}), given, *limits)


def assumptions(kb: KnowledgeBase) -> dict[str, Assumption]:
    """Every soft implication by the name that its proportions carry."""
    found = {}
    for concept in kb.concepts.values():
        for implication in concept.implies:
            if implication.at_least is not None:
                name = f"{concept.id} implies {implication.concept}"
                found[name] = Assumption(name, concept.id, implication)
    return found


def logic(kb: KnowledgeBase) -> Logic:
    """What holds without exception: kinds of things, hard implications and exclusions."""
    implies = {}
    excludes = set()
    for concept in kb.concepts.values():
        hard = {i.concept for i in concept.implies if i.at_least is None} | set(concept.broader)
        hard = {name for name in hard if name in kb.concepts and not kb.concepts[name].universal}
        if hard:
            implies[concept.id] = frozenset(hard)
        excludes |= {frozenset({concept.id, other}) for other in concept.excludes if other != concept.id}
    return Logic(implies, frozenset(excludes))


def interval(figure: Quantity, config: Config) -> tuple[Fraction, Fraction] | None:
    """The shares, from 0 to 1, that a printed percentage stands for; None for figures that are no share.

    Half a unit of the last printed digit to both sides, more after "about" and for fraction words; the confidence
    interval where one is printed; an open end for a bound.
    """
    if figure.kind is not Kind.PROPORTION:
        return None
    if figure.ci is not None and figure.ci.low is not None and figure.ci.high is not None:
        return _shares(Fraction(figure.ci.low), Fraction(figure.ci.high))
    low, high = (figure.low, figure.high) if figure.is_range else (figure.value, figure.value)
    if low is None and high is None:
        return None
    least = Fraction(0) if low is None else Fraction(low)
    most = Fraction(100) if high is None else Fraction(high)
    slack = Fraction(1, 2 * 10**figure.decimals)
    if figure.counted and figure.numerator is not None and figure.denominator is not None:
        least = most = 100 * Fraction(figure.numerator) / Fraction(figure.denominator)  # the quotient has no last digit
        slack = Fraction(0)
    if figure.approx:
        slack = max(slack, most * Fraction(config.about) / 100)
    if figure.form is Form.FRACTION:
        slack = max(slack, Fraction(config.tolerance))
    if figure.bound in {Bound.AT_MOST, Bound.BELOW}:
        least = slack
    elif figure.bound in {Bound.AT_LEAST, Bound.ABOVE}:
        most = Fraction(100)
    return _shares(least - slack, most + slack)


def _narrower(kb: KnowledgeBase, concept: str) -> set[str]:
    """A concept and all that are kinds of it or imply it at one remove."""
    return {concept} | {
        other.id
        for other in kb.concepts.values()
        if concept in kb.broader[other.id] or any(i.concept == concept for i in other.implies)
    }


def _least(figure: Quantity, config: Config) -> Fraction | None:
    """The share that an assumption says at least: what stands there, as nobody has rounded it, unless it is vague."""
    limits = interval(figure, config)
    if limits is None or figure.value is None or figure.approx or figure.counted or figure.form is Form.FRACTION:
        return limits and limits[0]
    return Fraction(figure.value) / 100


def _shares(low: Fraction, high: Fraction) -> tuple[Fraction, Fraction]:
    """Percent to shares, kept between 0 and 1."""
    return min(max(low / 100, Fraction(0)), Fraction(1)), min(max(high / 100, Fraction(0)), Fraction(1))


def assumed(kb: KnowledgeBase, stated: list[Proportion]) -> Iterable[Proportion]:
    """Soft assumptions: of the group as a whole, and in the populations of the claims where `in_subgroups` says so.

    Only in subgroups of which a claim says how many have the one or the other: elsewhere it constrains nothing.
    """
    named = {atom for p in stated for atom in p.outcome | p.given}
    told: dict[frozenset[str], set[str]] = {}
    for p in stated:
        told.setdefault(p.given, set()).update(p.outcome)
    populations = sorted(told, key=sorted)
    for assumption in assumptions(kb).values():
        implication = assumption.implication
        least = _least(implication.at_least, kb.config) if implication.at_least else None
        if least is None or implication.concept not in named:
            continue
        groups = [frozenset({assumption.concept})]
        if implication.in_subgroups:
            related = _narrower(kb, assumption.concept) | _narrower(kb, implication.concept)
            groups += [group | {assumption.concept} for group in populations if told[group] & related]
        for group in sorted(set(groups), key=sorted):
            if implication.concept not in group:
                outcome = frozenset({implication.concept})
                yield Proportion(assumption.name, outcome, group, least, Fraction(1), asserts=False)
