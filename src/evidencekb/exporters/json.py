"""Every claim with its figure, standing and evidence; `claims.schema.json` beside this file says what stands where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.exporters import _nodes
from evidencekb.exporters._encoding import compact, many
from evidencekb.reason.addresses import base

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim
    from evidencekb.model.standing import Standing

SCHEMA: Final = "evidencekb/claims/1"


def render(kb: KnowledgeBase, standings: Mapping[str, Standing]) -> bytes:
    """The document `claims.json`."""
    return document(kb, [line(kb, standings[name], claim) for name, claim in kb.claims.items()])


def line(kb: KnowledgeBase, standing: Standing, claim: Claim) -> bytes:
    """What it says of one claim."""
    return compact(_nodes.claim(kb, standing, claim)).encode()


def document(kb: KnowledgeBase, claims: list[bytes]) -> bytes:
    """The same, of claims that are JSON already."""
    head = {"schema": SCHEMA, "title": kb.config.title, "language": kb.config.language, "url": base(kb.config)}
    return many({name: value for name, value in head.items() if value}, "claims", claims)
