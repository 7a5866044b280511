"""The front page: explainers, search, the standing of all claims, the most disputed figures; and what the site is."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from evidencekb.site.pictures.standing import bar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.site.frame import Frame

_DISPUTED: Final = 8


def render(frame: Frame) -> Iterator[tuple[str, str]]:
    """`index.html` and `about.html`."""
    rows = frame.rows
    counts = Counter(row.level for row in rows)
    disputed = [row for row in rows if row.figure_text and row.level == "disputed"]
    disputed.sort(key=lambda row: (-row.weight, row.id))
    yield (
        "index.html",
        frame.page(
            "home.html",
            "index.html",
            explainers=frame.explainers,
            counts=counts,
            bar=bar(counts, "standing-bar", "How all claims stand"),
            disputed=[(row, frame.standings[row.id]) for row in disputed[:_DISPUTED]],
        ),
    )
    yield "about.html", frame.page("about.html", "about.html")
