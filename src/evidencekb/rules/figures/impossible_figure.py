"""A figure that cannot be: no data could give it.

Reported are a share above 100% or below 0, a percentage that is not what its counts give at the printed precision, a
range or confidence interval that runs from high to low, an estimate outside its own interval and a ratio below zero.
Somewhere a digit is wrong.

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

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.model.finding import Problem, Severity
from evidencekb.model.quantity import Kind
from evidencekb.rules.selection import live

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Quantity

SEVERITY: Severity = "error"

_SHARES: Final = {"proportion": "no share of a group", "relative-risk-reduction": "no reduction of a risk"}


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield figures of claims and evidence items that contradict themselves."""
    for claim in live(kb):
        if claim.figure is not None and (why := _why(claim, claim.figure)):
            yield Problem(f"{claim.figure_text} cannot be: {why}", kb.place(claim, "figure"), (claim.id,))
        for index, item in enumerate(claim.evidence):
            if item.figure is not None and (why := _why(claim, item.figure)):
                place = kb.place(claim, "evidence", index, "figure")
                yield Problem(f"{item.figure_text} cannot be: {why}", place, (claim.id, item.source))


def _why(claim: Claim, figure: Quantity) -> str:
    """What makes a figure impossible and what to do, or "" when nothing does."""
    return _range(figure) or _share(claim, figure) or _counts(figure) or _interval(figure) or _ratio(figure)


def _numbers(figure: Quantity) -> list[Decimal]:
    return [n for n in (figure.value, figure.low, figure.high) if n is not None]


def _range(figure: Quantity) -> str:
    if figure.low is not None and figure.high is not None and figure.low > figure.high:
        return "the range runs from high to low; look up both ends"
    return ""


def _share(claim: Claim, figure: Quantity) -> str:
    """A share of people; what else is written with a percent sign, such as a change, may have any size."""
    what = _SHARES.get(claim.kind) or _SHARES.get(claim.effect)
    if what is None or figure.kind is not Kind.PROPORTION:
        return ""
    if any(n > 100 for n in _numbers(figure)):
        return f"{what} is above 100%; if an increase is meant, the claim is an `effect`"
    if claim.kind == "proportion" and any(n < 0 for n in _numbers(figure)):
        return f"{what} is below 0; if a change is meant, the claim is an `effect`"
    return ""


def _counts(figure: Quantity) -> str:
    """Counts against the printed percentage."""
    cases, total = figure.numerator, figure.denominator
    if figure.kind is not Kind.PROPORTION or cases is None or not total or figure.value is None:
        return ""
    exact = cases * 100 / total
    if abs(exact - figure.value) <= Decimal(5).scaleb(-figure.decimals - 1):
        return ""
    return (
        f"{cases:f} of {total:f} is {exact.quantize(Decimal(1).scaleb(-max(figure.decimals, 1)))}%, not "
        f"{figure.value:f}%; look up the counts and the percentage"
    )


def _interval(figure: Quantity) -> str:
    found = figure.ci
    if found is None or found.low is None or found.high is None:
        return ""
    if found.low > found.high:
        return "the confidence interval runs from high to low"
    if figure.value is not None and not found.low <= figure.value <= found.high:
        return "the estimate lies outside its own confidence interval; look up all three numbers"
    return ""


def _ratio(figure: Quantity) -> str:
    if figure.kind in {Kind.RATIO, Kind.FOLD} and any(n < 0 for n in _numbers(figure)):
        return "a ratio is never below zero; if a difference is meant, say so in `effect`"
    return ""
