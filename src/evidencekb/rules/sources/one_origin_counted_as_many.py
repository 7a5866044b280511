"""Several supporting sources that go back to one origin.

Two articles that rest on the same study, or two papers on one cohort, are one observation. They are listed as support
side by side and look like agreement; independent support is counted by origins, which the sources' `cites` and
`cohort` tell.

Bad:

```yaml kb/sources/blog-b.yaml
id: blog-b
type: article
title: What migraine patients should know
cites: [blog-a]
seen_as: full-text
```

```yaml claims/migraine/vitamin-d.yaml
id: vitamin-d
kind: proportion
statement: Of adults with migraine, 45% have low vitamin D.
population: [migraine]
outcome: low-vitamin-d
figure: 45%
evidence:
  - {source: blog-a, stance: supports, attribution: none}  # note
  - {source: blog-b, stance: supports, attribution: none}
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
  - {source: survey-2015, stance: supports, attribution: own-data}
  - {source: blog-b, stance: supports, attribution: none}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.reason.origins import origins
from evidencekb.rules.selection import live

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "note"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield, for each claim, each set of supporting sources with the same origins."""
    ends = origins(kb)
    for claim in live(kb):
        names = dict.fromkeys(item.source for item in claim.evidence if item.stance == "supports")
        if len(names) < 2:
            continue
        groups: dict[tuple[str, ...], list[str]] = {}
        for name in names:
            groups.setdefault(ends.get(name, (name,)), []).append(name)
        for end, group in groups.items():
            if end and len(group) > 1:
                yield Problem(
                    f"{', '.join(group)} all go back to {', '.join(end)}, so they count as one; look for support that "
                    "does not rest on it, or correct `cites` and `cohort` of the sources",
                    kb.place(claim, "evidence"),
                    (claim.id, *group),
                )
