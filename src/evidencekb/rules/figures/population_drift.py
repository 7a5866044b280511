"""A supporting source that speaks of another population than the claim.

The commonest way for a figure to go wrong: 20% of the people who were studied becomes 20% of everybody with the
disease. The item's own `population` (or, for a comparison, its `comparator`) differs from the claim's, and still it
is counted as support. Where the source restates the claim wrongly, the warning is the record of it.

Bad:

```yaml claims/migraine/freedom.yaml
id: freedom
kind: proportion
statement: Of adults with migraine on propranolol, 20% became free of headache.
population: [adults, migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 20%
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
  - source: blog-a
    stance: supports
    population: [migraine]  # warning
    attribution: none
status: draft
```

Good:

```yaml claims/migraine/freedom.yaml
id: freedom
kind: proportion
statement: Of adults with migraine on propranolol, 20% became free of headache.
population: [adults, migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 20%
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
  - source: blog-a
    stance: qualifies
    population: [migraine]
    attribution: none
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.rules.figures._drift import changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.finding import Problem, Severity
    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "warning"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield supporting items whose population or comparator is not the claim's."""
    return changes(kb, "population", "comparator")
