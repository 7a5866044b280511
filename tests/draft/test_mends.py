"""A mend of a value, a bound or a unit makes the sentence agree with the claim base, and is made once."""

from __future__ import annotations

from collections import defaultdict

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from drafts import HERE, check
from evidencekb.draft import mending

MENDED = {"wrong-value", "wrong-bound", "wrong-unit"}


def _mendable():
    for path in sorted((HERE / "cases").glob("*.yaml")):
        listed = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
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


def _by_base():
    found = defaultdict(list)
    for case in _mendable():
        base, text = case.values
        if "\n" not in text.strip():
            found[base].append(text)
    return [st.tuples(st.just(base), st.lists(_piece(texts), min_size=2, max_size=8)) for base, texts in found.items()]


def _piece(texts):
    """A sentence, and the verdict that a comment silences on it: "" for none, "disable" for any."""
    return st.tuples(st.sampled_from(texts), st.sampled_from(["", "", "disable", *sorted(MENDED)]))


def _silenced(comment):
    verdict = "" if comment == "disable" else f" {comment}"
    return f"<!-- evidencekb-disable-next-line{verdict}: it is quoted -->\n" if comment else ""


def _reported(checked):
    """Lines with something that is reported."""
    return {a.place.line for a in checked.assertions if a.severity in {"warning", "error"} and not a.suppressed}


@given(st.one_of(_by_base()))
@settings(max_examples=150)
def test_a_mend_is_made_once_and_brings_up_nothing_silenced(drawn):
    base, pieces = drawn
    first = check(base, "\n".join(_silenced(comment) + text for text, comment in pieces))
    mended = mending.settle(first, lambda text: check(base, text))
    text = mended.document.source
    quiet = {a.place.line for a in first.assertions if a.suppressed} - _reported(first)
    assert not quiet & _reported(mended.document)
    was, now = first.source.split("\n"), text.split("\n")
    of_line = [a.place.line for a in first.assertions]
    assert all(was[line - 1] == now[line - 1] for line in quiet if of_line.count(line) == 1)
    again = mending.settle(check(base, text), lambda text: check(base, text))
    assert again.document.source == text
    assert again.changes == ()
