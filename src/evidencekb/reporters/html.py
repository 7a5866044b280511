"""One self-contained page for people without a terminal: every sentence with its figure marked, and the reasons."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, StrictUndefined

from evidencekb.model.assertion import Verdict
from evidencekb.model.report import CheckReport
from evidencekb.reporters._page import PAGE
from evidencekb.reporters._shown import (
    MEANINGS,
    counted,
    encode,
    faults,
    left_out,
    nodes,
    not_checked,
    severities,
    suppressed,
    verdicts,
    visible,
)
from evidencekb.reporters._underline import find

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from evidencekb.model.assertion import Assertion
    from evidencekb.model.finding import Finding
    from evidencekb.model.report import CheckedDocument, Report, ValidationReport

_TALLIES: Final = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class _Item:
    """One row of the page, ready to be laid out; the texts are visible but not yet escaped."""

    name: str
    severity: str
    where: str
    message: str
    before: str = ""
    marked: str = ""
    after: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    suppressed: str = ""


@dataclass(frozen=True, slots=True)
class _Section:
    """The rows of one file."""

    path: str
    items: tuple[_Item, ...]
    supported: int = 0


def render(report: Report, *, color: bool = False, quiet: bool = False) -> bytes:  # noqa: ARG001
    """Give HTML without scripts and without anything fetched; every text escaped."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    is_check = isinstance(report, CheckReport)
    page = environment.from_string(PAGE).render(
        title="Check of drafts" if is_check else "State of the claim base",
        **(_checked(report) if isinstance(report, CheckReport) else _validated(report)),
    )
    return encode(page.rstrip() + "\n")


def _checked(report: CheckReport) -> dict[str, object]:
    kept = [a.severity for document in report.documents for a in document.assertions if not a.suppressed]
    counts = severities(kept + [finding.severity for finding in faults(report)])
    others = left_out(report)
    looked_at = f"{len(kept) + others:,} figures and statements in {counted(len(report.documents), 'document')}"
    told = f"; {others:,} of verdicts that were not asked for" if others else ""
    return {
        "tallies": [(name, counted(counts[name], name)) for name in _TALLIES],
        "sections": [*_by_path(report.findings), *(_document(document, report) for document in report.documents)],
        "tables": _tables(
            {
                "Verdicts": verdicts(report),
                "Suppressed": suppressed(report),
                "Not checked": not_checked(report),
            }
        ),
        "looked_at": looked_at + told,
        "meanings": [(verdict.value, MEANINGS[verdict]) for verdict in Verdict],
    }


def _validated(report: ValidationReport) -> dict[str, object]:
    counts = severities(finding.severity for finding in report.findings)
    return {
        "tallies": [(name, counted(counts[name], name)) for name in _TALLIES],
        "sections": _by_path(report.findings),
        "tables": _tables({"Verified": report.verified, "Not verified": report.not_verified}),
        "looked_at": f"{nodes(report) or 'no nodes'}; {counted(report.checks, 'check')} made",
        "meanings": [
            (name, visible(doc.summary))
            for name, doc in sorted(report.rules.items())
            if any(finding.rule == name for finding in report.findings)
        ],
    }


def _by_path(findings: Iterable[Finding]) -> list[_Section]:
    """A section a file."""
    by_path: dict[str, list[_Item]] = {}
    for finding in sorted(findings, key=lambda each: each.key()):
        by_path.setdefault(finding.place.path, []).append(_of_finding(finding))
    return [_Section(visible(path), tuple(items)) for path, items in by_path.items()]


def _tables(counts: Mapping[str, Mapping[str, int]]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (title, [(visible(name), f"{count:,}") for name, count in rows.items() if count])
        for title, rows in counts.items()
        if any(rows.values())
    ]


def _document(document: CheckedDocument, report: CheckReport) -> _Section:
    seen: Counter[tuple[str, str]] = Counter()
    items = []
    supported = 0
    for assertion in document.assertions:
        nth = seen[assertion.sentence, assertion.text]
        seen[assertion.sentence, assertion.text] += 1
        if assertion.verdict is Verdict.SUPPORTED and not report.explain:
            supported += 1
        else:
            items.append(_of_assertion(assertion, nth, report))
    items += [_of_finding(finding) for finding in sorted(document.findings, key=lambda each: each.key())]
    return _Section(visible(document.path), tuple(items), supported)


def _of_assertion(assertion: Assertion, nth: int, report: CheckReport) -> _Item:
    sentence, text = visible(assertion.sentence), visible(assertion.text)
    start = find(sentence, text, nth)
    end = start + len(text) if start >= 0 else 0
    facts = [
        ("claim", f"{assertion.claim}: {report.statements.get(assertion.claim, '')}".removesuffix(": ")),
        ("figure", assertion.expected),
        ("standing", assertion.standing),
        ("sources", "; ".join(report.citations.get(each, each) for each in assertion.sources)),
        ("write instead", assertion.fix.text if assertion.fix else ""),
    ]
    if report.explain:
        facts += [("looked at", f"{each.claim}: {each.why}") for each in assertion.considered]
    return _Item(
        assertion.verdict.value,
        assertion.severity,
        f"{assertion.place.line}:{assertion.place.column}",
        visible(assertion.message),
        sentence[: max(start, 0)],
        sentence[max(start, 0) : end],
        sentence[end:],
        tuple((name, visible(value)) for name, value in facts if value),
        visible(assertion.suppressed),
    )


def _of_finding(finding: Finding) -> _Item:
    facts = tuple(("see", visible(f"{each.place} {each.message}")) for each in finding.related)
    where = f"{finding.place.line}:{finding.place.column}"
    return _Item(finding.rule, finding.severity, where, visible(finding.message), facts=facts)
