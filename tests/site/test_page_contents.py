"""What stands on each kind of page, said of a small claim base."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from evidencekb import site
from evidencekb.model.config import Config
from evidencekb.model.kb import KnowledgeBase
from evidencekb.model.nodes import At, Claim, Concept, Dispute, Evidence, Implication, Source, Step
from evidencekb.text import figures

CONCEPTS = [
    Concept("adults", "", "population", "adults", definition="People of 18 and over."),
    Concept("aura", "", "outcome", "aura", synonyms=("migraine aura",), codes={"mesh": "D020325"}),
    Concept("migraine", "", "condition", "migraine", broader=("headache",), excludes=("tension",)),
    Concept("chronic-migraine", "", "condition", "chronic migraine", broader=("migraine",)),
    Concept("headache", "", "condition", "headache", implies=(Implication("pain"),)),
    Concept("tension", "", "condition", "tension headache"),
    Concept("pain", "", "outcome", "pain"),
    Concept("serotonin", "", "molecule", "serotonin", definition="A messenger."),
    Concept("tone", "", "process", "vascular tone"),
]
SOURCES = [
    Source("trial", "", "rct", "A trial", ("Roe R",), year=2020, population="adults with migraine", sample_size=90),
    Source("blog", "", "article", "Five facts", cites=("trial",), seen_as="full-text"),
    Source("gone", "", "cohort", "A cohort", status="retracted", notice="The data were made up.", seen_as="title"),
]
ITEMS = (
    Evidence("trial", figure_text="27/90 (30%)", figure=figures.parse("27/90 (30%)"), attribution="own-data"),
    Evidence(
        "blog",
        at=At(heading="Numbers"),
        figure_text="up to 30%",
        figure=figures.parse("up to 30%"),
        population=("headache",),
        attribution="named-study",
    ),
)
CLAIMS = [
    Claim(
        *("share", "claims/aura/share.yaml", "proportion", "Of adults with migraine, 30% have an aura."),
        figure_text="30%",
        figure=figures.parse("30%"),
        population=("migraine", "adults"),
        outcome="aura",
        evidence=ITEMS,
        status="approved",
        owner="editors",
        reviewed="2026-01-02",
        certainty="low",
        certainty_because="one trial",
    ),
    Claim(
        *("level", "claims/aura/level.yaml", "association", "Serotonin is lower in migraine."),
        subject="serotonin",
        relation="lower-in",
        object="migraine",
        population=("migraine",),
        evidence=(
            Evidence("trial", attribution="own-data"),
            Evidence("blog", "contradicts", relation="higher-in", attribution="named-study"),
        ),
        review_by="2026-01-01",
        status="approved",
    ),
    Claim(
        *("tone-level", "claims/aura/tone-level.yaml", "association", "Vascular tone is higher in migraine."),
        subject="tone",
        relation="higher-in",
        object="migraine",
        population=("migraine",),
        evidence=(Evidence("gone"),),
        status="approved",
    ),
    Claim(
        *("chain", "claims/chain/chain.yaml", "mechanism", "Serotonin keeps up vascular tone."),
        steps=(Step("serotonin", "increases", "tone"), Step("tone", "inhibits", "serotonin")),
        evidence=(Evidence("blog"),),
        status="approved",
    ),
]
DISPUTES = [Dispute("clash", "", "Lower or higher?", ("share", "level"), status="resolved", resolution="Lower.")]


def nodes(*every):
    return {each.id: each for each in every}


@pytest.fixture(scope="module")
def kb():
    return KnowledgeBase(
        config=replace(Config(), title="Headaches"),
        concepts=nodes(*CONCEPTS),
        sources=nodes(*SOURCES),
        claims=nodes(*CLAIMS),
        disputes=nodes(*DISPUTES),
        pages={"site/pages/aura.md": "---\ntitle: On aura\n---\nAura: [](claim:share)."},
    )


@pytest.fixture(scope="module")
def pages(kb):
    history = {
        "claims/aura/share.yaml": [("2026-01-02", "The share <of> aura")],
        "site/pages/aura.md": [("2026-01-01", "On aura"), ("2025-01-01", "Begun")],
    }
    return site.build(kb, {}, history)


def text(page):
    """What a page says: its text, one space between words."""
    body = page.decode().partition('<main id="main"')[2].partition(">")[2]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", body))).replace(" .", ".").replace(" ,", ",")


SAYS = {
    "claims/share.html": [
        "30% established One study supports it",
        "Certainty, as the editors judge it: low (one trial).",
        "27/90 (30%) adults with migraine (n = 90)",
        "Its support goes back to Roe 2020.",
        "Said as it stands here by Roe 2020.",
        "Five facts, “Numbers”, which rests on Roe 2020 :",
        "figure : 27/90 (30%) → became up to 30% has become an upper limit",
        "group : migraine and adults → became headache wider",
        "Lower or higher? resolved Lower.",
        "explainer On aura",
        "Weighed together with",
        "2026-01-02 reviewed by editors",
        "2026-01-02 The share <of> aura",
        "Cite this",
    ],
    "claims/level.html": [
        "Five facts reports the study that it names the wrong way round: higher, where Roe 2020 found lower.",
        "2026-01-01 to be reviewed again",
    ],
    "sources/blog.html": [
        "This source reports the study that it names the wrong way round: higher, where Roe 2020 found lower.",
        "Lay An article for the public.",
        "The editors read the full text.",
        "Supports 2 claims",
        "Contradicts 1 claim",
        "Rests on cites Roe 2020",
    ],
    "sources/trial.html": ["This study is reported the wrong way round by Five facts : higher for lower."],
    "sources/gone.html": [
        "Retracted. Nothing rests on it any more. The data were made up.",
        "The editors saw no more than the title.",
    ],
    "concepts/migraine.html": [
        "Broader headache",
        "Narrower chronic migraine",
        "Excludes tension headache",
        "Claims about this group (3)",
        "Claims about what is linked to it (2)",
    ],
    "concepts/aura.html": ["Synonyms migraine aura", "Code mesh D020325", "Claims about how it comes out (1)"],
    "concepts/headache.html": ["Everyone with it has pain", "No claim speaks of it."],
    "concepts/serotonin.html": ["A messenger.", "Claims in which it is a step of a mechanism (1)"],
    "mechanisms.html": [
        "Serotonin is lower in migraine. Vascular tone is higher in migraine. Yet serotonin raises vascular tone, so",
        "so vascular tone should be lower.",
        "serotonin raises vascular tone, which lowers serotonin : a change damps itself.",
        "1 serotonin increases vascular tone + raises Serotonin keeps up vascular tone. reported",
        "2 vascular tone inhibits serotonin − lowers Serotonin keeps up vascular tone. reported",
    ],
    "glossary.html": [
        "A adults People of 18 and over. aura No definition yet. Also: migraine aura. C chronic migraine"
    ],
    "health.html": [
        "4 claims: how they stand, and what the editors should look at next, as of 2026-01-02",
        "Unsourced (1) unsourced Vascular tone is higher in migraine.",
        "Past their review date (1) established Serotonin is lower in migraine.",
        "Supported by articles for the public only (1) reported Serotonin keeps up vascular tone.",
        "Unverified: nobody has read a source that supports it (2)",
        "Five facts 2 1 1 0 0 1",
    ],
    "claims/index.html": ["4 claims by topic, the best supported first. Aura (3) Chain (1)"],
    "explainers/aura.html": [
        "Last changed 2026-01-01. The claims behind its figures were reviewed on 2026-01-02.",
        "The figures and their sources 30% Of adults with migraine, 30% have an aura. established One study",
        "Supported by Roe 2020; Five facts.",
        "References Five facts. Roe R. A trial. 2020.",
    ],
    "index.html": ["Search figures, claims and sources", "On aura"],
}


@pytest.mark.parametrize(("path", "said"), [(path, said) for path, every in SAYS.items() for said in every])
def test_page_says(pages, path, said):
    assert said in text(pages[path])


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("explainers/aura.html", "On aura"),
        ("claims/share.html", "Of adults with migraine, 30% have an aura. Established: "),
        ("sources/trial.html", "Roe R. A trial. 2020."),
        ("concepts/serotonin.html", "A messenger."),
        ("claims/index.html", "Claims. What the figures say"),
    ],
)
def test_every_page_tells_in_its_head_what_is_on_it(pages, path, said):
    assert f'<meta name="description" content="{said}' in pages[path].decode()
    assert not [each for each, page in pages.items() if each.endswith(".html") and b'name="description"' not in page]


def test_paper_shows_which_figure_is_which(pages):
    assert '<span class="pin" data-nth="1">' in pages["explainers/aura.html"].decode()


def test_claims_page_draws_its_pictures(pages):
    page = pages["claims/share.html"].decode()
    assert page.count("<svg class=") >= 2
    assert 'id="graph-title"' in page
    assert 'id="picture-title"' in page


def test_topics_show_how_their_claims_stand(pages):
    assert "How the claims on aura stand" in pages["claims/index.html"].decode()


def test_search_is_a_plain_form(pages):
    page = pages["index.html"].decode()
    assert '<form class="search" role="search" action="search.html" method="get">' in page
    assert 'name="q"' in page
    assert "form-action 'self'" in page


def test_most_disputed_come_first(kb):
    claims = {
        name: Claim(
            *(name, f"claims/a/{name}.yaml", "proportion", f"Claim {name}."),
            figure_text="3%",
            evidence=(Evidence("blog"), *(Evidence(source, "contradicts") for source in against)),
        )
        for name, against in {"less": ["trial"], "more": ["trial", "second"], "none": []}.items()
    }
    sources = {**kb.sources, "second": replace(SOURCES[0], id="second")}
    found = replace(kb, claims=claims, sources=sources, disputes={}, pages={})
    page = text(site.build(found, {})["index.html"]).partition("How sure is it?")[0]
    assert page.index("Claim more.") < page.index("Claim less.")
    assert "Claim none." not in page


def test_no_page_holds_the_whole_base(kb):
    """Twice the claims must not make these pages twice as long."""

    def sizes(number):
        claims = {
            f"m{at}": Claim(
                *(f"m{at}", f"claims/a/m{at}.yaml", "mechanism", f"Chain {at}."),
                steps=(Step(f"x{at}", "increases", f"y{at}"), Step(f"y{at}", "increases", f"z{at}")),
                population=("adults",),
                evidence=(Evidence("blog"),),
            )
            for at in range(number)
        }
        concepts = nodes(*CONCEPTS, *(Concept(f"{c}{at}", "", label=f"{c}{at}") for at in range(number) for c in "xyz"))
        found = replace(kb, claims=claims, concepts=concepts, disputes={}, pages={})
        built = site.build(found, {})
        return {
            path: len(built[path]) for path in ("mechanisms.html", "glossary.html", "health.html", "index.html")
        } | {"concept": len(built["concepts/adults.html"])}, built

    small, _ = sizes(200)
    large, built = sizes(400)
    assert {path for path in large if large[path] > 1.1 * small[path]} == set()
    assert "mechanisms-2.html" in built
    assert "glossary-2.html" in built
    steps = sum(page.count(b'<tr><td class="number">') for path, page in built.items() if path.startswith("mechanisms"))
    assert steps == 800
