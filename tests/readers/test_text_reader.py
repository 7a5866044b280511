"""Plain text: paragraphs, headings and lists as people type them; and what no reader can read."""

import pytest
from exact_places import check, pieces
from hypothesis import given, settings
from hypothesis import strategies as st

from evidencekb.model.errors import UsageError
from evidencekb.readers import ENDINGS, read

PIECES = [
    "word", " ", "\n", "\n\n", "\r\n", "\r", "- ", "• ", "1. ", "76%", ".", ":", "<!-- evidencekb-enable -->",
    "\u00a0", "\x0b", "\u2028", "w" * 60, "https://x.y/7%",
]  # fmt: skip


def text(source):
    document = read("draft.txt", source.encode())
    check(document)
    return document


def kinds(source):
    return [(block.kind.value, block.text) for block in text(source).blocks]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_text_keeps_exact_places(source):
    text(source)


def test_each_unwrapped_line_is_a_paragraph():
    long = "Of all who took part in the first year of the study, 76% slept better than in the year before it began."
    assert kinds(f"{long}{long}\n{long}{long}") == [("paragraph", long + long)] * 2


def test_wrapped_lines_are_one_paragraph():
    source = "Of all who took part in the first year of it, about\n76% slept better than in the year before it\nbegan."
    document = text(source)
    assert [b.text for b in document.blocks] == [source.replace("\n", " ")]
    assert pieces(document, document.blocks[0]) == source


def test_a_short_line_before_text_is_a_heading():
    assert kinds("Sleep and rest\n\nIt helps.\n\nHow much?\nSome 76% do.\n\nThe end") == [
        ("heading", "Sleep and rest"), ("paragraph", "It helps."), ("heading", "How much?"),
        ("paragraph", "Some 76% do."), ("paragraph", "The end"),
    ]  # fmt: skip
    assert [block.headings for block in text("Title\n\nOne\n\nWords.\n\nTwo\n\nMore.").blocks][-1] == ("One", "Two")


def test_one_line_is_a_paragraph():
    assert kinds("76% of people with asthma slept") == [("paragraph", "76% of people with asthma slept")]


def test_lists_have_lead_ins():
    blocks = text("They found:\n\n  • one 5%\n  • two,\n    wrapped\n\n1. three\n2) four\n\nEnd.").blocks
    assert [(b.kind.value, b.text, b.lead_in) for b in blocks] == [
        ("paragraph", "They found:", ""), ("item", "one 5%", "They found:"), ("item", "two, wrapped", "They found:"),
        ("item", "three", "They found:"), ("item", "four", "They found:"), ("paragraph", "End.", ""),
    ]  # fmt: skip


def test_a_number_that_wrapping_put_first_is_no_list_mark():
    source = "The mean age of all who took part in the study at its start was\n50. Most were women who worked by night."
    assert kinds(source) == [("paragraph", source.replace("\n", " "))]


def test_comments_are_kept_and_are_no_words():
    document = text("A <!-- evidencekb-disable-line x: y -->b")
    assert [b.text for b in document.blocks] == ["A b"]
    assert document.comments[0].text == "evidencekb-disable-line x: y"


def test_unreadable_bytes_are_refused_in_one_line():
    with pytest.raises(UsageError, match=r"^a\.txt: not UTF-8 text \(byte 3\); save it as UTF-8$"):
        read("a.txt", b"abc\xff")
    with pytest.raises(UsageError, match=r"^a\.txt: not UTF-16-LE text"):
        read("a.txt", b"\xff\xfea")


def test_an_unknown_ending_names_the_known_ones():
    with pytest.raises(UsageError) as error:
        read("draft.pdf", b"")
    assert all(ending in str(error.value) for ending in ENDINGS)
    assert "\n" not in str(error.value)


def test_every_ending_is_read_whatever_its_case():
    for ending in ENDINGS:
        if ending != ".docx":
            assert read(f"A{ending.upper()}", b"76% slept").blocks[0].text == "76% slept"
