"""What is told of two states of a claim base: what changed, in words, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidencekb import reporters
from evidencekb.model.kb import KnowledgeBase
from evidencekb.model.nodes import At, Claim, Concept, Evidence, Source, Step
from evidencekb.reason import answers
from evidencekb.reason.difference import difference

SOURCES = {name: Source(name, "", "cohort", authors=("Doe J",), year=2020) for name in ("one", "two")}
ITEMS = (Evidence("one", attribution="own-data"), Evidence("two", attribution="own-data"))
CLAIM = Claim("c", "c.yaml", "proportion", "Many have it.", population=("a", "b"), evidence=ITEMS)
CONCEPTS = {name: Concept(name, "", label=f"the {name}") for name in "ab"}


def base(claim=CLAIM, sources=SOURCES):
    return KnowledgeBase(sources=sources, claims={"c": claim}, concepts=CONCEPTS)


def changes(**fields):
    return [change for claim in difference(base(), base(replace(CLAIM, **fields))).claims for change in claim.changes]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"evidence": ITEMS[::-1]}, []),
        ({"population": ("b", "a")}, []),
        ({"population": ("b",)}, [("population", "a, b", "b")]),
        ({"evidence": ITEMS[:1]}, [("evidence from two", "supports", "")]),
        ({"evidence": (*ITEMS, ITEMS[0])}, [("evidence from one", "", "supports")]),
        (
            {"evidence": (replace(ITEMS[0], stance="qualifies", figure_text="3%"), ITEMS[1])},
            [("evidence from one, stance", "supports", "qualifies"), ("evidence from one, figure", "", "3%")],
        ),
        (
            {"evidence": (replace(ITEMS[0], at=At(heading="Results", paragraph=2)), ITEMS[1])},
            [("evidence from one, at", "", "“Results”, paragraph 2")],
        ),
        ({"steps": (Step("a", "increases", "b"),)}, [("steps", "", "the a increases the b")]),
    ],
)
def test_changes_in_words(fields, told):
    assert changes(**fields) == told


def test_a_fall_is_told_with_its_cause():
    gone = {name: replace(source, status="retracted", notice="false data") for name, source in SOURCES.items()}
    found = difference(base(), base(sources=gone))
    (claim,) = found.claims
    assert claim.changes == (("standing", "established", "unsourced"),)
    assert claim.because == "Its only support, Doe 2020, has been retracted."
    assert [(node.id, node.changes) for node in found.nodes] == [
        (name, (("status", "current", "retracted"), ("notice", "", "false data"))) for name in ("one", "two")
    ]


def test_a_note_stays_in_its_line_and_calls_nobody():
    found = difference(base(), base(replace(CLAIM, notes="first\n\n# heading\n@everyone see #12 & ~~that~~")))
    lines = reporters.render(answers.difference(found, "HEAD"), "markdown").decode().splitlines()
    (line,) = [line for line in lines if "first" in line]
    assert "first \\# heading @\N{WORD JOINER}everyone see \\#\N{WORD JOINER}12 \\& \\~\\~that" in line
