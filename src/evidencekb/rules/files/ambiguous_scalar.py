"""An unquoted value that YAML turns into a number, a date or a truth value.

`figure: 7.20` loses its zero and with it its precision, `pmid: 012345` its first digit, and NO for nitric oxide becomes
"false". YAML readers even disagree among each other. In quotes a value stays what was written.

Bad:

```yaml kb/sources/survey-2015.yaml
id: survey-2015
type: cross-sectional
title: Headache in a city
year: 2015
identifiers: {pmid: 012345}  # error
```

Good:

```yaml kb/sources/survey-2015.yaml
id: survey-2015
type: cross-sectional
title: Headache in a city
year: 2015
identifiers: {pmid: "012345"}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.finding import Problem, Severity
    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield what the store met while reading."""
    yield from kb.faults.get("ambiguous-scalar", ())
