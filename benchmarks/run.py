"""Time `validate` on a large generated claim base, beside check-jsonschema on the same files.

Machines are noisy: what counts is processor time, the median of several runs, and the ratio within one run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from generate import generate

BIN = Path(sys.executable).parent
SCHEMAS = Path(__file__).parents[1] / "src/evidencekb/store/schemas"


@dataclass(frozen=True)
class Run:
    """One finished command: seconds of processor time and of waiting, peak of memory in MB, exit code."""

    cpu: float
    wall: float
    peak: float
    code: int


def main() -> int:
    """Read the arguments, measure, print a table; 1 when a command did not pass."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--claims", type=int, default=10_000)
    options.add_argument("--sources", type=int, default=1_000)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--no-peers", action="store_true", help="leave check-jsonschema out")
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kb = Path(folder) / "kb"
        generate(kb, args.claims, args.sources)
        claims = sorted(str(path) for path in kb.glob("claims/*/*.yaml"))
        size = sum(os.path.getsize(path) for path in claims) / len(claims)  # noqa: PTH202 - ten thousand of them
        print(f"{args.claims} claims of {size:.0f} bytes, {args.sources} sources; median of {args.runs} runs")
        commands = {"evidencekb validate": [str(BIN / "evidencekb"), "validate", "--kb", str(kb), "--quiet"]}
        if not args.no_peers:
            peer = [str(BIN / "check-jsonschema"), "--schemafile", str(SCHEMAS / "claim.json"), *claims]
            commands["check-jsonschema, claims only"] = peer
        results = {name: [timed(command) for _ in range(args.runs)] for name, command in commands.items()}
    _show(results)
    return int(any(run.code for runs in results.values() for run in runs))


def timed(command: list[str]) -> Run:
    """Run a command to its end and ask the system what it took."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            print(output.read().decode(errors="replace")[-2000:])
    wall = time.perf_counter() - start
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, process.returncode)


def _show(results: dict[str, list[Run]]) -> None:
    """Print a line a command, with its processor time as a multiple of the first one's."""
    print(f"{'':32}{'cpu s':>8}{'wall s':>8}{'peak MB':>9}{'ratio':>8}")
    first = 0.0
    for name, runs in results.items():
        cpu = median(run.cpu for run in runs)
        first = first or cpu
        wall, peak = median(run.wall for run in runs), max(run.peak for run in runs)
        print(f"{name:32}{cpu:8.2f}{wall:8.2f}{peak:9.0f}{cpu / first:8.2f}")


if __name__ == "__main__":
    sys.exit(main())
