"""The search page, and the plain list that it searches where there is no index or none may be read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from evidencekb.reason.addresses import url
from evidencekb.reason.names import citation
from evidencekb.site import facets
from evidencekb.site.facets import NAMES
from evidencekb.site.text import shorten, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from evidencekb.site.frame import Frame

LIST: Final = "assets/search-list.js"
"""Path of the plain list; a script, because a page opened from a folder may not read any other file."""


def render(frame: Frame) -> Iterator[tuple[str, str]]:
    """`search.html` and the plain list beside the assets."""
    yield "search.html", frame.page("search.html", "search.html", facets=NAMES)
    held = [frame.cells.family(f"entry-{kind}") for kind in _ORDER]
    lines = ",\n".join(entries[name] for entries in held for name in sorted(entries))
    yield LIST, f'"use strict";\nwindow.searchList = [\n{lines}\n];\n'


def entry(frame: Frame, kind: str) -> Callable[[str], str]:
    """What makes the entry of a node of one kind: path, title, further words to find it by, and its facets, as JSON."""
    words = _WORDS[kind]

    def make(name: str) -> str:
        title, more = words(frame, name)
        of = facets.of(frame.kb, frame.standings, kind, name)
        row = [url(kind, name), _line(title or name), _line(more), *(getattr(of, each) for each in NAMES)]
        return json.dumps(row, separators=(",", ":"))

    return make


def _page(frame: Frame, name: str) -> tuple[str, str]:
    meta = frame.cells.get("meta", name)
    return meta["title"], meta["summary"]


def _claim(frame: Frame, name: str) -> tuple[str, str]:
    claim = frame.kb.claims[name]
    return claim.statement, claim.figure_text


def _source(frame: Frame, name: str) -> tuple[str, str]:
    source = frame.kb.sources[name]
    return source.title, citation(source)


def _concept(frame: Frame, name: str) -> tuple[str, str]:
    concept = frame.kb.concepts[name]
    return concept.label, ", ".join(concept.synonyms)


def _dispute(frame: Frame, name: str) -> tuple[str, str]:
    dispute = frame.kb.disputes[name]
    return dispute.title, dispute.resolution


_WORDS: Final = {"page": _page, "claim": _claim, "source": _source, "concept": _concept, "dispute": _dispute}
_ORDER: Final = tuple(_WORDS)


def _line(text: str) -> str:
    """Words fit for one line of a list of results."""
    return shorten(" ".join(visible(text).split()), 240)
