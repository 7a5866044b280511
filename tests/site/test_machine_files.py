"""The files for machines on a built site: all there, all linked, and each address leads to a page."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import html5lib
import pytest

from evidencekb import app, exporters, rules, site, store
from evidencekb.site import machines
from evidencekb.site.frame import Frame
from evidencekb.site.pages.exports import FILES

URL = "https://claims.example.org/kb/"
HTML = "{http://www.w3.org/1999/xhtml}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def built(kb):
    return site.build(kb, rules.docs(), data=exporters.tree())


@pytest.fixture(scope="module")
def kb(root):
    small = store.load(root / "tests" / "draft" / "bases" / "migraine-magnesium", today=date(2027, 1, 1))
    page = "---\ntitle: Magnesium [and] sleep\nsummary: What *is* known.\n---\n\nWords.\n"
    return replace(small, pages={"site/pages/magnesium.md": page})


@pytest.fixture(scope="module")
def files(kb):
    return built(kb)


@pytest.fixture(scope="module")
def published(kb):
    return built(replace(kb, config=replace(kb.config, url=URL)))


def head(data):
    """The link elements of a page as {(relation, type): address}."""
    links = html5lib.parse(data.decode()).findall(f"{HTML}head/{HTML}link")
    return {(link.get("rel"), link.get("type")): link.get("href") for link in links}


def resolve(page, address):
    """The path that a relative address leads to from a page."""
    parts = page.split("/")[:-1]
    for part in address.split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


def test_every_page_names_its_files(kb, files):
    for path, data in files.items():
        if not path.endswith(".html"):
            continue
        links = head(data)
        assert resolve(path, links["alternate", "application/atom+xml"]) == "changes.atom"
        for (relation, _), address in links.items():
            assert relation != "alternate" or resolve(path, address) in files
        folder, _, name = path.rpartition("/")
        stem = path.removesuffix(".html")
        node = name.removesuffix(".html") in {**kb.claims, **kb.sources, **kb.concepts, **kb.disputes}
        if folder in {"claims", "sources", "concepts", "disputes"} and node:
            assert resolve(path, links["alternate", "application/json"]) == f"{stem}.json"
        if folder in {"claims", "sources"} and node:
            assert resolve(path, links["alternate", "application/ld+json"]) == f"{stem}.jsonld"


def test_the_page_on_the_data_links_all_there_is(kb, files, published):
    for found, known in ((files, set()), (published, {"sitemap.xml"})):
        page = html5lib.parse(found["data.html"].decode())
        links = {link.get("href") for link in page.findall(f".//{HTML}main//{HTML}a")}
        assert links == {each.path for each in FILES if not each.pattern} | known
        assert links <= found.keys()
        patterns = {each.path for each in FILES if each.pattern}
        endings = {f"{path.split('/')[0]}/ID.{path.rsplit('.', 1)[1]}" for path in found if "/" in path}
        assert patterns <= endings | {"disputes/ID.json"}
        assert {each for each in endings if ".json" in each} <= patterns
    assert b'href="data.html"' in files["about.html"]
    assert all(b"data.html" in data for path, data in files.items() if path.endswith(".html"))
    assert kb.claims


def test_pages_hold_no_inline_script(files):
    for path, data in files.items():
        if path.endswith(".html"):
            scripts = html5lib.parse(data.decode()).findall(f".//{HTML}script")
            assert all(script.get("src") and not script.text for script in scripts), path


def test_source_pages_have_the_reference(kb, files):
    for name in kb.sources:
        page = html5lib.parse(files[f"sources/{name}.html"].decode())
        line = page.find(f".//{HTML}p[@class='reference']")
        assert (kb.sources[name].title or name).rstrip(".?!") in "".join(line.itertext())


def test_sitemap_names_every_page_by_its_whole_address(kb, published):
    pages = {URL + path for path in published if path.endswith(".html")}
    found = ET.fromstring(published["sitemap.xml"]).findall(f"{MAP}url")  # noqa: S314 - we made it
    assert sorted(each.findtext(f"{MAP}loc") for each in found) == sorted(pages)
    dates = {each.findtext(f"{MAP}loc"): each.findtext(f"{MAP}lastmod") for each in found}
    for claim in kb.claims.values():
        assert dates[f"{URL}claims/{claim.id}.html"] == (claim.reviewed or None)
    assert f'<link rel="canonical" href="{URL}claims/index.html">'.encode() in published["claims/index.html"]


def test_without_an_address_there_is_no_sitemap(files):
    assert "sitemap.xml" not in files
    assert not any(b"canonical" in data for path, data in files.items() if path.endswith(".html"))


def test_a_large_sitemap_comes_in_parts(kb):
    frame = Frame(replace(kb, config=replace(kb.config, url=URL)))
    made = dict(machines.render(frame, [f"{number}.html" for number in range(7)], most=3))
    parts = [each.text for each in ET.fromstring(made["sitemap.xml"]).iter(f"{MAP}loc")]  # noqa: S314 - we made it
    assert parts == [f"{URL}sitemap-{number}.xml" for number in (1, 2, 3)]
    pages = [each.text for part in parts for each in ET.fromstring(made[part.removeprefix(URL)]).iter(f"{MAP}loc")]  # noqa: S314
    assert pages == [f"{URL}{number}.html" for number in range(7)]


def test_the_guide_leads_to_what_is_there(kb, files, published):
    for found, root in ((files, ""), (published, URL)):
        text = found["llms.txt"].decode()
        assert text.startswith(f"# {kb.config.title}\n\n> ")
        links = re.findall(r"\]\(([^)]+)\)", text)
        assert all(link.startswith(root) and link.removeprefix(root) in found for link in links)
        assert f"- [Magnesium \\[and\\] sleep]({root}explainers/magnesium.html): What \\*is\\* known." in text


def test_the_guide_does_not_grow_with_the_claims(kb):
    few = replace(kb, claims=dict(list(kb.claims.items())[:1]))
    sizes = [len(dict(machines.render(Frame(each), []))["llms.txt"]) for each in (few, kb)]
    assert abs(sizes[0] - sizes[1]) < 10


def test_app_builds_them_all(root, tmp_path):
    built = app.build(root / "tests" / "draft" / "bases" / "migraine-magnesium", tmp_path / "out")
    there = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.*")}
    assert {each.path for each in FILES if not each.pattern} <= there
    assert built.files <= len(there)
