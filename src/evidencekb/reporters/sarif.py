"""SARIF 2.1.0 for code scanning: rules with their help, places, related places, fixes and suppressions."""

from __future__ import annotations

import json
from collections import Counter
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from evidencekb.model.assertion import KNOWN, SEVERITY, Verdict
from evidencekb.model.report import CheckReport
from evidencekb.reporters._entries import entries
from evidencekb.reporters._shown import MEANINGS, encode, visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.place import Place
    from evidencekb.model.report import Report
    from evidencekb.reporters._entries import Entry

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final[Mapping[str, str]] = {"error": "error", "warning": "warning", "note": "note", "ok": "none"}


def render(report: Report, *, color: bool = False, quiet: bool = False) -> bytes:  # noqa: ARG001
    """Give one run; columns count code points."""
    found = entries(report)
    rules = _rules(report, found)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    seen: Counter[tuple[str, str, str]] = Counter()
    results = [_result(entry, index, seen) for entry in found]
    driver = {"name": "evidencekb", "version": version("evidencekb"), "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    data = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return encode(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _rules(report: Report, found: list[Entry]) -> list[dict[str, Any]]:
    """Descriptors of everything that may be found, and of what was found without being documented, by name."""
    rules: dict[str, dict[str, Any]] = {}
    if isinstance(report, CheckReport):
        for verdict in Verdict:
            if verdict is not Verdict.SUPPORTED:
                meaning = MEANINGS[verdict]
                rules[verdict.value] = _rule(verdict.value, meaning, meaning, SEVERITY[verdict])
    else:
        for name, doc in report.rules.items():
            rules[name] = _rule(name, doc.summary, doc.text, doc.severity, doc.group)
    for entry in found:
        if entry.name not in rules:
            rules[entry.name] = _rule(entry.name, entry.name, entry.name, entry.severity)
    return [rules[name] for name in sorted(rules)]


def _rule(name: str, summary: str, text: str, severity: str, group: str = "") -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": name,
        "shortDescription": {"text": summary or name},
        "help": {"text": text or name, "markdown": text or name},
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }
    return {**rule, "properties": {"tags": [group]}} if group else rule


def _result(entry: Entry, index: Mapping[str, int], seen: Counter[tuple[str, str, str]]) -> dict[str, Any]:
    key = (entry.name, entry.place.path, entry.text or entry.message)
    seen[key] += 1
    result: dict[str, Any] = {
        "ruleId": entry.name,
        "ruleIndex": index[entry.name],
        "level": _LEVELS[entry.severity],
        "message": {"text": visible(entry.message) or entry.name},
        "locations": [{"physicalLocation": _physical(entry.place)}],
        # stable when lines move: what is said of which words, and which of several alike it is
        "partialFingerprints": {"assertion/v1": f"{entry.name}:{entry.text}:{entry.claim}:{seen[key]}"},
    }
    if entry.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _physical(each.place), "message": {"text": visible(each.message)}}
            for number, each in enumerate(entry.related)
        ]
    if entry.fix:
        change = {
            "artifactLocation": _artifact(entry.fix.place),
            "replacements": [{"deletedRegion": _region(entry.fix.place), "insertedContent": {"text": entry.fix.text}}],
        }
        result["fixes"] = [{"description": {"text": f"write “{entry.fix.text}”"}, "artifactChanges": [change]}]
    if entry.suppressed:
        result["suppressions"] = [
            {"kind": "external" if entry.suppressed == KNOWN else "inSource", "justification": entry.suppressed}
        ]
    properties = {"claim": entry.claim, "sources": list(entry.sources), "nodes": list(entry.nodes)}
    kept = {name: value for name, value in properties.items() if value}
    return {**result, "properties": kept} if kept else result


def _physical(place: Place) -> dict[str, Any]:
    return {"artifactLocation": _artifact(place), "region": _region(place)}


def _artifact(place: Place) -> dict[str, Any]:
    return {"uri": quote(place.path.replace("\\", "/").encode("utf-8", "backslashreplace"), safe="/-._~+@")}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": max(place.line, place.end_line),
        "endColumn": place.end_column if (place.end_line, place.end_column) >= (place.line, place.column) else
        place.column,
    }  # fmt: skip
