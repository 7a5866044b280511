"""Markdown for a comment on a pull request: a line of counts, a table of what needs a person, details folded away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from evidencekb.model.report import CheckReport
from evidencekb.reporters._entries import entries
from evidencekb.reporters._shown import (
    counted,
    encode,
    left_out,
    listed,
    nodes,
    not_checked,
    severities,
    suppressed,
    verdicts,
    visible,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.report import Report, ValidationReport
    from evidencekb.reporters._entries import Entry

_MOST: Final = 200  # rows; comments have a limit of 65,536 characters
_LONGEST: Final = 300  # characters of a message
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>()#+!|~@&$^=:-])")

_CALLS: Final = re.compile(r"([@#])(?=\w)")


def render(report: Report, *, color: bool = False, quiet: bool = False) -> bytes:  # noqa: ARG001
    """Give GitHub-flavored Markdown; nothing from a draft or a claim base is taken for markup, link or mention."""
    found = [entry for entry in entries(report) if not entry.suppressed]
    counts = severities(entry.severity for entry in found)
    total = listed([counted(counts[name], name) for name in ("error", "warning", "note")])
    lines = [f"### evidencekb: {total}", ""]
    if found:
        lines += ["| | where | what | |", "| --- | --- | --- | --- |", *(_row(entry) for entry in found[:_MOST])]
        if len(found) > _MOST:
            lines += ["", f"… and {len(found) - _MOST:,} more."]
        lines.append("")
    lines += _checked(report) if isinstance(report, CheckReport) else _validated(report)
    return encode("\n".join(lines).rstrip() + "\n")


def _row(entry: Entry) -> str:
    where = f"{plain(entry.place.path)}:{entry.place.line}"
    what = plain(entry.title)
    message = visible(entry.message)
    if len(message) > _LONGEST:
        message = f"{message[: _LONGEST - 1].rstrip()}…"
    return f"| {entry.severity} | {where} | {what} | {plain(message)} |"


def plain(text: str) -> str:
    """Text with every character that Markdown would act on escaped; `@` and `#` lose their power to call and link."""
    return _CALLS.sub("\\1\u2060", _MARKUP.sub(r"\\\1", visible(text)))


def _checked(report: CheckReport) -> list[str]:
    lines = []
    by_verdict = verdicts(report)
    others = left_out(report)
    number = sum(by_verdict.values()) + others
    told = listed(
        [f"{count:,} {verdict}" for verdict, count in by_verdict.items()]
        + [f"{others:,} of verdicts that were not asked for"] * bool(others)
    )
    lines.append(
        f"{number:,} figures and statements in {counted(len(report.documents), 'document')}"
        f"{': ' if told else ''}{told}."
    )
    lines += _folded("Suppressed", suppressed(report))
    return lines + _folded("Not checked", not_checked(report))


def _validated(report: ValidationReport) -> list[str]:
    lines = [f"Looked at {nodes(report) or 'no nodes'}; {counted(report.checks, 'check')} made."]
    lines += _folded("Verified", report.verified)
    return lines + _folded("Not verified", report.not_verified)


def _folded(title: str, counts: Mapping[str, int]) -> list[str]:
    total = sum(counts.values())
    if not total:
        return []
    rows = [f"- {count:,} {plain(reason)}" for reason, count in sorted(counts.items()) if count]
    return ["", f"<details><summary>{title}: {total:,}</summary>", "", *rows, "", "</details>"]
