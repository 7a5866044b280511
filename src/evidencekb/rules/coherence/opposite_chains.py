"""Chains of steps of which one says that a thing raises another, and one that it lowers it.

Two steps, or a step and a chain, or two chains, lead from one concept to another with opposite signs. Bodies do have
such pairs, but a text that tells one of them as the whole story misleads, and often a direction was copied the wrong
way round. Correct a step, or record a dispute that names a claim of each side. Chains of up to four steps are compared.

Bad:

```yaml claims/migraine/magnesium-raises.yaml
id: magnesium-raises
kind: mechanism
statement: Magnesium increases serotonin.
steps:
  - {subject: magnesium, relation: increases, object: serotonin}  # error
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

```yaml claims/migraine/magnesium-lowers.yaml
id: magnesium-lowers
kind: mechanism
statement: Magnesium increases vitamin D, which decreases serotonin.
steps:
  - {subject: magnesium, relation: increases, object: serum-vitamin-d}
  - {subject: serum-vitamin-d, relation: decreases, object: serotonin}
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

Good:

```yaml claims/migraine/magnesium-raises.yaml
id: magnesium-raises
kind: mechanism
statement: Magnesium increases serotonin.
steps:
  - {subject: magnesium, relation: increases, object: serotonin}
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

```yaml claims/migraine/magnesium-lowers.yaml
id: magnesium-lowers
kind: mechanism
statement: Magnesium decreases vitamin D, which decreases serotonin.
steps:
  - {subject: magnesium, relation: decreases, object: serum-vitamin-d}
  - {subject: serum-vitamin-d, relation: decreases, object: serotonin}
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Related, Severity
from evidencekb.reason.mechanisms import behind, edges, opposed, told
from evidencekb.rules.frames import alike, cause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "warning"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each pair of chains once, unless a dispute names a claim of each."""
    disputed = [{*dispute.claims, *dispute.against} for dispute in kb.disputes.values()]
    steps = edges(kb)
    for up, down in opposed(steps, alike(kb)):
        sides = [list(dict.fromkeys(edge.claim for edge in chain.edges)) for chain in (up, down)]
        if any(all(names & behind(steps, chain) for chain in (up, down)) for names in disputed):
            continue
        claims = list(dict.fromkeys(sides[0] + sides[1]))
        yield Problem(
            f"{told(kb, up)}; but {told(kb, down)}. One raises what the other lowers: correct a step, or record a "
            "dispute that names a claim of each side",
            cause(kb, kb.claims[sides[0][0]]),
            tuple(claims),
            tuple(
                Related(cause(kb, kb.claims[name]), kb.claims[name].statement) for name in claims if name != sides[0][0]
            ),
        )
