"""A supporting source that speaks of another outcome, test, substance or thing than the claim.

Improved is not cured, and one protein is not another. The item's own `outcome`, `measure`, `substance`, `subject` or
`object` differs from the claim's, and still it is counted as support. A salt in the place of the element it contains
is left to `salt-as-moiety`.

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
    outcome: headache-relief  # warning
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
    outcome: headache-relief
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
    """Yield supporting items that measured something else than the claim says."""
    return changes(kb, "outcome", "measure", "subject", "object", "substance")
