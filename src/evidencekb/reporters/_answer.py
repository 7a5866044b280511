"""Answers and dossiers in the formats in which they make sense: text, markdown, json."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from textwrap import fill
from typing import TYPE_CHECKING

from evidencekb.model.answer import Answer, Section
from evidencekb.model.errors import UsageError

if TYPE_CHECKING:
    from evidencekb.model.dossier import Dossier, EvidenceRow, Link

_WIDTH = 100
_MENTION = re.compile(r"@(?=\w)|#(?=\d)")
_JOINER = "\N{WORD JOINER}"


def render(shown: Answer | Dossier, form: str) -> bytes:
    """Give an answer in `text`, `markdown` or `json`; UsageError for other formats."""
    answer = shown if isinstance(shown, Answer) else from_dossier(shown)
    if form == "json":
        return (json.dumps({"schema": answer.schema, **answer.data}, ensure_ascii=False, indent=2) + "\n").encode()
    if form == "markdown":
        return _markdown(answer).encode()
    if form == "text":
        return _text(answer).encode()
    message = f"this is given as text, markdown or json, not as {form}"
    raise UsageError(message)


def _text(answer: Answer) -> str:
    """Headings and indented, wrapped lines."""
    lines = [fill(answer.title, _WIDTH)]
    for section in answer.sections:
        lines += ["", section.heading]
        lines += [
            fill(line, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_long_words=False)
            for line in section.lines or (section.empty,)
        ]
    return "\n".join(lines) + "\n"


def _markdown(answer: Answer) -> str:
    """A heading a section, a list item a line."""
    lines = [f"## {_escaped(answer.title)}"]
    for section in answer.sections:
        lines += ["", f"### {section.heading}", ""]
        lines += [f"- {_escaped(line)}" for line in section.lines] or [_escaped(section.empty)]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    """One line of plain text: Markdown's own characters escaped, and nothing that a forge takes for a mention."""
    plain = "".join(f"\\{char}" if char in "\\`*_[]<>|#~&" else char for char in " ".join(text.split()))
    return _MENTION.sub(lambda found: f"{found[0]}{_JOINER}", plain)


def from_dossier(shown: Dossier) -> Answer:
    """All that is known of one node, as sections."""
    head = tuple(part for part in (shown.figure and f"figure: {shown.figure}", _standing(shown)) if part)
    sections = [
        Section(
            f"{shown.kind} {shown.id} ({shown.path})", (*head, *(f"{name}: {value}" for name, value in shown.facts))
        ),
    ]
    if shown.kind in {"claim", "source"}:
        of_source = shown.kind == "source"
        rows = tuple(_row(row, of_source=of_source) for row in shown.evidence)
        sections.append(Section("Evidence", rows, "no source is recorded"))
    if shown.handed_on:
        sections.append(Section("Changed on its way from source to source", shown.handed_on))
    sections.append(Section("Depends on", tuple(map(_link, shown.depends_on)), "nothing"))
    sections.append(Section("Used by", tuple(map(_link, shown.used_by)), "nothing"))
    told = {name: [each._asdict() for each in getattr(shown, name)] for name in ("evidence", "depends_on", "used_by")}
    data = {**asdict(shown), **told, "facts": dict(shown.facts)}
    return Answer("evidencekb/show/1", shown.title, tuple(sections), data)


def _standing(shown: Dossier) -> str:
    """Standing with its reason."""
    return f"standing: {shown.standing}. {shown.because}" if shown.standing else ""


def _row(row: EvidenceRow, *, of_source: bool) -> str:
    """One evidence item in one line."""
    name = row.claim if of_source else f"{row.citation} [{row.source}, {row.tier}]"
    parts = [
        f"{row.stance}: {name}",
        row.figure,
        *row.differs,
        row.where,
        f"“{row.as_stated}”" if row.as_stated else "",
    ]
    return "; ".join(part for part in (*parts, row.note) if part)


def _link(link: Link) -> str:
    """Another node in one line."""
    return f"{link.relation}: {link.kind} {link.id}" + ("" if link.title == link.id else f" ({link.title})")
