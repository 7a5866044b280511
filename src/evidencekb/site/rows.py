"""A claim in one line of a list: what lists, counts and the health page need of it, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.reason.reviews import due
from evidencekb.site.facets import folder

if TYPE_CHECKING:
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim, Source
    from evidencekb.model.standing import Standing

_READ: Final = frozenset({"full-text", "abstract"})


class Row(NamedTuple):
    """One claim. `weight` is how much is said about it, for and against: each source and each dispute counts once."""

    id: str
    topic: str  # its folder
    level: str  # of its standing
    figure_text: str
    statement: str
    status: str
    reviewed: str
    due: str  # the day of its next review, "" where none is set
    weight: int
    only_lay: bool  # supported, and by articles for the public alone
    unread: bool  # supported, and no editor has read more of any source than its title
    unverified: bool  # supported, and none of the words that support it could be looked up in a stored text


def row(kb: KnowledgeBase, claim: Claim, standing: Standing) -> Row:
    """Sum up one claim."""
    items = [item for item in claim.evidence if item.stance == "supports"]
    sources = [source for name in dict.fromkeys(i.source for i in items) if (source := kb.sources.get(name))]
    sides = (standing.support, standing.restated, standing.contradicted_by, kb.linked("dispute", claim.id))
    return Row(
        claim.id,
        folder(claim),
        standing.level,
        claim.figure_text,
        claim.statement,
        claim.status,
        claim.reviewed,
        day.isoformat() if (day := due(claim, kb.config.review_every)) else "",
        sum(len(side) for side in sides) + 2 * len(standing.contradicted_by),
        bool(sources) and all(source.tier == "lay" for source in sources),
        bool(sources) and not any(source.seen_as in _READ for source in sources),
        bool(items) and not any(item.as_stated and _stored(kb.sources.get(item.source)) for item in items),
    )


def _stored(source: Source | None) -> bool:
    return source is not None and bool(source.snapshot)
