"""What would follow if a source were retracted, or a claim withdrawn: which claims lose their standing, and where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from evidencekb.model.errors import UsageError
from evidencekb.model.standing import ORDER
from evidencekb.reason.standing import standings

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
    """What follows, worst first; `relies` are claims that rest on it but keep their standing."""

    id: str
    kind: str
    changes: tuple[Change, ...]
    relies: tuple[str, ...]


def impact(kb: KnowledgeBase, name: str) -> Impact:
    """Suppose the source called `name` retracted, or the claim withdrawn; UsageError for anything else."""
    if name in kb.sources:
        kind = "source"
        after = replace(kb, sources={**kb.sources, name: replace(kb.sources[name], status="retracted")})
        relies = {claim.id for claim, _, item in kb.evidence_of.get(name, ()) if item.stance == "supports"}
    elif name in kb.claims:
        kind = "claim"
        after = replace(kb, claims={**kb.claims, name: replace(kb.claims[name], status="retired")})
        relies = {name, *(claim.id for claim in kb.claims.values() if name in claim.supersedes)}
    else:
        message = f"{name!r} is neither a source nor a claim of this claim base"
        raise UsageError(message)
    changes = _changes(kb, standings(kb), standings(after))
    changed = {change.claim for change in changes}
    return Impact(name, kind, changes, tuple(sorted(relies - changed)))


def _changes(kb: KnowledgeBase, before: Mapping[str, Standing], after: Mapping[str, Standing]) -> tuple[Change, ...]:
    """Claims whose level differs, the deepest fall first."""
    found = [
        Change(
            claim.id,
            claim.statement,
            before[claim.id].level,
            after[claim.id].level,
            after[claim.id].because,
            citing(kb, claim.id),
        )
        for claim in kb.claims.values()
        if before[claim.id].level != after[claim.id].level
    ]
    return tuple(sorted(found, key=lambda c: (ORDER.index(c.before) - ORDER.index(c.after), c.claim)))


def citing(kb: KnowledgeBase, claim: str) -> tuple[str, ...]:
    """The explainers that cite a claim."""
    return tuple(page for page, text in kb.pages.items() if f"(claim:{claim})" in text)
