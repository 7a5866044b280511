"""A page whose figure is not that of the claim it cites.

The figure was written by hand and tied to a claim: `[76%](claim:some-claim)`. Then one of the two was changed, or the
bound (*up to*, *at least*) was dropped. Readers see a figure that its own link contradicts.

Bad:

```markdown site/pages/aura.md
# Aura

Of all patients, [40%](claim:aura-share) have aura.  # error
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
from evidencekb.rules.pages._pins import differing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each tied figure that differs from its claim's."""
    for pin, says, figure in differing(kb):
        yield Problem(
            f"the page says {says}, the claim it cites ({pin.claim}) {figure}; write the claim's figure, or cite the "
            "claim that has this one",
            pin.place,
            (pin.claim,),
        )
