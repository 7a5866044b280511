"""No text takes more than linear time: the hardest known inputs at two sizes, one eight times the other."""

import pytest

from evidencekb.readers import read
from growth import grows_with_length

HARD = {
    "brackets": "[", "images": "![", "link starts": "[a](", "angle links": "[a](<", "links": "[a](b) ", "stars": "*",
    "stars and words": "a**b ", "underscores": "*a_ ", "strikes": "~~a ", "ticks": "` `` ``` ", "less": "a <",
    "comments": "a <!--", "cdata": "a <![CDATA[", "instructions": "<?", "tags": "<a ", "quotes": '<a "',
    "single quotes": "<a '>", "mixed quotes": "<a \"'>", "ampersands": "&", "entities": "&amp;", "quote marks": ">",
    "list marks": "- ", "lines": "a\n", "list lines": "- a\n", "definitions": "[a]: b\n",
    "half definitions": "[a]: <\n", "open lines": "[\n", "pipes": "|a", "rows": "|a|b|\n|-|-|\n", "divs": "<div>",
    "closing": "</p>", "items": "<li>", "cells": "<td>", "tables": "<table><tr><td>", "wide": "<td colspan=1000>",
    "lists": "<ul><li>", "spaces": " ", "no-break spaces": "\u00a0", "digits": "1", "addresses": "https://",
    "www": "www.", "addresses in brackets": "www.)", "footnotes": "[^1]: ", "footnote marks": "[^1]",
    "bullets": "• a\n", "headings": "# a\n", "superscripts": "<sup>", "deletions": "<del>", "carriages": "\r",
    "escapes": "\\", "pairs": "a: b\n", "dashes": "---\n", "titles": "<title>", "deep items": "<li><div>",
}  # fmt: skip


@pytest.mark.parametrize("ending", [".md", ".html", ".txt"])
@pytest.mark.parametrize("unit", list(HARD.values()), ids=list(HARD))
def test_time_grows_with_length_only(unit, ending):
    texts = ((unit * (size // len(unit))).encode() for size in (8_000, 64_000))
    assert grows_with_length(lambda data: read(f"draft{ending}", data), *texts)


@pytest.mark.parametrize("ending", [".md", ".html", ".txt"])
@pytest.mark.parametrize("unit", ["word ", "1", "*"])
def test_ten_megabytes_in_one_line(unit, ending):
    document = read(f"draft{ending}", unit.encode() * (10_000_000 // len(unit.encode())))
    assert document.blocks or unit == "*"
