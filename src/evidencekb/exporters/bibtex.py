"""The sources as BibTeX."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from evidencekb.reason.authors import authors
from evidencekb.reason.bibliography import ON_THE_WEB
from evidencekb.text.inert import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Source
    from evidencekb.model.standing import Standing
    from evidencekb.reason.authors import Author

_ESCAPES: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{char: f"\\{char}" for char in "#$%&_"},
    }
)
_SPACES: Final = re.compile(r"\s+")


def render(kb: KnowledgeBase, _standings: Mapping[str, Standing]) -> bytes:
    """The document `sources.bib`: one entry a source, its key the source's id."""
    return "\n".join(_entry(source) for source in kb.sources.values()).encode()


def _entry(source: Source) -> str:
    """One entry; the inner braces of a title keep its capitals."""
    lay = source.type in ON_THE_WEB
    names = [_name(each) for each in authors(source)]
    if source.et_al and names:
        names.append("others")
    notes = (f"{source.status.capitalize()}.", source.notice) if source.status not in {"", "current"} else ()
    fields = {
        "author": " and ".join(names),
        "title": f"{{{_plain(source.title or source.id)}}}",
        "howpublished" if lay else "journal": _plain(source.container),
        "year": str(source.year or ""),
        "volume": _plain(source.volume),
        "number": _plain(source.issue),
        "pages": _plain(re.sub(r"(?<=\d)[-–](?=\d)", "--", source.pages)),
        **{name: _address(source.identifiers.get(name, "")) for name in ("doi", "pmid", "pmcid", "isbn")},
        "url": _address(source.url),
        "note": _plain(" ".join(note for note in notes if note)),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{'misc' if lay else 'article'}{{{source.id},\n{lines}}}\n"


def _name(author: Author) -> str:
    """Surname, initials; braces hold together what is no surname, or would be taken apart."""
    name = _plain(author.name)
    whole = not author.initials or "," in name or " and " in name.lower()
    return ", ".join(part for part in (f"{{{name}}}" if whole else name, _plain(author.initials)) if part)


def _plain(text: str) -> str:
    """A text without anything that TeX would obey."""
    return _SPACES.sub(" ", visible(text)).strip().translate(_ESCAPES)


def _address(text: str) -> str:
    """An address or identifier, which is read letter by letter: only what would end the field is percent-encoded."""
    return quote(visible(text), safe="!\"#$%&'()*+,-./:;<=>?@[]^_`|~")
