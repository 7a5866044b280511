"""The search index: the same bytes every time, nothing that the site does not need, and done without where need be."""

from __future__ import annotations

import json
import sys

import pytest

from evidencekb.site import index


@pytest.fixture(scope="module")
def pages(built):
    paths = sorted(built.rglob("*.html"))
    return {path.relative_to(built).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def made(built):
    files = index(built, "en")
    if not files:
        pytest.skip("NO SEARCH INDEX: Pagefind is not installed")
    return files


def test_two_indexes_are_the_same_bytes(made, pages, tmp_path):
    for path, page in reversed(pages.items()):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(page)
    assert index(tmp_path, "en") == made


def test_each_page_of_a_node_is_indexed_and_no_list(made, pages):
    marked = [path for path, page in pages.items() if b"data-pagefind-body" in page]
    entry = json.loads(made["pagefind/pagefind-entry.json"])
    assert entry["languages"]["en"]["page_count"] == len(marked)
    assert "claims/index.html" not in marked
    assert not [path for path in made if path.endswith(".css") or "ui" in path.rpartition("/")[2]]


def test_without_pagefind_there_is_no_index(built, monkeypatch):
    monkeypatch.setitem(sys.modules, "pagefind.service", None)
    assert index(built, "en") == {}


def test_the_plain_list_names_the_pages_that_are_indexed(built, pages):
    script = (built / "assets" / "search-list.js").read_text("ascii")
    rows = json.loads(script.partition("window.searchList = ")[2].rpartition(";")[0])
    paths = [row[0] for row in rows]
    assert set(paths) == {
        path for path, page in pages.items() if b"data-pagefind-body" in page and b'content="reference"' not in page
    }
    assert len(paths) == len(set(paths))
