"""A claim that rests on a study which nobody can identify.

"A study found" and "according to the Journal of …" sound like evidence, but without authors, year or title nobody can
look it up: it may say something else, or not exist. It is reported where nothing better supports the claim: no data of
the source's own and no study by name.

Bad:

```yaml claims/migraine/vitamin-d.yaml
id: vitamin-d
kind: proportion
statement: Of adults with migraine, 45% have low vitamin D.
population: [migraine]
outcome: low-vitamin-d
figure: 45%
evidence:
  - {source: blog-b, stance: supports, attribution: none}
  - source: blog-a
    stance: supports
    attribution: unnamed-study  # warning
status: draft
```

Good:

```yaml claims/migraine/vitamin-d.yaml
id: vitamin-d
kind: proportion
statement: Of adults with migraine, 45% have low vitamin D.
population: [migraine]
outcome: low-vitamin-d
figure: 45%
evidence:
  - {source: blog-a, stance: supports, attribution: unnamed-study}
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.model.finding import Problem, Severity
from evidencekb.rules.selection import live

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "warning"

_SAID: Final = {
    "unnamed-study": "a study that it does not name",
    "named-journal": "a journal, without authors, year or title",
}


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield the first item that points to such a study, where no other item is better."""
    for claim in live(kb):
        supporting = [(index, item) for index, item in enumerate(claim.evidence) if item.stance == "supports"]
        if any(_identified(kb, item.source, item.attribution) for _, item in supporting):
            continue
        for index, item in supporting:
            if item.attribution in _SAID:
                yield Problem(
                    f"{item.source} points to {_SAID[item.attribution]}, and nothing better supports the claim; "
                    "find the study and add it as a source, and until then treat the claim as hearsay",
                    kb.place(claim, "evidence", index, "attribution"),
                    (claim.id, item.source),
                )
                break


def _identified(kb: KnowledgeBase, source: str, attribution: str) -> bool:
    """Whether a supporting item can be traced: own data, a study by name, or a source that is itself more than lay."""
    if attribution in {"own-data", "named-study"}:
        return True
    found = kb.sources.get(source)
    return attribution not in _SAID and (found is None or found.tier != "lay")
