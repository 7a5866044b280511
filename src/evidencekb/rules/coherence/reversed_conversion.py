"""A conversion that another claim tells the other way round: A becomes B, and B becomes A.

The product of a step is easily taken for what it is made from. Where the reaction really goes both ways, one claim
should say so; otherwise one of the two claims is the wrong way round. Correct it, or record a dispute that names both.

Bad:

```yaml claims/migraine/made-from-magnesium.yaml
id: made-from-magnesium
kind: mechanism
statement: Serotonin is a precursor of magnesium.
steps:
  - {subject: serotonin, relation: precursor-of, object: magnesium}  # error
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

```yaml claims/migraine/made-into-serotonin.yaml
id: made-into-serotonin
kind: mechanism
statement: Vitamin D converts magnesium to serotonin.
steps:
  - {subject: serum-vitamin-d, relation: converts, object: magnesium, product: serotonin}
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

Good:

```yaml claims/migraine/made-into-serotonin.yaml
id: made-into-serotonin
kind: mechanism
statement: Vitamin D converts magnesium to serotonin.
steps:
  - {subject: serum-vitamin-d, relation: converts, object: magnesium, product: serotonin}
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

```yaml claims/migraine/serotonin-lowers.yaml
id: serotonin-lowers
kind: mechanism
statement: Serotonin decreases magnesium.
steps:
  - {subject: serotonin, relation: decreases, object: magnesium}
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Related, Severity
from evidencekb.reason.mechanisms import edges, reversals
from evidencekb.reason.names import label
from evidencekb.rules.frames import cause, disputed_together

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "warning"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each pair of claims once, at the first of them."""
    for edge, back in reversals(edges(kb)):
        first, second = sorted((edge.claim, back.claim))
        if disputed_together(kb, first, second):
            continue
        start, end = label(kb, edge.subject), label(kb, edge.object)
        yield Problem(
            f"{edge.claim} says that {start} becomes {end}, and {back.claim} that {end} becomes {start}; look up which "
            "is made from which and correct the other, or say in one claim that it goes both ways",
            cause(kb, kb.claims[first]),
            (first, second),
            (Related(cause(kb, kb.claims[second]), kb.claims[second].statement),),
        )
