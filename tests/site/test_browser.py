"""The site as its readers have it: in a browser, in both colour schemes, by keyboard, on a phone, and bare."""

from __future__ import annotations

import re
from html import unescape

import pytest
from page_facts import types

pytestmark = pytest.mark.xdist_group("browser")

SCHEMES = ("light", "dark")
PHONE = {"width": 320, "height": 640}
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")]
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".wide"))
  .slice(0, 5).map((e) => e.outerHTML.slice(0, 120))"""


def listen(page, own):
    """A list that fills with what a page complains of and with what it asks of other hosts."""
    heard = []
    page.on("console", lambda m: heard.append(f"{page.url}: {m.text}") if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: heard.append(f"{page.url}: {error}"))
    page.on("request", lambda r: None if r.url.startswith((own, "data:", "blob:" + own)) else heard.append(r.url))
    page.on("response", lambda r: heard.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    return heard


@pytest.fixture(scope="module")
def axe():
    """The axe engine; gives the violations of a page, in short."""
    package = pytest.importorskip("axe_playwright_python.base", reason="NO ACCESSIBILITY TESTS: axe is not installed")

    def judge(page, rules=()):
        page.evaluate(package.AXE_SCRIPT)
        more = ("label-content-name-mismatch", "target-size")  # part of WCAG 2.2 AA, and not on unless asked for
        only = {"runOnly": list(rules)} if rules else {"rules": {name: {"enabled": True} for name in more}}
        said = page.evaluate("options => axe.run(options)", {"resultTypes": ["violations"], **only})["violations"]
        return [
            f"{v['id']}: {n['target']} {n['html'][:100]} {n['failureSummary']}" for v in said for n in v["nodes"][:3]
        ]

    return judge


@pytest.mark.parametrize("scheme", [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in SCHEMES])
def test_every_type_of_page_is_quiet_and_accessible(open_page, built, served, axe, scheme):
    page = open_page(color_scheme=scheme)
    heard = listen(page, served)
    faults = {}
    rules = () if scheme == "light" else ("color-contrast",)  # a scheme changes nothing but colors
    for path in types(built):
        page.goto(served + path)
        page.locator("main").wait_for()
        if found := axe(page, rules):
            faults[path] = found
    assert not heard
    assert not faults


@pytest.mark.parametrize("scheme", SCHEMES)
def test_open_cards_and_found_pages_are_accessible(open_page, served, axe, first_figure, scheme):
    page = open_page(color_scheme=scheme)
    page.goto(served + first_figure)
    page.locator("a.figure").first.click()
    page.locator(".card:popover-open").wait_for()
    assert not axe(page)
    page.goto(served + "search.html?q=76%25")
    page.locator("#results li").first.wait_for()
    assert not axe(page)


@pytest.fixture(scope="session")
def first_figure(built):
    """Path of an explainer that shows figures with cards."""
    paths = sorted((built / "explainers").glob("*.html"))
    return next(f"explainers/{path.name}" for path in paths if 'class="figure' in path.read_text("utf-8"))


def test_no_page_scrolls_sideways_on_a_small_phone(open_page, built, served):
    page = open_page(viewport=PHONE)
    wide = {}
    for path in types(built):
        page.goto(served + path)
        if found := page.evaluate(TOO_WIDE):
            wide[path] = found
    assert not wide


def test_no_page_scrolls_sideways_beside_a_scroll_bar(page_with_bars, built, served):
    """A bar at the side takes a part of the window, which "100vw" counts as the page's own."""
    page, wide = page_with_bars, {}
    page.goto(f"{served}index.html")
    assert page.evaluate("innerWidth > document.documentElement.clientWidth"), "the bar is not shown"
    for path in types(built):
        page.goto(served + path)
        more = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if more > 0:
            wide[path] = more
    assert not wide


def test_a_long_figure_breaks_where_its_line_ends(open_page, built, served):
    """And is one of the words around it: no block, nothing glued for those who hear it."""
    page = open_page(viewport={"width": 360, "height": 740})
    broken = 0
    for path in sorted((built / "explainers").glob("*.html")):
        page.goto(f"{served}explainers/{path.name}")
        figures = "e => e.map(e => [e.innerText, e.getClientRects().length, e.getBoundingClientRect().height])"
        for text, rows, height in page.locator(".prose p a.figure").evaluate_all(figures):
            assert rows > 1 or height < 40, text
            broken += rows > 1
        names = [" ".join(each.split()) for each in page.locator("a.figure").all_text_contents()]
        assert all(name.endswith(": show its sources") for name in names)
        assert not [name for name in names if "disputed, disputed" in name or "mcg/Lfor" in name]
    assert broken > 3


def test_keyboard_alone_opens_a_card_and_leaves_it(open_page, served, first_figure):
    page = open_page()
    page.goto(served + first_figure)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to content"
    page.keyboard.press("Enter")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.figure')"):
            break
    page.keyboard.press("Enter")
    card = page.locator(".card:popover-open")
    card.wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.card') !== null")
    page.keyboard.press("Escape")
    assert card.count() == 0
    assert page.evaluate("document.activeElement.matches('a.figure')")


def test_a_card_opens_on_hover_and_can_be_hovered(open_page, served, first_figure):
    page = open_page(viewport={"width": 1200, "height": 800})
    page.goto(served + first_figure)
    figure = page.locator("a.figure").first
    figure.hover()
    card = page.locator(".card:popover-open")
    card.wait_for()
    card.hover()
    figure.click()
    assert card.count() == 1  # a click on what hover opened keeps it
    box, at = card.bounding_box(), figure.bounding_box()
    assert min(abs(box["y"] - at["y"] - at["height"]), abs(at["y"] - box["y"] - box["height"])) < 20
    page.keyboard.press("Escape")
    assert card.count() == 0


def test_a_card_opens_on_tap(open_page, served, first_figure):
    page = open_page(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page.goto(served + first_figure)
    page.locator("a.figure").first.tap()
    card = page.locator(".card:popover-open")
    card.wait_for()
    box = card.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert "sources" in card.inner_text()


def test_keyboard_alone_searches(open_page, served):
    page = open_page()
    heard = listen(page, served)
    page.goto(served + "search.html")
    page.locator("#facets details").first.wait_for()
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("tyrosine")
    page.keyboard.press("Enter")
    page.locator("#results li").first.wait_for()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#results') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/*.html")
    assert "tyrosine" in page.locator("main").inner_text().lower()
    assert not heard


def found(page, address):
    """Titles and addresses of the first results at `address`."""
    page.goto(address)
    page.locator("#results li").first.wait_for()
    return [(a.inner_text(), a.get_attribute("href")) for a in page.locator("#results h2 a").all()]


@pytest.mark.parametrize("word", ["76%25", "tyrosine"])
def test_search_finds(open_page, built, served, word):
    if not (built / "pagefind").is_dir():
        pytest.skip("NO SEARCH INDEX: Pagefind is not installed")
    page = open_page()
    heard = listen(page, served)
    hits = found(page, f"{served}search.html?q={word}")
    assert any(word.replace("%25", "%") in title.lower() for title, _ in hits[:5])
    for _, address in hits[:3]:
        page.goto(address)
        assert word.replace("%25", "%") in page.locator("main").inner_text().lower()
    assert not heard


def test_the_home_page_leads_to_what_is_sought(open_page, served):
    page = open_page()
    page.goto(served + "index.html")
    page.get_by_role("searchbox").fill("76%")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=76%25")
    page.locator("#results li").first.wait_for()


def test_facets_narrow_the_search(open_page, served):
    page = open_page()
    everything = len(found(page, served + "search.html?standing=disputed&standing=reported"))
    page.goto(served + "search.html?standing=disputed")
    page.locator("#results li").first.wait_for()
    levels = set(page.locator("#results .level").all_inner_texts())
    assert levels == {"disputed"}
    before = int(page.locator("#status").inner_text().split()[0])
    page.get_by_role("checkbox", name="lay").check()
    page.wait_for_url("**/search.html?standing=disputed&tier=lay")
    assert 0 < int(page.locator("#status").inner_text().split()[0]) < before
    assert everything == 20  # as many as are shown at once


def whole(text, figure):
    return re.search(rf"(?<![\d.,]){re.escape(figure)}(?!\d|[.,]\d)", text)


@pytest.mark.parametrize("engine", ["index", "list"])
def test_search_finds_whole_figures_ids_and_other_names(open_page, built, served, engine):
    page = open_page()
    root = served if engine == "index" else f"file://{built}/"
    for query, figure in [("24%25", "24%"), ("15%25", "15%"), ("2.4", "2.4"), ("5%25", "5%"), ("76 percent", "76%")]:
        for title, address in found(page, f"{root}search.html?q={query}")[:20]:
            first = built / address.partition("?")[0].removeprefix(root)
            parts = [first, *first.parent.glob(f"{first.stem}_*.html")]  # all that a source says takes several
            text = " ".join(page.read_text("utf-8") for page in parts)
            assert whole(unescape(re.sub(r"<[^>]+>", " ", text)), figure), (query, title)
    assert "/claims/iv-iron-response.html" in found(page, f"{root}search.html?q=iv-iron-response")[0][1]
    found(page, f"{root}search.html?q=anaemia")
    assert int(page.locator("#status").inner_text().split()[0]) > 25
    page.goto(f"{root}search.html?q=zzzzqq")
    page.get_by_text("Nothing found").wait_for()


@pytest.mark.parametrize("word", ["76%25", "tyrosine"])
def test_search_works_from_a_folder(open_page, built, word):
    page = open_page()
    heard = listen(page, "file://")
    hits = found(page, f"file://{built}/search.html?q={word}")
    assert word.replace("%25", "%") in hits[0][0].lower()
    page.goto(hits[0][1])
    assert page.locator("main h1").inner_text() == hits[0][0]
    assert not heard


def test_search_works_where_the_index_is_missing(open_page, served):
    page = open_page()
    page.route("**/pagefind/**", lambda route: route.fulfill(status=404, body=""))
    assert any("tyrosine" in title.lower() for title, _ in found(page, served + "search.html?q=tyrosine"))


def test_pages_read_without_javascript(open_page, built, served, first_figure):
    page = open_page(java_script_enabled=False, viewport={"width": 1200, "height": 800})
    for path in types(built):
        page.goto(served + path)
        assert page.locator("h1").is_visible(), path
        assert len(page.locator("main").inner_text()) > 80, path
    page.goto(served + first_figure)
    page.locator("a.figure").first.click()
    assert page.locator(".card a").first.is_visible()
    page.goto(served + "search.html")
    assert "list" in page.locator("#status").inner_text()
