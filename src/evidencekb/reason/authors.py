"""Who wrote a source: persons by surname and initials, or an organisation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from evidencekb.model.nodes import Source

_INITIALS: Final = pattern(r"(?P<family>.+) (?P<given>[^\W\d_a-z](?:[-.]?[^\W\d_a-z]){0,3}\.?)")
_PERSONS: Final = frozenset({"primary", "synthesis", "preclinical"})


@dataclass(frozen=True, slots=True)
class Author:
    """A person by surname and initials ("R. P.", or "" where unknown), or an organisation by its name."""

    name: str
    initials: str = ""
    person: bool = True


def authors(source: Source) -> tuple[Author, ...]:
    """The authors that are listed; a lone name is a person's where the source is a study, else an organisation's."""
    return tuple(_author(name, studied=_studied(source)) for name in source.authors)


def _studied(source: Source) -> bool:
    """Whether whoever wrote a source is probably a person."""
    return source.et_al or source.tier in _PERSONS


@lru_cache(8192)  # the same few are named on page after page
def _author(name: str, *, studied: bool) -> Author:
    """Read `Surname II`; what has no initials and several words is an organisation."""
    if found := _INITIALS.fullmatch(name):
        letters = re.sub(r"[.-]", "", found["given"])
        if found["given"].isupper() and not found["family"].isupper():
            return Author(found["family"], " ".join(f"{letter}." for letter in letters))
    return Author(name, person=" " not in name and studied)


def surname(source: Source) -> str:
    """Give the first author's surname, or the name of the organisation; "" where no author is known."""
    return _author(source.authors[0], studied=_studied(source)).name if source.authors else ""
