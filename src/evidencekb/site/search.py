"""The search page, and the plain list that it searches where there is no index or none may be read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from evidencekb.reason.dossier import citation
from evidencekb.site.facets import NAMES
from evidencekb.site.frame import url
from evidencekb.site.text import shorten, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.site.facets import Facets
    from evidencekb.site.frame import Frame

LIST: Final = "assets/search-list.js"
"""Path of the plain list; a script, because a page opened from a folder may not read any other file."""


def render(frame: Frame) -> Iterator[tuple[str, str]]:
    """`search.html` and the plain list beside the assets."""
    yield "search.html", frame.page("search.html", "search.html", facets=NAMES)
    rows = [[path, title, more, *(getattr(of, name) for name in NAMES)] for path, title, more, of in entries(frame)]
    lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    yield LIST, f'"use strict";\nwindow.searchList = [\n{lines}\n];\n'


def entries(frame: Frame) -> Iterator[tuple[str, str, str, Facets]]:
    """(path, title, further words to find it by, facets) of every node's page, explainers first."""
    kb = frame.kb
    nodes: list[tuple[str, str, str, str]] = [
        ("page", p, m["title"], m["summary"]) for p, m in frame.explainers.items()
    ]
    nodes += [("claim", c.id, c.statement, c.figure_text) for c in kb.claims.values()]
    nodes += [("source", s.id, s.title, citation(s)) for s in kb.sources.values()]
    nodes += [("concept", c.id, c.label, ", ".join(c.synonyms)) for c in kb.concepts.values()]
    nodes += [("dispute", d.id, d.title, d.resolution) for d in kb.disputes.values()]
    for kind, name, title, more in nodes:
        path = url(kind, name)
        yield path, _line(title or name), _line(more), frame.facets[path]


def _line(text: str) -> str:
    """Words fit for one line of a list of results."""
    return shorten(" ".join(visible(text).split()), 240)
