"""JSON for programs: the schemas evidencekb/check/1 and evidencekb/validate/1, every assertion listed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from evidencekb.model.report import CheckReport
from evidencekb.reporters._shown import encode, faults, left_out, not_checked, severities, suppressed, verdicts

if TYPE_CHECKING:
    from evidencekb.model.assertion import Assertion
    from evidencekb.model.finding import Finding
    from evidencekb.model.place import Place
    from evidencekb.model.report import CheckedDocument, Report, ValidationReport


def render(report: Report, *, color: bool = False, quiet: bool = False) -> bytes:  # noqa: ARG001
    """Give one JSON object; keys are only ever added, never renamed."""
    data = _checked(report) if isinstance(report, CheckReport) else _validated(report)
    return encode(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _validated(report: ValidationReport) -> dict[str, Any]:
    findings = sorted(report.findings, key=lambda finding: finding.key())
    counts = severities(finding.severity for finding in findings)
    return {
        "schema": "evidencekb/validate/1",
        "findings": [_finding(finding) for finding in findings],
        "summary": {
            "errors": counts["error"],
            "warnings": counts["warning"],
            "notes": counts["note"],
            "nodes": dict(sorted(report.nodes.items())),
            "checks": report.checks,
            "verified": dict(sorted(report.verified.items())),
            "not_verified": dict(sorted(report.not_verified.items())),
        },
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        **_place(finding.place),
        "message": finding.message,
        "nodes": list(finding.nodes),
        "related": [
            {"path": each.place.path, "line": each.place.line, "column": each.place.column, "message": each.message}
            for each in finding.related
        ],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"path": place.path, **_span(place)}


def _span(place: Place) -> dict[str, Any]:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def _checked(report: CheckReport) -> dict[str, Any]:
    counts = severities(a.severity for document in report.documents for a in document.assertions if not a.suppressed)
    return {
        "schema": "evidencekb/check/1",
        "findings": [_finding(finding) for finding in report.findings],
        "documents": [_document(document, explain=report.explain) for document in report.documents],
        "summary": {
            "documents": len(report.documents),
            "assertions": sum(len(document.assertions) for document in report.documents),
            "by_verdict": verdicts(report),
            "by_severity": counts,
            "findings": len(faults(report)),
            "left_out": left_out(report),
            "suppressed": sum(suppressed(report).values()),
            "not_checked": not_checked(report),
        },
    }


def _document(document: CheckedDocument, *, explain: bool) -> dict[str, Any]:
    return {
        "path": document.path,
        "assertions": [_assertion(assertion, explain=explain) for assertion in document.assertions],
        "findings": [_finding(finding) for finding in document.findings],
        "not_checked": dict(sorted(document.skipped.items())),
    }


def _assertion(assertion: Assertion, *, explain: bool) -> dict[str, Any]:
    found: dict[str, Any] = {
        "verdict": assertion.verdict.value,
        "severity": assertion.severity,
        **_span(assertion.place),
        "text": assertion.text,
        "sentence": assertion.sentence,
        "claim": assertion.claim or None,
        "expected": assertion.expected or None,
        "standing": assertion.standing or None,
        "message": assertion.message,
        "sources": list(assertion.sources),
        "fix": {"text": assertion.fix.text, **_span(assertion.fix.place)} if assertion.fix else None,
    }
    if assertion.suppressed:
        found["suppressed"] = assertion.suppressed
    if explain:
        found["considered"] = [{"claim": each.claim, "why": each.why} for each in assertion.considered]
    return found
