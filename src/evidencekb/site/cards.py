"""What a card beside a figure shows of a claim's sources: the dissent first, each source once, the rest counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.model.nodes import RANK

if TYPE_CHECKING:
    from evidencekb.model.dossier import Dossier, EvidenceRow

_STANCES: Final = ("contradicts", "qualifies", "supports")
_EACH: Final = 2
"""Sources that are named for a stance."""
_GONE: Final = frozenset({"retracted", "superseded"})


class Voices(NamedTuple):
    """The sources that take one stance: the weightiest, and how many more there are."""

    stance: str
    rows: tuple[EvidenceRow, ...]
    more: int


def voices(shown: Dossier) -> tuple[Voices, ...]:
    """Every stance that a source takes to a claim."""
    found = []
    for stance in _STANCES:
        first: dict[str, EvidenceRow] = {}
        for row in shown.evidence:
            if row.stance == stance and not (row.source in first and (first[row.source].figure or not row.figure)):
                first[row.source] = row
        rows = sorted(first.values(), key=lambda row: (row.source_status in _GONE, -RANK.get(row.tier, -1)))
        if rows:
            found.append(Voices(stance, tuple(rows[:_EACH]), max(0, len(rows) - _EACH)))
    return tuple(found)
