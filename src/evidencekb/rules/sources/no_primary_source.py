"""An approved claim without a study or guideline, where kb.yaml requires one.

It speaks only when the policy in kb.yaml says `require: [primary-source]`. Then every approved claim must be supported
by at least one study (tier *primary*) or a synthesis of studies (meta-analysis, systematic review, guideline).

Bad:

```yaml kb/kb.yaml
title: Migraine
language: en
editors: [ana]
policy:
  require: [primary-source]
```

```yaml claims/migraine/vitamin-d.yaml
id: vitamin-d
kind: proportion
statement: Of adults with migraine, 45% have low vitamin D.
population: [migraine]
outcome: low-vitamin-d
figure: 45%
evidence:
  - {source: blog-a, stance: supports, attribution: none}  # error
status: approved
owner: ana
reviewed: 2025-06-01
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
  - {source: survey-2015, stance: supports, attribution: own-data}
status: approved
owner: ana
reviewed: 2025-06-01
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.rules.selection import live

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield approved claims that no primary or synthesis source supports, if the policy asks for one."""
    if "primary-source" not in kb.config.require:
        return
    for claim in live(kb):
        supporting = [item.source for item in claim.evidence if item.stance == "supports"]
        tiers = {kb.sources[name].tier for name in supporting if name in kb.sources}
        if claim.status != "approved" or not supporting or tiers & {"primary", "synthesis"}:
            continue
        yield Problem(
            "kb.yaml requires a study or guideline for approved claims, and none supports this one; add it, or set "
            "`status: in-review` until it is found",
            kb.place(claim, "evidence"),
            (claim.id,),
        )
