"""A stored text that a source names and the folder of snapshots does not hold.

With `--snapshots` the evidence is compared with the texts of its sources; without the text nothing of that source is
verified. Store the text under the name that `snapshot` gives, or correct the name.

Bad:

```yaml kb/sources/survey-2015.yaml
id: survey-2015
type: cross-sectional
title: Headache in a city
year: 2015
snapshot: survey-2015.txt  # note
```

```text snapshots/other.txt
Headache in a village
```

Good:

```yaml kb/sources/survey-2015.yaml
id: survey-2015
type: cross-sectional
title: Headache in a city
year: 2015
snapshot: survey-2015.txt
```

```text snapshots/survey-2015.txt
Headache in a city
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.finding import Problem, Severity
    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "note"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield what the store met while reading."""
    yield from kb.faults.get("snapshot-missing", ())
