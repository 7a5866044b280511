"""The figures of texts as a table for people, or as one JSON line a text for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from evidencekb.model.errors import UsageError
from evidencekb.model.place import LineMap
from evidencekb.model.quantity import Bound, Quantity
from evidencekb.text.figures.grammar import find

if TYPE_CHECKING:
    from decimal import Decimal

    from evidencekb.model.quantity import Figure


def render(data: bytes, form: str) -> bytes:
    """`text`: place, surface and meaning of each figure; `jsonl`: {"id", "quantities"} for each {"id", "text"}."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"the text is not UTF-8 (byte {error.start + 1})"
        raise UsageError(message) from error
    if form == "jsonl":
        lines = text.split("\n")
        return b"".join(_line(number, line) for number, line in enumerate(lines, 1) if line.strip())
    lines_of = LineMap(text)
    rows = []
    for figure in find(text):
        line, column = lines_of.position(figure.start)
        whole = " ".join(text[figure.full_start : figure.full_end].split())
        rows.append(f"{line}:{column}\t{whole}\t{meaning(figure.quantity)}\n")
    return "".join(rows).encode()


def meaning(quantity: Quantity) -> str:
    """What a figure was read as, in words."""
    if quantity.is_range:
        number = f"{_plain(quantity.low)} to {_plain(quantity.high)}"
    else:
        number = _plain(quantity.value) if quantity.value is not None else "some"
    sign = "" if quantity.bound is Bound.EXACT else f"{quantity.bound.value} "
    parts = [quantity.measure_of_effect, "about" if quantity.approx else "", f"{sign}{number}", quantity.unit]
    words = " ".join(part for part in parts if part)
    if quantity.numerator is not None and quantity.denominator is not None:
        words += f", {_plain(quantity.numerator)} of {_plain(quantity.denominator)}"
    if quantity.ci is not None:
        words += f", {_plain(quantity.ci_level)}% CI {_plain(quantity.ci.low)} to {_plain(quantity.ci.high)}"
    return f"{quantity.kind.value}: {words}"


def _plain(number: Decimal | None) -> str:
    """A number without exponent."""
    return "" if number is None else f"{number:f}"


def _line(number: int, line: str) -> bytes:
    """One text's figures as a JSON line."""
    try:
        record = json.loads(line)
        name, text = record["id"], record["text"]
        figures = find(text) if isinstance(text, str) else None
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        message = f'line {number} is not {{"id": …, "text": "…"}}'
        raise UsageError(message) from error
    if figures is None:
        message = f"line {number}: `text` is not a string"
        raise UsageError(message)
    quantities = [record_of(text, each) for each in figures]
    return (json.dumps({"id": name, "quantities": quantities}, ensure_ascii=False) + "\n").encode()


def record_of(text: str, figure: Figure) -> dict[str, Any]:
    """One figure as data; an open end is null."""
    quantity: Quantity = figure.quantity
    value, low, high = quantity.value, quantity.low, quantity.high
    if quantity.bound in {Bound.AT_MOST, Bound.BELOW}:
        high = value if high is None else high
    elif quantity.bound in {Bound.AT_LEAST, Bound.ABOVE}:
        low = value if low is None else low
    numbers = {"value": value, "low": low, "high": high}
    record: dict[str, Any] = {"start": figure.start, "end": figure.end, "surface": text[figure.start : figure.end]}
    record |= {name: None if number is None else float(number) for name, number in numbers.items()}
    return record | {"unit": quantity.unit or None, "kind": quantity.kind.value, "approx": quantity.approx}
