"""Writing without loss: a file or a folder is put in place whole, or the old one stays."""

from __future__ import annotations

import os
import shutil
import tempfile
from typing import TYPE_CHECKING

from evidencekb.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_MARK = ".evidencekb-site"
"""Stands in every folder that we built: we replace no folder that somebody else filled."""


def write_file(path: Path, data: bytes) -> None:
    """Write `data` to `path` by way of a neighbour that is then renamed over it; keeps the old file's mode."""
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


def write_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `folder` hold exactly `files` ({relative path: bytes}), all or nothing.

    The new tree is written beside the old one and renamed into its place, so that a run that fails or is killed leaves
    the old one whole. A folder that was not built by us, and is not empty, is refused.
    """
    if folder.exists() and not (folder / _MARK).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        message = f"{folder} holds files that evidencekb did not build; name another folder with --output"
        raise UsageError(message)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = folder.parent / tempfile.mkdtemp(prefix=f".{folder.name}.new.", dir=folder.parent)
        try:
            _fill(fresh, files)
            fresh.chmod(0o755)
            stale = fresh.with_name(fresh.name.replace(".new.", ".old."))
            if folder.exists():
                folder.rename(stale)
            fresh.rename(folder)
            shutil.rmtree(stale, ignore_errors=True)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        message = f"cannot write the site to {folder}: {error.strerror}"
        raise UsageError(message) from error


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write every file below `folder`; folders are made once each."""
    made: set[str] = set()
    for name, data in {**files, _MARK: b""}.items():
        parent, _, _ = name.rpartition("/")
        if parent not in made:
            (folder / parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        (folder / name).write_bytes(data)
