"""A supporting source with another direction or strength of relation than the claim.

A source that says *is associated with* does not support a claim that says *causes*, and one that says *higher* does not
support *lower*. The item's own `relation` differs from the claim's, and still it is counted as support.

Bad:

```yaml claims/migraine/vitamin-d-level.yaml
id: vitamin-d-level
kind: association
statement: Serum vitamin D is lower in people with migraine than in people without it.
subject: serum-vitamin-d
relation: lower-in
object: migraine
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
  - source: blog-a
    stance: supports
    relation: higher-in  # warning
    attribution: none
status: draft
```

Good:

```yaml claims/migraine/vitamin-d-level.yaml
id: vitamin-d-level
kind: association
statement: Serum vitamin D is lower in people with migraine than in people without it.
subject: serum-vitamin-d
relation: lower-in
object: migraine
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
  - {source: blog-a, stance: contradicts, relation: higher-in, attribution: none}
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
    """Yield supporting items whose relation is not the claim's."""
    for claim, index, item in evidence(kb):
        if item.stance != "supports" or item.relation is None or item.relation == claim.relation:
            continue
        yield Problem(
            f"{item.source} says “{_words(item.relation)}”, the claim says “{_words(claim.relation)}”: that is another "
            "statement, not support for this one; use `stance: contradicts` if the direction is the opposite and "
            "`stance: qualifies` if it is weaker or stronger",
            kb.place(claim, "evidence", index, "relation"),
            (claim.id, item.source),
        )


def _words(relation: str) -> str:
    return relation.replace("-", " ") or "nothing of the kind"
