"""One page a concept, and the list of all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from evidencekb.reason.dossier import label
from evidencekb.site.frame import url
from evidencekb.site.lists import Listing, listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.nodes import Claim, Concept
    from evidencekb.site.frame import Frame

_ROLES: Final = {
    "population": "Claims about this group",
    "given": "Claims about giving it or being exposed to it",
    "outcome": "Claims about how it comes out",
    "measure": "Claims about what it measures",
    "means": "Claims about what points to it",
    "action": "Claims about when to do it",
    "substance": "Claims about how much of it",
    "subject": "Claims about what it does",
    "object": "Claims about what is linked to it",
    "comparator": "Claims that compare with it",
    "steps": "Claims in which it is a step of a mechanism",
}
"""Role of a concept in a claim to the heading above such claims, in the order of the page."""


def render(frame: Frame) -> Iterator[tuple[str, str]]:
    """`concepts/index.html` and `concepts/<id>.html`."""
    nodes = frame.kb.concepts
    yield "concepts/index.html", frame.page("concepts.html", "concepts/index.html", nodes=nodes.values())
    roles = _roles(frame)
    narrower: dict[str, list[str]] = defaultdict(list)
    for node in nodes.values():
        for name in node.broader:
            narrower[name].append(node.id)
    for node in nodes.values():
        page = url("concept", node.id)
        held = roles.get(node.id, {})
        named = {_ROLES[role]: listing(held[role]) for role in _ROLES if role in held}
        near = _near(frame, node, narrower[node.id])
        yield page, frame.page("concept.html", page, node=node, facts=_facts(frame, node), near=near, roles=named)


def _facts(frame: Frame, node: Concept) -> list[tuple[str, str]]:
    """What is known of a concept beside its definition."""
    facts = [("type", node.type.replace("-", " ")), ("synonyms", ", ".join(node.synonyms))]
    facts += [(f"code {name}", code) for name, code in sorted(node.codes.items())]
    facts += [("contains", f"{label(frame.kb, name)}: {share}%") for name, share in sorted(node.contains.items())]
    return [(name, value) for name, value in facts if value]


def _near(frame: Frame, node: Concept, narrower: list[str]) -> dict[str, Listing[tuple[str, str, str]]]:
    """Heading to the concepts that stand near, as (id, label, remark)."""

    def named(names: list[str] | tuple[str, ...]) -> Listing[tuple[str, str, str]]:
        return listing((name, label(frame.kb, name), "") for name in names)

    implied = listing(
        (
            each.concept,
            label(frame.kb, each.concept),
            f"in at least {each.at_least.value}%, because {each.because}" if each.at_least else "",
        )
        for each in node.implies
    )
    groups = {
        "Broader": named(node.broader),
        "Narrower": named(narrower),
        "Everyone with it has": implied,
        "Excludes": named(node.excludes),
    }
    return {heading: found for heading, found in groups.items() if found.total}


def _roles(frame: Frame) -> dict[str, dict[str, list[Claim]]]:
    """Concept to role to the claims in which it has that role."""
    found: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in frame.kb.claims.values():
        for role in _ROLES:
            if role == "steps":
                names = [name for step in claim.steps for name in (step.subject, step.object, step.product)]
            else:
                value = getattr(claim, role)
                names = [value] if isinstance(value, str) else list(value)
            for name in dict.fromkeys(names):
                if name:
                    found[name][role].append(claim)
    return found
