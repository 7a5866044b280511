"""A dispute resolved against a claim that is no party to it.

`against` names the claims that the decision went against, and they count as disputed. A claim that `claims` does not
list was never weighed; most likely an id is mistaken, and the wrong claim is shown as disputed.

Bad:

```yaml kb/disputes/how-common.yaml
id: how-common
title: How common aura is
claims: [aura-share]
status: resolved
against: [propranolol-response]  # error
resolution: The figure of the survey is kept.
because: The other figure counts attacks, not people.
decided: 2025-06-01
decided_by: ana
```

Good:

```yaml kb/disputes/how-common.yaml
id: how-common
title: How common aura is
claims: [aura-share]
status: resolved
against: [aura-share]
resolution: The figure is not to be used.
because: It counts attacks, not people.
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

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield disputes whose `against` holds a claim that `claims` does not."""
    for dispute in kb.disputes.values():
        strangers = [name for name in dispute.against if name not in dispute.claims]
        if dispute.valid and strangers:
            yield Problem(
                f"decided against {', '.join(strangers)}, which `claims` does not list; add it there or correct the id",
                kb.place(dispute, "against"),
                (dispute.id, *strangers),
            )
