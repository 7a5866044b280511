"""Workflow commands of GitHub Actions: each finding as an annotation beside its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.reporters._entries import entries
from evidencekb.reporters._shown import encode, visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.report import Report
    from evidencekb.reporters._entries import Entry

_COMMANDS: Final[Mapping[str, str]] = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, *, color: bool = False, quiet: bool = False) -> bytes:  # noqa: ARG001
    """Give one command a line; what is suppressed or in order makes none."""
    lines = [_command(entry) for entry in entries(report) if entry.severity in _COMMANDS and not entry.suppressed]
    return encode("".join(f"{line}\n" for line in lines))


def _command(entry: Entry) -> str:
    place = entry.place
    properties = {"file": place.path, "line": place.line, "endLine": place.end_line, "title": entry.title}
    if place.line == place.end_line:  # columns over several lines are refused
        properties |= {"col": place.column, "endColumn": max(place.column, place.end_column - 1)}
    shown = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[entry.severity]} {shown}::{_data(entry.message)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
