"""Writing without loss: a file is put in place whole, or the old one stays."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from evidencekb.model.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def write_file(path: Path, data: bytes) -> None:
    """Write `data` to `path` by way of a neighbour that is then renamed over it; keeps the old file's mode."""
    import tempfile  # noqa: PLC0415 - most runs write nothing: start-up counts

    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o644)  # noqa: PTH101 - a name, no Path yet
            os.replace(name, path)  # noqa: PTH105 - as above
        except BaseException:
            os.unlink(name)  # noqa: PTH108 - as above
            raise
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}"
        raise UsageError(message) from error
