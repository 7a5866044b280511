"""Which groups of people lie within which, by kind and by what a condition implies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evidencekb.model.kb import KnowledgeBase


def holds(kb: KnowledgeBase, group: Iterable[str]) -> frozenset[str]:
    """All concepts that everyone in `group` (all of whose concepts hold) surely is or has, the group's own included."""
    known: set[str] = set()
    waiting = list(group)
    while waiting:
        name = waiting.pop()
        if name in known:
            continue
        known.add(name)
        if found := kb.concepts.get(name):
            waiting += found.broader
            waiting += [implied.concept for implied in found.implies if implied.at_least is None]
    return frozenset(known)


def plain(kb: KnowledgeBase, group: Iterable[str]) -> frozenset[str]:
    """A group without the concepts that are true of everyone."""
    return frozenset(name for name in group if not ((found := kb.concepts.get(name)) and found.universal))


def within(kb: KnowledgeBase, inner: Iterable[str], outer: Iterable[str]) -> bool:
    """Whether everyone in `inner` is surely in `outer`."""
    return plain(kb, outer) <= holds(kb, inner)
