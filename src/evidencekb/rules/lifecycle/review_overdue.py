"""An approved claim whose review is overdue.

Studies are published, guidelines replaced. A claim is due on its `review_by`, or where it has none, `review_every`
(kb.yaml) after it was last `reviewed`.

Bad:

```yaml claims/migraine/freedom.yaml
id: freedom
kind: proportion
statement: Of adults with migraine on propranolol, 20% became free of headache.
population: [migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 20%
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
status: approved
owner: ana
reviewed: 2021-06-01  # warning
```

Good:

```yaml claims/migraine/freedom.yaml
id: freedom
kind: proportion
statement: Of adults with migraine on propranolol, 20% became free of headache.
population: [migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 20%
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
status: approved
owner: ana
reviewed: 2025-06-01
```
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from evidencekb.model.finding import Problem, Severity
from evidencekb.rules.selection import live

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "warning"

_DURATION: Final = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?", re.ASCII)


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield approved claims whose review date lies before today."""
    today = kb.config.today
    for claim in live(kb):
        if claim.status != "approved":
            continue
        field = "review_by" if claim.review_by else "reviewed"
        due = _date(claim.review_by) if claim.review_by else _later(_date(claim.reviewed), kb.config.review_every)
        if due is None or due >= today:
            continue
        rule = "" if claim.review_by else f" (last on {claim.reviewed}, review every {kb.config.review_every})"
        yield Problem(
            f"the review was due on {due.isoformat()}, {(today - due).days} days ago{rule}; look for newer studies and "
            "guidelines, then set `reviewed` to the day you did",
            kb.place(claim, field),
            (claim.id,),
        )


def _date(text: str) -> date | None:
    """An ISO date; None where the text is none, which the schema reports."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _later(start: date | None, duration: str) -> date | None:
    """`start` and an ISO 8601 duration of years, months, weeks and days; None where either is missing."""
    match = _DURATION.fullmatch(duration)
    if start is None or match is None or not any(match.groups()):
        return None
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    month = start.year * 12 + start.month - 1 + years * 12 + months
    year, month = month // 12, month % 12 + 1
    if year > date.max.year:
        return None
    day = min(start.day, monthrange(year, month)[1])
    try:
        return date(year, month, day) + timedelta(weeks=weeks, days=days)
    except OverflowError:
        return None
