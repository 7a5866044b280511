"""Plain text for people: what is wrong, where, what the claim says, what to do; then a count of everything."""

from __future__ import annotations

import textwrap
from collections import Counter
from typing import TYPE_CHECKING, Final

from evidencekb.model.assertion import Verdict
from evidencekb.model.report import CheckReport
from evidencekb.reporters._shown import (
    active,
    counted,
    encode,
    faults,
    left_out,
    listed,
    nodes,
    not_checked,
    severities,
    suppressed,
    verdicts,
    visible,
)
from evidencekb.reporters._underline import underline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.assertion import Assertion
    from evidencekb.model.finding import Finding
    from evidencekb.model.report import CheckedDocument, Report, ValidationReport

_WIDTH: Final = 100
_INDENT: Final = "      "
_COLORS: Final[Mapping[str, str]] = {"error": "31;1", "warning": "33;1", "note": "36", "ok": "32", "path": "1"}


def render(report: Report, *, color: bool = False, quiet: bool = False) -> bytes:
    """Give lines of at most 100 characters or so; ANSI colors only with `color`; no summary with `quiet`."""
    page = _Page(color=color)
    if isinstance(report, CheckReport):
        _findings(page, report.findings)
        for document in report.documents:
            _document(page, document, report)
        if not quiet:
            _check_summary(page, report)
    else:
        _findings(page, report.findings)
        if not quiet:
            _validation_summary(page, report)
    return encode("".join(f"{line}\n" for line in page.lines))


class _Page:
    def __init__(self, *, color: bool) -> None:
        self.lines: list[str] = []
        self._color = color

    def paint(self, text: str, name: str) -> str:
        return f"\x1b[{_COLORS[name]}m{text}\x1b[0m" if self._color and name in _COLORS else text

    def wrap(self, text: str, first: str = _INDENT) -> None:
        """Add words, wrapped; `first` opens the first line and later ones hang under it."""
        self.lines += textwrap.wrap(
            visible(text), _WIDTH, initial_indent=first, subsequent_indent=" " * len(first),
            break_on_hyphens=False, break_long_words=False,
        ) or [first.rstrip()]  # fmt: skip

    def title(self, path: str) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")
        self.lines.append(self.paint(visible(path), "path"))

    def head(self, where: str, severity: str, name: str, rest: str = "") -> None:
        line = f"  {where:<8} {self.paint(f'{severity:<7}', severity)} {visible(name)}"
        self.lines.append(f"{line}  {visible(rest)}".rstrip())


def _findings(page: _Page, findings: tuple[Finding, ...]) -> None:
    path = None
    for finding in sorted(findings, key=lambda each: each.key()):
        if finding.place.path != path:
            path = finding.place.path
            page.title(path)
        _finding(page, finding)


def _finding(page: _Page, finding: Finding) -> None:
    page.head(f"{finding.place.line}:{finding.place.column}", finding.severity, finding.rule)
    page.wrap(finding.message)
    for each in finding.related:
        page.wrap(each.message or "see there", f"{_INDENT}{visible(str(each.place))}  ")


def _validation_summary(page: _Page, report: ValidationReport) -> None:
    counts = severities(finding.severity for finding in report.findings)
    if page.lines:
        page.lines.append("")
    by_rule = Counter(finding.rule for finding in report.findings)
    if by_rule:
        most = sorted(by_rule.items(), key=lambda item: (-item[1], item[0]))
        page.wrap(listed([f"{count:,} {rule}" for rule, count in most]) + ".", "By rule: ")
    state = "error" if counts["error"] else "warning" if counts["warning"] else "ok"
    found = listed([counted(counts[name], name) for name in ("error", "warning", "note")])
    page.lines.append(page.paint(f"{found}.", state))
    page.wrap(f"{nodes(report) or 'no nodes'}; {counted(report.checks, 'check')} made.", "Looked at: ")
    _counts(page, "Verified: ", report.verified)
    _counts(page, "Not verified: ", report.not_verified)


def _counts(page: _Page, label: str, counts: Mapping[str, int]) -> None:
    shown = [f"{count:,} {reason}" for reason, count in sorted(counts.items()) if count]
    if shown:
        page.wrap(f"{'; '.join(shown)}.", label)


def _document(page: _Page, document: CheckedDocument, report: CheckReport) -> None:
    shown = [a for a in active(document.assertions) if a.verdict is not Verdict.SUPPORTED or report.explain]
    if not shown and not document.findings:
        return
    page.title(document.path)
    seen: Counter[tuple[str, str]] = Counter()
    wanted = {id(assertion) for assertion in shown}
    for assertion in document.assertions:
        nth = seen[assertion.sentence, assertion.text]
        seen[assertion.sentence, assertion.text] += 1
        if id(assertion) in wanted:
            _assertion(page, assertion, nth, report, mendable=document.mendable)
    for finding in sorted(document.findings, key=lambda each: each.key()):
        _finding(page, finding)


def _assertion(page: _Page, assertion: Assertion, nth: int, report: CheckReport, *, mendable: bool) -> None:
    severity = assertion.severity
    where = f"{assertion.place.line}:{assertion.place.column}"
    page.head(where, severity, assertion.verdict.value, assertion.text)
    for line, marks in underline(visible(assertion.sentence), visible(assertion.text), nth, _WIDTH - len(_INDENT)):
        page.lines.append(f"{_INDENT}{line}".rstrip())
        if marks:
            page.lines.append(f"{_INDENT}{page.paint(marks, severity)}")
    page.wrap(assertion.message)
    if assertion.claim:
        standing = f" ({assertion.standing})" if assertion.standing else ""
        statement = report.statements.get(assertion.claim, "")
        page.wrap(f"{assertion.claim}{standing}{': ' if statement else ''}{statement}", f"{_INDENT}claim    ")
        if assertion.expected:
            page.wrap(assertion.expected, f"{_INDENT}figure   ")
    if assertion.sources:
        page.wrap("; ".join(report.citations.get(each, each) for each in assertion.sources), f"{_INDENT}sources  ")
    if assertion.fix:
        does_it = " (check --fix does it)" if mendable else ""
        page.wrap(f"write “{assertion.fix.text}” instead{does_it}", f"{_INDENT}fix      ")
    if report.explain:
        for each in assertion.considered:
            page.wrap(f"{each.claim}: {each.why}", f"{_INDENT}looked at  ")
    page.lines.append("")


def _check_summary(page: _Page, report: CheckReport) -> None:
    while page.lines and not page.lines[-1]:
        page.lines.pop()
    if page.lines:
        page.lines.append("")
    assertions = [a for document in report.documents for a in document.assertions]
    found = faults(report)
    counts = severities([*(a.severity for a in active(assertions)), *(finding.severity for finding in found)])
    state = "error" if counts["error"] else "warning" if counts["warning"] else "ok"
    others = left_out(report)
    number = len(assertions) + others
    things = counted(number, "figure or statement") if number == 1 else f"{number:,} figures and statements"
    by_verdict = listed(
        [f"{count:,} {verdict}" for verdict, count in verdicts(report).items()]
        + [f"{others:,} of verdicts that were not asked for"] * bool(others)
    )
    page.wrap(f"{things} in {counted(len(report.documents), 'document')}{': ' if by_verdict else ''}{by_verdict}.", "")
    page.lines.append(page.paint(f"{listed([counted(counts[n], n) for n in ('error', 'warning', 'note')])}.", state))
    if found:
        rules = sorted(Counter(finding.rule for finding in found).items())
        page.wrap(f"{listed([f'{count:,} {rule}' for rule, count in rules])}.", "Of the files themselves: ")
    _counts(page, "Suppressed: ", suppressed(report))
    _counts(page, "Not checked: ", not_checked(report))
