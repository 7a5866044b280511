"""One figure said of A among B and of B among A.

The share of patients with migraine who have low vitamin D is not the share of people with low vitamin D who have
migraine; that the two are equal would be a rare chance, and mixing them up is a common slip. It is reported where two
claims have the same figure with population and outcome swapped, and where an evidence item swaps those of its claim
and still counts as support.

Bad:

```yaml claims/migraine/low-among-migraine.yaml
id: low-among-migraine
kind: proportion
statement: Of people with migraine, 45% have low vitamin D.
population: [migraine]
outcome: low-vitamin-d
figure: 45%
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

```yaml claims/migraine/migraine-among-low.yaml
id: migraine-among-low
kind: proportion
statement: Of people with low vitamin D, 45% have migraine.
population: [low-vitamin-d]
outcome: migraine
figure: 45%  # warning
evidence:
  - {source: blog-a, stance: supports, attribution: none}
status: draft
```

Good:

```yaml claims/migraine/low-among-migraine.yaml
id: low-among-migraine
kind: proportion
statement: Of people with migraine, 45% have low vitamin D.
population: [migraine]
outcome: low-vitamin-d
figure: 45%
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

```yaml claims/migraine/migraine-among-low.yaml
id: migraine-among-low
kind: proportion
statement: Of people with low vitamin D, 18% have migraine.
population: [low-vitamin-d]
outcome: migraine
figure: 18%
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Related, Severity
from evidencekb.reason.names import label
from evidencekb.rules.comparison import same
from evidencekb.rules.frames import disputed_together, figure, figure_text
from evidencekb.rules.selection import evidence, live

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim

SEVERITY: Severity = "warning"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield pairs of claims, and items of one claim, that swap population and outcome."""
    groups: dict[object, dict[str, list[Claim]]] = {}
    for claim in live(kb):
        if claim.kind == "proportion" and claim.figure is not None and claim.outcome:
            everything = frozenset({*claim.population, claim.outcome})
            outcomes = groups.setdefault((everything, frozenset(claim.given)), {})
            others = (o for name, group in outcomes.items() if name != claim.outcome for o in group)
            other = next((o for o in others if _swapped(kb, claim, o)), None)
            if other is not None:
                yield Problem(
                    f"{claim.figure_text} is also what {other.id} says with population and outcome swapped: the share "
                    f"of {_people(kb, claim.population)} with {label(kb, claim.outcome)} is not the share of "
                    f"{_people(kb, other.population)} with {label(kb, other.outcome)}; look up which of the two the "
                    "source counted",
                    kb.place(claim, "figure"),
                    (claim.id, other.id),
                    (Related(kb.place(other, "figure"), f"{other.id}: {other.statement}"),),
                )
            outcomes.setdefault(claim.outcome, []).append(claim)
    yield from _items(kb)


def _swapped(kb: KnowledgeBase, one: Claim, other: Claim) -> bool:
    """Whether two claims about the same concepts carry one figure, undisputed."""
    if one.figure is None or other.figure is None or not same(kb, one.figure, other.figure):
        return False
    return not disputed_together(kb, one.id, other.id)


def _items(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield supporting items that swap population and outcome of their claim."""
    for claim, index, item in evidence(kb):
        if claim.kind != "proportion" or item.stance != "supports" or not item.outcome or item.population is None:
            continue
        stated = figure(claim, item)
        if claim.outcome not in item.population or item.outcome not in claim.population:
            continue
        if stated is not None and claim.figure is not None and same(kb, stated, claim.figure):
            yield Problem(
                f"{item.source} gives {figure_text(claim, item)} for {label(kb, item.outcome)} among "
                f"{_people(kb, item.population)}, the claim for {label(kb, claim.outcome)} among "
                f"{_people(kb, claim.population)}: that is another share; it does not support the claim",
                kb.place(claim, "evidence", index, "outcome"),
                (claim.id, item.source),
            )


def _people(kb: KnowledgeBase, names: tuple[str, ...]) -> str:
    return f"people with {' and '.join(label(kb, name) for name in names)}"
