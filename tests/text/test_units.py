"""Units: one spelling for each, dimensions, and conversion that loses nothing."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evidencekb.text import units

CASES = yaml.safe_load(Path(__file__).with_name("units.yaml").read_text("utf-8"))
SYMBOLS = sorted({symbol for symbol in units.ALIASES.values() if units.dimension(symbol)})


def quantity(text):
    number, _, unit = text.partition(" ")
    return Decimal(number), unit


@pytest.mark.parametrize(("printed", "symbol"), CASES["canonical"].items())
def test_one_spelling(printed, symbol):
    assert units.canonical(printed) == symbol
    assert units.canonical(symbol) == symbol


@pytest.mark.parametrize("printed", CASES["none"])
def test_no_unit(printed):
    assert units.canonical(printed) is None


@pytest.mark.parametrize(("unit", "dimension"), CASES["dimension"].items())
def test_dimension(unit, dimension):
    assert units.dimension(unit) == dimension


@pytest.mark.parametrize(("one", "other"), CASES["equal"])
def test_equal_quantities(one, other):
    (value, unit), (wanted, to) = quantity(one), quantity(other)
    assert units.convert(value, unit, to) == wanted
    assert abs(units.convert(wanted, to, unit) - value) <= abs(value) * Decimal("1e-20")


@pytest.mark.parametrize(("one", "other"), CASES["apart"])
def test_quantities_that_are_not_equal(one, other):
    (value, unit), (wanted, to) = quantity(one), quantity(other)
    assert units.convert(value, unit, to) != wanted


@given(st.sampled_from(SYMBOLS), st.sampled_from(SYMBOLS), st.integers(-(10**6), 10**6))
def test_conversion_and_back(unit, to, number):
    value = Decimal(number) / 100
    changed = units.convert(value, unit, to)
    if units.dimension(unit) != units.dimension(to):
        assert changed is None
    elif changed is not None:
        back = units.convert(changed, to, unit)
        assert abs(back - value) <= abs(value) * Decimal("1e-20")


@given(st.text(max_size=40))
def test_any_text_is_a_unit_or_none(text):
    symbol = units.canonical(text)
    assert symbol is None or units.canonical(symbol) == symbol


def test_no_spelling_has_two_units():
    folded = {}
    for name, symbol in units.ALIASES.items():
        if len(name) > 3:
            assert folded.setdefault(name.lower(), units.dimension(symbol)) == units.dimension(symbol), name
