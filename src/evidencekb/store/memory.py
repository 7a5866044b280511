"""What one build keeps for the next, as bytes that only the same program, at the same place, reads back."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import zlib
from functools import cache
from pathlib import Path
from typing import Any, Final

_PACKAGE: Final = Path(__file__).parent.parent


def pack(about: str, value: Any) -> bytes:  # noqa: ANN401 - plain values of any shape
    """Plain values (see `marshal`) as bytes; `about` says of what, and has to be the same when they are read."""
    data = marshal.dumps(value)
    return _head(about, data) + data


def unpack(about: str, packed: bytes) -> Any | None:  # noqa: ANN401 - as above
    """The values again; None where the bytes are damaged, or come from another program or of something else."""
    size = len(_head(about, b""))
    head, data = packed[:size], memoryview(packed)[size:]
    return marshal.loads(data) if head == _head(about, data) else None  # noqa: S302 - ours: the head says so


def _head(about: str, data: bytes | memoryview) -> bytes:
    kept = hashlib.sha256(f"{_program()}\n{about}".encode("utf-8", "surrogateescape")).digest()
    return kept + zlib.crc32(data).to_bytes(4, "big")


@cache
def _program() -> str:
    """This Python and this package: every file of it, by its time and size."""
    found = [sys.version]
    for here, folders, names in os.walk(_PACKAGE):
        folders[:] = sorted(set(folders) - {"__pycache__"})
        for name in sorted(names):
            status = (Path(here) / name).stat()
            found.append(f"{here}/{name} {status.st_mtime_ns} {status.st_size}")
    return "\n".join(found)
