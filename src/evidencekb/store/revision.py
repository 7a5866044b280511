"""An earlier state of a claim base, as git keeps it."""

from __future__ import annotations

import io
import subprocess
import zipfile
from typing import TYPE_CHECKING, Final

from evidencekb.model.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

_PARTS: Final = ("kb", "claims", "site/pages")


def restore(root: Path, revision: str, into: Path) -> Path:
    """Write the claim base of `root` as it stood at a git revision below `into`; returns its folder.

    Git is asked for the files of that revision; the working tree is not touched.
    """
    top = root / _git(root, "rev-parse", "--show-cdup").decode().removesuffix("\n")
    prefix = _git(root, "rev-parse", "--show-prefix").decode().removesuffix("\n")
    commit = (
        _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    )
    held = _git(root, "ls-tree", "-z", "--name-only", "-d", "--full-tree", commit, *(prefix + part for part in _PARTS))
    parts = [part.removeprefix(prefix) for part in held.decode().split("\0") if part]
    if not parts:
        message = f"{revision} holds no claim base (no kb/ and no claims/)"
        raise UsageError(message)
    data = _git(top, "archive", "--format=zip", f"{commit}:{prefix.rstrip('/')}", *parts)  # below the top git adds it
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(into)  # what would lie outside is put inside, and a link is a file that names its target
    return into


def _git(root: Path, *arguments: str) -> bytes:
    """Run git in `root`; UsageError with git's own words where it fails."""
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except OSError as error:
        message = f"git cannot be run: {error.strerror}"
        raise UsageError(message) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        message = f"git: {said[-1] if said else 'no such revision: ' + arguments[-1].removesuffix('^{commit}')}"
        raise UsageError(message)
    return done.stdout
