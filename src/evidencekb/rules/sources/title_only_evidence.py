"""A supporting source of which the editors read nothing but the title.

A title tells what was studied, not what was found, and never the denominator. Until somebody has read at least the
abstract, nobody knows whether the source says what the claim says.

Bad:

```yaml kb/sources/survey-2021.yaml
id: survey-2021
type: cross-sectional
title: Vitamin D in adults with migraine
year: 2021
seen_as: title
```

```yaml claims/migraine/vitamin-d.yaml
id: vitamin-d
kind: proportion
statement: Of adults with migraine, 45% have low vitamin D.
population: [migraine]
outcome: low-vitamin-d
figure: 45%
evidence:
  - source: survey-2021  # warning
    stance: supports
    attribution: own-data
status: draft
```

Good:

```yaml kb/sources/survey-2021.yaml
id: survey-2021
type: cross-sectional
title: Vitamin D in adults with migraine
year: 2021
seen_as: abstract
```

```yaml claims/migraine/vitamin-d.yaml
id: vitamin-d
kind: proportion
statement: Of adults with migraine, 45% have low vitamin D.
population: [migraine]
outcome: low-vitamin-d
figure: 45%
evidence:
  - {source: survey-2021, stance: supports, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.rules.selection import evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "warning"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield supporting and contradicting items whose source was seen as a title only."""
    for claim, index, item in evidence(kb):
        source = kb.sources.get(item.source)
        if source is None or source.seen_as != "title" or item.stance == "qualifies":
            continue
        yield Problem(
            f"only the title of {item.source} was read, which shows no results; read the abstract or the paper and "
            "set `seen_as`, or make the item `stance: qualifies`",
            kb.place(claim, "evidence", index, "source"),
            (claim.id, item.source),
        )
