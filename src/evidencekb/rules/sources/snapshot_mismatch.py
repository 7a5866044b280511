"""A quotation that does not stand in the source where the evidence item says.

With `--snapshots DIR` each `as_stated` is looked for in the stored text of its source: under the heading and in the
paragraph that `at` names. Its figure must be the item's figure as printed: bounds, signs and decimals count, so that
`<50` is not `>50`, `5%` is not in `15%`, and `-0.3` is not `0.3`. The phrase must not cut a figure from its bound
either: where the text says *up to 20%*, *20%* is no quotation. Without a stored text an item counts as not verified.

Bad:

```yaml kb/sources/blog-a.yaml
id: blog-a
type: article
title: Ten facts on migraine
seen_as: full-text
snapshot: blog-a.txt
```

```text snapshots/blog-a.txt
Ten facts on migraine

What helps

On propranolol up to 20% became free of headache.
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
  - source: blog-a
    stance: supports
    at: {heading: What helps, paragraph: 1}
    as_stated: 20% became free of headache  # error
    attribution: none
status: draft
```

Good:

```yaml kb/sources/blog-a.yaml
id: blog-a
type: article
title: Ten facts on migraine
seen_as: full-text
snapshot: blog-a.txt
```

```text snapshots/blog-a.txt
Ten facts on migraine

What helps

On propranolol up to 20% became free of headache.
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
  - source: blog-a
    stance: qualifies
    at: {heading: What helps, paragraph: 1}
    as_stated: up to 20% became free of headache
    figure: up to 20%
    attribution: none
status: draft
```
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.model.quantity import Form
from evidencekb.reason.suggestion import did_you_mean
from evidencekb.rules.comparison import agreement
from evidencekb.rules.frames import figure, figure_text
from evidencekb.rules.selection import evidence
from evidencekb.rules.sources._quotation import bare, folded, lines, occurrences, section
from evidencekb.text.agreement import Agreement
from evidencekb.text.figures import find

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim, Evidence
    from evidencekb.model.quantity import Quantity
    from evidencekb.rules.sources._quotation import Line

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each item with `as_stated` that its source's stored text does not bear out."""
    texts = _Texts(kb)
    for claim, index, item in evidence(kb):
        if not item.as_stated or item.source not in texts.lines:
            continue
        if why := texts.fault(claim, item):
            place = kb.place(claim, "evidence", index, "as_stated")
            yield Problem(f"“{item.as_stated}” {why}", place, (claim.id, item.source))


class _Texts:
    """The stored texts of one claim base, each split into lines once."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self.lines: Mapping[str, tuple[Line, ...]] = {name: lines(text) for name, text in kb.snapshots.items()}

    @cached_property
    def _headings(self) -> Mapping[str, frozenset[str]]:
        """Source id to every heading of it that an evidence item names, folded."""
        return {
            source: frozenset(bare(folded(item.at.heading)) for _, _, item in items if item.at and item.at.heading)
            for source, items in self._kb.evidence_of.items()
        }

    def fault(self, claim: Claim, item: Evidence) -> str:
        """What is wrong with an item's quotation, and what to do; "" when it stands where it should."""
        phrase = folded(" ".join(item.as_stated.split()))
        if not phrase:
            return ""
        found = self.lines[item.source]
        heading = bare(folded(" ".join(item.at.heading.split()))) if item.at else ""
        if heading:
            placed = section(found, heading, self._headings[item.source])
            if not placed:
                near = did_you_mean(heading, (bare(line.folded) for line in found if len(line.folded) <= 200))
                return (
                    f"cannot be looked up: the stored text of {item.source} has no heading “{heading}”{near}; "
                    "copy the heading as it is printed"
                )
            wanted = item.at.paragraph if item.at else None
            candidates = [line for line, least, most in placed if wanted is None or least <= wanted <= most]
        else:
            candidates = list(found)
        spans = [(line, *span) for line in candidates for span in occurrences(line, phrase)]
        if not spans:
            return self._elsewhere(item, phrase)
        faults = [self._figure_fault(claim, item, line, start, end) for line, start, end in spans]
        return "" if "" in faults else faults[0]

    def _elsewhere(self, item: Evidence, phrase: str) -> str:
        """Say where a phrase that is not in its place stands instead."""
        at = item.at
        place = f"paragraph {at.paragraph} under that heading" if at and at.heading and at.paragraph else "that place"
        there = [line.number for line in self.lines[item.source] for _ in occurrences(line, phrase)]
        if there:
            return (
                f"does not stand in {place}, but elsewhere in {item.source} (line {there[0]} of the stored text); "
                "correct `at`"
            )
        others = [
            name
            for name, found in self.lines.items()
            if name != item.source and any(True for line in found for _ in occurrences(line, phrase))
        ]
        if others:
            return f"does not stand in {item.source}, but in {', '.join(others)}; correct `source` and `at`"
        return (
            f"stands nowhere in the stored text of {item.source}, nor in any other; copy the words as they are "
            "printed, with the bound and sign of the figure"
        )

    def _figure_fault(self, claim: Claim, item: Evidence, line: Line, start: int, end: int) -> str:
        """Compare the figures of a phrase, read in their line, with the item's figure."""
        figures = [each for each in find(line.text) if each.start < end and each.end > start]
        alone = [each.quantity for each in find(line.text[start:end])]
        for each in figures:
            if each.full_start >= start and each.full_end <= end:
                continue
            if not any(self._exactly(quantity, each.quantity) for quantity in alone):
                whole = line.text[min(start, each.full_start) : max(end, each.full_end)]
                return f"cuts a figure in two: the text says “{whole}”; quote the figure with its bound, sign and unit"
        wanted = figure(claim, item)
        if wanted is None or (item.stance != "supports" and not item.figure_text):
            return ""
        if any(self._exactly(each.quantity, wanted) for each in figures):
            return ""
        says = ", ".join(line.text[each.full_start : each.full_end] for each in figures)
        return (
            f"stands there, but says {says or 'no figure'}, and the item says {figure_text(claim, item)}; give the "
            "item the `figure` that the source prints, or quote the words that carry it"
        )

    def _exactly(self, stated: Quantity, wanted: Quantity) -> bool:
        """Whether two figures agree to the last printed digit; counts may stand for their percentage."""
        if agreement(self._kb, stated, wanted) is not Agreement.EQUAL:
            return False
        counted = stated.numerator is not None or wanted.numerator is not None
        if counted or stated.unit != wanted.unit or Form.FRACTION in {stated.form, wanted.form}:
            return True
        return (stated.value, stated.low, stated.high) == (wanted.value, wanted.low, wanted.high)
