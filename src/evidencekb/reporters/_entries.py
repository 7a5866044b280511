"""Findings and assertions as one kind of entry, for formats that list problems and know nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evidencekb.model.assertion import Verdict
from evidencekb.model.report import CheckReport

if TYPE_CHECKING:
    from evidencekb.model.assertion import Assertion, Fix
    from evidencekb.model.finding import Finding, Related, Severity
    from evidencekb.model.place import Place
    from evidencekb.model.report import Report


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to show. `name` is a rule or a verdict."""

    name: str
    severity: Severity
    place: Place
    message: str
    title: str
    text: str = ""  # the surface that an assertion spans
    claim: str = ""
    related: tuple[Related, ...] = ()
    nodes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    fix: Fix | None = None
    suppressed: str = ""


def entries(report: Report) -> list[Entry]:
    """Everything that a report lists, in its order; supported assertions are left out."""
    if not isinstance(report, CheckReport):
        return [_of_finding(each) for each in sorted(report.findings, key=lambda each: each.key())]
    found = [_of_finding(each) for each in report.findings]
    for document in report.documents:
        found += [_of_assertion(each) for each in document.assertions if each.verdict is not Verdict.SUPPORTED]
        found += [_of_finding(each) for each in sorted(document.findings, key=lambda each: each.key())]
    return found


def _of_finding(finding: Finding) -> Entry:
    return Entry(
        finding.rule,
        finding.severity,
        finding.place,
        finding.message,
        finding.rule,
        related=finding.related,
        nodes=finding.nodes,
    )


def _of_assertion(assertion: Assertion) -> Entry:
    return Entry(
        assertion.verdict.value,
        assertion.severity,
        assertion.place,
        assertion.message,
        f"{assertion.verdict.value}: {assertion.text}",
        text=assertion.text,
        claim=assertion.claim,
        nodes=(assertion.claim,) if assertion.claim else (),
        sources=assertion.sources,
        fix=assertion.fix,
        suppressed=assertion.suppressed,
    )
