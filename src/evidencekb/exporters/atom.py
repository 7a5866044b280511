"""What the editors reviewed and decided, the latest first, as an Atom feed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from heapq import nlargest
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from evidencekb.reason.addresses import base, url
from evidencekb.text.inert import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.standing import Standing

_MOST: Final = 100
"""Entries of one feed: readers want what is new, and no file of the site grows for ever."""
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_NEVER: Final = "1970-01-01"


@dataclass(frozen=True, slots=True)
class _Change:
    date: str
    kind: str
    id: str
    title: str
    summary: str
    category: str


def render(kb: KnowledgeBase, standings: Mapping[str, Standing]) -> bytes:
    """The document `changes.atom`; its dates are those of the nodes, never the clock's."""
    return document(kb, standings, {name: claim.reviewed for name, claim in kb.claims.items()})


def document(kb: KnowledgeBase, standings: Mapping[str, Standing], reviewed: Mapping[str, str]) -> bytes:
    """The same; `reviewed` is claim id to the day of its review, so that only the latest claims are looked at."""
    days = ((day, name) for name, day in reviewed.items() if _DATE.fullmatch(day))
    latest_claims = [name for _, name in nlargest(_MOST, days)]
    found = [*_reviews(kb, standings, latest_claims), *_decisions(kb)]
    changes = sorted(found, key=lambda each: (each.date, each.kind, each.id), reverse=True)
    root = base(kb.config)
    title = kb.config.title or "Claim base"
    feed = root + "changes.atom" if root else _name(kb, "changes", "")
    latest = changes[0].date if changes else _NEVER
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_attribute(kb.config.language)}>',
        f"<id>{_text(feed)}</id>",
        f"<title>{_text(title)}: changes</title>",
        f"<updated>{latest}T00:00:00Z</updated>",
        f"<author><name>{_text(', '.join(kb.config.editors) or title)}</name></author>",
        *([f'<link rel="self" href={_attribute(root + "changes.atom")}/>'] if root else []),
        f"<link href={_attribute(root + 'index.html')}/>",
    ]
    for each in changes[:_MOST]:
        lines += [
            "<entry>",
            f"<id>{_text(_name(kb, url(each.kind, each.id), each.date))}</id>",
            f"<title>{_text(each.title or each.id)}</title>",
            f"<updated>{each.date}T00:00:00Z</updated>",
            f"<link href={_attribute(root + url(each.kind, each.id))}/>",
            f"<category term={_attribute(each.category)}/>",
            f"<summary>{_text(each.summary)}</summary>",
            "</entry>",
        ]
    return ("\n".join([*lines, "</feed>"]) + "\n").encode()


def _reviews(kb: KnowledgeBase, standings: Mapping[str, Standing], names: Iterable[str]) -> Iterator[_Change]:
    """The reviews of these claims."""
    for name in names:
        claim, standing = kb.claims[name], standings[name]
        summary = f"{standing.level.capitalize()}: {standing.because}"
        if claim.figure_text:
            summary = f"{claim.figure_text}. {summary}"
        yield _Change(claim.reviewed, "claim", claim.id, claim.statement, summary, standing.level)


def _decisions(kb: KnowledgeBase) -> Iterator[_Change]:
    """Every decision of a dispute that has a date."""
    for dispute in kb.disputes.values():
        if _DATE.fullmatch(dispute.decided):
            summary = dispute.resolution or dispute.because
            yield _Change(dispute.decided, "dispute", dispute.id, dispute.title, summary, dispute.status)


def _name(kb: KnowledgeBase, path: str, date: str) -> str:
    """A name that stays: a tag URI (RFC 4151) of the site's host, else a UUID of its title."""
    place = urlsplit(base(kb.config))
    if place.hostname:
        return f"tag:{place.hostname},{date}:{place.path}{path}"
    return f"urn:uuid:{uuid5(NAMESPACE_URL, visible(f'evidencekb:{kb.config.title}/{path}#{date}'))}"


def _text(value: str) -> str:
    return escape(visible(value), quote=False)


def _attribute(value: str) -> str:
    return '"' + escape(visible(value)).replace("\t", "&#9;").replace("\n", "&#10;") + '"'
