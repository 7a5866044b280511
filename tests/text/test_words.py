"""Words in the form in which they are compared, and families of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencekb.text import families, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("patient", "patients"), ("study", "studies"), ("anaemia", "anemia"), ("diarrhoea", "diarrhea"),
        ("colour", "color"), ("Infusion", "infusions"), ("tested", "testing"), ("diagnose", "diagnosed"),
        ("attack", "attacks"), ("stop", "stopping"), ("patient’s", "patient"), ("MRIs", "MRI"),
    ],
)  # fmt: skip
def test_one_stem(one, other):
    assert words.stem(one) == words.stem(other)


@pytest.mark.parametrize(("one", "other"), [("IDA", "ida"), ("rise", "rose"), ("iris", "iron"), ("PD", "pd")])
def test_other_stems(one, other):
    assert words.stem(one) != words.stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("asthma", "asthmatic"), ("diabetes", "diabetics"), ("obesity", "obese"), ("allergy", "allergic"),
        ("depression", "depressive"), ("hypertension", "hypertensive"), ("hoarse", "hoarseness"), ("kidney", "renal"),
        ("intravenous", "infusion"), ("migraine", "migraineurs"), ("deficiency", "deficient"),
    ],
)  # fmt: skip
def test_one_family(one, other):
    assert families.family(words.stem(one)) == families.family(words.stem(other))


@pytest.mark.parametrize(("one", "other"), [("iron", "ion"), ("sodium", "soda"), ("insulin", "insulation")])
def test_other_families(one, other):
    assert families.family(words.stem(one)) != families.family(words.stem(other))


def test_below_normal_is_low():
    found = families.families(words.split("blood sugar below the normal range"))
    assert "low" in found
    assert "low" not in families.families(words.split("a normal range"))


def test_hyphens_part_words_and_places_are_kept():
    text = "low-salt diet, 2.5 mg"
    found = words.split(text)
    assert [w.low for w in found] == ["low", "salt", "diet", ",", "2.5", "mg"]
    assert all(text[w.start : w.end] == w.raw for w in found)


@given(st.text(max_size=200))
def test_any_text_comes_apart_in_order(text):
    at = 0
    for word in words.split(text):
        assert at <= word.start < word.end
        assert text[word.start : word.end] == word.raw
        families.family(word.stem)
        at = word.end
