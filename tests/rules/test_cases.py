"""tests/cases/*.md: whole claim bases; exactly the marked findings and no others."""

from __future__ import annotations

import pytest
from projects import HERE, Mark, project

from evidencekb import rules

APART = {"coherence"}
"""Sets of figures that cannot all be true have cases of their own: two figures of one frame are such a set too."""
CASES = sorted((HERE.parent / "cases").glob("*.md"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path, tmp_path):
    case = project(path.read_text("utf-8"))
    groups = {name: doc.group for name, doc in rules.docs().items()}
    findings = [f for f in case.findings(tmp_path) if groups[f.rule] not in APART]
    assert sorted(Mark(f.place.path, f.place.line, f.severity, f.rule) for f in findings) == list(case.marks)


def test_there_are_forty():
    assert len(CASES) >= 40
    broken = [path for path in CASES if project(path.read_text("utf-8")).marks]
    assert len(broken) >= 40
