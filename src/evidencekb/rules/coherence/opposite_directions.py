"""Two claims of which one says the opposite of the other: lower and higher in the same people, improves and worsens.

Studies do disagree, but then a dispute should say so and how the editors decided; and often a direction was copied the
wrong way round. Steps that raise and lower are compared as chains.

Bad:

```yaml claims/migraine/magnesium-lower.yaml
id: magnesium-lower
kind: association
statement: Magnesium is lower in people with migraine.
subject: magnesium
relation: lower-in  # error
object: migraine
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

```yaml claims/migraine/magnesium-raised.yaml
id: magnesium-raised
kind: association
statement: Magnesium is higher in people with chronic migraine.
subject: magnesium
relation: higher-in
object: chronic-migraine
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

Good:

```yaml claims/migraine/magnesium-lower.yaml
id: magnesium-lower
kind: association
statement: Magnesium is lower in people with migraine.
subject: magnesium
relation: lower-in
object: migraine
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

```yaml claims/migraine/magnesium-raised.yaml
id: magnesium-raised
kind: association
statement: Magnesium is higher in children.
subject: magnesium
relation: higher-in
object: children
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Related, Severity
from evidencekb.reason.groups import plain, within
from evidencekb.rules.frames import disputed_together
from evidencekb.rules.selection import live

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim

SEVERITY: Severity = "warning"

_GROUPED = ("lower-in", "higher-in")
_FELT = ("improves", "worsens")


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each pair on one group, or on a group and a part of it, unless a dispute names both."""
    said: dict[tuple[str, ...], dict[str, list[Claim]]] = {}
    for claim in live(kb):
        if claim.relation in _GROUPED:
            said.setdefault((claim.subject,), {}).setdefault(claim.relation, []).append(claim)
        elif claim.relation in _FELT:
            said.setdefault((claim.subject, claim.object), {}).setdefault(claim.relation, []).append(claim)
    for found in said.values():
        for one, opposite in (_GROUPED, _FELT):
            for claim, other in product(found.get(one, ()), found.get(opposite, ())):
                if _same_people(kb, claim, other) and not disputed_together(kb, claim.id, other.id):
                    yield Problem(
                        f"{other.id} says the opposite: {other.statement} Look up both directions and correct one, "
                        "or record a dispute that names both claims",
                        kb.place(claim, "relation"),
                        (claim.id, other.id),
                        (Related(kb.place(other, "relation"), other.statement),),
                    )


def _same_people(kb: KnowledgeBase, one: Claim, other: Claim) -> bool:
    """Whether the people of the one are among those of the other, and both are compared with the same."""
    if plain(kb, filter(None, [one.comparator])) != plain(kb, filter(None, [other.comparator])):
        return False
    groups = [{each.object, *each.population} - {""} for each in (one, other)]
    return within(kb, groups[0], groups[1]) or within(kb, groups[1], groups[0])
