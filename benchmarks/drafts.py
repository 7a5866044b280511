"""Time `check` on a megabyte of Markdown, against the repository's claim base and a generated one of 10,000 claims.

Three kinds of text: prose for a wide public, of which one sentence in sixteen says something of a claim; our own
explainers, in which nearly every sentence does; and an article with a planted error in every line. Then one page with
the start of the command included.
"""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

from evidencekb import draft, readers, store
from evidencekb.reason.standing import standings
from generate import generate
from prose import PAGE, prose

ROOT = Path(__file__).parents[1]
SIZE = 1_000_000
RUNS = 3
STARTS = 9


def main() -> None:
    """Print megabytes per second of processor time, reading and judging together, and the cost of one page."""
    article = (ROOT / "tests/drafts/sample-article.md").read_text("utf-8").partition("\n---\n")[2]
    pages = "\n".join(path.read_text("utf-8").partition("\n---\n")[2] for path in sorted(ROOT.glob("site/pages/*.md")))
    print(f"{'text':<22}{'against':<16}{'MB a second':>12}{'judged a MB':>13}")
    with tempfile.TemporaryDirectory() as folder:
        generate(Path(folder), 10_000, 1_000)
        for name, path in (("our claims", ROOT), ("10,000 claims", Path(folder))):
            kb = store.load(path, today=date(2026, 11, 21))
            checker = draft.Checker(kb, standings(kb))
            told = [claim.statement for claim in kb.claims.values()]
            made = prose(SIZE, told)
            gc.collect()
            for kind, text in (("prose for the public", made), ("explainers", pages), ("an error a line", article)):
                data = (text * -(-SIZE // len(text))).encode()
                seconds, judged = zip(*(_run(checker, data) for _ in range(RUNS)), strict=True)
                size = len(data) / 1e6
                print(f"{kind:<22}{name:<16}{size / median(seconds):>12.2f}{judged[0] / size:>13.0f}")
            if path == ROOT:
                page = made[:PAGE]
        draft_path = Path(folder) / "page.md"
        draft_path.write_text(page, "utf-8")
        _start(draft_path)  # keeps what it read, as for every reader's second page
        clock, processor = zip(*(_start(draft_path) for _ in range(STARTS)), strict=True)
    print(f"one page of {PAGE} characters, start included: {median(clock):.2f} s, processor {median(processor):.2f} s")


def _run(checker: draft.Checker, data: bytes) -> tuple[float, int]:
    """Processor time of one run, and how much was judged; without the collector, as the command runs."""
    gc.disable()
    start = time.process_time()
    checked = checker.check(readers.read("draft.md", data))
    seconds = time.process_time() - start
    gc.enable()
    return seconds, len(checked.assertions)


def _start(page: Path) -> tuple[float, float]:
    """Seconds by the clock and of processor time for one run of the command on a page."""
    before, start = _children(), time.perf_counter()
    command = [sys.executable, "-m", "evidencekb", "check", "--kb", str(ROOT), str(page)]
    ours = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, stdout=subprocess.DEVNULL, env=ours, check=False)
    return time.perf_counter() - start, _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
