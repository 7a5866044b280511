"""Every figure as a row of a spreadsheet: its parts, its frame, its standing and its sources."""

from __future__ import annotations

import csv
from dataclasses import fields
from typing import TYPE_CHECKING, Final

from evidencekb.model.nodes import Claim
from evidencekb.reason.addresses import base, url
from evidencekb.text.inert import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.standing import Standing

_PARTS: Final = ("value", "low", "high", "numerator", "denominator", "ci_low", "ci_high", "ci_level", "p_value")
COLUMNS: Final = (
    *("claim", "kind", "statement", "figure", *_PARTS, "unit", "bound", "approximate"),
    *("population", "given", "outcome", "comparator", "measure", "means", "action", "substance", "purpose", "phase"),
    *("effect", "standing", "because", "certainty", "status", "reviewed"),
    *("supports", "qualifies", "contradicts", "page"),
)
_OWN: Final = tuple(each.name for each in fields(Claim) if each.name in COLUMNS and each.name != "figure")
"""Columns that say what the claim says in a field of that name."""
_COMMANDS: Final = ("=", "+", "-", "@", "\t", "'")
"""A spreadsheet runs a text that begins so, but for the last; an apostrophe in front makes it show the text instead.

A text that has one of its own gets a second, so that whoever takes the first off always has the text.
"""


class _Through:
    """A file that keeps nothing: what is written is given back."""

    def write(self, text: str) -> str:
        return text


_WRITER: Final = csv.writer(_Through(), lineterminator="\r\n")


def render(kb: KnowledgeBase, standings: Mapping[str, Standing]) -> bytes:
    """The document `figures.csv`: RFC 4180 with a header, UTF-8; lists of ids are joined by "; "."""
    return document([line(kb, standings[name], claim) for name, claim in kb.claims.items()])


def document(lines: Iterable[bytes]) -> bytes:
    """The same, of rows that are written already."""
    return b"".join([_written(COLUMNS), *lines])


def line(kb: KnowledgeBase, standing: Standing, claim: Claim) -> bytes:
    """The row of one claim; nothing for one without a figure."""
    if not claim.figure_text:
        return b""
    row = _row(claim, standing, base(kb.config))
    return _written([row.get(name, "") for name in COLUMNS])


def _written(cells: Iterable[str]) -> bytes:
    row: str = _WRITER.writerow(cells)  # it gives what `write` gives
    return row.encode()


def _row(claim: Claim, standing: Standing, root: str) -> dict[str, str]:
    """One claim; numbers are plain decimals, empty where there is none."""
    texts: dict[str, str] = {"claim": claim.id, "figure": claim.figure_text, "page": root + url("claim", claim.id)}
    for name in _OWN:
        if value := getattr(claim, name):
            texts[name] = value if isinstance(value, str) else "; ".join(value)
    texts |= {"standing": standing.level, "because": standing.because}
    for stance in ("supports", "qualifies", "contradicts"):
        texts[stance] = "; ".join(dict.fromkeys(item.source for item in claim.evidence if item.stance == stance))
    row = {name: _text(value) for name, value in texts.items()}
    if quantity := claim.figure:
        numbers = [quantity.value, quantity.low, quantity.high, quantity.numerator, quantity.denominator]
        ends = (quantity.ci.low, quantity.ci.high, quantity.ci_level) if quantity.ci else (None, None, None)
        row |= {name: _number(part) for name, part in zip(_PARTS, [*numbers, *ends, quantity.p_value], strict=True)}
        row |= {"unit": _text(quantity.unit), "bound": quantity.bound.name.lower().replace("_", "-")}
        row["approximate"] = "yes" if quantity.approx else "no"
    return row


def _number(part: Decimal | None) -> str:
    """A number with the digits that were printed."""
    return "" if part is None else format(part, "f")


def _text(value: str) -> str:
    """A text that no spreadsheet takes for a command."""
    shown = visible(value)
    return f"'{shown}" if shown.startswith(_COMMANDS) else shown
