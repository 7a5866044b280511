"""What a supporting evidence item changes of the frame of its claim, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.model.finding import Problem
from evidencekb.reason.names import group, label
from evidencekb.rules.frames import figure_text
from evidencekb.rules.salts import related
from evidencekb.rules.selection import evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase

_SAID: Final = {
    "population": ("of", "what holds in one group need not hold in another"),
    "comparator": ("against", "a difference from one group is not a difference from another"),
    "given": ("with", "what one treatment does, another need not do"),
    "outcome": ("for", "how many reach one outcome does not say how many reach another"),
    "measure": ("for", "a cut-off of one test means nothing for another"),
    "substance": ("for", "a dose of one substance is not a dose of another"),
    "subject": ("of", "what is true of one thing need not be true of another"),
    "object": ("of", "what is true of one thing need not be true of another"),
}
"""Field to the preposition before it, and why it matters when it changes."""


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
            of, matters = _SAID[field]
            yield Problem(
                f"{item.source} {says} {_words(kb, field, of, stated)}, the claim {_words(kb, field, of, claimed)}"
                f"{_wider(kb, stated, claimed)}; {matters}, so it supports the claim only if the source says both "
                "(else `stance: qualifies`)",
                kb.place(claim, "evidence", index, field),
                (claim.id, item.source),
            )


def _names(value: str | tuple[str, ...]) -> frozenset[str]:
    """A field of one concept or several, as a set."""
    if isinstance(value, str):
        return frozenset({value} if value else ())
    return frozenset(value)


def _words(kb: KnowledgeBase, field: str, of: str, names: frozenset[str]) -> str:
    """`of women with asthma`, `for a dry cough`, or that nothing is named."""
    if not names:
        return f"without naming a {field}"
    return f"{of} {group(kb, names) if field == 'population' else ' and '.join(label(kb, n) for n in sorted(names))}"


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
