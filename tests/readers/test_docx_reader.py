"""Word files: what a person reads with every change accepted; broken and hostile files are refused in one line."""

import contextlib
import io
import random
import zipfile

import pytest
from exact_places import check, pieces

from evidencekb.model.errors import UsageError
from evidencekb.readers import read

docx = pytest.importorskip("docx")

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def packed(body, *, footnotes="", relations="", head=""):
    """A .docx with only what is needed."""
    attributes = (
        f'xmlns:w="{SPACE}" xmlns:r="{OFFICE}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    )
    notes = f'<Relationship Id="rn" Type="{OFFICE}/footnotes" Target="footnotes.xml"/>' if footnotes else ""
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
        'Target="/word/document.xml"/></Relationships>',
        "word/document.xml": f"{head}<w:document {attributes}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELS}">{notes}{relations}</Relationships>',
    }
    if footnotes:
        parts["word/footnotes.xml"] = f"<w:footnotes {attributes}>{footnotes}</w:footnotes>"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return data.getvalue()


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def word(body, **parts):
    document = read("draft.docx", packed(body, **parts))
    check(document)
    return document


def texts(body, **parts):
    return [(block.kind.value, block.text) for block in word(body, **parts).blocks]


def saved(file):
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()


def written():
    """A draft as python-docx writes it."""
    file = docx.Document()
    file.add_heading("Sleep", 0)
    file.add_heading("How much", 2)
    words = file.add_paragraph("About 7")
    words.add_run("6").bold = True
    words.add_run("\u00a0% slept; 10")
    words.add_run("9").font.superscript = True
    words.add_run("/L.")
    file.add_paragraph("They found:")
    file.add_paragraph("one 5%", style="List Bullet")
    file.add_paragraph("two", style="List Number")
    table = file.add_table(2, 2)
    for row, column, text in ((0, 0, "Drug"), (0, 1, "Dose"), (1, 0, "Zinc"), (1, 1, "25 mg")):
        table.cell(row, column).text = text
    table.cell(1, 1).add_paragraph("daily")
    file.add_paragraph("Figure 1", style="Caption")
    return saved(file)


def test_a_whole_draft():
    document = read("draft.docx", written())
    check(document)
    assert [(b.kind.value, b.text, b.headings, b.lead_in) for b in document.blocks[:6]] == [
        ("heading", "Sleep", (), ""),
        ("heading", "How much", ("Sleep",), ""),
        ("paragraph", "About 76 % slept; 10⁹/L.", ("Sleep", "How much"), ""),
        ("paragraph", "They found:", ("Sleep", "How much"), ""),
        ("item", "one 5%", ("Sleep", "How much"), "They found:"),
        ("item", "two", ("Sleep", "How much"), "They found:"),
    ]
    assert [(b.text, b.row_header, b.column_header) for b in document.blocks if b.kind.value == "cell"] == [
        ("Drug", "", ""), ("Dose", "", ""), ("Zinc", "", "Drug"), ("25 mg daily", "Zinc", "Dose"),
    ]  # fmt: skip
    assert document.blocks[-1].kind.value == "caption"
    assert document.source.split("\n")[:3] == ["Sleep", "How much", "About 76\u00a0% slept; 109/L."]
    assert pieces(document, document.blocks[-2]) == "25 mg\ndaily"


def test_tracked_changes_are_accepted():
    body = paragraph(
        run("About "), f"<w:del>{run('67')}</w:del>", f"<w:ins>{run('76')}</w:ins>", run("% of "),
        f"<w:moveFrom>{run('them')}</w:moveFrom>", f"<w:moveTo>{run('people')}</w:moveTo>",
    )  # fmt: skip
    assert texts(body) == [("paragraph", "About 76% of people")]


def test_a_deleted_paragraph_mark_joins():
    body = paragraph(run("About 76"), properties="<w:rPr><w:del/></w:rPr>") + paragraph(run("% slept."))
    assert texts(body) == [("paragraph", "About 76% slept.")]


def test_hidden_and_struck_out_text_is_not_read():
    document = word(paragraph(run("5", "<w:vanish/>"), run("6", "<w:strike/>"), run("7%", '<w:strike w:val="0"/>')))
    assert [block.text for block in document.blocks] == ["7%"]
    assert document.skipped[0].count == 2


def test_fields_breaks_and_symbols():
    body = paragraph(
        "<w:r><w:fldChar/><w:instrText>PAGE 9%</w:instrText></w:r>",
        '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>',
        run("5"), "<w:r><w:noBreakHyphen/></w:r>", run("6"), "<w:r><w:tab/></w:r>", run("mg"),
        "<w:r><w:br/></w:r>", run("day"),
        "<m:oMath><m:r><m:t>p&lt;0.05</m:t></m:r></m:oMath>",
    )  # fmt: skip
    assert texts(body) == [("paragraph", "≥5-6 mg dayp<0.05")]


def test_text_boxes_are_read_once():
    inside = f"<w:txbxContent>{paragraph(run('5% inside'))}</w:txbxContent>"
    choice = f"<mc:Choice>{inside}</mc:Choice><mc:Fallback>{inside}</mc:Fallback>"
    box = f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"
    assert texts(paragraph(run("before "), box, run("after"))) == [
        ("paragraph", "5% inside"),
        ("paragraph", "before after"),
    ]


def test_notes_and_pins():
    relation = f'<Relationship Id="r7" Type="{OFFICE}/hyperlink" Target="claim:some-claim" TargetMode="External"/>'
    document = word(
        paragraph(run("Of "), f'<w:hyperlink r:id="r7">{run("76%")}</w:hyperlink>', run(" slept")),
        footnotes=f'<w:footnote w:id="1">{paragraph(run("In 32 of 42."))}</w:footnote>',
        relations=relation,
    )
    assert [(b.kind.value, b.text) for b in document.blocks] == [
        ("paragraph", "Of 76% slept"),
        ("footnote", "In 32 of 42."),
    ]
    block = document.blocks[0]
    assert [(block.text[pin.start : pin.end], pin.claim) for pin in block.pins] == [("76%", "some-claim")]


def test_merged_cells_carry_their_headers():
    def cell(text, properties=""):
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text) if text else '')}</w:tc>"

    wide, first = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    rows = (
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('Drug')}{cell('Slept', wide)}</w:tr>",
        f"<w:tr>{cell('Zinc', first)}{cell('5%')}{cell('6%')}</w:tr>",
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('7%')}{cell('8%')}</w:tr>",
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('Gone')}{cell('9%')}{cell('9%')}</w:tr>",
    )
    found = [(b.text, b.row_header, b.column_header) for b in word(f"<w:tbl>{''.join(rows)}</w:tbl>").blocks]
    assert found == [
        ("Drug", "", ""), ("Slept", "", ""), ("Zinc", "", "Drug"), ("5%", "Zinc", "Slept"), ("6%", "Zinc", "Slept"),
        ("7%", "Zinc", "Slept"), ("8%", "Zinc", "Slept"),
    ]  # fmt: skip


def refused(data):
    with pytest.raises(UsageError) as error:
        read("draft.docx", data)
    message = str(error.value)
    assert message.startswith("draft.docx: ")
    assert "\n" not in message
    return message


def test_what_is_no_docx_is_refused():
    assert "no zip archive" in refused(b"plain text")
    assert "password" in refused(b"\xd0\xcf\x11\xe0\xa1\xb1")
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    assert "word/document.xml" in refused(empty.getvalue())
    assert "well-formed" in refused(packed("<w:p>"))


def test_an_entity_bomb_is_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    assert "document type" in refused(packed(paragraph(run("&b;")), head=bomb))


def test_a_zip_bomb_is_refused():
    assert "unpacks to more than" in refused(packed(" " * (70 * 2**20)))


def test_damage_never_crashes():
    good = written()
    chance = random.Random(7)
    for _ in range(150):
        data = bytearray(good)
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with contextlib.suppress(UsageError):  # which is one line, as above; anything else is a crash
            check(read("draft.docx", bytes(data)))


def test_deep_nesting_is_no_harm():
    assert texts("<w:sdt>" * 20_000 + paragraph(run("76%")) + "</w:sdt>" * 20_000) == [("paragraph", "76%")]


def test_headers_footers_and_comments_are_counted_where_they_hold_words():
    document = docx.Document()
    document.add_paragraph("76% slept.")
    document.sections[0].header.paragraphs[0].text = "67% slept"
    document.sections[0].footer.paragraphs[0].text = " "
    data = io.BytesIO()
    document.save(data)
    found = read("draft.docx", data.getvalue())
    assert [block.text for block in found.blocks] == ["76% slept."]
    assert {each.reason: each.count for each in found.skipped} == {"headers and footers": 1}
