"""A claim whose sentence does not contain its figure.

The statement is what people read, `figure` is what drafts are checked against. When the two differ, one of them is a
slip of the pen, and drafts that copy the sentence are told that they are wrong.

Bad:

```yaml claims/migraine/freedom.yaml
id: freedom
kind: proportion
statement: Of adults with migraine on propranolol, 22% became free of headache.  # error
population: [migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 20%
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
status: draft
```

Good:

```yaml claims/migraine/freedom.yaml
id: freedom
kind: proportion
statement: Of adults with migraine on propranolol, one in five became free of headache.
population: [migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 20%
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.rules.comparison import same
from evidencekb.rules.selection import live
from evidencekb.text.figures import find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield claims none of whose figures in the statement agrees with `figure`."""
    for claim in live(kb):
        if claim.figure is None:
            continue
        found = find(claim.statement)
        if any(same(kb, each.quantity, claim.figure) for each in found):
            continue
        says = ", ".join(claim.statement[each.full_start : each.full_end] for each in found)
        yield Problem(
            f"`figure` is {claim.figure_text}, but the statement says {says or 'no figure'}; make the two agree, bound "
            "(up to, at least …) and unit included",
            kb.place(claim, "statement"),
            (claim.id,),
        )
