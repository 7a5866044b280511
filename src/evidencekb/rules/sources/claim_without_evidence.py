"""A claim that no evidence item supports.

A claim without a supporting source is an opinion: nobody can look up where its figure comes from, and a draft that
repeats it is reported as if it had a source. Evidence that only contradicts or qualifies does not count.

Bad:

```yaml claims/migraine/vitamin-d.yaml
id: vitamin-d  # error
kind: proportion
statement: Of adults with migraine, 45% have low vitamin D.
population: [migraine]
outcome: low-vitamin-d
figure: 45%
evidence: []
status: draft
```

Good:

```yaml claims/migraine/vitamin-d.yaml
id: vitamin-d
kind: proportion
statement: Of adults with migraine, 45% have low vitamin D.
population: [migraine]
outcome: low-vitamin-d
figure: 45%
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
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
    """Yield each live claim without an item whose stance is `supports`."""
    for claim in live(kb):
        if any(item.stance == "supports" for item in claim.evidence):
            continue
        count = len(claim.evidence)
        has = f"its {count} evidence items only qualify or contradict it" if count else "it has no evidence"
        yield Problem(
            f"no evidence supports this claim ({has}); add an item with `stance: supports` that names the source, "
            "or set `status: retired`",
            kb.place(claim, "evidence") if claim.evidence else kb.place(claim, "id"),
            (claim.id,),
        )
