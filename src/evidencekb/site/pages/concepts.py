"""One page a concept, and the list of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.model.links import ROLES, in_role
from evidencekb.reason.names import label
from evidencekb.site.frame import Leaf, url
from evidencekb.site.lists import MOST, Listing, listing
from evidencekb.site.pages import naming
from evidencekb.site.paging import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from evidencekb.model.nodes import Concept
    from evidencekb.site.frame import Frame
    from evidencekb.site.rows import Row

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


def lists(frame: Frame) -> Iterator[Leaf]:
    """`concepts/index.html` and its further pages."""
    nodes = [(node.id, node.type, node.label) for node in frame.kb.concepts.values()]
    for path, part, pager in cut("concepts/index", nodes):
        yield Leaf(path, {"nodes": part, "pager": pager})


def pages(frame: Frame, name: str) -> Iterator[tuple[str, str]]:
    """`concepts/<id>.html`, and where that cannot hold all claims, further pages with them."""
    node = frame.kb.concepts[name]
    claims = {role: found for role in ROLES if (found := frame.kb.linked("role", in_role(name, role)))}
    page = frame.page(
        "concept.html",
        url("concept", name),
        of=("concept", name),
        node=node,
        facts=_facts(frame, node),
        near=_near(frame, node),
        roles=_roles(frame, claims),
        every=f"{naming.base(name)}.html",
    )
    yield url("concept", name), page
    yield from naming.render(frame, name, claims.values())


def _facts(frame: Frame, node: Concept) -> list[tuple[str, str]]:
    """What is known of a concept beside its definition."""
    facts = [("type", node.type.replace("-", " ")), ("synonyms", ", ".join(node.synonyms))]
    facts += [(f"code {name}", code) for name, code in sorted(node.codes.items())]
    facts += [("contains", f"{label(frame.kb, name)}: {share}%") for name, share in sorted(node.contains.items())]
    return [(name, value) for name, value in facts if value]


def _near(frame: Frame, node: Concept) -> dict[str, Listing[tuple[str, str, str]]]:
    """Heading to the concepts that stand near, as (id, label, remark)."""

    def named(names: tuple[str, ...]) -> Listing[tuple[str, str, str]]:
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
        "Narrower": named(frame.kb.linked("narrower", node.id)),
        "Everyone with it has": implied,
        "Excludes": named(node.excludes),
    }
    return {heading: found for heading, found in groups.items() if found.total}


def _roles(frame: Frame, claims: Mapping[str, tuple[str, ...]]) -> dict[str, Listing[Row]]:
    """Heading to the claims in which a concept has that role."""
    return {
        heading: Listing(tuple([frame.row(claim) for claim in claims[role][:MOST]]), len(claims[role]))
        for role, heading in _ROLES.items()
        if role in claims
    }
