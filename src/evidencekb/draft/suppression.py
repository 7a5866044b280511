"""Comments that silence a verdict, with a reason: `<!-- evidencekb-disable-line unsourced: quoted -->`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from evidencekb.model.assertion import Verdict
from evidencekb.model.finding import Finding
from evidencekb.model.place import LineMap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.model.assertion import Assertion
    from evidencekb.model.document import Comment, Document

_PREFIX: Final = "evidencekb-"
_KINDS: Final = ("disable", "enable", "disable-line", "disable-next-line", "disable-file")
_NAMES: Final = frozenset(verdict.value for verdict in Verdict)


@dataclass(slots=True)
class _Span:
    """Lines first to last in which one verdict ("" for all) is silenced."""

    comment: Comment
    verdict: str
    reason: str
    first: int
    last: int
    used: bool = False


def apply(document: Document, assertions: Sequence[Assertion]) -> tuple[tuple[Assertion, ...], tuple[Finding, ...]]:
    """The assertions with what the comments silence marked, and a finding for each bad or unused comment."""
    lines = LineMap(document.source)
    findings: list[Finding] = []
    spans: list[_Span] = []
    for comment in document.comments:
        if not comment.text.startswith(_PREFIX):
            continue
        problem = _read(comment, lines, spans)
        if problem:
            place = lines.place(document.path, comment.start, comment.end)
            findings.append(Finding("bad-suppression", "warning", problem, place))
    marked = []
    for assertion in assertions:
        reason = ""
        for span in spans:
            within = span.first <= assertion.place.line <= span.last
            if within and span.verdict in {"", assertion.verdict, assertion.own} and assertion.severity != "ok":
                span.used, reason = True, span.reason
        marked.append(replace(assertion, suppressed=reason) if reason else assertion)
    for span in spans:
        if not span.used:
            place = lines.place(document.path, span.comment.start, span.comment.end)
            what = span.verdict or "anything"
            findings.append(
                Finding(
                    "unused-suppression", "warning", f"nothing here is reported as {what}: take the comment out", place
                )
            )
    return tuple(marked), tuple(sorted(findings, key=Finding.key))


def _read(comment: Comment, lines: LineMap, spans: list[_Span]) -> str:
    """Add what one comment silences; says what is wrong with it, if anything."""
    head, colon, reason = comment.text.removeprefix(_PREFIX).partition(":")
    kind, *names = head.replace(",", " ").split() or [""]
    if kind not in _KINDS:
        return f"no comment is called evidencekb-{kind}; there are: {', '.join(_PREFIX + k for k in _KINDS)}"
    unknown = [name for name in names if name not in _NAMES]
    if unknown:
        return f"no verdict is called {unknown[0]!r}; there are: {', '.join(sorted(_NAMES))}"
    line, _ = lines.position(comment.start)
    if kind == "enable":
        for span in spans:
            if span.last > line and (not names or span.verdict in names):
                span.last = line
        return ""
    reason = reason.strip()
    if not colon or not reason:
        return f"say why: <!-- evidencekb-{' '.join([kind, *names])}: the reason -->"
    first, last = {
        "disable": (line, 10**9),
        "disable-line": (line, line),
        "disable-next-line": (line + 1, line + 1),
        "disable-file": (1, 10**9),
    }[kind]
    spans += [_Span(comment, name, reason, first, last) for name in names or [""]]
    return ""
