"""The files of the site that are made for machines: one or two a node, and the whole in each format."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from evidencekb.exporters import _nodes, atom, bibtex, csl, csv, json, jsonld
from evidencekb.exporters._encoding import compact
from evidencekb.reason.addresses import address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.standing import Standing

SCHEMA_FILE: Final = "claims.schema.json"


def node(
    kb: KnowledgeBase, standings: Mapping[str, Standing], kind: str, name: str, said: Callable[[str, str], Any]
) -> Iterator[tuple[str, bytes]]:
    """The files of one node, each as (path relative to the root of the site, bytes).

    `said` gives what is worked out once: the values of LINES, by their names, and the "reference" of a source.
    """
    if kind == "claim":
        claim, standing = kb.claims[name], standings[name]
        yield address(kind, name, "json"), _one_line(kind, said("line", name))
        yield address(kind, name, "jsonld"), jsonld.claim_file(kb, standing, claim)
    elif kind == "source":
        source = kb.sources[name]
        yield address(kind, name, "json"), _one(kind, _nodes.source(kb, source, said("reference", name)))
        yield address(kind, name, "jsonld"), jsonld.source_file(kb, source)
    elif kind == "concept":
        shown = _nodes.concept(kb.concepts[name], kb.linked("narrower", name), _nodes.roles(kb, name))
        yield address(kind, name, "json"), _one(kind, shown)
    elif kind == "dispute":
        yield address(kind, name, "json"), _one(kind, _nodes.dispute(kb.disputes[name]))


def line(kb: KnowledgeBase, standings: Mapping[str, Standing], name: str) -> bytes:
    """What `claims.json` says of a claim."""
    return json.line(kb, standings[name], kb.claims[name])


def figure(kb: KnowledgeBase, standings: Mapping[str, Standing], name: str) -> bytes:
    """What `figures.csv` says of a claim; nothing for one without a figure."""
    return csv.line(kb, standings[name], kb.claims[name])


def reviewed(kb: KnowledgeBase, _standings: Mapping[str, Standing], name: str) -> str:
    """The day from which the feed knows a claim."""
    return kb.claims[name].reviewed


LINES: Final = {"line": line, "figure": figure, "reviewed": reviewed}
"""What is said of each claim in files on all claims, by a name: worked out once, for these files are made of it.

What most of a large file is made of is bytes, which cost nothing to read again."""


def whole(
    kb: KnowledgeBase,
    standings: Mapping[str, Standing],
    lines: Callable[[str], Mapping[str, Any]],
    history: atom.History,
) -> Mapping[str, Callable[[], bytes]]:
    """Path of each file on all nodes to what makes it; `lines` gives claim id to what LINES says, by the same name.

    `history` is what git knows of each file.
    """

    def every(name: str) -> list[bytes]:
        return [text for _, text in sorted(lines(name).items())]

    return {
        "claims.json": lambda: json.document(kb, every("line")),
        SCHEMA_FILE: (resources.files(__package__) / SCHEMA_FILE).read_bytes,
        "figures.csv": lambda: csv.document(every("figure")),
        "sources.csl.json": lambda: csl.render(kb, standings),
        "sources.bib": lambda: bibtex.render(kb, standings),
        "changes.atom": lambda: atom.document(kb, lines("reviewed"), history),
    }


def _one(kind: str, shown: Any) -> bytes:  # noqa: ANN401 - JSON holds anything
    """One node as a document of its own."""
    return _one_line(kind, compact(shown).encode())


def _one_line(kind: str, line: bytes) -> bytes:
    """The same, of the line that the list has of it, with the name of its schema."""
    return b'{"schema":"evidencekb/%s/1",%s\n' % (kind.encode(), line[1:])
