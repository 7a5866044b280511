"""The files of the site that are made for machines: one or two a node, and the whole in each format."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Final

from evidencekb.exporters import _nodes, atom, bibtex, csl, csv, json, jsonld
from evidencekb.exporters._encoding import compact
from evidencekb.reason.addresses import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.reason.standing import Standing

SCHEMA_FILE: Final = "claims.schema.json"


def files(kb: KnowledgeBase, standings: Mapping[str, Standing]) -> Iterator[tuple[str, bytes]]:
    """Each as (path relative to the root of the site, bytes), in a fixed order."""
    claims = []
    for name, claim in kb.claims.items():
        claims.append(body := compact(_nodes.claim(kb, standings[name], claim)))
        yield address("claim", name, "json"), _one("claim", body)
        yield address("claim", name, "jsonld"), jsonld.claim_file(kb, standings[name], claim)
    for name, source in kb.sources.items():
        yield address("source", name, "json"), _one("source", compact(_nodes.source(kb, source)))
        yield address("source", name, "jsonld"), jsonld.source_file(kb, source)
    narrower, roles = _nodes.narrower(kb), _nodes.roles(kb)
    for name, concept in kb.concepts.items():
        shown: dict[str, Any] = _nodes.concept(concept, narrower[name], roles[name])
        yield address("concept", name, "json"), _one("concept", compact(shown))
    for name, dispute in kb.disputes.items():
        yield address("dispute", name, "json"), _one("dispute", compact(_nodes.dispute(dispute)))
    yield "claims.json", json.document(kb, claims)
    yield SCHEMA_FILE, (resources.files(__package__) / SCHEMA_FILE).read_bytes()
    yield "figures.csv", csv.render(kb, standings)
    yield "sources.csl.json", csl.render(kb, standings)
    yield "sources.bib", bibtex.render(kb, standings)
    yield "changes.atom", atom.render(kb, standings)


def _one(kind: str, body: str) -> bytes:
    """One node as a document of its own: the line that the list has of it, with the name of its schema."""
    return f'{{"schema":"evidencekb/{kind}/1",{body[1:]}\n'.encode()
