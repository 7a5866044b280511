"""A source that only repeats what was retracted.

A review or an article that rests on one study has nothing left to say when that study is retracted, although nobody
retracts the review. Whether it rests on others too is what the `cites` of the sources tell; a study with data of its
own stands by itself.

Bad:

```yaml kb/sources/trial-2011.yaml
id: trial-2011
type: rct
title: Propranolol against placebo in adults with migraine
year: 2011
status: retracted
notice: withdrawn by the journal in 2013
seen_as: abstract
```

```yaml kb/sources/review-2012.yaml
id: review-2012
type: meta-analysis
title: Propranolol for migraine
year: 2012
cites: [trial-2011]
seen_as: full-text
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
  - source: review-2012  # error
    stance: supports
    attribution: named-study
status: draft
```

Good:

```yaml kb/sources/trial-2011.yaml
id: trial-2011
type: rct
title: Propranolol against placebo in adults with migraine
year: 2011
status: retracted
notice: withdrawn by the journal in 2013
seen_as: abstract
```

```yaml kb/sources/review-2012.yaml
id: review-2012
type: meta-analysis
title: Propranolol for migraine
year: 2012
cites: [trial-2011, trial-2018]
seen_as: full-text
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
  - source: review-2012
    stance: supports
    attribution: named-study
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.reason.origins import origins, retracted
from evidencekb.rules.selection import evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "warning"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each evidence item of a live claim whose source is current and rests on retracted ones alone."""
    ends = origins(kb)
    for claim, index, item in evidence(kb):
        if ends.get(item.source) != () or (under := retracted(kb, item.source)) == item.source:
            continue
        yield Problem(
            f"all that {item.source} cites goes back to {under}, which was retracted, so it can neither support nor "
            "contradict a claim; find a source that does not rest on it, correct `cites`, or retire the claim",
            kb.place(claim, "evidence", index, "source"),
            (claim.id, item.source, under),
        )
