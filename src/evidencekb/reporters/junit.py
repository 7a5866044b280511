"""JUnit XML for build servers: a suite a file, a case a finding; warnings pass and errors fail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from evidencekb.model.report import CheckReport
from evidencekb.reporters._entries import entries
from evidencekb.reporters._shown import active, encode, visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.report import Report
    from evidencekb.reporters._entries import Entry

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, *, color: bool = False, quiet: bool = False) -> bytes:  # noqa: ARG001
    """Give one <testsuites>; a file without findings is a suite with one case that passes."""
    suites: dict[str, list[Entry]] = {}
    if isinstance(report, CheckReport):
        suites = {document.path: [] for document in report.documents}
    passed = _passed(report)
    for entry in entries(report):
        suites.setdefault(entry.place.path, []).append(entry)
    if not suites:
        suites[""] = []
    parts = [_suite(path, found, passed.get(path, 0)) for path, found in suites.items()]
    tests = sum(max(1, len(found) + passed.get(path, 0)) for path, found in suites.items())
    failures = sum(_fails(entry) for found in suites.values() for entry in found)
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="evidencekb" tests="{tests}"'
    return encode(f'{head} failures="{failures}" errors="0">\n{"".join(parts)}</testsuites>\n')


def _passed(report: Report) -> Mapping[str, int]:
    if not isinstance(report, CheckReport):
        return {}
    return {d.path: sum(a.severity == "ok" for a in active(d.assertions)) for d in report.documents}


def _fails(entry: Entry) -> bool:
    return entry.severity == "error" and not entry.suppressed


def _suite(path: str, found: list[Entry], passed: int) -> str:
    cases = [_case(entry) for entry in found]
    cases += [f'  <testcase classname="supported" name={_quoted(f"figure {n + 1}")}/>\n' for n in range(passed)]
    if not cases:
        cases = ['  <testcase classname="evidencekb" name="nothing found"/>\n']
    failures = sum(map(_fails, found))
    skipped = sum(bool(entry.suppressed) for entry in found)
    head = f'<testsuite name={_quoted(path or "claim base")} tests="{len(cases)}" failures="{failures}"'
    return f' {head} errors="0" skipped="{skipped}">\n{"".join(cases)} </testsuite>\n'


def _case(entry: Entry) -> str:
    where = f"{entry.place.line}:{entry.place.column}"
    head = f"  <testcase classname={_quoted(entry.name)} name={_quoted(f'{entry.title} at {where}')}"
    message = visible(entry.message)
    if entry.suppressed:
        return f"{head}><skipped message={_quoted(entry.suppressed)}/></testcase>\n"
    if _fails(entry):
        body = f"{visible(str(entry.place))}: {message}"
        failure = f"<failure type={_quoted(entry.name)} message={_quoted(message)}>{_text(body)}</failure>"
        return f"{head}>\n   {failure}\n  </testcase>\n"
    return f"{head}>\n   <system-out>{_text(f'{entry.severity}: {message}')}</system-out>\n  </testcase>\n"


def _quoted(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", visible(text)))


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))
