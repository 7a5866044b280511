"""What a rule says (Problem) and what the user is shown (Finding)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from evidencekb.model.place import Place

Severity = Literal["error", "warning", "note", "ok"]
SEVERITIES: Final = ("ok", "note", "warning", "error")


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding speaks of."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule found: what is wrong, where, and what to do, in `message`; no rule name, no severity."""

    message: str
    place: Place
    nodes: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem stamped with its rule and severity by the runner."""

    rule: str
    severity: Severity
    message: str
    place: Place
    nodes: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()

    def key(self) -> tuple[str, int, int, str, str]:
        """Sort key: by place, then rule, then words."""
        return (self.place.path, self.place.line, self.place.column, self.rule, self.message)
