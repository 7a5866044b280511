"""What falls with a source or a claim, also through those that only repeat it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidencekb import app
from evidencekb.checking import Draft
from evidencekb.model.errors import UsageError
from evidencekb.model.kb import KnowledgeBase
from evidencekb.model.nodes import Claim, Concept, Evidence, Source
from evidencekb.reason.impact import impact
from evidencekb.text import figures

SOURCES = [
    Source("study", "", "cohort"),
    Source("other", "", "cohort"),
    Source("synthesis", "", "meta-analysis", cites=("study",)),
    Source("article", "", "article", cites=("synthesis",)),
]
CONCEPTS = ["migraine", "aura", "nausea", "fever", "pain", "rash", "cough"]
PAGES = {
    "site/pages/a.md": "[30%](claim:direct)",
    "site/pages/b.md": "[30%]( claim:direct ), [30%](<claim:direct>) and [40%](claim:directly)",
    "site/pages/c.md": '<a href="claim:direct">30%</a>',
    "site/pages/d.md": "[30%][1]\n\n[1]: claim:direct",
}


def claim(name, outcome, figure, *items):
    return Claim(
        id=name,
        path=f"{name}.yaml",
        kind="proportion",
        statement=f"Of people with migraine, {figure} have {outcome}.",
        figure_text=figure,
        figure=figures.parse(figure),
        population=("migraine",),
        outcome=outcome,
        status="approved",
        evidence=tuple(Evidence(source, stance, attribution="own-data") for source, stance in items),
    )


CLAIMS = [
    claim("contra", "aura", "40%", ("other", "supports"), ("study", "contradicts")),
    claim("direct", "nausea", "30%", ("study", "supports")),
    claim("qualified", "fever", "35%", ("other", "supports"), ("study", "qualifies")),
    claim("retold", "pain", "50%", ("article", "supports")),
    claim("reviewed", "rash", "60%", ("synthesis", "supports"), ("other", "supports")),
    claim("apart", "cough", "70%", ("other", "supports")),
]
KB = KnowledgeBase(
    sources={each.id: each for each in SOURCES},
    claims={each.id: each for each in CLAIMS},
    concepts={name: Concept(name, "", "condition", name) for name in CONCEPTS},
    pages=PAGES,
)
FATES = [("direct", "established", "unsourced"), ("retold", "reported", "unsourced")]
RISE = ("contra", "disputed", "established")


def fates(found):
    return [(change.claim, change.before, change.after) for change in found.changes]


def test_a_source_falls_with_all_that_repeats_it():
    found = impact(KB, "study")
    assert fates(found) == [*FATES, RISE]
    assert found.relies == ("qualified", "reviewed")
    assert found.changes[0].pages == tuple(PAGES)


def test_what_has_happened_already_is_told_as_such():
    sources = {**KB.sources, "study": replace(KB.sources["study"], status="retracted")}
    found = impact(replace(KB, sources=sources), "study")
    assert (found.already, fates(found)) == (True, [*FATES, RISE])
    claims = {**KB.claims, "direct": replace(KB.claims["direct"], status="retired")}
    found = impact(replace(KB, claims=claims), "direct")
    assert (found.already, fates(found)) == (True, [("direct", "established", "retired")])


def test_losses_and_gains_and_sentences_worst_first():
    text = (
        "Of people with migraine, 35% have fever. Of people with migraine, 50% have pain. "
        "Of people with migraine, 30% have nausea. Of people with migraine, 45% have nausea. "
        "Of people with migraine, 40% have aura. Of people with migraine, 70% have cough.\n"
    )
    answer = app.impact(KB, "study", [Draft("d.md", text.encode())])
    lost, gained, kept, used = (section.lines for section in answer.sections)
    assert [line.partition(":")[0] for line in (*lost, *gained)] == ["direct", "retold", "contra"]
    assert [line.partition(":")[0] for line in kept] == ["qualified", "reviewed"]
    assert used[0].endswith("Of people with migraine, 30% have nausea. (direct: established → unsourced)")
    assert [(each["claim"], each["becomes"]) for each in answer.data["drafts"]] == [
        ("direct", "established → unsourced"),
        ("retold", "reported → unsourced"),
        ("qualified", "keeps its standing"),
    ]


@pytest.mark.parametrize("name", ["studi", "dirct"])
def test_the_name_that_was_meant_is_suggested(name):
    with pytest.raises(UsageError, match="did you mean"):
        impact(KB, name)
