"""tests/cases/*.md: whole claim bases; exactly the marked findings and no others."""

from __future__ import annotations

import pytest
from projects import HERE, Mark, project

CASES = sorted((HERE.parent / "cases").glob("*.md"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path, tmp_path):
    case = project(path.read_text("utf-8"))
    found = sorted(Mark(f.place.path, f.place.line, f.severity, f.rule) for f in case.findings(tmp_path))
    assert found == list(case.marks)


def test_there_are_forty():
    assert len(CASES) >= 40
    broken = [path for path in CASES if project(path.read_text("utf-8")).marks]
    assert len(broken) >= 40
