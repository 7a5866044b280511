"""A causal chain that runs against what is measured.

Where a chain says that more of one thing makes more of another, a group that has less of the first should not be
measured to have more of the second. Either the chain leaves something out, or a measurement is reported the wrong way
round, and a text that tells the chain as the whole story misleads. Qualify the chain, correct the direction, or record
a dispute that names both claims.

Bad:

```yaml claims/migraine/magnesium-raises-serotonin.yaml
id: magnesium-raises-serotonin
kind: mechanism
statement: Magnesium increases serotonin.
steps:
  - {subject: magnesium, relation: increases, object: serotonin}
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

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

```yaml claims/migraine/serotonin-higher.yaml
id: serotonin-higher
kind: association
statement: Serotonin is higher in people with migraine.
subject: serotonin
relation: higher-in
object: migraine
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

Good:

```yaml claims/migraine/magnesium-raises-serotonin.yaml
id: magnesium-raises-serotonin
kind: mechanism
statement: Magnesium increases serotonin.
steps:
  - {subject: magnesium, relation: increases, object: serotonin}
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

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
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Related, Severity
from evidencekb.reason.mechanisms import behind, contradictions, edges, told
from evidencekb.rules.frames import alike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "warning"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each pair of differences with the chain between them, unless a dispute names both."""
    steps = edges(kb)
    disputed = [set(dispute.claims) for dispute in kb.disputes.values()]
    for found in contradictions(kb, alike(kb)):
        pair = {found.first.claim, found.second.claim}
        chain = behind(steps, found.chain)
        if any(pair <= names or (names & pair and names & chain) for names in disputed):
            continue
        first, second = kb.claims[found.first.claim], kb.claims[found.second.claim]
        yield Problem(
            f"{first.statement} As {told(kb, found.chain)}, that should go with the opposite of what {second.id} says: "
            f"{second.statement} Qualify the chain, correct a direction, or record a dispute that names both claims",
            kb.place(first, "relation"),
            (first.id, second.id, *dict.fromkeys(edge.claim for edge in found.chain.edges)),
            (Related(kb.place(second, "relation"), second.statement),),
        )
