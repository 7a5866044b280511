"""Right answers of `path` and `impact`: chains with their signs, and what falls with a source or a claim."""

from __future__ import annotations

from dataclasses import replace

import pytest
from little_base import load, write

from evidencekb import app
from evidencekb.reason.impact import impact
from evidencekb.reason.inference import conflicts

NAMES = ("zinc", "enzyme", "signal", "sleep", "asthma", "cough")
CONCEPTS = [f"{{id: {name}, type: condition, label: {name}}}" for name in NAMES]
MECHANISM = """id: {id}
kind: mechanism
statement: A step.
steps: [{{subject: {subject}, relation: {relation}, object: {object}}}]
evidence: [{evidence}]
status: draft
"""
STATED = "{source: s, stance: supports, attribution: own-data}"
STEPS = [
    ("zinc-helps", "zinc", "cofactor-of", "enzyme", STATED),
    ("enzyme-stops", "enzyme", "inhibits", "signal", STATED),
    ("signal-stops", "signal", "inhibits", "sleep", ""),
    ("zinc-direct", "zinc", "decreases", "sleep", STATED),
]


@pytest.fixture
def kb(tmp_path):
    """Two ways from zinc to sleep, of opposite sign; one step of the longer has no evidence."""
    steps = [
        MECHANISM.format(id=name, subject=subject, relation=relation, object=target, evidence=evidence)
        for name, subject, relation, target, evidence in STEPS
    ]
    shares = {"coughing": "cough | asthma = 40%", "coughing-more": "cough | asthma = 70%"}
    write(tmp_path, CONCEPTS, shares, steps)
    return load(tmp_path)


def told(answer):
    return sorted(
        ([edge["claim"] for edge in chain["edges"]], chain["sign"], chain["weakest"]["claim"], chain["standing"])
        for chain in answer.data["chains"]
    )


def test_every_chain_with_its_sign_and_its_weakest_step(kb):
    assert told(app.path(kb, "zinc", "sleep")) == [
        (["zinc-direct"], -1, "zinc-direct", "established"),
        (["zinc-helps", "enzyme-stops", "signal-stops"], 1, "signal-stops", "unsourced"),
    ]
    (line,) = app.path(kb, "zinc", "signal").sections[0].lines
    assert line == (
        "zinc —cofactor of→ enzyme —inhibits→ signal  (more makes less; weakest step zinc-helps: established)"
    )


def test_chains_lead_one_way(kb):
    answer = app.path(kb, "sleep", "zinc")
    assert told(answer) == []
    assert answer.title == "0 chains from sleep to zinc"


def test_what_falls_with_a_source(kb):
    quiet = replace(kb, claims={name: claim for name, claim in kb.claims.items() if name != "coughing-more"})
    found = impact(quiet, "s")
    assert {(each.claim, each.before, each.after) for each in found.changes} == {
        (name, "established", "unsourced") for name in ("coughing", "zinc-helps", "enzyme-stops", "zinc-direct")
    }


def test_what_follows_from_withdrawing_one_of_two_claims_that_cannot_both_be_true(kb):
    assert [found.names for found in conflicts(kb).conflicts] == [("coughing", "coughing-more")]
    found = impact(kb, "coughing-more")
    assert {each.claim: (each.before, each.after) for each in found.changes} == {
        "coughing": ("disputed", "established"),
        "coughing-more": ("disputed", "retired"),
    }
