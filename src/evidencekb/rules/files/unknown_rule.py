"""A setting in kb.yaml for a rule that does not exist.

`policy: severity:` turns rules off or changes how grave their findings are. A misspelt name changes nothing: the
editors believe that a rule is an error, or off, and it is not.

Bad:

```yaml kb/kb.yaml
title: Migraine
policy:
  severity:
    open-disputes: error  # error
```

Good:

```yaml kb/kb.yaml
title: Migraine
policy:
  severity:
    open-dispute: error
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb import rules
from evidencekb.model.finding import Problem, Severity
from evidencekb.reason.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "error"

_SETTINGS: Final = "kb/kb.yaml"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each name under `severity` that no rule has."""
    known = rules.docs()
    for name in kb.config.severity:
        if name not in known:
            yield Problem(
                f"no rule is called {name!r}{did_you_mean(name, known)}; correct the name, or take the line out",
                kb.locate(_SETTINGS, ("policy", "severity", name)),
            )
