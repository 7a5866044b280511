"""Sentences end where they end: not behind abbreviations, decimals or initials."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencekb.text import sentences


@pytest.mark.parametrize(
    "text",
    [
        ["One ends here.", "Two begins."],
        ["The dose was 2.5 mg a day.", "Some took less."],
        ["Drugs, e.g. aspirin, help.", "Others, i.e. placebo, do not."],
        ["Treatment vs. placebo was tried."],
        ["Dr. Hale wrote it with J. Smith et al. in Vol. 3."],
        ["Some have hepatitis C.", "Among the others it is rare."],
        ["They took vitamin D.", "It was told by A. Half wrote it."],
        ["See Fig. 2 for more.", "It is clear."],
        ["Is it so?", "Yes!", "Good."],
        ["It is 76% (95% CI 0.5 to 0.9).", "That is all."],
        ["“It helps.”", "So she said."],
        ["It was approx. half of them."],
    ],
)
def test_split(text):
    whole = " ".join(text)
    assert [whole[a:b] for a, b in sentences.split(whole)] == text


def test_a_line_break_ends_a_sentence():
    assert sentences.split("one\ntwo") == [(0, 3), (4, 7)]


@given(st.text(max_size=300))
def test_spans_are_in_order_and_leave_only_white_space_out(text):
    spans = sentences.split(text)
    at = 0
    for start, end in spans:
        assert at <= start < end
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()
