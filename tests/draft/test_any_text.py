"""No text makes the checker fail, and its time grows with the text and no faster."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from drafts import HERE, check, claim_base, span
from growth import grows_with_length

PIECES = [
    "45%", "one in ten", "of", "in", "people", "with", "migraine", "low magnesium", "(", ")", ",", ";", "and", "who",
    "IV magnesium", "after", "improved", "cures", "400 mg", "a day", "within 2 hours", "RR 2.1 (95% CI 1.5–2.9)", ".",
    "18/25 (76%)", "than", "without", "it", "these", "respectively", "-", "“", "\u00a0", "\u2028", "é", "\n\n", "# ",
    "| a | b |\n| - | - |\n| c | 5% |\n", "- ", "1. ", "not", "lower", "serum magnesium", "from 30% to 12%", "\u202e",
]  # fmt: skip

JOINTS = [
    "patients who had not", "those who never", "who have", "whose", "that", "and", "or", "but no", "also", "not",
    "never", "with", "without", "in", "of", "had", "was", "is", "to", "by", "for", "after", "before", "patients",
    "women", "12%", "of 20 people", ",",
]  # fmt: skip

CASES = [
    (listed["base"], case["text"])
    for path in sorted((HERE / "cases").glob("*.yaml"))
    for listed in [yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)]
    for case in listed["cases"]
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
@settings(deadline=None, max_examples=300)
def test_pieces_of_sentences(text):
    checked = check("migraine-magnesium", text)
    for assertion in checked.assertions:
        start, end = span(checked.source, assertion)
        assert 0 <= start < end <= len(checked.source)
    assert check("migraine-magnesium", text) == checked


def _names(base, *types):
    concepts = claim_base(base).concepts.values()
    return sorted({name for c in concepts if not types or c.type in types for name in (c.label, *c.synonyms)})


def _named(base):
    parts = st.sampled_from(JOINTS) | st.sampled_from(_names(base)) | st.sampled_from(_names(base, "outcome"))
    return st.tuples(st.just(base), st.lists(parts, min_size=4, max_size=14).map(" ".join))


NAMED = st.sampled_from(["own", "migraine-magnesium", "gallstones", "carpal-tunnel"]).flatmap(_named)


@given(NAMED)
@settings(deadline=None, max_examples=300)
def test_names_and_joints(case):
    """Names may hold verbs, and stand where only a verb is looked for: "in patients who had not improved"."""
    base, text = case
    check(base, text)


@given(st.sampled_from(CASES), st.data())
@settings(deadline=None, max_examples=600)
def test_any_part_of_a_sentence(case, data):
    """As a heading or an item of a list, which end where a sentence would go on."""
    base, text = case
    words = text.split(" ")
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    check(base, " ".join(words[first:last]).rstrip(".,"))


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
    texts = (piece * (size // len(piece)) for size in (8_000, 64_000))
    assert grows_with_length(lambda text: check("migraine-magnesium", text, "draft.txt"), *texts)


def test_the_order_of_findings_is_that_of_the_text():
    text = (HERE / "articles" / "migraine-magnesium.md").read_text("utf-8")
    places = [a.place for a in check("migraine-magnesium", text).assertions]
    assert places == sorted(places)
