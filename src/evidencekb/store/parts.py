"""What is kept of a whole in parts, of which a change writes what it changed and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from evidencekb.store.memory import Memory

_START: Final = "part-"
"""Begins the name of each part."""
_SINCE: Final = "since"
_GROWN: Final = 16
"""A part is written as a whole when more than one in so many of its values came since it was."""
_NONE: Final = object()


class Parts:
    """Parts by name, each plain (see `marshal`).

    A dict stays on the disk as it was once written as a whole; what it gained since, and the keys that it lost, stand
    in one value, which names all parts: so none can be lost unnoticed. Its values must not be changed in place.
    """

    def __init__(self, memory: Memory) -> None:
        """Nothing is read yet: what is put before it is, is written as a whole."""
        self._memory = memory
        self._was: dict[str, Any] = {}
        self._since: dict[str, tuple[dict[str, Any], list[str]]] = {}

    def get(self, needed: Collection[str]) -> dict[str, Any]:
        """Every part; none unless all are sound and the needed are there, and so is what was changed of them."""
        held = [name for name in self._memory.names() if name.startswith(_START)]
        parts: dict[str, Any] = {name.removeprefix(_START): self._memory.get(name) for name in held}
        since = self._memory.get(_SINCE)
        if since is None or None in parts.values() or not parts.keys() >= {*needed, *since}:
            return {}
        for name, (gained, lost) in since.items():
            if gained:
                parts[name].update(gained)
            for key in lost:
                parts[name].pop(key, None)  # it may have come since as well
        self._since = since
        self._was = {name: part.copy() if isinstance(part, dict) else part for name, part in parts.items()}
        return parts

    def put(self, parts: Mapping[str, Any]) -> None:
        """Keep these parts as far as they are not as they were, and all others as they were."""
        since = dict(self._since)
        for name, part in parts.items():
            was = self._was.get(name)
            if was == part:
                continue
            change = self._changed(name, part, was) if isinstance(was, dict) else None
            if change and sum(map(len, change)) * _GROWN < len(part):
                since[name] = change
            else:
                since[name] = {}, []
                self._memory.put(_START + name, part)
        if not self._was or since != self._since:
            self._memory.put(_SINCE, since)

    def _changed(self, name: str, part: Mapping[str, Any], was: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
        """What a part gained and lost since it was written as a whole."""
        gained, lost = self._since.get(name, ({}, []))
        gained = {key: part[key] for key in gained if key in part}
        gained |= {key: value for key, value in part.items() if was.get(key, _NONE) != value}
        return gained, sorted({*lost, *was} - part.keys())
