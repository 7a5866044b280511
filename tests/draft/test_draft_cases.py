"""Every sentence of cases/ gets its verdicts, and nothing else in it is reported.

Of a sentence of which nothing is expected nothing is supported either, unless it is marked `passes`: no claim says it,
and it is not known yet. A file is one test, which names every sentence that fails: thousands of tests cost more to run
than what they check.
"""

from __future__ import annotations

from functools import cache

import pytest
import yaml

from drafts import HERE, check, span

ALARMS = {"warning", "error"}
FILES = sorted((HERE / "cases").glob("*.yaml"))


@cache
def cases(path):
    """The claim base of a file, and each of its sentences with what is expected of it."""
    listed = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    return listed["base"], [(case["text"], case["expect"], case.get("passes", False)) for case in listed["cases"]]


def fault(base, text, expected, *, passes=False):
    """What is wrong with the verdicts on a text; "" where nothing is."""
    got = [(*span(text + "\n", a), a) for a in check(base, text + "\n").assertions]
    used, at = set(), 0
    for surface, *verdicts in expected:
        start = text.index(surface, at)
        end = at = start + len(surface)
        over = [(min(end, e) - max(start, s), -i) for i, (s, e, _) in enumerate(got) if s < end and e > start]
        if not over:
            return f"nothing is said of {surface!r}"
        used.update(-i for _, i in over)
        assertion = got[-max(over)[1]][2]
        if assertion.verdict.value not in verdicts:
            return f"{surface!r}: {assertion.verdict.value}, not {verdicts[0]}: {assertion.message}"
    loud = ALARMS if expected or passes else {*ALARMS, "ok"}
    extra = [(a.text, a.verdict.value) for i, (_, _, a) in enumerate(got) if i not in used and a.severity in loud]
    return f"reported besides: {extra}" if extra else ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_cases_of(path):
    base, listed = cases(path)
    faults = [
        f"{number}. {text}\n    {wrong}"
        for number, (text, expected, passes) in enumerate(listed, 1)
        if (wrong := fault(base, text, expected, passes=passes))
    ]
    assert not faults, "\n".join(["", *faults])


def test_a_wrong_expectation_is_a_fault():
    base, listed = cases(next(path for path in FILES if path.stem == "mixed-tooth-decay"))
    told = [(text, expected) for text, expected, _ in listed if expected]
    assert all(fault(base, text, [[expected[0][0], "inconsistent"]]) for text, expected in told[:20])
    assert all(fault(base, text, []) for text, _ in told)


def test_there_are_enough_of_each_sort():
    every = [(base, expected) for base, listed in map(cases, FILES) for _, expected, _ in listed]
    kept = sum(all(verdicts[0] == "supported" for _, *verdicts in expected) for _, expected in every)
    assert len(every) >= 400
    assert kept >= len(every) / 3
    assert sum(base != "own" for base, _ in every) >= 120
