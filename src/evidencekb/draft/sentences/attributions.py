"""Who says it, left out: "according to a 2012 study", ", a review found,", where nothing else is told by that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from evidencekb.text.words import Word

_SOURCES: Final = english.listed(
    "study studies trial trials series review reviews meta-analysis analysis analyses survey surveys report reports "
    "paper papers article articles audit guideline guidelines guidance sheet sheets factsheet factsheets site sites "
    "website websites magazine magazines newspaper newspapers leaflet leaflets brochure brochures textbook textbooks "
    "researchers authors investigators scientists experts specialists society academy association foundation institute"
)
"""What is read, or who writes it."""
_SAYING: Final = english.listed(
    "say says said tell tells told report reports reported find finds found note notes noted write writes wrote "
    "conclude concludes concluded state states stated show shows showed add adds added"
)
_BESIDE: Final = english.listed("in last this year month week its their readers recently online earlier already also")
"""Words behind a verb of saying that only tell when, where and to whom."""
_MORE: Final = english.DENIAL | english.NEGATION | english.PEOPLE_NAMED | english.RESTRICTING | english.GENERIC
"""Words that tell what was found, or in whom: that is more than who says it."""
_LONGEST: Final = 12
_BEFORE_SAYING: Final = 7
"""Words before the verb of saying, at most."""
_CLOSING: Final = {",": ",", "(": ")", "\u2014": "\u2014", "\u2013": "\u2013"}
_ENDING: Final = frozenset({".", ";", ":", "!", "?"})
CUES: Final = _SAYING | {"according"}
"""One of these is in every attribution."""


def kept(words: Sequence[Word], told: Collection[int]) -> list[int]:
    """Positions of the words that are left; `told` are those of names and figures, which none of these may hold."""
    gone: set[int] = set()
    for at, word in enumerate(words):
        if word.low == "according" and at + 2 < len(words) and words[at + 1].low == "to":
            first, last = at, _end(words, at + 2)
        elif word.low in _SAYING:
            first, last = _begin(words, at), _end(words, at + 1)
            if any(words[i].low not in _BESIDE and not words[i].low.isdigit() for i in range(at + 1, last)):
                continue
        else:
            continue
        inside = range(first, last)
        lows = frozenset([words[i].low for i in inside])
        if len(inside) <= _LONGEST and lows & _SOURCES and not lows & _MORE and gone.union(told).isdisjoint(inside):
            gone.update(_set_off(words, first, last))
    return [at for at in range(len(words)) if at not in gone]


def _begin(words: Sequence[Word], at: int) -> int:
    """Where the clause begins whose verb of saying stands at a position: behind a mark, or nowhere."""
    low = max(0, at - _BEFORE_SAYING)
    return next((i + 1 for i in range(at - 1, low - 1, -1) if words[i].low in _CLOSING), at + 1)


def _end(words: Sequence[Word], at: int) -> int:
    """Where the mark stands that ends what goes on at a position."""
    marks = _ENDING.union(_CLOSING.values())
    return next((i for i in range(at, len(words)) if words[i].low in marks), len(words))


def _set_off(words: Sequence[Word], first: int, last: int) -> range:
    """These words with the marks around them; a comma stays behind what comes before the rest of a clause."""
    mark = words[first - 1].low if first else ","
    closed = last < len(words) and words[last].low == _CLOSING.get(mark)
    if not first:
        return range(last + 1 if closed else 0)
    if mark not in _CLOSING or (last < len(words) and not closed and words[last].low not in _ENDING):
        return range(0)
    if mark != "," or not closed or last + 1 == len(words) or words[last + 1].low in english.FINITE:
        return range(first - 1, last + closed)
    return range(first, last + 1)
