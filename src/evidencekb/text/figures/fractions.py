"""Shares that are not printed in percent: "three-quarters", "half of", "one in ten", "18 out of 25", "60/251"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Form, Kind
from evidencekb.text import moving, units
from evidencekb.text.figures import numbers, unit_phrase
from evidencekb.text.figures.reading import Reading, share
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from evidencekb.text.figures.numbers import Number

PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "twentieth": 20, "twentieths": 20, "hundredth": 100,
    "hundredths": 100,
}  # fmt: skip
_PART: Final = pattern(r"[- ]([A-Za-z]+)")
_WORD: Final = pattern(r"[A-Za-z]+")
_SPAN: Final = pattern(
    r"[- ](?:an? )?(hours?|days?|years?|months?|weeks?|fortnight|miles?|minutes?|(?:kilo|milli|micro)?gram(?:me)?s?|kilos?|kg|mg|mcg|pounds?|ounces?|mm ?Hg|dozen|million|billion|litre|liter|cup|"
    r"teaspoon|tablespoon|tablet|pill|dose|century|decade|per ?cent(?:age point)?)\b"
)
_HOUR: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])"
_OF_PERCENT: Final = pattern(r" of (?:one|an?|1) ?(%|per ?cent\b)")
_CLOCK: Final = pattern(
    rf" (?:past|to) {_HOUR}(?=[.,;:?!)]|$| o'clock| in the (?:morning|afternoon|evening)| at night| on | and | until )"
)
"""A quarter of an hour on the clock: "open from a quarter to six"."""
_NO_HALF: Final = pattern(
    rf" past {_HOUR}\b|"
    r"-?(?:lives|life|time|times|way|brother|sister|hearted|truth|truths|yearly|baked|marathon|court|maximal|maximum|"
    r"cell|dome|barrel|width|sib|moon|sandwich|orbital|period|board|mast|wit|duplex|cycle)\b|"
    r"-(?!day|hour|year|month|dose|tablet|life)[a-z]| an? order\b",
    re.IGNORECASE,
)
_ONE_HALF: Final = pattern(
    r"\b(?:first|second|last|latter|other|later|former|and an?|upper|lower|front|top|bottom|her|his|"
    r"(?:the|a|its|their|his|her) (?:back|better|left|right)) $",
    re.IGNORECASE,
)
_AS_FAR: Final = pattern(
    r" (?:as (?:much|many|likely|often|effective|high|long|large)|that of|the (?:risk|rate|size|dose|amount|usual))\b"
)
_ORDINAL_USE: Final = pattern(
    r" (?:(?:time|times|day|week|month|trimester|dose|line|person|party|part|edition|year|visit|stage|phase|trial|"
    r"study|group|option|or(?! (?:more|less|fewer|so|even|half|an?|two|three)\b)|way|century|infusion|of the (?:month|year|week))\b|-)"
)
_NO_SHARE: Final = pattern(
    r" (?!of\b)(?:hours?|years?|days?|doses?|centur|miles?|inch|cups?|degrees?|century|trimester|line|past)|-[a-z]",
    re.IGNORECASE,
)
_JOINT: Final = pattern(
    r"(?: (?P<word>out of|of|in)(?: (?:an?|only|about|approximately|roughly|nearly|almost))? |"
    r"-(?P<hyphen>out-of|of|in)-| ?(?P<slash>/) ?|(?P<per> per ))"
    r"(?:(?P<whose>the|every|each|all|a total of|these|those|our|their)(?: other)? )?",
)
_A_SCALE: Final = pattern(r"(?:hundred|thousand|million)\b", re.IGNORECASE)
_OF_A_SPAN: Final = pattern(
    r" of an? (hour|year|mile|century|day|month|week|cup|tablet|kilogram|kilo|gram|pound|ounce|litre|liter)\b"
)
_OF: Final = pattern(r" of (?!an? )")
_NEXT: Final = pattern(r" [a-z]+")
_YEAR: Final = pattern(r"(?:1[5-9]|20)[0-9]{2}(?![0-9,])")
_PERCENT_BEHIND: Final = pattern(
    r"(?P<people>(?: [A-Za-z][A-Za-z0-9-]{1,19}){0,6}) ?[(\[] ?(?:i\.e\.,? |or |about |approximately |~ ?)?"
)
_POINTING: Final = pattern(r"(?: of (?:them|these|those|us|all))? ?[(\[].*")
_RATE: Final = pattern(
    r"[ -]?(?:person|patient|woman|man)[- ]?(?:years?|months?|days?)|[ -]?(?:live )?(?:births|years|hours|days)\b"
)
_ROUND: Final = frozenset((*range(2, 11), 12, 15, 16, 20, 24, 25, 30, 40, 50))


def half(text: str, start: int, at: int) -> Reading | None:
    """Read "half" at `at`, where it is a share, half a unit, or half as much; the surface begins at `start`."""
    end = at + 4
    before = text[max(0, at - 16) : start]
    if text[end : end + 1].isalpha() or _NO_HALF.match(text, end) or _ONE_HALF.search(before):
        return None
    if span := _SPAN.match(text, end):
        unit = unit_phrase.read(text, span.start(1), digits=True)
        if span[1] in {"dozen", "million", "billion"}:
            times = Decimal(12 if span[1] == "dozen" else 10 ** (6 if span[1] == "million" else 9))
            return Reading(start, span.end(), value=times / 2, form=Form.WORDS)
        if unit is None:
            return Reading(start, span.end(), value=Decimal("0.5"), decimals=1, form=Form.WORDS)
        reading = Reading(start, unit.end, value=Decimal("0.5"), decimals=1, form=Form.WORDS)
        reading.take(unit)
        return reading
    if text.startswith(" again", end):
        return None
    if percent := _OF_PERCENT.match(text, end):
        return Reading(
            start, percent.end(), Kind.PROPORTION, value=Decimal("0.5"), unit="%", decimals=1, form=Form.WORDS,
            unit_text=percent[1],
        )  # fmt: skip
    if _AS_FAR.match(text, end):
        return Reading(start, end, Kind.FOLD, value=Decimal("0.5"), decimals=1, form=Form.WORDS)
    return share(Decimal(1), Decimal(2), start, end)


def article(text: str, at: int, width: int) -> Reading | None:
    """Read "a third", "a quarter of", "a half" at `at`; the article has `width` letters. None for other things."""
    following = at + width + 1
    if text[at + width : following] != " " and text[at + width : following] != "-":
        return None
    match = _WORD.match(text, following)
    if match is None or (part := PARTS.get(match[0].lower())) is None or match[0].lower().endswith(("s", "ves")):
        return None
    if match[0].lower() == "half":
        return half(text, following, following)
    end = match.end()
    if span := _of_a_unit(text, Decimal(1) / part, at, end):
        return span
    if text.startswith(" of", end) or (
        part in {3, 4} and not _ORDINAL_USE.match(text, end) and match[0].lower() != "fourth"
    ):
        if _NO_SHARE.match(text, end) or _OF_A_SPAN.match(text, end) or (part == 4 and _CLOCK.match(text, end)):
            return None
        if part == 3 and _NEXT.match(text, end) and not _SHARE_VERB.match(text, end):
            return share(Decimal(1), Decimal(part), at, end) if _OF_SOME.search(text, max(0, at - _BACK), at) else None
        return share(Decimal(1), Decimal(part), at, end)
    return share(Decimal(1), Decimal(part), at, end) if _is_change(text, at, end) else None


def end_of_range(text: str, at: int, width: int) -> Reading | None:
    """Read "a fifth" at `at` as one end of a range, where the other end tells that it is a share and no fifth thing."""
    match = _WORD.match(text, at + width + 1)
    part = PARTS.get(match[0].lower()) if match else None
    if match is None or part is None or match[0].endswith("s") or text[at + width] != " ":
        return None
    if _ORDINAL_USE.match(text, match.end()) or _NO_SHARE.match(text, match.end()):
        return None
    return share(Decimal(1), Decimal(part), at, match.end())


def _is_change(text: str, at: int, end: int) -> bool:
    """Whether an ordinal is the part by which something changed: "cut A by a fifth", "a tenth lower"; no fifth thing."""
    if (more := _COMPARED.match(text, end)) is not None and more[1] in moving.COMPARATIVES:
        return True
    begin = max(0, at - _BACK)
    if not _CLOSED.match(text, end) or (by := _BY.search(text, begin, at)) is None:
        return False
    moved = [_moves(word.lower()) for word in _WORD.findall(_last_clause(text[begin : by.start()]))]
    return any(moved) and (moved[-1] or not text[: by.start()].rstrip().endswith("ed"))  # "followed by a fifth"


def _moves(low: str) -> bool:
    """Whether a word tells of more or less."""
    return low in moving.VERBS or low in moving.NOUNS or low in _BETTER


def _last_clause(text: str) -> str:
    """What stands behind the last mark that ends a clause."""
    return text[max(text.rfind(mark) for mark in (". ", "; ", ": ", "! ", "? ")) + 1 :]


_BACK: Final = 160
_BETTER: Final = frozenset("improve improves improved improving worsen worsens worsened up down more less".split())
_COMPARED: Final = pattern(r" ([a-z]+)\b")
_BY: Final = pattern(
    r"\bby (?:(?:about|around|roughly|nearly|almost|approximately|some|only|just|at least|at most|over|under|"
    r"more than|less than|up to|close to|even|as much as) ){0,3}$",
    re.IGNORECASE,
)
_CLOSED: Final = pattern(
    r"[.,;:)\]!?]|$| [\u2013\u2014-] ?| (?:in|among|amongst|for|on|with|when|while|whereas|and|but|or|over|after|within|if|"
    r"compared|relative|versus|than|to|at|as|during|per|each|every|from|against|through|under|by|because|thanks)\b"
)
"""What stands behind a part that is no ordinal before its noun."""


_OF_SOME: Final = pattern(r"(?:^|[.!?] )(?:Of|Among) [^.,;:!?]{3,120}, (?:about |roughly |nearly |almost |only ){0,2}$")
"""Those of whom "a third" is a share, whatever verb stands behind it."""
_SHARE_VERB: Final = pattern(
    r" (?:of|or|to|up to|had|have|has|were|are|was|is|do|did|will|would|could|can|may|might|in|after|at|on|by|with|more|less|"
    r"fewer|higher|lower|and|but|who|show\w*|report\w*|respon\w*|improv\w*|experienc\w*|develop\w*|receiv\w*|felt|"
    r"feel|said|say|get|got|need\w*|suffer\w*|live\w*|take|took|off(?= )|relaps\w*|recover\w*|die\w*)\b"
)


def _of_a_unit(text: str, value: Decimal, start: int, end: int) -> Reading | None:
    """Read "a quarter of an hour": a part of one unit, behind the part's name that ends at `end`."""
    span = _OF_A_SPAN.match(text, end)
    unit = unit_phrase.read(text, span.start(1), digits=True) if span else None
    if unit is None or unit.symbol in units.COUNTED:
        return None
    reading = Reading(start, unit.end, value=value, decimals=2, form=Form.WORDS)
    reading.take(unit)
    return reading


def in_words(text: str, number: Number) -> Reading | None:
    """Read "three-quarters", "two thirds", "one third": a number word and its part."""
    if number.form is not Form.WORDS and number.value not in {1, 2, 3}:
        return None
    match = _PART.match(text, number.end)
    part = PARTS.get(match[1].lower()) if match else None
    if match is None or part is None or not 0 < number.value < part:
        return None
    plural = match[1].lower().endswith("s")
    if (number.value == 1) is plural or _NO_SHARE.match(text, match.end()):
        return None
    if (
        number.form is Form.DIGITS
        and match[1].lower() in {"half", "quarter", "third"}
        and number.value == 1
        and text[number.end] == " "
    ):
        return None
    if span := _of_a_unit(text, number.value / part, number.start, match.end()):
        return span
    return share(number.value, Decimal(part), number.start, match.end())


def vulgar(text: str, number: Number) -> Reading | None:
    """A fraction character: a share where "of" follows."""
    if number.form is Form.FRACTION and number.value < 1 and _OF.match(text, number.end):
        return Reading(
            number.start, number.end, Kind.PROPORTION, value=number.value * 100, unit="%", form=Form.FRACTION
        )
    return None


def n_of_total(text: str, number: Number) -> Reading | None:
    """Read "1 in 10", "7 out of 10", "18 of the 25", "32/42", "5 per 1,000"."""
    top = number.value
    if text[number.end : number.end + 1] not in {" ", "-", "/"} or number.decimals or top < 0:
        return None
    joint = _JOINT.match(text, number.end)
    if joint is None:
        return None
    total = numbers.read(text, joint.end()) or scale(text, joint.end())
    if total is None or total.decimals or total.value < 2 or total.value < top or total.value % 1:
        return None
    word = (joint["word"] or joint["hyphen"] or joint["slash"] or "per").replace("-", " ")
    if not _is_share(text, number, total, word, joint["whose"] or ""):
        return None
    small = total.value <= 20 or Form.WORDS in {number.form, total.form} or (word == "in" and top == 1)
    form = Form.FRACTION if small and (word != "/" or total.value <= 10) else Form.DIGITS
    return share(top, total.value, number.start, total.end, form)


def _is_share(text: str, number: Number, total: Number, word: str, whose: str) -> bool:
    """Whether a number, a joint and a greater number are n of N."""
    words = Form.WORDS in {number.form, total.form}
    if word == "in":
        if (
            _YEAR.match(text, total.start)
            or unit_phrase.read(text, total.end, digits=total.form is Form.DIGITS) is not None
        ):
            return False
        return number.value == 1 or total.value in _ROUND or total.value % 50 == 0
    if word == "per":
        return total.value in {100, 1000, 10000, 100000, 1000000} and not _RATE.match(text, total.end)
    if word == "of":
        if number.form is Form.WORDS and whose not in {"every", "each"} and (number.value == 1 or whose):
            return False
        return not (number.value == total.value and words)
    if word == "/":
        following = text[total.end : total.end + 1]
        if following in {"/", "-", "–"} or following.isalpha() or (number.start and text[number.start - 1] == "/"):
            return False
        return words is False and unit_phrase.read(text, total.end, digits=True) is None and bool(number.value)
    return True


def scale(text: str, at: int) -> Number | None:
    """The bare "thousand" of "one in a thousand", "one in every thousand"."""
    match = _A_SCALE.match(text, at)
    if match is None:
        return None
    return numbers.Number(Decimal(numbers.SCALES[match[0].lower()]), *match.span(), form=Form.WORDS)


def take_percent(text: str, reading: Reading) -> None:
    """Take in the percentage in brackets behind n of N: it is what was printed.

    Where the people stand in between ("a third of women (34%)"), a fraction and its percentage are two figures.
    """
    behind = _PERCENT_BEHIND.match(text, reading.end)
    stated = numbers.read(text, behind.end()) if behind else None
    unit = unit_phrase.read(text, stated.end, digits=True) if stated else None
    if stated is None or unit is None or unit.symbol != "%":
        return
    if reading.form is Form.FRACTION and behind and not _POINTING.fullmatch(behind[0]):
        return
    if behind and behind["people"]:
        reading.inner = behind.start("people") + 1, behind.end("people")
    reading.value, reading.decimals, reading.form = stated.value, stated.decimals, Form.DIGITS
    reading.unit_text = unit.text
    reading.end = reading.full_end = unit.end + (text[unit.end : unit.end + 1] in {")", "]"})
