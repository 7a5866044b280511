"""A claim supported by a source that a newer one has replaced.

Guidelines and reviews are replaced; their figures and cut-offs often change with them. Nobody knows from the old
document whether the claim still holds. A contradiction by an old source is not reported, and neither is support beside
which the newer source supports the claim too.

Bad:

```yaml kb/sources/guideline-2009.yaml
id: guideline-2009
type: guideline
title: Guideline on preventing migraine
year: 2009
status: superseded
superseded_by: guideline-2019
seen_as: full-text
```

```yaml claims/migraine/limit.yaml
id: limit
kind: amount
statement: The limit for adults is 350 mg of magnesium a day.
substance: elemental-magnesium
population: [adults]
purpose: limit
figure: 350 mg/day
evidence:
  - source: guideline-2009  # warning
    stance: supports
    attribution: own-data
status: draft
```

Good:

```yaml claims/migraine/limit.yaml
id: limit
kind: amount
statement: The limit for adults is 350 mg of magnesium a day.
substance: elemental-magnesium
population: [adults]
purpose: limit
figure: 350 mg/day
evidence:
  - {source: guideline-2019, stance: supports, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.rules.selection import live

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "warning"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield supporting items with a superseded source, unless its successor supports the claim as well."""
    for claim in live(kb):
        supporting = {item.source for item in claim.evidence if item.stance == "supports"}
        for index, item in enumerate(claim.evidence):
            source = kb.sources.get(item.source)
            if item.stance != "supports" or source is None or source.status != "superseded":
                continue
            if source.superseded_by in supporting:
                continue
            newer = f" by {source.superseded_by}" if source.superseded_by else ""
            yield Problem(
                f"{item.source} has been superseded{newer}; look up what the newer source says, add it as evidence, "
                "and change the claim if it says something else",
                kb.place(claim, "evidence", index, "source"),
                (claim.id, item.source),
            )
