"""Time the build of a large generated site: as a whole, after one claim changed, and its search index apart.

Beside it, in the same run, a bare loop that renders and writes as many small pages and does nothing else.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tempfile
from pathlib import Path
from statistics import median

from generate import generate
from run import Run, timed

WHOLE, CHANGED, MEMORY = 12.0, 1.0, 600.0
"""Limits for 10,000 claims and 1,000 sources: seconds of a whole build, of one after a change, megabytes of both."""
BUILD = "import sys; sys.modules['pagefind'] = None; from evidencekb.__main__ import run; run()"
INDEX = "import sys; from pathlib import Path; from evidencekb import site; site.index(Path(sys.argv[1]), 'en')"
BARE = """
import sys
from pathlib import Path
import jinja2
page = "<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1><ul>"
page += "{% for at in range(40) %}<li><a href='{{ links[at] }}'>{{ title }} {{ at }}</a></li>{% endfor %}</ul>"
template = jinja2.Environment(autoescape=True).from_string(page)
links = [f"page-{at}.html" for at in range(40)]
out = Path(sys.argv[1])
out.mkdir()
for at in range(int(sys.argv[2])):
    (out / f"page-{at}.html").write_text(template.render(title=f"A page with a title, number {at}", links=links))
"""


def main() -> int:
    """Read the arguments, measure, print a table; 1 when a command did not pass."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--claims", type=int, default=10_000)
    options.add_argument("--sources", type=int, default=1_000)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--no-index", action="store_true", help="leave the search index out")
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kb = folder / "kb"
        generate(kb, args.claims, args.sources)
        print(f"{args.claims} claims, {args.sources} sources; median of {args.runs} runs")
        results: dict[str, list[Run]] = {}
        # Every run fills a folder of its own: a file system may be slow to give out again what was just taken away.
        for at in range(args.runs):
            bare = [sys.executable, "-c", BARE, str(folder / f"bare-{at}"), str(args.claims)]
            results.setdefault("bare loop, a page a claim", []).append(alone(bare))
        for at in range(args.runs):
            out = folder / f"out-{at}"
            build = [sys.executable, "-c", BUILD, "build", "--kb", str(kb), "--output", str(out)]
            results.setdefault("whole site", []).append(alone(build))
        chance = random.Random(1)
        for _ in range(args.runs):
            change(kb, chance)
            results.setdefault("one claim changed", []).append(alone(build))
        if not args.no_index:
            results["search index, from nothing"] = [timed([sys.executable, "-c", INDEX, str(out)])]
        files = sum(1 for path in out.rglob("*") if path.is_file())
    show(results, files)
    return int(any(run.code for runs in results.values() for run in runs))


def alone(command: list[str]) -> Run:
    """Time a command when what was written before it is on the disk: that is none of its work."""
    os.sync()
    return timed(command)


def change(kb: Path, chance: random.Random) -> None:
    """Give one claim another percentage."""
    claims = sorted(kb.glob("claims/*/*.yaml"))
    for path in chance.sample(claims, len(claims)):
        old = path.read_text("utf-8")
        new = re.sub(r"(?m)^figure: '[\d.]+%'$", f"figure: '{chance.randint(1, 99)}%'", old)
        if new != old:
            path.write_text(new, "utf-8")
            return


def show(results: dict[str, list[Run]], files: int) -> None:
    """Print a line a command, with its limit, and its time as a multiple of the bare loop's."""
    limits = {"whole site": WHOLE, "one claim changed": CHANGED}
    print(f"{'':28}{'wall s':>8}{'limit':>8}{'cpu s':>8}{'peak MB':>9}{'limit':>8}{'ratio':>8}")
    bare = median(run.wall for run in results["bare loop, a page a claim"])
    for name, runs in results.items():
        wall, cpu = median(run.wall for run in runs), median(run.cpu for run in runs)
        limit, most = (f"{limits[name]:.1f}", f"{MEMORY:.0f}") if name in limits else ("", "")
        peak = max(run.peak for run in runs)
        print(f"{name:28}{wall:8.2f}{limit:>8}{cpu:8.2f}{peak:9.0f}{most:>8}{wall / bare:8.2f}")
    print(f"{files} files; peak memory is that of the largest process")


if __name__ == "__main__":
    sys.exit(main())
