"""An approved claim that nobody has signed: no owner, or no date of review.

Drafts are checked against approved claims. Somebody must have compared the claim with its sources, and a reader must be
able to ask who did and when.

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
status: approved  # error
reviewed: 2025-06-01
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
from evidencekb.rules.selection import live

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield approved claims without `owner` or without `reviewed`."""
    for claim in live(kb):
        if claim.status != "approved":
            continue
        missing = [name for name in ("owner", "reviewed") if not getattr(claim, name)]
        if missing:
            yield Problem(
                f"approved, but without {' and '.join(f'`{name}`' for name in missing)}: nobody can tell who compared "
                "it with its sources, and when; add what is missing, or set `status: in-review`",
                kb.place(claim, "status"),
                (claim.id,),
            )
