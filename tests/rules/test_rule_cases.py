"""The harder cases: tests/rules/<group>/<rule>.md, a heading a case, each laid over the base."""

from __future__ import annotations

import pytest
from projects import HERE, base, headed, project

from evidencekb import rules

FILES = sorted(HERE.glob("*/*.md"))
CASES = [(path, heading, body) for path in FILES for heading, body in headed(path.read_text("utf-8"), "## ")]


@pytest.mark.parametrize(("path", "heading", "body"), CASES, ids=[f"{p.stem}: {h}" for p, h, _ in CASES])
def test_case(path, heading, body, tmp_path):
    case = project(body)
    assert case.files, heading
    findings = [f for f in case.over(base()).findings(tmp_path) if f.rule == path.stem]
    assert [(f.place.path, f.place.line) for f in findings] == [(m.path, m.line) for m in case.marks]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_belongs_to_a_rule(path):
    doc = rules.docs()[path.stem]
    assert doc.group == path.parent.name


def test_most_cases_are_silent():
    """At least as many cases where a rule must hold its peace as where it must speak, examples counted in."""
    silent = sum(not project(body).marks for _, _, body in CASES)
    assert silent >= len(CASES) - silent
