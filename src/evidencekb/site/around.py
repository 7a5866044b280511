"""What stands around a claim beside its evidence: how it changed on its way, who uses it, and when it was changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from evidencekb.model.nodes import RANK
from evidencekb.reason import drift
from evidencekb.reason.names import citation
from evidencekb.site import lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.model.nodes import Claim, Source
    from evidencekb.reason.drift import Passage, Reversal
    from evidencekb.site.frame import Frame
    from evidencekb.site.rows import Row

_CHANGES: Final = 12
"""Most entries of a claim's history."""


@dataclass(frozen=True, slots=True)
class Around:
    """Sources by id: `origins` are studies, reviews and guidelines that support goes back to, `ends` where it is lost.

    `with_it` are claims that a dispute weighs together with this one.
    """

    origins: tuple[str, ...]
    ends: tuple[str, ...]
    unchanged: tuple[str, ...]
    passages: tuple[Passage, ...]
    reversals: tuple[Reversal, ...]
    with_it: lists.Listing[Row]
    changes: lists.Listing[tuple[str, str]]  # (date, what was done), its review among them, the latest first
    due: str  # the day of its next review
    names: dict[str, str]  # source to its citation
    notices: tuple[Source, ...]  # of its evidence, those that were retracted, superseded or corrected


def around(frame: Frame, claim: Claim) -> Around:
    """Gather it for one claim."""
    kb, standing = frame.kb, frame.standings[claim.id]
    passages = drift.drift(kb, claim)
    others = [
        name
        for dispute in kb.disputes_of.get(claim.id, ())
        for name in dispute.claims
        if name != claim.id and name in kb.claims
    ]
    known = (*standing.origins, *standing.unidentified)
    studies = [n for n in standing.origins if RANK.get(kb.sources[n].tier, 0) >= RANK["preclinical"]]
    sources = [*(item.source for item in claim.evidence), *known]
    return Around(
        origins=tuple(studies),
        ends=tuple(name for name in known if name not in studies),
        unchanged=drift.unchanged(kb, claim) if passages else (),
        passages=passages,
        reversals=drift.reversals(kb, claim),
        with_it=lists.listing(frame.row(name) for name in dict.fromkeys(others)),
        changes=lists.listing(_history(claim, frame.history.get(claim.path, ())), _CHANGES),
        due=frame.row(claim.id).due,
        notices=tuple(
            source for name in dict.fromkeys(sources) if (source := kb.sources.get(name)) and source.status != "current"
        ),
        names={name: citation(kb.sources[name]) if name in kb.sources else name for name in sources},
    )


def _history(claim: Claim, changes: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """What was done with a claim, by its date; of one day, the review first."""
    reviewed = [(claim.reviewed, f"reviewed by {claim.owner}" if claim.owner else "reviewed")] if claim.reviewed else []
    return sorted([*reviewed, *changes], key=lambda change: change[0], reverse=True)
