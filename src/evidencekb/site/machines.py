"""What crawlers and language models ask a site for: `sitemap.xml` and `llms.txt`."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from evidencekb.reason.addresses import base, url
from evidencekb.site.frame import STANDINGS
from evidencekb.site.pages.exports import FILES
from evidencekb.site.text import shorten, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from evidencekb.site.frame import Frame

_MOST: Final = 50_000
"""Addresses that the protocol (sitemaps.org) allows in one file."""
_HEAD: Final = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACE: Final = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_LISTS: Final = ("claims", "sources", "concepts", "disputes")
_HOW: Final = (
    "Quote a figure with the group, the treatment and the outcome that its claim names; without them it is another "
    "figure. Cite the page of the claim and the source behind it. Nothing here is medical advice.\n"
)
_MARKS: Final = re.compile(r"([\\`*_\[\]<>#])")


def render(frame: Frame, paths: Iterable[str], most: int = _MOST) -> Iterator[tuple[str, bytes]]:
    """`llms.txt`, and the sitemap of the pages among `paths` where the site's address is known."""
    yield "llms.txt", _guide(frame).encode()
    root = base(frame.kb.config)
    if not root:
        return  # a sitemap holds whole addresses or none
    dates = {url("claim", row.id): row.reviewed for row in frame.rows}
    dates |= {url("dispute", each.id): each.decided for each in frame.kb.disputes.values()}
    pages = [_page(root + path, dates.get(path, "")) for path in sorted(paths) if path.endswith(".html")]
    parts = [pages[start : start + most] for start in range(0, len(pages), most)]
    if len(parts) == 1:
        yield "sitemap.xml", _sitemap(parts[0])
        return
    listed = ""
    for number, part in enumerate(parts, 1):
        yield f"sitemap-{number}.xml", _sitemap(part)
        listed += f"<sitemap><loc>{escape(root, quote=False)}sitemap-{number}.xml</loc></sitemap>\n"
    yield "sitemap.xml", f"{_HEAD}<sitemapindex {_SPACE}>\n{listed}</sitemapindex>\n".encode()


def _page(address: str, date: str) -> str:
    """One page, with the day of its last review where that is known."""
    changed = f"<lastmod>{date}</lastmod>" if _DATE.fullmatch(date) else ""
    return f"<url><loc>{escape(address, quote=False)}</loc>{changed}</url>\n"


def _sitemap(pages: Iterable[str]) -> bytes:
    return f"{_HEAD}<urlset {_SPACE}>\n{''.join(pages)}</urlset>\n".encode()


def _guide(frame: Frame) -> str:
    """What is here and how to read it, in the form of llmstxt.org; nothing in it grows with the claims."""
    kb, root = frame.kb, base(frame.kb.config)
    lines = [
        f"# {_plain(kb.config.title or 'Claim base')}\n",
        f"> {len(frame.rows)} medical claims: the figure of each, what of {len(kb.sources)} sources it rests on.\n",
        _HOW,
        "A standing is computed from the sources:\n",
        *(f"- {level}: {means}" for level, means in STANDINGS.items()),
    ]
    if frame.explainers:
        lines.append("\n## Explainers\n")
    for path, meta in frame.explainers.items():
        summary = f": {_plain(shorten(meta['summary'], 300))}" if meta["summary"] else ""
        lines.append(f"- [{_plain(shorten(meta['title'], 300))}]({root}{url('page', path)}){summary}")
    lines.append("\n## Data\n")
    lines += [f"- [{each.title}]({root}{each.path}): {each.means}" for each in FILES if not each.pattern]
    lines.append("\n## Lists\n")
    lines += [f"- [{name.capitalize()}]({root}{name}/index.html)" for name in _LISTS]
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """One line of Markdown that says no more than its words."""
    return _MARKS.sub(r"\\\1", " ".join(visible(text).split()))
