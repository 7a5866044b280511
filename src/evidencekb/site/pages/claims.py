"""One page a claim, and the list of all."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Final

from evidencekb.reason.bibliography import cite
from evidencekb.site.around import around
from evidencekb.site.frame import STANDINGS, Leaf, url
from evidencekb.site.paging import cut
from evidencekb.site.pictures import comparison, evidence
from evidencekb.site.search import synonyms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.site.frame import Frame

_TOPICS: Final = 200
"""Most topics that the first page of the list leads to."""
_NAMES: Final = 40
"""Most other names that are printed of what a claim speaks of."""


def lists(frame: Frame) -> Iterator[Leaf]:
    """`claims/index.html` and its further pages: claims by topic (their folder), the best supported first."""
    order = {level: at for at, level in enumerate(STANDINGS)}
    rows = sorted(frame.rows, key=lambda row: (row.topic, order[row.level], row.id))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        counts[row.topic][row.level] += 1
    begun: set[str] = set()
    leaves = list(cut("claims/index", rows))
    topics: dict[str, tuple[str, int]] = {}  # to the page that it begins on, and its claims
    for path, part, _ in leaves:
        for row in part:
            topics.setdefault(row.topic, (path, counts[row.topic].total()))
    for path, part, pager in leaves:
        sections = []
        for topic, held in groupby(part, key=lambda row: row.topic):
            shown = [(row.id, row.level, row.figure_text, row.statement, row.status) for row in held]
            sections.append((topic, topic in begun, dict(counts[topic]), shown))
            begun.add(topic)
        shown_topics = dict(list(topics.items())[:_TOPICS]) if pager[0] == 1 else {}
        yield Leaf(path, {"sections": sections, "topics": shown_topics, "pager": pager, "total": len(rows)})


def page(frame: Frame, name: str) -> str:
    """`claims/<id>.html`."""
    claim = frame.kb.claims[name]
    standing, shown = frame.standings[name], frame.dossier(name)
    return frame.page(
        "claim.html",
        url("claim", name),
        of=("claim", name),
        claim=claim,
        shown=shown,
        users=[link for link in shown.used_by if link.kind != "dispute"],
        standing=standing,
        disputes=frame.kb.disputes_of.get(name, ()),
        cite=cite(frame.kb, claim),
        picture=comparison.draw(frame.kb, claim),
        graph=evidence.draw(frame.kb, claim, standing),
        around=around(frame, claim),
        synonyms=synonyms(frame.kb, claim)[:_NAMES],
    )
