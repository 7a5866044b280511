"""The sources as BibTeX and CSL-JSON, read back."""

from __future__ import annotations

import json

import bibtexparser
import jsonschema
import pytest

from evidencekb import exporters

TEXTS = ("id", "title", "container-title", "volume", "issue", "page", "DOI", "PMID", "PMCID", "ISBN", "URL", "note")
ITEMS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type", "title"],
        "additionalProperties": False,
        "properties": {
            **{name: {"type": "string", "minLength": 1} for name in TEXTS},
            "type": {"enum": ["article-journal", "webpage"]},
            "issued": {
                "type": "object",
                "required": ["date-parts"],
                "properties": {"date-parts": {"items": {"items": {"type": "integer"}, "minItems": 1}, "minItems": 1}},
            },
            "author": {
                "minItems": 1,
                "items": {"anyOf": [{"required": ["family"]}, {"required": ["literal"]}], "type": "object"},
            },
        },
    },
}
"""What csl-data.json of the CSL project allows, as far as it is used here."""


@pytest.fixture(params=["own", "hostile", "homeless"])
def base(request):
    return request.getfixturevalue(request.param)


def test_csl_has_every_source(base):
    items = json.loads(exporters.render(base.kb, base.standings, "csl"))
    jsonschema.validate(items, ITEMS, cls=jsonschema.Draft202012Validator)
    assert [item["id"] for item in items] == list(base.kb.sources)


def test_bibtex_has_every_source(base):
    found = bibtexparser.parse_string(exporters.render(base.kb, base.standings, "bibtex").decode())
    assert not found.failed_blocks
    assert [entry.key for entry in found.entries] == list(base.kb.sources)
    for entry in found.entries:
        source, fields = base.kb.sources[entry.key], entry.fields_dict
        assert fields["title"].value
        assert fields["year"].value == str(source.year) if source.year else "year" not in fields
        assert ("author" in fields) == bool(source.authors)
        for field in entry.fields:
            assert balanced(field.value), field


def balanced(text):
    """Whether braces close as they open; BibTeX counts them whatever stands in front."""
    depth = 0
    for char in text:
        depth += {"{": 1, "}": -1}.get(char, 0)
        if depth < 0:
            return False
    return depth == 0


def test_bibtex_keeps_names_whole(hostile):
    split = bibtexparser.middlewares.SeparateCoAuthors()
    data = exporters.render(hostile.kb, hostile.standings, "bibtex").decode()
    found = bibtexparser.parse_string(data, append_middleware=[split]).entries_dict
    assert found["lay"].fields_dict["author"].value == [r"{Roe \& Partners and Others}"]
    fields = found["study"].fields_dict
    first, second, third, more = fields["author"].value
    assert first.endswith("}, A. B.")
    assert (second, third[0], third[-1], more) == ("Doe, J.", "{", "}", "others")
    assert fields["pages"].value == "5--9"
    assert fields["doi"].value == "10.1000/<a>%7Bb%7D%22"
