"""A percentage that no whole number of the study's people can give.

Of 42 people, 32 are 76% and 33 are 79%: no one can print 77% of 42. A percentage from a source's own data that the
recorded `sample_size` cannot give is of another number of people, mostly a part of them: those who were followed up, or
one arm. The claim then has another denominator than the reader thinks. Give the item its counts (`32/42`), or correct
the percentage or the sample size. Large samples can give every percentage and are never reported.

Bad:

```yaml kb/sources/series-2012.yaml
id: series-2012
type: case-series
title: Propranolol in one clinic
year: 2012
sample_size: 42
seen_as: full-text
```

```yaml claims/migraine/freedom.yaml
id: freedom
kind: proportion
statement: Of adults with migraine on propranolol, 77% became free of headache.
population: [migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 77%
evidence:
  - source: series-2012
    stance: supports
    figure: 77%  # note
    attribution: own-data
status: draft
```

Good:

```yaml kb/sources/series-2012.yaml
id: series-2012
type: case-series
title: Propranolol in one clinic
year: 2012
sample_size: 42
seen_as: full-text
```

```yaml claims/migraine/freedom.yaml
id: freedom
kind: proportion
statement: Of adults with migraine on propranolol, 77% became free of headache.
population: [migraine]
given: [propranolol]
outcome: freedom-from-headache
figure: 77%
evidence:
  - {source: series-2012, stance: supports, figure: 30/39 (77%), attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.model.quantity import Bound, Form, Kind
from evidencekb.rules.frames import figure, figure_text
from evidencekb.rules.selection import evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.quantity import Quantity

SEVERITY: Severity = "note"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield proportions from own data that the sample size cannot give at the printed precision."""
    for claim, index, item in evidence(kb):
        source = kb.sources.get(item.source)
        stated = figure(claim, item)
        if claim.kind != "proportion" or item.attribution != "own-data" or item.stance != "supports":
            continue
        if source is None or source.tier != "primary" or not source.sample_size or stated is None:
            continue
        if not _plain(stated) or stated.value is None:
            continue
        below, above = _nearest(stated.value, source.sample_size)
        slack = Decimal(5).scaleb(-stated.decimals - 1)
        if all(abs(_percent(n, source.sample_size) - stated.value) > slack for n in (below, above)):
            yield Problem(
                f"no whole number of the {source.sample_size} people of {item.source} is {figure_text(claim, item)} "
                f"({_shown(below, source.sample_size, stated)}, {_shown(above, source.sample_size, stated)}): it is a "
                "share of fewer people; give the counts as the item's `figure`, or correct the percentage or "
                "`sample_size`",
                kb.place(claim, "evidence", index, "figure"),
                (claim.id, item.source),
            )


def _plain(stated: Quantity) -> bool:
    """Whether a figure is a percentage in digits, printed as exact and without counts."""
    if stated.kind is not Kind.PROPORTION or stated.form is not Form.DIGITS or stated.numerator is not None:
        return False
    return not stated.approx and stated.bound is Bound.EXACT


def _nearest(percent: Decimal, people: int) -> tuple[int, int]:
    """The two whole numbers of people between which a percentage lies."""
    below = int((percent * people / 100).to_integral_value(ROUND_FLOOR))
    return below, below + 1


def _percent(cases: int, people: int) -> Decimal:
    return Decimal(cases) * 100 / people


def _shown(cases: int, people: int, stated: Quantity) -> str:
    """`32 are 76%`, to one digit more than the figure has."""
    return f"{cases} are {_percent(cases, people).quantize(Decimal(1).scaleb(-stated.decimals - 1))}%"
