"""No text makes the checker fail, and its time grows with the text and no faster."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafts import HERE, check, span

PIECES = [
    "45%", "one in ten", "of", "in", "people", "with", "migraine", "low magnesium", "(", ")", ",", ";", "and", "who",
    "IV magnesium", "after", "improved", "cures", "400 mg", "a day", "within 2 hours", "RR 2.1 (95% CI 1.5–2.9)", ".",
    "18/25 (76%)", "than", "without", "it", "these", "respectively", "-", "“", "\u00a0", "\u2028", "é", "\n\n", "# ",
    "| a | b |\n| - | - |\n| c | 5% |\n", "- ", "1. ", "not", "lower", "serum magnesium", "from 30% to 12%", "\u202e",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
@settings(deadline=None, max_examples=300)
def test_pieces_of_sentences(text):
    checked = check("migraine-magnesium", text)
    for assertion in checked.assertions:
        start, end = span(checked.source, assertion)
        assert 0 <= start < end <= len(checked.source)
    assert check("migraine-magnesium", text) == checked


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=100)
def test_random_unicode(text):
    check("migraine-magnesium", text)


@pytest.mark.parametrize(
    "piece",
    [
        "low magnesium in 45% of people with migraine and ",
        "who have who had with and of in among ",
        "migraine magnesium serum low oral ",
        "cures always migraine magnesium, ",
        "((((((((",
        "9",
        "12 of 48 (25%), ",
        "**a ",
    ],
)
def test_one_long_line_takes_linear_time(piece):
    took = []
    for size in (30_000, 120_000):
        text = piece * (size // len(piece))
        runs = []
        for _ in range(2):
            began = time.process_time()
            check("migraine-magnesium", text, "draft.txt")
            runs.append(time.process_time() - began)
        took.append(min(runs))
    assert took[1] < 4 * took[0] * 3 + 0.2


def test_the_order_of_findings_is_that_of_the_text():
    text = (HERE / "articles" / "migraine-magnesium.md").read_text("utf-8")
    places = [a.place for a in check("migraine-magnesium", text).assertions]
    assert places == sorted(places)
