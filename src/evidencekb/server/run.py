"""Serving from start to end: one line for the address, one for each change."""

from __future__ import annotations

import errno
import os
import socket
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from evidencekb import store
from evidencekb.model.errors import UsageError
from evidencekb.server.answers import ADDRESS, Server
from evidencekb.server.editions import Editions
from evidencekb.server.pages import counted
from evidencekb.server.watch import Watch
from evidencekb.text.inert import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from evidencekb.server.editions import Outcome

_LAST: Final = 65535
_POLL: Final = 0.1
"""Seconds after which the server sees that it is to end."""
_NAMED: Final = 3
"""Changed files that a line names."""


def serve(
    kb: Path | None,
    port: str,
    today: Callable[[], date],
    say: Callable[[str], None],
    stop: threading.Event | None = None,
) -> None:
    """Serve the site of the claim base in `kb`, or else of the one that this folder stands in, until `stop` is set.

    `say` is given the lines that an editor reads. UsageError where the port cannot be had or no site can be made.
    """
    stop = stop or threading.Event()
    root = kb or store.find_root(Path.cwd())
    with tempfile.TemporaryDirectory(prefix="evidencekb-", ignore_cleanup_errors=True) as work:
        editions = Editions(root, today, Path(work))
        with _server(_port(port), editions) as server:
            watch = Watch(root)
            outcome = editions.renew()
            thread = threading.Thread(target=server.serve_forever, args=(_POLL,), daemon=True)
            try:
                thread.start()
                say(f"http://localhost:{server.server_port}/ shows the site; Ctrl-C ends it. {_result(outcome)}")
                while changed := watch.wait(stop):
                    say(f"{_names(changed)}: {_result(editions.renew())}")
            finally:
                editions.end()
                if thread.ident is not None:  # else nobody is there to be shut down: we were stopped at once
                    server.shutdown()
                    thread.join()


def _port(text: str) -> int:
    """The number of a port; UsageError for anything else."""
    if text.isascii() and text.isdecimal() and int(text) <= _LAST:
        return int(text)
    message = f"{text!r} is no port; give a number from 0 (any that is free) to {_LAST}"
    raise UsageError(message)


def _server(port: int, editions: Editions) -> Server:
    """A server that listens on the port; UsageError, with a port that is free, where it cannot."""
    try:
        return Server(port, editions)
    except OSError as error:
        reason = "is taken" if error.errno == errno.EADDRINUSE else f"cannot be had ({os.strerror(error.errno or 0)})"
        message = f"port {port} {reason}; try --port {_free(port)}"
        raise UsageError(message) from error


def _free(port: int) -> int:
    """The next port that nobody listens on, or any where there is none."""
    for number in (*range(max(port, 1023) + 1, min(port + 50, _LAST) + 1), 0):
        with socket.socket() as tried:
            try:
                tried.bind((ADDRESS, number))
            except OSError:
                continue
            return int(tried.getsockname()[1])
    return 0


def _names(paths: Sequence[str]) -> str:
    """The changed files, the first few by name."""
    named = ", ".join(visible(path) for path in paths[:_NAMED])
    return f"{named} and {len(paths) - _NAMED:,} more" if len(paths) > _NAMED else named


def _result(outcome: Outcome) -> str:
    """What came of the files as they are now."""
    found = ", ".join(counted(outcome.counts.get(name, 0), name) for name in ("error", "warning", "note"))
    taken = f"in {outcome.seconds:.1f} s"
    state = f"built {taken}" if outcome.built else f"not built (seen {taken}), the site stays as it was"
    first = " ".join(("", *filter(None, outcome.errors[0]))) if outcome.errors else ""
    return visible(f"{state}; {found}.{first}")
