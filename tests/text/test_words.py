"""Words in the form in which they are compared, and families of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencekb.text import families, stems, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("patient", "patients"), ("study", "studies"), ("anaemia", "anemia"), ("diarrhoea", "diarrhea"),
        ("colour", "color"), ("Infusion", "infusions"), ("tested", "testing"), ("diagnose", "diagnosed"),
        ("attack", "attacks"), ("stop", "stopping"), ("patient’s", "patient"), ("MRIs", "MRI"),
        ("seek", "sought"), ("rise", "rose"), ("bleeding", "bled"), ("undergo", "underwent"), ("cut", "cutting"),
        ("agree", "agreed"), ("exceed", "exceeded"), ("quit", "quitting"), ("take", "took"), ("find", "found"),
        ("up", "ups"), ("in", "ins"), ("crisis", "crises"), ("tooth", "teeth"), ("vertebra", "vertebrae"),
        ("naevus", "nevi"), ("bacterium", "bacteria"), ("thrombosis", "thromboses"), ("foot", "feet"),
    ],
)  # fmt: skip
def test_one_stem(one, other):
    assert stems.stem(one) == stems.stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("IDA", "ida"),
        ("rinse", "rise"),
        ("feed", "fee"),
        ("buzz", "bus"),
        ("iris", "iron"),
        ("PD", "pd"),
        ("grow", "grown"),
        ("crisis", "cries"),
        ("dose", "dosis"),
    ],
)
def test_other_stems(one, other):
    assert stems.stem(one) != stems.stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("asthma", "asthmatic"), ("diabetes", "diabetics"), ("obesity", "obese"), ("allergy", "allergic"),
        ("depression", "depressive"), ("hypertension", "hypertensive"), ("hoarse", "hoarseness"), ("kidney", "renal"),
        ("intravenous", "infusion"), ("migraine", "migraineurs"), ("deficiency", "deficient"),
    ],
)  # fmt: skip
def test_one_family(one, other):
    assert families.family(stems.stem(one)) == families.family(stems.stem(other))


@pytest.mark.parametrize(("one", "other"), [("iron", "ion"), ("sodium", "soda"), ("insulin", "insulation")])
def test_other_families(one, other):
    assert families.family(stems.stem(one)) != families.family(stems.stem(other))


def test_below_normal_is_low():
    found = families.families(words.split("blood sugar below the normal range"))
    assert "low" in found
    assert "low" not in families.families(words.split("a normal range"))


def test_hyphens_part_words_and_places_are_kept():
    text = "low-salt diet, 2.5 mg"
    found, starts = words.locate(text, 0, len(text))
    assert [w.low for w in found] == ["low", "salt", "diet", ",", "2.5", "mg"]
    assert all(text.startswith(w.raw, at) for w, at in zip(found, starts, strict=True))


@given(st.text(max_size=200), st.integers(0, 50))
def test_any_text_comes_apart_in_order(text, first):
    end = 0
    start = min(first, len(text))
    for word, at in zip(*words.locate(text, start, len(text)), strict=True):
        assert max(start, end) <= at
        assert text.startswith(word.raw, at)
        end = at + len(word.raw)
    assert end <= len(text)


def test_what_was_kept_is_what_was_taken_apart(monkeypatch):
    text = "Restless legs (RLS) aren't rare: 2.5% of low-iron adults' legs."
    kept = words.plain([text])
    before = words.split(text)
    monkeypatch.setattr(words, "_runs", words._Runs())
    monkeypatch.setattr(words, "_word", None)  # nothing is taken apart anew
    words.recall(kept)
    assert words.split(text) == before
    assert words.plain([text]) == kept
