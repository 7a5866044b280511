"""The time in which an amount is taken, where other words stand between the two: "250 g of A a week".

So may what it is reckoned by ("0.8 g of A per kilogram of body weight a day") or a verb ("250 g is needed each week");
or the time stands first ("Each week, 250 g is needed"). What is spent on something is told alike: "two hours of A a
week".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.text import units
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from evidencekb.model.quantity import Figure, Quantity

_NAME: Final = (
    r" {}(?:(?!(?:and|or|{}to|for|with|who|which|that|in|at|on|per|each|every|once|twice|times|half|within|over)\b)"
    r"[A-Za-z][\w'’-]* ){{1,{}}}?"
)
_PERIOD: Final = (
    r"(?:(?:an?|per|each|every) (?P<unit>{})|(?P<adverb>{}))\b(?! (?:for|until|old|and|or|before|after|later|ago)\b)"
)
_NAMED: Final = pattern(
    _NAME.format("of ", "is|are|was|were|", 5) + _PERIOD.format("week|month", "weekly|monthly"),
)
_SPENT: Final = pattern(
    _NAME.format("of ", "is|are|was|were|", 5) + _PERIOD.format("day|night|week|month", "daily|nightly|weekly|monthly"),
)
_PER_MASS: Final = pattern(_NAME.format("(?:of )?", "", 8) + _PERIOD.format("day|week|month", "daily|weekly|monthly"))
_VERBAL: Final = pattern(
    r"(?: of (?:(?!(?:and|or|to|for|with|in|at|on|per|is|are|was|were|be)\b)[A-Za-z][\w'’-]* ){1,4}?| )"
    r"(?:(?:should|must|can|may|will|would|could) be|is|are|was|were) (?:(?!(?:and|or|to|for|with|who|which|that|"
    r"in|at|on|per|each|every|once|twice|times|half|within|over|as|by|until|not|never|from|than|the|an?)\b)"
    r"[A-Za-z-]+ ){1,2}?" + _PERIOD.format("day|night|week|month", "daily|nightly|weekly|monthly"),
)
_FRONTED: Final = pattern(
    r"(?:^|[.!?:\n] ?)(?:Each|Every) (?P<unit>day|night|week|month)(?P<adverb>),? "
    r"(?:(?!(?:and|or|of|for|with|over|under|who)\b)[a-z-]+ ){0,4}$"
)
_FIRST: Final = 60
"""Characters in which a time stands that opens the sentence."""
_BY_MASS: Final = pattern(
    _NAME.format("(?:of )?", "is|are|was|were|", 4) + r"(?:per|for each|for every) (?:kg|kilogram|kilo)\b"
)
_TAKEN: Final = frozenset({"mass", "volume", "activity", "amount"})
_SHORT_TIMES: Final = frozenset({"h", "min"})
"""Times that are spent on something in a longer time: "two hours of A a week"."""
_OF_MASS: Final = frozenset(f"{kind}-per-mass" for kind in _TAKEN) | {"mass-per-area"}


def added(text: str, figures: Sequence[Figure]) -> Sequence[Figure]:
    """The figures of a text, amounts with what the text tells of them behind what is taken; surfaces stay."""
    return [_whole(text, figure) if figure.quantity.unit else figure for figure in figures]


def told(statement: str, quantity: Quantity, held: Quantity) -> Quantity:
    """An amount with the time of another one, where words of the statement tell it: "the weekly dose is 25 mg"."""
    above, _, period = held.unit.rpartition("/")
    if above != quantity.unit or period not in units.TIMES:
        return quantity
    adverbs = {adverb for adverb, each in units.ADVERBS.items() if each == period}
    lows = statement.lower()
    spelt = any(f"{word} " in f"{lows} ".replace(".", " ").replace(",", " ") for word in (f" {period}", *adverbs))
    return replace(quantity, unit=held.unit) if spelt else quantity


def _whole(text: str, figure: Figure) -> Figure:
    """An amount with its time and with what it is reckoned by, or as it is."""
    kind, unit, at = units.dimension(figure.quantity.unit), figure.quantity.unit, figure.end
    if unit in _SHORT_TIMES and (match := _SPENT.match(text, at)):
        return replace(figure, quantity=replace(figure.quantity, unit=f"{unit}/{_period(match)}"))
    if kind not in _TAKEN | _OF_MASS:
        return figure
    if kind in _TAKEN and (by := _BY_MASS.match(text, at)):
        unit, at, kind = f"{unit}/kg", by.end(), f"{kind}-per-mass"
    match = (_PER_MASS if kind in _OF_MASS else _NAMED).match(text, at)
    if match is None and kind in _TAKEN:
        match = _VERBAL.match(text, at) or _FRONTED.search(text, max(0, figure.full_start - _FIRST), figure.full_start)
    if match is not None:
        unit = f"{unit}/{_period(match)}"
    return figure if unit == figure.quantity.unit else replace(figure, quantity=replace(figure.quantity, unit=unit))


def _period(match: re.Match[str]) -> str:
    """The time that a match tells, as a unit."""
    return match["unit"] or units.ADVERBS[match["adverb"]]
