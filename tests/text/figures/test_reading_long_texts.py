"""No text takes more than linear time: the hardest known inputs at two sizes, one eight times the other."""

import pytest

from evidencekb.text.figures import find
from growth import grows_with_length

SHAPES = [
    "1", "1-", "1/", "1.", "1 ", "1,111", "1 000 ", "1 in ", "1 and ", "1 to ", "1 or ", "(", "(5", "[1,", "%",
    "5 mg/mg", "mg/", "up to ", "about ", "a ", "a third ", "half ", "one ", "hundred ", "one hundred and ", "twenty-",
    "95% CI (", "OR 2 (", "5 ± ", "p < .0", "2 × 10", "10^", "5 m s-1 ", "rose from 1 to 2 ", "between 5 and ",
    "aged 5 ", "http://a/1", "/1", "5\n\n", " ", "5  ", "x", "Table 1, ", "2014-", "2014, ", "5 of 9 a b c (",
    "2-fold ", "120/80 mm Hg, ", "**5** ", "<b>5</b>",
]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_length(shape):
    assert grows_with_length(find, *((shape * size)[:size] for size in (4_000, 32_000)))


def test_a_hundred_thousand_digits():
    assert find("9" * 100_000) == []


def test_ten_million_characters_in_one_line():
    sentence = "In the trial, 32 of 42 patients improved within weeks of a low dose, and most of them slept. "
    text = sentence * (10_000_000 // len(sentence) + 1)
    assert len(find(text)) == 2 * text.count("trial")
