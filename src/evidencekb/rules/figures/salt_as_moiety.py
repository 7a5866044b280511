"""The dose of a salt stated as an amount of the element or active part it contains.

500 mg of magnesium oxide hold 300 mg of magnesium. A text that turns the one into the other without doing the sum is
wrong by the share that the concept states under `contains`, often by a factor of two to five. It is reported where a
source gives the same number for the salt as the claim for its active part (or the other way round), and where two
claims do.

Bad:

```yaml claims/migraine/magnesium-start.yaml
id: magnesium-start
kind: amount
statement: Treatment of adults starts with 500 mg of elemental magnesium a day.
substance: elemental-magnesium
population: [adults]
purpose: starting-dose
figure: 500 mg/day
evidence:
  - source: guideline-2019
    stance: supports
    substance: magnesium-oxide  # error
    attribution: own-data
status: draft
```

Good:

```yaml claims/migraine/magnesium-start.yaml
id: magnesium-start
kind: amount
statement: Treatment of adults starts with 300 mg of elemental magnesium a day.
substance: elemental-magnesium
population: [adults]
purpose: starting-dose
figure: 300 mg/day
evidence:
  - {source: guideline-2019, stance: supports, substance: magnesium-oxide, figure: 500 mg/day, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Related, Severity
from evidencekb.reason.names import label
from evidencekb.rules.comparison import same
from evidencekb.rules.frames import disputed_together, figure, figure_text
from evidencekb.rules.salts import share
from evidencekb.rules.selection import evidence, live

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield items and pairs of claims that give salt and moiety one number."""
    for claim, index, item in evidence(kb):
        stated = figure(claim, item)
        if item.stance != "supports" or not item.substance or stated is None or claim.figure is None:
            continue
        percent = share(kb, item.substance, claim.substance) or share(kb, claim.substance, item.substance)
        if percent is not None and percent < 100 and same(kb, stated, claim.figure):
            yield Problem(
                f"{item.source} gives {figure_text(claim, item)} of {label(kb, item.substance)}, the claim the same "
                f"number of {label(kb, claim.substance)}, but of the one only {percent.normalize():f}% is the other; "
                "give the item the figure that the source states, and the claim the amount that follows from it",
                kb.place(claim, "evidence", index, "substance"),
                (claim.id, item.source),
            )
    yield from _between_claims(kb)


def _between_claims(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield amounts that are equal to the amount that another claim states of a salt."""
    amounts: dict[tuple[object, ...], list[Claim]] = {}
    for claim in live(kb):
        if claim.kind == "amount" and claim.figure is not None:
            amounts.setdefault(_key(claim, claim.substance), []).append(claim)
    for salt in (claim for group in amounts.values() for claim in group):
        concept = kb.concepts.get(salt.substance)
        for moiety, percent in concept.contains.items() if concept else ():
            for claim in amounts.get(_key(salt, moiety), ()):
                if claim.figure is None or salt.figure is None or percent >= 100:
                    continue
                if not same(kb, claim.figure, salt.figure) or disputed_together(kb, claim.id, salt.id):
                    continue
                yield Problem(
                    f"{claim.figure_text} of {label(kb, moiety)} is what {salt.id} says of "
                    f"{label(kb, salt.substance)}, and only {percent.normalize():f}% of that is {label(kb, moiety)}; "
                    "one of the two took the dose of the salt for the dose of what it contains",
                    kb.place(claim, "figure"),
                    (claim.id, salt.id),
                    (Related(kb.place(salt, "figure"), f"{salt.figure_text} of {label(kb, salt.substance)}"),),
                )


def _key(claim: Claim, substance: str) -> tuple[object, ...]:
    return (substance, frozenset(claim.population), frozenset(claim.given), claim.purpose)
