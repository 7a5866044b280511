"""Two claims that say the same of the same people with different figures.

Kind, population, treatment, outcome and all else agree; the figures do not, rounding and units allowed for. They
cannot both be used: a draft that cites either would be right. Where the disagreement is known and real, write it down
as a dispute in `kb/disputes/` that names both claims; then it is shown to every reader and is no error.

Bad:

```yaml claims/migraine/freedom-old.yaml
id: freedom-old
kind: proportion
statement: Of adults with migraine on propranolol, 30% became free of headache.
population: [adults, migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 30%
evidence:
  - {source: blog-a, stance: supports, attribution: none}
status: draft
```

```yaml claims/migraine/freedom-trial.yaml
id: freedom-trial
kind: proportion
statement: Of adults with migraine on propranolol, 20% became free of headache.
population: [migraine, adults]
given: [propranolol]
outcome: freedom-from-headache
figure: 20%  # error
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
status: draft
```

Good:

```yaml claims/migraine/freedom-old.yaml
id: freedom-old
kind: proportion
statement: Of adults with migraine on propranolol, 30% became free of headache.
population: [adults, migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 30%
evidence:
  - {source: blog-a, stance: supports, attribution: none}
status: draft
```

```yaml claims/migraine/freedom-trial.yaml
id: freedom-trial
kind: proportion
statement: Of adults with migraine on propranolol, 20% became free of headache.
population: [migraine, adults]
given: [propranolol]
outcome: freedom-from-headache
figure: 20%
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
status: draft
```

```yaml kb/disputes/freedom-twice.yaml
id: freedom-twice
title: How many become free of headache on propranolol
claims: [freedom-old, freedom-trial]
status: resolved
against: [freedom-old]
resolution: The figure of the trial is used.
because: The article names no source for its 30%.
decided: 2025-06-01
decided_by: ana
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Related, Severity
from evidencekb.rules.comparison import disagree
from evidencekb.rules.frames import by_frame, disputed_together
from evidencekb.rules.selection import live

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each claim that differs from one before it (by id) in its frame, once."""
    for group in by_frame(kb, (claim for claim in live(kb) if claim.figure is not None)).values():
        for index, claim in enumerate(group):
            other = next((o for o in group[:index] if _differ(kb, claim, o)), None)
            if other is None:
                continue
            yield Problem(
                f"{claim.id} says {claim.figure_text} and {other.id} says {other.figure_text} of the same thing; "
                "correct the one that is wrong, make the frame of one more exact (another population, outcome …), or "
                "record the disagreement as a dispute that names both",
                kb.place(claim, "figure"),
                (claim.id, other.id),
                (Related(kb.place(other, "figure"), f"{other.id}: {other.figure_text}"),),
            )


def _differ(kb: KnowledgeBase, one: Claim, other: Claim) -> bool:
    """Whether their figures disagree and no dispute says so."""
    return disagree(kb, one, other) and not disputed_together(kb, one.id, other.id)
