"""A claim that only articles for the public support.

Such a claim is *reported*, never *established*: nobody has looked up the study behind it, and articles copy from each
other. It may still be worth keeping, because drafts repeat it; then the note reminds the editors that the search for
a study is open. kb.yaml can make it a warning or turn it off; `require: [primary-source]` makes it an error under
another name, `no-primary-source`.

Bad:

```yaml claims/migraine/vitamin-d.yaml
id: vitamin-d
kind: proportion
statement: Of adults with migraine, 45% have low vitamin D.
population: [migraine]
outcome: low-vitamin-d
figure: 45%
evidence:
  - {source: blog-a, stance: supports, attribution: none}  # note
  - {source: blog-b, stance: supports, attribution: none}
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
  - {source: blog-a, stance: supports, attribution: none}
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Severity
from evidencekb.rules.selection import live

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "note"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each claim whose supporting sources are all known and all lay."""
    for claim in live(kb):
        names = list(dict.fromkeys(item.source for item in claim.evidence if item.stance == "supports"))
        if not names or any(name not in kb.sources or kb.sources[name].tier != "lay" for name in names):
            continue
        yield Problem(
            f"only articles for the public support this ({', '.join(names)}); look for the study or guideline behind "
            "it, and until one is found treat the claim as reported, not as known",
            kb.place(claim, "evidence"),
            (claim.id, *names),
        )
