"""Reading YAML: the same values as PyYAML, exact places, and nothing that text can do to us."""

from __future__ import annotations

import re
import tracemalloc
from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evidencekb.store.parse import DEPTH, MOST, UNREAD, find, outline, parse
from evidencekb.store.scalars import Ambiguous, resolve

words = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff\ufffe\uffff"), max_size=12
)
trees = st.recursive(
    words | st.integers(-(10**9), 10**9) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


def oracle(node):
    """The same plain value from PyYAML's own tree, scalars as they were written."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: oracle(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [oracle(value) for value in node.value]
    return node.value


def shown(value):
    if isinstance(value, dict):
        return {key: shown(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shown(inner) for inner in value]
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    return str(value)


@given(trees, st.booleans(), st.sampled_from([None, '"', "'", "|", ">"]))
def test_values_are_those_of_pyyaml(tree, flow, style):
    text = yaml.safe_dump(tree, default_flow_style=flow, default_style=style, allow_unicode=True)
    text = text.replace("!!null ", "").replace("!!bool ", "").replace("!!int ", "")
    parsed = parse(text)
    assert parsed.faults == []
    assert shown(parsed.value) == oracle(yaml.compose(text, yaml.SafeLoader))


def spans(node, keys=()):
    """(keys, start, end) of every scalar and flow collection in PyYAML's tree."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from spans(value, (*keys, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from spans(value, (*keys, number))
    if (isinstance(node, yaml.ScalarNode) and node.style in (None, "'", '"')) or getattr(node, "flow_style", False):
        yield keys, node.start_mark.index, node.end_mark.index


@given(trees, st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_places_are_those_of_pyyaml(tree, flow, ending):
    text = yaml.safe_dump(tree, default_flow_style=flow, allow_unicode=True).replace("\n", ending)
    top = outline(text)
    for keys, start, end in spans(yaml.compose(text, yaml.SafeLoader)):
        mark = find(top, keys)
        assert (mark.start, mark.end) == (start, end)


def test_block_ends_with_its_last_value_not_with_comments():
    text = "a:\n  b: >-\n    one\n    two\n\n# c\nd: 1\n"
    mark = find(outline(text), ["a", "b"])
    assert text[mark.start : mark.end] == ">-\n    one\n    two"
    block = find(outline(text), ["a"])
    assert text[block.start : block.end].endswith("two")


@given(st.text(max_size=300))
def test_any_text_is_survived(text):
    outline(text)
    parsed = parse(text)
    assert parsed.whole or parsed.faults
    for fault in parsed.faults:
        assert 0 <= fault.start <= fault.end <= max(len(text), fault.end)
        assert fault.start <= len(text)


@given(st.text("[]{}:,-?&*!|>'\"#%@` \n\tab1", max_size=120))
def test_any_punctuation_is_survived(text):
    parsed = parse(text)
    top = outline(text)
    if parsed.whole and isinstance(parsed.value, dict) and not parsed.faults:
        assert all(find(top, [key]) for key in parsed.value)


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("a: b: c\n", 4, "colon"),
        ("a: [1, 2\nb: 3\n", 10, "comma"),
        ("a: 'x\nb: 3\n", 3, "quote is not closed"),
        ("a:\n\tb: 1\n", 3, "cannot start|character|tab"),
        ("a: @x\n", 3, "quotes"),
        ("a: 1\n---\nb: 2\n", 5, "second document"),
        ("a: \x01\n", 3, "U\\+0001"),
        ("a: \x00\n", 3, "U\\+0000"),
        ("? [a]\n: 1\n", 2, "a key has to be a word"),
        ("{a: 1}}\n", 6, "end of the document"),
        ('a: "\\q"\n', 4, "backslash"),
    ],
)
def test_syntax_faults_have_a_place_and_a_hint(text, at, words):
    (fault,) = parse(text).faults
    assert fault.rule == "malformed-yaml"
    assert fault.start == at
    assert re.search(words, fault.message)


def test_of_duplicate_keys_the_first_stays_and_both_are_shown():
    text = "a: 1\nb: {c: 2, c: {d: 3}}\na: 4\na: 5\n"
    parsed = parse(text)
    assert parsed.value == {"a": 1, "b": {"c": 2}}
    assert [(f.rule, f.start, f.first) for f in parsed.faults] == [
        ("duplicate-key", 15, (9, 10)),
        ("duplicate-key", 26, (0, 1)),
        ("duplicate-key", 31, (0, 1)),
    ]


def test_aliases_anchors_and_tags_are_not_followed():
    parsed = parse("a: &x [1]\nb: *x\nc: !!python/object:os.system x\n*x : 1\n")
    assert parsed.value["b"] is UNREAD
    assert parsed.value["c"] == "x"
    assert [fault.rule for fault in parsed.faults] == ["unsafe-yaml"] * 4
    assert [fault.start for fault in parsed.faults] == [3, 13, 19, 47]


def test_billion_laughs_costs_nothing():
    lines = ["a0: &a0 [lol]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    tracemalloc.start()
    parsed = parse("\n".join(lines))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000
    assert len(parsed.faults) == MOST


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? ", "[{a: "])
def test_deep_nesting_ends_early(opening):
    parsed = parse(opening * 100_000)
    outline(opening * 100_000)
    assert not parsed.whole
    assert parsed.faults[-1].rule in {"unsafe-yaml", "malformed-yaml"}


def test_nesting_that_our_files_need_is_fine():
    assert parse("[" * DEPTH + "]" * DEPTH).faults == []
    assert parse("[" * (DEPTH + 1) + "]" * (DEPTH + 1)).faults[0].rule == "unsafe-yaml"


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("7.20", Decimal("7.20")),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("76%", "76%"),
        ("2–4 weeks", "2–4 weeks"),
        ("a-1", "a-1"),
        ("1.2.3", "1.2.3"),
        ("10.1000/182", "10.1000/182"),
        ("today", "today"),
        ("nothing", "nothing"),
    ],
)
def test_plain_words(word, value):
    found = resolve(word)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "word",
    [
        *("012", "1_000", "0x1F", "0o17", "1:30", "1e5", ".5", "5.", "+5", ".inf", "-.INF", ".nan", "12:30:45"),
        *("yes", "No", "NO", "on", "OFF", "y", "N", "True", "FALSE", "Null"),
        *("2026-11-21", "2026-1-2", "2026-11-21T10:00:00Z", "9" * 30),
    ],
)
def test_words_that_yaml_readers_disagree_on(word):
    found = resolve(word)
    assert isinstance(found, Ambiguous)
    assert found == word


@given(st.text("0123456789-+.:eExXoO_TZ yesnoaftrul~", max_size=20))
def test_whatever_pyyaml_changes_is_never_taken_for_text(word):
    loader = yaml.SafeLoader("")
    tag = loader.resolve(yaml.ScalarNode, word, (True, False))
    if (
        tag != "tag:yaml.org,2002:str"
        and word.strip() == word
        and tag.endswith((":int", ":float", ":bool", ":timestamp"))
    ):
        assert type(resolve(word)) is not str


@pytest.mark.parametrize("word", ["1" * 100_000, "1_" * 50_000, "1:" * 50_000, "2026-11-21" + " " * 100_000 + "x"])
def test_long_words_take_no_time(word):
    assert resolve(word)  # an expression that blows up would never come back
