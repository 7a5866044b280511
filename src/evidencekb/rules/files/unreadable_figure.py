"""A figure that the figure grammar cannot read.

A figure that is only words to the program is compared with nothing: not with its sources, not with drafts. Write it
as in print: `76%`, `about 15%`, `≤ 50 mg/day`, `2-4 weeks`, `OR 2.4 (95% CI 1.1-5.0)`, `32/42 (76%)`.

Bad:

```yaml kb/concepts/aura.yaml
- id: aura
  type: condition
  label: aura
```

```yaml claims/migraine/aura-share.yaml
id: aura-share
kind: proportion
statement: Of people with migraine, 30% have an aura.
population: [migraine]
outcome: aura
figure: quite a lot  # error
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

Good:

```yaml kb/concepts/aura.yaml
- id: aura
  type: condition
  label: aura
```

```yaml claims/migraine/aura-share.yaml
id: aura-share
kind: proportion
statement: Of people with migraine, 30% have an aura.
population: [migraine]
outcome: aura
figure: 30%
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.finding import Problem, Severity
    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield what the store met while reading."""
    yield from kb.faults.get("unreadable-figure", ())
