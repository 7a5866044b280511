"""What every reporter needs to show: hostile characters made visible, counts in words, assertions as findings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from evidencekb.model.assertion import Verdict
from evidencekb.model.finding import SEVERITIES
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping

    from evidencekb.model.assertion import Assertion
    from evidencekb.model.finding import Finding
    from evidencekb.model.report import CheckReport, ValidationReport

# Control characters move the cursor of a terminal; bidi marks and overrides reorder what is read; the rest is unseen.
_HOSTILE: Final = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_PLURALS: Final = {"analysis": "analyses", "series": "series"}

MEANINGS: Final[Mapping[Verdict, str]] = {
    Verdict.SUPPORTED: "every part matches an approved claim",
    Verdict.DISPUTED: "it matches a claim that is disputed",
    Verdict.WRONG_VALUE: "the same thing measured in the same people, with another figure",
    Verdict.WRONG_UNIT: "the same number with a unit that makes it another quantity",
    Verdict.WRONG_BOUND: "the bound changed: “up to”, “at least”, ≤ or > was dropped, added or turned round",
    Verdict.WRONG_POPULATION: "the same figure and outcome, of other people",
    Verdict.WRONG_INTERVENTION: "the same figure, of another treatment or exposure",
    Verdict.WRONG_OUTCOME: "the same figure, of another outcome or substance",
    Verdict.INVERTED: "population and outcome are swapped",
    Verdict.CONTRADICTED: "the direction is reversed or negated",
    Verdict.OVERSTATED: "it says more than the claim does",
    Verdict.INCONSISTENT: "the draft contradicts itself",
    Verdict.IMPLAUSIBLE: "no claim states it, and it lies outside what the claims allow",
    Verdict.UNSOURCED: "a medical figure that no claim speaks of",
    Verdict.UNCLEAR: "the text does not say of whom or of what the figure speaks",
}
"""What each verdict means, in a few words."""


def visible(text: str) -> str:
    r"""One line, with every character that a terminal or an editor would act on written as \xNN or \uNNNN."""
    return _HOSTILE.sub(_escape, " ".join(text.split()) if "\n" in text or "\t" in text else text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def encode(text: str) -> bytes:
    """UTF-8; a lone surrogate, which no encoding has, as its escape."""
    return text.encode("utf-8", "backslashreplace")


def counted(count: int, thing: str) -> str:
    """`1 claim`, `3 claims`, `2 entries`, with thousands set apart."""
    if count == 1:
        return f"1 {thing}"
    if thing in _PLURALS:
        many = _PLURALS[thing]
    elif thing.endswith("y") and thing[-2:-1] not in ("a", "e", "o", "u"):
        many = f"{thing[:-1]}ies"
    else:
        many = f"{thing}s"
    return f"{count:,} {many}"


def severities(found: Iterable[str]) -> dict[str, int]:
    """Counts by severity, the worst first, all four keys."""
    counts = Counter(found)
    return {severity: counts[severity] for severity in reversed(SEVERITIES)}


def active(assertions: Iterable[Assertion]) -> list[Assertion]:
    """Assertions that no comment and no baseline suppresses."""
    return [assertion for assertion in assertions if not assertion.suppressed]


def verdicts(report: CheckReport) -> dict[str, int]:
    """Counts by verdict of what is not suppressed, in the order of Verdict, no zeros."""
    counts = Counter(a.verdict for document in report.documents for a in active(document.assertions))
    return {verdict.value: counts[verdict] for verdict in Verdict if counts[verdict]}


def not_checked(report: CheckReport) -> dict[str, int]:
    """Reason to count of what no draft had checked."""
    counts = Counter(report.skipped)
    for document in report.documents:
        counts.update(document.skipped)
    return {reason: counts[reason] for reason in sorted(counts)}


def suppressed(report: CheckReport) -> dict[str, int]:
    """Reason to count of what a comment or the baseline suppresses."""
    counts = Counter(a.suppressed for document in report.documents for a in document.assertions if a.suppressed)
    return {reason: counts[reason] for reason in sorted(counts)}


def faults(report: CheckReport) -> list[Finding]:
    """What is wrong with the run as a whole and with single drafts, apart from what they say."""
    return [*report.findings, *(finding for document in report.documents for finding in document.findings)]


def left_out(report: CheckReport) -> int:
    """How many figures and statements were not asked for."""
    return sum(document.left_out for document in report.documents)


def nodes(report: ValidationReport) -> str:
    """`120 claims, 80 concepts and 2 disputes`."""
    return listed([counted(count, kind) for kind, count in sorted(report.nodes.items())])


def listed(parts: list[str]) -> str:
    """`a, b and c`."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)
