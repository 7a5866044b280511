"""The concept that somebody names, or the known name that was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.errors import UsageError
from evidencekb.text.nearest import Nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evidencekb.model.kb import KnowledgeBase


def concept(kb: KnowledgeBase, name: str) -> str:
    """The id of the concept that somebody names by its id, label or synonym; UsageError where there is no one such."""
    if name in kb.concepts:
        return name
    plain = name.casefold()
    named = {c.id: [n.casefold() for n in (c.label, *c.synonyms)] for c in kb.concepts.values()}
    found = sorted(i for i, names in named.items() if plain in names)
    found = [i for i in found if named[i][0] == plain] or found
    if len(found) == 1:
        return found[0]
    if found:
        message = f"{name!r} may be {', '.join(found[:-1])} or {found[-1]}: give the id"
        raise UsageError(message)
    known = [*kb.concepts, *(label for names in named.values() for label in names)]
    message = f"no concept is called {name!r}{did_you_mean(name, known)}"
    raise UsageError(message)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` for the nearest known name, or nothing where none is near."""
    near = Nearest(known).find(name)
    return f"; did you mean {near!r}?" if near else ""
