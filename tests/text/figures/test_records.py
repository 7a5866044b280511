"""The figures of texts as JSON lines and as a table."""

import json

import pytest

from evidencekb.model.errors import UsageError
from evidencekb.text.figures import records


def quantities(text):
    data = json.dumps({"id": "a", "text": text}).encode()
    line = json.loads(records.render(data, "jsonl"))
    assert line["id"] == "a"
    return line["quantities"]


def brief(text):
    return [(q["surface"], q["numbers"], q["unit"]) for q in quantities(text)]


def test_each_part_of_an_estimate_is_a_record():
    assert brief("OR 2.4 (95% CI 1.1–5.0; p = 0.02)") == [
        ("2.4", [2.4], None),
        ("95%", [95.0], "%"),
        ("1.1–5.0", [1.1, 5.0], None),
        ("0.02", [0.02], None),
    ]


def test_shares_show_their_printed_numbers():
    assert brief("18 of 25 (72%), 1 in 10, a third, 3/4 and 70%") == [
        ("18 of 25", [18.0, 25.0], "%"),
        ("72%", [72.0], "%"),
        ("1 in 10", [1.0, 10.0], None),
        ("a third", [pytest.approx(1 / 3)], None),
        ("3/4", [0.75], None),
        ("70%", [70.0], "%"),
    ]


def test_open_ends_are_null():
    (least,) = quantities("at least 5 mg")
    (most,) = quantities("up to about 5 mg")
    (between,) = quantities("between 5 and 7 mg")
    assert (least["low"], least["high"], least["approx"]) == (5.0, None, False)
    assert (most["low"], most["high"], most["approx"]) == (None, 5.0, True)
    assert (between["value"], between["low"], between["high"]) == (None, 5.0, 7.0)


def test_units_of_powers_stay_as_printed():
    assert [q["unit"] for q in quantities("5 m s −1 and 5 mg per litre")] == ["m s-1", "mg/L"]


def test_a_time_without_a_number_has_no_record():
    assert quantities("It helps within days.") == []


def test_offsets_count_characters():
    (record,) = quantities("Ærø: 5\u00a0mg 💊")
    assert (record["start"], record["end"]) == (5, 9)


def test_the_table_names_the_place():
    table = records.render(b"Up to 76%\nhad it in 2014,\n  nearly half", "text").decode()
    assert table == "1:7\tUp to 76%\tproportion: <= 76 %\n3:10\tnearly half\tproportion: about 50 %, 1 of 2\n"


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"id": 1, "text": 2}', '"text"', "[" * 100000])
def test_a_line_that_is_no_record_is_misuse(line):
    with pytest.raises(UsageError, match="line 2"):
        records.render(b'{"id": 1, "text": ""}\n' + line.encode(), "jsonl")


def test_bytes_that_are_no_text_are_misuse():
    with pytest.raises(UsageError, match="byte 3"):
        records.render(b"ab\xff", "text")
