"""Steps that lead back to where they began.

Bodies are full of such loops, and most are as they should be: what damps itself keeps a level, what feeds itself runs
away until something else stops it. But a loop also comes about when one claim has taken an effect for its cause, so
somebody should look at it once.

Bad:

```yaml claims/migraine/magnesium-raises.yaml
id: magnesium-raises
kind: mechanism
statement: Magnesium increases serotonin.
steps:
  - {subject: magnesium, relation: increases, object: serotonin}  # error
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

```yaml claims/migraine/serotonin-raises.yaml
id: serotonin-raises
kind: mechanism
statement: Serotonin increases magnesium.
steps:
  - {subject: serotonin, relation: increases, object: magnesium}
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

Good:

```yaml claims/migraine/magnesium-raises.yaml
id: magnesium-raises
kind: mechanism
statement: Magnesium increases serotonin.
steps:
  - {subject: magnesium, relation: increases, object: serotonin}
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

```yaml claims/migraine/serotonin-raises.yaml
id: serotonin-raises
kind: mechanism
statement: Serotonin increases vitamin D.
steps:
  - {subject: serotonin, relation: increases, object: serum-vitamin-d}
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Related, Severity
from evidencekb.reason.loops import loops
from evidencekb.reason.mechanisms import edges, told
from evidencekb.rules.circles import circles
from evidencekb.rules.frames import alike, cause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "note"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each loop once, at the first of its claims."""
    leads: dict[str, list[str]] = {}
    steps = edges(kb)
    for edge in steps:
        leads.setdefault(edge.subject, []).append(edge.object)
    inside = {name: circle for circle in circles(leads) for name in circle}
    closing = [edge for edge in steps if edge.object in inside.get(edge.subject, ())]
    for loop in loops(closing, alike(kb)):
        first, *others = dict.fromkeys(edge.claim for edge in loop.edges)
        fate = "feeds" if loop.sign > 0 else "damps"
        yield Problem(
            f"{told(kb, loop)}: a change {fate} itself; see that no step takes an effect for its cause",
            cause(kb, kb.claims[first]),
            (first, *others),
            tuple(Related(cause(kb, kb.claims[name]), kb.claims[name].statement) for name in others),
        )
