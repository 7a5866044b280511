"""The frame of a claim: everything it says but its figure. Two claims with one frame speak of the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.model.standing import Standing
from evidencekb.reason.groups import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim, Evidence
    from evidencekb.model.place import Place
    from evidencekb.model.quantity import Quantity

_FIELDS: Final = (
    *("kind", "outcome", "comparator", "measure", "means", "action"),
    *("substance", "purpose", "phase", "effect", "subject", "object"),
)
Frame = tuple[object, ...]


def frame(kb: KnowledgeBase, claim: Claim) -> Frame:
    """A key that is equal for claims of one frame; neither order in lists nor what is true of everyone matters."""
    return (
        *(getattr(claim, name) for name in _FIELDS),
        plain(kb, claim.population),
        frozenset(claim.given),
    )


def by_frame(kb: KnowledgeBase, claims: Iterable[Claim]) -> Mapping[Frame, list[Claim]]:
    """Group claims by frame, in their order; frames of one claim only are left out."""
    groups: dict[Frame, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(frame(kb, claim), []).append(claim)
    return {key: group for key, group in groups.items() if len(group) > 1}


def figure_text(claim: Claim, item: Evidence) -> str:
    """The figure of an evidence item as written: its own, or else the claim's."""
    return item.figure_text or claim.figure_text


def figure(claim: Claim, item: Evidence) -> Quantity | None:
    """The figure of an evidence item: its own, or else the claim's; None where there is none that can be read."""
    return item.figure if item.figure_text else claim.figure


def disputed_together(kb: KnowledgeBase, one: str, other: str) -> bool:
    """Whether a dispute, open or resolved, names both claims."""
    return any(other in dispute.claims or other in dispute.against for dispute in kb.disputes_of.get(one, ()))


def containing(kb: KnowledgeBase, outcome: str) -> frozenset[str]:
    """Every concept that whoever has `outcome` has as well, itself left out."""
    seen: set[str] = set()
    stack = [outcome]
    while stack:
        concept = kb.concepts.get(stack.pop())
        for name in (*concept.broader, *(i.concept for i in concept.implies if i.at_least is None)) if concept else ():
            if name not in seen:
                seen.add(name)
                stack.append(name)
    return frozenset(seen - {outcome})


def cause(kb: KnowledgeBase, claim: Claim) -> Place:
    """Where a claim says what raises or lowers what."""
    return kb.place(claim, "steps" if claim.steps else "relation")


def alike(kb: KnowledgeBase) -> Mapping[str, Standing]:
    """One standing for all claims, for rules that do not say which step is weakest: the real ones take long."""
    return dict.fromkeys(kb.claims, Standing("reported", ""))
