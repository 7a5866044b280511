"""How well a claim is supported, and the sentence that says why."""

from __future__ import annotations

import pytest

from evidencekb.model.kb import KnowledgeBase
from evidencekb.model.nodes import Claim, Dispute, Evidence, Source
from evidencekb.model.standing import ORDER
from evidencekb.reason.origins import origins
from evidencekb.reason.standing import stand, standings
from evidencekb.text import figures

NONE_BETTER = "no study of people, review or guideline in the claim base does."
UNCONTESTED = "and nothing contradicts it."
SOURCES = {
    "rct": Source("rct", "", type="rct", authors=("Roe R",), year=2020),
    "cohort": Source("cohort", "", type="cohort"),
    "meta": Source("meta", "", type="meta-analysis", cites=("rct",)),
    "guideline": Source("guideline", "", type="guideline"),
    "hearsay": Source("hearsay", "", type="guideline", cites=("article",)),
    "mouse": Source("mouse", "", type="animal-study"),
    "sheet": Source("sheet", "", type="fact-sheet"),
    "article": Source("article", "", type="article"),
    "blog": Source("blog", "", type="article", cites=("rct",)),
    "old": Source("old", "", type="guideline", status="superseded"),
    "false": Source("false", "", type="rct", status="retracted"),
    "told": Source("told", "", type="meta-analysis", cites=("false",)),
    "retold": Source("retold", "", type="article", cites=("told",)),
    "mended": Source("mended", "", type="rct", status="corrected"),
}


def item(source, stance="supports", **fields):
    if "figure" in fields:
        fields["figure_text"] = fields["figure"]
        fields["figure"] = figures.parse(fields["figure_text"])
    return Evidence(source, stance, **fields)


def base(*items, disputes=(), **fields):
    claim = Claim(
        **{
            "id": "c",
            "path": "c.yaml",
            "kind": "proportion",
            "population": ("migraine", "adults"),
            "outcome": "aura",
            "figure_text": "30%",
            "figure": figures.parse("30%"),
            "evidence": items,
            "status": "approved",
            **fields,
        }
    )
    return KnowledgeBase(sources=SOURCES, claims={"c": claim}, disputes={d.id: d for d in disputes})


def dispute(**fields):
    return Dispute(**{"id": "d", "path": "d.yaml", "title": "How many", "claims": ("c",), **fields})


@pytest.mark.parametrize(
    ("items", "level"),
    [
        ([], "unsourced"),
        ([item("rct", "qualifies")], "unsourced"),
        ([item("rct", "contradicts")], "unsourced"),
        ([item("false")], "unsourced"),
        ([item("told")], "unsourced"),
        ([item("retold")], "unsourced"),
        ([item("retold"), item("article")], "reported"),
        ([item("rct"), item("told", "contradicts")], "established"),
        ([item("nobody")], "unsourced"),
        ([item("article")], "reported"),
        ([item("sheet"), item("article")], "reported"),
        ([item("blog", attribution="named-study")], "reported"),
        ([item("mouse")], "reported"),
        ([item("hearsay")], "reported"),
        ([item("guideline", attribution="unnamed-study")], "reported"),
        ([item("hearsay", attribution="own-data"), item("article", attribution="named-study")], "established"),
        ([item("rct")], "established"),
        ([item("mended")], "established"),
        ([item("guideline"), item("article")], "established"),
        ([item("rct"), item("article", "contradicts")], "established"),
        ([item("rct"), item("mouse", "contradicts")], "established"),
        ([item("meta"), item("rct", "contradicts")], "established"),
        ([item("rct"), item("old", "contradicts")], "established"),
        ([item("rct"), item("false", "contradicts")], "established"),
        ([item("rct"), item("meta", "qualifies")], "established"),
        ([item("rct"), item("cohort", "contradicts")], "disputed"),
        ([item("rct"), item("meta", "contradicts")], "disputed"),
        ([item("article"), item("article", "contradicts")], "disputed"),
        ([item("article"), item("sheet", "contradicts")], "disputed"),
        ([item("sheet"), item("article", "contradicts")], "reported"),
        ([item("mouse"), item("sheet", "contradicts")], "reported"),
    ],
)
def test_levels(items, level):
    assert standings(base(*items))["c"].level == level


@pytest.mark.parametrize(
    ("fields", "drifts"),
    [
        ({}, False),
        ({"figure": "30%"}, False),
        ({"figure": "60/200 (30%)"}, False),
        ({"figure": "up to 30%"}, True),
        ({"figure": "31%"}, True),
        ({"figure": "nobody knows"}, True),
        ({"population": ("adults", "migraine")}, False),
        ({"population": ("migraine",)}, True),
        ({"population": ()}, True),
        ({"outcome": "aura"}, False),
        ({"outcome": "pain"}, True),
        ({"given": ()}, False),
        ({"given": ("rest",)}, True),
        ({"note": "in passing"}, False),
    ],
)
def test_drifted_support_only_restates(fields, drifts):
    standing = standings(base(item("rct", **fields)))["c"]
    assert standing.level == ("reported" if drifts else "established")
    assert (standing.support, standing.restated) == (((), ("rct",)) if drifts else (("rct",), ()))


def test_equal_quantities_in_other_units_do_not_drift():
    kb = base(item("guideline", figure="≤ 75 ng/mL"), figure_text="≤ 75 mcg/L", figure=figures.parse("≤ 75 mcg/L"))
    assert standings(kb)["c"].level == "established"


def test_drifted_repetition_of_what_a_study_says_changes_nothing():
    standing = standings(base(item("rct"), item("article", figure="up to 30%"), item("article", population=())))["c"]
    assert standing.level == "established"
    assert standing.support == ("rct",)
    assert standing.restated == ("article",)


@pytest.mark.parametrize(
    ("found", "level"),
    [
        (dispute(status="open"), "disputed"),
        (dispute(status="resolved", against=("c",), resolution="Drop it"), "disputed"),
        (dispute(status="resolved", against=()), "established"),
        (dispute(status="resolved", claims=("c", "x"), against=("x",)), "established"),
        (dispute(status="resolved", claims=("x",), against=("c",)), "disputed"),
        (dispute(status="open", claims=("x",)), "established"),
        (dispute(status="open", valid=False), "established"),
    ],
)
def test_disputes(found, level):
    assert standings(base(item("rct"), disputes=[found]))["c"].level == level


def test_impossible_sets():
    kb = base(item("rct"))
    claim, ends = kb.claims["c"], origins(kb)
    assert stand(kb, claim, ends, ("c", "x", "b")).because == "It cannot be true together with b, x."
    assert stand(kb, claim, ends, ()).level == "established"
    assert stand(kb, claim, ends, None).level == "disputed"
    assert stand(kb, claim, ends, None).because.startswith("Too many figures")


def test_retired_comes_before_everything():
    kb = base(disputes=[dispute(status="open")], status="retired")
    assert standings(kb)["c"].level == "retired"


def test_origins_are_counted_once():
    standing = standings(base(item("rct"), item("meta"), item("blog"), item("article")))["c"]
    assert standing.support == ("rct", "meta", "blog", "article")
    assert standing.origins == ("rct",)
    assert standing.unidentified == ("article",)


@pytest.mark.parametrize(
    ("kb", "because"),
    [
        (base(), "No source in the claim base supports it."),
        (base(item("rct", "contradicts")), "No source supports it, and Roe 2020 contradicts it."),
        (base(item("old")), "Its only support, old, has been superseded."),
        (base(item("retold")), "Its only support, retold, goes back to false alone, which has been retracted."),
        (
            base(item("article"), item("sheet")),
            f"Only one fact sheet or narrative review and one article for the public say so; {NONE_BETTER}",
        ),
        (
            base(item("article", outcome="pain")),
            "One article for the public restates it with changes; none says exactly this.",
        ),
        (base(item("hearsay")), "Its support goes back to a source that nobody can identify."),
        (base(item("rct")), "One study supports it, and nothing contradicts it."),
        (
            base(item("rct"), item("cohort"), item("article", "contradicts")),
            "Two studies from two independent origins support it, and only one weaker source contradicts it.",
        ),
        (
            base(item("rct"), item("meta")),
            f"One study and one review or guideline, all going back to one origin, support it, {UNCONTESTED}",
        ),
        (
            base(item("article"), item("rct", "contradicts")),
            "Roe 2020 contradicts it, and no source of higher rank supports it.",
        ),
        (
            base(item("article", outcome="pain"), item("rct", "contradicts"), item("cohort", "contradicts")),
            "cohort and 1 more contradict it, and the sources that repeat it change what it says.",
        ),
        (base(item("rct"), disputes=[dispute()]), "A dispute about it is open: How many."),
        (
            base(item("rct"), disputes=[dispute(status="resolved", against=("c",), resolution="It is dropped.")]),
            "The editors decided against it: It is dropped.",
        ),
        (base(status="retired"), "The editors have retired this claim."),
    ],
)
def test_because(kb, because):
    assert standings(kb)["c"].because == because


def test_levels_are_known():
    assert ORDER == ("established", "reported", "disputed", "unsourced", "retired")


def test_order_of_evidence_does_not_change_the_level():
    items = [item("rct"), item("article", "contradicts"), item("blog"), item("meta", "qualifies")]
    found = {standings(base(*items[at:], *items[:at]))["c"].level for at in range(len(items))}
    assert found == {"established"}
