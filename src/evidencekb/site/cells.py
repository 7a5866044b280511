"""Values that are worked out once, with a record of what each was made from: what changes later is worked out again.

A cell has a family, a key and a plain value; its name is both words. It is known of each cell which nodes, links and
other cells were read to make it, so that a change makes stale exactly what it can reach.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, Final, TypeVar

from evidencekb.model.tracking import ALL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, KeysView, Mapping

    from evidencekb.model.tracking import Reads

T = TypeVar("T")
Plain = Any
"""What `marshal` can write: texts, numbers, None, and tuples, lists and dicts of them."""
WHOLE: Final = "whole"
"""Family of the values that there is one of."""
_WIDTH: Final = "I"


class Cells:
    """The cells of one site. `makers` are family to what makes a value from its key; they may ask for other cells."""

    def __init__(self, reads: Reads) -> None:
        """Nothing is known yet."""
        self.reads = reads
        self.values: dict[str, dict[str, Plain]] = {}
        self.makers: dict[str, Callable[[str], Plain]] = {}
        self.keys: dict[str, KeysView[str]] = {}  # of families that are asked for as a whole
        self.version = 0  # goes up with every value that changes
        self._names: list[str] = []
        self._numbers: dict[str, int] = {}
        self._readers: dict[str, array[int]] = {}
        self._stale: set[str] = set()
        self._pages: set[str] = set()

    def get(self, family: str, key: str) -> Plain:
        """The value of a cell; the cell being made, if any, then depends on it."""
        name = f"{family} {key}"
        self.reads.seen.add(name)
        held = self.values.setdefault(family, {})
        if key in held and name not in self._stale:
            return held[key]
        value = self.watch(name, lambda: self.makers[family](key))
        known = key in held
        if not known or held[key] != value:
            held[key] = value
            self.version += 1
            self._change(name)
            self._change(f"{family} {ALL}")
        self._stale.discard(name)
        return value

    def family(self, family: str) -> Mapping[str, Plain]:
        """Every value of a family by its key; the cell being made then depends on all of them."""
        self.sync(family)
        self.reads.seen.add(f"{family} {ALL}")
        return self.values[family]

    def sync(self, family: str) -> None:
        """Make the values of a family that are missing or stale, and drop those whose key is gone."""
        outer, self.reads.seen = self.reads.seen, set()
        held = self.values.setdefault(family, {})
        keys = self.keys[family]
        for key in keys:
            if key not in held or f"{family} {key}" in self._stale:
                self.get(family, key)
        if len(held) != len(keys):
            for key in [key for key in held if key not in keys]:
                del held[key]
                self.version += 1
                self._stale.discard(f"{family} {key}")
                self._change(f"{family} {key}")
                self._change(f"{family} {ALL}")
        self.reads.seen = outer

    def watch(self, name: str, make: Callable[[], T]) -> T:
        """Make something, and record under `name` what was read for it."""
        outer, self.reads.seen = self.reads.seen, set()
        try:
            made = make()
            seen = self.reads.seen
        finally:
            self.reads.seen = outer
        number = self._number(name)
        for each in seen:
            readers = self._readers.get(each)
            if readers is None:
                self._readers[each] = array(_WIDTH, (number,))
            elif readers[-1] != number and (len(readers) < 2 or not self._replayed or number not in readers):
                readers.append(number)
        return made

    _replayed = False

    def change(self, names: Iterable[str]) -> frozenset[str]:
        """Say that these were changed. Every value made of them is made again; gives the names of all other readers."""
        for name in names:
            self._change(name)
        while self._stale:
            for name in sorted(self._stale):
                family, _, key = name.partition(" ")
                if name in self._stale:
                    self._renew(family, key)
        return frozenset(self._pages)

    def _renew(self, family: str, key: str) -> None:
        keys = self.keys.get(family)
        if keys is not None and key not in keys:
            self.values[family].pop(key, None)
            self._stale.discard(f"{family} {key}")
            self._change(f"{family} {key}")
            self._change(f"{family} {ALL}")
            return
        outer, self.reads.seen = self.reads.seen, set()
        try:
            self.get(family, key)
        finally:
            self.reads.seen = outer

    def _change(self, name: str) -> None:
        for number in self._readers.get(name, ()):
            reader = self._names[number]
            family, _, key = reader.partition(" ")
            if family not in self.makers:
                self._pages.add(reader)
            elif key in self.values.get(family, ()):
                self._stale.add(reader)

    def _number(self, name: str) -> int:
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = len(self._names)
            self._names.append(name)
        return number
