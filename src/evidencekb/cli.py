"""The command line: arguments in, bytes out; nothing else."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from evidencekb.arguments import STDIN, parser

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from evidencekb.checking import Draft
    from evidencekb.model.answer import Answer
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.report import CheckedDocument, Report


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
    from evidencekb.model.assertion import Verdict  # noqa: PLC0415 - as in _load

    _known([*options.only, *options.ignore], [verdict.value for verdict in Verdict], "verdict")
    if options.update_baseline and not options.baseline:
        _misuse("--update-baseline needs --baseline FILE")
    kb, standings = checking.judged(options.kb or store.find_root(Path.cwd()))
    drafts = list(_drafts(options.paths, options.stdin_name))
    report = checking.check(kb, standings, drafts, explain=options.explain)
    if options.fix:
        drafts = [_mended(each, document) for each, document in zip(drafts, report.documents, strict=True)]
        report = checking.check(kb, standings, drafts, explain=options.explain)
    report = checking.select(report, options.only, options.ignore)
    if options.update_baseline:
        _put(options.baseline, checking.write_baseline(report))
    if options.baseline:
        report = checking.with_baseline(report, str(options.baseline), _read(options.baseline))
    return _report(options, report)


def _mended(draft: Draft, document: CheckedDocument) -> Draft:
    """Apply the mends of one draft, say each on standard error, and write the file."""
    from evidencekb.draft.mending import MENDABLE, mend  # noqa: PLC0415 - as in _load

    path = Path(draft.name)
    fixable = any(a.fix is not None and not a.suppressed for a in document.assertions)
    if not fixable:
        return draft
    if path.suffix.lower() not in MENDABLE or not path.is_file():
        sys.stderr.write(f"{draft.name}: only files of {', '.join(MENDABLE)} are mended; nothing was changed\n")
        return draft
    text, mended = mend(document)
    data = text.encode()
    _put(path, data)
    for assertion in mended:
        new = assertion.fix.text if assertion.fix else ""
        sys.stderr.write(f"{assertion.place}: {assertion.text!r} is now {new!r} ({assertion.claim})\n")
    return replace(draft, data=data)


def _known(names: Sequence[str], known: Sequence[str], what: str) -> None:
    """Refuse a name that is none."""
    for name in names:
        if name not in known:
            _misuse(f"no {what} is called {name!r}; there are: {', '.join(known)}")


def _misuse(message: str) -> NoReturn:
    """End with one line and exit code 2."""
    from evidencekb.model.errors import UsageError  # noqa: PLC0415 - as in _load

    raise UsageError(message)


def _drafts(paths: Sequence[str], stdin_name: str) -> Iterator[Draft]:
    """Read every draft; a folder gives the files in it, at any depth, whose ending a reader knows."""
    from evidencekb import checking, readers  # noqa: PLC0415 - as in _load
    from evidencekb.model.errors import UsageError  # noqa: PLC0415 - as in _load

    for name in paths:
        path = Path(name)
        if name == STDIN:
            yield checking.Draft(stdin_name, sys.stdin.buffer.read())
        elif path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.suffix.lower() in readers.ENDINGS and p.is_file())
            if not found:
                message = f"{name}: no drafts in this folder ({', '.join(sorted(readers.ENDINGS))})"
                raise UsageError(message)
            for each in found:
                yield checking.Draft(str(each), _read(each))
        else:
            yield checking.Draft(name, _read(path))


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
    from evidencekb.model.report import failed  # noqa: PLC0415 - as in _load

    color = options.output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    _put(options.output, reporters.render(report, options.format, color=color, quiet=options.quiet))
    return int(failed(report, options.fail_on))


def _put(path: Path | None, data: bytes) -> None:
    """Write to a file, whole or not at all, or to the terminal."""
    if path is None:
        sys.stdout.buffer.write(data)
        return
    from evidencekb.store.write import write_file  # noqa: PLC0415 - as in _load

    write_file(path, data)


def _figures(options: argparse.Namespace) -> int:
    from evidencekb.text.figures import records  # noqa: PLC0415 - as in _load

    data = sys.stdin.buffer.read() if options.path == STDIN else _read(Path(options.path))
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


def _export(options: argparse.Namespace) -> int:
    from evidencekb import app  # noqa: PLC0415 - as in _load

    _put(options.output, app.export(_load(options), options.format))
    return 0


def _show(options: argparse.Namespace) -> int:
    from evidencekb import app, reporters  # noqa: PLC0415 - as in _load

    _put(options.output, reporters.render(app.show(_load(options), options.id), options.format))
    return 0


def _infer(options: argparse.Namespace) -> int:
    from evidencekb import app  # noqa: PLC0415 - as in _load

    return _answer(options, app.infer(_load(options), options.share, options.without, options.assume))


def _path(options: argparse.Namespace) -> int:
    from evidencekb import app  # noqa: PLC0415 - as in _load

    return _answer(options, app.path(_load(options), options.start, options.end))


def _impact(options: argparse.Namespace) -> int:
    from evidencekb import app  # noqa: PLC0415 - as in _load

    return _answer(options, app.impact(_load(options), options.id, list(_drafts(options.drafts, ""))))


def _diff(options: argparse.Namespace) -> int:
    from evidencekb import app  # noqa: PLC0415 - as in _load

    return _answer(options, app.diff(_load(options), options.revision))


def _answer(options: argparse.Namespace, answer: Answer) -> int:
    """Put out an answer; an answer is never a failure."""
    from evidencekb import reporters  # noqa: PLC0415 - as in _load

    _put(options.output, reporters.render(answer, options.format))
    return 0


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
