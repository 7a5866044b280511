"""The figures as a table that comes back as it was and runs nothing."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest

from evidencekb import exporters
from evidencekb.text.inert import visible

NUMBERS = ("value", "low", "high", "numerator", "denominator")


def rows(base):
    data = exporters.render(base.kb, base.standings, "csv").decode()
    return {row["claim"]: row for row in csv.DictReader(io.StringIO(data, newline=""), strict=True)}


def read(cell):
    """The text of a cell, as the page on the data says."""
    return cell.removeprefix("'")


@pytest.mark.parametrize("name", ["own", "hostile"])
def test_every_figure_comes_back(name, request):
    base = request.getfixturevalue(name)
    found = rows(base)
    assert list(found) == [claim.id for claim in base.kb.claims.values() if claim.figure_text]
    for row in found.values():
        claim = base.kb.claims[row["claim"]]
        assert read(row["figure"]) == visible(claim.figure_text)
        assert read(row["statement"]) == visible(claim.statement)
        assert row["population"] == "; ".join(claim.population)
        assert row["standing"] == base.standings[claim.id].level
        for stance in ("supports", "qualifies", "contradicts"):
            said = dict.fromkeys(item.source for item in claim.evidence if item.stance == stance)
            assert [name for name in row[stance].split("; ") if name] == list(said)
        for part in NUMBERS:
            printed = getattr(claim.figure, part) if claim.figure else None
            assert row[part] == ("" if printed is None else format(printed, "f"))
            assert not row[part] or Decimal(row[part]) == printed


@pytest.mark.parametrize("name", ["own", "hostile"])
def test_no_cell_is_a_formula(name, request):
    for row in rows(request.getfixturevalue(name)).values():
        for column, cell in row.items():
            number = column in NUMBERS or column.startswith(("ci_", "p_"))
            assert number or not cell.startswith(("=", "+", "-", "@", "\t", "\r")), (column, cell)


def test_the_site_is_named_where_it_is_known(hostile, homeless):
    assert rows(hostile)["share"]["page"] == "https://claims.example.org/kb/claims/share.html"
    assert rows(homeless)["share"]["page"] == "claims/share.html"
