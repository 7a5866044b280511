"""Counts, their whole and the percentage that goes with them, where they stand apart: "67% (n = 32) of 42"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Form, Kind
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evidencekb.model.quantity import Figure, Quantity

_OF: Final = pattern(r"(?: [\w-]+){0,2} (?:out )?of (?:(?:the|these|those|all|our|its|their|a total of|all the) )?$")
_OPENS: Final = pattern(r"(?:of|among|amongst|in|out of|from)(?: (?:the|all|these|those|our|a total of|all the))? $")
_PART: Final = pattern(r"(?: [\w-]+){0,2} ?[(\[](?:about |some |or )?$")
_BRACKETED: Final = pattern(r"(?: [\w-]+){0,5} ?[(\[](?:or |about |some )?$")
_BEHIND: Final = pattern(r"(?: [\w-]+){0,5} ?[(\[](?:[nN] ?= ?)?$")
_BEHIND_OF: Final = pattern(
    r"(?: [\w-]+){0,2} ?[)\]] (?:out )?of (?:(?:the|these|those|all|our|a total of|all the) )?$"
)
_ANOTHER: Final = pattern(r"\b(?:whom|these|those|them|which|remaining|rest|others?|evaluable|analy[sz]ed|followed)\b")
_FAR: Final = 120


def fault(figures: Sequence[Figure], number: int, text: str, start: int) -> str:
    """Why a percentage is not the share that its count and whole make; "" where it is, or where that is not certain."""
    said = figures[number].quantity
    if said.kind is not Kind.PROPORTION or said.value is None or said.numerator is not None:
        return ""
    if said.form is not Form.DIGITS or said.ci is not None:
        return ""
    for part, whole in _pairs(figures, number, text, start):
        if not 0 < part <= whole:
            continue
        slack = Decimal("0.5") if said.decimals == 0 else Decimal(5).scaleb(-said.decimals - 1)
        if said.approx:
            slack = max(slack, Decimal(2))
        if abs(part * 100 / whole - said.value) > slack:
            return f"{part:f} of {whole:f} is {part * 100 / whole:.1f}%, not {said.value:f}%"
        return ""
    return ""


def _pairs(figures: Sequence[Figure], number: int, text: str, start: int) -> Iterator[tuple[Decimal, Decimal]]:
    """The count and the whole of a percentage, in each order in which they are told."""
    share = figures[number]
    if number > 1:  # "Nineteen of the 25 patients (72%)"
        part, whole = figures[number - 2], figures[number - 1]
        one, other = _count(part.quantity), _count(whole.quantity)
        if one and other and _OF.fullmatch(text[part.end : whole.start]):
            between = text[whole.end : share.full_start]
            if _BRACKETED.fullmatch(between) and not _ANOTHER.search(between):
                yield one, other
    if number and (found := _opening(figures, number, text, start)) is not None:
        yield found
    if number + 1 >= len(figures):
        return
    behind = figures[number + 1]
    count = _count(behind.quantity)
    gap = text[share.full_end : behind.start]
    if not count or (not _BEHIND.fullmatch(gap) and not (_OF.fullmatch(gap) and number + 2 < len(figures))):
        return
    if number + 2 < len(figures) and (later := _count(figures[number + 2].quantity)):
        joint = text[behind.end : figures[number + 2].start]
        if _BEHIND.fullmatch(gap) and _BEHIND_OF.fullmatch(joint):  # "67% (n = 32) of 42"
            yield count, later
            return
        if _OF.fullmatch(gap) and _BEHIND.fullmatch(joint) and _closes(text, figures[number + 2].end):
            yield later, count  # "67% of the 42 patients (n = 32)"
            return
    if number == 1 and _BEHIND.fullmatch(gap) and _closes(text, behind.end):  # "Of 42 patients, 67% (n = 32)"
        total = _whole(figures, text, start, share.full_start)
        if total is not None:
            yield count, total


def _opening(figures: Sequence[Figure], number: int, text: str, start: int) -> tuple[Decimal, Decimal] | None:
    """Read "Of 50 patients, 25 (64%) improved": a count before the percentage, and the whole that opens the sentence.

    None where a count in between may be the whole as well: "Of 50 patients, 20 came back, and 15 (75%) improved".
    """
    share, before = figures[number], figures[number - 1]
    part = _count(before.quantity)
    if part is None or number < 2 or not _PART.fullmatch(text[before.end : share.full_start]):
        return None
    total = _whole(figures, text, start, before.start)
    if total is None:
        return None
    said = share.quantity
    if said.value is None:
        return None
    for index in range(1, number - 1):
        each, following = figures[index], figures[index + 1]
        other = _count(each.quantity) or each.quantity.numerator
        told = following.quantity.unit == "%" and _PART.fullmatch(text[each.end : following.full_start])
        if other is not None and other >= part and (not told or abs(part * 100 / other - said.value) < 1):
            return None
    return part, total


def _whole(figures: Sequence[Figure], text: str, start: int, end: int) -> Decimal | None:
    """The whole that opens a sentence, where nothing up to `end` narrows it."""
    first = figures[0]
    total = _count(first.quantity)
    if total is None or not _OPENS.fullmatch(text[start : first.start].lower()) or end - first.end > _FAR:
        return None
    return None if _ANOTHER.search(text[first.end : end]) else total


def _closes(text: str, at: int) -> bool:
    """Whether a bracket closes behind a count: "(n = 32)", "(32 patients)"."""
    return re.match(r"(?: [\w-]+){0,2} ?[)\]]", text[at : at + 30]) is not None


def _count(quantity: Quantity) -> Decimal | None:
    """A bare whole number of things."""
    if quantity.kind is not Kind.COUNT or quantity.unit or quantity.numerator is not None or quantity.value is None:
        return None
    return quantity.value if quantity.value >= 1 and quantity.value % 1 == 0 else None
