"""Work shared among processes where there are several processors."""

from __future__ import annotations

import gc
import marshal
import os
import signal
import tempfile
import threading
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

T = TypeVar("T")

_MOST: Final = 4
"""Most processes: each needs memory for what it changes."""
LEAST: Final = 200
"""Pieces of work for which another process is worth its start."""
_PARTS: Final = 128
"""Parts in which work is handed out: few enough that each costs nothing, so many that all end at about one time."""


def shared(
    work: Sequence[T],
    make: Callable[[Iterable[T]], Any],
    elsewhere: Callable[[Iterable[T]], Any],
    least: int | None = None,
) -> Iterator[Any]:
    """What `make` gives for each share of the work; in another process `elsewhere` is called.

    Whoever is free takes the next pieces, so which pieces are in one share is not said. What `elsewhere` gives has to
    be plain (see `marshal`). What was to be done by one that failed is made here, so that its error is met here.
    `least` is how many pieces are worth the start of another process.
    """
    number = min(_processors(), _MOST, max(1, len(work) // (least or LEAST)))
    if number == 1:
        yield make(work)
        return
    gc.freeze()  # else a collection would touch, and so copy, every page of memory that is shared
    queue = _Queue(work)
    others = [_start(queue, elsewhere) for _ in range(number - 1)]
    try:
        yield make(queue)
        done = set(queue.taken)
        while others:
            child, out = others[0]
            _, status = os.waitpid(child, 0)
            del others[0]
            with out:
                if not status:
                    out.seek(0)
                    taken, made = marshal.load(out)  # noqa: S302 - our own child wrote it
                    done |= set(taken)
                    yield made
        if left := queue.without(done):
            yield make(left)
    finally:
        for child, out in others:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            out.close()
        queue.close()
        gc.unfreeze()


class _Queue(Generic[T]):
    """Work from which each of several processes takes a few pieces at a time, until there are no more."""

    def __init__(self, work: Sequence[T]) -> None:
        """Nothing is taken; the numbers of the parts wait in a pipe, of which a byte is read by one process only."""
        size = -(-len(work) // _PARTS)
        self._parts = [work[at : at + size] for at in range(0, len(work), size)]
        self._next, numbers = os.pipe()
        os.write(numbers, bytes(range(len(self._parts))))
        os.close(numbers)  # else nobody would see the end
        self.taken = bytearray()  # numbers of the parts that were taken in this process

    def __iter__(self) -> Iterator[T]:
        """Take pieces while there are any."""
        while number := os.read(self._next, 1):
            self.taken += number
            yield from self._parts[number[0]]

    def without(self, done: Collection[int]) -> list[T]:
        """The pieces of all parts but these."""
        return [each for number, part in enumerate(self._parts) if number not in done for each in part]

    def close(self) -> None:
        """Nobody takes any more here."""
        os.close(self._next)


def _processors() -> int:
    """How many processes may run at once; one where a process cannot be split in two, or must not: it has threads."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start(queue: _Queue[T], make: Callable[[Iterable[T]], Any]) -> tuple[int, Any]:
    out = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it has been read
    child = os.fork()
    if child:
        return child, out
    status = 1
    try:
        made = make(queue)
        marshal.dump((bytes(queue.taken), made), out)
        out.flush()
        status = 0
    finally:
        os._exit(status)  # nothing of the parent's is to be finished here: no buffer, no handler
