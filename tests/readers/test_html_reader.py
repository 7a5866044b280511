"""HTML: the words of the article, their frames and their places."""

import pytest
from exact_places import check, pieces
from hypothesis import given, settings
from hypothesis import strategies as st

from evidencekb.model.errors import UsageError
from evidencekb.readers import read

NAMES = [
    "p", "div", "ul", "ol", "li", "table", "tr", "td", "th", "thead", "tbody", "caption", "h1", "h2", "h3", "b", "i",
    "sup", "sub", "a", "span", "br", "img", "script", "style", "nav", "header", "footer", "main", "article", "section",
    "blockquote", "dl", "dt", "dd", "del", "code", "pre", "title", "figure", "figcaption", "svg", "form", "x",
]  # fmt: skip
PIECES = [
    *(f"<{name}>" for name in NAMES),
    *(f"</{name}>" for name in NAMES),
    *"<>&\"'/=;#! \n\t%",
    "76", "%", "word ", "Zinc", "\u00a0", "&nbsp;", "&amp;", "&#37;", "&lt50", "&ampx", "&NotEqualTilde;", "&bogus;",
    "\r\n", "\0", "é",
    "<!--", "-->", "<!-- evidencekb-enable -->", "<!doctype html>", "<?x ?>", '<td colspan="3">', "<td rowspan=2>",
    '<a href="claim:some-claim">', "<p hidden>", '<div role="navigation">', "<a '", 'b="', "https://x.y/5%25", "<50 mg",
]  # fmt: skip


def html(text):
    document = read("draft.html", text.encode())
    check(document)
    return document


def texts(text):
    return [(block.kind.value, block.text) for block in html(text).blocks]


@given(st.lists(st.sampled_from(PIECES), max_size=50).map("".join))
@settings(max_examples=700, deadline=None)
def test_any_markup_keeps_exact_places(text):
    html(text)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_keeps_exact_places(text):
    html(text.encode("utf-8", "replace").decode())


def test_only_the_article_is_read():
    page = """<!doctype html><html><head><title>Sleep &amp; rest</title><style>p{width:5%}</style></head><body>
<header><h1>Site</h1></header><nav><ul><li>Top 10%</ul></nav>
<main><article><header><h1>Sleep</h1></header><p>About <b>7</b>6&nbsp;% slept.</p>
<script>var a = "<p>9%</p>";</script><form><p>Join 8%</p></form><aside>7%</aside></article></main>
<p>Outside 6%</p><footer>5%</footer></body></html>"""
    document = html(page)
    assert [(b.text, b.headings) for b in document.blocks] == [("Sleep", ()), ("About 76 % slept.", ("Sleep",))]
    assert document.meta == {"title": "Sleep & rest"}
    block = document.blocks[1]
    start = block.text.index("76")
    assert document.source[block.offsets[start] : block.ends[start + 3]] == "7</b>6&nbsp;%"
    assert {each.reason: each.count for each in document.skipped} == {
        "navigation and forms": 5, "outside the article": 1, "scripts, styles": 2,
    }  # fmt: skip


def test_a_fragment_without_paragraph_marks_is_read():
    assert texts("76% of<br>them<p>one<p>two") == [
        ("paragraph", "76% of them"),
        ("paragraph", "one"),
        ("paragraph", "two"),
    ]


def test_lists_have_lead_ins_with_and_without_end_tags():
    document = html("<p>They found:</p><ul><li>a 5%<li>b:<ul><li>c</ul></ul><dl><dt>Dose<dd>5 mg</dl>")
    assert [(b.kind.value, b.text, b.lead_in) for b in document.blocks[1:]] == [
        ("item", "a 5%", "They found:"), ("item", "b:", "They found:"), ("item", "c", "b:"),
        ("paragraph", "Dose", ""), ("item", "5 mg", "Dose"),
    ]  # fmt: skip


def cells(text):
    return [(b.text, b.row_header, b.column_header) for b in html(text).blocks if b.kind.value == "cell"]


def test_cells_know_their_headers():
    assert cells("<table><tr><th>Group<th>Share</tr><tr><th>Ill<td><p>76%</p><p>of all</p></table>") == [
        ("Group", "", ""), ("Share", "", ""), ("Ill", "", "Group"), ("76% of all", "Ill", "Share"),
    ]  # fmt: skip


def test_spans_carry_headers():
    table = (
        "<table><thead><tr><td></td><td colspan=2>Slept</td></tr><tr><td>Drug<td>Day<td>Night</thead>"
        "<tr><td rowspan=2>Zinc<td>5%<td>6%<tr><td>7%<td>8%</table>"
    )
    assert cells(table)[4:] == [
        ("Zinc", "", "Drug"), ("5%", "Zinc", "Slept Day"), ("6%", "Zinc", "Slept Night"),
        ("7%", "Zinc", "Slept Day"), ("8%", "Zinc", "Slept Night"),
    ]  # fmt: skip


def test_a_first_row_without_digits_heads_a_bare_table():
    assert cells("<table><tr><td>Drug<td>Dose<tr><td>Zinc<td>25 mg</table>")[3] == ("25 mg", "Zinc", "Dose")
    assert cells("<table><tr><td>Zinc<td>25 mg<tr><td>Salt<td>5 g</table>")[3] == ("5 g", "Salt", "")


def test_a_caption_leads_into_its_table():
    document = html("<table><caption>Share who slept</caption><tr><td>x<td>5%</table>")
    assert [(b.kind.value, b.lead_in) for b in document.blocks] == [
        ("caption", ""), ("cell", "Share who slept"), ("cell", "Share who slept"),
    ]  # fmt: skip


def test_a_table_for_layout_is_only_layout():
    assert texts("<table><tr><td><h1>Sleep</h1><p>76% slept.</p></td></tr></table>") == [
        ("heading", "Sleep"), ("paragraph", "76% slept."),
    ]  # fmt: skip


def test_a_bare_less_than_is_a_bound():
    assert texts("<p>Below <50 mcg/L and p < 0.05 or &lt;2</p>") == [
        ("paragraph", "Below <50 mcg/L and p < 0.05 or <2")
    ]


def test_superscript_deletion_and_code():
    assert texts("<p>10<sup>9</sup>/L <del>67%</del>76% <code>5%</code>end") == [("paragraph", "10⁹/L 76% end")]


def test_pins_and_comments():
    document = html('<p>Of <a href="claim:some-claim">76%</a> <!-- evidencekb-disable-line x: y -->slept')
    block = document.blocks[0]
    assert [(block.text[pin.start : pin.end], pin.claim) for pin in block.pins] == [("76%", "some-claim")]
    assert [comment.text for comment in document.comments] == ["evidencekb-disable-line x: y"]
    assert pieces(document, block).endswith("slept")


def test_what_is_never_closed_is_counted():
    document = html("<p>5% <a href='x</p><p>6%</p>")
    assert [b.text for b in document.blocks] == ["5%"]
    assert document.skipped[0].reason == "after a tag or comment that is never closed"


def test_a_declared_charset_is_believed():
    assert read("a.html", '<meta charset="windows-1252"><p>caf\u00e9'.encode("cp1252")).blocks[0].text == "café"
    with pytest.raises(UsageError, match=r"^a\.html: neither UTF-8 nor the charset it declares \(klingon\)$"):
        read("a.html", b"<meta charset=klingon>\xe9")


def test_a_term_frames_what_explains_it():
    text = "<p>They say:</p><dl><dt>A<dt>B<dd>76% slept<dd>more<dt>C<dd>5%</dl><p>after"
    found = [(b.kind.value, b.text, b.lead_in) for b in html(text).blocks]
    assert found == [
        ("paragraph", "They say:", ""),
        ("paragraph", "A", "They say:"),
        ("paragraph", "B", "They say:"),
        ("item", "76% slept", "They say: A, B"),
        ("item", "more", "They say: A, B"),
        ("paragraph", "C", "They say:"),
        ("item", "5%", "They say: C"),
        ("paragraph", "after", ""),
    ]


@pytest.mark.parametrize(
    "style", ["display:none", "color: red; display : NONE", "visibility:hidden", "display:none!important"]
)
def test_text_that_a_style_hides_is_not_read(style):
    assert texts(f'<p>a <span style="{style}">76%</span> b') == [("paragraph", "a b")]


@pytest.mark.parametrize("style", ["display:block", "x-display:none", "background:url(display:nonesuch)"])
def test_other_styles_hide_nothing(style):
    assert texts(f'<p style="{style}">76%') == [("paragraph", "76%")]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("67<sup>1</sup>%", "67%"),
        ('67<sup><a href="#n1">[1]</a></sup>% of', "67% of"),
        ("67<sup>1,2</sup> % of", "67 % of"),
        ("67%<sup>1</sup> of", "67%¹ of"),
        ("10<sup>9</sup>/L", "10⁹/L"),
        ("10<sup>1</sup>%", "10%"),
        ("50<sup>1</sup> mcg/L", "50 mcg/L"),
        ("50<sup>[12]</sup>mg", "50mg"),
        ("50<sup>a</sup> mg", "50 mg"),
        ("5 × 10<sup>9</sup> cells", "5 × 10⁹ cells"),
        ("5<sup>-2</sup> mg", "5⁻² mg"),
        ("the 5<sup>th</sup> week", "the 5th week"),
        ("3<sup>1</sup>/<sub>2</sub> cups", "3¹/2 cups"),
        ("one<sup>1</sup>%", "one¹%"),
        ("<sup>1</sup>% of", "¹% of"),
    ],
)
def test_a_note_inside_a_percentage_is_no_power(text, read_as):
    assert texts(text) == [("paragraph", read_as)]
