"""Notices which files of a claim base were changed, by looking at them every now and then."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from threading import Event

_FOLDERS: Final = ("kb", "claims", "site/pages", "site/templates", "site/assets")
_PAUSE: Final = 0.25
_SETTLING: Final = 0.05
"""Seconds between two looks; the short one while files are still being written."""
_SHARE: Final = 10
"""A look over very many files takes long: then the pause is this many times as long as the look."""


class Watch:
    """Remembers how the files looked last."""

    def __init__(self, root: Path) -> None:
        """`root` is the folder that holds kb/ and claims/."""
        self._root = root
        self._seen = dict(self._look())

    def wait(self, stop: Event) -> list[str]:
        """Wait until files were added, changed or taken away, and are left alone again; gives their paths in order.

        Empty once `stop` is set. What changes after the return is found by the next call.
        """
        while True:
            began = time.monotonic()
            now = dict(self._look())
            if now != self._seen:
                break
            if stop.wait(max(_PAUSE, _SHARE * (time.monotonic() - began))):
                return []
        while True:
            if stop.wait(_SETTLING):
                return []
            before, now = now, dict(self._look())
            if now == before:
                break
        was, self._seen = self._seen, now
        # A file that came and went between two looks leaves nothing: then the claim base is built again for nothing.
        return sorted(path for path in was.keys() | now.keys() if was.get(path) != now.get(path)) or ["a passing file"]

    def _look(self) -> Iterator[tuple[str, tuple[int, int, int]]]:
        """Each file's path, relative to the root, and what changes when it is written."""
        waiting = list(_FOLDERS)
        while waiting:
            folder = waiting.pop()
            try:
                with os.scandir(self._root / folder) as entries:
                    for entry in entries:
                        if entry.name.startswith("."):
                            continue  # as the loader does: editors keep such files
                        path = f"{folder}/{entry.name}"
                        if entry.is_dir(follow_symlinks=False):
                            waiting.append(path)
                        else:
                            status = entry.stat(follow_symlinks=False)
                            yield path, (status.st_mtime_ns, status.st_size, status.st_ino)
            except OSError:
                continue  # it has just been moved or is closed to us: the loader says so, if it matters
