"""Lines and columns count characters as an editor does, whatever bytes and line ends a file has."""

from __future__ import annotations

import pytest

from evidencekb.model.place import Place
from evidencekb.store.places import Places

TEXT = """id: a
statement: “≤ 50 µg” – é 😀 x
list: [a, 'b']
block:
  - one: 1   # comment
    two:
      - x
  # comment
  - three: >-
      folded
      text

empty:
"""


@pytest.fixture(params=["\n", "\r\n"], ids=["lf", "crlf"])
def places(request):
    return Places({"f.yaml": TEXT.replace("\n", request.param).encode()})


def at(line, column, end_line, end_column):
    return Place("f.yaml", line, column, end_line, end_column)


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("id",), at(1, 5, 1, 6)),
        (("statement",), at(2, 12, 2, 29)),
        (("list",), at(3, 7, 3, 15)),
        (("list", 1), at(3, 11, 3, 14)),
        (("block", 0, "one"), at(5, 10, 5, 11)),
        (("block", 0), at(5, 5, 5, 11)),
        (("block",), at(5, 3, 5, 11)),
        (("block", 0, "two", 0), at(7, 9, 7, 10)),
        (("block", 1, "three"), at(9, 12, 11, 11)),
        (("empty",), at(13, 1, 13, 6)),
        ((), at(1, 1, 1, 6)),
    ],
)
def test_values(places, keys, place):
    assert places.locate("f.yaml", keys) == place


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("none",), at(1, 1, 1, 6)),
        (("block", 0, "none"), at(5, 5, 5, 11)),
        (("block", 7), at(5, 3, 5, 11)),
        (("list", 7), at(3, 7, 3, 15)),
        (("id", "deeper"), at(1, 5, 1, 6)),
    ],
)
def test_absent_keys_are_placed_at_what_is_above_them(places, keys, place):
    assert places.locate("f.yaml", keys) == place


def test_keys(places):
    assert places.key("f.yaml", ("block", 0, "two")) == at(6, 5, 6, 8)
    assert places.key("f.yaml", ("list", 1)) == at(3, 11, 3, 14)
    assert places.key("f.yaml", ("none",)) == at(1, 1, 1, 6)


def test_what_is_written(places):
    assert places.written("f.yaml", ("list", 1)) == "'b'"
    assert places.written("f.yaml", ("block", 0, "one")) == "1"
    assert places.written("f.yaml", ("none",)) == ""


@pytest.mark.parametrize("data", [b"", b"# only a comment\n", b"a: [", b"\ta"])
def test_files_without_a_value_have_a_place(data):
    place = Places({"f.yaml": data}).locate("f.yaml", ("id", 3))
    assert (place.line, place.column) == (1, 1)


def test_unknown_file_is_its_own_place():
    assert Places({}).locate("x.md", ("a",)) == Place("x.md")


def test_large_files_are_placed_too():
    data = ("- a\n" * 20_000).encode()
    assert Places({"f.yaml": data}).locate("f.yaml", (19_999,)).line == 20_000
