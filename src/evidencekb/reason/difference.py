"""What changed between two states of a claim base."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from evidencekb.reason.inference import conflicts
from evidencekb.reason.standing import standings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim
    from evidencekb.model.standing import Standing

_UNSEEN = {"id", "path", "valid", "figure"}
"""Fields whose change no reader sees; `figure` is what `figure_text` says."""


@dataclass(frozen=True, slots=True)
class ChangedClaim:
    """One claim: `what` is added, removed or changed; `changes` are (field, before, after) in words."""

    id: str
    what: str
    statement: str
    changes: tuple[tuple[str, str, str], ...]
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed from `before` to `after`; incoherent sets by the names of their members."""

    claims: tuple[ChangedClaim, ...]
    appeared: tuple[tuple[str, ...], ...]
    went: tuple[tuple[str, ...], ...]
    pages: tuple[str, ...]


def difference(before: KnowledgeBase, after: KnowledgeBase) -> Difference:
    """Compare two states, the earlier first."""
    levels = standings(before), standings(after)
    claims = tuple(
        changed
        for name in sorted({*before.claims, *after.claims})
        if (changed := _changed(name, before, after, *levels)) is not None
    )
    sets = [{conflict.names for conflict in conflicts(kb)} for kb in (before, after)]
    pages = {page for page in {*before.pages, *after.pages} if before.pages.get(page) != after.pages.get(page)}
    pages |= {page for claim in claims for page in claim.pages}
    return Difference(claims, tuple(sorted(sets[1] - sets[0])), tuple(sorted(sets[0] - sets[1])), tuple(sorted(pages)))


def _changed(
    name: str,
    before: KnowledgeBase,
    after: KnowledgeBase,
    earlier: Mapping[str, Standing],
    later: Mapping[str, Standing],
) -> ChangedClaim | None:
    """How one claim differs, or None where it does not."""
    old, new = before.claims.get(name), after.claims.get(name)
    if new is None:
        assert old is not None  # noqa: S101 - the name comes from one of the two
        return ChangedClaim(name, "removed", old.statement, (), after.linked("pinned", name))
    if old is None:
        return ChangedClaim(name, "added", new.statement, (), after.linked("pinned", name))
    changes = _fields(old, new)
    if earlier[name].level != later[name].level:
        changes.append(("standing", earlier[name].level, later[name].level))
    if not changes:
        return None
    return ChangedClaim(name, "changed", new.statement, tuple(changes), after.linked("pinned", name))


def _fields(old: Claim, new: Claim) -> list[tuple[str, str, str]]:
    """Fields that differ; evidence by how many items of which source came and went."""
    found = []
    for field in fields(new):
        was, now = getattr(old, field.name), getattr(new, field.name)
        if field.name in _UNSEEN or was == now:
            continue
        if field.name == "evidence":
            gone = ", ".join(item.source for item in was if item not in now) or "nothing"
            came = ", ".join(item.source for item in now if item not in was) or "nothing"
            found.append(("evidence", gone, came))
        else:
            found.append((field.name.removesuffix("_text"), _words(was), _words(now)))
    return found


def _words(value: object) -> str:
    """A field's value for a person."""
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value)
    return str(value)
