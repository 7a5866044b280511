"""The words that mend a figure: the claim's number and unit, or its bound, as prose puts them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.matching.match import on_another_side
from evidencekb.model.assertion import Verdict
from evidencekb.model.quantity import Bound, Form
from evidencekb.text import figures, units

if TYPE_CHECKING:
    from evidencekb.draft.matching.match import Match
    from evidencekb.model.quantity import Figure, Quantity

_MENDED: Final = frozenset({Verdict.WRONG_VALUE, Verdict.WRONG_BOUND, Verdict.WRONG_UNIT})
_WORDS: Final = {Bound.AT_MOST: "at most", Bound.BELOW: "below", Bound.AT_LEAST: "at least", Bound.ABOVE: "above"}
_SIGNS: Final = "<>\u2264\u2265~="


def mend(figure: Figure, found: Match) -> str | None:
    """What to write for the figure (for a wrong bound: for the figure with its bound); None where that needs thought.

    A figure written in words is left to the writer, and so is an effect, whose sign the sentence tells.
    """
    claim = found.claim
    if claim is None or claim.figure is None or found.verdict not in _MENDED or claim.kind == "effect":
        return None
    said, held = figure.quantity, claim.figure
    if found.verdict is Verdict.WRONG_VALUE and on_another_side(said, claim):
        return None  # the number alone would be told with a bound that is not the claim's
    if said.form is not Form.DIGITS or said.numerator is not None:
        return None
    apart, unsaid = _apart(said), _unsaid(said, held)
    if apart and not held.unit.endswith(f"/{apart}"):
        return None  # "a month" stands elsewhere in the sentence
    rate, _, period = held.unit.rpartition("/")
    if unsaid and (
        period != "day"
        or ("/" in rate) != ("/" in said.unit)
        or (found.verdict is Verdict.WRONG_UNIT and said.unit == rate)
    ):
        return None  # how often it is taken stands elsewhere in the sentence
    number = _number(claim.figure_text, held)
    if number is None:
        return None
    for _ in apart.split("/") if apart else ("day",) if unsaid else ():
        number = number.rpartition("/")[0] or number
    if found.verdict is not Verdict.WRONG_BOUND:
        return number if number != figure.text else None
    if held.bound is Bound.EXACT:
        return number
    text = claim.figure_text
    lead = text.partition(" ")[0]
    worded = lead.isalpha() and not any(sign in text for sign in _SIGNS)
    return (
        f"{text[: text.find(number[:2])].strip()} {number}"
        if worded and number[:2] in text
        else (f"{_WORDS[held.bound]} {number}")
    )


def _apart(said: Quantity) -> str:
    """What belongs to a unit and stands elsewhere in the sentence: "day" of "5 mg of A a day"; "" for nothing."""
    printed = units.canonical(said.unit_text)
    return said.unit[len(printed) + 1 :] if printed and said.unit.startswith(f"{printed}/") else ""


def _unsaid(said: Quantity, held: Quantity) -> bool:
    """Whether the claim's figure is of a time, or by something, that the draft's unit does not tell."""
    rate, _, period = held.unit.rpartition("/")
    if not rate:
        return False
    return "/" not in said.unit or (period in units.TIMES and units.TIMES.isdisjoint(said.unit.split("/")))


def _number(text: str, held: Quantity) -> str | None:
    """The number of a claim's figure with its unit: "50 mcg/L" of "\u2264 50 mcg/L", "76%" of "32/42 (76%)"."""
    if held.numerator is not None and held.value is not None and held.unit == "%":
        return f"{round(held.value, held.decimals):f}%"
    found = figures.find(text)
    return found[0].text if len(found) == 1 else None
