"""Gathers what the graph holds on one node: its evidence, what it rests on and what rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.model.dossier import Dossier, EvidenceRow, Link
from evidencekb.model.errors import UsageError
from evidencekb.model.nodes import FRAME
from evidencekb.reason.names import citation, label
from evidencekb.reason.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import At, Claim, Concept, Dispute, Evidence, Source, Step
    from evidencekb.model.quantity import Quantity
    from evidencekb.model.standing import Standing

_CONCEPT_FIELDS = (
    *("population", "given", "outcome", "comparator", "measure", "means", "action", "substance", "subject", "object"),
)


def dossier(kb: KnowledgeBase, standings: Mapping[str, Standing], name: str) -> Dossier:
    """Everything on the claim, source, concept or dispute called `name`; UsageError when there is none."""
    if claim := kb.claims.get(name):
        return _claim(kb, standings, claim)
    if source := kb.sources.get(name):
        return _source(kb, source)
    if concept := kb.concepts.get(name):
        return _concept(kb, concept)
    if dispute := kb.disputes.get(name):
        return _dispute(kb, dispute)
    known = [*kb.claims, *kb.sources, *kb.concepts, *kb.disputes]
    meant = did_you_mean(name, known) or "; ids are the file names without .yaml"
    message = f"nothing in this claim base is called {name!r}{meant}"
    raise UsageError(message)


def chain(kb: KnowledgeBase, steps: tuple[Step, ...]) -> str:
    """A causal chain in words, one step after the other."""
    words = []
    for step in steps:
        tail = f" to {label(kb, step.product)}" if step.product else ""
        words.append(f"{label(kb, step.subject)} {step.relation.replace('-', ' ')} {label(kb, step.object)}{tail}")
    return "; ".join(words)


def frame(kb: KnowledgeBase, claim: Claim) -> Iterator[tuple[str, str]]:
    """The parts of a claim's frame as (name, value in words)."""
    for name in _CONCEPT_FIELDS:
        value = getattr(claim, name)
        if value:
            names = (value,) if isinstance(value, str) else value
            yield name, " and ".join(label(kb, n) for n in names)
    for name in ("purpose", "phase", "effect", "relation"):
        if value := getattr(claim, name):
            yield name, value.replace("-", " ")
    if claim.steps:
        yield "steps", chain(kb, claim.steps)


def where(at: At | None) -> str:
    """The place in a source, in words."""
    if at is None:
        return ""
    parts = [f"“{at.heading}”" if at.heading else "", f"paragraph {at.paragraph}" if at.paragraph else ""]
    parts += [f"{name} {value}" for name in ("section", "table", "page") if (value := getattr(at, name))]
    return ", ".join(part for part in parts if part)


def stated(claim: Claim, item: Evidence) -> tuple[str, Quantity | None]:
    """The figure that a source gives, as written and as read; ("", None) where it gives none.

    Who supports a claim and says no figure apart gives the claim's; who qualifies or contradicts it does not.
    """
    if item.figure_text or item.stance != "supports":
        return item.figure_text, item.figure
    return claim.figure_text, claim.figure


def differs(kb: KnowledgeBase, claim: Claim, item: Evidence) -> tuple[str, ...]:
    """What a passage changes of the frame of its claim, in words."""
    found = []
    for name in FRAME:
        own = getattr(item, name)
        if own is not None and own != getattr(claim, name):
            names = (own,) if isinstance(own, str) else own
            shown = (
                own.replace("-", " ")
                if name == "relation"
                else " and ".join(label(kb, n) for n in names) or "not stated"
            )
            found.append(f"{name}: {shown}")
    return tuple(found)


def evidence_row(kb: KnowledgeBase, claim: Claim, item: Evidence) -> EvidenceRow:
    """One line of the evidence table of `claim`."""
    source = kb.sources.get(item.source)
    return EvidenceRow(
        claim=claim.id,
        source=item.source,
        citation=citation(source) if source else item.source,
        tier=source.tier if source else "",
        stance=item.stance,
        figure=stated(claim, item)[0],
        differs=differs(kb, claim, item),
        where=where(item.at),
        as_stated=item.as_stated,
        attribution=item.attribution,
        note=item.note,
        source_status=source.status if source else "",
        population=_people(kb, item, source),
    )


def _people(kb: KnowledgeBase, item: Evidence, source: Source | None) -> str:
    """Whom a passage speaks of: the group that it states itself, and the people that its source studied."""
    stated = " and ".join(label(kb, name) for name in item.population or ())
    studied = source.population if source else ""
    if source and source.sample_size and str(source.sample_size) not in studied:
        studied = f"{studied} (n = {source.sample_size})" if studied else f"n = {source.sample_size}"
    return "; ".join(part for part in (stated, studied) if part)


def _claim(kb: KnowledgeBase, standings: Mapping[str, Standing], claim: Claim) -> Dossier:
    """A claim: frame, evidence, the nodes it names, and the disputes, claims and pages that name it."""
    facts = [("kind", claim.kind), *frame(kb, claim), ("status", claim.status)]
    if claim.certainty:
        facts.append(("certainty", ": ".join(x for x in (claim.certainty, claim.certainty_because) if x)))
    facts += [(n, v) for n in ("owner", "reviewed", "review_by", "notes") if (v := getattr(claim, n))]
    rests = [_link(kb, i.source, "source", i.stance) for i in claim.evidence]
    rests += [_link(kb, name, "concept", "names") for name in concepts_of(claim)]
    rests += [_link(kb, name, "claim", "supersedes") for name in claim.supersedes]
    used = [_link(kb, d.id, "dispute", f"{d.status} dispute") for d in kb.disputes_of.get(claim.id, ())]
    used += [_link(kb, name, "claim", "superseded by") for name in kb.linked("superseded", claim.id)]
    used += [Link(page, "page", "cites", page) for page in kb.linked("pinned", claim.id)]
    standing = standings[claim.id]
    return Dossier(
        claim.id,
        "claim",
        claim.statement,
        claim.path,
        claim.figure_text,
        standing.level,
        standing.because,
        tuple(facts),
        tuple(evidence_row(kb, claim, item) for item in claim.evidence),
        _unique(rests),
        _unique(used),
    )


def concepts_of(claim: Claim) -> list[str]:
    """Ids of every concept that a claim's frame names, once each, in the order of the frame."""
    names: list[str] = []
    for name in _CONCEPT_FIELDS:
        value = getattr(claim, name)
        names += [value] if isinstance(value, str) else value
    for step in claim.steps:
        names += [step.subject, step.object, step.product]
    return [name for name in dict.fromkeys(names) if name]


def _source(kb: KnowledgeBase, source: Source) -> Dossier:
    """A source: what it is, what it says of which claims, what it cites and what cites it."""
    facts = [("type", f"{source.type} ({source.tier})"), ("authors", ", ".join(source.authors))]
    facts += [("year", str(source.year or "")), ("container", source.container)]
    facts += sorted(source.identifiers.items())
    facts += [(n, str(getattr(source, n) or "")) for n in ("url", "population", "sample_size", "cohort")]
    facts += [("status", source.status), ("notice", source.notice), ("superseded by", source.superseded_by)]
    facts += [("seen as", source.seen_as), ("notes", source.notes)]
    items = kb.evidence_of.get(source.id, ())
    used = [_link(kb, claim.id, "claim", item.stance) for claim, _, item in items]
    used += [_link(kb, name, "source", "cites it") for name in kb.linked("cited", source.id)]
    used += [_link(kb, name, "dispute", "weighs it") for name in kb.linked("weighed", source.id)]
    return Dossier(
        source.id,
        "source",
        source.title,
        source.path,
        facts=tuple((name, value) for name, value in facts if value),
        evidence=tuple(evidence_row(kb, claim, item) for claim, _, item in items),
        depends_on=_unique(_link(kb, name, "source", "cites") for name in source.cites),
        used_by=_unique(used),
    )


def _concept(kb: KnowledgeBase, concept: Concept) -> Dossier:
    """A concept: what it means, where it stands among others, and the claims that name it."""
    facts = [("type", concept.type), ("definition", concept.definition), ("synonyms", ", ".join(concept.synonyms))]
    facts += [(f"code {name}", code) for name, code in sorted(concept.codes.items())]
    facts += [("contains", f"{label(kb, name)}: {share}%") for name, share in sorted(concept.contains.items())]
    rests = [_link(kb, name, "concept", "is a kind of") for name in concept.broader]
    for implied in concept.implies:
        how = f"implies in {implied.at_least.value}%" if implied.at_least else "implies"
        rests.append(_link(kb, implied.concept, "concept", how))
    rests += [_link(kb, name, "concept", "excludes") for name in concept.excludes]
    used = [_link(kb, name, "concept", "kind of it") for name in kb.linked("narrower", concept.id)]
    used += [_link(kb, c.id, "claim", "names it") for c in kb.claims.values() if concept.id in concepts_of(c)]
    return Dossier(
        concept.id,
        "concept",
        concept.label,
        concept.path,
        facts=tuple((name, value) for name, value in facts if value),
        depends_on=_unique(rests),
        used_by=_unique(used),
    )


def _dispute(kb: KnowledgeBase, dispute: Dispute) -> Dossier:
    """A dispute: who disagrees, and what was decided."""
    facts = [("status", dispute.status), ("resolution", dispute.resolution), ("because", dispute.because)]
    facts += [("decided", dispute.decided), ("decided by", dispute.decided_by)]
    rests = [
        _link(kb, name, "claim", "decided against" if name in dispute.against else "between") for name in dispute.claims
    ]
    rests += [_link(kb, name, "source", "weighed") for name in dispute.sources]
    return Dossier(
        dispute.id,
        "dispute",
        dispute.title,
        dispute.path,
        facts=tuple((name, value) for name, value in facts if value),
        depends_on=_unique(rests),
    )


def _link(kb: KnowledgeBase, name: str, kind: str, relation: str) -> Link:
    """A link with the words that a reader knows the node by."""
    if kind == "claim" and name in kb.claims:
        title = kb.claims[name].statement
    elif kind == "source" and name in kb.sources:
        title = citation(kb.sources[name])
    elif kind == "dispute" and name in kb.disputes:
        title = kb.disputes[name].title
    else:
        title = label(kb, name)
    return Link(name, kind, relation, title)


def _unique(links: Iterable[Link]) -> tuple[Link, ...]:
    """Each link once, in order."""
    return tuple(dict.fromkeys(links))
