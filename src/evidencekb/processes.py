"""Work shared among processes where there are several processors."""

from __future__ import annotations

import gc
import marshal
import os
import signal
import tempfile
import threading
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")

_MOST: Final = 4
"""Most processes: each needs memory for what it changes."""
LEAST: Final = 200
"""Pieces of work for which another process is worth its start."""


def shared(
    work: Sequence[T],
    make: Callable[[Sequence[T]], Any],
    elsewhere: Callable[[Sequence[T]], Any],
    least: int | None = None,
) -> Iterator[Any]:
    """What `make` gives for each share of the work, in a fixed order; in another process `elsewhere` is called.

    What that gives has to be plain (see `marshal`). A share that fails elsewhere is made again here, so that its
    error is met here. `least` is how many pieces are worth the start of another process.
    """
    number = min(_processors(), _MOST, max(1, len(work) // (least or LEAST)))
    shares = [work[at::number] for at in range(number)]
    gc.freeze()  # else a collection would touch, and so copy, every page of memory that is shared
    others = [(share, *_start(share, elsewhere)) for share in shares[1:]]
    try:
        yield make(shares[0])
        while others:
            share, child, out = others[0]
            _, status = os.waitpid(child, 0)
            del others[0]
            with out:
                out.seek(0)
                yield make(share) if status else marshal.load(out)  # noqa: S302 - our own child wrote it
    finally:
        for _, child, out in others:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            out.close()
        gc.unfreeze()


def _processors() -> int:
    """How many processes may run at once; one where a process cannot be split in two, or must not: it has threads."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start(share: Sequence[T], make: Callable[[Sequence[T]], Any]) -> tuple[int, Any]:
    out = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it has been read
    child = os.fork()
    if child:
        return child, out
    status = 1
    try:
        marshal.dump(make(share), out)
        out.flush()
        status = 0
    finally:
        os._exit(status)  # nothing of the parent's is to be finished here: no buffer, no handler
