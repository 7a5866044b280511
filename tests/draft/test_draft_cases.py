"""Each case of `cases/*.yaml`: every figure gets an accepted verdict, and nothing else is reported.

`pending.yaml` lists the texts that the checker still judges wrongly; one that comes right must be taken off the list.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from evidencekb import draft, readers, store
from evidencekb.reason.standing import standings

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PENDING = frozenset(yaml.safe_load((HERE / "pending.yaml").read_text("utf-8")))


def cases():
    for path in sorted((HERE / "cases").glob("*.yaml")):
        document = yaml.safe_load(path.read_text("utf-8"))
        for number, case in enumerate(document["cases"], 1):
            marks = [pytest.mark.xfail(reason="pending", strict=True)] if case["text"] in PENDING else []
            yield pytest.param(document["base"], case, id=f"{path.stem}-{number}", marks=marks)


@cache
def checker(base):
    folder = ROOT if base == "own" else HERE / "bases" / base
    kb = store.load(folder, today=date(2026, 11, 21))
    return draft.Checker(kb, standings(kb))


def judged(base, text):
    """(surface, verdict, severity) of every assertion."""
    document = readers.read("draft.md", f"{text}\n".encode())
    return [(a.text, a.verdict.value, a.severity) for a in checker(base).check(document).assertions]


@pytest.mark.parametrize(("base", "case"), list(cases()))
def test_case(base, case):
    found = judged(base, case["text"])
    for surface, *accepted in case.get("expect") or []:
        over = [each for each in found if each[0] in surface or surface in each[0]]
        assert over, f"nothing is said of {surface!r}"
        assert over[0][1] in accepted
        found.remove(over[0])
    expected = [surface for surface, *_ in case.get("expect") or []]
    extra = [each for each in found if each[2] != "ok" and not any(each[0] in e or e in each[0] for e in expected)]
    assert not extra


def test_pending_names_real_cases():
    texts = {case.values[1]["text"] for case in cases()}
    assert texts >= PENDING


def test_sample_article():
    """The article of `make demo`: each planted error is found, each correct figure kept."""
    folder = HERE.parent / "drafts"
    document = readers.read("sample-article.md", (folder / "sample-article.md").read_bytes())
    found = {(a.place.line, a.text): a for a in checker("own").check(document).assertions}
    for expected in yaml.safe_load((folder / "sample-article.expected.yaml").read_text("utf-8")):
        over = [
            a.verdict.value
            for (line, text), a in found.items()
            if line == expected["line"] and (text in expected["surface"] or expected["surface"] in text)
        ]
        assert over, expected
        assert set(over) & set(expected["verdicts"]), expected
