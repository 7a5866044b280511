"""The examples of CONTRIBUTING.md: the claim is sound, and the rule is found and works as soon as its file is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from projects import Project, base, blocks, project
from test_rule_examples import halves

from evidencekb import rules
from evidencekb.rules import lifecycle

ROOT = Path(__file__).parents[2]
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
RULE = "src/evidencekb/rules/lifecycle/certainty_without_reason.py"
NAME = "certainty-without-reason"


@pytest.fixture
def examples():
    return {path: "\n".join((*lines, "")) for path, lines in blocks(CONTRIBUTING.read_text("utf-8").split("\n"))}


@pytest.fixture
def with_rule(examples, tmp_path, monkeypatch):
    """The example's file in a folder that belongs to the group, as if it had been added there."""
    folder = tmp_path / "added"
    folder.mkdir()
    (folder / Path(RULE).name).write_text(examples[RULE], "utf-8")
    monkeypatch.setattr(lifecycle, "__path__", [*lifecycle.__path__, str(folder)])
    rules.rules.cache_clear()
    yield {rule.doc.name: rule for rule in rules.rules()}
    rules.rules.cache_clear()
    sys.modules.pop("evidencekb.rules.lifecycle.certainty_without_reason", None)


def test_a_new_rule_is_one_new_file(with_rule, tmp_path):
    bad, good = (project(half) for half in halves(with_rule[NAME].doc.text))
    fired = [f for f in bad.over(base()).findings(tmp_path / "bad") if f.rule == NAME]
    assert [(f.place.path, f.place.line, f.severity) for f in fired] == [(m.path, m.line, "note") for m in bad.marks]
    assert not [f for f in good.over(base()).findings(tmp_path / "good") if f.rule == NAME or f.severity == "error"]


def test_without_the_file_there_is_no_such_rule():
    assert NAME not in rules.docs()


def test_the_rule_passes_the_linter(examples, tmp_path):
    folder = tmp_path / "src" / "evidencekb"
    folder.mkdir(parents=True)
    path = folder / Path(RULE).name
    path.write_text(examples[RULE], "utf-8")
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8"), "utf-8")
    ruff = Path(sys.executable).parent / "ruff"
    for command in (["check", "--extend-ignore=INP001"], ["format", "--check"]):
        done = subprocess.run(
            [ruff, *command, "--no-cache", path],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout


def test_the_claim_is_sound(examples, tmp_path):
    claim = Project({p: t for p, t in examples.items() if p != RULE}, ()).over(base())
    assert claim.findings(tmp_path) == ()
