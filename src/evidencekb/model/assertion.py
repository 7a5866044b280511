"""What `check` says of each figure and statement of a draft."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.finding import Severity
    from evidencekb.model.place import Place


class Verdict(StrEnum):
    """The verdicts, each assertion has exactly one (DESIGN, Checking a draft)."""

    SUPPORTED = "supported"
    DISPUTED = "disputed"
    WRONG_VALUE = "wrong-value"
    WRONG_UNIT = "wrong-unit"
    WRONG_BOUND = "wrong-bound"
    WRONG_POPULATION = "wrong-population"
    WRONG_INTERVENTION = "wrong-intervention"
    WRONG_OUTCOME = "wrong-outcome"
    INVERTED = "inverted"
    CONTRADICTED = "contradicted"
    OVERSTATED = "overstated"
    INCONSISTENT = "inconsistent"
    IMPLAUSIBLE = "implausible"
    UNSOURCED = "unsourced"
    UNCLEAR = "unclear"


_WARNINGS: Final = {Verdict.DISPUTED, Verdict.OVERSTATED, Verdict.UNSOURCED, Verdict.UNCLEAR}
SEVERITY: Final[Mapping[Verdict, Severity]] = {
    v: "ok" if v is Verdict.SUPPORTED else "warning" if v in _WARNINGS else "error" for v in Verdict
}

PASSING: Final = frozenset({Verdict.SUPPORTED, Verdict.DISPUTED})
"""What a figure or a statement gets that says what a claim says."""
KNOWN: Final = "known (baseline)"
"""Why something is suppressed that a baseline knows."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A mechanical mend: the characters of `place` become `text`."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Considered:
    """A claim that was looked at, and why it was (or was not) chosen; shown by --explain."""

    claim: str
    why: str


@dataclass(frozen=True, slots=True)
class Assertion:
    """One checked figure or statement. `text` is the exact surface that `place` spans."""

    verdict: Verdict
    place: Place
    text: str
    sentence: str
    message: str
    claim: str = ""
    expected: str = ""
    standing: str = ""
    sources: tuple[str, ...] = ()
    fix: Fix | None = None
    considered: tuple[Considered, ...] = ()
    severity: Severity = "ok"
    beneath: Verdict | None = None  # where the draft contradicts itself elsewhere: the verdict without that
    suppressed: str = ""  # the reason given in a suppression comment, or KNOWN; "" where shown

    @property
    def own(self) -> Verdict:
        """The verdict by its own words alone, which stays when another sentence of the draft is mended."""
        return self.beneath or self.verdict
