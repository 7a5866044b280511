"""A mend of a value, a bound or a unit makes the sentence agree with the claim base, and is made once."""

from __future__ import annotations

import pytest
import yaml

from drafts import HERE, check
from evidencekb.draft import mending

MENDED = {"wrong-value", "wrong-bound", "wrong-unit"}


def _mendable():
    for path in sorted((HERE / "cases").glob("*.yaml")):
        listed = yaml.safe_load(path.read_text("utf-8"))
        for number, case in enumerate(listed["cases"], 1):
            if any(verdict in MENDED for _, *verdicts in case["expect"] for verdict in verdicts):
                yield pytest.param(listed["base"], case["text"] + "\n", id=f"{path.stem}-{number}")


@pytest.mark.parametrize(("base", "text"), list(_mendable()))
def test_a_mended_sentence_agrees(base, text):
    checked = check(base, text)
    fixed = [a for a in checked.assertions if a.fix is not None]
    mended = mending.settle(checked, lambda text: check(base, text))
    assert len(mended.changes) == len(fixed)
    assert mended.undone == ()
    once = mended.document.source
    again = check(base, once)
    assert mending.settle(again, lambda text: check(base, text)) == mending.Mended(again, (), ())
    was, now = (sum(a.verdict.value in MENDED for a in c.assertions) for c in (checked, again))
    assert now == was - len(fixed), once


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("High blood pressure is found in 13% of adults.\n", "High blood pressure is found in 31% of adults.\n"),
        ("Adults should keep sodium below 2,300 g a day.\n", "Adults should keep sodium below 2,300 mg/day.\n"),
        ("Adults should eat at least 6 g of salt a day.\n", "Adults should eat below 6 g of salt a day.\n"),
    ],
)
def test_what_is_written(text, mended):
    checked = check("pressure-salt", text)
    assert mending.apply(checked, mending.offers(checked)) == mended
