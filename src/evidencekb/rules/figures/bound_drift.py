"""A supporting source whose figure has another bound than the claim.

*Up to 20%* is not *20%*, and *at least 50* is the opposite of *at most 50*: the number is the same, the statement is
not. Restatements drop and add such words easily.

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
    figure: up to 20%  # warning
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
  - {source: trial-2018, stance: supports, attribution: own-data}
  - {source: blog-a, stance: qualifies, figure: up to 20%, attribution: none}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.rules.comparison import agreement
from evidencekb.rules.selection import evidence
from evidencekb.text.agreement import Agreement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "warning"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield supporting items whose figure is the claim's but for its bound."""
    for claim, index, item in evidence(kb):
        if item.stance != "supports" or claim.figure is None or item.figure is None:
            continue
        if agreement(kb, item.figure, claim.figure) is Agreement.BOUND:
            yield Problem(
                f"{item.source} says {item.figure_text}, the claim {claim.figure_text}: the number is the same, the "
                "bound is not; give the claim the bound of its best source, or mark this item `stance: qualifies`",
                kb.place(claim, "evidence", index, "figure"),
                (claim.id, item.source),
            )
