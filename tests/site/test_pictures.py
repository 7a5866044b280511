"""Pictures: what they say in words, and that nothing in them covers anything else."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencekb import app
from evidencekb.model.kb import KnowledgeBase
from evidencekb.model.nodes import Claim, Concept, Evidence, Source, Step
from evidencekb.reason.mechanisms import edges
from evidencekb.reason.standing import standings
from evidencekb.site.pictures import comparison, evidence, mechanism
from evidencekb.site.pictures.drawing import WIDE, wrapped
from evidencekb.site.pictures.layers import lay
from evidencekb.site.pictures.standing import GAP, WIDTH, bar
from evidencekb.text import figures

SVG = "{http://www.w3.org/2000/svg}"
GAP_BETWEEN = 10.0
NAMES = "abcdefgh"


def drawn(picture):
    """The SVG element of a picture."""
    text = re.search(r"<svg.*?</svg>", str(picture), re.DOTALL).group()
    return ET.fromstring(text.replace("<svg", f'<svg xmlns="{SVG[1:-1]}"', 1))  # noqa: S314 - our own picture


def words(svg, kind):
    return [each.text for each in svg.iter(f"{SVG}text") if kind in each.get("class").split()]


def told(svg):
    name, desc = svg.get("aria-labelledby").split()
    return [next(each.text for each in svg.iter() if each.get("id") == which) for which in (name, desc)]


def base(*items, steps=()):
    sources = [
        Source("trial", "", type="rct", authors=("Roe R",), year=2020, container="Headache Letters"),
        Source("blog", "", type="article", title='Five <b>"facts"</b> on aura & migraine', cites=("trial", "old")),
        Source("old", "", type="cohort", status="retracted", title="An old cohort"),
        Source("other", "", type="rct", title="Another trial"),
    ]
    found = Claim(
        *("c", "claims/a/c.yaml", "proportion", "Of adults with migraine, 30% have an aura."),
        figure_text="30%",
        figure=figures.parse("30%"),
        evidence=items,
        status="approved",
    )
    chain = Claim("m", "claims/a/m.yaml", "mechanism", "A chain.", steps=steps, status="approved")
    concepts = [Concept("a", "", label="cortical spreading depolarization"), Concept("b", ""), Concept("d", "")]
    return KnowledgeBase(
        sources={each.id: each for each in sources},
        claims={"c": found, "m": chain},
        concepts={each.id: each for each in concepts},
    )


@pytest.mark.parametrize(
    ("text", "most", "found"),
    [
        ("one two three", 2, ("one two", "three")),
        ("one two three four five", 2, ("one two", "three…")),
        ("extraordinarily", 3, ("extraordin", "arily")),
        ("", 2, ("",)),
        ("x" * 10**5, 2, ("x" * 10, "x" * 9 + "…")),
    ],
)
def test_labels_are_broken_to_fit(text, most, found):
    assert wrapped(text, 10 * WIDE, most) == found


def test_bar_parts_fill_it_by_their_share():
    svg = drawn(bar({"disputed": 1, "established": 3}, "x", "All"))
    parts = [(each.get("class"), float(each.get("width"))) for each in svg.iter(f"{SVG}rect")]
    assert [name for name, _ in parts] == ["part part-established", "part part-disputed"]
    assert parts[0][1] == pytest.approx(3 * parts[1][1], abs=0.3)
    assert sum(width for _, width in parts) + GAP == pytest.approx(WIDTH, abs=0.2)
    assert told(svg) == ["All", "3 established, 1 disputed"]


def test_bar_shows_one_among_thousands_and_nothing_for_none():
    assert 'class="part part-disputed"' in bar({"disputed": 1, "established": 9999}, "x", "All")
    assert bar({"disputed": 0}, "x", "All") == ""


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda e: e[0] != e[1]), min_size=1))
def test_boxes_and_passing_lines_keep_apart(pairs):
    concepts = list(dict.fromkeys(name for pair in pairs for name in pair))
    heights = {name: 20.0 + 9 * at for at, name in enumerate(concepts)}
    layout = lay(heights, pairs, GAP_BETWEEN)
    assert layout == lay(heights, pairs, GAP_BETWEEN)
    taken = [(layout.column[name], layout.top[name], heights[name]) for name in concepts]
    for pair in set(pairs):
        first, last = (layout.column[name] for name in pair)
        assert first != last
        between = range(min(first, last) + 1, max(first, last))
        order = between if first < last else reversed(between)
        assert len(layout.passing[pair]) == len(between)
        taken += [(column, y - 6, 12) for column, y in zip(order, layout.passing[pair], strict=True)]
    for (one, y, high), (other, z, tall) in combinations(taken, 2):
        assert one != other or y + high + GAP_BETWEEN <= z + 0.2 or z + tall + GAP_BETWEEN <= y + 0.2


def test_a_chain_runs_from_left_to_right():
    layout = lay(dict.fromkeys("abc", 20.0), [("a", "b"), ("b", "c"), ("c", "a")], GAP_BETWEEN)
    assert [layout.column[name] for name in "abc"] == [0, 1, 2]


def test_sources_stand_with_their_stance_and_who_cites_whom():
    items = (
        Evidence("trial", "supports", attribution="own-data"),
        Evidence("blog", "supports", population=("b",)),
        Evidence("blog", "supports"),
        Evidence("other", "contradicts"),
    )
    kb = base(*items)
    svg = drawn(evidence.draw(kb, kb.claims["c"], standings(kb)["c"]))
    assert words(svg, "word") == ["supports", "supports", "changes it", "contradicts"]
    assert words(svg, "under") == ["rct", "article", "article", "rct", "cohort, retracted"]
    assert len([each for each in svg.iter(f"{SVG}path") if each.get("class") == "cites"]) == 2
    title, text = told(svg)
    assert title == "The sources of this claim"
    assert "Supports: Roe 2020, Headache Letters; Five" in text
    assert 'Five <b>"facts"</b> on aura & migraine cites An old cohort.' in text
    assert not list(svg.iter(f"{SVG}b"))


def test_a_figure_of_something_else_says_so_under_its_name():
    def item(source, **more):
        return Evidence(source, "qualifies", figure_text="10%", figure=figures.parse("10%"), **more)

    kb = base(item("trial"), item("blog", population=("b",)), item("other", outcome="a"))
    rows = comparison.draw(kb, kb.claims["c"]).rows
    assert [row.other for row in rows] == ["", "", "population: b", "outcome: cortical spreading depolarization"]


def test_one_source_needs_no_picture():
    kb = base(Evidence("trial", "supports"), Evidence("trial", "qualifies"))
    assert evidence.draw(kb, kb.claims["c"], standings(kb)["c"]) is None


def test_many_sources_are_counted_not_drawn():
    sources = {f"s{at}": Source(f"s{at}", "", type="rct", title=f"Trial {at}") for at in range(40)}
    claim = Claim("c", "claims/a/c.yaml", evidence=tuple(Evidence(name) for name in sources))
    kb = KnowledgeBase(sources=sources, claims={"c": claim})
    picture = str(evidence.draw(kb, claim, standings(kb)["c"]))
    assert picture.count('class="box box-supports"') == evidence.ROWS
    assert f"{40 - evidence.ROWS} more stand in the table" in picture


def test_steps_carry_their_sign_and_number():
    steps = (Step("a", "increases", "b"), Step("b", "inhibits", "d"), Step("d", "increases", "a"))
    kb = base(steps=steps)
    svg = drawn(mechanism.draw(kb, standings(kb), list(enumerate(edges(kb), 1)), "part-1", "A part"))
    assert words(svg, "plus") == ["+ 1", "− 2", "+ 3"]
    assert " ".join(words(svg, "label")) == "cortical spreading depolarization b d"
    assert "b lowers d (unsourced)" in told(svg)[1]
    assert len([each for each in svg.iter(f"{SVG}path") if each.get("class") == "weak"]) == 3


COVERED = """() => {
  const found = [];
  for (const svg of document.querySelectorAll("svg.drawn")) {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].map(t => [t.textContent, t.getBoundingClientRect(), t]);
    const inside = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top - 2 && a.bottom <= b.bottom + 2;
    const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom - 3 <= b.top || b.bottom - 3 <= a.top;
    const boxes = [...svg.querySelectorAll(".box, .plate")].map(b => b.getBoundingClientRect());
    for (const [name, at, element] of texts) {
      if (!inside(at, frame)) found.push("outside the picture: " + name);
      if (!element.matches(".word") && !boxes.some(box => inside(at, box))) found.push("outside its box: " + name);
    }
    for (let i = 0; i < texts.length; i++)
      for (let j = 0; j < i; j++)
        if (!apart(texts[i][1], texts[j][1])) found.push(texts[i][0] + " covers " + texts[j][0]);
  }
  return found;
}"""


HIDDEN = """() => [...document.querySelectorAll(
  ".row .mark, .row .interval, .row .value, .row .name, .graph .word, .graph .label, .box-claim, .graph .level"
)].filter(e => {
  const at = e.getBoundingClientRect();
  return at.width === 0 || at.left < 0 || at.right > innerWidth;
}).map(e => e.outerHTML)"""


@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_what_pictures_show_is_in_view(open_page, built, width):
    page = open_page(viewport={"width": width, "height": 740})
    drawn = [
        path for path in sorted((built / "claims").glob("*.html")) if 'class="compared"' in path.read_text("utf-8")
    ]
    assert len(drawn) > 10
    for path in drawn[::4]:
        page.goto(path.as_uri())
        assert page.locator(".row-claim").count() == 1
        assert page.locator(".graph .box-claim").count() == page.locator(".graph").count()
        assert page.evaluate(HIDDEN) == [], path.name


@pytest.mark.xdist_group("browser")
def test_no_label_covers_another(open_page, root, built):
    page = open_page()
    kb = app.load(root, root, date(2026, 11, 21))
    most = sorted(kb.claims.values(), key=lambda claim: -len(claim.evidence))[:12]
    for name in ["mechanisms", *(f"claims/{claim.id}" for claim in most)]:
        page.goto((built / f"{name}.html").as_uri())
        assert page.locator("svg.drawn").count(), name
        assert page.evaluate(COVERED) == [], name
