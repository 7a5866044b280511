"""What a reporter knows: the outcome of validate or check, and nothing of how it came about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from evidencekb.model.finding import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.model.assertion import Assertion
    from evidencekb.model.finding import Finding, Severity
    from evidencekb.model.rule import RuleDoc


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """Outcome of `validate`. `nodes` counts by kind; `not_verified` is what was not checked, in words, with counts."""

    root: str
    findings: tuple[Finding, ...]
    nodes: Mapping[str, int] = field(default_factory=dict)
    checks: int = 0
    rules: Mapping[str, RuleDoc] = field(default_factory=dict)
    not_verified: Mapping[str, int] = field(default_factory=dict)
    verified: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """One draft with its assertions, in the order of the text, and its findings (bad suppression comments …)."""

    path: str
    source: str
    assertions: tuple[Assertion, ...]
    findings: tuple[Finding, ...] = ()
    skipped: Mapping[str, int] = field(default_factory=dict)  # reason to count of what was not checked


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Outcome of `check`. `figures` gives claim id to its figure text and `sources` source id to a short citation."""

    documents: tuple[CheckedDocument, ...]
    statements: Mapping[str, str] = field(default_factory=dict)  # claim id to its statement
    citations: Mapping[str, str] = field(default_factory=dict)  # source id to "Author Year, Container"
    explain: bool = False


Report = ValidationReport | CheckReport


def failed(report: Report, at: Severity) -> bool:
    """Whether anything in the report is as grave as `at`, or graver."""
    grave = SEVERITIES[SEVERITIES.index(at) :]
    if isinstance(report, ValidationReport):
        return any(finding.severity in grave for finding in report.findings)
    return any(_document_failed(document, grave) for document in report.documents)


def graver(report: Report, at: Severity) -> Report:
    """The report with only what is as grave as `at`, or graver."""
    grave = SEVERITIES[SEVERITIES.index(at) :]

    def kept(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(finding for finding in findings if finding.severity in grave)

    if isinstance(report, ValidationReport):
        return replace(report, findings=kept(report.findings))
    documents = (
        replace(
            document,
            assertions=tuple(a for a in document.assertions if a.severity in grave and not a.suppressed),
            findings=kept(document.findings),
        )
        for document in report.documents
    )
    return replace(report, documents=tuple(each for each in documents if each.assertions or each.findings))


def count(report: Report) -> int:
    """How many things a report holds."""
    if isinstance(report, ValidationReport):
        return len(report.findings)
    return sum(len(document.assertions) + len(document.findings) for document in report.documents)


def _document_failed(document: CheckedDocument, grave: Sequence[str]) -> bool:
    """Whether one draft holds an assertion, not suppressed, or a finding as grave as those."""
    graves: Counter[str] = Counter(a.severity for a in document.assertions if not a.suppressed)
    graves.update(finding.severity for finding in document.findings)
    return any(graves[severity] for severity in grave)
