"""Two nodes of one kind with one id.

A reference to it could mean either, and only the first is used. Give each its own id; ids are never reused.

Bad:

```yaml kb/concepts/aura.yaml
- id: aura
  type: condition
  label: aura
- id: aura  # error
  type: outcome
  label: an aura
```

Good:

```yaml kb/concepts/aura.yaml
- id: aura
  type: condition
  label: aura
- id: first-aura
  type: outcome
  label: a first aura
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
    yield from kb.faults.get("duplicate-id", ())
