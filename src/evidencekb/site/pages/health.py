"""How the claim base stands: counts, and what an editor should look at next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from evidencekb.site.lists import listing
from evidencekb.site.pictures.standing import bar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from evidencekb.site.frame import Frame

_SHOWN: Final = 25
_ARTICLES: Final = 100


@dataclass(frozen=True, slots=True)
class Coverage:
    """One article for the public: how many claims it states, how those stand, and how many it contradicts."""

    source: str
    title: str
    states: int
    contradicts: int
    counts: Mapping[str, int]


def render(frame: Frame) -> Iterator[tuple[str, str]]:
    """`health.html`."""
    every = frame.rows
    rows = [row for row in every if row.status != "retired"]
    day = frame.day
    lists = {
        "Unsourced": [row for row in rows if row.level == "unsourced"],
        "Past their review date": [row for row in rows if row.review_by and row.review_by < day],
        "Supported by articles for the public only": [row for row in rows if row.only_lay],
        "Unverified: nobody has read a source that supports it": [row for row in rows if row.unread],
        "Unverified: no stored text to compare its sources with": [row for row in rows if row.unverified],
        "Not yet approved": [row for row in rows if row.status in {"draft", "in-review"}],
    }
    counts = Counter(row.level for row in every)
    covers = frame.cells.family("covers")
    coverage = [Coverage(name, *covers[name]) for name in covers if covers[name]]
    coverage.sort(key=lambda each: (-each.states, each.source))
    yield (
        "health.html",
        frame.page(
            "health.html",
            "health.html",
            lists={name: listing(found, _SHOWN) for name, found in lists.items()},
            counts=counts,
            day=day,
            total=len(every),
            bar=bar(counts, "standing-bar", "How all claims stand"),
            coverage=listing(coverage, _ARTICLES),
        ),
    )
