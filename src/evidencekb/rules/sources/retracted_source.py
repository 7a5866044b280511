"""A retracted source used as evidence.

A retraction says that the findings are not to be relied on, whichever way they point. A claim may mention a retracted
paper in its `notes`, not among its evidence.

Bad:

```yaml kb/sources/trial-2011.yaml
id: trial-2011
type: rct
title: Propranolol against placebo in adults with migraine
year: 2011
status: retracted
notice: withdrawn by the journal in 2013
seen_as: abstract
```

```yaml claims/migraine/freedom.yaml
id: freedom
kind: proportion
statement: Of adults with migraine on propranolol, 20% became free of headache.
population: [migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 20%
evidence:
  - source: trial-2011  # error
    stance: supports
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

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each evidence item of a live claim whose source is retracted."""
    for claim, index, item in evidence(kb):
        source = kb.sources.get(item.source)
        if source is None or source.status != "retracted":
            continue
        notice = f" ({source.notice})" if source.notice else ""
        yield Problem(
            f"{item.source} was retracted{notice}, so it can neither support nor contradict a claim; take the item out "
            "and find another source, or retire the claim",
            kb.place(claim, "evidence", index, "source"),
            (claim.id, item.source),
        )
