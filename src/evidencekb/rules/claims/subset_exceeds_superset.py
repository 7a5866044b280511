"""A part that is greater than the whole it belongs to.

Everyone who becomes free of headache has had relief, so the share who become free cannot be above the share with
relief, in the same people under the same treatment. What is a kind of what stands in the concepts: `broader`, and
`implies` where it holds without exception. Rounding and bounds are allowed for. Where two studies really disagree,
record it as a dispute that names both claims.

Bad:

```yaml claims/migraine/relief.yaml
id: relief
kind: proportion
statement: Of adults with migraine on propranolol, 40% had relief from headache.
population: [migraine]
given: [propranolol]
outcome: headache-relief
figure: 40%
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
status: draft
```

```yaml claims/migraine/freedom.yaml
id: freedom
kind: proportion
statement: Of adults with migraine on propranolol, 60% became free of headache.
population: [migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 60%  # error
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
status: draft
```

Good:

```yaml claims/migraine/relief.yaml
id: relief
kind: proportion
statement: Of adults with migraine on propranolol, 40% had relief from headache.
population: [migraine]
given: [propranolol]
outcome: headache-relief
figure: 40%
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
status: draft
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
  - {source: trial-2018, stance: supports, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Related, Severity
from evidencekb.model.quantity import Kind
from evidencekb.reason.names import label
from evidencekb.rules.comparison import ends
from evidencekb.rules.frames import containing, disputed_together
from evidencekb.rules.selection import live

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each share whose least value is above the greatest value of the share that contains it."""
    wholes: dict[object, dict[str, list[tuple[Decimal, Claim]]]] = {}
    parts: list[tuple[object, Decimal, Claim]] = []
    for claim in live(kb):
        if claim.kind != "proportion" or claim.figure is None or claim.figure.kind is not Kind.PROPORTION:
            continue
        people = (frozenset(claim.population), frozenset(claim.given))
        low, high = ends(kb, claim.figure)
        if low is not None:
            parts.append((people, low, claim))
        if high is not None:
            wholes.setdefault(people, {}).setdefault(claim.outcome, []).append((high, claim))
    for outcomes in wholes.values():
        for group in outcomes.values():
            group.sort(key=lambda each: (each[0], each[1].id))
    contains = {outcome: sorted(containing(kb, outcome)) for outcome in {part.outcome for _, _, part in parts}}
    for group_of, low, part in parts:
        for concept in contains[part.outcome]:
            found = next(
                (
                    whole
                    for high, whole in _below(wholes.get(group_of, {}).get(concept, []), low)
                    if high < low and not disputed_together(kb, part.id, whole.id)
                ),
                None,
            )
            if found is not None:
                yield _problem(kb, part, found)


def _below(group: list[tuple[Decimal, Claim]], low: Decimal) -> Iterator[tuple[Decimal, Claim]]:
    """The claims of a sorted group whose greatest value is under `low`."""
    for high, claim in group:
        if high >= low:
            return
        yield high, claim


def _problem(kb: KnowledgeBase, part: Claim, whole: Claim) -> Problem:
    return Problem(
        f"{part.figure_text} with {label(kb, part.outcome)} is more than the {whole.figure_text} with "
        f"{label(kb, whole.outcome)} ({whole.id}), although everyone with the first has the second; look up both "
        "figures and whether they are of the same people, or record a dispute that names both claims",
        kb.place(part, "figure"),
        (part.id, whole.id),
        (Related(kb.place(whole, "figure"), f"{whole.id}: {whole.statement}"),),
    )
