"""The claims as JSON, by their schema."""

from __future__ import annotations

import json
from decimal import Decimal
from importlib import resources

import jsonschema
import pytest

from evidencekb import exporters
from evidencekb.exporters import _nodes
from evidencekb.exporters._encoding import compact

SCHEMA = json.loads((resources.files("evidencekb.exporters") / "claims.schema.json").read_text("utf-8"))
BASES = ("own", "hostile", "homeless")


@pytest.fixture(params=BASES)
def base(request):
    return request.getfixturevalue(request.param)


def test_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_claims_fit_the_schema(base):
    document = json.loads(exporters.render(base.kb, base.standings, "json"))
    jsonschema.validate(document, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert [claim["id"] for claim in document["claims"]] == list(base.kb.claims)


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (("schema",), "evidencekb/claims/2"),
        (("claims", 0, "kind"), "opinion"),
        (("claims", 0, "standing", "level"), "true"),
        (("claims", 0, "figure", "value"), "76"),
        (("claims", 0, "evidence", 0, "stance"), "likes"),
        (("claims", 0, "extra"), 1),
    ],
)
def test_schema_refuses(own, keys, value):
    document = json.loads(exporters.render(own.kb, own.standings, "json"))
    document["claims"].sort(key=lambda claim: "value" not in claim.get("figure", {}))
    holder = document
    for key in keys[:-1]:
        holder = holder[key]
    holder[keys[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA)


def test_a_claim_alone_is_its_line_of_the_list(base):
    files = base.files
    for claim in json.loads(files["claims.json"])["claims"]:
        alone = json.loads(files[f"claims/{claim['id']}.json"])
        assert alone.pop("schema") == "evidencekb/claim/1"
        assert alone == claim


def test_links_between_nodes_hold(own):
    files = own.files
    for name, data in files.items():
        node = json.loads(data) if name.startswith(("sources/", "concepts/")) and name.endswith(".json") else {}
        for item in [*node.get("evidence", ()), *node.get("claims", ())]:
            assert f"claims/{item['claim']}.json" in files
        for other in node.get("narrower", ()):
            assert node["id"] in json.loads(files[f"concepts/{other}.json"])["broader"]


def test_a_figure_has_the_parts_that_were_printed(hostile):
    document = json.loads(exporters.render(hostile.kb, hostile.standings, "json"))
    figures = {claim["id"]: claim.get("figure") for claim in document["claims"]}
    assert figures["share"] == {
        "text": "32/42 (76%)",
        "kind": "proportion",
        "unit": "%",
        "bound": "=",
        "value": 76,
        "numerator": 32,
        "denominator": 42,
    }
    assert figures["ratio"]["interval"] == {"low": 1.1, "high": 5, "level": 95}
    assert (figures["range"]["low"], figures["range"]["high"]) == (15, 30)
    assert figures["range"]["approximate"]
    assert figures["fall"]["value"] == -11
    assert figures["unread"].keys() == {"text"}


@pytest.mark.parametrize(
    ("value", "shown"),
    [("76", 76), ("76.0", 76), ("23.9", 23.9), ("-0.30", -0.3), ("0.0000001", 1e-07), ("9" * 180, int("9" * 180))],
)
def test_numbers_are_numbers(value, shown):
    assert _nodes.number(Decimal(value)) == shown
    assert isinstance(_nodes.number(Decimal(value)), type(shown))


@pytest.mark.parametrize(
    "text", ["</script>", "\u202e\u2066\ufeff", "\x00\x1b\x7f\x85", "\u2028\u2029", "é 鉄 😀", "\ud800"]
)
def test_hostile_texts_come_back_as_they_were(text):
    shown = compact({"text": text})
    assert json.loads(shown) == {"text": text}
    assert "</" not in shown
    shown.encode()
    assert all(char.isprintable() for char in shown)
