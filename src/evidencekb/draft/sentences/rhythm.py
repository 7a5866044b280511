"""How often a dose is taken, where that stands apart from its number: "a weekly 70-mg tablet", "70 mg once a week"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

_ADVERBS: Final = {"daily": "day", "nightly": "day", "weekly": "week", "monthly": "month", "yearly": "year",
                   "annual": "year"}  # fmt: skip
_PERIODS: Final = {"day": "day", "morning": "day", "evening": "day", "night": "day", "week": "week", "month": "month",
                   "year": "year"}  # fmt: skip
_DOSES: Final = frozenset({"dose", "doses", "dosage", "tablet", "tablets", "pill", "pills", "capsule", "capsules",
                           "injection", "injections", "intake", "amount", "infusion", "supplement", "maximum", "limit",
                           "requirement", "need", "allowance", "helping", "portion"})  # fmt: skip
_LATER: Final = frozenset({"after", "before", "later", "ago", "on", "from", "earlier"})
"""Words behind "a year" with which it tells when."""
_SINGLE: Final = frozenset({"dose", "tablet", "capsule", "pill", "sitting", "intake"})
"""What an amount may be of that is taken once, however often."""
_WORDS: Final = frozenset(_ADVERBS) | frozenset(_PERIODS) | _SINGLE
_REACH: Final = 8
"""Words between a number and how often it is taken."""


def told(sentence: Sentence, figure: Figure, clause: tuple[int, int]) -> str:
    """The period in which a dose is taken once; "" where none is told, or more than one."""
    if sentence.lows.isdisjoint(_WORDS):
        return ""
    low, high = clause
    at, after = sentence.position(figure.full_start), sentence.position(figure.end)
    found = {
        period
        for i in range(max(low, at - _REACH), min(high, after + _REACH))
        if not at <= i < after and (period := _period(sentence, i, at))
    }
    return found.pop() if len(found) == 1 else ""


def _is_taken(sentence: Sentence, at: int) -> bool:
    """Whether the word at a position belongs to the name of something that may be taken."""
    named = next((m for m in sentence.mentions if m.first <= at < m.last), None)
    return named is not None and not sentence.types(named).isdisjoint({"substance", "intervention", "molecule"})


def _period(sentence: Sentence, i: int, at: int) -> str:
    """The period that one word tells: "weekly" beside a dose, "week" behind "every", "each", "per" or "once a"."""
    words = sentence.words
    low = words[i].low
    before = words[i - 1].low if i else ""
    if period := _ADVERBS.get(low):
        if sentence.taken[i]:
            return ""
        follows = i + 1 == at or (i + 1 < len(words) and words[i + 1].low in _DOSES)
        return period if follows or before in {"once", "taken", "given"} or i > at else ""
    if low in _SINGLE:
        return "dose" if i > at and before == "per" else ""
    period = _PERIODS.get(low, "")
    if period and before in {"every", "each", "per"}:
        return period
    if period and before in {"a", "the"} and i > 1:
        joint = words[i - 2].low
        if joint == "once" or (i > at and before == "a" and (joint in _DOSES or joint in english.AUXILIARY)):
            return period
        behind = words[i + 1].low if i + 1 < len(words) else ""
        if i > at and before == "a" and behind not in _LATER and _is_taken(sentence, i - 2):
            return period  # "70 mg of A a week"
    return ""
