"""Agreement of a stated figure with a reference: what is tolerated, and what is not."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evidencekb.model.quantity import Bound, Kind, Quantity
from evidencekb.text import figures
from evidencekb.text.agreement import Agreement, compare

CASES = yaml.safe_load(Path(__file__).with_name("agreement.yaml").read_text("utf-8"))
PAIRS = [(stated, reference, Agreement(name)) for name, pairs in CASES.items() for stated, reference in pairs]


def agreement(stated, reference):
    return compare(stated, reference, tolerance=Decimal("2.5"), about=Decimal(5))


@pytest.mark.parametrize(("stated", "reference", "expected"), PAIRS)
def test_agreement(stated, reference, expected):
    one, other = figures.parse(str(stated)), figures.parse(str(reference))
    assert one is not None
    assert other is not None
    assert agreement(one, other) is expected


numbers = st.decimals(min_value=-1000, max_value=1000, places=2)
quantities = st.builds(
    Quantity,
    st.sampled_from([Kind.PROPORTION, Kind.MEASURE, Kind.COUNT]),
    value=numbers,
    unit=st.sampled_from(["%", "mg", "mg/day", "g", "day", ""]),
    bound=st.sampled_from(Bound),
    decimals=st.just(2),
)


@given(quantities)
def test_every_figure_agrees_with_itself(quantity):
    assert agreement(quantity, quantity) is Agreement.EQUAL


@given(quantities, quantities)
def test_kinds_that_cannot_be_compared_are_so_either_way(one, other):
    assert (agreement(one, other) is Agreement.KIND) is (agreement(other, one) is Agreement.KIND)


@given(quantities, st.sampled_from(Bound))
def test_another_direction_is_another_bound(quantity, bound):
    turned = replace(quantity, bound=bound)
    direction = {"=": 0, "<": -1, "<=": -1, ">": 1, ">=": 1}
    same = direction[bound.value] == direction[quantity.bound.value]
    assert agreement(turned, quantity) is (Agreement.EQUAL if same else Agreement.BOUND)


@given(quantities, numbers)
def test_two_digits_behind_the_point_are_told_apart(quantity, number):
    other = replace(quantity, value=number)
    assert (agreement(other, quantity) is Agreement.VALUE) is (number != quantity.value)
