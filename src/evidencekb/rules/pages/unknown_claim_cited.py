"""A page that cites a claim which does not exist.

`[76%](claim:some-claim)` becomes a link to the claim's page, with its figure, sources and standing. Where the id is
mistaken the reader gets a dead link, and nobody checks the figure.

Bad:

```markdown site/pages/aura.md
# Aura

About [30%](claim:aura-shares) of patients have aura.  # error
```

Good:

```markdown site/pages/aura.md
# Aura

Of all patients, [30%](claim:aura-share) have aura.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.reason.suggestion import did_you_mean
from evidencekb.rules.pages._pins import pins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each tie to a claim that is not in the claim base."""
    for path, text in kb.pages.items():
        for pin in pins(path, text):
            if pin.claim not in kb.claims:
                yield Problem(
                    f"there is no claim {pin.claim!r}{did_you_mean(pin.claim, kb.claims)}; correct the id, or write "
                    "the claim",
                    pin.target,
                )
