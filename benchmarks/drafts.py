"""Time `check` on a megabyte of Markdown, against the repository's claim base and a generated one of 10,000 claims."""

from __future__ import annotations

import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

from evidencekb import draft, readers, store
from evidencekb.reason.standing import standings
from generate import generate

ROOT = Path(__file__).parents[1]
SIZE = 1_000_000
RUNS = 3


def main() -> None:
    """Print megabytes per second of processor time, reading and judging together."""
    article = (ROOT / "tests/drafts/sample-article.md").read_text("utf-8").partition("\n---\n")[2]
    pages = "\n".join(path.read_text("utf-8").partition("\n---\n")[2] for path in sorted(ROOT.glob("site/pages/*.md")))
    with tempfile.TemporaryDirectory() as folder:
        generate(Path(folder), 10_000, 1_000)
        bases = {"our claims": ROOT, "10,000 claims": Path(folder)}
        checkers = {name: _checker(path) for name, path in bases.items()}
    print(f"{'text':<22}{'against':<16}{'MB a second':>12}")
    for text_name, text in (("a figure a line", article), ("explainers", pages)):
        data = (text * (SIZE // len(text) + 1)).encode()
        for name, checker in checkers.items():
            seconds = median(_seconds(checker, data) for _ in range(RUNS))
            print(f"{text_name:<22}{name:<16}{len(data) / 1e6 / seconds:>12.2f}")


def _checker(path: Path) -> draft.Checker:
    """Load a claim base."""
    kb = store.load(path, today=date(2026, 11, 21))
    return draft.Checker(kb, standings(kb))


def _seconds(checker: draft.Checker, data: bytes) -> float:
    """Processor time of one run."""
    start = time.process_time()
    checker.check(readers.read("draft.md", data))
    return time.process_time() - start


if __name__ == "__main__":
    main()
