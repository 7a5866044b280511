"""What `diff` tells of conflicts: all that came and went, however many there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evidencekb import store
from evidencekb.reason.difference import difference
from evidencekb.reason.inference import conflicts
from evidencekb.reason.standing import standings
from evidencekb.text import figures

CLAIM = """id: {name}
kind: proportion
statement: Of people with asthma, {figure} have {outcome}.
population: [asthma]
outcome: {outcome}
figure: {figure}
evidence:
  - {{source: s, stance: supports, attribution: own-data}}
status: draft
"""


@pytest.fixture
def kb(tmp_path):
    """Twelve pairs, each impossible by itself: more have the part than the whole."""
    (tmp_path / "kb/concepts").mkdir(parents=True)
    (tmp_path / "kb/sources").mkdir()
    (tmp_path / "claims/t").mkdir(parents=True)
    (tmp_path / "kb/sources/s.yaml").write_text("id: s\ntype: cohort\ntitle: A cohort\n")
    (tmp_path / "kb/kb.yaml").write_text("title: T\nlanguage: en\neditors: [a]\n")
    concepts = ["- {id: asthma, type: condition, label: asthma}\n"]
    for number in range(12):
        part, whole = f"part-{number:02}", f"whole-{number:02}"
        concepts.append(f"- {{id: {part}, type: condition, label: {part}, implies: [{whole}]}}\n")
        concepts.append(f"- {{id: {whole}, type: condition, label: {whole}}}\n")
        for name, figure in ((part, "40%"), (whole, "20%")):
            text = CLAIM.format(name=f"share-of-{name}", figure=figure, outcome=name)
            (tmp_path / f"claims/t/share-of-{name}.yaml").write_text(text)
    (tmp_path / "kb/concepts/c.yaml").write_text("".join(concepts))
    return store.load(tmp_path, today=date(2026, 1, 15))


def with_figure(kb, name, text):
    claim = replace(kb.claims[name], figure=figures.parse(text), figure_text=text)
    return replace(kb, claims={**kb.claims, name: claim})


def test_each_conflict_that_is_mended_is_told(kb):
    assert len(conflicts(kb).conflicts) == 12
    for number in (0, 11):
        name = f"share-of-part-{number:02}"
        found = difference(kb, with_figure(kb, name, "10%"))
        assert found.went == ((name, f"share-of-whole-{number:02}"),)
        assert found.appeared == ()
        assert found.undecided == ()


def test_every_member_of_a_conflict_is_disputed(kb):
    assert {each.level for each in standings(kb).values()} == {"disputed"}
    mended = standings(with_figure(kb, "share-of-part-00", "10%"))
    assert {name for name, each in mended.items() if each.level == "established"} == {
        "share-of-part-00",
        "share-of-whole-00",
    }
