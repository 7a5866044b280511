"""A page that says something which the claim base does not bear out.

Explainers are drafts too: each is checked as `check` checks a draft, and every verdict that is an error there is
reported here, with the same advice. Figures that are tied to a claim are left to `page-figure-differs`. Where a page
quotes a wrong figure to explain it, say so with a comment:
`<!-- evidencekb-disable-next-line wrong-value: quoted to be refuted -->`.

Bad:

```markdown site/pages/aura.md
# Aura

Of people with migraine, 60% have an aura.  # error
```

Good:

```markdown site/pages/aura.md
# Aura

Of people with migraine, 30% have an aura.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.rules.pages._pins import differing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.finding import Problem, Severity
    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield what the check of the pages found, but for tied figures that another rule reports."""
    problems = kb.faults.get("page-disagrees", ())
    tied = {(pin.place.path, pin.place.line, pin.place.column) for pin, _, _ in differing(kb)} if problems else set()
    for problem in problems:
        if (problem.place.path, problem.place.line, problem.place.column) not in tied:
            yield problem
