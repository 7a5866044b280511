"""The figure grammar: cases as data, and properties that hold for any text."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evidencekb.text.figures import find, parse
from evidencekb.text.units import canonical, convert, dimension

CASES = yaml.safe_load((Path(__file__).parent / "figures.yaml").read_text("utf-8"))
FIELDS = ["76%", "about 15%", "up to 20%", "15–30%", "≤ 50 mcg/L", "< 2,300 mg/day", "325 mg/day", "within 3 days"]
FIELDS += ["2–4 weeks", "-11 mm Hg", "OR 2.4 (95% CI 1.1–5.0)", "32/42 (76%)", "23.9% (60/251)"]


@pytest.mark.parametrize("text", CASES, ids=str)
def test_finds(text):
    found = []
    for figure in find(text):
        q = figure.quantity
        number = f"{q.low:f}..{q.high:f}" if q.is_range else "" if q.value is None else f"{q.value:f}"
        found.append([figure.text, q.kind.value, number, q.unit, q.bound.value])
    assert found == [[*entry[:2], *(str(each) for each in entry[2:])] for entry in CASES[text]]


@pytest.mark.parametrize("text", FIELDS)
def test_every_form_of_a_figure_field_is_read(text):
    assert parse(text) is not None


@pytest.mark.parametrize("text", ["", "figure", "76% and 20%", "76% of patients", "in 2021"])
def test_what_is_not_one_figure_is_no_field(text):
    assert parse(text) is None


def test_precision_is_kept():
    quantity = parse("41.80%")
    assert quantity is not None
    assert (str(quantity.value), quantity.decimals) == ("41.80", 2)


pieces = st.sampled_from(
    ["76%", " in ", "1", "0", " to ", "–", "±", "half ", "of ", "(", ")", ".", ",", "95% CI ", "mg", "/", " "]
)


@given(st.one_of(st.text(max_size=80), st.lists(pieces, max_size=25).map("".join)))
def test_any_text_is_read_with_exact_places(text):
    at = 0
    for figure in find(text):
        assert at <= figure.full_start <= figure.start < figure.end <= figure.full_end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        at = figure.end


@pytest.mark.parametrize(
    "piece", ["9", "1 in ", "one hundred ", "(", "76% ", "1–", "about ", "95% CI 1 to ", "1,000", "a "]
)
def test_long_runs_come_to_an_end(piece):
    """A reading that looked back or ahead without limit would never finish these."""
    assert all(figure.full_end <= len(piece) * 8_000 for figure in find(piece * 8_000))


UNITS = [("50", "ng/mL", "ug/L", "50"), ("2.3", "g", "mg", "2300"), ("1", "week", "day", "7"), ("5", "mg", "day", None)]


@pytest.mark.parametrize(("number", "unit", "to", "expected"), UNITS)
def test_conversion(number, unit, to, expected):
    assert convert(Decimal(number), unit, to) == (None if expected is None else Decimal(expected))


def test_one_spelling_for_a_unit():
    assert canonical("mcg per litre") == canonical("µg/L") == "ug/L"
    assert dimension("ug/L") == dimension("ng/mL") != dimension("mg")
