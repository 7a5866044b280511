"""What git knows of how each file came to be as it is."""

from __future__ import annotations

import subprocess
from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_PARTS: Final = ("kb", "claims", "site/pages")
_RECORD: Final = "\x1e"
_FIELD: Final = "\x1f"


def history(root: Path) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Path, relative to the claim base, to its changes (ISO 8601 date, subject of the commit), the latest first.

    Empty where there is no git, no repository or no commit yet: a claim base need not be kept in git.
    """
    command = ("git", "-C", str(root), "-c", "core.quotePath=false", "log", "--no-renames", "--relative", "--name-only")
    form = f"--format={_RECORD}%cs{_FIELD}%s{_FIELD}"
    try:
        done = subprocess.run([*command, form, "--", *_PARTS], capture_output=True, check=False)  # noqa: S603
    except OSError:
        return {}  # git is not installed
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    if done.returncode:
        return {}
    for record in done.stdout.decode("utf-8", "replace").split(_RECORD)[1:]:
        date, _, rest = record.partition(_FIELD)
        subject, _, names = rest.partition(_FIELD)
        for name in names.split("\n"):
            if name:
                found[name].append((date, subject))
    return dict(found)


def latest(root: Path) -> str:
    """The name of the latest commit, which settles all of `history`; "" where there is none."""
    command = ("git", "-C", str(root), "rev-parse")
    try:
        done = subprocess.run([*command, "--verify", "HEAD"], capture_output=True, check=False)  # noqa: S603
    except OSError:
        return ""
    return done.stdout.decode("ascii", "replace").strip()
