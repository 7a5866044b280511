"""Two claims that say the same thing.

One proposition is one claim with several evidence items. Twice written, its evidence is split: each half looks weaker
than it is, a correction reaches only one of them, and a contradiction of the one leaves the other standing.

Bad:

```yaml claims/migraine/freedom-a.yaml
id: freedom-a
kind: proportion
statement: Of adults with migraine on propranolol, 20% became free of headache.
population: [adults, migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 20%
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
status: draft
```

```yaml claims/migraine/freedom-b.yaml
id: freedom-b  # warning
kind: proportion
statement: One adult in five with migraine becomes free of headache on propranolol.
population: [migraine, adults]
given: [propranolol]
outcome: freedom-from-headache
figure: one in five
evidence:
  - {source: blog-a, stance: supports, attribution: none}
status: draft
```

Good:

```yaml claims/migraine/freedom-a.yaml
id: freedom-a
kind: proportion
statement: Of adults with migraine on propranolol, 20% became free of headache.
population: [adults, migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 20%
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
  - {source: blog-a, stance: supports, figure: one in five, attribution: none}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Related, Severity
from evidencekb.rules.comparison import same
from evidencekb.rules.frames import by_frame, disputed_together
from evidencekb.rules.selection import live

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim

SEVERITY: Severity = "warning"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each claim that repeats one before it (by id), once."""
    for group in by_frame(kb, live(kb)).values():
        seen: dict[object, Claim] = {}  # what was said, in full, to the first claim that says it
        for claim in group:
            said = (claim.relation, claim.steps, claim.figure_text)
            other = seen.get(said) or next((o for o in seen.values() if _equal(kb, claim, o)), None)
            if other is None:
                seen[said] = claim
            elif not disputed_together(kb, claim.id, other.id):
                yield Problem(
                    f"this says the same as {other.id}; keep one of the two, move the evidence of the other there, and "
                    "set the other to `status: retired`",
                    kb.place(claim, "id"),
                    (claim.id, other.id),
                    (Related(kb.place(other, "id"), f"{other.id}: {other.statement}"),),
                )


def _equal(kb: KnowledgeBase, one: Claim, other: Claim) -> bool:
    """Whether two claims of one frame say the same in other figures."""
    if one.figure is None or other.figure is None:
        return False
    return same(kb, one.figure, other.figure)
