"""Shares and conflicts in sentences that a writer understands."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from evidencekb.reason.names import label
from evidencekb.reason.proportions import assumptions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.reason.coherence.problem import Proportion
    from evidencekb.reason.coherence.search import Bounds, Conflict


def percent(share: Fraction) -> str:
    """A share as a percentage: whole where it is large enough for that, else with one or two digits."""
    exact = Decimal(share.numerator) * 100 / Decimal(share.denominator)
    digits = "1" if exact >= 10 or exact == exact.to_integral_value() else "0.1" if exact >= 1 else "0.01"
    return f"{exact.quantize(Decimal(digits), ROUND_HALF_UP)}%"


def group(kb: KnowledgeBase, given: Iterable[str]) -> str:
    """The people that a share is of: "women with asthma treated with salbutamol"."""
    kinds: dict[str, list[str]] = {"population": [], "condition": [], "treated": []}
    for name in sorted(given):
        concept = kb.concepts.get(name)
        kind = concept.type if concept else ""
        slot = kind if kind == "population" else "treated" if kind in {"intervention", "substance"} else "condition"
        kinds[slot].append(label(kb, name))
    words = " who are also ".join(kinds["population"]) or (
        "people" if kinds["condition"] or kinds["treated"] else "everyone"
    )
    if kinds["condition"]:
        words += f" with {' and '.join(kinds['condition'])}"
    if kinds["treated"]:
        words += f" treated with {' and '.join(kinds['treated'])}"
    return words


def share(kb: KnowledgeBase, amount: str, outcome: Iterable[str], given: Iterable[str]) -> str:
    """Say `at most 23% of people with A have B`, `amount` being `at most 23%`."""
    return f"{amount} of {group(kb, given)} have {' and '.join(label(kb, name) for name in sorted(outcome))}"


def bounds(kb: KnowledgeBase, found: Bounds, outcome: Iterable[str], given: Iterable[str]) -> str:
    """What bounds say, in one sentence without its full stop."""
    if found.low <= 0 and found.high >= 1:
        return f"nothing bounds the share of {group(kb, given)} who have {' and '.join(label(kb, n) for n in outcome)}"
    return share(kb, limit(found), outcome, given)


def limit(found: Bounds) -> str:
    """Bounds in words: `at most 23%`, `between 4.5% and 5.5%`."""
    if found.low <= 0:
        return f"at most {percent(found.high)}"
    if found.high >= 1:
        return f"at least {percent(found.low)}"
    return f"between {percent(found.low)} and {percent(found.high)}"


def member(kb: KnowledgeBase, one: Proportion) -> str:
    """One member of a conflict: a claim's statement with its id, or an assumption in words."""
    claim = kb.claims.get(one.name)
    if claim is not None:
        return f"{claim.figure_text}: {claim.statement} [{claim.id}]"
    assumed = assumptions(kb).get(one.name)
    least = f"at least {percent(one.low)}"
    because = f" ({assumed.implication.because})" if assumed and assumed.implication.because else ""
    return f"{'assumed' if assumed else 'supposed'}: {share(kb, least, one.outcome, one.given)}{because}"


def conflict(kb: KnowledgeBase, found: Conflict) -> str:
    """Why the members cannot all be true, and the smallest change of one figure that would mend it."""
    listed = "; ".join(f"({number}) {member(kb, one)}" for number, one in enumerate(found.members, 1))
    text = f"these cannot all be true: {listed}."
    assumed = [each for each in zip(found.members, found.possible, strict=True) if each[0].name not in kb.claims]
    mended = mend(found)
    for one, limits in dict.fromkeys([*assumed, *([mended] if mended else [])]):
        if limits is not None:
            others = "the other figure were" if len(found.members) == 2 else "the others were"
            text += f" If {others} right, {_would(bounds(kb, limits, one.outcome, one.given))}."
    return text


def _would(sentence: str) -> str:
    """A bound as what could be, or would have to be."""
    verb = " could have " if sentence.startswith("at most") else " would have to have "
    return sentence.replace(" have ", verb, 1)


def mend(found: Conflict) -> tuple[Proportion, Bounds] | None:
    """The member whose figure has the least way to go to fit the others, and what the others leave for it."""
    ways = [
        (max(limits.low - one.high, one.low - limits.high), index, one, limits)
        for index, (one, limits) in enumerate(zip(found.members, found.possible, strict=True))
        if limits is not None
    ]
    return min(ways)[2:] if ways else None
