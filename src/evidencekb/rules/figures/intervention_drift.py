"""A supporting source that speaks of another treatment or exposure than the claim.

What an infusion does is not what a tablet does. The item's own `given` differs from the claim's, and still it is
counted as support.

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
    given: [magnesium-oxide]  # warning
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
    given: [magnesium-oxide]
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
    """Yield supporting items whose treatment or exposure is not the claim's."""
    return changes(kb, "given")
