"""A share of more people than the study had.

An evidence item with the source's own data says 40 of 200, and the source is recorded with 120 people. Either number
may be the slip; often the denominator belongs to another table or another paper.

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
  - source: trial-2018
    stance: supports
    figure: 40/200  # warning
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
  - {source: trial-2018, stance: supports, figure: 12/60, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.rules.selection import evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "warning"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield items with own data whose denominator is larger than the source's sample."""
    for claim, index, item in evidence(kb):
        source = kb.sources.get(item.source)
        total = item.figure.denominator if item.figure else None
        if item.attribution != "own-data" or source is None or source.sample_size is None or total is None:
            continue
        if total > source.sample_size:
            yield Problem(
                f"{item.figure_text} counts {total:f} people, but {item.source} has a `sample_size` of "
                f"{source.sample_size}; correct the one that is wrong",
                kb.place(claim, "evidence", index, "figure"),
                (claim.id, item.source),
            )
