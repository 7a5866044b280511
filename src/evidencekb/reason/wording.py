"""Shares and conflicts in sentences that a writer understands."""

from __future__ import annotations

from decimal import Decimal
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from evidencekb.reason.coherence.search import Bounds
from evidencekb.reason.names import group, label
from evidencekb.reason.proportions import assumptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from fractions import Fraction

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.reason.coherence.problem import Proportion
    from evidencekb.reason.coherence.search import Conflict

_UNLESS: Final = {
    1: "By what the concepts imply and exclude",
    2: "If the other figure were right",
    3: "If the others were right",
}


def percent(share: Fraction, rounded: Callable[[Fraction], int]) -> str:
    """A share as a percentage, `rounded` down where it is a lower bound (`floor`), up where an upper one (`ceil`).

    Whole or with one digit where it is large enough for that, else with more, so that it is never turned into none or
    all.
    """
    exact = share * 100
    digits = 1 if (exact * 10).denominator == 1 else 0 if exact >= 10 else 1 if exact >= 1 else 2
    while (number := rounded(exact * 10**digits)) in {0, 100 * 10**digits} and 0 < exact < 100:
        digits += 1
    text = str(Decimal(number).scaleb(-digits))
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%"


def share(kb: KnowledgeBase, amount: str, outcome: Iterable[str], given: Iterable[str]) -> str:
    """Say `at most 23% of people with A have B`, `amount` being `at most 23%`."""
    return f"{amount} of {group(kb, given)} have {' and '.join(label(kb, name) for name in sorted(outcome))}"


def bounds(kb: KnowledgeBase, found: Bounds, outcome: Iterable[str], given: Iterable[str]) -> str:
    """What bounds say, in one sentence without its full stop."""
    if found.low <= 0 and found.high >= 1:
        return f"nothing bounds the share of {group(kb, given)} who have {' and '.join(label(kb, n) for n in outcome)}"
    return share(kb, limit(found), outcome, given)


def limit(found: Bounds) -> str:
    """Bounds in words: `at most 23%`, `between 4.5% and 5.5%`, `0%`. What is said is never more than what holds."""
    low, high = percent(found.low, floor), percent(found.high, ceil)
    if low == high:
        return low
    if found.low <= 0:
        return f"at most {high}"
    if found.high >= 1:
        return f"at least {low}"
    return f"between {low} and {high}"


def member(kb: KnowledgeBase, one: Proportion) -> str:
    """One member of a conflict: a claim's statement with its id, or an assumption in words."""
    claim = kb.claims.get(one.name)
    if claim is not None:
        return f"{claim.figure_text}: {claim.statement} [{claim.id}]"
    assumed = assumptions(kb).get(one.name)
    if assumed is None:
        return f"supposed: {bounds(kb, Bounds(one.low, one.high, (), ()), one.outcome, one.given)}"
    because = f" ({assumed.implication.because})" if assumed.implication.because else ""
    return f"assumed: {assumption(kb, one)}{because}"


def assumption(kb: KnowledgeBase, one: Proportion) -> str:
    """What an assumption says of one group, with the figure as the editors wrote it."""
    figure = assumptions(kb)[one.name].implication.at_least
    least = percent(one.low, floor) if figure is None or figure.value is None else f"{figure.value.normalize():f}%"
    return share(kb, f"at least {least}", one.outcome, one.given)


def conflict(kb: KnowledgeBase, found: Conflict) -> str:
    """Why the members cannot all be true, and the smallest change of one figure that would mend it."""
    listed = "; ".join(f"({number}) {member(kb, one)}" for number, one in enumerate(found.members, 1))
    text = f"these cannot all be true: {listed}."
    if len(found.members) == 1:
        text = f"this cannot be true: {member(kb, found.members[0])}."
    assumed = [each for each in zip(found.members, found.possible, strict=True) if each[0].name not in kb.claims]
    mended = mend(found)
    for one, limits in dict.fromkeys([*assumed, *([mended] if mended else [])]):
        if limits is not None:
            text += f" {_UNLESS[min(len(found.members), 3)]}, {_would(bounds(kb, limits, one.outcome, one.given))}."
    if mended is None:
        where = "By what the concepts imply and exclude" if len(found.members) == 1 else "Together they mean that"
        text += f" {where} there are no {group(kb, found.members[0].given)}."
    return text


def _would(sentence: str) -> str:
    """A bound as what could be, or would have to be."""
    verb = " could have " if sentence.startswith(("at most", "0%")) else " would have to have "
    return sentence.replace(" have ", verb, 1)


def mend(found: Conflict) -> tuple[Proportion, Bounds] | None:
    """The member whose figure has the least way to go to fit the others, and what the others leave for it."""
    ways = [
        (max(limits.low - one.high, one.low - limits.high), index, one, limits)
        for index, (one, limits) in enumerate(zip(found.members, found.possible, strict=True))
        if limits is not None
    ]
    return min(ways)[2:] if ways else None
