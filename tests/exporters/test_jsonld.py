"""Linked data: what schema.org asks of each class, and references that lead somewhere."""

from __future__ import annotations

import json
from urllib.parse import urljoin

import pytest

from evidencekb import exporters

KEYS = {
    "Claim": {"@id", "text", "identifier"},
    "ClaimReview": {"@id", "url", "claimReviewed", "itemReviewed", "author", "reviewRating"},
    "MedicalScholarlyArticle": {"@id", "headline"},
    "Article": {"@id", "headline"},
}


def nodes(document):
    return document.get("@graph", [document])


def documents(base):
    return {name: json.loads(data) for name, data in base.files.items() if name.endswith(".jsonld")}


@pytest.mark.parametrize("name", ["own", "hostile", "homeless"])
def test_each_class_has_its_keys(name, request):
    base = request.getfixturevalue(name)
    found = documents(base)
    claims = {f"claims/{name}.jsonld" for name in base.kb.claims}
    assert found.keys() == claims | {f"sources/{name}.jsonld" for name in base.kb.sources}
    for path, document in found.items():
        assert document["@context"][0] == "https://schema.org"
        kinds = [node["@type"] for node in nodes(document)]
        assert (
            kinds == ["Claim", "ClaimReview"] if path in claims else kinds in (["Article"], ["MedicalScholarlyArticle"])
        )
        for node in nodes(document):
            assert node.keys() >= KEYS[node["@type"]], path
            assert all(value not in ("", [], {}, None) for value in node.values())


@pytest.mark.parametrize("name", ["own", "hostile", "homeless"])
def test_every_reference_leads_to_a_page(name, request):
    base = request.getfixturevalue(name)
    site = base.kb.config.url + "/" if base.kb.config.url else "https://where.example/it/lies/"
    pages = {f"{site}{path.rsplit('.', 1)[0]}.html" for path in base.files}
    seen = set()
    for path, document in documents(base).items():
        start = urljoin(site + path, document["@context"][1]["@base"])
        seen |= {urljoin(start, found).partition("#")[0] for found in references(document)}
    assert seen
    assert seen <= pages


def references(value):
    """Every @id in a document."""
    if isinstance(value, list):
        for each in value:
            yield from references(each)
    if isinstance(value, dict):
        yield from ([value["@id"]] if "@id" in value else [])
        for each in value.values():
            yield from references(each)


def test_a_review_says_how_the_claim_stands(own):
    for document in documents(own).values():
        for node in nodes(document):
            if node["@type"] == "ClaimReview":
                standing = own.standings[node["url"].split("/")[1].removesuffix(".html")]
                assert node["reviewRating"]["alternateName"] == standing.level
                assert node["reviewRating"]["ratingExplanation"] == standing.because


def test_a_source_in_a_volume(hostile):
    document = documents(hostile)["sources/study.jsonld"]
    assert document["isPartOf"]["issueNumber"] == "4"
    assert document["isPartOf"]["isPartOf"]["volumeNumber"] == "3"
    assert document["isPartOf"]["isPartOf"]["isPartOf"]["@type"] == "Periodical"
    assert document["creativeWorkStatus"] == "retracted"
    assert [author["@type"] for author in document["author"]] == ["Person", "Person", "Organization"]


def test_the_whole_holds_every_claim_and_source(own):
    found = [node["@type"] for node in nodes(json.loads(exporters.render(own.kb, own.standings, "jsonld")))]
    assert found.count("Claim") == found.count("ClaimReview") == len(own.kb.claims)
    assert found.count("MedicalScholarlyArticle") + found.count("Article") == len(own.kb.sources)
