"""What a reporter knows: the outcome of validate or check, and nothing of how it came about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.assertion import Assertion
    from evidencekb.model.finding import Finding
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
