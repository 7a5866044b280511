"""The command line: arguments in, bytes out; nothing else."""

from __future__ import annotations

import contextlib
import os
import sys
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from evidencekb.arguments import STDIN, parser

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from evidencekb.checking import Desk, Draft
    from evidencekb.model.answer import Answer
    from evidencekb.model.dossier import Dossier
    from evidencekb.model.finding import Problem
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.report import Report


_TERMINAL: Final = Path(STDIN)
"""Stands for the terminal where a file to write is named."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command: 0 all is well, 1 there are findings, 2 misuse or input that cannot be read."""
    from evidencekb.model.errors import UsageError  # noqa: PLC0415 - `--help` and `--version` import nothing

    options = parser(_COMMANDS).parse_args(argv)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except UsageError as error:
        sys.stderr.write(f"evidencekb: {error}\n")
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # a closed pager is no fault of ours
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("evidencekb: stopped\n")
        return 130
    return code


def _load(options: argparse.Namespace, snapshots: Path | None = None) -> KnowledgeBase:
    """Load the claim base that the options name."""
    from evidencekb import app  # noqa: PLC0415 - each command imports what it needs: start-up counts

    return app.load(options.kb, Path.cwd(), _today(), snapshots)


def _today() -> date:
    """Today, or the day that SOURCE_DATE_EPOCH names (reproducible-builds.org), so that runs can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return now.date()


def _validate(options: argparse.Namespace) -> int:
    from evidencekb import app  # noqa: PLC0415 - as in _load

    return _report(options, app.validate(_load(options, options.snapshots)))


def _check(options: argparse.Namespace) -> int:
    from evidencekb import checking, store  # noqa: PLC0415 - as in _load
    from evidencekb.draft import baseline  # noqa: PLC0415 - as in _load
    from evidencekb.model.assertion import Verdict  # noqa: PLC0415 - as in _load

    _known([*options.only, *options.ignore], [verdict.value for verdict in Verdict], "verdict")
    if options.update_baseline and not options.baseline:
        _misuse("--update-baseline needs --baseline FILE")
    wish = checking.Wish(options.only, options.ignore)
    if options.baseline:
        fresh = options.update_baseline and not options.baseline.exists()
        known = [] if fresh else baseline.read(str(options.baseline), _read(options.baseline))
        wish = replace(wish, baseline=str(options.baseline), known=known)
    beside: Counter[str] = Counter()
    drafts = list(_drafts(options.paths, options.stdin_name, beside))
    desk = checking.Desk(checking.judged(options.kb or store.find_root(Path.cwd())), wish)
    if options.fix:
        drafts = [_mended(desk, each) for each in drafts]
    documents = [desk.judge(each) for each in drafts]
    if len(documents) == 1 and documents[0].unread:
        _misuse(f"{documents[0].path}: {documents[0].findings[0].message}")
    if options.update_baseline:
        wish = replace(wish, known=desk.entries(drafts, documents))
        _put(options.baseline, baseline.write(wish.known))
        desk = replace(desk, wish=wish)
    return _report(options, desk.report(drafts, documents, beside=beside, explain=options.explain))


def _mended(desk: Desk, draft: Draft) -> Draft:
    """Apply the mends of one draft, say each on standard error, and write the file."""
    from evidencekb import readers  # noqa: PLC0415 - as in _load
    from evidencekb.draft.mending import MENDABLE  # noqa: PLC0415 - as in _load

    mended = desk.mend(draft)
    refusal = ""
    if draft.path is None:
        refusal = "standard input is not mended"
    elif not mended.document.mendable:
        refusal = f"only files of {', '.join(MENDABLE)} are mended"
    elif not _may_write(draft.path):
        refusal = "this file is read-only"
    if refusal:
        if mended.changes or mended.undone:
            sys.stderr.write(f"{draft.name}: {refusal}; nothing was changed\n")
        return draft
    for left in mended.undone:
        sys.stderr.write(f"{left.place}: {left.text!r} is left as it is: to mend it would bring up what is silenced\n")
    if draft.path is None or not mended.changes:
        return draft
    data = readers.encode(mended.document.source, draft.data)
    _put(Path(os.path.realpath(draft.path)), data)
    for change in mended.changes:
        sys.stderr.write(f"{change.place}: {change.old!r} is now {change.new!r} ({change.claim})\n")
    return replace(draft, data=data)


def _may_write(path: Path) -> bool:
    """Whether a file may be changed; to the machine's master everything is open, but a mark against it counts."""
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & 0o222)


def _known(names: Sequence[str], known: Sequence[str], what: str) -> None:
    """Refuse a name that is none."""
    for name in names:
        if name not in known:
            _misuse(f"no {what} is called {name!r}; there are: {', '.join(known)}")


def _misuse(message: str) -> NoReturn:
    """End with one line and exit code 2."""
    from evidencekb.model.errors import UsageError  # noqa: PLC0415 - as in _load

    raise UsageError(message)


def _drafts(paths: Sequence[str], stdin_name: str, beside: Counter[str]) -> Iterator[Draft]:
    """Read every draft once; a folder gives the files in it, at any depth, whose ending a reader knows.

    Files of other kinds in a folder are counted in `beside`.
    """
    from evidencekb import checking  # noqa: PLC0415 - as in _load

    seen: set[str] = set()
    for name in paths:
        if name == STDIN:
            yield checking.Draft(stdin_name, sys.stdin.buffer.read())
            continue
        path = Path(name)
        for each in _inside(path, beside) if path.is_dir() else [path]:
            real = os.path.realpath(each)
            if real in seen:
                continue
            seen.add(real)
            shown = name if each is path else str(each)
            try:
                yield checking.Draft(shown, each.read_bytes(), each)
            except OSError as error:
                yield checking.Draft(shown, b"", each, f"cannot be read: {error.strerror}")


def _inside(folder: Path, beside: Counter[str]) -> list[Path]:
    """The drafts in a folder; hidden files of other kinds are none of ours."""
    from evidencekb import readers  # noqa: PLC0415 - as in _load

    found: list[Path] = []
    for path in sorted(folder.rglob("*")):
        ending = path.suffix.lower()
        if ending in readers.ENDINGS:
            found += [path] if path.is_file() else []
        elif not any(part.startswith(".") for part in path.relative_to(folder).parts) and path.is_file():
            beside[f"files of a kind that no reader knows ({ending or 'no ending'})"] += 1
    if not found:
        _misuse(f"{folder}: no drafts in this folder ({', '.join(sorted(readers.ENDINGS))})")
    return found


def _read(path: Path) -> bytes:
    from evidencekb.model.errors import UsageError  # noqa: PLC0415 - as in _load

    try:
        return path.read_bytes()
    except OSError as error:
        message = f"cannot read {path}: {error.strerror}"
        raise UsageError(message) from error


def _report(options: argparse.Namespace, report: Report) -> int:
    """Render a report, put it out, and say by the exit code whether it holds anything grave."""
    from evidencekb import reporters  # noqa: PLC0415 - as in _load
    from evidencekb.model.report import CheckReport, failed  # noqa: PLC0415 - as in _load

    color = options.output in {None, _TERMINAL} and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    _put(options.output, reporters.render(report, options.format, color=color, quiet=options.quiet))
    return 2 if isinstance(report, CheckReport) and report.unread else int(failed(report, options.fail_on))


def _put(path: Path | None, data: bytes) -> None:
    """Write to a file, whole or not at all, or to the terminal."""
    if path in {None, _TERMINAL}:
        sys.stdout.buffer.write(data)
        return
    from evidencekb.store.write import write_file  # noqa: PLC0415 - as in _load

    write_file(path, data)


def _figures(options: argparse.Namespace) -> int:
    """Tell the figures of a draft as its reader gives it, or of a text as it stands where no reader knows it."""
    from evidencekb import readers  # noqa: PLC0415 - as in _load
    from evidencekb.model.place import LineMap  # noqa: PLC0415 - as in _load
    from evidencekb.text.figures import records  # noqa: PLC0415 - as in _load

    name = options.stdin_name if options.path == STDIN else options.path
    data = sys.stdin.buffer.read() if options.path == STDIN else _read(Path(options.path))
    if options.format == "text" and Path(name).suffix.lower() in readers.ENDINGS:
        document = readers.read(name, data)
        lines = LineMap(document.source)
        rows = [row for block in document.blocks for row in records.rows(block.text, lines, block.offsets)]
        _put(options.output, "".join(rows).encode())
    else:
        _put(options.output, records.render(data, options.format))
    return 0


def _build(options: argparse.Namespace) -> int:
    from evidencekb import building, store  # noqa: PLC0415 - as in _load

    root = options.kb or store.find_root(Path.cwd())
    if options.strict:
        from evidencekb import app, reporters  # noqa: PLC0415 - as in _load
        from evidencekb.model.report import count  # noqa: PLC0415 - as in _load

        if reports := app.objections(app.load(root, root, _today())):
            _put(None, b"".join(reporters.render(each, "text", quiet=True) + b"\n" for each in reports.values()))
            number = " and ".join(f"{count(report)} on {name}" for name, report in reports.items())
            sys.stderr.write(f"evidencekb: nothing was built: --strict allows no warning, and there are {number}\n")
            return 1
    folder = options.output or root / "site" / "_build"
    built = building.build(root, folder)
    _put(None, f"{built.files} files in {folder}; open {folder / 'index.html'}\n".encode())
    sys.stderr.writelines(f"{problem.place}: {problem.message}\n" for problem in (*built.unread, *built.unset))
    sys.stderr.writelines(f"{each.place}: {each.severity}: {each.message} ({each.rule})\n" for each in built.findings)
    return 2 if built.unread else int(bool(built.unset) or any(each.severity == "error" for each in built.findings))


def _serve(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C, the end of the terminal or of the machine, and clear away what was made."""
    import signal  # noqa: PLC0415 - as in _load

    from evidencekb import server  # noqa: PLC0415 - as in _load

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # Windows knows no SIGHUP
            signal.signal(getattr(signal, name), signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt):
        server.serve(options.kb, options.port, _today, _say)
    return 0


def _say(line: str) -> None:
    """Write one line at once, also where a pipe or a file takes it."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _unread(faults: Mapping[str, tuple[Problem, ...]]) -> int:
    """Say what could not be read of the claim base, and give the exit code for it: what was put out is without that."""
    from evidencekb import store  # noqa: PLC0415 - as in _load

    problems = store.unread(faults)
    sys.stderr.writelines(f"{problem.place}: {problem.message}\n" for problem in problems)
    return 2 if problems else 0


def _export(options: argparse.Namespace) -> int:
    from evidencekb import app  # noqa: PLC0415 - as in _load

    kb = _load(options)
    _put(options.output, app.export(kb, options.format))
    return _unread(kb.faults)


def _show(options: argparse.Namespace) -> int:
    from evidencekb import app  # noqa: PLC0415 - as in _load

    return _answer(options, lambda kb: app.show(kb, options.id))


def _infer(options: argparse.Namespace) -> int:
    from evidencekb import app  # noqa: PLC0415 - as in _load

    return _answer(options, lambda kb: app.infer(kb, options.share, options.without, options.assume))


def _path(options: argparse.Namespace) -> int:
    from evidencekb import app  # noqa: PLC0415 - as in _load

    return _answer(options, lambda kb: app.path(kb, options.start, options.end))


def _impact(options: argparse.Namespace) -> int:
    from evidencekb import app  # noqa: PLC0415 - as in _load

    return _answer(options, lambda kb: app.impact(kb, options.id, list(_drafts(options.drafts, "", Counter()))))


def _diff(options: argparse.Namespace) -> int:
    from evidencekb import app  # noqa: PLC0415 - as in _load

    return _answer(options, lambda kb: app.diff(kb, options.revision))


def _answer(options: argparse.Namespace, ask: Callable[[KnowledgeBase], Answer | Dossier]) -> int:
    """Put out what the claim base answers; an answer is never a failure, unless something could not be read."""
    from evidencekb import reporters  # noqa: PLC0415 - as in _load

    kb = _load(options)
    _put(options.output, reporters.render(ask(kb), options.format))
    return _unread(kb.faults)


def _schema(options: argparse.Namespace) -> int:
    from evidencekb import store  # noqa: PLC0415 - as in _load

    _put(None, store.schema_text(options.kind).encode())
    return 0


def _explain(options: argparse.Namespace) -> int:
    from evidencekb import app  # noqa: PLC0415 - as in _load

    _put(None, app.explain(options.name).encode())
    return 0


_COMMANDS: Final = {
    "validate": _validate,
    "check": _check,
    "figures": _figures,
    "build": _build,
    "serve": _serve,
    "export": _export,
    "show": _show,
    "infer": _infer,
    "path": _path,
    "impact": _impact,
    "diff": _diff,
    "schema": _schema,
    "explain": _explain,
}
