"""What would follow if a source were retracted, or a claim withdrawn: which claims lose their standing, and where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from evidencekb.model.errors import UsageError
from evidencekb.model.standing import ORDER
from evidencekb.reason.origins import repeaters
from evidencekb.reason.standing import standings
from evidencekb.reason.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.standing import Standing


@dataclass(frozen=True, slots=True)
class Change:
    """One claim whose standing would change, and the explainers that cite it."""

    claim: str
    statement: str
    before: str
    after: str
    because: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Impact:
    """What follows, worst first; `relies` are claims that rest on it but keep their standing.

    `already` where it is retracted or withdrawn as things stand: the changes are then those that this made.
    """

    id: str
    kind: str
    already: bool
    changes: tuple[Change, ...]
    relies: tuple[str, ...]


def impact(kb: KnowledgeBase, name: str) -> Impact:
    """Suppose the source called `name` retracted, or the claim withdrawn; UsageError for anything else."""
    if name in kb.sources:
        kind, source = "source", kb.sources[name]
        already = source.status == "retracted"
        before = replace(kb, sources={**kb.sources, name: replace(source, status="current")}) if already else kb
        after = replace(kb, sources={**kb.sources, name: replace(source, status="retracted")})
        relies = {
            claim.id
            for each in repeaters(kb, name)
            for claim, _, item in kb.evidence_of.get(each, ())
            if item.stance != "contradicts"
        }
    elif name in kb.claims:
        kind, claim = "claim", kb.claims[name]
        already = claim.status == "retired"
        before = replace(kb, claims={**kb.claims, name: replace(claim, status="approved")}) if already else kb
        after = replace(kb, claims={**kb.claims, name: replace(claim, status="retired")})
        relies = {name, *kb.linked("superseded", name)}
    else:
        meant = did_you_mean(name, [*kb.sources, *kb.claims])
        message = f"{name!r} is neither a source nor a claim of this claim base{meant}"
        raise UsageError(message)
    changes = _changes(kb, standings(before), standings(after))
    changed = {change.claim for change in changes}
    return Impact(name, kind, already, changes, tuple(sorted(relies - changed)))


def fall(before: str, after: str) -> int:
    """How far a standing falls, in levels; less than 0 where it rises."""
    return ORDER.index(after) - ORDER.index(before)


def _changes(kb: KnowledgeBase, before: Mapping[str, Standing], after: Mapping[str, Standing]) -> tuple[Change, ...]:
    """Claims whose level differs, the deepest fall first."""
    found = [
        Change(
            claim.id,
            claim.statement,
            before[claim.id].level,
            after[claim.id].level,
            after[claim.id].because,
            kb.linked("pinned", claim.id),
        )
        for claim in kb.claims.values()
        if before[claim.id].level != after[claim.id].level
    ]
    return tuple(sorted(found, key=lambda c: (-fall(c.before, c.after), c.claim)))
