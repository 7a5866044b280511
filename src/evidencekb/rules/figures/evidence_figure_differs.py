"""A supporting source whose own figure is not the claim's.

A source that gives another number does not support the claim: it qualifies it or contradicts it. Rounding at the
printed precision, counts for percentages (32/42 for 76%) and the same amount in another unit are no difference, and
neither is the dose of a salt whose share of the element comes to the claim's amount.

Bad:

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
  - source: blog-a
    stance: supports
    figure: 30%  # error
    attribution: none
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
  - {source: trial-2018, stance: supports, figure: 12/60 (20%), attribution: own-data}
  - {source: blog-a, stance: qualifies, figure: 30%, attribution: none}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.rules.comparison import agreement
from evidencekb.rules.salts import as_moiety
from evidencekb.rules.selection import evidence
from evidencekb.text.agreement import Agreement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield supporting items with another number, another unit or another kind of figure than the claim."""
    for claim, index, item in evidence(kb):
        if item.stance != "supports" or claim.figure is None or item.figure is None:
            continue
        found = agreement(kb, item.figure, claim.figure)
        if found in {Agreement.EQUAL, Agreement.BOUND}:
            continue
        converted = as_moiety(kb, claim, item)
        if converted is not None and agreement(kb, converted, claim.figure) in {Agreement.EQUAL, Agreement.BOUND}:
            continue
        what = {
            Agreement.UNIT: "the number is the same, the unit makes it another quantity",
            Agreement.KIND: "the two cannot be compared",
        }.get(found, "that is another number")
        yield Problem(
            f"{item.source} is said to support {claim.figure_text} with {item.figure_text}: {what}; correct the figure "
            "that was mistyped, or set `stance` to `qualifies` or `contradicts`",
            kb.place(claim, "evidence", index, "figure"),
            (claim.id, item.source),
        )
