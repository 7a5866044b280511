"""An id that differs from the name of its file.

Everything finds a claim, source or dispute by its file's name; an id that says otherwise sends references astray,
mostly after a file was copied or renamed. Make the two one.

Bad:

```yaml kb/concepts/aura.yaml
- id: aura
  type: condition
  label: aura
```

```yaml claims/migraine/aura-share.yaml
id: aura-shares  # error
kind: proportion
statement: Of people with migraine, 30% have an aura.
population: [migraine]
outcome: aura
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
    yield from kb.faults.get("id-not-file-stem", ())
