"""An approved claim whose review is overdue.

Studies are published, guidelines replaced. A claim is due on its `review_by`, or where it has none, `review_every`
(kb.yaml) after it was last `reviewed`.

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
status: approved
owner: ana
reviewed: 2021-06-01  # warning
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
status: approved
owner: ana
reviewed: 2025-06-01
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.reason.reviews import due
from evidencekb.rules.selection import live

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "warning"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield approved claims whose review date lies before today."""
    today = kb.config.today
    for claim in live(kb):
        if claim.status != "approved":
            continue
        field = "review_by" if claim.review_by else "reviewed"
        day = due(claim, kb.config.review_every)
        if day is None or day >= today:
            continue
        rule = "" if claim.review_by else f" (last on {claim.reviewed}, review every {kb.config.review_every})"
        yield Problem(
            f"the review was due on {day.isoformat()}, {(today - day).days} days ago{rule}; look for newer studies and "
            "guidelines, then set `reviewed` to the day you did",
            kb.place(claim, field),
            (claim.id,),
        )
