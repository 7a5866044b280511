"""The schemas: the quick gate and jsonschema never disagree, and every deviation is told in words."""

from __future__ import annotations

import copy
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from evidencekb.model.errors import UsageError
from evidencekb.store import build, schema
from evidencekb.store.scalars import Ambiguous
from evidencekb.text import figures

EVIDENCE = {"source": "doe-2019", "stance": "supports", "at": {"heading": "H", "paragraph": 1}, "as_stated": "30% of"}
CLAIM = {
    "id": "a",
    "kind": "proportion",
    "statement": "30%",
    "population": ["migraine"],
    "outcome": "aura",
    "figure": "30%",
    "evidence": [EVIDENCE, {"source": "roe", "stance": "contradicts", "figure": "9%", "population": []}],
    "status": "draft",
    "reviewed": Ambiguous("2026-11-21"),
    "supersedes": ["b"],
}
NODES = {
    "claim": CLAIM,
    "source": {"id": "a", "type": "rct", "title": "T", "year": 2019, "identifiers": {"pmid": "1"}, "et_al": True},
    "concept": {
        "id": "a",
        "type": "condition",
        "label": "A",
        "implies": ["b", {"concept": "c", "at_least": "80%"}],
        "contains": {"d": "20%"},
    },
    "dispute": {"id": "a", "title": "T", "claims": ["b"], "status": "open", "decided": "2026-11-21"},
    "kb": {"title": "T", "policy": {"tolerance": Decimal("2.5"), "severity": {"unknown-key": "off"}}},
}
junk = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 3000)
    | st.sampled_from([Decimal("1.5"), Ambiguous("no"), Ambiguous("2026-13-01")])
    | st.sampled_from(["", "a", "A b", "2026-11-21", "30%", "proportion", "mechanism", "supports", "x" * 300]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "kind", "source", "zz"]), inner, max_size=3)
    ),
    max_leaves=5,
)


def places(value, keys=()):
    """The keys that lead to every value in a tree."""
    yield keys
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from places(each, (*keys, key))


@st.composite
def spoilt(draw):
    """A kind, and a sound node of it with up to three changes."""
    kind = draw(st.sampled_from(sorted(NODES)))
    node = copy.deepcopy(NODES[kind])
    for _ in range(draw(st.integers(0, 3))):
        keys = draw(st.sampled_from(list(places(node))))
        holder = node
        for key in keys[:-1]:
            holder = holder[key]
        change = draw(st.sampled_from(["set", "drop", "add"]))
        if not keys:
            node = draw(junk) if change == "set" else node
        elif change == "set":
            holder[keys[-1]] = draw(junk)
        elif change == "drop":
            del holder[keys[-1]]
        elif isinstance(holder, dict):
            holder[draw(st.sampled_from(["extra", "outcme", "steps", "figure", "means", "note"]))] = draw(junk)
        if not isinstance(node, (dict, list)):
            break
    return kind, node


def words(_keys):
    return "written"


@given(spoilt())
def test_gate_and_jsonschema_agree(case):
    kind, node = case
    sound = schema.gate(kind)(node)
    deviations, _ = schema.explain(kind, copy.deepcopy(node), words)
    assert sound is (not deviations)


@given(spoilt())
def test_what_is_left_of_a_spoilt_node_can_be_built(case):
    kind, node = case
    deviations, complete = schema.explain(kind, node, words)
    if not complete or not isinstance(node, dict):
        return
    for each in deviations:
        if not each.missing:
            build.prune(node, each.keys)
    builder = build.Builder(figures.parse)
    if kind == "claim":
        builder.claim(node, "a", "a.yaml", valid=False)
    elif kind == "concept":
        builder.concept(node, "a", "a.yaml", 0, valid=False)
    elif kind == "source":
        build.source(node, "a", "a.yaml", valid=False)
    elif kind == "dispute":
        build.dispute(node, "a", "a.yaml", valid=False)


@pytest.mark.parametrize("kind", schema.KINDS)
def test_schemas_are_schemas_and_fit_their_examples(kind):
    whole = json.loads(schema.schema_text(kind))
    Draft202012Validator.check_schema(whole)
    assert whole["$schema"].endswith("2020-12/schema")
    assert whole["examples"]
    for example in whole["examples"]:
        Draft202012Validator(whole).validate(example)


def fields(part):
    """Every property in a schema, with its name."""
    if isinstance(part, dict):
        for name, field in part.get("properties", {}).items():
            if isinstance(field, dict) and "const" not in field:
                yield name, field
        for inner in part.values():
            yield from fields(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from fields(inner)


@pytest.mark.parametrize("kind", schema.KINDS)
def test_an_editor_can_say_what_each_field_is(kind):
    silent = [name for name, field in fields(json.loads(schema.schema_text(kind))) if not field.get("title")]
    assert silent == []


def test_unknown_kind_of_schema_is_misuse():
    with pytest.raises(UsageError, match="no schema for 'claims'"):
        schema.schema_text("claims")


@pytest.mark.parametrize(
    ("change", "rule", "keys", "said"),
    [
        ({"populaton": ["x"]}, "unknown-key", ("populaton",), "did you mean `population`"),
        (
            {"steps": [{"subject": "a", "relation": "increases", "object": "b"}]},
            "unknown-key",
            ("steps",),
            "but to mechanism",
        ),
        ({"figure": 30}, "ambiguous-scalar", ("figure",), "is a number, not text; put it in quotes"),
        ({"outcome": Ambiguous("no")}, "ambiguous-scalar", ("outcome",), "is a truth value"),
        ({"population": "migraine"}, "schema-violation", ("population",), "a list, even of one: [migraine]"),
        ({"outcome": ["a", "b"]}, "schema-violation", ("outcome",), "has to be text, not a list"),
        ({"status": "aproved"}, "schema-violation", ("status",), "did you mean `approved`"),
        ({"reviewed": Ambiguous("2026-02-30")}, "schema-violation", ("reviewed",), "not a day"),
        ({"population": ["a", "a"]}, "schema-violation", ("population",), "names `a` twice"),
        ({"population": []}, "schema-violation", ("population",), "is empty"),
        ({"outcome": "Big Words"}, "schema-violation", ("outcome",), "lower-case letters"),
        ({"kind": "threshold", "measure": "m"}, "unknown-key", ("outcome",), "does not belong to the kind threshold"),
        ({"kind": "threshold", "measure": "m"}, "schema-violation", (), "needs `means` or `action`"),
        ({"outcome": None}, "schema-violation", (), "needs `outcome`: what happens or is found"),
    ],
)
def test_words_for_deviations(change, rule, keys, said):
    node = {key: value for key, value in {**CLAIM, **change}.items() if value is not None}
    deviations, complete = schema.explain("claim", node, words)
    assert complete
    assert [d for d in deviations if (d.rule, d.keys) == (rule, keys) and said in d.message], deviations


def test_endless_faults_are_cut_short():
    node = {**CLAIM, "evidence": [[]] * 100_000}
    deviations, complete = schema.explain("claim", node, words)
    assert len(deviations) <= 20
    assert not complete
