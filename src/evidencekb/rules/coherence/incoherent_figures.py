"""Figures that cannot all be true, whatever the world is like.

Shares of overlapping groups bound each other. If 70% of people with migraine have a low vitamin D level, and nearly
everyone with a low level has weak bones, then weak bones cannot be found in only 15% of them. No single figure looks
wrong; together they are impossible, and a text that prints them misleads. The set that is reported is minimal: without
any one of its members the others are possible. The finding says what the smallest change would be. Correct a figure,
or record a dispute that names the claim decided against. While a dispute that names them all is open, this is known;
one that is resolved and lets all of them stand does not make them possible.

Bad:

```yaml kb/concepts/bones.yaml
- id: low-level
  type: condition
  label: a low vitamin D level
  implies:
    - {concept: weak-bones, at_least: 80%, in_subgroups: true, because: most of those scanned had them}
- id: weak-bones
  type: condition
  label: weak bones
```

```yaml claims/migraine/low-level-in-migraine.yaml
id: low-level-in-migraine
kind: proportion
statement: Of people with migraine, 70% have a low vitamin D level.
population: [migraine]
outcome: low-level
figure: 70%  # error
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

```yaml claims/migraine/weak-bones-in-migraine.yaml
id: weak-bones-in-migraine
kind: proportion
statement: Of people with migraine, 15% have weak bones.
population: [migraine]
outcome: weak-bones
figure: 15%
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

Good:

```yaml kb/concepts/bones.yaml
- id: low-level
  type: condition
  label: a low vitamin D level
  implies:
    - {concept: weak-bones, at_least: 80%, in_subgroups: true, because: most of those scanned had them}
- id: weak-bones
  type: condition
  label: weak bones
```

```yaml claims/migraine/low-level-in-migraine.yaml
id: low-level-in-migraine
kind: proportion
statement: Of people with migraine, 17% have a low vitamin D level.
population: [migraine]
outcome: low-level
figure: 17%
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```

```yaml claims/migraine/weak-bones-in-migraine.yaml
id: weak-bones-in-migraine
kind: proportion
statement: Of people with migraine, 15% have weak bones.
population: [migraine]
outcome: weak-bones
figure: 15%
evidence:
  - {source: survey-2015, stance: supports, attribution: own-data}
status: draft
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem, Related, Severity
from evidencekb.reason import wording
from evidencekb.reason.inference import conflicts
from evidencekb.rules.comparison import disagree, ends
from evidencekb.rules.frames import containing, disputed_together, frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield each minimal set once, at the first claim of it, with the others as related places."""
    sets = conflicts(kb)
    for conflict in sets.conflicts:
        claims = [kb.claims[name] for name in conflict.names if name in kb.claims]
        if _recorded(kb, {claim.id for claim in claims}) or _told_elsewhere(kb, claims, len(conflict.members)):
            continue
        first, *others = claims
        yield Problem(
            wording.conflict(kb, conflict)
            + " Correct a figure, or record in kb/disputes which of the claims was decided against",
            kb.place(first, "figure"),
            tuple(claim.id for claim in claims),
            tuple(Related(kb.place(other, "figure"), other.statement) for other in others),
        )

    if unlisted := sorted(name for name in sets.undecided if name in kb.claims):
        yield Problem(
            "more figures cannot all be true than the sets listed here: there are too many to list them all. Correct "
            "these first, and look again",
            kb.place(kb.claims[unlisted[0]], "figure"),
            tuple(unlisted),
        )


def _recorded(kb: KnowledgeBase, names: set[str]) -> bool:
    """Whether the editors know: one open dispute names all the claims.

    One that is resolved has either decided against a claim, which then is in no set any more, or has decided nothing:
    what cannot be does not become possible by leaving both to stand.
    """
    disputes = (dispute for dispute in kb.disputes.values() if dispute.status == "open")
    return any(names <= {*dispute.claims, *dispute.against} for dispute in disputes)


def _told_elsewhere(kb: KnowledgeBase, claims: Sequence[Claim], members: int) -> bool:
    """Whether the rules on one frame and on a part and its whole say it of two claims, in fewer words."""
    if len(claims) != 2 or members != 2 or disputed_together(kb, claims[0].id, claims[1].id):
        return False
    one, other = claims
    if frame(kb, one) == frame(kb, other):
        return disagree(kb, one, other)
    if (set(one.population), set(one.given)) != (set(other.population), set(other.given)):
        return False
    return _exceeds(kb, one, other) or _exceeds(kb, other, one)


def _exceeds(kb: KnowledgeBase, part: Claim, whole: Claim) -> bool:
    """Whether a part is greater than the whole that it belongs to."""
    if part.figure is None or whole.figure is None or whole.outcome not in containing(kb, part.outcome):
        return False
    low, high = ends(kb, part.figure)[0], ends(kb, whole.figure)[1]
    return low is not None and high is not None and high < low
