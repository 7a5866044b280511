"""What a sentence tells as foreseen ("hypothesized that A would", "was expected to") or as a saying ("legend has it").

Nobody is told that it is so, and not even a figure in it is held against a claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english, stance_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BE: Final = frozenset({"was", "were", "been"})
_WHO: Final = english.listed("we they he she i you had have has also")
_WOULD: Final = frozenset({"would", "wouldn't", "might", "could", "should"})
_TURNS: Final = frozenset({";", ":", "but", "however", "although", "though", "whereas", "while", "yet", "instead"})
_FOUND: Final = english.listed("was were had did found observed turned came proved is are has have")
_SAW: Final = english.listed("found saw got observed counted had measured it they we he she did")
_JOINT: Final = english.listed("is was were has it goes go went ran runs been being held")
"""Words between a noun for what is told or foreseen and its "that": "legend has it that"."""


def parts(lows: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The words first:last that are foreseen, or handed down as a saying."""
    for at, low in enumerate(lows):
        if low in stance_words.FORESEEING:
            if (named := _told_of(lows, at)) is not None:
                yield named
                continue
            start = _foreseen(lows, at)
        elif low in stance_words.FORESIGHTS or low in stance_words.SAYINGS:
            goes = low in stance_words.SAYINGS and lows[at + 1 : at + 2] in (["goes"], ["has"], ["went"])
            if goes and not {"so", "as"}.isdisjoint(lows[max(0, at - 3) : at]):
                yield 0, at  # "or so the story goes"
                continue
            start = _behind(lows, at + 1)
        elif low in stance_words.HYPOTHESES and not _WOULD.isdisjoint(lows[at : _end(lows, at)]):
            start = _behind(lows, at + 1)  # "the idea was that A would"
        else:
            continue
        if start >= 0:
            yield start, _end(lows, start)


def _foreseen(lows: Sequence[str], at: int) -> int:
    """Where begins what a verb says that somebody foresaw; -1 where it is a forecast that the text itself makes."""
    low = lows[at]
    after = lows[at + 1] if at + 1 < len(lows) else ""
    before = lows[max(0, at - 4) : at]
    if after == "that":
        would = not _WOULD.isdisjoint(lows[at : _end(lows, at)])
        return at + 1 if low in stance_words.GUESSING or (would and low.endswith("ed")) else -1
    if not low.endswith("ed") or not english.MODAL.isdisjoint(before):
        return -1  # "can be expected to": the text expects it
    if after == "to":
        return 0 if not _BE.isdisjoint(before) and not {"is", "are"} & set(before) else -1
    subject = bool(before) and before[-1] not in english.CLOSED - _WHO and _BE.isdisjoint(before)
    if subject:
        return at + 1  # "had expected 40% of A to", "we expected A in 40%"
    passive = after in {"in", "of", "among", "for", "at"} and before[-1:] in (["was"], ["were"], ["been"])
    return 0 if passive else -1


def _told_of(lows: Sequence[str], at: int) -> tuple[int, int] | None:
    """The words of a figure that is called a forecast: "the expected 40%", "more than the 40% expected"."""
    if at + 1 < len(lows) and at and lows[at - 1] in {"the", "an", "our", "their"} and lows[at + 1][:1].isdigit():
        return at + 1, at + 3
    if at > 1 and (lows[at - 1] in {"%", "percent"} or lows[at - 1].endswith("%")):
        before = max(0, at - 4)
        return (before, at) if not {"the", "than"}.isdisjoint(lows[before:at]) else None
    return None


def _behind(lows: Sequence[str], at: int) -> int:
    """Where the "that" stands behind a noun, or behind a verb that follows it; -1 where there is none."""
    while at < len(lows) and lows[at] in _JOINT:
        at += 1
    return at if at < len(lows) and lows[at] == "that" else -1


def _end(lows: Sequence[str], start: int) -> int:
    """Where it ends: with the clause, or with the comma behind which it is told what came of it."""
    for at in range(start + 1, len(lows)):
        if lows[at] in _TURNS:
            return at
        if lows[at] == "and" and lows[at + 1 : at + 2] and lows[at + 1] in _SAW:
            return at
        if lows[at] == ",":
            rest = lows[at + 1 :]
            said = not (_WOULD | _FOUND | {"to"}).isdisjoint(lows[start:at])
            if said and not _FOUND.isdisjoint(rest) and _WOULD.isdisjoint(rest):
                return at
    return len(lows)
