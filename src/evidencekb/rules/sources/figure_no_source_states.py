"""A claim whose figure none of its supporting sources states.

An evidence item that gives no figure of its own takes the claim's, and so states it. When every supporting item gives
a figure of its own and all of them differ, the claim's figure comes from nowhere: it was mistyped, averaged by hand
or carried over from an earlier version.

Bad:

```yaml claims/migraine/vitamin-d.yaml
id: vitamin-d
kind: proportion
statement: Of adults with migraine, 54% have low vitamin D.
population: [migraine]
outcome: low-vitamin-d
figure: 54%  # error
evidence:
  - {source: survey-2015, stance: supports, figure: 45%, attribution: own-data}
status: draft
```

Good:

```yaml claims/migraine/vitamin-d.yaml
id: vitamin-d
kind: proportion
statement: Of adults with migraine, 45% have low vitamin D.
population: [migraine]
outcome: low-vitamin-d
figure: 45%
evidence:
  - {source: survey-2015, stance: supports, figure: 90/200, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.rules.comparison import agreement
from evidencekb.rules.salts import as_moiety
from evidencekb.rules.selection import live
from evidencekb.text.agreement import Agreement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim, Evidence

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each claim where every supporting item has another figure of its own."""
    for claim in live(kb):
        supporting = [item for item in claim.evidence if item.stance == "supports"]
        if claim.figure is None or not supporting:
            continue
        if any(not item.figure_text or item.figure is None for item in supporting):
            continue
        if any(_states(kb, claim, item) for item in supporting):
            continue
        stated = "; ".join(f"{item.source}: {item.figure_text}" for item in supporting)
        yield Problem(
            f"no source states {claim.figure_text} ({stated}); correct `figure`, or name the source that gives it",
            kb.place(claim, "figure"),
            (claim.id,),
        )


def _states(kb: KnowledgeBase, claim: Claim, item: Evidence) -> bool:
    """Whether an item's own figure is the claim's, or the dose of a salt that holds it."""
    claimed = claim.figure
    figures = (item.figure, as_moiety(kb, claim, item))
    return claimed is not None and any(f and agreement(kb, f, claimed) is Agreement.EQUAL for f in figures)
