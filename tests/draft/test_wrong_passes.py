"""What once passed and is no statement of any claim is not supported again."""

from __future__ import annotations

import pytest
import yaml

from drafts import HERE, check

LISTED = yaml.load((HERE / "cases" / "passed-once-own.yaml").read_text("utf-8"), yaml.CSafeLoader)
UNSAID = [case["text"] for case in LISTED["cases"] if not case["expect"]]


@pytest.mark.parametrize("text", UNSAID)
def test_nothing_is_supported(text):
    said = [a.text for a in check(LISTED["base"], text).assertions if a.verdict.value == "supported"]
    assert not said
