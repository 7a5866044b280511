"""A quotation of more than twelve words.

`as_stated` holds the figure and its words as printed, so that a machine can find them in the source: a phrase, never a
sentence. The texts are other people's, and a longer quotation copies them.

Bad:

```yaml claims/migraine/vitamin-d.yaml
id: vitamin-d
kind: proportion
statement: Of adults with migraine, 45% have low vitamin D.
population: [migraine]
outcome: low-vitamin-d
figure: 45%
evidence:
  - source: survey-2015
    stance: supports
    as_stated: low vitamin D was seen in 45% of the adults with migraine who took part  # error
    attribution: own-data
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
  - source: survey-2015
    stance: supports
    as_stated: 45% of the adults with migraine
    attribution: own-data
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.model.finding import Problem, Severity
from evidencekb.rules.selection import evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "error"

_MOST: Final = 12


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each `as_stated` with more words than are allowed."""
    for claim, index, item in evidence(kb):
        words = len(item.as_stated.split())
        if words > _MOST:
            yield Problem(
                f"`as_stated` has {words} words, {words - _MOST} too many; keep the phrase that carries the figure "
                f"(at most {_MOST} words)",
                kb.place(claim, "evidence", index, "as_stated"),
                (claim.id, item.source),
            )
