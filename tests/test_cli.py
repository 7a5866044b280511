"""The commands as their users run them: exit codes, messages of one line, and nothing lost."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from evidencekb.cli import main

ROOT = Path(__file__).parents[1]
BASE = ROOT / "tests" / "draft" / "bases" / "migraine-magnesium"
RIGHT = "Low serum magnesium was seen in 45% of migraine patients.\n"
WRONG = "Low serum magnesium was seen in 54% of migraine patients.\n"


def run(capfdbinary, *arguments):
    """(exit code, standard output, standard error) of one command on the small base."""
    code = main([*arguments, "--kb", str(BASE)])
    out, err = capfdbinary.readouterr()
    return code, out.decode(), err.decode()


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.md"
    path.write_text(RIGHT + "\n" + WRONG, "utf-8")
    return path


def test_check_finds_the_wrong_figure(capfdbinary, draft):
    code, out, _ = run(capfdbinary, "check", str(draft), "--format", "json")
    verdicts = [a["verdict"] for a in json.loads(out)["documents"][0]["assertions"]]
    assert (code, verdicts) == (1, ["supported", "inconsistent"])


@pytest.mark.parametrize("form", ["text", "github", "sarif", "junit", "markdown", "html"])
def test_every_format_is_given(capfdbinary, draft, form):
    code, out, _ = run(capfdbinary, "check", str(draft), "--format", form)
    assert code == 1
    assert "54%" in out


def test_only_and_ignore(capfdbinary, draft):
    assert run(capfdbinary, "check", str(draft), "--ignore", "inconsistent")[0] == 0
    assert run(capfdbinary, "check", str(draft), "--only", "inconsistent")[0] == 1
    code, _, err = run(capfdbinary, "check", str(draft), "--only", "wrong")
    assert code == 2
    assert err.count("\n") == 1


def test_fix_mends_once_and_says_so(capfdbinary, draft):
    code, _, err = run(capfdbinary, "check", str(draft), "--fix")
    assert code == 0
    assert "'54%' is now '45%'" in err
    assert draft.read_text("utf-8") == RIGHT + "\n" + RIGHT
    assert run(capfdbinary, "check", str(draft), "--fix")[2] == ""


def test_baseline_hides_what_is_known_and_reports_what_is_gone(capfdbinary, draft, tmp_path):
    baseline = str(tmp_path / "baseline.json")
    assert run(capfdbinary, "check", str(draft), "--baseline", baseline, "--update-baseline")[0] == 0
    assert run(capfdbinary, "check", str(draft), "--baseline", baseline)[0] == 0
    draft.write_text(RIGHT, "utf-8")
    _, out, _ = run(capfdbinary, "check", str(draft), "--baseline", baseline)
    assert "unused-baseline-entry" in out


def test_standard_input(capfdbinary, draft, monkeypatch):
    with draft.open("rb") as stream:
        monkeypatch.setattr("sys.stdin", type("Stdin", (), {"buffer": stream})())
        code, out, _ = run(capfdbinary, "check", "-", "--stdin-name", "piece.txt")
    assert code == 1
    assert "piece.txt" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "missing.md"),
        ("show", "nothing-of-that-name"),
        ("infer", "P(x"),
        ("infer", "P(unknown | migraine)"),
        ("infer", "P(low-magnesium | migraine)", "--without", "oxide-dos"),
        ("path", "unknown", "migraine"),
        ("impact", "unknown"),
    ],
)
def test_misuse_is_one_line_and_two(capfdbinary, arguments):
    code, out, err = run(capfdbinary, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("evidencekb: ")
    assert err.count("\n") == 1


def test_show_knows_claims_sources_and_concepts(capfdbinary):
    for name in ("migraine", *(path.stem for path in sorted((BASE / "kb" / "sources").glob("*.yaml"))[:1])):
        code, out, _ = run(capfdbinary, "show", name, "--format", "json")
        assert code == 0
        assert json.loads(out)["id"] == name


def test_build_replaces_its_own_folder_alone(capfdbinary, tmp_path):
    site = tmp_path / "site"
    assert run(capfdbinary, "build", "--output", str(site))[0] == 0
    first = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert run(capfdbinary, "build", "--output", str(site))[0] == 0
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == first
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.txt").write_text("years of work")
    code, _, err = run(capfdbinary, "build", "--output", str(other))
    assert code == 2
    assert "did not build" in err
    assert (other / "thesis.txt").read_text() == "years of work"


def committed(top, root):
    """A repository in `top` that holds the small base in `root`."""
    shutil.copytree(BASE, root)
    commit(top, ["init", "-q"])


def commit(top, *first):
    git = ["git", "-C", str(top), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (*first, ["add", "."], ["commit", "-qm", "a change"]):
        subprocess.run([*git, *command], check=True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("infer", "P(low-magnesium | migraine)"),
        ("path", "migraine", "low-magnesium"),
        ("impact", "intact"),
        ("show", "intact"),
        ("export", "csv"),
        ("check", "draft"),
    ],
)
def test_an_answer_without_what_could_not_be_read_is_no_success(capfdbinary, tmp_path, draft, arguments):
    copy = tmp_path / "base"
    shutil.copytree(BASE, copy)
    broken, intact, *_ = sorted(copy.glob("claims/**/*.yaml"))
    draft.write_text(RIGHT, "utf-8")
    arguments = [{"intact": intact.stem, "draft": str(draft)}.get(each, each) for each in arguments]
    assert main([*arguments, "--kb", str(copy)]) == 0
    capfdbinary.readouterr()
    broken.write_text("id: [", "utf-8")
    assert main([*arguments, "--kb", str(copy)]) == 2
    out, err = capfdbinary.readouterr()
    assert out
    told = out if arguments[0] == "check" else err  # what was not held against a draft belongs to its report
    assert told.decode().startswith(broken.relative_to(copy).as_posix())


@pytest.mark.parametrize("when", ["earlier", "now"])
def test_diff_tells_nothing_of_what_it_cannot_read(capfdbinary, tmp_path, when):
    copy = tmp_path / "base"
    committed(copy, copy)
    path = min(copy.glob("claims/**/*.yaml"))
    text = path.read_text("utf-8")
    path.write_text("id: [", "utf-8")
    if when == "earlier":
        commit(copy)
        path.write_text(text, "utf-8")
    assert main(["diff", "HEAD", "--kb", str(copy)]) == 2
    out, err = capfdbinary.readouterr()
    assert out == b""
    assert f"{path.relative_to(copy)}:1:5".encode() in err


@pytest.mark.parametrize("folder", ["", "deep", "deep/über uns"])
def test_diff_tells_a_changed_figure(capfdbinary, tmp_path, folder):
    top = tmp_path / "base"
    copy = top / folder
    committed(top, copy)
    path = next(path for path in copy.rglob("*.yaml") if "figure: 45%" in path.read_text("utf-8"))
    path.write_text(path.read_text("utf-8").replace("45%", "46%"), "utf-8")
    code = main(["diff", "HEAD", "--kb", str(copy), "--format", "json"])
    out = capfdbinary.readouterr().out
    changed = {claim["id"]: claim["changes"] for claim in json.loads(out)["claims"]}
    assert code == 0
    assert ["figure", "45%", "46%"] in changed[path.stem]
    assert list(changed) == [path.stem]


@pytest.mark.parametrize(
    ("name", "text", "rows"),
    [
        ("a.html", "<p>67% of <code>5%</code>them", ["1:4\t67%"]),
        ("a.md", "> 6**7**% did\n\n`5%`", ["1:3\t67%"]),
        ("a.txt", "About 67% did.", ["1:7\tAbout 67%"]),
        ("a.csv", "a,67%\n", ["1:3\t67%"]),
    ],
)
def test_figures_are_those_of_the_draft(capfdbinary, tmp_path, name, text, rows):
    (tmp_path / name).write_text(text, "utf-8")
    assert main(["figures", str(tmp_path / name)]) == 0
    out = capfdbinary.readouterr().out.decode()
    assert [line.rpartition("\t")[0] for line in out.splitlines()] == rows


def test_figures_of_a_word_file(capfdbinary, tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("Seen in 67% of them.")
    document.save(str(tmp_path / "a.docx"))
    assert main(["figures", str(tmp_path / "a.docx")]) == 0
    assert b"67%" in capfdbinary.readouterr().out
