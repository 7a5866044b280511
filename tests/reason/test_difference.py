"""What `diff` tells of conflicts: all that came and went, however many there are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from little_base import load, write

from evidencekb.reason import answers
from evidencekb.reason.difference import difference
from evidencekb.reason.inference import conflicts
from evidencekb.reason.standing import standings
from evidencekb.rules.coherence import incoherent_figures
from evidencekb.text import figures


@pytest.fixture
def kb(tmp_path):
    """Twelve pairs, each impossible by itself: more have the part than the whole."""
    concepts, shares = ["{id: asthma, type: condition, label: asthma}"], {}
    for number in range(12):
        part, whole = f"part-{number:02}", f"whole-{number:02}"
        concepts.append(f"{{id: {part}, type: condition, label: {part}, implies: [{whole}]}}")
        concepts.append(f"{{id: {whole}, type: condition, label: {whole}}}")
        shares |= {f"share-of-{part}": f"{part} | asthma = 40%", f"share-of-{whole}": f"{whole} | asthma = 20%"}
    write(tmp_path, concepts, shares)
    return load(tmp_path)


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


def test_every_member_of_a_conflict_is_disputed_and_no_other(kb):
    assert {each.level for each in standings(kb).values()} == {"disputed"}
    mended = standings(with_figure(kb, "share-of-part-00", "10%"))
    established = {name for name, each in mended.items() if each.level == "established"}
    assert established == {"share-of-part-00", "share-of-whole-00"}


def test_it_is_told_where_there_are_too_many_to_list(tmp_path):
    concepts = ["{id: asthma, type: condition, label: asthma}", "{id: cough, type: condition, label: cough}"]
    write(tmp_path, concepts, {f"c{number:02}": f"cough | asthma = {number}%" for number in range(20)})
    kb = load(tmp_path)
    found = difference(kb, with_figure(kb, "c00", "90%"))
    assert found.undecided == tuple(sorted(kb.claims))
    assert any(heading.heading.startswith("In too many") for heading in answers.difference(found, "HEAD").sections)
    (told,) = [problem for problem in incoherent_figures.check(kb) if "too many" in problem.message]
    assert told.nodes == tuple(sorted(kb.claims))
    assert {each.level for each in standings(kb).values()} == {"disputed"}
