"""A figure that cannot be: no data could give it.

Reported are a share above 100% or below 0, more cases than people (45 of 42), a percentage that is not what its counts
give at the printed precision, a percentage that no whole number of that many people can give, a range from high to low,
an estimate outside its own confidence interval, a ratio below zero and a p-value above 1. Somewhere a digit is wrong.

Bad:

```yaml claims/migraine/freedom.yaml
id: freedom
kind: proportion
statement: Of adults with migraine on propranolol, 25% became free of headache.
population: [migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 25%
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
  - source: survey-2015
    stance: qualifies
    figure: 12/60 (25%)  # error
    attribution: own-data
status: draft
```

Good:

```yaml claims/migraine/freedom.yaml
id: freedom
kind: proportion
statement: Of adults with migraine on propranolol, 20% became free of headache.
population: [migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 20%
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
  - {source: survey-2015, stance: qualifies, figure: 12/60 (20%), attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.model.quantity import Kind
from evidencekb.rules.selection import evidence, live

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.quantity import Quantity

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield figures of claims and evidence items that contradict themselves."""
    for claim in live(kb):
        if claim.figure is not None and (why := _why(claim.figure)):
            yield Problem(f"{claim.figure_text} cannot be: {why}", kb.place(claim, "figure"), (claim.id,))
    for claim, index, item in evidence(kb):
        if item.figure is not None and (why := _why(item.figure)):
            place = kb.place(claim, "evidence", index, "figure")
            yield Problem(f"{item.figure_text} cannot be: {why}", place, (claim.id, item.source))


def _why(figure: Quantity) -> str:
    """What makes a figure impossible and what to do, or "" when nothing does."""
    return _range(figure) or _share(figure) or _counts(figure) or _interval(figure) or _ratio(figure)


def _range(figure: Quantity) -> str:
    if figure.low is not None and figure.high is not None and figure.low > figure.high:
        return "the range runs from high to low; look up both ends"
    return ""


def _share(figure: Quantity) -> str:
    if figure.kind is not Kind.PROPORTION:
        return ""
    numbers = [n for n in (figure.value, figure.low, figure.high) if n is not None]
    if any(n > 100 for n in numbers):
        return "no share of a group is above 100%; if an increase is meant, the claim is an `effect`"
    if any(n < 0 for n in numbers):
        return "no share of a group is below 0"
    return ""


def _counts(figure: Quantity) -> str:
    """Counts against each other and against the printed percentage."""
    total = figure.denominator
    if figure.kind is not Kind.PROPORTION or total is None:
        return ""
    if total <= 0:
        return "there is no share of nobody"
    cases = figure.numerator
    if cases is not None and cases > total:
        return f"{cases:f} cases among {total:f} are more cases than people"
    if figure.value is None:
        return ""
    slack = Decimal(5).scaleb(-figure.decimals - 1)
    if cases is not None:
        exact = cases * 100 / total
        if abs(exact - figure.value) > slack:
            return (
                f"{cases:f} of {total:f} is {_rounded(exact, figure.decimals)}%, not {figure.value:f}%; "
                "look up the counts and the percentage"
            )
        return ""
    nearest = [(figure.value * total / 100).to_integral_value(ROUND_FLOOR) + step for step in (0, 1)]
    if all(abs(n * 100 / total - figure.value) > slack for n in nearest):
        return (
            f"no whole number of {total:f} people is {figure.value:f}% "
            f"({nearest[0]:f} are {_rounded(nearest[0] * 100 / total, figure.decimals)}%, "
            f"{nearest[1]:f} are {_rounded(nearest[1] * 100 / total, figure.decimals)}%); look up both numbers"
        )
    return ""


def _rounded(number: Decimal, decimals: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-max(decimals, 1)))


def _interval(figure: Quantity) -> str:
    found = figure.ci
    if found is None:
        return ""
    if found.low is not None and found.high is not None and found.low > found.high:
        return "the confidence interval runs from high to low"
    if figure.value is None:
        return ""
    if (found.low is not None and figure.value < found.low) or (found.high is not None and figure.value > found.high):
        return "the estimate lies outside its own confidence interval; look up all three numbers"
    return ""


def _ratio(figure: Quantity) -> str:
    numbers = [n for n in (figure.value, figure.low, figure.high) if n is not None]
    if figure.kind in {Kind.RATIO, Kind.FOLD} and any(n < 0 for n in numbers):
        return "a ratio is never below zero; if a difference is meant, say so in `effect`"
    probability = figure.p_value if figure.kind is not Kind.P_VALUE else figure.value
    if probability is not None and not 0 <= probability <= 1:
        return "a p-value lies between 0 and 1"
    return ""
