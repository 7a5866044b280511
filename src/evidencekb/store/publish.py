"""A published folder: what it holds is changed as a whole, or by renames that a later run finishes.

Everything under way lies in a hidden folder beside it, which git does not see.
"""

from __future__ import annotations

import json
import os
import shutil
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from evidencekb.model.errors import UsageError
from evidencekb.store.write import write_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

try:
    import fcntl
except ImportError:  # not on this system: then nothing keeps two builds apart
    fcntl = None  # type: ignore[assignment]

_MARK: Final = ".evidencekb-site"
"""Stands in every folder that we built: we replace no folder that somebody else filled."""


_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class Publication:
    """One change of a published folder; files are gathered in `fresh` until `replace` or `revise` puts them in place.

    What is kept for the next change is put in place together with them.
    """

    def __init__(self, folder: Path, work: Path) -> None:
        """`work` is a folder of our own on the same disk."""
        self.folder = folder
        self.fresh = work / "new"
        self._memory, self._next = work / "memory", work / "memory.new"
        self._old, self._journal, self._witness = work / "old", work / "journal", work / "witness"
        self._made: set[str] = set()
        self._writer = ThreadPoolExecutor(1)
        self._writes: list[Future[int]] = []

    def put(self, path: str, data: bytes) -> None:
        """Gather a file, by its path relative to the folder."""
        parent, _, _ = path.rpartition("/")
        if parent not in self._made:
            (self.fresh / parent).mkdir(parents=True, exist_ok=True)
            self._made.add(parent)
        file = os.open(f"{self.fresh}/{path}", _NEW, 0o666)  # of many thousands: a file object costs as much as a file
        try:
            rest = memoryview(data)
            while rest:  # one write takes at most 2 GB
                rest = rest[os.write(file, rest) :]
        finally:
            os.close(file)

    def put_other(self, path: str, data: bytes) -> bool:
        """Gather a file if the folder holds another one, or none; says whether that is so."""
        try:
            with open(f"{self.folder}/{path}", "rb", buffering=0) as file:  # noqa: PTH123 - as above
                same = file.read() == data  # to read is many times cheaper than to write
        except OSError:
            same = False
        if not same:
            self.put(path, data)
        return not same

    def remember(self, name: str, data: bytes) -> None:
        """Keep this for the next change, if this one comes to its end; it is written while others are worked out."""
        self._next.mkdir(exist_ok=True)
        self._writes.append(self._writer.submit((self._next / name).write_bytes, data))

    def recall(self, name: str) -> bytes:
        """What was kept; b"" for nothing."""
        try:
            return (self._memory / name).read_bytes()
        except OSError:
            return b""

    def held(self, below: str) -> set[str]:
        """Paths of the files that the folder holds below one of its own."""
        found = (self.folder / below).rglob("*")
        return {path.relative_to(self.folder).as_posix() for path in found if path.is_file()}

    def names(self) -> list[str]:
        """The names of all that was kept."""
        return sorted(each.name for each in self._memory.iterdir()) if self._memory.is_dir() else []

    def begun(self) -> bool:
        """Whether anything is to be put in place."""
        return self.fresh.exists() or self._next.exists()

    def intact(self) -> bool:
        """Whether nobody else added, replaced or took away a file since the folder was last put in place."""
        seen = self._seen()
        try:
            return bool(seen) and all(_stamp(self.folder / path) == stamp for path, stamp in seen.items())
        except OSError:
            return False

    def _seen(self) -> dict[str, list[int]]:
        """How the folders looked when they were last put in place, by their paths; empty where that is not known."""
        try:
            seen = json.loads(self._witness.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return seen if isinstance(seen, dict) else {}

    def replace(self) -> None:
        """Make the folder hold exactly what was gathered."""
        self.put(_MARK, b"")
        if self.folder.exists():
            self.folder.rename(self._old)
        self.fresh.rename(self.folder)
        shutil.rmtree(self._memory, ignore_errors=True)
        self._remembered([Path(here).relative_to(self.folder).as_posix() for here, _, _ in os.walk(self.folder)])
        shutil.rmtree(self._old, ignore_errors=True)

    def revise(self, gone: Iterable[str]) -> None:
        """Put what was gathered over what the folder holds, and take away what is `gone`."""
        self._written()  # from the journal on, a later run may have to put in place what is there
        write_file(self._journal, json.dumps(sorted(gone)).encode())
        self._carry_out()

    def recover(self) -> None:
        """Finish a revision that was broken off, undo a replacement that was, and clear away what they left."""
        wait(self._writes)
        if self._journal.exists():
            self._carry_out()
        elif self._old.exists() and not self.folder.exists():
            self._old.rename(self.folder)
        for each in (self.fresh, self._old, self._next):
            shutil.rmtree(each, ignore_errors=True)

    def _carry_out(self) -> None:
        """Do what the journal says; to do it again, or the rest of it, leads to the same."""
        folders = set(self._seen())
        for here, _, names in os.walk(self.fresh):
            target = self.folder / Path(here).relative_to(self.fresh)
            target.mkdir(parents=True, exist_ok=True)
            folders.add(target.relative_to(self.folder).as_posix())
            for name in names:
                os.replace(f"{here}/{name}", target / name)  # noqa: PTH105 - as in `put`
        for path in json.loads(self._journal.read_text("utf-8")):
            (self.folder / path).unlink(missing_ok=True)
            with suppress(OSError):  # where it is not empty, or gone already
                (self.folder / path).parent.rmdir()
        self._remembered(folders)
        self._journal.unlink()
        shutil.rmtree(self.fresh, ignore_errors=True)
        self._made.clear()

    def _written(self) -> None:
        """Wait until all that is to be kept is on the disk."""
        for write in self._writes:
            write.result()
        self._writes.clear()

    def _remembered(self, folders: Iterable[str]) -> None:
        """Put the memory in place, and note how the folders look now."""
        self._written()
        if self._next.exists():
            self._memory.mkdir(exist_ok=True)
            for each in self._next.iterdir():
                each.replace(self._memory / each.name)
            self._next.rmdir()
        stamps = {path: _stamp(self.folder / path) for path in sorted(folders) if (self.folder / path).is_dir()}
        write_file(self._witness, json.dumps(stamps).encode())


def _stamp(folder: Path) -> list[int]:
    """What changes whenever an entry is added to a folder, replaced or taken away."""
    found = folder.stat()
    return [found.st_ino, found.st_mtime_ns]


@contextmanager
def publication(folder: Path) -> Iterator[Publication]:
    """Begin to change a folder; what an earlier run left half-done is put right first.

    Raises UsageError where the folder cannot be written, or holds what we did not build.
    """
    folder = folder.absolute()
    work = folder.parent / f".{folder.name}.evidencekb"
    try:
        if not (work / "lock").exists():
            _refuse_foreign(folder)  # before anything is put beside it
        work.mkdir(parents=True, exist_ok=True)
        (work / ".gitignore").write_text("*\n", "utf-8")
        with (work / "lock").open("wb") as lock:
            if fcntl:
                fcntl.flock(lock, fcntl.LOCK_EX)  # ends with the file, or with us
            change = Publication(folder, work)
            change.recover()
            _refuse_foreign(folder)
            try:
                yield change
            finally:
                change.recover()
    except OSError as error:
        message = f"cannot write the site to {folder}: {error.strerror}"
        raise UsageError(message) from error


def _refuse_foreign(folder: Path) -> None:
    """UsageError where the folder holds what we did not build."""
    if folder.exists() and not (folder / _MARK).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        message = f"{folder} holds files that evidencekb did not build; name another folder with --output"
        raise UsageError(message)
