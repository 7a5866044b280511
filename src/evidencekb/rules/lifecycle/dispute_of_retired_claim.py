"""A dispute that names a retired claim.

A retired claim is out of use and disagrees with nothing. The dispute either is settled for good and can go, or is
about the claim that took its place and must name that one.

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

```yaml kb/disputes/how-many.yaml
id: how-many
title: How many become free of headache
claims: [freedom]  # warning
status: resolved
against: []
resolution: The figure of the trial is kept.
because: It is the only one with a denominator.
decided: 2025-06-01
decided_by: ana
```

Good:

```yaml kb/disputes/how-many.yaml
id: how-many
title: How many have aura
claims: [aura-share]
status: resolved
against: []
resolution: The figure of the survey is kept.
because: It is the only one with a denominator.
decided: 2025-06-01
decided_by: ana
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "warning"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each field of a dispute that names retired claims."""
    for dispute in kb.disputes.values():
        if not dispute.valid:
            continue
        for field in ("claims", "against"):
            retired = [name for name in getattr(dispute, field) if name in kb.claims and _retired(kb, name)]
            if retired:
                yield Problem(
                    f"{', '.join(retired)} {'is' if len(retired) == 1 else 'are'} retired and in dispute with nothing; "
                    "name the claim that took the place, or delete the dispute",
                    kb.place(dispute, field),
                    (dispute.id, *retired),
                )


def _retired(kb: KnowledgeBase, name: str) -> bool:
    return kb.claims[name].status == "retired"
