"""An editor's browser on `serve`: the page comes anew by itself, and says what is wrong with the files."""

from __future__ import annotations

import pytest
from test_browser import PHONE, TOO_WIDE, axe, listen

from serving import serving, write_base

pytestmark = pytest.mark.xdist_group("browser")
__all__ = ["axe"]


@pytest.fixture
def live(tmp_path):
    with serving(write_base(tmp_path)) as running:
        yield running


def test_an_open_page_follows_the_files(open_page, live):
    page, other = open_page(), open_page()
    heard = listen(page, live.address), listen(other, live.address)
    page.goto(f"{live.address}claims/obese-with-apnea.html")
    other.goto(f"{live.address}search.html?q=obese")
    live.edit("58% are obese", "58% had obesity")
    page.get_by_text("58% had obesity").first.wait_for()
    other.locator("#results").get_by_text("had obesity").first.wait_for()
    live.edit("figure: 58%", "figure: [58%")
    for each in (page, other):
        each.get_by_role("region", name="Errors in the claim base").get_by_text("obese-with-apnea.yaml:").wait_for()
    live.edit("figure: [58%", "figure: 58%")
    for each in (page, other):
        each.locator(".live-errors").wait_for(state="detached")
    assert heard == ([], [])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_banner_is_accessible_and_stays_in_sight(open_page, live, axe, scheme):
    page = open_page(color_scheme=scheme, viewport=PHONE)
    heard = listen(page, live.address)
    page.goto(f"{live.address}explainers/mask.html")
    page.evaluate("scrollTo(0, 400)")
    live.edit("figure: 58%", "figure: [58%")
    banner = page.locator(".live-errors")
    banner.wait_for()
    page.wait_for_load_state()  # the words of a page may be there before its looks are
    box = banner.bounding_box()
    assert box["y"] == 0
    assert box["height"] <= PHONE["height"] / 2
    assert page.evaluate(TOO_WIDE) == []
    assert not axe(page)
    assert not heard
