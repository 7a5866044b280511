"""What a supporting evidence item changes of the frame of its claim, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem
from evidencekb.reason.dossier import label
from evidencekb.rules.frames import figure_text
from evidencekb.rules.salts import related
from evidencekb.rules.selection import evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

_CARRIES = {
    "population": "a figure or finding of one group does not carry over to another",
    "comparator": "a difference from one group is not a difference from another",
    "given": "what one treatment does, another need not do",
    "outcome": "how many reach one outcome does not say how many reach another",
    "measure": "a cut-off of one test means nothing for another",
    "substance": "a dose of one substance is not a dose of another",
    "subject": "what is true of one thing need not be true of another",
    "object": "what is true of one thing need not be true of another",
}


def changes(kb: KnowledgeBase, *fields: str) -> Iterator[Problem]:
    """Yield a Problem for each of these fields that a supporting item states otherwise than its claim."""
    for claim, index, item in evidence(kb):
        if item.stance != "supports":
            continue
        for field in fields:
            own = getattr(item, field)
            if own is None:
                continue
            claimed, stated = _names(getattr(claim, field)), _names(own)
            if claimed == stated or (field == "substance" and related(kb, claim.substance, own)):
                continue
            says = f"says {figure_text(claim, item)}" if figure_text(claim, item) else "says this"
            yield Problem(
                f"{item.source} {says} of {_words(kb, stated)}, the claim of {_words(kb, claimed)}"
                f"{_wider(kb, stated, claimed)}; {_CARRIES[field]}, so it is no support for this claim unless the "
                "source says both (else `stance: qualifies`)",
                kb.place(claim, "evidence", index, field),
                (claim.id, item.source),
            )


def _names(value: str | tuple[str, ...]) -> frozenset[str]:
    """A field of one concept or several, as a set."""
    if isinstance(value, str):
        return frozenset({value} if value else ())
    return frozenset(value)


def _words(kb: KnowledgeBase, names: frozenset[str]) -> str:
    """Labels joined, or that nothing is named."""
    return " and ".join(f"“{label(kb, name)}”" for name in sorted(names)) or "nothing in particular"


def _wider(kb: KnowledgeBase, stated: frozenset[str], claimed: frozenset[str]) -> str:
    """Whether what the source states is broader or narrower than the claim, where the concepts tell."""
    if _within(kb, claimed, stated):
        return " (the source is broader)"
    if _within(kb, stated, claimed):
        return " (the source is narrower)"
    return ""


def _within(kb: KnowledgeBase, inner: frozenset[str], outer: frozenset[str]) -> bool:
    """Whether everyone in `inner` (all of its concepts hold) is in `outer`."""
    known = frozenset[str]().union(*(kb.broader.get(name, frozenset({name})) for name in inner))
    universal = {name for name in outer if name in kb.concepts and kb.concepts[name].universal}
    return outer <= known | universal
