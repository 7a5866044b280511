"""Nodes as plain values for JSON: keys that hold nothing are left out, ids stay ids."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from evidencekb.model.links import ROLES, in_role
from evidencekb.model.nodes import FRAME
from evidencekb.model.quantity import Bound
from evidencekb.reason.addresses import url

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import At, Claim, Concept, Dispute, Evidence, Source
    from evidencekb.model.quantity import Quantity
    from evidencekb.model.standing import Standing

_FRAME: Final = (
    *("population", "given", "outcome", "comparator", "measure", "means", "action", "substance", "purpose", "phase"),
    *("effect", "subject", "relation", "object"),
)
_LIFE: Final = (
    *("status", "certainty", "certainty_because", "owner", "reviewed", "review_by", "supersedes", "notes", "wordings"),
)


def number(value: Decimal | None) -> int | float | None:
    """A number as JSON has it."""
    if value is None:
        return None
    whole = int(value)
    return whole if whole == value else float(value)


def figure(text: str, quantity: Quantity | None) -> dict[str, Any]:
    """A figure: as written, and the parts that the grammar reads in it."""
    shown: dict[str, Any] = {"text": text}
    if quantity is None:
        return shown
    shown["kind"] = quantity.kind.value
    shown["unit"] = quantity.unit
    shown["bound"] = quantity.bound.value
    parts = {name: number(getattr(quantity, name)) for name in ("value", "low", "high", "numerator", "denominator")}
    shown |= {name: part for name, part in parts.items() if part is not None}
    if quantity.approx:
        shown["approximate"] = True
    if quantity.ci is not None:
        limits = {"low": quantity.ci.low, "high": quantity.ci.high, "level": quantity.ci_level}
        shown["interval"] = {name: found for name, limit in limits.items() if (found := number(limit)) is not None}
    if quantity.plus_minus is not None:
        shown["plus_minus"] = number(quantity.plus_minus)
    if quantity.p_value is not None:
        shown["p_value"] = number(quantity.p_value)
        if quantity.p_bound is not Bound.EXACT:
            shown["p_bound"] = quantity.p_bound.value
    if quantity.measure_of_effect:
        shown["effect"] = quantity.measure_of_effect
    return shown


def claim(kb: KnowledgeBase, standing: Standing, node: Claim) -> dict[str, Any]:
    """A claim with its standing and evidence."""
    shown: dict[str, Any] = {"id": node.id, "page": url("claim", node.id), "file": node.path, "kind": node.kind}
    shown["statement"] = node.statement
    if node.figure_text:
        shown["figure"] = figure(node.figure_text, node.figure)
    shown["frame"] = {name: value for name in _FRAME if (value := getattr(node, name))}
    if node.steps:
        shown["steps"] = [_filled(step, ("subject", "relation", "object", "product")) for step in node.steps]
    shown["standing"] = {"level": standing.level, "because": standing.because} | _filled(
        standing, ("support", "restated", "contradicted_by", "origins", "unidentified")
    )
    shown["evidence"] = [_evidence(item) for item in node.evidence]
    if disputes := kb.disputes_of.get(node.id):
        shown["disputes"] = [each.id for each in disputes]
    shown |= _filled(node, _LIFE)
    if not node.valid:
        shown["valid"] = False
    return shown


def source(kb: KnowledgeBase, node: Source, reference: str) -> dict[str, Any]:
    """A source with its tier, its reference in full, and what it says of which claim."""
    shown = _node("source", node)
    shown["tier"] = node.tier
    shown["reference"] = reference
    items = kb.evidence_of.get(node.id, ())
    shown["evidence"] = [{"claim": claim.id, **_evidence(item)} for claim, _, item in items]
    return shown


def concept(node: Concept, narrower: Iterable[str], claims: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """A concept; `narrower` are concepts of its kind, `claims` those that name it, each with the role it has there."""
    shown = _node("concept", node)
    if node.implies:
        shown["implies"] = [
            {"concept": each.concept}
            | ({"at_least": number(each.at_least.value)} if each.at_least else {})
            | ({"in_subgroups": True} if each.in_subgroups else {})
            | ({"because": each.because} if each.because else {})
            for each in node.implies
        ]
    if node.contains:
        shown["contains"] = {name: number(share) for name, share in sorted(node.contains.items())}
    shown["narrower"] = list(narrower)
    shown["claims"] = [{"claim": name, "role": role} for name, role in claims]
    return shown


def dispute(node: Dispute) -> dict[str, Any]:
    """A dispute, as written."""
    return _node("dispute", node)


def roles(kb: KnowledgeBase, concept: str) -> list[tuple[str, str]]:
    """Every (claim, role) that names a concept, in the order of the claims and then of the roles."""
    found = [(claim, at) for at, role in enumerate(ROLES) for claim in kb.linked("role", in_role(concept, role))]
    return [(claim, ROLES[at]) for claim, at in sorted(found)]


def _node(kind: str, node: Source | Concept | Dispute) -> dict[str, Any]:
    """A node's own fields, but those that need more than copying."""
    apart = {"id", "path", "index", "implies", "contains", "valid"}
    shown: dict[str, Any] = {"id": node.id, "page": url(kind, node.id), "file": node.path}
    shown |= _filled(node, [each.name for each in fields(node) if each.name not in apart])
    if not node.valid:
        shown["valid"] = False
    return shown


def _evidence(item: Evidence) -> dict[str, Any]:
    """One evidence item; a part of the frame stands here only where it is not the claim's."""
    shown: dict[str, Any] = {"source": item.source, "stance": item.stance}
    if item.figure_text:
        shown["figure"] = figure(item.figure_text, item.figure)
    own = {name: value for name in FRAME if (value := getattr(item, name)) is not None}
    if own:
        shown["frame"] = own
    if item.at is not None:
        shown["at"] = _at(item.at)
    return shown | _filled(item, ("as_stated", "attribution", "note"))


def _at(at: At) -> dict[str, Any]:
    """Where in a source."""
    return _filled(at, ("heading", "paragraph", "page", "table", "section"))


def _filled(thing: object, names: Iterable[str]) -> dict[str, Any]:
    """The attributes that hold something."""
    return {name: value for name in names if (value := getattr(thing, name))}
