"""A key that stands twice in one mapping.

YAML readers silently keep the one value or the other, so an editor and the site may show two different figures from
one file. Keep one.

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
figure: 30%
figure: 31%  # error
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
    yield from kb.faults.get("duplicate-key", ())
