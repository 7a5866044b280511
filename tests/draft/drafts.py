"""Checks drafts against the claim bases of the tests; each base is loaded once."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from evidencekb import draft, readers, store
from evidencekb.model.place import LineMap
from evidencekb.reason.standing import standings

if TYPE_CHECKING:
    from evidencekb.model.assertion import Assertion
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.report import CheckedDocument

HERE = Path(__file__).parent
OWN = HERE.parent.parent
"""The repository, whose own claim base is called "own" in the cases."""


@cache
def claim_base(base: str) -> KnowledgeBase:
    """One claim base."""
    return store.load(OWN if base == "own" else HERE / "bases" / base, today=date(2026, 11, 21))


@cache
def checker(base: str) -> draft.Checker:
    """The checker of one claim base."""
    kb = claim_base(base)
    return draft.Checker(kb, standings(kb))


def check(base: str, text: str, name: str = "draft.md") -> CheckedDocument:
    """Check a text as the file `name` would be checked."""
    return checker(base).check(readers.read(name, text.encode()))


def span(text: str, assertion: Assertion) -> tuple[int, int]:
    """The characters of a text that an assertion is on."""
    offset = LineMap(text).offset
    place = assertion.place
    return offset(place.line, place.column), offset(place.end_line, place.end_column)
