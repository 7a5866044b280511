"""The feed of changes, as a reader of feeds takes it."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from evidencekb import exporters
from evidencekb.exporters import atom
from evidencekb.text.inert import visible

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(base):
    return ET.fromstring(exporters.render(base.kb, base.standings, "atom"))  # noqa: S314 - we made it


@pytest.mark.parametrize("name", ["own", "hostile", "homeless"])
def test_feed_has_what_rfc_4287_asks_for(name, request):
    root = feed(request.getfixturevalue(name))
    entries = root.findall(f"{ATOM}entry")
    for part in (root, *entries):
        for tag in ("id", "title", "updated"):
            assert len(part.findall(ATOM + tag)) == 1
            assert part.findtext(ATOM + tag)
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    ids = [part.findtext(f"{ATOM}id") for part in (root, *entries)]
    assert len(set(ids)) == len(ids)
    assert all(":" in each for each in ids)
    dates = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert dates == sorted(dates, reverse=True)
    assert root.findtext(f"{ATOM}updated") == dates[0]


def test_dates_are_those_of_the_nodes(hostile):
    entries = feed(hostile).findall(f"{ATOM}entry")
    assert [(entry.find(f"{ATOM}link").get("href"), entry.findtext(f"{ATOM}updated")) for entry in entries] == [
        ("https://claims.example.org/kb/disputes/quarrel.html", "2026-06-01T00:00:00Z"),
        ("https://claims.example.org/kb/claims/ratio.html", "2026-05-03T00:00:00Z"),
        ("https://claims.example.org/kb/claims/fall.html", "2026-05-02T00:00:00Z"),
        ("https://claims.example.org/kb/claims/share.html", "2026-05-01T00:00:00Z"),
    ]
    assert entries[0].findtext(f"{ATOM}title") == visible(hostile.kb.disputes["quarrel"].title)


def test_ids_stay_when_the_words_change_and_not_when_the_date_does(hostile):
    claims = dict(hostile.kb.claims)
    claims["share"] = replace(claims["share"], statement="Other words.")
    claims["ratio"] = replace(claims["ratio"], reviewed="2026-07-01")
    before, after = feed(hostile), feed(replace(hostile, kb=replace(hostile.kb, claims=claims)))
    ids = [[entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")] for root in (before, after)]
    assert ids[0][0] == "tag:claims.example.org,2026-06-01:/kb/disputes/quarrel.html"
    assert set(ids[1]) - set(ids[0]) == {"tag:claims.example.org,2026-07-01:/kb/claims/ratio.html"}


def test_without_an_address_ids_are_uuids_and_links_relative(homeless):
    root = feed(homeless)
    assert root.findtext(f"{ATOM}id").startswith("urn:uuid:")
    assert {link.get("href") for link in root.iter(f"{ATOM}link")} >= {"index.html", "claims/share.html"}


def test_feed_does_not_grow_for_ever(own):
    dated = [claim for claim in own.kb.claims.values() if claim.reviewed]
    assert len(dated) > 100
    assert len(feed(own).findall(f"{ATOM}entry")) == 100


def test_no_date_no_entry(hostile):
    claims = {name: replace(claim, reviewed="") for name, claim in hostile.kb.claims.items()}
    root = feed(replace(hostile, kb=replace(hostile.kb, claims=claims, disputes={})))
    assert not root.findall(f"{ATOM}entry")
    assert root.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"


def test_what_git_knows_is_in_the_feed(hostile):
    sources = dict(hostile.kb.sources)
    name = next(iter(sources))
    sources[name] = replace(sources[name], status="retracted", notice="Made up.")
    history = {
        "claims/a/gone.yaml": [("2027-03-02", "Take a claim out"), ("2026-01-01", "New")],
        "claims/a/share.yaml": [("2027-03-01", "Another figure")],
        f"kb/sources/{name}.yaml": [("2027-03-01", "Retracted")],
        "claims/a/ratio.yaml": [("2026-05-03", "Same day")],
        "kb/concepts/all.yaml": [("2027-03-01", "Concepts")],
    }
    kb = replace(hostile.kb, sources=sources)
    days = {claim.id: claim.reviewed for claim in kb.claims.values()}
    root = ET.fromstring(atom.document(kb, days, history))  # noqa: S314 - we made it
    entries = root.findall(f"{ATOM}entry")
    told = [(entry.findtext(f"{ATOM}updated")[:10], entry.findtext(f"{ATOM}summary")) for entry in entries]
    figure = visible(kb.claims["share"].figure_text)
    assert told[:3] == [
        ("2027-03-02", "Take a claim out"),
        ("2027-03-01", f"{figure}. Another figure"),
        ("2027-03-01", "Retracted. Made up. Retracted"),
    ]
    assert entries[0].findtext(f"{ATOM}title") == "Taken out: gone"
    assert entries[0].find(f"{ATOM}link").get("href").endswith("/claims/index.html")
    assert root.findtext(f"{ATOM}updated") == "2027-03-02T00:00:00Z"
    assert any(summary.endswith("Reviewed. Same day") for _, summary in told)
    assert len(told) == 6
