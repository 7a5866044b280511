"""The figure grammar: what is a figure, what is none, and what holds for any text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases import listed
from evidencekb.model.quantity import Kind
from evidencekb.text.figures import find, parse
from evidencekb.text.figures.records import meaning

FOUND = listed("found.yaml")
NOTHING = listed("nothing.yaml")
PIECES = [
    "1", "2", "10", "50", "95", "2014", "1,000", "0.5", ".5", "½", "%", "mg", "mg/day", "kg-1", "to", "-", "–", "−",
    "in", "out of", "of", "(", ")", "[", "]", "CI", "95% CI", "OR", "p", "<", "=", "±", "and", "or", "between", "from",
    "up to", "about", "a third", "half", "three-quarters", "a", "one", "two", "hundred", "times", "fold", "per", "week",
    "weeks", "old", "aged", "/", "×", "^", ",", ".", ":", "$", "SD", "n", "odds ratio", "less than", "or more", "Table",
    "within", "over", "rose", "a week", "or two", "and a half", "once", "twice", "a quarter to", "of every",
    "stops at", "\n", "\n\n", "\u00a0", "\u2009", "٣", "５", "µg", "https://a.b/1",
]  # fmt: skip


def check(text):
    """Figures stand in order, do not overlap, and are what the text has at their place."""
    end = 0
    for figure in find(text):
        assert text[figure.start : figure.end] == figure.text
        assert figure.full_start <= figure.start < figure.end <= figure.full_end
        assert figure.start >= end
        end = figure.end


@pytest.mark.parametrize("case", FOUND, ids=[case["text"] for case in FOUND])
def test_what_is_a_figure(case):
    found = [[figure.text, meaning(figure.quantity)] for figure in find(case["text"])]
    assert found == case["figures"]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_figure(text):
    assert [figure.text for figure in find(text)] == []


@pytest.mark.parametrize("case", FOUND[::5], ids=[case["text"] for case in FOUND[::5]])
def test_a_case_reads_the_same_within_a_sentence(case):
    if re.match(r"[-+−½(]", case["text"]):
        pytest.skip("a sign or bracket opens the sentence")
    found = [figure.text for figure in find(f"We read: {case['text']}\n\nIn 2014 it began (12).")]
    assert found == [surface for surface, _ in case["figures"]]


def test_there_are_as_many_cases_without_as_with_figures():
    texts = [case["text"] for case in FOUND] + NOTHING
    assert len(NOTHING) >= len(FOUND) >= 200
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("It helps up to 76% of them.", "up to 76%"),
        ("It helps at least about 76% of them.", "at least about 76%"),
        ("It lies between 15 and 30% now.", "between 15 and 30%"),
        ("At 50 mcg/L or below, ask.", "50 mcg/L or below"),
        ("An odds ratio (OR) of 2.4 (95% CI 1.1–5.0; it was", "odds ratio (OR) of 2.4 (95% CI 1.1–5.0"),
        ("There 23.9% (60/251) had it.", "23.9% (60/251)"),
        ("There 32 (76%) of 42 had it.", "76%) of 42"),
    ],
)
def test_what_belongs_to_a_figure(text, full):
    assert full in [text[figure.full_start : figure.full_end] for figure in find(text)]


@pytest.mark.parametrize("text", ["", "76% or 80%", "about", "76% of patients", "1 mg, 2 mg", "x" * 500, "9" * 100])
def test_what_is_not_exactly_one_figure(text):
    assert parse(text) is None


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\n    ", "  ", "\u00a0", "\u202f", "\t"])
def test_a_figure_goes_on_behind_a_soft_line_break(line_break):
    (figure,) = find(f"up{line_break}to{line_break}325{line_break}mg{line_break}a{line_break}day")
    assert (str(figure.quantity.bound), figure.quantity.unit) == ("<=", "mg/day")


def test_a_figure_ends_with_its_paragraph():
    assert [figure.text for figure in find("At least\n\n76\n\nmg of it")] == ["76"]


def test_trailing_zeros_are_kept():
    assert [parse(text).decimals for text in ("5%", "5.0%", "5.00 mg", "2.0–3.50 mg")] == [0, 1, 2, 1]


@pytest.mark.parametrize("text", ["within days", "in weeks", "for months", "within days to weeks"])
def test_a_time_without_a_number_has_no_value(text):
    (figure,) = find(text)
    assert figure.quantity.kind is Kind.MEASURE
    assert figure.quantity.value is figure.quantity.low is figure.quantity.high is None


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(text):
    check(text)
    parse(text)


@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["", " "]))
@settings(max_examples=600, deadline=None)
def test_any_heap_of_figures_is_read(pieces, between):
    check(between.join(pieces))


@given(
    st.integers(0, 10**6), st.sampled_from(["%", " mg", " mcg/L", " weeks", " mm Hg", "-fold", " percentage points"])
)
def test_a_number_is_read_back(number, unit):
    quantity = parse(f"{number}{unit}")
    assert quantity is not None
    assert quantity.value == number
    assert parse(f"{number:,}{unit}") == quantity


@given(st.integers(0, 99), st.integers(0, 99))
def test_the_dash_of_a_range_does_not_matter(one, other):
    low, high = sorted((one, other))
    ranges = [parse(f"{low}{joint}{high}%") for joint in ("-", "–", "—", " to ", " – ", "\u2011", "% to ")]
    if low < high:
        assert ranges[0] is not None
        assert (ranges[0].low, ranges[0].high) == (low, high)
    assert len({repr(quantity) for quantity in ranges}) == 1
