"""What the commands take, and what their help says."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from evidencekb import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Run = Mapping[str, Callable[[argparse.Namespace], int]]

FORMATS: Final = ("text", "json", "github", "sarif", "junit", "markdown", "html")
EXPORTS: Final = ("atom", "bibtex", "csl", "csv", "json", "jsonld")
PORT: Final = "8040"
STDIN: Final = "-"
"""Stands for standard input."""


def parser(run: Run) -> argparse.ArgumentParser:
    """Build the parser of all commands; `run` is the name of each to what carries it out."""
    made = argparse.ArgumentParser(
        prog="evidencekb",
        description="Claims with their sources: validate them, check drafts against them, explain them.",
    )
    made.add_argument("--version", action="version", version=f"evidencekb {__version__}")
    commands = made.add_subparsers(title="commands", required=True, metavar="COMMAND")
    located = argparse.ArgumentParser(add_help=False)
    located.add_argument(
        "--kb", type=Path, metavar="DIR", help="folder with kb/ and claims/ (default: looked for upwards)"
    )
    everywhere = argparse.ArgumentParser(add_help=False, parents=[located])
    everywhere.add_argument(
        "--output", type=Path, metavar="FILE", help="write here instead of to the terminal (-: to the terminal)"
    )
    report = argparse.ArgumentParser(add_help=False)
    report.add_argument("--format", choices=FORMATS, default="text")
    report.add_argument("--fail-on", choices=("error", "warning", "note"), default="error", help="exit 1 from here on")
    report.add_argument("--quiet", action="store_true", help="findings only, no summary")

    command = commands.add_parser("validate", parents=[everywhere, report], help="is the claim base itself sound?")
    snapshots = os.environ.get("EVIDENCEKB_SNAPSHOTS")
    command.add_argument(
        *("--snapshots",),
        type=Path,
        metavar="DIR",
        default=Path(snapshots) if snapshots else None,
        help="stored source texts: prove that each evidence item stands in its source (or EVIDENCEKB_SNAPSHOTS)",
    )
    command.set_defaults(run=run["validate"])

    command = commands.add_parser(
        "check", parents=[everywhere, report], help="what does the claim base say of a draft?"
    )
    command.add_argument("paths", nargs="+", metavar="PATH", help="drafts or folders of drafts; - is standard input")
    command.add_argument("--stdin-name", default="stdin.md", metavar="NAME", help="name and format of standard input")
    command.add_argument(
        "--explain", action="store_true", help="say why each claim was chosen, and what else was considered"
    )
    command.add_argument("--only", action="append", default=[], metavar="VERDICT", help="report this verdict alone")
    command.add_argument("--ignore", action="append", default=[], metavar="VERDICT", help="leave this verdict out")
    command.add_argument("--baseline", type=Path, metavar="FILE", help="do not report what this file knows already")
    command.add_argument("--update-baseline", action="store_true", help="write what is found to the baseline file")
    command.add_argument(
        "--fix", action="store_true", help="apply mechanical mends to Markdown and text, and list them"
    )
    command.set_defaults(run=run["check"])

    command = commands.add_parser("figures", help="which figures stand in a text?")
    command.add_argument(
        "path", nargs="?", default=STDIN, metavar="FILE", help="a draft or a text (default: standard input)"
    )
    command.add_argument("--stdin-name", default="", metavar="NAME", help="name and format of standard input")
    command.add_argument(
        "--format", choices=("text", "jsonl"), default="text", help='jsonl reads and writes {"id", ...} lines'
    )
    command.add_argument("--output", type=Path, metavar="FILE", help="write here instead of to the terminal")
    command.set_defaults(run=run["figures"])

    command = commands.add_parser("build", parents=[located], help="make the static site")
    command.add_argument("--output", type=Path, metavar="DIR", help="folder of the site (default: site/_build)")
    command.add_argument("--strict", action="store_true", help="build nothing while there is a warning")
    command.set_defaults(run=run["build"])

    command = commands.add_parser(
        "serve", parents=[located], help="the site at localhost, built anew whenever a file changes"
    )
    command.add_argument(
        "--port", default=PORT, metavar="N", help=f"where to serve (default: {PORT}; 0: any that is free)"
    )
    command.set_defaults(run=run["serve"])

    command = commands.add_parser("export", parents=[everywhere], help="the claim base in a format for machines")
    command.add_argument("format", choices=EXPORTS, metavar="FORMAT", help=", ".join(EXPORTS))
    command.set_defaults(run=run["export"])

    _questions(run, commands, everywhere)
    return made


def _questions(
    run: Run, commands: argparse._SubParsersAction[argparse.ArgumentParser], everywhere: argparse.ArgumentParser
) -> None:
    """Add the commands that only answer."""
    command = commands.add_parser(
        "show", parents=[everywhere], help="everything on one claim, source, concept or dispute"
    )
    command.add_argument("id", metavar="ID")
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.set_defaults(run=run["show"])

    answer = argparse.ArgumentParser(add_help=False)
    answer.add_argument("--format", choices=("text", "json", "markdown"), default="text")

    command = commands.add_parser("infer", parents=[everywhere, answer], help="what do the claims imply of a share?")
    command.add_argument("share", metavar='"P(A | B)"', help="outcome and population, by the ids of their concepts")
    command.add_argument("--without", action="append", default=[], metavar="ID", help="as if this claim were not there")
    command.add_argument(
        "--assume", action="append", default=[], metavar='"P(A | B) = 70%%"', help="as if this were a claim"
    )
    command.set_defaults(run=run["infer"])

    command = commands.add_parser("path", parents=[everywhere, answer], help="which causal chains lead from A to B?")
    command.add_argument("start", metavar="A")
    command.add_argument("end", metavar="B")
    command.set_defaults(run=run["path"])

    command = commands.add_parser("impact", parents=[everywhere, answer], help="what rests on a source or claim?")
    command.add_argument("id", metavar="ID")
    command.add_argument(
        "--drafts", action="append", default=[], metavar="PATH", help="name the sentences that rely on it"
    )
    command.set_defaults(run=run["impact"])

    command = commands.add_parser("diff", parents=[everywhere, answer], help="what changed since a git revision?")
    command.add_argument("revision", metavar="REV")
    command.set_defaults(run=run["diff"])

    command = commands.add_parser("schema", help="print the JSON Schema of a kind of file")
    command.add_argument("kind", choices=("claim", "source", "concept", "dispute", "kb"))
    command.set_defaults(run=run["schema"])

    command = commands.add_parser("explain", help="what a rule or verdict means, with examples")
    command.add_argument("name", metavar="RULE|VERDICT")
    command.set_defaults(run=run["explain"])
