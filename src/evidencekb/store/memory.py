"""What one run keeps for the next, as bytes that only the same program, at the same place, reads back."""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from contextlib import suppress
from functools import cache
from importlib.util import source_hash
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from evidencekb.model.errors import UsageError
from evidencekb.store.write import write_file

if TYPE_CHECKING:
    from collections.abc import Iterable

_PACKAGE: Final = Path(__file__).parent.parent
_FOLDER: Final = ".evidencekb"
_HEAD: Final = len(source_hash(b""))


class Keeper(Protocol):
    """Where bytes are kept by name: a folder of our own, or what goes with a published folder."""

    def remember(self, name: str, data: bytes) -> None:
        """Keep this for the next time."""
        ...

    def recall(self, name: str) -> bytes:
        """What was kept; b"" for nothing."""
        ...

    def names(self) -> Iterable[str]:
        """Of all that is kept."""
        ...


class Memory:
    """Plain values (see `marshal`) by name, as they were kept the last time."""

    def __init__(self, keeper: Keeper, about: str) -> None:
        """`about` says what the values are of: those of anything else are not read."""
        self._keeper = keeper
        # Python's own hash of programs: what `hashlib` brings with it takes longer to load than all that is kept
        self._head = source_hash(f"{_program()}\n{about}".encode("utf-8", "surrogateescape"))

    def put(self, name: str, value: Any) -> None:  # noqa: ANN401 - plain values of any shape
        """Keep a value, if this change comes to its end."""
        data = marshal.dumps(value)
        self._keeper.remember(name, self._head + zlib.crc32(data).to_bytes(4, "big") + data)

    def get(self, name: str) -> Any | None:  # noqa: ANN401 - as above
        """A value; None where there is none, or it is damaged, or another program's."""
        kept = memoryview(self._keeper.recall(name))
        head, check, data = (kept[a:b] for a, b in ((0, _HEAD), (_HEAD, _HEAD + 4), (_HEAD + 4, None)))
        if head != self._head or check != zlib.crc32(data).to_bytes(4, "big"):
            return None
        return marshal.loads(data)  # noqa: S302 - ours, as the head says

    def names(self) -> Iterable[str]:
        """Of all that is kept, whoever it is of."""
        return self._keeper.names()


class Shelf:
    """A hidden folder of our own in a claim base; what cannot be kept there is not kept."""

    def __init__(self, root: Path) -> None:
        """Nothing is made before something is kept."""
        self._folder = root / _FOLDER

    def remember(self, name: str, data: bytes) -> None:
        """Keep this for the next time."""
        with suppress(OSError, UsageError):  # a claim base may be read from where nobody may write
            self._folder.mkdir(exist_ok=True)
            (self._folder / ".gitignore").write_text("*\n", "utf-8")
            write_file(self._folder / name, data)

    def recall(self, name: str) -> bytes:
        """What was kept; b"" for nothing."""
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            return b""

    def names(self) -> list[str]:
        """Of all that is kept."""
        return sorted(each.name for each in self._folder.glob("[!.]*"))


@cache
def _program() -> str:
    """This Python and this package: every file of it, by its time and size."""
    found = [sys.version]
    for here, folders, names in os.walk(_PACKAGE):
        folders[:] = sorted(set(folders) - {"__pycache__"})
        for name in sorted(names):
            path = f"{here}/{name}"
            status = os.stat(path)  # noqa: PTH116 - a Path would cost thrice as much
            found.append(f"{path} {status.st_mtime_ns} {status.st_size}")
    return "\n".join(found)
