"""Every id that a node names, and whether the node that it names exists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    Keys = tuple[str | int, ...]


class Reference(NamedTuple):
    """`keys` lead to the id `name` of a node that should be one of `kind`; on_key when the key itself is the id."""

    keys: Keys
    kind: str
    name: str
    on_key: bool = False


_ONE: Final = {
    "claim": {
        **dict.fromkeys(("outcome", "comparator", "measure", "means", "action", "substance"), "concept"),
        **dict.fromkeys(("subject", "object"), "concept"),
        "supersedes": "claim",
    },
    "evidence": {
        **dict.fromkeys(("outcome", "comparator", "measure", "substance", "subject", "object"), "concept"),
        "source": "source",
    },
    "step": dict.fromkeys(("subject", "object", "product"), "concept"),
    "source": {"superseded_by": "source"},
    "implication": {"concept": "concept"},
    "concept": {},
    "dispute": {},
}
_MANY: Final = {
    "claim": {"population": "concept", "given": "concept", "supersedes": "claim"},
    "evidence": {"population": "concept", "given": "concept"},
    "step": {},
    "source": {"cites": "source"},
    "implication": {},
    "concept": {"broader": "concept", "excludes": "concept"},
    "dispute": {"claims": "claim", "against": "claim", "sources": "source"},
}


def references(kind: str, raw: dict[str, Any], known: dict[str, frozenset[str]], at: Keys = ()) -> Iterator[Reference]:
    """Give the references in a node's own values that name nothing in `known` (node kind to ids)."""
    for key, target in _ONE[kind].items():
        name = raw.get(key)
        if name.__class__ is str and name and name not in known[target]:
            yield Reference((*at, key), target, name)
    for key, target in _MANY[kind].items():
        names = raw.get(key)
        if names.__class__ is list:
            for number, name in enumerate(names):
                if name.__class__ is str and name and name not in known[target]:
                    yield Reference((*at, key, number), target, name)
    if kind == "claim":
        yield from _inside("evidence", "evidence", raw, known, at)
        if "steps" in raw:
            yield from _inside("steps", "step", raw, known, at)
    elif kind == "concept":
        yield from _inside("implies", "implication", raw, known, at)
        contains = raw.get("contains")
        for name in contains if isinstance(contains, dict) else ():
            if name not in known["concept"]:
                yield Reference((*at, "contains", name), "concept", name, on_key=True)


def _inside(
    key: str, kind: str, raw: dict[str, Any], known: dict[str, frozenset[str]], at: Keys
) -> Iterator[Reference]:
    """Give the unknown references in the mappings of a list; a bare string there is an id of a concept."""
    items = raw.get(key)
    if items.__class__ is not list:
        return
    for number, item in enumerate(items or ()):
        if item.__class__ is dict:
            yield from references(kind, item, known, (*at, key, number))
        elif item.__class__ is str and item and item not in known["concept"]:
            yield Reference((*at, key, number), "concept", item)
