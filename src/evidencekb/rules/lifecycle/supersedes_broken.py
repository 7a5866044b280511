"""A claim that replaces another which is still in use, or that replaces itself.

`supersedes` names the claims that this one takes the place of. They must be `status: retired`: otherwise both are used,
and drafts are right with either. A chain that comes back to where it began replaces nothing.

Bad:

```yaml claims/migraine/freedom-old.yaml
id: freedom-old
kind: proportion
statement: Of children with migraine on propranolol, 30% became free of headache.
population: [children, migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 30%
evidence:
  - {source: blog-a, stance: supports, attribution: none}
status: draft
```

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
status: draft
supersedes: freedom-old  # error
```

Good:

```yaml claims/migraine/freedom-old.yaml
id: freedom-old
kind: proportion
statement: Of children with migraine on propranolol, 30% became free of headache.
population: [children, migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 30%
evidence:
  - {source: blog-a, stance: supports, attribution: none}
status: retired
```

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
status: draft
supersedes: freedom-old
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.rules.circles import circles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield claims whose `supersedes` names a claim in use, or leads back to the claim itself."""
    circular = frozenset[str]().union(*circles({claim.id: claim.supersedes for claim in kb.claims.values()}))
    for claim in kb.claims.values():
        if not claim.valid:
            continue
        if claim.id in circular:
            yield Problem(
                "the chain of `supersedes` comes back to this claim, so that it replaces itself; the newest claim of "
                "the chain must be superseded by none",
                kb.place(claim, "supersedes"),
                (claim.id,),
            )
            continue
        for name in claim.supersedes:
            old = kb.claims.get(name)
            if old is not None and old.status != "retired":
                yield Problem(
                    f"{name} is superseded by this claim and still has `status: {old.status}`; set it to "
                    "`status: retired`, or take it out of `supersedes`",
                    kb.place(claim, "supersedes"),
                    (claim.id, name),
                )
