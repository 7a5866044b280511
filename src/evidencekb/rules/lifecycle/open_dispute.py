"""A dispute that nobody has resolved.

As long as it is open, every claim that it names is shown as disputed. A dispute that is called resolved must say what
was decided and why; otherwise the next editor begins again.

Bad:

```yaml kb/disputes/how-common.yaml
id: how-common
title: How common aura is
claims: [aura-share]
status: open  # warning
```

Good:

```yaml kb/disputes/how-common.yaml
id: how-common
title: How common aura is
claims: [aura-share]
status: resolved
against: []
resolution: The figure of the survey is kept.
because: The other figure counts attacks, not people.
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
    """Yield disputes that are open, or resolved without a resolution and its reason."""
    for dispute in kb.disputes.values():
        if not dispute.valid:
            continue
        nodes = (dispute.id, *dispute.claims)
        if dispute.status == "open":
            yield Problem(
                f"this dispute is open, so {', '.join(dispute.claims)} count as disputed; decide it and write down "
                "`resolution`, `because`, `against`, `decided` and `decided_by`",
                kb.place(dispute, "status"),
                nodes,
            )
        elif missing := [name for name in ("resolution", "because") if not getattr(dispute, name)]:
            yield Problem(
                f"resolved, but without {' and '.join(f'`{name}`' for name in missing)}: nobody can follow the "
                "decision; add what was decided and the reason",
                kb.place(dispute, "status"),
                nodes,
            )
