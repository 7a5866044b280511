"""A source that nothing in the claim base uses.

No claim has it as evidence, no dispute names it and no other source cites it or was replaced by it. It may have been
added for a claim that was never written.

Bad:

```yaml kb/sources/survey-2021.yaml
id: survey-2021  # note
type: cross-sectional
title: Sleep in adults with migraine
year: 2021
seen_as: abstract
```

Good:

```yaml kb/sources/survey-2021.yaml
id: survey-2021
type: cross-sectional
title: Sleep in adults with migraine
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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "note"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield sources that no claim (retired ones count), dispute or other source names."""
    used = set(kb.evidence_of)
    for dispute in kb.disputes.values():
        used.update(dispute.sources)
    for source in kb.sources.values():
        used.update(name for name in (*source.cites, source.superseded_by) if name != source.id)
    for source in kb.sources.values():
        if source.valid and source.id not in used:
            yield Problem(
                "no claim, dispute or other source uses this source; write the claim it was meant for, or delete it",
                kb.place(source, "id"),
                (source.id,),
            )
