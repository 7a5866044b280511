"""Which nodes name which: every link of the claim base turned round, found in one pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from evidencekb.model.nodes import Claim, Concept, Dispute, Source

ROLES: Final = (
    *("population", "given", "outcome", "comparator", "measure", "means", "action", "substance"),
    *("subject", "object", "steps"),
)
"""Fields of a claim that name concepts."""
_PIN: Final = re.compile(r"""(?:\(|\]:|href=)\s*[<"']?\s*claim:([^()<>"'\s]+)""")
"""A link to a claim in whatever way Markdown or HTML writes one."""


def in_role(concept: str, role: str) -> str:
    """What stands for a concept in one role, as a target of the link `role`."""
    return f"{role} {concept}"


def _evidence(claim: Claim) -> Iterator[str]:
    for item in claim.evidence:
        yield item.source


def roles(claim: Claim) -> Iterator[tuple[str, str]]:
    """The concepts that a claim names, each with its role."""
    for role in ROLES[:-1]:
        value = getattr(claim, role)
        if value:
            for name in (value,) if value.__class__ is str else value:
                yield name, role
    for step in claim.steps:
        for name in (step.subject, step.object, step.product):
            if name:
                yield name, "steps"


def unknown(claim: Claim, concepts: Collection[str]) -> list[str]:
    """The concepts that a claim names and that are not among `concepts`, each once, in the order of the letters."""
    return sorted({name for name, _ in roles(claim) if name not in concepts})


def _roles(claim: Claim) -> Iterator[str]:
    for name, role in roles(claim):
        yield in_role(name, role)


def _sides(dispute: Dispute) -> tuple[str, ...]:
    return dispute.claims + dispute.against


def _pins(text: str) -> list[str]:
    return list(dict.fromkeys(_PIN.findall(text)))


def _kind(claim: Claim) -> tuple[str]:
    return (claim.kind,)


def _supersedes(claim: Claim) -> tuple[str, ...]:
    return claim.supersedes


def _weighs(dispute: Dispute) -> tuple[str, ...]:
    return dispute.sources


def _cites(source: Source) -> tuple[str, ...]:
    return source.cites


def _broader(concept: Concept) -> tuple[str, ...]:
    return concept.broader


LINKS: Final[Mapping[str, tuple[str, Callable[[Any], Iterable[str]]]]] = {
    "evidence": ("claim", _evidence),  # source to the claims with evidence from it
    "role": ("claim", _roles),  # concept in a role (`in_role`) to the claims in which it has that role
    "kind": ("claim", _kind),  # kind to its claims
    "superseded": ("claim", _supersedes),  # claim to the claims that supersede it
    "dispute": ("dispute", _sides),  # claim to the disputes that name it
    "weighed": ("dispute", _weighs),  # source to the disputes that weigh it
    "cited": ("source", _cites),  # source to the sources that cite it
    "narrower": ("concept", _broader),  # concept to the concepts that name it as broader
    "pinned": ("page", _pins),  # claim to the explainers that pin a figure to it
}
"""Name of a link to the kind of the nodes that name, and what such a node names."""

Links = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Name of a link to target to the ids of the nodes that name it, each once, in the order of the claim base."""


def links(nodes: Mapping[str, Mapping[str, Any]]) -> Links:
    """Turn every link round; `nodes` is kind to id to node, an explainer being its text."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for link, (kind, targets) in LINKS.items():
        held: dict[str, dict[str, None]] = {}
        for name, node in nodes[kind].items():
            for target in targets(node):
                held.setdefault(target, {})[name] = None
        found[link] = {target: tuple(names) for target, names in held.items()}
    return found


def revise(
    held: dict[str, dict[str, tuple[str, ...]]], kind: str, name: str, before: object, after: object
) -> Iterator[tuple[str, str]]:
    """Change links as one node was changed, None where there was or is none; gives each link and target concerned."""
    for link, (of, targets) in LINKS.items():
        if of != kind:
            continue
        was = set() if before is None else set(targets(before))
        now = set() if after is None else set(targets(after))
        for target in sorted(was ^ now):
            names = set(held[link].get(target, ())) ^ {name}
            if names:
                held[link][target] = tuple(sorted(names))
            else:
                del held[link][target]
            yield link, target
