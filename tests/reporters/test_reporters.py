"""Every format of both reports against its golden file, and what each format promises beyond its bytes."""

import json
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from reports import SENTENCES, checked, validated

from evidencekb.model.assertion import Assertion, Verdict
from evidencekb.model.errors import UsageError
from evidencekb.model.finding import Finding
from evidencekb.model.place import Place
from evidencekb.model.report import CheckedDocument, CheckReport, ValidationReport
from evidencekb.reporters import FORMATS, render
from evidencekb.reporters._shown import counted, listed, visible
from evidencekb.reporters._underline import find, underline

FOLDER = Path(__file__).parent / "golden"
ENDINGS = {"text": "txt", "github": "txt", "markdown": "md", "junit": "xml", "sarif": "sarif.json"}
REPORTS = {"check": checked, "validate": validated}


def parse(data):
    """Our own output: nothing in it is untrusted."""
    return ET.fromstring(data)  # noqa: S314


def name_of(kind, form):
    return f"{kind}-{form}.{ENDINGS.get(form, form)}"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", REPORTS)
def test_golden(kind, form, golden):
    golden(name_of(kind, form), render(REPORTS[kind](), form))


def test_golden_of_explain_and_color(golden):
    golden("check-explain.txt", render(checked(explain=True), "text"))
    golden("check-color.txt", render(checked(), "text", color=True))
    golden("check-explain.html", render(checked(explain=True), "html"))


def test_no_golden_file_is_unused():
    used = {name_of(kind, form) for kind in REPORTS for form in FORMATS}
    used |= {"check-explain.txt", "check-color.txt", "check-explain.html"}
    assert {path.name for path in FOLDER.iterdir()} == used


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(UsageError, match=r"unknown format 'pdf'.*github, html, json"):
        render(checked(), "pdf")


def test_a_format_is_imported_only_when_asked_for():
    loaded = "sorted(m for m in sys.modules if 'jinja2' in m or 'reporters.' in m)"
    code = f"import sys, evidencekb.reporters as r; print(r.FORMATS); print({loaded})"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.splitlines() == [str(FORMATS), "[]"]


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in ("json", "sarif")])
@pytest.mark.parametrize("kind", REPORTS)
def test_no_hostile_character_gets_through(kind, form):
    shown = render(REPORTS[kind](), form).decode()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


class TestText:
    def test_the_carets_stand_under_the_figure(self):
        lines = render(checked(), "text").decode().splitlines()
        at = next(index for index, line in enumerate(lines) if "167%" in line)
        assert lines[at + 1].strip() == "^^^"
        assert lines[at][lines[at + 1].index("^") :].startswith("67% slept")

    def test_the_second_of_two_alike_is_marked(self):
        shown = render(checked(), "text").decode().splitlines()
        at = next(index for index, line in enumerate(shown) if "12% at night" in line)
        assert shown[at + 1].index("^") == shown[at].index("12% at night")

    def test_quiet_leaves_the_summary_out(self):
        shown = render(checked(), "text", quiet=True).decode()
        assert "Not checked" not in shown
        assert "wrong-value" in shown

    def test_supported_and_suppressed_are_counted_and_not_shown(self):
        shown = render(checked(), "text").decode()
        assert "overstated  " not in shown
        assert "1 supported" in shown
        assert "Suppressed: 1 quoted speech." in shown

    def test_nothing_found_says_so(self):
        assert render(CheckReport(()), "text").decode().splitlines()[-1] == "0 errors, 0 warnings and 0 notes."


class TestUnderline:
    @given(st.text(max_size=80), st.text(max_size=5), st.integers(0, 3), st.integers(10, 40))
    def test_any_text(self, sentence, text, nth, width):
        rows = underline(visible(sentence), visible(text), nth, width)
        assert "".join("".join(line.split()) for line, _ in rows) == "".join(visible(sentence).split())

    def test_part_of_a_longer_number_is_not_meant(self):
        sentence = "Of 15%, 5.5% and 5% it was 5%."
        assert find(sentence, "5%", 0) == sentence.index("5% it")
        assert find(sentence, "5%", 1) == sentence.rindex("5%")
        assert find(sentence, "5%", 9) == sentence.rindex("5%")
        assert find("15%", "5%", 0) == 1
        assert find("a", "b", 0) == -1

    def test_wide_and_combining_characters_take_their_columns(self):
        assert underline("測定 e\u0301 5%", "5%", 0, 40) == [("測定 e\u0301 5%", "       ^^")]


class TestJson:
    def test_the_keys_of_the_contract(self):
        data = json.loads(render(checked(), "json"))
        assert data["schema"] == "evidencekb/check/1"
        assertion = data["documents"][0]["assertions"][0]
        wanted = {"verdict": "wrong-value", "severity": "error", "text": "67%", "line": 3, "end_line": 3}
        assert wanted.items() <= assertion.items()
        assert (assertion["column"], assertion["end_column"]) == (38, 41)
        assert assertion["fix"]["text"] == "76%"
        assert assertion["sentence"] == SENTENCES[0]
        assert data["summary"]["assertions"] == 4
        assert data["summary"]["by_verdict"] == {"supported": 1, "wrong-value": 1, "unsourced": 1}
        assert data["summary"]["suppressed"] == 1

    def test_the_keys_of_validate(self):
        data = json.loads(render(validated(), "json"))
        assert data["schema"] == "evidencekb/validate/1"
        assert [each["path"] for each in data["findings"]] == sorted(each["path"] for each in data["findings"])
        keys = {"rule", "severity", "path", "line", "column", "end_line", "end_column", "message", "nodes", "related"}
        assert all(set(each) == keys for each in data["findings"])
        assert data["summary"]["nodes"] == {"claim": 12, "dispute": 0, "source": 1}
        assert data["summary"]["checks"] == 3456

    def test_what_was_considered_only_with_explain(self):
        assert "considered" not in render(checked(), "json").decode()
        assert '"why": "other people"' in render(checked(explain=True), "json").decode()


class TestGithub:
    def test_properties_and_messages_are_escaped(self):
        lines = render(checked(), "github").decode().splitlines()
        assert len(lines) == 3
        assert lines[0].startswith("::error file=drafts/a b%2Cc%3A%25.md,line=3,endLine=3,title=wrong-value%3A 67%25,")
        assert ",col=38,endColumn=40::The claim" in lines[0]
        assert all(re.fullmatch(r"::(error|warning|notice) [^\n]*", line) for line in lines)

    def test_a_span_over_lines_has_no_columns(self):
        line = next(line for line in render(validated(), "github").decode().splitlines() if "new line" in line)
        assert "col=" not in line
        assert "line=2,endLine=3" in line


class TestSarif:
    def run(self, report):
        data = json.loads(render(report, "sarif"))
        assert data["version"] == "2.1.0"
        return data["runs"][0]

    @pytest.mark.parametrize("kind", REPORTS)
    def test_every_result_names_a_rule_with_help(self, kind):
        run = self.run(REPORTS[kind]())
        rules = run["tool"]["driver"]["rules"]
        assert len({rule["id"] for rule in rules}) == len(rules)
        assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            assert result["message"]["text"]
            assert len(result["locations"]) == 1

    def test_fixes_suppressions_and_related_places(self):
        results = self.run(checked())["results"]
        change = results[0]["fixes"][0]["artifactChanges"][0]
        assert change["artifactLocation"]["uri"] == "drafts/a%20b%2Cc%3A%25.md"
        assert change["replacements"][0] == {
            "deletedRegion": {"startLine": 3, "startColumn": 38, "endLine": 3, "endColumn": 41},
            "insertedContent": {"text": "76%"},
        }
        assert [each["suppressions"] for each in results if "suppressions" in each] == [
            [{"kind": "inSource", "justification": "quoted speech"}]
        ]
        related = [each["relatedLocations"] for each in self.run(validated())["results"] if "relatedLocations" in each]
        assert related[0][0]["message"]["text"] == "the source says 67%"

    def test_fingerprints_differ_within_a_run(self):
        marks = [each["partialFingerprints"]["assertion/v1"] for each in self.run(checked())["results"]]
        assert len(set(marks)) == len(marks)


class TestJunit:
    @pytest.mark.parametrize("kind", REPORTS)
    def test_counts_agree(self, kind):
        root = parse(render(REPORTS[kind](), "junit"))
        cases = root.findall(".//testcase")
        assert int(root.get("tests")) == len(cases)
        assert int(root.get("failures")) == len(root.findall(".//failure"))
        for suite in root.findall("testsuite"):
            assert int(suite.get("tests")) == len(suite.findall("testcase"))

    def test_a_clean_run_has_a_case_that_passes(self):
        assert len(parse(render(ValidationReport("x", ()), "junit")).findall(".//testcase")) == 1


class TestMarkdown:
    @pytest.mark.parametrize("kind", REPORTS)
    def test_nothing_of_a_draft_becomes_markup(self, kind):
        shown = render(REPORTS[kind](), "markdown").decode()
        tokens = MarkdownIt("commonmark").enable("table").parse(shown)
        inside = [child for token in tokens if token.type == "inline" for child in token.children]
        assert {child.type for child in inside} <= {"text", "text_special", "softbreak"}
        assert [
            token.content.strip() for token in tokens if token.type == "html_block" and "details" not in token.content
        ] == []
        assert not re.search(r"[@#]\w", shown)

    def test_each_row_has_four_cells(self):
        tokens = MarkdownIt("commonmark").enable("table").parse(render(validated(), "markdown").decode())
        assert sum(token.type == "td_open" for token in tokens) == 4 * 4

    def test_long_reports_are_cut_with_a_count(self):
        many = tuple(Finding("r", "error", "m" * 500, Place("a", line)) for line in range(1, 1000))
        shown = render(ValidationReport("x", many), "markdown").decode()
        assert len(shown) < 65_536 * 2
        assert "799 more" in shown


class TestHtml:
    @pytest.mark.parametrize("kind", REPORTS)
    def test_strict_html_without_anything_fetched(self, kind):
        page = render(REPORTS[kind](), "html").decode()
        html5lib.HTMLParser(strict=True).parse(page)
        assert not re.search(r"<(script|link|img|iframe)|https?:|javascript:", page)

    def test_the_figure_is_marked_and_text_is_escaped(self):
        page = render(checked(), "html").decode()
        assert "asthma, <mark>67%</mark> slept" in page
        assert "&lt;script&gt;alert(1)" in page
        assert "day &amp; <mark>12%</mark> at night &lt;b&gt;" in page


anything = st.text(max_size=30)


@given(anything, anything, anything, st.sampled_from(FORMATS), st.sampled_from(list(Verdict)))
def test_any_text_in_any_format(sentence, text, message, form, verdict):
    assertion = Assertion(verdict, Place("a.md"), text, sentence, message, claim=text, severity="error")
    document = CheckedDocument(sentence, "", (assertion,), (Finding("r", "note", message, Place(text)),), {message: 1})
    for report in (CheckReport((document,), {text: message}), ValidationReport("x", document.findings)):
        data = render(report, form)
        data.decode()
        assert data == render(report, form)
        if form in ("json", "sarif"):
            json.loads(data)
        elif form == "junit":
            parse(data)
        elif form == "html":
            html5lib.HTMLParser(strict=True).parse(data.decode())


def test_counts_in_words():
    assert counted(1, "study") == "1 study"
    assert counted(2000, "study") == "2,000 studies"
    assert counted(2, "day") == "2 days"
    assert listed([]) == ""
    assert listed(["a", "b", "c"]) == "a, b and c"
