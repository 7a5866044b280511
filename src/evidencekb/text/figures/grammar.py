"""The one grammar of figures: what a number with its surroundings means, in prose and in `figure:` fields."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Bound, Form, Interval, Kind
from evidencekb.text.figures import ages, bounds, effects, fractions, not_figures, numbers, ranges, unit_phrase
from evidencekb.text.figures.folding import fold
from evidencekb.text.figures.pronouns import counts
from evidencekb.text.figures.reading import Reading, of_number
from evidencekb.text.units import TIMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.quantity import Figure, Quantity
    from evidencekb.text.figures.numbers import Number

_CANDIDATE: Final = re.compile(r"[0-9]+|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒]|[A-Za-z]+")
_PLURALS: Final = {"days": "day", "weeks": "week", "months": "month", "hours": "h", "minutes": "min", "years": "year"}
_FOLDS: Final = {f"{word}fold": number for word, number in (*numbers.UNITS.items(), *numbers.TENS.items()) if number}
_MULTIPLES: Final = {"twice": 2, "thrice": 3, "double": 2, "triple": 3, "treble": 3}
_OPENERS: Final = frozenset(
    form
    for word in (*numbers.WORDS, *_PLURALS, *_FOLDS, *_MULTIPLES, "half", "a", "an", "dozen")
    for form in (word, word.capitalize(), word.upper())
)
_SINCE: Final = re.compile(
    r"\b(?:within|in|after|takes?|took|taking|lasts?|lasting|lasted|for) (?:just |only |as little as |mere |a matter of )?(?:an? few |several |many )?$",
    re.IGNORECASE,
)
_YEARS_SINCE: Final = re.compile(
    r"\b(?:within|takes?|took|lasts?|lasting|lasted) (?:just |only )?(?:an? few |several |many )?$", re.IGNORECASE
)
_TO_WEEKS: Final = re.compile(r" (?:to|or) (?:hours|days|weeks|months|years)\b")
_LATER: Final = re.compile(r" (?:ago|old|later|gone|and (?:nights|weeks|months|years))\b|-|'")
_FOLD: Final = re.compile(
    r"(?P<fold>[- ]?folds?\b(?!-c))|(?P<times>[- ]times(?= (?:as|more|less|lower|higher|greater|larger|smaller|likelier|better|worse|faster|longer|stronger|fewer|that|the)\b))|(?P<cross> ?[×x](?= ?(?:higher|lower|more|less|the|upper|as|greater)\b))"
)
_AS: Final = re.compile(r"[- ](?:as|the|more|that|higher|lower|greater)\b(?! (?:end|top|bottom))")
_DAILY: Final = re.compile(
    r" (?:a|per|each|every) (day|week|month|year|night)\b|[- ](daily|nightly|weekly|monthly|yearly|a day)\b"
)
_PERIODS: Final = {"daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "yearly": "year"}
_PLUS_MINUS: Final = re.compile(r" ?(?:±|\+/[-−–]|\+[-−–]|\( ?± ?) ?")
_SPREAD: Final = re.compile(r" ?[(\[](?:SD|s\.d\.|S\.D\.|SE|SEM|standard deviation|standard error)[ =:,]{0,3}(?:of )?")
_SIGNED_AFTER: Final = frozenset(" (\v=<>≤≥~,;[:/$±")
_CURRENCIES: Final = frozenset("$€£¢")
_WORD_TO_FOLD: Final = re.compile(r"-?(?: to | or |-to-|-)([A-Za-z]+fold)\b")
_RATIO: Final = re.compile(r" ?: ?(?=[0-9])")
_MAGNITUDE: Final = re.compile(r" (?:orders?|decades?) of magnitude")
_DEGENERATE: Final = re.compile(r"[A-Za-zα-ωµ_]")
_HEDGED: Final = r" ?(?:[~<>≤≥] ?|about |approximately )?$"
_JOINED: Final = re.compile(r"(?: and| or|, and|, or|,? ?vs\.?|,? versus|,? compared with|/| ?×| x|; and| &)" + _HEDGED)
_LISTED: Final = re.compile(r"(?:,|;| and| or|/| ?×| x)" + _HEDGED)
_SHARED: Final = frozenset({Kind.MEASURE, Kind.PROPORTION, Kind.POINTS})


def find(text: str, *, parts: bool = False) -> list[Figure]:
    """All figures of a text, in order; they do not overlap. Linear in its length.

    A confidence interval, n/N or p-value behind an estimate belongs to it; with `parts` each is a figure of its own.
    """
    folded = fold(text)
    readings = list(_readings(folded, text, parts=parts))
    _share_units(folded, readings)
    return [reading.figure(text) for reading in readings]


def parse(text: str) -> Quantity | None:
    """The quantity that the whole text states, as in a `figure:` field; None where it is not exactly one figure."""
    stripped = text.strip()
    if not stripped or len(stripped) > 200:
        return None
    found = find(stripped)
    if len(found) != 1:
        return None
    figure = found[0]
    rest = (stripped[: figure.full_start] + stripped[figure.full_end :]).strip(" .,;()")
    return figure.quantity if not rest else None


def _readings(text: str, raw: str, *, parts: bool) -> Iterator[Reading]:
    """Scan for places where a figure could begin, and read there."""
    free = 0  # nothing before it may be read again
    for match in _CANDIDATE.finditer(text):
        start = match.start()
        if start < free:
            continue
        word = match[0]
        if "0" <= word[0] <= "9":
            past = not_figures.skip(text, start, match.end(), raw)
            if past is not None:
                free = max(past, match.end())
                continue
            reading = _in_digits(text, start, match.end(), free)
            free = match.end()
        elif word[0].isalpha():
            if word not in _OPENERS or (start and (text[start - 1].isalnum() or text[start - 1] in "_'")):
                continue
            reading = _in_words(text, start, word.lower())
        else:
            number = numbers.read(text, start)
            reading = _number(text, start, number) if number else None
        if reading is None:
            continue
        _dress(text, reading, parts=parts)
        free = max(reading.end if parts else reading.full_end, match.end())
        yield reading


def _in_digits(text: str, at: int, end: int, free: int) -> Reading | None:
    """A figure that begins with the digits `text[at:end]`; nothing before `free` belongs to it."""
    if end - at > numbers.LONGEST:
        return None
    begin = at
    if at > free and text[at - 1] in ".·" and (at == 1 or not text[at - 2].isalnum()):
        begin = at - 1 if text[at - 1] == "." else at
    number = numbers.read(text, begin)
    if number is None:
        return None
    sign = text[begin - 1 : begin] if begin > free else ""
    if sign and sign in "-−–" and (begin == 1 or text[begin - 2] in _SIGNED_AFTER):
        number = numbers.Number(-number.value, begin - 1, number.end, number.decimals, number.form)
    return _number(text, number.start, number)


def _in_words(text: str, at: int, low: str) -> Reading | None:
    """A figure that begins with a word."""
    end = at + len(low)
    if low in _PLURALS:
        return _bare_plural(text, at, low)
    if low in _MULTIPLES:
        return _multiple(text, at, low)
    if low in _FOLDS:
        return Reading(at, end, Kind.FOLD, value=Decimal(_FOLDS[low]), form=Form.WORDS)
    if low == "half":
        return fractions.half(text, at, at)
    if low in {"a", "an"}:
        part = fractions.article(text, at, len(low))
        if part is not None:
            return part
        if low == "an" or not re.compile(r"[ -](?:hundred|thousand|million|billion|dozen)\b", re.IGNORECASE).match(
            text, end
        ):
            return None
    number = numbers.words(text, at)
    if number is None:
        return None
    reading = _number(text, at, number)
    if (
        reading is not None
        and low in {"one", "zero"}
        and reading.end == number.end
        and not counts(text, at, number.end)
    ):
        return None
    return reading


def _bare_plural(text: str, at: int, low: str) -> Reading | None:
    """Read "within days", "in weeks": a time without a number."""
    end = at + len(low)
    since = _YEARS_SINCE if low == "years" else _SINCE
    since_when = since.search(text, max(0, at - 28), at)
    if since_when is None or _LATER.match(text, end):
        return None
    if text.startswith(" of ", end) and not since_when[0].lower().startswith("within"):
        return None  # "after years of use"
    further = _TO_WEEKS.match(text, end)
    end = further.end() if further else end
    return Reading(at, end, Kind.MEASURE, unit=_PLURALS[low], unit_text=text[at:end], form=Form.WORDS)


def _multiple(text: str, at: int, low: str) -> Reading | None:
    """Read "twice as likely", "double the rate", "twice a day"."""
    end = at + len(low)
    value = Decimal(_MULTIPLES[low])
    if low in {"twice", "thrice"} and (daily := _DAILY.match(text, end)):
        period = daily[1] or _PERIODS.get(daily[2], "day")
        return Reading(
            at,
            daily.end(),
            Kind.MEASURE,
            value=value,
            unit=f"times/{period}",
            unit_text=text[at : daily.end()],
            form=Form.WORDS,
        )
    following = _AS.match(text, end)
    if following is None or (low not in {"twice", "thrice"} and following[0].strip() not in {"the", "that"}):
        return None
    return Reading(at, end, Kind.FOLD, value=value, form=Form.WORDS)


def _number(text: str, start: int, number: Number) -> Reading | None:
    """The figure that begins with a number: all that can follow one."""
    part = fractions.in_words(text, number) or fractions.vulgar(text, number) or fractions.n_of_total(text, number)
    part = part or _to_fold(text, number)
    if part is not None:
        return part
    reading = ranges.read(text, start, number)
    if reading is None:
        reading = _plain(text, start, number)
    elif reading.unit == "":
        _take_fold(text, reading)
    if reading is not None and reading.unit == "" and reading.start and text[reading.start - 1] in _CURRENCIES:
        reading.unit = reading.unit_text = text[reading.start - 1]
        reading.start = reading.full_start = reading.start - 1
    return reading


def _to_fold(text: str, number: Number) -> Reading | None:
    """Read "two- to threefold", from its first number."""
    match = _WORD_TO_FOLD.match(text, number.end)
    high = _FOLDS.get(match[1].lower()) if match else None
    if match is None or high is None or high <= number.value:
        return None
    return Reading(number.start, match.end(), Kind.FOLD, low=number.value, high=Decimal(high), form=number.form)


def _take_fold(text: str, reading: Reading) -> None:
    """Take in "-fold" or "times" (as many) behind a bare number."""
    if fold_word := _FOLD.match(text, reading.end):
        reading.kind = Kind.FOLD
        reading.end = reading.full_end = fold_word.end()


def _plain(text: str, start: int, number: Number) -> Reading | None:
    """A number with or without a unit, ± and standard deviation."""
    digits = number.form is Form.DIGITS
    reading = of_number(number)
    reading.start = reading.full_start = start
    _take_fold(text, reading)
    if reading.kind is Kind.FOLD:
        return reading
    _take_spread(text, reading)
    unit = unit_phrase.read(text, reading.end, digits=digits)
    if unit is not None:
        reading.take(unit)
        if reading.plus_minus is None:
            _take_spread(text, reading)
    elif (
        digits
        and "×" not in text[start : reading.end]
        and text[reading.end : reading.end + 1].isalpha()
        and _DEGENERATE.match(text, reading.end)
    ) or _MAGNITUDE.match(text, reading.end):
        return None
    elif digits and not reading.decimals and (ratio := _RATIO.match(text, reading.end)):
        other = numbers.read(text, ratio.end())
        if other is not None and other.value:
            reading.numerator, reading.denominator = number.value, other.value
            reading.value = number.value / other.value
            reading.end = reading.full_end = other.end
    return reading


def _take_spread(text: str, reading: Reading) -> None:
    """Take in "± 2.1" behind a number or its unit."""
    spread = (
        _PLUS_MINUS.match(text, reading.end)
        if text[reading.end : reading.end + 2].strip()[:1] in {"±", "+", "("}
        else None
    )
    deviation = numbers.read(text, spread.end()) if spread else None
    if spread is None or deviation is None:
        return
    reading.plus_minus = deviation.value
    reading.end = deviation.end
    if "(" in spread[0]:
        reading.end += text[deviation.end : deviation.end + 1] == ")"
    again = unit_phrase.read(text, deviation.end, digits=True) if reading.unit else None
    if again is not None and again.symbol == reading.unit:
        reading.end = again.end
    reading.full_end = reading.end


def _dress(text: str, reading: Reading, *, parts: bool) -> None:
    """Add what stands around a figure: hedge, bound, age, name of an effect, interval, n/N, p-value."""
    if not parts and reading.numerator is not None and reading.kind is Kind.PROPORTION:
        fractions.take_percent(text, reading)
    ranged = reading.low is not None
    opening = ranges.between(text, reading.start) if ranged else None
    setting = bounds.before(text, reading.start if opening is None else opening, duration=reading.unit in TIMES)
    reading.full_start = setting.start
    reading.bound, reading.approx, reading.hedge = setting.bound, setting.approx, setting.hedge
    if ranged and opening is not None:
        inner = bounds.before(text, reading.start)
        reading.approx = reading.approx or inner.approx
        reading.hedge = reading.hedge or inner.hedge
    if reading.kind in {Kind.MEASURE, Kind.COUNT} and reading.unit in {"", "year", "month", "week", "day"}:
        _take_age(text, reading)
    if reading.kind is not Kind.AGE:
        _take_label(text, reading)
    if not ranged and reading.bound is Bound.EXACT and (trailing := bounds.after(text, reading.end)) is not None:
        reading.approx = reading.approx or trailing.approx
        reading.bound, reading.full_end = trailing.bound, max(trailing.end, reading.full_end)
    if not parts and reading.kind not in {Kind.AGE, Kind.P_VALUE}:
        _take_attachments(text, reading)


def _take_age(text: str, reading: Reading) -> None:
    """Turn a number into an age where the words around it say so."""
    end = ages.behind(text, reading.end, unit=bool(reading.unit))
    if end is None and not (
        reading.unit in {"", "year", "month"}
        and reading.value != 0
        and ages.speaks_of_age(text, reading.start, reading.end)
    ):
        return
    reading.kind = Kind.AGE
    reading.unit = reading.unit or "year"
    if end is not None:
        reading.end = reading.full_end = end


def _take_label(text: str, reading: Reading) -> None:
    """Take in the name of an effect before the figure."""
    label = effects.label(text, reading.full_start)
    if label is None:
        return
    if label.measure == "p-value":
        if (
            reading.kind is Kind.COUNT
            and reading.value is not None
            and 0 <= reading.value <= 1
            and reading.form is Form.DIGITS
        ):
            reading.kind, reading.full_start = Kind.P_VALUE, min(reading.full_start, label.start)
        return
    if label.measure == "pH":
        if reading.kind is Kind.COUNT:
            reading.kind, reading.unit, reading.unit_text = Kind.MEASURE, "pH", "pH"
            reading.full_start = label.start
        return
    if label.measure.endswith(("-ratio",)):
        if reading.unit or reading.kind not in {Kind.COUNT, Kind.FOLD}:
            return
        reading.kind = Kind.RATIO
    elif label.measure == "mean-difference" and reading.kind is Kind.COUNT:
        reading.kind = Kind.RATIO
    reading.measure_of_effect = label.measure
    reading.full_start = min(reading.full_start, label.start)


def _take_attachments(text: str, reading: Reading) -> None:
    """Take in what belongs to an estimate behind it: n/N, confidence interval, p-value, standard deviation."""
    if reading.kind is Kind.PROPORTION and reading.numerator is None:
        counted = effects.counts(text, reading.full_end) or effects.counts_around(text, reading.start, reading.full_end)
        if counted is not None:
            reading.numerator, reading.denominator, reading.full_end = (
                counted.numerator,
                counted.denominator,
                counted.end,
            )
    if reading.plus_minus is None and (spread := _SPREAD.match(text, reading.full_end)):
        deviation = numbers.read(text, spread.end())
        if deviation is not None:
            reading.plus_minus = deviation.value
            reading.full_end = deviation.end + (text[deviation.end : deviation.end + 1] in {")", "]"})
    interval = effects.interval(text, reading.full_end, bare=reading.kind is Kind.RATIO)
    if interval is not None:
        reading.ci, reading.ci_level, reading.full_end = (
            Interval(interval.low, interval.high),
            interval.level,
            interval.end,
        )
    if (interval is not None or reading.kind is Kind.RATIO) and (
        p := effects.p_value(text, reading.full_end)
    ) is not None:
        reading.p_value, reading.p_bound, reading.full_end = p


def _share_units(text: str, readings: list[Reading]) -> None:
    """Give the numbers of a list the unit of its last: "60 and 100 mg", "15, 20 and 30%", "120/80 mm Hg".

    A comma alone joins only what goes on to "and": in "of 60, 42% …" the first number is no percentage.
    """
    listed = False
    for index in range(len(readings) - 2, -1, -1):
        here, following = readings[index], readings[index + 1]
        gap = text[here.full_end : following.start] if following.start - here.full_end <= 16 else "."
        joined = _LISTED.fullmatch(gap) is not None if listed else _JOINED.fullmatch(gap) is not None
        shared = joined and here.is_bare and following.form is Form.DIGITS and following.kind in _SHARED
        if shared and following.unit_text[:1] != "$" and following.unit != "pH":
            here.unit, here.kind, listed = following.unit, following.kind, True
        else:
            listed = False
