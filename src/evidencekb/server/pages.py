"""What the server adds to a page: the script that loads it anew, the banner with errors, and the page for no page."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from evidencekb.text.inert import visible

if TYPE_CHECKING:
    from evidencekb.server.editions import Edition

OWN: Final = "_live/"
"""Folder of the server's own files; no page of a site lies there."""
_SHOWN: Final = 8
"""Errors in the banner: more do not help anybody who mends them one by one."""
_RELATIVE: Final = re.compile(r'(?<= )(href|src|action)="(?![a-z]+:|/|#)')
_TITLE: Final = re.compile(r"<title>[^<·]*")
_MAIN: Final = re.compile(r"<main\b.*</main>", re.DOTALL)
_OF_HOME: Final = re.compile(r'<link rel="canonical"[^>]*>|<script type="application/ld\+json">.*?</script>', re.DOTALL)
_NOT_FOUND: Final = """<main id="main">
<h1>There is no such page</h1>
<p>The site has nothing at <code>{}</code>. It may have been renamed: <a href="/search.html">search</a>, or start \
from <a href="/index.html">the home page</a>.</p>
</main>"""


def dress(page: bytes, edition: Edition) -> bytes:
    """The page with the script, and with a banner where the files have errors."""
    head = f'<link rel="stylesheet" href="/{OWN}live.css">\n'
    head += f'<script src="/{OWN}live.js" data-version="{edition.version}" defer></script>\n</head>'
    page = page.replace(b"</head>", head.encode(), 1)
    return page.replace(b"<body>", f"<body>\n{_banner(edition)}".encode(), 1) if edition.errors else page


def not_found(home: bytes, path: str) -> bytes:
    """A page that looks like the site's own and says that there is none at `path`."""
    said = _NOT_FOUND.format(escape(visible(path)))
    page = _TITLE.sub("<title>No such page ", _OF_HOME.sub("", home.decode()), count=1)
    page = _MAIN.sub(lambda _: said, page, count=1)
    return _RELATIVE.sub(r'\1="/', page).encode()  # it is shown at any depth


def counted(number: int, name: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number:,} {name}{'' if number == 1 else 's'}"


def _banner(edition: Edition) -> str:
    """The errors, each with its place, in a region that can be scrolled by keyboard."""
    number = counted(len(edition.errors), "error")
    state = "until then the pages stay as they were" if edition.outdated else "pages may lack what is concerned"
    items = "".join(
        f"<li>{f'<code>{escape(visible(where))}</code> ' if where else ''}{escape(visible(message))}</li>\n"
        for where, message in edition.errors[:_SHOWN]
    )
    more = len(edition.errors) - _SHOWN
    rest = f"<p>And {more:,} more; <code>evidencekb validate</code> lists them all.</p>\n" if more > 0 else ""
    return (
        f'<section class="live-errors" aria-label="Errors in the claim base" tabindex="0">\n'
        f"<p><strong>{number} in the claim base; {state}.</strong></p>\n<ul>\n{items}</ul>\n{rest}</section>"
    )
