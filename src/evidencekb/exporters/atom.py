"""What was changed, reviewed, decided and taken out, the latest first, as an Atom feed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from heapq import nlargest
from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from evidencekb.reason.addresses import base, url
from evidencekb.text.inert import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.standing import Standing

_MOST: Final = 100
"""Entries of one feed: readers want what is new, and no file of the site grows for ever."""
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_NEVER: Final = "1970-01-01"


_NODES: Final = {"claims": "claim", "sources": "source", "disputes": "dispute", "pages": "page"}
"""Folder of a file to the kind of node in it; a file of concepts holds many, and is left out."""
_TITLE: Final = re.compile(r"^(?:title:|#) *(.+)$", re.MULTILINE)

History = Mapping[str, Sequence[tuple[str, str]]]
"""Path of a file to its changes (date, subject), the latest first; files in the order of their latest change."""


class _Change(NamedTuple):
    """The last that was done with a node; of one day, what came later has the greater `turn`."""

    date: str
    turn: int
    kind: str
    id: str
    what: tuple[str, ...]


def render(kb: KnowledgeBase, _standings: Mapping[str, Standing]) -> bytes:
    """The document `changes.atom` without what git knows; its dates are those of the nodes, never the clock's."""
    return document(kb, {name: claim.reviewed for name, claim in kb.claims.items()}, {})


def document(kb: KnowledgeBase, reviewed: Mapping[str, str], history: History) -> bytes:
    """The same; `reviewed` is claim id to the day of its review, so that only the latest claims are looked at."""
    done = [_Change(day, 0, "claim", name, ("Reviewed",)) for name, day in reviewed.items()]
    done += [_Change(each.decided, 0, "dispute", each.id, ("Decided",)) for each in kb.disputes.values()]
    done += _edits(history)
    last: dict[tuple[str, str], _Change] = {}
    for each in done:
        old = last.get((each.kind, each.id))
        if _DATE.fullmatch(each.date) and (old is None or old.date <= each.date):
            both = old.what + each.what if old and old.date == each.date else each.what
            last[each.kind, each.id] = each._replace(what=both)
    changes = nlargest(_MOST, last.values())
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
    for each in changes:
        page, title, summary = _told(kb, each)
        lines += [
            "<entry>",
            f"<id>{_text(_name(kb, url(each.kind, each.id), each.date))}</id>",
            f"<title>{_text(title or each.id)}</title>",
            f"<updated>{each.date}T00:00:00Z</updated>",
            f"<link href={_attribute(root + page)}/>",
            f"<category term={_attribute(each.kind)}/>",
            f"<summary>{_text(summary)}</summary>",
            "</entry>",
        ]
    return ("\n".join([*lines, "</feed>"]) + "\n").encode()


def _edits(history: History) -> Iterator[_Change]:
    """The latest change of each file of a node."""
    for turn, (path, changes) in enumerate(history.items()):
        folders, _, name = path.rpartition("/")
        parts = folders.split("/")
        kind = _NODES.get(parts[0] if parts[0] == "claims" else parts[-1])
        if kind and changes:
            date, subject = changes[0]
            node = path if kind == "page" else name.removesuffix(".yaml")
            yield _Change(date, len(history) - turn, kind, node, (subject,))


def _told(kb: KnowledgeBase, change: _Change) -> tuple[str, str, str]:
    """The page of a node, its title, and what was done; only what changes with the node itself, not its standing."""
    kind, name = change.kind, change.id
    page, what = url(kind, name), ". ".join(change.what)
    if kind == "claim" and (claim := kb.claims.get(name)):
        return page, claim.statement, f"{claim.figure_text}. {what}" if claim.figure_text else what
    if kind == "source" and (source := kb.sources.get(name)):
        told = f"{source.status.capitalize()}. {source.notice} {what}" if source.status != "current" else what
        return page, source.title, told
    if kind == "dispute" and (dispute := kb.disputes.get(name)):
        return page, dispute.title, ". ".join(part for part in (dispute.resolution or dispute.because, what) if part)
    if kind == "page" and name in kb.pages:
        found = _TITLE.search(kb.pages[name])
        return page, found[1].strip() if found else "", what
    where = "index.html" if kind == "page" else url(kind, "").rpartition("/")[0] + "/index.html"
    return where, f"Taken out: {name}", what


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
