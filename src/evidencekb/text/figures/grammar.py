"""The one grammar of figures: what a number with its surroundings means, in prose and in `figure:` fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Bound, Figure, Form, Interval, Kind, Quantity
from evidencekb.text.figures import bounds, effects, not_figures, numbers, unit_phrase
from evidencekb.text.units import dimension

if TYPE_CHECKING:
    from collections.abc import Iterator

_CANDIDATE: Final = re.compile(r"[0-9]|\.[0-9]|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞⅒]|[A-Za-z]+")
_WORDS: Final = (
    numbers.WORDS
    | {"half", "a", "an", "twice", "thrice", "double", "days", "weeks", "months", "hours", "minutes", "years"}
    | {f"{word}fold" for word in (*numbers.UNITS, *numbers.TENS)}
)
_PLURALS: Final = {"days": "day", "weeks": "week", "months": "month", "hours": "h", "minutes": "min", "years": "year"}
_SINCE: Final = re.compile(
    r"(?:within|in|for|over|after|takes?|lasts?|lasting|last|to|or) (?:just |only |a few |several |many )?$",
    re.IGNORECASE,
)
_FEW: Final = re.compile(r"(?:a few|several|many) $", re.IGNORECASE)
_DASH: Final = re.compile(
    r"[ \u00a0\u2009]?(?:-|\u2010|\u2011|\u2012|\u2013|\u2014|\u2212|~|\u223c)[ \u00a0\u2009]?|"
    r"[ \u00a0\n](?:to|through)[ \u00a0\n](?:as (?:many|much|high) as )?"
)
_AND: Final = re.compile(r"[ \u00a0\n]and[ \u00a0\n]")
_OR: Final = re.compile(r"[ \u00a0\n]or[ \u00a0\n]")
_BETWEEN: Final = re.compile(r"\bbetween (?:about |approximately |roughly )?$", re.IGNORECASE)
_PLUS_MINUS: Final = re.compile(r"[ \u00a0\u2009]?(?:±|\+/-|\+/\u2212|\+-)[ \u00a0\u2009]?")
_SD: Final = re.compile(r" ?\((?:SD|s\.d\.|standard deviation|SE|SEM)[ =:,]{0,3}", re.IGNORECASE)
_OF: Final = re.compile(r"[ \u00a0\n](out of|of|in)[ \u00a0\n](?:(?:the|every|all|a total of|these|those) )?|/")
_FRACTION: Final = re.compile(r"[- \u2010\u2011]([A-Za-z]+)")
_FOLD: Final = re.compile(
    r"[- \u2010\u2011]?folds?\b|-times\b|[ ]times (?=as |more |less |lower |higher |greater |the |"
    r"larger |smaller |likelier )|\u00d7(?! ?10)"
)
_AGE: Final = re.compile(r"[- ]?(?:years?|yrs?|months?|weeks?)?[- ](?:old|olds|of age)\b", re.IGNORECASE)
_AGED: Final = re.compile(
    (
        r"\b(?:aged|age|ages|age of|age was|age is|ages of|mean age|age range|older than|younger than|"
        r"adults over|over the age of|under the age of|children under|people over|women over|men over|"
        r"adults under|women under|men under)(?: about| between| from|,)? $"
    ),
    re.IGNORECASE,
)
_HALF_NOT: Final = re.compile(r"-?(?:lives|life|time|way|brother|sister|hearted|truth|day|yearly)", re.IGNORECASE)
_HALF_BEFORE: Final = re.compile(r"\b(?:first|second|last|latter|other|later|former|and a) $", re.IGNORECASE)
_COUNTED_ONE: Final = re.compile(
    r"\b(?:only|just|than|least|about|nearly|within|or|to|zero|exactly|least,|were|was|and) $", re.IGNORECASE
)
"""Words after which "one" is a number; elsewhere it is a pronoun or means "a certain"."""


@dataclass(frozen=True, slots=True)
class _Core:
    """A figure without what stands around it: its quantity and its surface."""

    quantity: Quantity
    start: int
    end: int


def find(text: str) -> list[Figure]:
    """All figures of a text, in order; they do not overlap. Linear in its length."""
    return list(_find(text))


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


def _find(text: str) -> Iterator[Figure]:
    """Scan for places where a figure could begin."""
    at = 0
    while match := _CANDIDATE.search(text, at):
        start = match.start()
        word = match[0]
        if word[0].isalpha() and word.isascii():
            low = word.lower()
            if low not in _WORDS:
                at = match.end()
                continue
            core = _in_words(text, start, low)
            if core is None:
                at = match.end()
                continue
        else:
            past = not_figures.skip(text, start)
            if past is not None:
                at = max(past, start + 1)
                continue
            core = _in_digits(text, start)
            if core is None:
                at = _past_number(text, start)
                continue
        figure = _dress(text, core)
        yield figure
        at = max(figure.full_end, start + 1)


def _past_number(text: str, at: int) -> int:
    """Behind the digits at `at`, in one step: a run of 100,000 digits is passed once."""
    end = at + 1
    while end < len(text) and (text[end].isalnum()):
        end += 1
    return end


def _in_digits(text: str, at: int) -> _Core | None:
    """A figure that begins with a digit."""
    number = numbers.read(text, at)
    if number is None or text[number.end : number.end + 1].isdigit():
        return None
    start = at
    sign = text[at - 1 : at]
    if sign in {"-", "\u2212"} and (at == 1 or text[at - 2] in " (\t\n\u00a0=<>≤≥,;["):
        number = replace(number, value=-number.value)
        start = at - 1
    return _number(text, start, number)


def _in_words(text: str, at: int, low: str) -> _Core | None:
    """A figure that begins with a word."""
    before = text[max(0, at - 24) : at]
    if at and (text[at - 1].isalnum() or text[at - 1] in "_'’"):
        return None
    if low in _PLURALS:
        if not _SINCE.search(before) or (
            text[at + len(low) : at + len(low) + 4] == " of " and not before.endswith("within ")
        ):
            return None
        quantity = Quantity(Kind.MEASURE, unit=_PLURALS[low], form=Form.WORDS, unit_text=text[at : at + len(low)])
        return _Core(quantity, at, at + len(low))
    if low in {"twice", "thrice"}:
        after = re.compile(r" (?:as|the|more|higher|lower)\b").match(text, at + len(low))
        if not after:
            return None
        return _Core(Quantity(Kind.FOLD, value=Decimal(2 if low == "twice" else 3), form=Form.WORDS), at, at + len(low))
    if low == "double":
        after = re.compile(r" (?:the|that)\b").match(text, at + len(low))
        return _Core(Quantity(Kind.FOLD, value=Decimal(2), form=Form.WORDS), at, at + len(low)) if after else None
    if low.endswith("fold") and low != "fold":
        value = {**numbers.UNITS, **numbers.TENS}[low[:-4]]
        return _Core(Quantity(Kind.FOLD, value=Decimal(value), form=Form.WORDS), at, at + len(low))
    if low == "half":
        return _half(text, at, at, before)
    if low in {"a", "an"}:
        return _article(text, at, low)
    number = numbers.words(text, at)
    if number is None:
        return None
    if low == "one" and number.end == at + 3:
        return _one(text, at, number)
    return _number(text, at, number)


def _half(text: str, start: int, at: int, before: str) -> _Core | None:
    """Read "half", where it is a share or half a unit."""
    end = at + 4
    if _HALF_NOT.match(text, end) or _HALF_BEFORE.search(before) or text[end : end + 1].isalpha():
        return None
    span = re.compile(r"[- ](?:an? )?(hour|day|year|month|week|mile|hours?|dozen|million)\b").match(text, end)
    if span:
        unit = unit_phrase.read(text, span.start(1), digits=True)
        if unit is not None:
            return _Core(
                Quantity(
                    Kind.MEASURE,
                    value=Decimal("0.5"),
                    unit=unit.symbol,
                    decimals=1,
                    form=Form.FRACTION,
                    unit_text=unit.text,
                ),
                start,
                unit.end,
            )
        return None
    return _Core(
        Quantity(
            Kind.PROPORTION,
            value=Decimal(50),
            unit="%",
            form=Form.FRACTION,
            numerator=Decimal(1),
            denominator=Decimal(2),
        ),
        start,
        end,
    )


def _article(text: str, at: int, low: str) -> _Core | None:
    """Read "a third", "a quarter of", "a hundred", "a dozen", "a half"."""
    if text[at + len(low) : at + len(low) + 1] not in numbers.SPACE or not text[at + len(low) : at + len(low) + 1]:
        return None
    following = at + len(low) + 1
    match = re.compile(r"[A-Za-z]+").match(text, following)
    if match is None:
        return None
    word = match[0].lower()
    if word == "half":
        return _half(text, following, following, "")
    if word in {"third", "quarter", "fifth", "sixth", "tenth", "fourth", "seventh", "eighth", "ninth", "twentieth"}:
        if word not in {"third", "quarter"} and not re.compile(r" of\b").match(text, match.end()):
            return None
        if word == "third" and re.compile(
            r" (?!of\b|or\b|to\b|had\b|have\b|were\b|are\b|report|responded|improved|experience)[a-z]"
        ).match(text, match.end()):
            return None
        return _share(Decimal(1), Decimal(numbers.ORDINAL_PARTS[word]), at, match.end())
    if word in {"hundred", "thousand", "million", "billion", "dozen"}:
        number = numbers.words(text, at)
        return _number(text, at, number) if number else None
    return None


def _one(text: str, at: int, number: numbers.Number) -> _Core | None:
    """Read "one" is a number where something countable follows; elsewhere it is a pronoun."""
    core = _number(text, at, number)
    if core is None or core.quantity.kind is not Kind.COUNT or core.end != number.end:
        return core
    if not _COUNTED_ONE.search(text[max(0, at - 16) : at]):
        return None
    return core


def _share(top: Decimal, bottom: Decimal, start: int, end: int, form: Form = Form.FRACTION) -> _Core:
    """A fraction as a percentage."""
    value = top * 100 / bottom
    return _Core(
        Quantity(Kind.PROPORTION, value=value, unit="%", form=form, numerator=top, denominator=bottom), start, end
    )


def _number(text: str, start: int, number: numbers.Number) -> _Core | None:
    """The figure that begins with a number: all that can follow one."""
    for reading in (_fraction, _ratio_of_counts, _range, _plain):
        if (core := reading(text, start, number)) is not None:
            return core
    return None


def _fraction(text: str, start: int, number: numbers.Number) -> _Core | None:
    """Read "three-quarters", "two thirds", "one third"; and "one half"."""
    if number.form is Form.FRACTION:  # a printed fraction sign: a share before "of", else a plain number
        if re.compile(r" of (?:the |all |these |those )?[a-z]").match(text, number.end):
            return _Core(
                Quantity(Kind.PROPORTION, value=number.value * 100, unit="%", form=Form.FRACTION), start, number.end
            )
        return None
    if number.form is not Form.WORDS and number.value not in (1, 2, 3):
        return None
    match = _FRACTION.match(text, number.end)
    if match is None:
        return None
    part = numbers.ORDINAL_PARTS.get(match[1].lower())
    if part is None or not 0 < number.value < part:
        return None
    if number.value == 1 and match[1].lower().endswith("s"):
        return None
    after = re.compile(r" (?!of\b)(?:hour|year|day|dose|century|mile|inch|cup|degree)").match(text, match.end())
    if after:
        return None
    return _share(number.value, Decimal(part), start, match.end())


def _ratio_of_counts(text: str, start: int, number: numbers.Number) -> _Core | None:
    """Read "1 in 10", "7 out of 10", "18 of the 25", "32/42", each with a percentage behind it or not."""
    joint = _OF.match(text, number.end)
    if joint is None or number.value < 0 or number.value != number.value.to_integral_value():
        return None
    total = numbers.read(text, joint.end())
    if (
        total is None
        or total.value < number.value
        or total.value < 2
        or total.value != total.value.to_integral_value()
        or total.decimals
    ):
        return None
    word = joint[1] or "/"
    behind = unit_phrase.read(text, total.end, digits=True)
    if behind is not None and behind.symbol == "%":
        return None  # "one of the 10%"
    if word == "in" and (
        total.value > 100000
        or (
            number.form is Form.DIGITS
            and total.form is Form.DIGITS
            and unit_phrase.read(text, total.end, digits=True) is not None
        )
    ):
        return None
    if word == "in" and re.compile(r"(?:1[5-9]|20)[0-9]{2}(?![0-9,])").match(text, joint.end()):
        return None
    if word == "of" and number.value == total.value and number.form is Form.WORDS:
        return None
    if word == "/" and (
        text[total.end : total.end + 1] in {"/", "-"}
        or text[total.end : total.end + 1].isalpha()
        or unit_phrase.read(text, total.end, digits=True) is not None
    ):
        return None
    small = total.value <= 20 or Form.WORDS in {number.form, total.form}
    form = Form.FRACTION if small and word != "/" else Form.DIGITS
    core = _share(number.value, total.value, start, total.end, form)
    percent = re.compile(r"(?: [a-z-]{2,20}){0,3} ?[(\[] ?").match(text, total.end)
    if percent and (stated := numbers.read(text, percent.end())) is not None:
        unit = unit_phrase.read(text, stated.end, digits=True)
        if unit is not None and unit.symbol == "%" and percent[0].strip() in {"(", "["}:
            quantity = replace(core.quantity, value=stated.value, decimals=stated.decimals, form=Form.DIGITS)
            closing = 1 if text[unit.end : unit.end + 1] in {")", "]"} else 0
            return _Core(quantity, start, unit.end + closing)
    return core


def _range(text: str, start: int, number: numbers.Number) -> _Core | None:
    """Read "15–30%", "2 to 4 weeks", "between 15 and 30%", "15% to 30%", "23-94 GHz"."""
    digits = number.form is Form.DIGITS
    first = unit_phrase.read(text, number.end, digits=digits)
    at = first.end if first else number.end
    joint = _DASH.match(text, at)
    between = _BETWEEN.search(text[max(0, start - 24) : start])
    if joint is None and between:
        joint = _AND.match(text, at)
    if joint is None:
        joint = _OR.match(text, at)
        if joint is not None and (number.value > 12 or (number.form is Form.DIGITS and first is not None)):
            return None
    if joint is None:
        return None
    there = joint.end()
    negative = text[there : there + 1] in {"-", "\u2212"}
    other = numbers.read(text, there + negative)
    if other is None or (text[other.end : other.end + 1].isdigit()):
        return None
    if joint[0].strip() in {"-", "\u2010", "\u2011"} and other.form is Form.WORDS and not digits and joint[0] == "-":
        return None
    low, high = number.value, -other.value if negative else other.value
    second = unit_phrase.read(text, other.end, digits=other.form is Form.DIGITS)
    if _OR.fullmatch(joint[0]) and (high != low + 1 or second is None):
        return None
    if high < low and not (first and second and dimension(first.symbol) == dimension(second.symbol)):
        return None
    unit = second or first
    if first and second and first.symbol != second.symbol:
        if dimension(first.symbol) != dimension(second.symbol) or not dimension(first.symbol):
            return None
        from evidencekb.text.units import convert  # noqa: PLC0415

        low = convert(low, first.symbol, second.symbol) or low
    if (
        first
        and not second
        and first.symbol == "%"
        and re.compile(r" [a-z]").match(text, other.end)
        and joint[0].strip() == "to"
    ):
        return None
    end = second.end if second else other.end
    kind, symbol = _kind(unit)
    if kind is Kind.COUNT and (fold := _FOLD.match(text, end)):
        return _Core(Quantity(Kind.FOLD, low=low, high=high), start, fold.end() if fold[0].strip() != "times" else end)
    quantity = Quantity(
        kind,
        low=low,
        high=high,
        unit=symbol,
        form=number.form,
        decimals=min(number.decimals, other.decimals),
        unit_text=unit.text if unit else "",
    )
    return _Core(quantity, start, end)


def _plain(text: str, start: int, number: numbers.Number) -> _Core | None:
    """A number with or without a unit, ± and standard deviation."""
    digits = number.form is Form.DIGITS
    quantity = Quantity(Kind.COUNT, value=number.value, decimals=number.decimals, form=number.form)
    end = number.end
    if fold := _FOLD.match(text, end):
        width = len(fold[0].rstrip())
        return _Core(replace(quantity, kind=Kind.FOLD), start, end + width)
    if spread := _PLUS_MINUS.match(text, end):
        deviation = numbers.read(text, spread.end())
        if deviation is not None:
            quantity = replace(quantity, plus_minus=deviation.value)
            end = deviation.end
    unit = unit_phrase.read(text, end, digits=digits)
    if unit is not None:
        kind, symbol = _kind(unit)
        quantity = replace(quantity, kind=kind, unit=symbol, unit_text=unit.text)
        end = unit.end
        if quantity.plus_minus is None and (spread := _PLUS_MINUS.match(text, end)):
            deviation = numbers.read(text, spread.end())
            if deviation is not None:
                again = unit_phrase.read(text, deviation.end, digits=True)
                quantity = replace(quantity, plus_minus=deviation.value)
                end = again.end if again and again.symbol == unit.symbol else deviation.end
    elif text[end : end + 1].isalpha() and digits:
        return None
    return _Core(quantity, start, end)


def _kind(unit: unit_phrase.Unit | None) -> tuple[Kind, str]:
    """The kind of figure that a unit makes."""
    if unit is None:
        return Kind.COUNT, ""
    if unit.symbol == "%":
        return Kind.PROPORTION, "%"
    if unit.symbol == "percentage-points":
        return Kind.POINTS, unit.symbol
    return Kind.MEASURE, unit.symbol


def _dress(text: str, core: _Core) -> Figure:
    """Add what stands around a figure: hedge, bound, label of an effect, confidence interval, n/N."""
    quantity, start, end = core.quantity, core.start, core.end
    setting = bounds.before(text, start)
    full_start, full_end = setting.start, end
    if (between := _BETWEEN.search(text[max(0, start - 24) : start])) and quantity.is_range:
        full_start = start - len(between[0])
    quantity = replace(quantity, bound=setting.bound, approx=setting.approx, hedge=setting.hedge)
    if quantity.kind in {Kind.MEASURE, Kind.COUNT} and quantity.unit in {"year", "", "month", "week"}:
        window = text[max(0, start - 32) : start]
        age = _AGE.match(text, end)
        if (age and (quantity.unit or re.compile(r"[- ](?:years?|months?|weeks?)").match(age[0]))) or (
            _AGED.search(window)
        ):
            quantity = replace(quantity, kind=Kind.AGE, unit=quantity.unit or "year")
            if age:
                full_end = end = age.end()
    if (
        (labelled := effects.label(text, full_start)) is not None
        and not quantity.unit
        and quantity.kind in {Kind.COUNT, Kind.MEASURE, Kind.FOLD}
    ):
        full_start = min(full_start, labelled.start)
        if labelled.measure == "p-value":
            return Figure(start, end, text[start:end], replace(quantity, kind=Kind.P_VALUE), full_start, end)
        quantity = replace(quantity, kind=Kind.RATIO, measure_of_effect=labelled.measure)
    if (later := bounds.after(text, end)) is not None and quantity.bound is Bound.EXACT and not quantity.is_range:
        quantity, full_end = replace(quantity, bound=later[0]), later[1]
    if (ci := effects.interval(text, full_end)) is not None:
        quantity, full_end = replace(quantity, ci=Interval(ci.low, ci.high), ci_level=ci.level), ci.end
    elif (
        quantity.kind is Kind.PROPORTION
        and quantity.numerator is None
        and (share := effects.counts(text, full_end)) is not None
    ):
        quantity, full_end = replace(quantity, numerator=share.numerator, denominator=share.denominator), share.end
        if (ci := effects.interval(text, full_end)) is not None:
            quantity, full_end = replace(quantity, ci=Interval(ci.low, ci.high), ci_level=ci.level), ci.end
    return Figure(start, end, text[start:end], quantity, full_start, full_end)
