"""`check` on files: what it mends and leaves alone, what it cannot read, and what a baseline hides."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from evidencekb.cli import main

BASE = Path(__file__).parent / "draft" / "bases" / "migraine-magnesium"
RIGHT = "Low serum magnesium was seen in 45% of migraine patients.\n"
WRONG = "Low serum magnesium was seen in 54% of migraine patients.\n"
BOUND = "Up to 45% of migraine patients have low serum magnesium.\n"
QUOTED = "<!-- evidencekb-disable-next-line wrong-value: quoted -->\n"


@pytest.fixture
def check(capfdbinary, tmp_path, monkeypatch):
    """(exit code, standard output, standard error) of `check` in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments, kb=BASE):
        code = main(["check", *arguments, "--kb", str(kb)])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return run


@pytest.fixture
def base(tmp_path):
    return shutil.copytree(BASE, tmp_path / "base", ignore=shutil.ignore_patterns(".*"))


def put(text, name="draft.md", encoding="utf-8"):
    Path(name).write_bytes(text.encode(encoding))
    return name


def found(out):
    return [(a["verdict"], a.get("suppressed", "")) for d in json.loads(out)["documents"] for a in d["assertions"]]


class TestFix:
    def test_what_is_silenced_stays_when_another_place_is_mended(self, check):
        name = put(f"{WRONG}\nMore.\n\n{QUOTED}{WRONG}")
        _, _, err = check(name, "--fix")
        assert err == "draft.md:1:33: '54%' is now '45%' (low-magnesium-among-migraine)\n"
        mended = f"{RIGHT}\nMore.\n\n{QUOTED}{WRONG}"
        assert Path(name).read_text() == mended
        code, out, err = check(name, "--fix", "--format", "json")
        assert (code, err, found(out)) == (0, "", [("supported", ""), ("inconsistent", "quoted")])
        assert json.loads(out)["documents"][0]["findings"] == []
        assert Path(name).read_text() == mended

    @pytest.mark.parametrize(
        ("option", "kept"),
        [
            (("--only", "wrong-value"), BOUND),
            (("--ignore", "wrong-bound"), BOUND),
            (("--ignore", "wrong-value"), WRONG),
        ],
    )
    def test_only_what_is_asked_for_is_mended(self, check, option, kept):
        name = put(text := f"{WRONG}\nIn short.\n\n{BOUND}")
        check(name, "--fix", *option)
        assert kept in Path(name).read_text()
        assert Path(name).read_text() != text

    def test_what_the_baseline_knows_is_not_mended(self, check):
        name = put(WRONG)
        check(name, "--baseline", "known.json", "--update-baseline")
        put(f"{WRONG}\n{BOUND}")
        _, _, err = check(name, "--fix", "--baseline", "known.json")
        assert Path(name).read_text().startswith(WRONG)
        assert err == "draft.md:3:1: 'Up to 45%' is now '45%' (low-magnesium-among-migraine)\n"
        assert check(name, "--fix", "--baseline", "known.json")[::2] == (0, "")

    def test_a_mend_that_would_bring_up_what_is_known_is_left_undone(self, check):
        seen = "low serum magnesium is seen in up to 45% of people with migraine"
        two = f"Of migraine patients, 54% have low serum magnesium; {seen}.\n"
        name = put(two)
        check(name, "--baseline", "known.json", "--update-baseline", "--only", "wrong-bound")
        _, _, err = check(name, "--baseline", "known.json", "--fix")
        assert "is left as it is" in err
        assert Path(name).read_text() == two

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_the_encoding_stays(self, check, encoding):
        name = put(WRONG.replace("\n", "\r\n"), "draft.txt", encoding)
        check(name, "--fix")
        assert Path(name).read_bytes() == RIGHT.replace("\n", "\r\n").encode(encoding)

    def test_a_link_stays_a_link(self, check):
        put(WRONG, "real.md")
        Path("link.md").symlink_to("real.md")
        check("link.md", "--fix")
        assert Path("link.md").is_symlink()
        assert Path("real.md").read_text() == RIGHT

    def test_a_read_only_file_is_left_alone(self, check):
        name = put(WRONG)
        Path(name).chmod(0o444)
        code, _, err = check(name, "--fix")
        assert (code, err) == (1, "draft.md: this file is read-only; nothing was changed\n")
        assert Path(name).read_text() == WRONG

    def test_what_cannot_be_mended_is_not_said_to_be(self, check):
        name = put(f"<p>{WRONG}", "draft.html")
        assert "write “45%” instead\n" in check(name)[1]
        assert check(name, "--fix")[2].endswith("nothing was changed\n")
        assert "instead (check --fix does it)" in check(put(WRONG))[1]

    @pytest.mark.parametrize("surface", ["54<sup>1</sup>%", "[54](https://example.org)%"])
    def test_a_mend_takes_no_note_or_link_away(self, check, surface):
        name = put(text := WRONG.replace("54%", surface))
        code, out, err = check(name, "--fix")
        assert (code, err, Path(name).read_text()) == (1, "", text)
        assert "--fix does it" not in out

    def test_a_figure_in_bold_is_told_as_it_stood(self, check):
        name = put(WRONG.replace("54%", "5**4**%"))
        assert "'5**4**%' is now '45%'" in check(name, "--fix")[2]
        assert Path(name).read_text() == RIGHT

    def test_a_draft_that_is_named_twice_is_checked_once(self, check):
        name = put(WRONG)
        assert check(name, ".", "--fix")[2].count("is now") == 1


class TestUnread:
    def test_one_draft_that_cannot_be_read_does_not_swallow_the_others(self, check):
        put(WRONG)
        put("67 µg", "old.txt", "latin-1")
        code, out, err = check(".", "--format", "json")
        good, bad = json.loads(out)["documents"]
        assert (code, err, len(good["assertions"]), bad["path"]) == (2, "", 1, "old.txt")
        assert bad["findings"][0]["rule"] == "unreadable-draft"
        assert json.loads(out)["summary"]["not_checked"] == {"drafts that could not be read": 1}

    def test_a_file_that_is_not_there_is_told_beside_the_others(self, check):
        code, out, _ = check(put(RIGHT), "missing.md")
        assert code == 2
        assert "cannot be read: No such file" in out

    def test_files_of_other_kinds_are_counted(self, check):
        put(RIGHT)
        put("%PDF", "paper.pdf")
        put("", ".hidden")
        code, out, _ = check(".", "--format", "json")
        counts = json.loads(out)["summary"]["not_checked"]
        assert (code, counts) == (0, {"files of a kind that no reader knows (.pdf)": 1})

    @pytest.mark.parametrize("figure", ["[45%", "quite a lot"])
    def test_a_broken_claim_is_told_and_the_report_still_given(self, check, base, figure):
        path = next(p for p in base.glob("claims/**/*.yaml") if "figure: 45%" in p.read_text("utf-8"))
        path.write_text(path.read_text("utf-8").replace("figure: 45%", f"figure: {figure}", 1), "utf-8")
        for _ in range(2):
            code, out, _ = check(put(BOUND), kb=base)
            assert code == 2
            assert str(path.relative_to(base)) in out
            assert "1 figure or statement in 1 document" in out

    def test_a_claim_that_names_what_does_not_exist_is_told_each_time(self, check, base):
        path = next(p for p in base.glob("claims/**/*.yaml") if "figure: 45%" in p.read_text("utf-8"))
        path.write_text(re.sub(r"(?m)^outcome: .*", "outcome: nowhere", path.read_text("utf-8")), "utf-8")
        for _ in range(2):
            code, out, _ = check(put(RIGHT), kb=base)
            assert code == 2
            assert "no concept is called `nowhere`; drafts were checked without it" in out
            assert str(path.relative_to(base)) in out

    def test_an_empty_claim_base_is_told(self, check, base):
        shutil.rmtree(base / "claims")
        (base / "claims").mkdir()
        code, out, _ = check(put(RIGHT), kb=base)
        assert code == 2
        assert "no approved claim" in out

    @pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "junit", "markdown", "html"])
    def test_every_format_tells_it(self, check, base, form):
        shutil.rmtree(base / "claims")
        (base / "claims").mkdir()
        code, out, _ = check(put(RIGHT), "--format", form, kb=base)
        assert code == 2
        assert "no approved claim" in out


class TestBaseline:
    def test_it_does_not_matter_from_where_a_draft_is_named(self, check, tmp_path, monkeypatch):
        Path("drafts").mkdir()
        name = put(WRONG, "drafts/draft.md")
        known = str(tmp_path / "known.json")
        check(name, "--baseline", known, "--update-baseline")
        assert json.loads(Path(known).read_text())["entries"][0]["path"] == "drafts/draft.md"
        for named in (name, f"./{name}", str(tmp_path / name), "drafts"):
            code, out, _ = check(named, "--baseline", known)
            assert (code, "unused" in out) == (0, False)
        monkeypatch.chdir("drafts")
        assert check("draft.md", "--baseline", os.path.relpath(known))[0] == 0

    def test_what_was_not_checked_is_neither_unused_nor_lost(self, check):
        put(WRONG, "a.md")
        put(BOUND, "c.md")
        known = ("--baseline", "known.json")
        check("a.md", "c.md", *known, "--update-baseline")
        before = Path("known.json").read_text()
        assert "unused" not in check("a.md", *known)[1]
        assert "unused" not in check("a.md", "c.md", *known, "--only", "wrong-bound")[1]
        check("a.md", *known, "--update-baseline")
        assert Path("known.json").read_text() == before
        check("a.md", "c.md", *known, "--update-baseline", "--only", "wrong-bound")
        assert Path("known.json").read_text() == before
        put(RIGHT, "a.md")
        code, out, _ = check("a.md", "c.md", *known, "--format", "json")
        assert (code, [f["rule"] for f in json.loads(out)["findings"]]) == (0, ["unused-baseline-entry"])
        check("a.md", *known, "--update-baseline")
        assert [e["path"] for e in json.loads(Path("known.json").read_text())["entries"]] == ["c.md"]

    def test_a_file_that_is_no_baseline_is_not_written_over(self, check):
        put("mine", "known.json")
        assert check(put(WRONG), "--baseline", "known.json", "--update-baseline")[0] == 2
        assert Path("known.json").read_text() == "mine"


class TestWords:
    def test_what_was_not_asked_for_is_counted(self, check):
        name = put(f"{BOUND}\nIn short.\n\n{WRONG}")
        out = check(name, "--only", "wrong-bound")[1]
        assert "2 figures and statements in 1 document: 1 wrong-bound and 1 of verdicts that were not asked for." in out
        summary = json.loads(check(name, "--only", "unclear", "--format", "json")[1])["summary"]
        assert (summary["assertions"], summary["left_out"]) == (0, 2)

    def test_a_dash_is_the_terminal(self, check):
        assert "54%" in check(put(WRONG), "--output", "-")[1]
        assert not Path("-").exists()

    def test_help_speaks_of_the_command(self, capsys):
        for command, wanted in (("check", "--output FILE"), ("build", "--output DIR")):
            with pytest.raises(SystemExit):
                main([command, "--help"])
            assert wanted in capsys.readouterr().out
