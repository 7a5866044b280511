"""Who read what, by name: most is as it was the last time, and is kept so that a look at a little costs little."""

from __future__ import annotations

from array import array
from collections import defaultdict
from functools import partial
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

_OLD, _NEW = "readers", "readers-since"
PARTS: Final = (_OLD, _NEW)
"""Names of the parts in which this is kept: what was once gathered, and what came to it since."""
_GROWN: Final = 8
"""All is gathered anew when what came since is more than one in so many."""
_WIDTH: Final = "I"
_NOTHING: Final[tuple[Any, ...]] = ((), (), b"", b"")
"""Nothing new: no names of readers, names of what was read, ends of runs of readers, readers."""


class _Gathered:
    """What many names were read by, as a few runs of bytes: nothing is taken out of them but what is asked for.

    The names stand one after the other and are known by their places. By the hash of a name is known the last place of
    one with such a hash, and by each place the one before it (both count from one; 0 is none).
    """

    def __init__(self, names: bytes, ends: bytes, lasts: bytes, befores: bytes, *run: bytes) -> None:
        self._names = names
        self._ends, self._lasts, self._befores = (array(_WIDTH, each) for each in (ends, lasts, befores))
        self._read_ends, self._readers = (array(_WIDTH, each) for each in run)

    def __len__(self) -> int:
        """How many names."""
        return len(self._ends)

    @property
    def reads(self) -> int:
        """How many reads."""
        return len(self._readers)

    def name(self, number: int) -> bytes:
        """The name at a place."""
        return self._names[self._ends[number - 1] if number else 0 : self._ends[number]]

    def number(self, name: bytes) -> int | None:
        """The place of a name."""
        at = self._lasts[crc32(name) % len(self._lasts)] if self._lasts else 0
        while at and self.name(at - 1) != name:
            at = self._befores[at - 1]
        return at - 1 if at else None

    def readers(self, number: int) -> array[int]:
        """Who read the name at a place."""
        return self._readers[self._read_ends[number - 1] if number else 0 : self._read_ends[number]]


def _gathered(names: Sequence[bytes], readers: Collection[array[int]]) -> tuple[bytes, ...]:
    """The bytes of `_Gathered`."""
    lasts, befores = (array(_WIDTH, [0]) * len(names) for _ in range(2))
    for at, name in enumerate(names, 1):
        slot = crc32(name) % len(names)
        befores[at - 1], lasts[slot] = lasts[slot], at
    return b"".join(names), _ends(names), lasts.tobytes(), befores.tobytes(), *_run(readers)


def _run(lists: Collection[array[int]]) -> tuple[bytes, bytes]:
    """Where each of these ends, and all one after the other."""
    return _ends(lists), b"".join(lists)


def _ends(parts: Iterable[Sequence[int]]) -> bytes:
    return array(_WIDTH, accumulate(map(len, parts))).tobytes()


def _lists(ends: bytes, every: bytes | array[int]) -> Iterator[array[int]]:
    """Take apart again what `_run` put together."""
    readers = array(_WIDTH, every)
    for start, end in pairwise((0, *array(_WIDTH, ends))):
        yield readers[start:end]


class Readers:
    """Who read what. Readers are known by numbers: names that were gathered before by their places, then the others."""

    def __init__(self, packed: Mapping[str, Any] | None = None) -> None:
        """Know what was packed once, under the names of PARTS."""
        old, (names, read, *run) = (packed[_OLD], packed[_NEW]) if packed else ((b"",) * 6, _NOTHING)
        self._old = _Gathered(*old)
        self._names: list[str] = list(names)  # that came since
        self._numbers = {name: number for number, name in enumerate(names, len(self._old))}
        self._lists: dict[str, array[int]] = defaultdict(partial(array, _WIDTH))  # the readers that are not as gathered
        self._lists |= zip(read, _lists(*run), strict=True)
        self._replayed = packed is not None
        self._noted = False  # whether any reader is new

    def of(self, name: str) -> list[str]:
        """Names of those that read what has this name."""
        return [self._name(each) for each in self._read_by(name)]

    def note(self, reader: str, seen: Iterable[str]) -> None:
        """Say that all this was read to make something."""
        number, lists = self._number(reader), self._lists
        if self._replayed:
            for each in seen:
                readers = self._read_by(each)
                if number not in readers:
                    readers.append(number)
                    lists[each] = readers
                    self._noted = True
        else:
            for each in seen:
                lists[each].append(number)  # a whole site is a million of these
            self._noted = True

    def pack(self) -> dict[str, Any]:
        """What is known, for another one; only what is not as it was when this began."""
        if not self._noted:
            return {}
        if self._replayed and sum(map(len, self._lists.values())) * _GROWN < self._old.reads:
            return self.pack_new()
        for name in [name for name in self._lists if name not in self._numbers]:
            self._number(name)
        old = range(len(self._old))
        names = [*map(self._old.name, old), *map(_encoded, self._names)]
        lists = [*map(self._old.readers, old), *([array(_WIDTH)] * len(self._names))]
        for name, readers in self._lists.items():
            lists[self._numbers[name]] = readers
        return {_OLD: _gathered(names, lists), _NEW: _NOTHING}

    def pack_new(self) -> dict[str, Any]:
        """What is known beside what was gathered before, also for `merge`."""
        return {_NEW: (self._names, list(self._lists), *_run(self._lists.values()))}

    def merge(self, packed: dict[str, Any]) -> None:
        """Take in what another one packed as new; both began with nothing."""
        names, read, ends, every = packed.pop(_NEW)
        numbers = [self._number(name) for name in names]
        readers = array(_WIDTH, map(numbers.__getitem__, array(_WIDTH, every)))
        for name, more in zip(read, _lists(ends, readers), strict=True):
            self._lists[name].extend(more)
        self._noted = True

    def _read_by(self, name: str) -> array[int]:
        """Numbers of those that read something."""
        found = self._lists.get(name)
        if found is not None:
            return found
        number = self._known(name)
        return array(_WIDTH) if number is None or number >= len(self._old) else self._old.readers(number)

    def _name(self, number: int) -> str:
        old = len(self._old)
        return self._old.name(number).decode("utf-8", "surrogatepass") if number < old else self._names[number - old]

    def _known(self, name: str) -> int | None:
        """The number of a name; None where it has none."""
        number = self._numbers.get(name)
        if number is None and self._replayed:
            number = self._old.number(_encoded(name))
            if number is not None:
                self._numbers[name] = number
        return number

    def _number(self, name: str) -> int:
        """The number of a name, which gets one where it has none."""
        number = self._known(name)
        if number is None:
            number = self._numbers[name] = len(self._old) + len(self._names)
            self._names.append(name)
        return number


def _encoded(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")  # a name may be that of a file
