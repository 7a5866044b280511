"""A time course whose phases come in the wrong order: a peak before the onset.

For one treatment, population and outcome, the onset cannot come after the peak, the full effect or the end, the peak
cannot come after the full effect, and neither of these after the end. It is reported when no reading of the two
figures puts them in order.

Bad:

```yaml claims/migraine/first-effect.yaml
id: first-effect
kind: duration
statement: Propranolol begins to prevent attacks after 6 to 8 weeks.
given: [propranolol]
population: [migraine]
phase: onset
outcome: headache-relief
figure: 6 to 8 weeks  # error
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
status: draft
```

```yaml claims/migraine/greatest-effect.yaml
id: greatest-effect
kind: duration
statement: The effect of propranolol is greatest after 10 to 14 days.
given: [propranolol]
population: [migraine]
phase: peak
outcome: headache-relief
figure: 10 to 14 days
evidence:
  - {source: guideline-2019, stance: supports, attribution: own-data}
status: draft
```

Good:

```yaml claims/migraine/first-effect.yaml
id: first-effect
kind: duration
statement: Propranolol begins to prevent attacks after 1 to 2 weeks.
given: [propranolol]
population: [migraine]
phase: onset
outcome: headache-relief
figure: 1 to 2 weeks
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
status: draft
```

```yaml claims/migraine/greatest-effect.yaml
id: greatest-effect
kind: duration
statement: The effect of propranolol is greatest after 10 to 14 days.
given: [propranolol]
population: [migraine]
phase: peak
outcome: headache-relief
figure: 10 to 14 days
evidence:
  - {source: guideline-2019, stance: supports, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.model.finding import Problem, Related, Severity
from evidencekb.reason.groups import plain
from evidencekb.rules.comparison import ends
from evidencekb.rules.frames import disputed_together
from evidencekb.rules.selection import live
from evidencekb.text.units import convert

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim

SEVERITY: Severity = "error"

_LATER: Final = {
    "onset": ("peak", "full-effect", "lasts"),
    "peak": ("full-effect", "lasts"),
    "full-effect": ("lasts",),
}
"""Phase to those that cannot come before it."""


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each phase that surely begins after one that it must not follow."""
    courses: dict[object, dict[str, list[tuple[Decimal | None, Decimal | None, Claim]]]] = {}
    for claim in live(kb):
        if claim.kind == "duration" and (days := _days(kb, claim)) is not None:
            course = courses.setdefault((frozenset(claim.given), plain(kb, claim.population), claim.outcome), {})
            course.setdefault(claim.phase, []).append((*days, claim))
    for course in courses.values():
        for phase, later in _LATER.items():
            for low, _, claim in course.get(phase, ()):
                for other_phase in later:
                    found = next(
                        (
                            other
                            for _, high, other in course.get(other_phase, ())
                            if low is not None
                            and high is not None
                            and high < low
                            and not disputed_together(kb, claim.id, other.id)
                        ),
                        None,
                    )
                    if found is not None:
                        yield _problem(kb, claim, found)


def _days(kb: KnowledgeBase, claim: Claim) -> tuple[Decimal | None, Decimal | None] | None:
    """The claim's time in days, from the least to the greatest; None where it is no time."""
    if claim.figure is None:
        return None
    low, high = ends(kb, claim.figure)
    unit = claim.figure.unit
    if low is None and high is None:
        return None
    first = None if low is None else convert(low, unit, "day")
    last = None if high is None else convert(high, unit, "day")
    return None if first is None and last is None else (first, last)


def _problem(kb: KnowledgeBase, claim: Claim, other: Claim) -> Problem:
    return Problem(
        f"“{claim.phase.replace('-', ' ')}” comes at {claim.figure_text}, after “{other.phase.replace('-', ' ')}” at "
        f"{other.figure_text} ({other.id}), which cannot be; look up both times and of what they are measured, or "
        "record a dispute that names both claims",
        kb.place(claim, "figure"),
        (claim.id, other.id),
        (Related(kb.place(other, "figure"), f"{other.id}: {other.statement}"),),
    )
