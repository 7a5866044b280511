"""The search page, and the plain list that it searches where there is no index or none may be read."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from evidencekb.reason.addresses import url
from evidencekb.reason.dossier import concepts_of
from evidencekb.reason.names import citation
from evidencekb.site import facets
from evidencekb.site.facets import NAMES
from evidencekb.site.text import shorten, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim, Evidence
    from evidencekb.site.frame import Frame

LIST: Final = "assets/search-list.js"
"""Path of the plain list; a script, because a page opened from a folder may not read any other file."""
_FIGURE: Final = re.compile(r"\d[\d.,]*(?:[–/-]\d[\d.,]*)*\s?%?")
_PIN: Final = re.compile(r"\]\(<?claim:([^)>\s]+)")
_JSON: Final = json.JSONEncoder(check_circular=False, separators=(",", ":")).encode
_FIGURES: Final = 300
"""Most figures that one entry is found by."""


def render(frame: Frame) -> Iterator[tuple[str, str]]:
    """`search.html` and the plain list beside the assets."""
    yield "search.html", frame.page("search.html", "search.html", facets=NAMES)
    held = [frame.cells.family(f"entry-{kind}") for kind in _ORDER]
    lines = ",\n".join(entries[name] for entries in held for name in sorted(entries))
    yield LIST, f'"use strict";\nwindow.searchList = [\n{lines}\n];\n'


def entry(frame: Frame, kind: str) -> Callable[[str], str]:
    """What makes the entry of a node of one kind, as JSON.

    That is path, title, what is shown with it, further words to find it by, and its facets.
    """
    words = _WORDS[kind]

    def make(name: str) -> str:
        title, more = words(frame, name)
        of = facets.of(frame.kb, frame.standings, kind, name)
        also = _also(frame.kb, kind, name)
        row = [url(kind, name), _line(title or name), _line(more), also, *(getattr(of, each) for each in NAMES)]
        return _JSON(row)

    return make


def synonyms(kb: KnowledgeBase, claim: Claim) -> list[str]:
    """Other names of what a claim speaks of."""
    known = (kb.concepts.get(name) for name in concepts_of(claim))
    return list(dict.fromkeys(word for concept in known if concept for word in concept.synonyms))


def _also(kb: KnowledgeBase, kind: str, name: str) -> str:
    """Words that an entry is found by, and that are not shown: other names, and figures that stand on its page."""
    if kind == "claim":
        claim = kb.claims[name]
        return _together([*synonyms(kb, claim), *_figures(_said(claim.evidence))])
    if kind == "source":
        return _together(_figures(_said(item for _, _, item in kb.evidence_of.get(name, ()))))
    if kind == "page":
        text = kb.pages[name]
        pinned = [known.figure_text for each in _PIN.findall(text) if (known := kb.claims.get(each))]
        return _together(_figures([_PIN.sub(" ", text), *pinned]))
    return ""


def _said(items: Iterable[Evidence]) -> Iterator[str]:
    """The words and figures of passages."""
    for item in items:
        yield from (item.figure_text, item.as_stated, item.note)


def _figures(texts: Iterable[str]) -> list[str]:
    """Every figure of some texts, once."""
    found = (each.rstrip(".,-–/ ") for text in texts for each in _FIGURE.findall(text))
    return list(dict.fromkeys(found))[:_FIGURES]


def _together(words: Iterable[str]) -> str:
    return " ".join(visible(" ".join(words)).split())


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
