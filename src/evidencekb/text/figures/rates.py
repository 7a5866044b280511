"""How many in so much time of so many people: "12 cases per 1,000 person-years", "120 per 100,000 a year".

They are read as percent per time: 12 per 1,000 and 1,200 per 100,000 person-years are one quantity.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Kind
from evidencekb.text.figures import numbers
from evidencekb.text.figures.reading import Reading
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from evidencekb.text.figures.numbers import Number

_PER: Final = pattern(
    r"(?P<thing>(?: (?:new|further|extra))? (?:events?|cases?|episodes?|deaths?|diagnoses|births?))?"
    r"(?: per | for every | in every | ?/ ?)(?=[1-9])"
)
_TIME: Final = pattern(
    r"(?:[ -](?:person|patient|participant|woman|man|child|people|subject)s?['’]?[- ](?P<time>year|month|week|day)s?\b"
    r"(?: of (?:follow-up|observation|exposure))?"
    r"|(?: (?:people|persons|population|inhabitants|residents))?(?:,? (?:a|per|each|every) (?P<each>year|month|week|day)\b"
    r"(?!-)|,? (?P<adverb>annually|yearly)\b))"
)
_WHOLE: Final = 100
_REACH: Final = 32
"""Characters to the end of what joins a number to the people."""
_TENFOLD: Final = frozenset((100, 1000, 10000, 100000, 1000000))


def read(text: str, number: Number) -> Reading | None:
    """The rate that begins with `number`."""
    window = text[number.end : number.end + _REACH]
    if " per " not in window and " every " not in window and "/" not in window[:2]:
        return None
    joint = _PER.match(text, number.end)
    total = numbers.read(text, joint.end()) if joint else None
    if joint is None or total is None or total.value not in _TENFOLD or number.value <= 0:
        return None
    behind = _TIME.match(text, total.end)
    if behind is None:
        return None
    time = behind["time"] or behind["each"] or "year"
    shift = total.value.adjusted() - 2
    share = number.value.scaleb(-shift)
    kind = Kind.PROPORTION if share <= _WHOLE else Kind.MEASURE  # one person may have many events in a year
    reading = Reading(number.start, behind.end(), kind, value=share, form=number.form)
    reading.decimals, reading.unit = number.decimals + shift, f"%/{time}"
    reading.unit_text = text[number.end : behind.end()].strip()
    if joint["thing"]:
        reading.inner = joint.start("thing") + 1, joint.end("thing")
    return reading
