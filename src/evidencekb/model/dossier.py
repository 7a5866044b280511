"""All that is known of one node, as `show` and the site's pages lay it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class EvidenceRow(NamedTuple):
    """One line of an evidence table: what a source says of a claim, with what it changes."""

    claim: str
    source: str
    citation: str  # "Surname 2014, Container"
    tier: str
    stance: str
    figure: str  # the item's own, else the claim's where the source supports it; "" where it gives none
    differs: tuple[str, ...]  # what the item changes of the claim's frame, in words
    where: str
    as_stated: str
    attribution: str
    note: str
    source_status: str
    population: str = ""  # whom the source speaks of, in words


class Link(NamedTuple):
    """Another node and how it is related."""

    id: str
    kind: str  # claim | source | concept | dispute | page
    relation: str
    title: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """One node. `facts` are (name, value) pairs in reading order."""

    id: str
    kind: str
    title: str
    path: str
    figure: str = ""
    standing: str = ""
    because: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    evidence: tuple[EvidenceRow, ...] = ()
    depends_on: tuple[Link, ...] = ()
    used_by: tuple[Link, ...] = ()
    handed_on: tuple[str, ...] = ()  # what became of a claim on its way from source to source, a line a passage
