"""Concept mentions: inflection, spelling, order, abbreviations, the longest name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafts import checker, claim_base
from evidencekb.draft.naming.mentions import Lexicon
from evidencekb.text import words


def _named(text, base="pressure-salt", extra=None):
    tokens, starts = words.locate(text, 0, len(text))
    found = checker(base)._lexicon.find(tokens, extra)
    return [(text[starts[m.first] : starts[m.last - 1] + len(tokens[m.last - 1].raw)], m.concepts[0]) for m in found]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("High blood pressure", [("High blood pressure", "hypertension")]),
        ("hypertensive patients", [("hypertensive", "hypertension")]),
        ("chronic kidney diseases", [("chronic kidney diseases", "kidney-disease")]),
        ("renal disease", [("renal disease", "kidney-disease")]),
        ("CKD, not ckd", [("CKD", "kidney-disease")]),
        ("a low salt diet", [("low salt diet", "low-salt-diet")]),
        ("low-salt diets", [("low-salt diets", "low-salt-diet")]),
        ("their blood pressure was high", [("blood pressure was high", "hypertension")]),
        ("ACE inhibitors", [("ACE inhibitors", "ace-inhibitors")]),
        ("an ace up the sleeve", []),
    ],
)
def test_names(text, named):
    assert _named(text) == named


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("magnesium given intravenously", "intravenous-magnesium"),
        ("infused magnesium", "intravenous-magnesium"),
        ("magnesium taken by mouth", "oral-magnesium"),
        ("magnesium in their blood was low", "low-magnesium"),
        ("loose stools", "diarrhea"),
        ("diarrhoea", "diarrhea"),
    ],
)
def test_other_words_for_a_name(text, concept):
    assert concept in [each for _, each in _named(text, "migraine-magnesium")]


def test_what_improved_is_no_name_of_improvement():
    named = [concept for _, concept in _named("patients with migraine improved", "migraine-magnesium")]
    assert named == ["migraine"]


def test_an_abbreviation_holds_for_its_draft():
    lexicon = checker("pressure-salt")._lexicon
    defined = lexicon.defined("Resistant hypertension (RHT) is rare.")
    assert defined == {"RHT": ("resistant-hypertension",)}
    assert _named("RHT is rare", extra=defined) == [("RHT", "resistant-hypertension")]
    assert lexicon.defined("See the note (NB) below.") == {}


@pytest.mark.parametrize("synonym", ["the", "of", "a", "—", "in the"])
def test_a_word_of_no_meaning_names_nothing(synonym):
    kb = claim_base("pressure-salt")
    concept = replace(kb.concepts["hypertension"], synonyms=(synonym,))
    lexicon = Lexicon(replace(kb, concepts={**kb.concepts, "hypertension": concept}))
    tokens, _ = words.locate("the rest of a day — sodium", 0, 26)
    assert [mention.concepts for mention in lexicon.find(tokens)] == [("sodium",)]
