"""The figures of texts as a table for people, or as one JSON line a text for programs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from evidencekb.model.errors import UsageError
from evidencekb.model.place import LineMap
from evidencekb.model.quantity import Bound, Figure, Form, Kind, Quantity
from evidencekb.text.figures.folding import fold
from evidencekb.text.figures.grammar import find
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

_INVERSE: Final = pattern(r" ?\^?([-−–][1-4])(?![0-9])")
_FRACTION_WORD: Final = pattern(
    r"half|halves|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|/|[½⅓⅔¼¾⅕-⅞]", re.IGNORECASE
)


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
    return "".join(rows(text, LineMap(text), range(len(text)))).encode()


def rows(text: str, lines: LineMap, offsets: Sequence[int]) -> Iterator[str]:
    """A line a figure; `offsets` tells where in the source, whose lines these are, each character of the text is."""
    for figure in find(text):
        line, column = lines.position(offsets[figure.start])
        whole = " ".join(text[figure.full_start : figure.full_end].split())
        yield f"{line}:{column}\t{whole}\t{meaning(figure.quantity)}\n"


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
    if quantity.plus_minus is not None:
        words += f", ± {_plain(quantity.plus_minus)}"
    if quantity.ci is not None:
        level = f"{_plain(quantity.ci_level)}% " if quantity.ci_level is not None else ""
        words += f", {level}CI {_plain(quantity.ci.low)} to {_plain(quantity.ci.high)}"
    if quantity.p_value is not None:
        words += f", p {quantity.p_bound.value} {_plain(quantity.p_value)}"
    return f"{quantity.kind.value}: {words}"


def _plain(number: Decimal | None) -> str:
    """A number without exponent and with at most six digits behind the point, as 33.333333 for a third."""
    if number is None:
        return ""
    digits = f"{number:f}"
    whole, point, rest = digits.partition(".")
    return f"{whole}.{rest[:6]}" if point and len(rest) > 6 else digits


def record(text: str) -> list[dict[str, Any]]:
    """The figures of a text as data, each part of an estimate by itself; figures without a number ("weeks") left out.

    Keys: start, end, surface, value, low, high (an open end is null), numbers (as printed), unit, kind, approx.
    """
    figures = find(text, parts=True)
    return [
        record_of(text, figure) for figure in figures if figure.quantity.value is not None or figure.quantity.is_range
    ]


def record_of(text: str, figure: Figure) -> dict[str, Any]:
    """One figure as data; fraction words are shares of one, without a unit, and units of powers stay as printed."""
    quantity = figure.quantity
    surface = text[figure.start : figure.end]
    value, low, high, unit = quantity.value, quantity.low, quantity.high, quantity.unit
    if quantity.kind is Kind.PROPORTION and quantity.form is Form.FRACTION:
        value, low, high = (None if each is None else each / 100 for each in (value, low, high))
        unit = ""
    bounds_of = value if not quantity.is_range else None
    if quantity.bound in {Bound.AT_MOST, Bound.BELOW}:
        high = high if high is not None else bounds_of
    elif quantity.bound in {Bound.AT_LEAST, Bound.ABOVE}:
        low = low if low is not None else bounds_of
    shown = {"value": value, "low": low, "high": high, "plus_minus": quantity.plus_minus}
    data: dict[str, Any] = {"start": figure.start, "end": figure.end, "surface": surface}
    data |= {name: None if number is None else float(number) for name, number in shown.items()}
    data["numbers"] = [float(number) for number in _printed(surface, quantity)]
    return data | {"unit": _unit(quantity, unit), "kind": quantity.kind.value, "approx": quantity.approx}


def _printed(surface: str, quantity: Quantity) -> list[Decimal]:
    """The numbers that the surface prints, as far as the figure keeps them."""
    top, bottom = quantity.numerator, quantity.denominator
    if top is not None and bottom is not None and not _FRACTION_WORD.search(surface):
        return [top, bottom]
    share = quantity.kind is Kind.PROPORTION and (
        quantity.form is Form.FRACTION or (top is not None and "/" in surface)
    )
    numbers = [quantity.value, quantity.low, quantity.high, quantity.plus_minus]
    return [number / 100 if share else number for number in numbers if number is not None]


def _unit(quantity: Quantity, unit: str) -> str | None:
    """The canonical unit; one printed with negative powers stays a product ("mg kg-1")."""
    printed = fold(quantity.unit_text)
    if _INVERSE.search(printed):
        return _INVERSE.sub(lambda match: match[1].replace("−", "-").replace("–", "-"), printed).strip()
    return unit or None


def _line(number: int, line: str) -> bytes:
    """One text's figures as a JSON line."""
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        given = None
    text = given.get("text") if isinstance(given, dict) else None
    if not isinstance(given, dict) or "id" not in given or not isinstance(text, str):
        message = f'line {number} is not {{"id": …, "text": "…"}}'
        raise UsageError(message)
    found = {"id": given["id"], "quantities": record(text)}
    return (json.dumps(found, ensure_ascii=False) + "\n").encode("utf-8", "replace")
