"""Whole articles: every assertion in the order of the text, and no other."""

from __future__ import annotations

import pytest
import yaml

from drafts import HERE, check, span


@pytest.mark.parametrize("name", sorted(path.stem for path in (HERE / "articles").glob("*.md")))
def test_article(name):
    text = (HERE / "articles" / f"{name}.md").read_text("utf-8")
    marked = yaml.safe_load((HERE / "articles" / f"{name}.yaml").read_text("utf-8"))
    checked = check(marked["base"], text)
    said = []
    for assertion, (surface, _) in zip(checked.assertions, marked["assertions"], strict=False):
        start, end = span(text, assertion)
        said.append(
            [
                surface if surface in text[start:end] or text[start:end] in surface else text[start:end],
                assertion.verdict.value,
            ]
        )
    assert said == marked["assertions"]
    assert len(checked.assertions) == len(marked["assertions"])
    assert not checked.findings
