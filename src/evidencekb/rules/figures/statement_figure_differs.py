"""A claim whose sentence does not contain its figure.

The statement is what people read, `figure` is what drafts are checked against. When the two differ, one of them is a
slip of the pen, and drafts that copy the sentence are told that they are wrong.

A fall may be told by a sign or by a word: "lowered by 1.1 points" says what `-1.1 points` says.

Bad:

```yaml claims/migraine/freedom.yaml
id: freedom
kind: proportion
statement: Of adults with migraine on propranolol, 22% became free of headache.  # error
population: [migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 20%
evidence:
  - {source: trial-2018, stance: supports, attribution: own-data}
status: draft
```

Good:

```yaml claims/migraine/freedom.yaml
id: freedom
kind: proportion
statement: Of adults with migraine on propranolol, one in five became free of headache.
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

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.model.quantity import Interval
from evidencekb.rules.comparison import same
from evidencekb.rules.selection import live
from evidencekb.text import moving, periods, words
from evidencekb.text.figures import find

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure, Quantity

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield claims none of whose figures in the statement agrees with `figure`."""
    for claim in live(kb):
        if claim.figure is None:
            continue
        found = periods.added(claim.statement, find(claim.statement))
        said = [periods.told(claim.statement, each.quantity, claim.figure) for each in found]
        if any(same(kb, each, claim.figure) for each in said) or any(_falls(kb, claim, each) for each in found):
            continue
        says = ", ".join(claim.statement[each.full_start : each.full_end] for each in found)
        yield Problem(
            f"`figure` is {claim.figure_text}, but the statement says {says or 'no figure'}; make the two agree, bound "
            "(up to, at least …) and unit included",
            kb.place(claim, "statement"),
            (claim.id,),
        )


def _falls(kb: KnowledgeBase, claim: Claim, said: Figure) -> bool:
    """Whether words tell the fall that the claim's figure tells by its sign."""
    held = claim.figure
    ends = [] if held is None else [end for end in (held.value, held.low, held.high) if end is not None]
    if held is None or claim.kind != "effect" or not ends or max(ends) >= 0:
        return False
    turned = _turned(said.quantity)
    return same(kb, turned, held) and _told(claim.statement, said) == moving.DOWN


def _turned(quantity: Quantity) -> Quantity:
    """The figure with the other sign; an interval that has its signs already keeps them."""
    ci = quantity.ci
    if ci is not None and ci.high is not None and (ci.high > 0 or ci.low is None):
        ci = Interval(_minus(ci.high), _minus(ci.low))
    value, low, high = _minus(quantity.value), _minus(quantity.high), _minus(quantity.low)
    return replace(quantity, value=value, low=low, high=high, ci=ci)


def _minus(number: Decimal | None) -> Decimal | None:
    return None if number is None else -number


def _told(statement: str, said: Figure) -> str:
    """The direction that the words around a figure tell: behind it the next ones, else the nearest before it."""
    behind = [word.low for word in words.split(statement[said.full_end :])[:2]]
    before = [word.low for word in reversed(words.split(statement[: said.full_start]))]
    for low in chain(behind if behind and behind[0] in moving.COMPARATIVES else (), before):
        way = moving.VERBS.get(low) or moving.NOUNS.get(low) or moving.COMPARATIVES.get(low)
        if way or low in {moving.UP, moving.DOWN}:
            return way or low
    return ""
