"""What changed between two states of a claim base."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final

from evidencekb.model.nodes import At, Step
from evidencekb.reason.dossier import chain, where
from evidencekb.reason.inference import conflicts
from evidencekb.reason.standing import standings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim, Dispute, Evidence, Source
    from evidencekb.model.standing import Standing

Changes = tuple[tuple[str, str, str], ...]
"""(field, before, after) in words; "" for nothing."""

_UNSEEN: Final = {"id", "path", "valid", "figure", "index"}
"""Fields whose change no reader sees; `figure` is what `figure_text` says."""
_UNORDERED: Final = {"population", "given"}


@dataclass(frozen=True, slots=True)
class ChangedClaim:
    """One claim: `what` is added, removed or changed; `because` is why it stands as it does now, where that changed."""

    id: str
    what: str
    statement: str
    changes: Changes
    pages: tuple[str, ...]
    because: str = ""


@dataclass(frozen=True, slots=True)
class ChangedNode:
    """One source or dispute: `what` is added, removed or changed."""

    id: str
    kind: str
    what: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changed from `before` to `after`; incoherent sets by the names of their members."""

    claims: tuple[ChangedClaim, ...]
    nodes: tuple[ChangedNode, ...]
    appeared: tuple[tuple[str, ...], ...]
    went: tuple[tuple[str, ...], ...]
    pages: tuple[str, ...]
    undecided: tuple[str, ...]  # members of more sets than could be looked through, earlier or later


def difference(before: KnowledgeBase, after: KnowledgeBase) -> Difference:
    """Compare two states, the earlier first."""
    levels = standings(before), standings(after)
    claims = tuple(
        changed
        for name in sorted({*before.claims, *after.claims})
        if (changed := _claim(name, before, after, *levels)) is not None
    )
    nodes = [*_nodes("source", before, after), *_nodes("dispute", before, after)]
    earlier, later = conflicts(before), conflicts(after)
    had, has = ({each.names for each in sets.conflicts} for sets in (earlier, later))
    pages = {page for page in {*before.pages, *after.pages} if before.pages.get(page) != after.pages.get(page)}
    pages |= {page for claim in claims for page in claim.pages}
    return Difference(
        claims,
        tuple(nodes),
        tuple(sorted(has - had)),
        tuple(sorted(had - has)),
        tuple(sorted(pages)),
        tuple(sorted(earlier.undecided | later.undecided)),
    )


def _claim(
    name: str,
    before: KnowledgeBase,
    after: KnowledgeBase,
    earlier: Mapping[str, Standing],
    later: Mapping[str, Standing],
) -> ChangedClaim | None:
    """How one claim differs, or None where it does not."""
    old, new = before.claims.get(name), after.claims.get(name)
    pages = after.linked("pinned", name)
    if new is None:
        assert old is not None  # noqa: S101 - the name comes from one of the two
        return ChangedClaim(name, "removed", old.statement, (), pages)
    if old is None:
        return ChangedClaim(name, "added", new.statement, (), pages)
    changes, because = _fields(before, after, old, new), ""
    if earlier[name].level != later[name].level:
        changes.append(("standing", earlier[name].level, later[name].level))
        because = later[name].because
    return ChangedClaim(name, "changed", new.statement, tuple(changes), pages, because) if changes else None


def _nodes(kind: str, before: KnowledgeBase, after: KnowledgeBase) -> Iterator[ChangedNode]:
    """The nodes of one kind that came, went or changed."""
    was, now = before.nodes[kind], after.nodes[kind]
    for name in sorted({*was, *now}):
        if name not in now or name not in was:
            yield ChangedNode(name, kind, "added" if name in now else "removed", ())
        elif changes := _fields(before, after, was[name], now[name]):
            yield ChangedNode(name, kind, "changed", tuple(changes))


def _fields(
    before: KnowledgeBase,
    after: KnowledgeBase,
    old: Claim | Source | Dispute | Evidence,
    new: Claim | Source | Dispute | Evidence,
) -> list[tuple[str, str, str]]:
    """Fields that differ, in words; both nodes are of one kind."""
    found = []
    for field in fields(new):
        was, now = getattr(old, field.name), getattr(new, field.name)
        if field.name in _UNSEEN or was == now:
            continue
        if field.name == "evidence":
            found += _evidence(before, after, was, now)
        elif field.name not in _UNORDERED or sorted(was or ()) != sorted(now or ()):
            found.append((field.name.removesuffix("_text"), _words(before, was), _words(after, now)))
    return found


def _evidence(
    before: KnowledgeBase, after: KnowledgeBase, was: Sequence[Evidence], now: Sequence[Evidence]
) -> list[tuple[str, str, str]]:
    """Items that came, went or changed; an item is held against the next of its source. Their order tells nothing."""
    gone, come = _without(was, now), _without(now, was)
    found = []
    for item in gone:
        successor = next((each for each in come if each.source == item.source), None)
        if successor is None:
            found.append((f"evidence from {item.source}", item.stance, ""))
            continue
        come.remove(successor)
        found += [
            (f"evidence from {item.source}, {name.replace('_', ' ')}", one, other)
            for name, one, other in _fields(before, after, item, successor)
        ]
    return found + [(f"evidence from {item.source}", "", item.stance) for item in come]


def _without(items: Sequence[Evidence], others: Sequence[Evidence]) -> list[Evidence]:
    """The items that the others do not hold, as often as they do not."""
    left = Counter(map(repr, others))
    found = []
    for item in items:
        if left[repr(item)]:
            left[repr(item)] -= 1
        else:
            found.append(item)
    return found


def _words(kb: KnowledgeBase, value: Any) -> str:  # noqa: ANN401 - whatever a field holds
    """A field's value for a person."""
    if isinstance(value, At):
        return where(value)
    if isinstance(value, tuple):
        return chain(kb, value) if value and isinstance(value[0], Step) else ", ".join(map(str, value))
    if hasattr(value, "items"):
        return ", ".join(f"{name} {each}" for name, each in sorted(value.items()))
    return "" if value is None else str(value)
