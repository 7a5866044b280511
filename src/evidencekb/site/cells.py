"""Values that are worked out once, with a record of what each was made from: what changes later is worked out again.

A cell has a family, a key and a plain value; its name is both words. It is known of each cell which nodes, links and
other cells were read to make it, so that a change makes stale exactly what it can reach. What is made but not kept
here, such as a file of the site, is a reader too: it is told by its name that it is stale.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from evidencekb.model.tracking import ALL
from evidencekb.site.readers import PARTS, Readers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, KeysView, Mapping

    from evidencekb.model.tracking import Reads

T = TypeVar("T")
Plain = Any
"""What `marshal` can write: texts, bytes, numbers, None, and tuples, lists and dicts of them."""
WHOLE: Final = "whole"
"""Family of the values that there is one of."""


class Cells:
    """The cells of one site.

    `makers` are family to what makes a value from its key, and may ask for other cells; `keys` are all keys of a family
    that is asked for as a whole.
    """

    def __init__(self, reads: Reads) -> None:
        """Nothing is known yet."""
        self.reads = reads
        self.values: dict[str, dict[str, Plain]] = {}
        self.makers: dict[str, Callable[[str], Plain]] = {}
        self.keys: dict[str, KeysView[str]] = {}
        self.version = 0  # goes up with every value that changes
        self._readers = Readers()
        self._stale: set[str] = set()
        self.told: set[str] = set()  # names of readers, not kept here, of something that changed
        self._others: set[str] = set()  # families with values that are new
        self._made: dict[str, dict[str, Plain]] | None = None

    def get(self, family: str, key: str) -> Plain:
        """The value of a cell; whatever is being made then depends on it."""
        name = f"{family} {key}"
        self.reads.seen.add(name)
        held = self.values.setdefault(family, {})
        if key in held and name not in self._stale:
            return held[key]
        value = self.watch(name, partial(self.makers[family], key))
        self._stale.discard(name)
        if key not in held or held[key] != value:
            held[key] = value
            if self._made is not None:
                self._made.setdefault(family, {})[key] = value
            self._changed(family, key)
        return value

    def family(self, family: str) -> Mapping[str, Plain]:
        """Every value of a family by its key; whatever is being made then depends on all of them."""
        self.sync(family)
        self.reads.seen.add(f"{family} {ALL}")
        return self.values[family]

    def sync(self, family: str) -> None:
        """Make the values of a family that are missing or stale, and drop those whose key is gone."""
        outer, self.reads.seen = self.reads.seen, set()
        held = self.values.setdefault(family, {})
        keys = self.keys[family]
        if self._stale or held.keys() != keys:
            for key in keys:
                if key not in held or f"{family} {key}" in self._stale:
                    self.get(family, key)
            for key in sorted(held.keys() - keys):
                self._drop(family, key)
        self.reads.seen = outer

    def hold(self, family: str, values: dict[str, Plain]) -> None:
        """Keep values that nobody depends on, for whoever makes others."""
        self.values[family] = values
        self._others.add(family)

    def watch(self, name: str, make: Callable[[], T]) -> T:
        """Make something, and record under `name` what was read for it."""
        outer, self.reads.seen = self.reads.seen, set()
        try:
            made = make()
            seen = self.reads.seen
        finally:
            self.reads.seen = outer
        self._readers.note(name, seen)
        return made

    def change(self, names: Iterable[str]) -> None:
        """Say that these were changed. Every value made of them is made again, and all other readers are `told`."""
        for name in names:
            self._spread(name)
        self.settle()

    def settle(self) -> None:
        """Make every value again that was made of something that changed since."""
        while self._stale:
            for name in sorted(self._stale):
                if name in self._stale:
                    family, _, key = name.partition(" ")
                    if family in self.keys and key not in self.keys[family]:
                        self._drop(family, key)
                    else:
                        outer, self.reads.seen = self.reads.seen, set()
                        self.get(family, key)
                        self.reads.seen = outer

    def pack(self) -> dict[str, Plain]:
        """What is known, in parts that are plain values; only those that are not as they were when unpacked."""
        made = self.values if self._made is None else self._made
        parts: dict[str, Plain] = {family: made[family] for family in sorted(self._others & made.keys())}
        return parts | (self._readers.pack() if self._made is None else self._readers.pack_new())

    def unpack(self, parts: dict[str, Plain]) -> None:
        """Know what another one knew."""
        self._readers = Readers({name: parts.pop(name) for name in PARTS})
        self.values = parts

    def apart(self) -> None:
        """Begin a record of its own, for `merge` elsewhere: what is known from now on, and no more, is packed."""
        self._made = {}
        self._readers = Readers()

    def merge(self, packed: dict[str, Plain]) -> None:
        """Take in what was worked out apart from here."""
        self._readers.merge(packed)
        for family, held in packed.items():
            self.values.setdefault(family, {}).update(held)
        self._others |= packed.keys()

    def _changed(self, family: str, key: str) -> None:
        self.version += 1
        self._others.add(family)
        self._spread(f"{family} {key}")
        self._spread(f"{family} {ALL}")

    def _drop(self, family: str, key: str) -> None:
        self.values[family].pop(key, None)
        self._stale.discard(f"{family} {key}")
        self._changed(family, key)

    def _spread(self, name: str) -> None:
        for reader in self._readers.of(name):
            family, _, key = reader.partition(" ")
            if family not in self.makers:
                self.told.add(reader)
            elif key in self.values.get(family, ()):
                self._stale.add(reader)
