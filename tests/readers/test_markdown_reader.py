"""Markdown: what becomes a block, what is left out, and that every character has its exact place."""

import pytest
from exact_places import check, pieces
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from evidencekb.model.document import BlockKind
from evidencekb.readers import read
from evidencekb.readers.inline import between_stars

MARKUP = [
    *"*_`~[]()<>&!#|-+:.\\\"'^%=\n\n\n \t", "**", "***", "~~", "```", "    ", "> ", "- ", "1. ", "# ", "---", "===",
    "76%", "5", "word", "Iron", "é", "\u00a0", "\u200b", "\u2009", "😀", "\r\n", "\r", "\0", "\u00ad",
    "&nbsp;", "&amp;", "&#37;", "&lt", "&NotEqualTilde;", "\\%", "\\\n", "<b>", "</b>", "<sup>", "</sup>", "<br>",
    "<!--", "-->", "<!-- evidencekb-disable x: y -->", "<div>", "</div>", "<table>", "<tr>", "<td>", "<th>", "</td>",
    "[a](b)", "[76%](claim:some-claim)", "![alt](x)", "<https://x.y/5%>", "https://x.y/5%25", "[^1]", "[^1]: ",
    "[a]: b", "|-|-|", "| a | b |", "• ", "<script>", "</script>", "<del>", "</del>", "<code>", "  \n",
]  # fmt: skip
markup = st.lists(st.sampled_from(MARKUP), max_size=40).map("".join)


def md(text):
    document = read("draft.md", text.encode("utf-8", "surrogatepass"))
    check(document)
    return document


def texts(text):
    return [block.text for block in md(text).blocks]


@given(markup)
@settings(max_examples=600, deadline=None)
def test_any_markup_keeps_exact_places(text):
    md(text)


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_keeps_exact_places(text):
    md(text.encode("utf-8", "replace").decode())


PLAIN = [each for each in MARKUP if not any(mark in each for mark in ("<", "^", "•", "://", "\r", "\0", "claim:"))]
PLAIN.remove("---")  # at the top it opens front matter


@given(st.lists(st.sampled_from(PLAIN), max_size=30).map("".join))
@settings(max_examples=400, deadline=None)
def test_words_are_those_of_the_parser_itself(text):
    if "---" in text or "^" in text:
        return
    mine, theirs = bare(texts(text)), bare(oracle(text))
    if "|" in text:  # the parser drops the cells of a row that has more than its table; we read them
        rest = iter(mine)
        assert all(each in rest for each in theirs)
    else:
        assert mine == theirs


def bare(found):
    """Without backslashes: the parser trims more than ASCII white space before it looks for one at the end."""
    return [each for each in (" ".join(text.replace("\\", "").split()) for text in found) if each]


def oracle(text):
    """Texts of the blocks by markdown-it-py alone, without places."""
    found = []
    for token in MarkdownIt("commonmark", {"maxNesting": 40}).enable(["table", "strikethrough"]).parse(text):
        if token.type == "inline":
            words = ""
            struck = 0
            for child in token.children:
                struck += {"s_open": 1, "s_close": -1}.get(child.type, 0)
                if child.type in ("text", "text_special") and not struck:
                    words += child.content
                elif child.type in ("softbreak", "hardbreak", "code_inline", "image") and not struck:
                    words += " "
            for unseen in "\u200b\u00ad":
                words = words.replace(unseen, "")
            found.append(" ".join(words.split()))
    return [each for each in found if each]


@given(st.lists(st.sampled_from(["*", "**", "***", "a", " ", "b%", "(", ")", ".", "é"]), max_size=14).map("".join))
@settings(max_examples=500, deadline=None)
def test_the_short_way_through_stars_agrees_with_the_parser(text):
    spans = between_stars(text)
    if spans is None or not text.strip():
        return
    children = MarkdownIt("commonmark").parseInline(text)[0].children
    assert "".join(text[a:b] for a, b in spans).strip() == "".join(each.content for each in children).strip()


@pytest.mark.parametrize(
    "written",
    [
        "7**6**%",
        "**76**%",
        "*7*6%",
        "76&#37;",
        "76\\%",
        "7<b>6</b>%",
        "7\u200b6%",
        "7&shy;6%",
        "**7**_6_%",
        "[76](x)%",
        "~~12~~76%",
    ],
)
def test_a_figure_split_by_markup_is_one_figure(written):
    document = md(f"About {written} of them.")
    assert document.blocks[0].text in ("About 76% of them.", "About 7_6_% of them.")


@pytest.mark.parametrize(
    "written", ["325 mg", "325\u00a0mg", "325&nbsp;mg", "325\nmg", "325  \nmg", "325\\\nmg", "325\r\nmg", "325<br>mg"]
)
def test_white_space_is_one_space(written):
    document = md(f"Take {written} daily.")
    assert document.blocks[0].text == "Take 325 mg daily."
    start = document.blocks[0].text.index("325")
    assert document.blocks[0].offsets[start] == 5
    end = document.blocks[0].text.index("mg") + 1
    assert document.blocks[0].ends[end] == 5 + len(written)


def test_a_soft_break_in_a_nested_quote_has_its_place():
    document = md("- > About 76\n  > percent\n")
    assert [(block.kind, block.text) for block in document.blocks] == [(BlockKind.QUOTE, "About 76 percent")]
    assert pieces(document, document.blocks[0]) == "About 76\n  > percent"


def test_headings_frame_what_follows_up_to_their_level():
    blocks = md("# A\n\n## B\n\none\n\nC\n---\n\ntwo\n\n# D #\n\nthree").blocks
    assert [(block.text, block.headings) for block in blocks] == [
        ("A", ()), ("B", ("A",)), ("one", ("A", "B")), ("C", ("A",)), ("two", ("A", "C")), ("D", ()), ("three", ("D",)),
    ]  # fmt: skip


def test_a_list_has_the_sentence_that_leads_in():
    blocks = md("It was tried. Of those with asthma:\n\n- 5% slept\n- 6% did not:\n  - in spring\n\nAfter.").blocks
    assert [(block.text, block.lead_in) for block in blocks[1:]] == [
        ("5% slept", "Of those with asthma:"),
        ("6% did not:", "Of those with asthma:"),
        ("in spring", "6% did not:"),
        ("After.", ""),
    ]


def test_bullets_that_are_no_list_are_items():
    blocks = md("They found:\n\n• one 5%\n• two\n\n• three").blocks
    assert [(block.kind.value, block.text, block.lead_in) for block in blocks[1:]] == [
        ("item", "one 5%", "They found:"), ("item", "two", "They found:"), ("item", "three", "They found:"),
    ]  # fmt: skip


def test_a_cell_knows_its_headers():
    blocks = md("# T\n\n| Drug | Dose \\| day |\n|---|---:|\n| **Zinc** | 25&nbsp;mg |\n| Salt \\| x | 5 |\n").blocks
    cells = [(b.text, b.row_header, b.column_header) for b in blocks if b.kind is BlockKind.CELL]
    assert cells == [
        ("Drug", "", ""), ("Dose | day", "", ""),
        ("Zinc", "", "Drug"), ("25 mg", "Zinc", "Dose | day"),
        ("Salt | x", "", "Drug"), ("5", "Salt | x", "Dose | day"),
    ]  # fmt: skip
    assert all(block.headings == ("T",) for block in blocks[1:])


def test_a_quoted_table_has_its_places():
    document = md("> | A | B |\n> |---|---|\n> | x | 76% |\n")
    assert pieces(document, document.blocks[-1]) == "76%"


def test_what_is_no_prose_is_left_out_and_counted():
    document = md("See `5%` and ![9%](x.png) <https://x.y/8%> https://x.y/7%25, ~~6%~~ done.\n\n```\n4%\n```\n")
    assert [block.text for block in document.blocks] == ["See and , done."]
    assert {each.reason: each.count for each in document.skipped} == {
        "code": 2, "picture": 1, "web address": 2, "deleted text": 1,
    }  # fmt: skip


def test_superscript_is_no_part_of_a_number():
    assert texts("10<sup>9</sup>/L in 76%<sup>12</sup> of 5<sup>th</sup>") == ["10⁹/L in 76%¹² of 5th"]


def test_pins_and_footnotes():
    document = md("Of them [**76%**](claim:some-claim)[^1] slept.\n\n[^1]: In 32 of 42\n    people.\n\nEnd.")
    assert [(b.kind.value, b.text) for b in document.blocks] == [
        ("paragraph", "Of them 76% slept."), ("footnote", "In 32 of 42 people."), ("paragraph", "End."),
    ]  # fmt: skip
    pin = document.blocks[0].pins[0]
    assert (document.blocks[0].text[pin.start : pin.end], pin.claim) == ("76%", "some-claim")


def test_comments_for_us_are_kept_and_others_not():
    document = md("A <!-- evidencekb-disable-line x: why --> b\n\n<!-- 5% -->\n\n<!--\nevidencekb-enable\n-->\n")
    assert [comment.text for comment in document.comments] == ["evidencekb-disable-line x: why", "evidencekb-enable"]
    assert [block.text for block in document.blocks] == ["A b"]


def test_front_matter_gives_the_title():
    document = md('---\ntitle: "Sleep: 76% better"\ndraft: 5\ntags: [a]\n---\n# Body\n\nwords')
    assert document.meta == {"title": "Sleep: 76% better", "draft": "5"}
    assert [(b.kind.value, b.text) for b in document.blocks] == [
        ("heading", "Sleep: 76% better"), ("heading", "Body"), ("paragraph", "words"),
    ]  # fmt: skip
    assert md("---\nno end").blocks


def test_html_inside_is_read_as_html():
    document = md("> <div>\n> 76<b>%</b>\n> of</div>\n\n<table>\n<tr><th>A<th>B\n<tr><td>x<td>5%\n</table>\n")
    assert [(b.text, b.row_header, b.column_header) for b in document.blocks] == [
        ("76% of", "", ""), ("A", "", ""), ("B", "", ""), ("x", "", "A"), ("5%", "x", "B"),
    ]  # fmt: skip


def test_text_nested_too_deep_is_read_all_the_same():
    assert texts(">" * 200 + " 76% of them") == [">" * 160 + " 76% of them"] or "76%" in texts(">" * 200 + " 76%")[0]
    assert "76%" in " ".join(texts("- " * 300 + "76%"))


def test_line_ends_do_not_move_places():
    document = md("One\r\ntwo **76%**\r\n\r\nthree\\\r\nfour\rfive")
    assert [block.text for block in document.blocks] == ["One two 76%", "three four five"]
    assert document.source == "One\r\ntwo **76%**\r\n\r\nthree\\\r\nfour\rfive"


def test_a_byte_order_mark_is_no_text():
    assert read("a.md", b"\xef\xbb\xbf# A").blocks[0].text == "A"
    assert read("a.md", "76 %".encode("utf-16")).blocks[0].text == "76 %"
