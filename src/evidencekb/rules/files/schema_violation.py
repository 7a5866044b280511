"""A value that the format does not allow, or a required key that is missing.

A word outside the vocabulary, a list where one value belongs, a day that no calendar has: the node cannot be compared
with others, so all other rules leave it out until it is mended. `evidencekb schema KIND` prints the format as JSON
Schema, which editors use for completion.

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
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: aproved  # error
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
status: in-review
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
    yield from kb.faults.get("schema-violation", ())
