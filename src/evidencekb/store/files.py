"""The files of a claim base: which there are, and their bytes; nothing outside it is ever opened."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.model.place import Place

if TYPE_CHECKING:
    from pathlib import Path

    from evidencekb.store.faults import Faults

LIMIT: Final = 2_000_000
"""Largest file that is read, in bytes: some two thousand times the size of a usual claim."""
_OPEN: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_LEFT_ALONE: Final = ("readme", "license")
_MARK: Final = b"\xef\xbb\xbf"


class Found(NamedTuple):
    """A file: its path in the claim base, with slashes, and its name without the ending."""

    path: str
    stem: str


def listing(root: Path, folder: str, ending: str, faults: Faults, *, others: bool = False) -> list[Found]:
    """Every file below `folder` with that ending, in the order of their paths.

    What is not read is a fault: links (they may lead out of the claim base, or in circles), other endings, folders
    named like files. Hidden files and a README or LICENSE are left alone, and with `others` so are other endings.
    """
    found: list[Found] = []
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(root / here) as entries:
                held = sorted(entries, key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        except OSError as error:
            faults.add("unreadable-file", f"this folder cannot be read ({error.strerror})", Place(here))
            continue
        for entry in held:
            if entry.name.startswith("."):
                continue
            if entry.name.endswith(ending) and entry.name.isprintable() and entry.is_file(follow_symlinks=False):
                found.append(Found(f"{here}/{entry.name}", entry.name.removesuffix(ending)))
                continue
            path = f"{here}/{printable(entry.name)}"
            reason = _reason(entry, ending, others=others)
            if reason:
                faults.add("stray-file", reason, Place(path))
            elif entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif entry.name.endswith(ending):
                found.append(Found(path, entry.name.removesuffix(ending)))
    return sorted(found)


def _reason(entry: os.DirEntry[str], ending: str, *, others: bool) -> str:
    """Why an entry is not read; "" where it is, or where nothing needs saying."""
    if printable(entry.name) != entry.name:
        return "this name holds characters that cannot be shown, so it is not read; rename it"
    if entry.is_symlink():
        return "this is a link, and links are not followed; put the file itself here"
    if entry.is_dir(follow_symlinks=False):
        return (
            f"this is a folder named like a file; folders do not end in {ending}" if entry.name.endswith(ending) else ""
        )
    if others or entry.name.endswith(ending) or entry.name.lower().split(".")[0] in _LEFT_ALONE:
        return ""
    return f"this is not read: only files ending in {ending} are; rename it, or move it elsewhere"


def printable(name: str) -> str:
    """Give the name with what no terminal should see written as an escape."""
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in name)


def read(root: Path, path: str, faults: Faults, limit: int = LIMIT) -> bytes | None:
    """Give the UTF-8 bytes of a regular file, without a byte order mark; None when a fault says why not."""
    try:
        handle = os.open(f"{root}/{path}", _OPEN)  # to join a Path costs as much as to read the file
    except OSError as error:
        faults.add("unreadable-file", f"this file cannot be read ({error.strerror})", Place(path))
        return None
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            faults.add("unreadable-file", "this is not a regular file; replace it by one", Place(path))
            return None
        size = status.st_size
        if size > limit:
            message = f"this file is too large to be read: {size:,} bytes, and {limit:,} are allowed; split it"
            faults.add("file-too-large", message, Place(path))
            return None
        data = os.read(handle, size)
        while len(data) < size and (more := os.read(handle, size - len(data))):
            data += more
    except OSError as error:
        faults.add("unreadable-file", f"this file cannot be read ({error.strerror})", Place(path))
        return None
    finally:
        os.close(handle)
    data = data.removeprefix(_MARK)
    try:
        data.decode()
    except UnicodeDecodeError as error:
        faults.add("not-utf8", _not_utf8(data, error), _place_of_byte(path, data, error.start))
        return None
    return data


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> str:
    """Say which byte is wrong, and what the file probably is."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or data[:64].count(0) > 8:
        return "this file is UTF-16, not UTF-8; save it as UTF-8"
    guess = data[error.start : error.start + 1].decode("cp1252", "replace")
    return f"byte 0x{data[error.start]:02X} is not UTF-8 (perhaps “{guess}” in Windows-1252); save the file as UTF-8"


def _place_of_byte(path: str, data: bytes, at: int) -> Place:
    """Give the place of the byte at offset `at`, everything before it being UTF-8."""
    before = data[:at].decode("utf-8", "replace")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Place(path, line, column, line, column + 1)
