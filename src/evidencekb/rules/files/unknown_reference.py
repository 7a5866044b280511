"""A reference to a concept, source, claim or dispute that does not exist.

Links make the graph: evidence from a source that nobody recorded supports nothing, and a frame with an unknown concept
matches no draft. References to a node that exists but is broken are not reported, only the broken node is.

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
outcome: auras  # error
figure: 30%
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
    yield from kb.faults.get("unknown-reference", ())
