"""Sources that cite each other in a circle.

When A rests on B and B rests on A, neither is a source for the other: the figure comes from nowhere, or from a third
document that both leave out. Counting origins is impossible until the circle is opened.

Bad:

```yaml kb/sources/blog-a.yaml
id: blog-a
type: article
title: Ten facts on migraine
cites: [blog-b]  # error
seen_as: full-text
```

```yaml kb/sources/blog-b.yaml
id: blog-b
type: article
title: What migraine patients should know
cites: [blog-a]
seen_as: full-text
```

Good:

```yaml kb/sources/blog-b.yaml
id: blog-b
type: article
title: What migraine patients should know
cites: [blog-a]
seen_as: full-text
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Related, Severity
from evidencekb.rules.circles import circles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each circle once, at the first of its sources by id."""
    cites = {s.id: [name for name in s.cites if name in kb.sources] for s in kb.sources.values() if s.valid}
    for circle in circles(cites):
        first = min(circle)
        others = sorted(circle - {first})
        what = f"it and {', '.join(others)} rest on each other" if others else "it rests on itself"
        yield Problem(
            f"{first} cites in a circle: {what}, so that is not where the figures come from; "
            "take out of `cites` what the document does not rest on, and add the source that is missing",
            kb.place(kb.sources[first], "cites"),
            (first, *others),
            tuple(Related(kb.place(kb.sources[name], "cites"), "part of the circle") for name in others),
        )
