"""How well a claim is supported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

ORDER: Final = ("established", "reported", "disputed", "unsourced", "retired")
"""Levels, the best first."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim's level (one of ORDER) and why, in one sentence; the rest are ids of sources, each once.

    `support` says what the claim says, `restated` says it with changes (another figure, group or outcome) and does not
    count as support; `contradicted_by` are current sources. `origins` are the identified sources that the support goes
    back to in the end, `unidentified` those that only say so themselves and name nothing that could be looked up.
    """

    level: str
    because: str
    support: tuple[str, ...] = ()
    contradicted_by: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    restated: tuple[str, ...] = ()
    unidentified: tuple[str, ...] = ()
