"""A page that cites a retired claim.

A retired claim is kept so that its id is never used again; it is not to be told to readers.

Bad:

```yaml claims/migraine/freedom.yaml
id: freedom
kind: proportion
statement: Of adults with migraine on propranolol, 20% became free of headache.
population: [migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 20%
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
status: retired
```

```markdown site/pages/relief.md
# Relief

Of adults on propranolol, [20%](claim:freedom) became free of headache.  # warning
```

Good:

```markdown site/pages/relief.md
# Relief

Of all patients, [30%](claim:aura-share) have aura.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.rules.pages._pins import pins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "warning"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each tie to a retired claim."""
    for path, text in kb.pages.items():
        for pin in pins(path, text):
            claim = kb.claims.get(pin.claim)
            if claim is not None and claim.status == "retired":
                newer = next(iter(kb.linked("superseded", claim.id)), "")
                instead = f"cite {newer}, which supersedes it" if newer else "say what holds now, and cite that claim"
                yield Problem(f"{claim.id} is retired; {instead}", pin.target, (claim.id,))
