"""Text of the claim base and of explainers is shown and never obeyed, whatever it holds."""

from __future__ import annotations

import pytest
from page_facts import dead_links, elements, live_parts, policy, repeated_ids

BROKEN_OUT = """() => ({
  handlers: [...document.querySelectorAll("*")].filter((e) =>
    [...e.attributes].some((a) => /^on/i.test(a.name) || /^\\s*(javascript|vbscript|data):/i.test(a.value))).length,
  scripts: [...document.scripts].filter((s) => !s.src && !/json$/.test(s.type)).length,
  foreign: document.querySelectorAll("iframe, object, embed, img:not([src^='../']):not([src^='assets'])").length,
})"""


@pytest.fixture(scope="module")
def pages(hostile):
    found = sorted(hostile.rglob("*.html"))
    assert {"hostile.html", "script.html", "quoted.html", "study.html", "quarrel.html"} <= {p.name for p in found}
    return found


def test_no_file_lies_outside_its_folder(pages, hostile):
    assert all(hostile in page.resolve().parents for page in pages)


def test_nothing_runs_or_loads(pages, hostile):
    assert not {page.relative_to(hostile): live for page in pages if (live := live_parts(page))}


def test_pages_stay_valid_and_whole(pages, hostile):
    for page in pages:
        assert elements(page)
        assert not repeated_ids(page), page
        assert not dead_links(hostile, page), page
        assert policy(page)["default-src"] == {"'none'"}


def test_the_text_is_still_there_to_read(hostile):
    page = (hostile / "explainers" / "hostile.html").read_text("utf-8")
    assert "&lt;script&gt;alert(&quot;block&quot;)&lt;/script&gt;" in page
    assert "&lt;img src=x onerror=alert" in page


@pytest.mark.xdist_group("browser")
def test_a_browser_runs_nothing_of_it(open_page, hostile, hostile_served, pages):
    page = open_page(viewport={"width": 390, "height": 800})
    alarms = []
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: alarms.append(message.text) if message.type == "error" else None)
    page.on("request", lambda r: alarms.append(r.url) if not r.url.startswith(hostile_served) else None)
    for path in pages:
        page.goto(hostile_served + path.relative_to(hostile).as_posix())
        assert page.evaluate(BROKEN_OUT) == {"handlers": 0, "scripts": 0, "foreign": 0}, path
        for button in page.locator("a.figure").all():
            button.focus()
            button.press("Enter")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390, path
    assert not alarms
