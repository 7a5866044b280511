"""Claims, what the sources say of them, and the sources, in the vocabulary of schema.org."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from evidencekb.exporters._encoding import compact, many
from evidencekb.reason.addresses import base, url
from evidencekb.reason.authors import authors
from evidencekb.reason.bibliography import ON_THE_WEB, registers
from evidencekb.reason.dossier import concepts_of
from evidencekb.reason.names import citation, label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim, Concept, Source
    from evidencekb.model.standing import Standing
    from evidencekb.reason.authors import Author

_TYPES: Final = {
    "condition": "MedicalCondition",
    "substance": "Substance",
    "intervention": "MedicalTherapy",
    "measure": "MedicalTest",
    "anatomy": "AnatomicalStructure",
    "molecule": "Substance",
}
_STUDIES: Final = {
    "rct": "Randomized Controlled Trial",
    "cohort": "Cohort Study",
    "case-control": "Case-Control Study",
    "cross-sectional": "Cross-Sectional Study",
    "case-series": "Case Series",
    "meta-analysis": "Meta-Analysis",
    "systematic-review": "Systematic Review",
    "guideline": "Practice Guideline",
    "narrative-review": "Review",
    "animal-study": "Animal Study",
    "in-vitro": "In Vitro Study",
}
_VOCABULARY: Final = "https://schema.org"


def render(kb: KnowledgeBase, standings: Mapping[str, Standing]) -> bytes:
    """One document with every claim, review and source; without an address of the site it lies at its root."""
    items = [compact(part).encode() for name, node in kb.claims.items() for part in claim(kb, standings[name], node)]
    items += [compact(source(kb, node)).encode() for node in kb.sources.values()]
    return many({"@context": _context(kb, "")}, "@graph", items)


def claim_file(kb: KnowledgeBase, standing: Standing, node: Claim) -> bytes:
    """The document `claims/<id>.jsonld`."""
    return many(
        {"@context": _context(kb, "../")}, "@graph", [compact(each).encode() for each in claim(kb, standing, node)]
    )


def source_file(kb: KnowledgeBase, node: Source) -> bytes:
    """The document `sources/<id>.jsonld`."""
    return (compact({"@context": _context(kb, "../")} | source(kb, node)) + "\n").encode()


def _context(kb: KnowledgeBase, up: str) -> list[Any] | str:
    """Addresses are meant from the root of the site: by its own address, or else `up` from the document."""
    root = base(kb.config) or up
    return [_VOCABULARY, {"@base": root}] if root else _VOCABULARY


def claim(kb: KnowledgeBase, standing: Standing, node: Claim) -> list[dict[str, Any]]:
    """A `Claim` and the `ClaimReview` that says how it stands; a rating is a word, for it is no number."""
    page = url("claim", node.id)
    about = [_concept(kb, name) for name in concepts_of(node)]
    works = {
        item.source: {"@type": _type(found), "@id": url("source", item.source), "name": citation(found)}
        for item in node.evidence
        if (found := kb.sources.get(item.source))
    }
    saying = dict.fromkeys(item.source for item in node.evidence if item.stance == "supports" and item.source in works)
    stated: dict[str, Any] = {
        "@type": "Claim",
        "@id": f"{page}#claim",
        "url": page,
        "identifier": node.id,
        "text": node.statement,
        "inLanguage": kb.config.language,
        "about": about,
        "appearance": [works[name] for name in saying],
    }
    title = kb.config.title or "Claim base"
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "@id": f"{page}#review",
        "url": page,
        "claimReviewed": node.statement,
        "itemReviewed": {"@id": f"{page}#claim"},
        "author": {"@type": "Organization", "name": ", ".join(kb.config.editors) or title},
        "publisher": {"@type": "Organization", "name": title, "url": "index.html"},
        "datePublished": node.reviewed,
        "expires": node.review_by,
        "reviewRating": {"@type": "Rating", "alternateName": standing.level, "ratingExplanation": standing.because},
        "citation": list(works.values()),
    }
    return [_filled(stated), _filled(review)]


def source(kb: KnowledgeBase, node: Source) -> dict[str, Any]:
    """A source: a `MedicalScholarlyArticle`, or an `Article` where it is a page for the public."""
    ids = [
        {"@type": "PropertyValue", "propertyID": name, "value": value}
        for name, value in sorted(node.identifiers.items())
    ]
    shown: dict[str, Any] = {
        "@type": _type(node),
        "@id": url("source", node.id),
        "headline": node.title or node.id,
        "author": [_author(each) for each in authors(node)],
        "datePublished": str(node.year or ""),
        "isPartOf": _container(node),
        "pagination": node.pages,
        "identifier": ids,
        "sameAs": list(registers(node).values()),
        "url": node.url,
        "publicationType": _STUDIES.get(node.type, ""),
        "creativeWorkStatus": node.status if node.status != "current" else "",
        "correction": node.notice if node.status == "corrected" else "",
        "citation": [{"@id": url("source", name)} for name in node.cites if name in kb.sources],
    }
    return _filled(shown)


def _author(each: Author) -> dict[str, Any]:
    """A person or an organisation."""
    if not each.person:
        return {"@type": "Organization", "name": each.name}
    name = f"{each.name} {each.initials}".strip()
    return _filled({"@type": "Person", "name": name, "familyName": each.name, "givenName": each.initials})


def _container(node: Source) -> dict[str, Any]:
    """The journal that a study stands in, within it the volume and issue as far as known; or the site of a page."""
    if not node.container:
        return {}
    whole: dict[str, Any] = {"@type": "Periodical" if _type(node) != "Article" else "WebSite", "name": node.container}
    if node.volume:
        whole = {"@type": "PublicationVolume", "volumeNumber": node.volume, "isPartOf": whole}
    if node.issue:
        whole = {"@type": "PublicationIssue", "issueNumber": node.issue, "isPartOf": whole}
    return whole


def _type(node: Source) -> str:
    """The class of a source."""
    return "Article" if node.type in ON_THE_WEB else "MedicalScholarlyArticle"


def _concept(kb: KnowledgeBase, name: str) -> dict[str, Any]:
    """What a claim is about, with its codes in the vocabularies of medicine."""
    node = kb.concepts.get(name)
    kind = _TYPES.get(node.type, "Thing") if node else "Thing"
    shown: dict[str, Any] = {"@type": kind, "@id": url("concept", name), "name": label(kb, name)}
    if node and kind != "Thing":
        shown["code"] = _codes(node)
    return _filled(shown)


def _codes(node: Concept) -> list[dict[str, str]]:
    """A concept's codes."""
    return [
        {"@type": "MedicalCode", "codingSystem": system, "codeValue": code}
        for system, code in sorted(node.codes.items())
    ]


def _filled(shown: dict[str, Any]) -> dict[str, Any]:
    """What holds something."""
    return {name: value for name, value in shown.items() if value}
