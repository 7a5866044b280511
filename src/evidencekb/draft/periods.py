"""The time in which an amount is taken, where the name of what is taken stands between the two: "250 g of A a week"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.text import units
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.model.quantity import Figure

_NAMED: Final = pattern(
    r" of (?:(?!(?:and|or|is|are|was|were|to|for|with|who|which|that|in|at|on|once|twice|times|half|within|over)\b)"
    r"[A-Za-z][\w'’-]* ){1,5}?(?:(?:an?|per|each|every) (?P<unit>week|month)|(?P<adverb>weekly|monthly))\b"
    r"(?! (?:for|until|old|and|or|before|after|later|ago)\b)"
)
_TAKEN: Final = frozenset({"mass", "volume"})


def added(text: str, figures: Sequence[Figure]) -> Sequence[Figure]:
    """The figures of a text, amounts with the time that the text tells behind what is taken; surfaces stay."""
    return [_timed(text, figure) if units.dimension(figure.quantity.unit) in _TAKEN else figure for figure in figures]


def _timed(text: str, figure: Figure) -> Figure:
    """An amount with its time, or as it is."""
    match = _NAMED.match(text, figure.end)
    if match is None:
        return figure
    period = match["unit"] or units.ADVERBS[match["adverb"]]
    return replace(figure, quantity=replace(figure.quantity, unit=f"{figure.quantity.unit}/{period}"))
