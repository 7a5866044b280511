"""How the claim base stands: counts, and what an editor should look at next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from evidencekb.reason.names import citation
from evidencekb.site.frame import Leaf
from evidencekb.site.lists import listing
from evidencekb.site.paging import address, cut
from evidencekb.site.pictures.standing import bar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from evidencekb.site.frame import Frame
    from evidencekb.site.rows import Row

_SHOWN: Final = 25
_ARTICLES: Final = 100
_WORK: Final[Mapping[str, tuple[str, Callable[[Row, str], bool]]]] = {
    "unsourced": ("Unsourced", lambda row, _: row.level == "unsourced"),
    "overdue": ("Past their review date", lambda row, day: bool(row.due) and row.due < day),
    "only-lay": ("Supported by articles for the public only", lambda row, _: row.only_lay),
    "unread": ("Unverified: nobody has read a source that supports it", lambda row, _: row.unread),
    "unverified": ("Unverified: no stored text to compare its sources with", lambda row, _: row.unverified),
    "unapproved": ("Not yet approved", lambda row, _: row.status in {"draft", "in-review"}),
}
"""What editors should look at: a name for the address, a heading, and whether a claim belongs there on a day."""


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
    every, day = frame.rows, frame.day
    counts = Counter(row.level for row in every)
    covers = frame.cells.family("covers")
    coverage = [Coverage(name, *covers[name]) for name in covers if covers[name]]
    coverage.sort(key=lambda each: (-each.states, each.source))
    changed = [source for source in frame.kb.sources.values() if source.status != "current"]
    used = [source for source in changed if frame.kb.linked("evidence", source.id)]
    gone = [(source.id, citation(source), source.status, source.notice) for source in used]
    yield (
        "health.html",
        frame.page(
            "health.html",
            "health.html",
            lists=[
                (_WORK[name][0], listing(found, _SHOWN), address(_base(name), 1))
                for name, found in _work(frame).items()
            ],
            gone=listing(gone, _ARTICLES),
            counts=counts,
            day=day,
            total=len(every),
            bar=bar(counts, "standing-bar", "How all claims stand"),
            coverage=listing(coverage, _ARTICLES),
        ),
    )


def lists(frame: Frame) -> Iterator[Leaf]:
    """`health-<name>.html` and its further pages, for what `health.html` cannot hold."""
    for name, found in _work(frame).items():
        if len(found) > _SHOWN:
            for path, part, pager in cut(_base(name), [row.id for row in found]):
                yield Leaf(path, {"title": _WORK[name][0], "names": part, "pager": pager, "total": len(found)})


def leaf(frame: Frame, path: str, values: dict[str, Any]) -> str:
    """One page of such a list."""
    return frame.page("work.html", path, rows=[frame.row(name) for name in values["names"]], **values)


def _work(frame: Frame) -> dict[str, list[Row]]:
    """Each list of work, with the claims on it."""
    rows, day = [row for row in frame.rows if row.status != "retired"], frame.day
    return {name: [row for row in rows if belongs(row, day)] for name, (_, belongs) in _WORK.items()}


def _base(name: str) -> str:
    return f"health-{name}"
