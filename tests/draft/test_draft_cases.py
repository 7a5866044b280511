"""Every sentence of cases/ gets its verdicts, and nothing else in it is reported."""

from __future__ import annotations

import pytest
import yaml

from drafts import HERE, check, span

ALARMS = {"warning", "error"}


def _cases():
    for path in sorted((HERE / "cases").glob("*.yaml")):
        listed = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)  # every process of the run reads them all
        for number, case in enumerate(listed["cases"], 1):
            yield pytest.param(listed["base"], case["text"], case["expect"], id=f"{path.stem}-{number}")


CASES = list(_cases())


@pytest.mark.parametrize(("base", "text", "expected"), CASES)
def test_case(base, text, expected):
    got = [(*span(text + "\n", a), a) for a in check(base, text + "\n").assertions]
    used, at = set(), 0
    for surface, *verdicts in expected:
        start = text.index(surface, at)
        end = at = start + len(surface)
        over = [(min(end, e) - max(start, s), -i) for i, (s, e, _) in enumerate(got) if s < end and e > start]
        assert over, f"nothing is said of {surface!r}"
        used.update(-i for _, i in over)
        assertion = got[-max(over)[1]][2]
        assert assertion.verdict.value in verdicts, f"{surface!r}: {assertion.verdict}, {assertion.message}"
    extra = [(a.text, a.verdict.value) for i, (_, _, a) in enumerate(got) if i not in used and a.severity in ALARMS]
    assert not extra


def test_there_are_enough_of_each_sort():
    cases = [case.values for case in CASES]
    kept = sum(all(verdicts[0] == "supported" for _, *verdicts in expected) for _, _, expected in cases)
    assert len(cases) >= 400
    assert kept >= len(cases) / 3
    assert sum(base != "own" for base, _, _ in cases) >= 120
