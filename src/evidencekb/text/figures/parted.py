"""Shares with the noun inside or behind an ordinal: "one adult in five", "two smokers in every hundred", "every third".

"One study in three countries" and "one tablet in two days" are none: the noun, or what follows, tells.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.text.figures import fractions, numbers, unit_phrase
from evidencekb.text.figures.lists import words_of
from evidencekb.text.figures.reading import Reading, share
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from evidencekb.text.figures.numbers import Number

_INSIDE: Final = pattern(
    r" (?P<noun>[A-Za-z][a-z'-]*(?: (?:[A-Za-z][A-Za-z'-]*|[0-9]{1,3})){0,5}?)"
    r" (?:in|out of)(?: (?:about|roughly|around|approximately|nearly|almost|only))? (?:every |an? )?(?=[0-9A-Za-z])"
)
_PERSON: Final = words_of("""
    adult child person man woman boy girl baby newborn infant toddler teenager adolescent human american european briton
    mother father parent male female patient pensioner citizen resident inhabitant individual sufferer birth
    pregnancy student worker
""")
"""Nouns of which one in any number may be counted."""
_YEAR: Final = pattern(r"(?:1[5-9]|20)[0-9]{2}(?![0-9,])")
_NEVER: Final = pattern(r"\b(?:no|any|this|that) $", re.IGNORECASE)
_MOST: Final = 9
_TOTALS: Final = frozenset((*range(2, 21), 25, 30, 40, 50))
_NEXT: Final = pattern(r" ([A-Za-z]+)")
_NO_NOUN: Final = words_of("""
    study studies trial trials review reviews survey surveys analysis report reports paper papers hour hours day days
    week weeks month months year years minute minutes dose doses tablet tablets pill pills capsule capsules time times
    visit visits cup cups glass glasses portion portions drink drinks session sessions infusion infusions injection
    injections centre centres center centers hospital hospitals site sites country countries decade point points
    question questions thing things way ways step steps kind kinds type types part parts group groups arm arms meal
    meals mg g kg mL ml litre liter percent phase phases stage stages cycle cycles course courses year-old half third
""")
"""Nouns that are no part of a number of their kind."""
_NO_PART: Final = words_of("""
    of is are was were be been being has have had do does did can could may might will would should must and or but
    who that which to in on at by as than then when if while because not the this these those his her their its
    took takes fell felt had went came gave made said found got died lost began ran rose grew saw met left kept held
    stands stood lies lay sat lives works started ended
""")
"""Words that no noun phrase between a number and "in" holds."""
_COUNTED: Final = words_of("""
    patients people women men children adults participants subjects persons individuals studies trials reviews surveys
    countries centres centers clinics hospitals sites cities states regions families households groups arms places
    languages steps ways parts phases stages cycles doses sessions different separate cohorts volumes rounds
""")
"""Nouns behind the second number: then it counts them, and is not what the first is a part of."""
_ORDINALS: Final = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_EVERY: Final = pattern(r" ([a-z]+) ([A-Za-z]+)(?: ([A-Za-z]+))?(?: ([A-Za-z]+))?")
_NOT_EVERY: Final = _NO_NOUN | words_of("""
    night nights morning evening afternoon weekend line page word row column item person-year sample slide monday
    tuesday wednesday thursday friday saturday sunday spring summer autumn winter season trimester birthday appointment
    beat breath sentence paragraph entry record treatment counts matters of that you i we he she they it is was party
    generation
""")
_SAMPLING: Final = words_of("""
    sampled chosen selected asked interviewed invited picked allocated randomised randomized assigned enrolled recruited
    included contacted approached drawn examined
""")


def inside(text: str, number: Number) -> Reading | None:
    """Read "one adult in five" from its number; the noun's place is kept apart."""
    if number.value < 1 or number.value > _MOST or number.decimals or text[number.end : number.end + 1] != " ":
        return None
    match = _INSIDE.match(text, number.end)
    if match is None or _NEVER.search(text, max(0, number.start - 5), number.start):
        return None
    noun = match["noun"].lower().split()
    if not _is_noun(noun, plural=number.value > 1):
        return None
    total = numbers.read(text, match.end()) or fractions.scale(text, match.end())
    if total is None or total.decimals or total.value <= number.value or total.value % 1:
        return None
    if total.value not in _TOTALS and total.value not in {100, 1000, 10000, 100000, 1000000}:
        plain = number.value == 1 and noun[-1] in _PERSON and not _YEAR.match(text, total.start)
        if not plain:
            return None  # "one dose in 90", "one child in 2019"
    if unit_phrase.read(text, total.end, digits=True) is not None or _counts(text, total.end):
        return None
    reading = share(number.value, total.value, number.start, total.end)
    reading.inner = match.span("noun")
    return reading


def every(text: str, at: int) -> Reading | None:
    """Read "every third" in front of what is counted; not "every third day"."""
    match = _EVERY.match(text, at + len("every"))
    part = _ORDINALS.get(match[1]) if match else None
    if match is None or part is None:
        return None
    first, second, third = (word.lower() if word else "" for word in match.group(2, 3, 4))
    if {first, second} & _NOT_EVERY or {second, third} & _SAMPLING or first in _NO_PART:
        return None
    return share(Decimal(1), Decimal(part), at, match.end(1))


def _is_noun(words: list[str], *, plural: bool) -> bool:
    """Whether words are a noun of which some may be counted out of a greater number."""
    last = words[-1]
    if any(word in _NO_PART for word in words) or any(word in _NO_NOUN for word in words):
        return False
    if last.endswith(("ed", "ing", "ly", "er than")):
        return False
    if last.isdigit():
        return len(words) > 2 and words[-2] in {"over", "under", "aged", "above", "below"}
    return plural or not last.endswith("s") or last.endswith(("ss", "us", "is"))


def _counts(text: str, at: int) -> bool:
    """Whether the second number counts what is named behind it."""
    following = _NEXT.match(text, at)
    return following is not None and following[1].lower() in _COUNTED
