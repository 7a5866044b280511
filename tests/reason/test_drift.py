"""What changed on the way from source to source, and studies reported the wrong way round."""

from __future__ import annotations

import pytest

from evidencekb.model.kb import KnowledgeBase
from evidencekb.model.nodes import Claim, Concept, Evidence, Implication, Source
from evidencekb.reason.drift import Change, drift, lines, reversals, unchanged
from evidencekb.text import figures

SOURCES = [
    Source("trial", "", "rct"),
    Source("second", "", "rct"),
    Source("blog", "", "article", cites=("trial",)),
    Source("copy", "", "article", cites=("blog",)),
    Source("vague", "", "article"),
]
CONCEPTS = [
    Concept("headache", "", label="headache", implies=(Implication("pain"),)),
    Concept("migraine", "", label="migraine", broader=("headache",)),
    Concept("pain", "", label="pain"),
]


def item(source, stance="supports", **fields):
    if text := fields.pop("figure", ""):
        fields |= {"figure_text": text, "figure": figures.parse(text)}
    return Evidence(source, stance, **fields)


def base(*items, **fields):
    fields = {"figure_text": "30%", "figure": figures.parse("30%"), "population": ("migraine",), **fields}
    claim = Claim("c", "c.yaml", evidence=items, **fields)
    kb = KnowledgeBase(
        sources={each.id: each for each in SOURCES},
        concepts={each.id: each for each in CONCEPTS},
        claims={"c": claim},
    )
    return kb, claim


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        ({"figure": "up to 30%"}, Change("figure", "30%", "up to 30%", "has become an upper limit")),
        ({"figure": "at least 30%"}, Change("figure", "30%", "at least 30%", "has become a lower limit")),
        ({"figure": "45%"}, Change("figure", "30%", "45%", "another number")),
        ({"population": ("headache",)}, Change("group", "migraine", "headache", "wider")),
        ({"population": ("pain",)}, Change("group", "migraine", "pain", "wider")),
        ({"population": ()}, Change("group", "migraine", "not stated", "no longer named")),
        ({"outcome": "pain"}, Change("outcome", "not stated", "pain", "added")),
        ({"relation": "causes"}, Change("relation", "", "causes")),
        ({"figure": "30.0%"}, None),
        ({}, None),
    ],
)
def test_change_in_words(fields, change):
    kb, claim = base(item("vague", **fields))
    changes = [each for passage in drift(kb, claim) for each in passage.changes]
    assert changes == ([change] if change else [])


def test_change_is_told_from_the_source_above():
    kb, claim = base(
        item("trial"), item("blog", figure="up to 30%"), item("copy", figure="up to 30%", population=("headache",))
    )
    found = [(each.source, each.above, [change.part for change in each.changes]) for each in drift(kb, claim)]
    assert found == [("blog", "trial", ["figure"]), ("copy", "blog", ["group"])]
    assert unchanged(kb, claim) == ("trial",)


def test_steps_come_in_the_order_of_the_way_down():
    kb, claim = base(
        item("copy", figure="up to 45%"), item("blog", figure="up to 30%"), item("trial", figure="30% (9/30)")
    )
    assert [(each.source, each.above) for each in drift(kb, claim)] == [("blog", "trial"), ("copy", "blog")]
    assert [line.partition(":")[0] for line in lines(kb, claim)] == [
        "blog [blog], after trial [trial]",
        "copy [copy], after blog [blog]",
    ]


def test_what_comes_through_a_source_without_a_passage_comes_from_the_study():
    kb, claim = base(item("copy", figure="90%"), item("trial", figure="up to 30%"))
    changes = {each.source: (each.above, each.changes[0].before) for each in drift(kb, claim)}
    assert changes == {"copy": ("trial", "up to 30%"), "trial": ("", "30%")}


def reported(*items):
    kb, claim = base(*items, relation="higher-in", figure=None, figure_text="")
    return [(each.source, each.study, each.found, each.reported) for each in reversals(kb, claim)]


def test_opposite_of_the_study_it_cites():
    wrong = item("blog", "contradicts", relation="lower-in", attribution="named-study")
    own = item("trial", attribution="own-data")
    assert reported(own, item("second", attribution="own-data"), wrong) == [("blog", "trial", "higher", "lower")]


@pytest.mark.parametrize(
    "items",
    [
        # names no study
        [item("trial", attribution="own-data"), item("blog", "contradicts", relation="lower-in", attribution="none")],
        # contradicts, but does not turn it round
        [
            item("trial", attribution="own-data"),
            item("blog", "contradicts", relation="no-difference", attribution="named-study"),
        ],
        # either of two studies could be meant
        [
            item("trial", attribution="own-data"),
            item("second", attribution="own-data"),
            item("vague", "contradicts", relation="lower-in", attribution="named-study"),
        ],
    ],
)
def test_no_source_is_accused_without_ground(items):
    assert reported(*items) == []
