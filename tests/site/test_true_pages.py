"""What a page prints is what the sources say: no figure, weight or state that a source does not have."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from html import unescape

import pytest

from evidencekb import exporters, site
from evidencekb.model.config import Config
from evidencekb.model.kb import KnowledgeBase
from evidencekb.model.nodes import Claim, Concept, Dispute, Evidence, Source
from evidencekb.reason import addresses
from evidencekb.text import figures


def item(source, stance="supports", figure="", **more):
    return Evidence(source, stance, figure_text=figure, figure=figures.parse(figure) if figure else None, **more)


def claim(name, *items, figure="30%", status="approved", **more):
    text = f"Of adults, {figure} have {name}." if figure else f"Aura comes with {name}."
    kind = "proportion" if figure else "association"
    read = figures.parse(figure) if figure else None
    fields = {"figure_text": figure, "figure": read, "evidence": items, "status": status, **more}
    return Claim(name, f"claims/a/{name}.yaml", kind, text, **fields)


def source(name, kind="cohort", **more):
    return Source(name, f"kb/sources/{name}.yaml", kind, f"The {name} title", seen_as="abstract", **more)


def base(*nodes, pages=None, **config):
    def some(kind):
        return {each.id: each for each in nodes if isinstance(each, kind)}

    return KnowledgeBase(
        config=Config(title="Headaches", **config),
        concepts=some(Concept),
        sources=some(Source),
        claims=some(Claim),
        pages={f"site/pages/{name}.md": text for name, text in (pages or {}).items()},
    )


def said(page):
    """What a page says: its text, one space between words."""
    body = page.decode().partition('<main id="main"')[2].partition(">")[2]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", body))).strip()


def row(page, name):
    """The cells of the row of an evidence table that begins with a name."""
    rows = [
        re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", each, re.DOTALL)
        for each in re.findall(r"<tr.*?</tr>", page, re.DOTALL)
    ]
    plain = [[re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", cell)).strip() for cell in cells] for cells in rows]
    return next(cells for cells in plain if cells and cells[0].startswith(name))


SIDES = [source(name) for name in ("first", "second", "third", "fourth")]


def test_only_support_takes_the_figure_of_the_claim():
    shown = claim(
        "aura", item("first"), item("second", "qualifies"), item("third", "contradicts"), item("fourth", figure="20%")
    )
    files = site.build(base(shown, *SIDES), {})
    page = files["claims/aura.html"].decode()
    assert {name: row(page, f"The {name}")[2] for name in ("first", "second", "third", "fourth")} == {
        "first": "30%", "second": "", "third": "", "fourth": "20%"
    }  # fmt: skip
    assert "30%" not in re.findall(r"<td class=\"number\">(.*?)</td>", files["sources/second.html"].decode())
    told = re.search(r'id="picture-text">(.*?)</p>', page).group(1)
    assert told == "This claim: 30%. The first title: 30%, supports. The fourth title: 20%, supports. "


def test_what_was_retracted_says_so_wherever_it_is_used():
    gone = source("gone", status="retracted", notice="The data were made up.")
    shown = claim("aura", item("gone", figure="32/42 (76%)"), item("first"), figure="76%")
    files = site.build(base(shown, gone, *SIDES, pages={"on-aura": "About [](claim:aura)."}), {})
    page = files["claims/aura.html"].decode()
    assert "Retracted: The gone title . The data were made up. What it says of this claim no longer counts." in said(
        page.encode()
    )
    assert row(page, "The gone")[1] == "supports retracted: does not count"
    assert "The gone title, retracted: 32/42 (76%), withdrawn." in page
    assert "Not counted: The gone title." in page
    assert "The gone title, which supported it, has been retracted and does not count." in page
    assert "supports The gone title retracted : 32/42 (76%)" in said(files["explainers/on-aura.html"])
    assert "Retracted The gone title" in said(files["sources/index.html"])


def test_a_card_shows_dissent_first_and_each_source_once():
    rows = [item("first"), item("first"), item("first"), item("second"), item("third"), item("fourth", "contradicts")]
    shown = claim("aura", *rows)
    fourth = source("fourth", population="women")
    files = site.build(base(shown, *SIDES[:3], fourth, pages={"on-aura": "About [](claim:aura)."}), {})
    card = said(files["explainers/on-aura.html"]).partition("have aura.")[2].partition("Evidence and")[0]
    assert card.index("contradicts The fourth title (women)") < card.index("supports The first title: 30%")
    assert card.count("The first title") == 1
    assert "supports The second title: 30% and 1 more that support it" in card


def test_health_knows_when_a_review_is_due_and_what_was_withdrawn():
    gone = source("gone", status="superseded", notice="See the second edition.")
    old = claim("old", item("gone"), item("first"), reviewed="2020-01-01")
    new = claim("new", item("first"), reviewed="2026-11-21")
    own = claim("own", item("first"), reviewed="2020-01-01", review_by="2030-01-01")
    page = said(site.build(base(old, new, own, gone, *SIDES, review_every="P2Y"), {})["health.html"])
    assert "Past their review date (1) established 30% Of adults, 30% have old." in page
    assert "sources in use (1) Superseded The gone title See the second edition." in page


def test_history_goes_by_the_day():
    shown = claim("aura", item("first"), reviewed="2026-11-21", owner="editors")
    history = {"claims/a/aura.yaml": [("2027-03-01", "Another figure"), ("2026-01-01", "New")]}
    files = site.build(base(shown, *SIDES), {}, history)
    assert "2027-03-01 Another figure 2026-11-21 reviewed by editors 2026-01-01 New" in said(files["claims/aura.html"])


@pytest.mark.parametrize("number", [20, 30, 130])
def test_every_claim_to_look_at_can_be_reached(number):
    claims = [claim(f"c{at}", status="draft") for at in range(number)]
    files = site.build(base(*claims), {})
    for name in ("unsourced", "unapproved"):
        paths = [path for path in files if path.startswith(f"health-{name}")]
        assert len(paths) == (number > 25) + (number > 100)
        assert (f'"health-{name}.html"' in files["health.html"].decode()) == bool(paths)
        held = b"".join(files[path] for path in paths or ["health.html"])
        assert {each.id for each in claims} == set(re.findall(r'"claims/(c\d+)\.html"', held.decode()))


def links(files):
    """Every internal link that leads to no file, as (page, link)."""
    return [
        (path, link)
        for path, data in files.items()
        if path.endswith(".html")
        for link in re.findall(r'(?:href|src)="([^"#?:]+)', data.decode())
        if posixpath.normpath(posixpath.join(posixpath.dirname(path), link)) not in files
    ]


def test_every_passage_of_a_source_can_be_read():
    often = claim("often", *(item("first", as_stated=f"words {at}") for at in range(120)))
    other = claim("other", item("first", "contradicts", as_stated="other words"), item("second"))
    files = site.build(base(often, other, *SIDES), {})
    page = said(files["sources/first.html"])
    assert "Supports 1 claim, in 120 passages" in page
    assert "Contradicts 1 claim " in page
    assert "And 70 more passages: all passages ." in page
    pages = [said(files[path]) for path in ("sources/first_passages.html", "sources/first_passages-2.html")]
    assert "121 passages on 1 claim" not in pages[0]
    assert "121 passages on 2 claims" in pages[0]
    assert all(f"words {at} " in " ".join(pages) for at in range(120))
    assert "contradicts" in pages[1]
    assert [link for _, link in links(files) if link.endswith(".html")] == []


def test_a_pin_that_is_not_what_the_claim_says_is_marked():
    text = "Of all, [99%](claim:aura), up to [30%](claim:aura)\nor [30%](claim:aura), [this](claim:gone)"
    text += ", [next](more.md#on-it)."
    files = site.build(base(claim("aura", item("first")), *SIDES, pages={"on-aura": text, "more": "# More"}), {})
    page = files["explainers/on-aura.html"].decode()
    plain = re.sub(r"<span popover.*?>Close</a></span>|<span class=.aside.>.*?</span>", "", page, flags=re.DOTALL)
    assert "99% (the claim says 30%) , up to 30% (the claim says 30%) or 30% , this (there is no claim gone)" in said(
        plain.encode()
    )
    assert '<a href="more.html#on-it">next</a>' in page


def test_the_files_that_a_link_may_name_are_there():
    assert set(site.build(base(), {}, data=exporters.tree())) >= addresses.WHOLE


@pytest.mark.parametrize(("status", "mark"), [("draft", "draft"), ("in-review", "in review"), ("approved", "")])
def test_what_is_not_approved_says_so_wherever_it_is_shown(status, mark):
    shown = claim("aura", item("first"), item("second", "contradicts"), status=status)
    quarrel = Dispute("quarrel", "kb/disputes/quarrel.yaml", "A quarrel", ("aura",), status="open")
    kb = replace(base(shown, *SIDES, pages={"on-aura": "Of all, [](claim:aura)."}), disputes={"quarrel": quarrel})
    files = site.build(kb, {})
    says = f"disputed {mark} 30%" if mark else "disputed 30%"
    assert says in said(files["claims/index.html"])
    assert f"30% disputed {mark}".strip() in said(files["claims/aura.html"])
    assert ("have not approved" in said(files["claims/aura.html"])) == bool(mark)
    assert (f"have aura. {mark}" in said(files["index.html"])) == bool(mark) or not mark
    assert (f"have aura. {mark}" in said(files["sources/first.html"])) == bool(mark) or not mark
    explainer = files["explainers/on-aura.html"].decode()
    assert f'30%<span class="aside">, disputed{", " if mark else ""}{mark}: show its sources</span></a>' in explainer
    assert explainer.count('class="unapproved"') == 3 * bool(mark)  # beside the figure, in its card, at the foot
    assert (files["disputes/quarrel.html"].decode().count('class="unapproved"') > 0) == bool(mark)


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("---\r\ntitle: Windows page\r\nsummary: Short.\r\n---\r\n\r\nWords.\r\n", "Windows page", "Short. Words."),
        ("\ufeff---\ntitle: Marked\n---\nWords.", "Marked", "Words."),
        ("# A heading of *mine*\n\nWords.", "A heading of mine", "Words."),
        ("Setext\n======\n\nWords.", "Setext", "Words."),
        ("---\ntitle: Setext\n---\nSetext\n======\n\nWords.", "Setext", "Words."),
        ("---\ntitle: One\n---\n# Other\n\nWords.\n\n# Third", "One", "Other Words. Third"),
        ("Words.", "On aura", "Words."),
    ],
)
def test_an_explainer_has_one_title_and_loses_none(text, title, rest):
    files = site.build(base(pages={"on-aura": text}), {})
    page = files["explainers/on-aura.html"].decode()
    assert page.count("<h1") == 1
    assert said(page.encode()).startswith(f"{title} {rest} How to read")
    assert f">{title}</a>" in files["index.html"].decode()
    assert "<p></p>" not in files["index.html"].decode()
