"""The one grammar of figures: what a number with its surroundings means, in prose and in `figure:` fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Form, Kind
from evidencekb.text.figures import (
    fractions,
    multiples,
    not_figures,
    numbers,
    parted,
    pronouns,
    ranges,
    rates,
    spans,
    surroundings,
    unit_phrase,
)
from evidencekb.text.figures.folding import fold, squeeze
from evidencekb.text.figures.reading import of_number
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.quantity import Figure, Quantity
    from evidencekb.text.figures.numbers import Number
    from evidencekb.text.figures.reading import Reading

_CANDIDATE: Final = pattern(r"[0-9]+|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒]|[A-Za-z]+")
_OPENERS: Final = frozenset(
    form
    for word in (
        *numbers.WORDS,
        *multiples.PLURALS,
        *multiples.FOLDS,
        *multiples.MULTIPLES,
        *("half", "a", "an", "dozen", "every", "each"),
    )
    for form in (word, word.capitalize(), word.upper())
)
"""Words that may begin a figure, as they are written: one look-up a word keeps the scan of prose cheap."""

_ROUND: Final = pattern(r"[ -](?:hundred|thousand|million|billion|dozen)\b", re.IGNORECASE)
_PLUS_MINUS: Final = pattern(r" ?(?:±|\+/[-−–]|\+[-−–]|\( ?± ?) ?")
_MAGNITUDE: Final = pattern(r" (?:orders?|decades?) of magnitude")
_WORD: Final = pattern(r"[A-Za-z]+")
_TAIL: Final = pattern(r"[A-Za-zα-ωµ_]")
_RATIO: Final = pattern(r":(?=[0-9])")
_SIGNED_AFTER: Final = frozenset(" (\v=<>≤≥~,;[:/$±")
_CURRENCIES: Final = frozenset("$€£¢")
_LONGEST_FIELD: Final = 200
_LONGEST_RUN: Final = 40
_MOST_RUNS: Final = 65536


def find(text: str, *, parts: bool = False) -> list[Figure]:
    """All figures of a text, in order; they do not overlap. Linear in its length.

    A confidence interval, n/N or p-value behind an estimate belongs to it; with `parts` each is a figure of its own.
    """
    squeezed = squeeze(text)
    folded = fold(squeezed.text)
    readings = list(_readings(folded, squeezed.text, parts=parts))
    surroundings.share_units(folded, readings)
    return [reading.figure(text, squeezed) for reading in readings]


def parse(text: str) -> Quantity | None:
    """The quantity that the whole text states, as in a `figure:` field; None where it is not exactly one figure."""
    stripped = text.strip()
    if not stripped or len(stripped) > _LONGEST_FIELD:
        return None
    found = find(stripped)
    if len(found) != 1:
        return None
    figure = found[0]
    rest = (stripped[: figure.full_start] + stripped[figure.full_end :]).strip(" .,;()")
    return figure.quantity if not rest else None


def _readings(text: str, raw: str, *, parts: bool) -> Iterator[Reading]:
    """Scan for places where a figure could begin, and read there; `raw` is the text before folding."""
    free = 0  # nothing before it may be read again
    taken = 0  # nothing before it belongs to a later figure
    for start, end, word in _candidates(text):
        if start < free:
            continue
        if "0" <= word[0] <= "9":
            past = not_figures.skip(text, start, end, raw)
            if past is not None:
                free = max(past, end)
                continue
            reading = _in_digits(text, start, end, free)
            free = end
        elif word[0].isalpha():
            reading = _in_words(text, start, word)
        else:
            number = numbers.read(text, start)
            reading = _number(text, number) if number else None
        if reading is None:
            continue
        reading = _to_second(text, reading) or reading
        if not reading.unit and reading.start > taken and text[reading.start - 1] in _CURRENCIES:
            reading.take_currency(text[reading.start - 1])
        surroundings.dress(text, reading, parts=parts)
        reading.full_start = min(max(reading.full_start, taken), reading.start)
        taken = reading.end if parts else reading.full_end
        free = max(taken, end)
        yield reading


_Candidate = tuple[int, int, str]
"""Where a figure could begin: start and end of the digits, sign or word, and that word in lower case."""


def _candidates(text: str) -> Iterator[_Candidate]:
    """Every place of a folded text where a figure could begin."""
    at = 0
    for run in text.split(" "):
        for start, end, word in _runs[run]:
            yield at + start, at + end, word
        at += len(run) + 1


class _Runs(dict[str, tuple[_Candidate, ...]]):
    """What could begin a figure between two spaces, looked for once: prose says the same words again and again."""

    def __missing__(self, run: str) -> tuple[_Candidate, ...]:
        found = tuple([(*match.span(), match[0].lower()) for match in _CANDIDATE.finditer(run) if _opens(run, match)])
        if len(run) <= _LONGEST_RUN:
            if len(self) >= _MOST_RUNS:
                self.clear()
            self[run] = found
        return found


_runs: Final = _Runs()


def _opens(run: str, match: re.Match[str]) -> bool:
    """Whether digits, a sign or a word may begin a figure; a word only as a whole."""
    start, word = match.start(), match[0]
    if not word[0].isalpha():
        return True
    return word in _OPENERS and not (start and (run[start - 1].isalnum() or run[start - 1] in "_'"))


def _in_digits(text: str, at: int, end: int, free: int) -> Reading | None:
    """A figure that begins with the digits `text[at:end]`; nothing before `free` belongs to it."""
    if end - at > numbers.LONGEST:
        return None
    begin = at
    if at > free and text[at - 1] == "." and (at == 1 or not text[at - 2].isalnum()):
        begin = at - 1
    number = numbers.read(text, begin)
    if number is None:
        return None
    sign = text[begin - 1 : begin] if begin > free else ""
    if sign and sign in "-−–" and (begin == 1 or text[begin - 2] in _SIGNED_AFTER):
        number = numbers.Number(-number.value, begin - 1, number.end, number.decimals, number.form)
    return _number(text, number)


def _in_words(text: str, at: int, low: str) -> Reading | None:
    """A figure that begins with the word `low`."""
    if low in multiples.PLURALS:
        return multiples.bare_plural(text, at, low)
    if low in multiples.MULTIPLES:
        return multiples.multiple(text, at, low)
    if low in multiples.FOLDS:
        return multiples.fold_word(at, low)
    if low == "half":
        return fractions.half(text, at, at)
    if low in {"every", "each"}:
        part = parted.every(text, at) if low == "every" else None
        if part is not None or not _ROUND.match(text, at + len(low)):
            return part
    if low in {"a", "an"}:
        part = _behind_article(text, at, at + len(low))
        if part is not None or low == "an" or not _ROUND.match(text, at + len(low)):
            return part
    number = numbers.words(text, at)
    if number is None:
        return None
    reading = _number(text, number)
    if reading is None or pronouns.is_idiom(text, reading):
        return None
    alone = low in {"one", "zero"} and reading.end == number.end == at + len(low)
    return None if alone and not pronouns.counts(text, at, number.end) else reading


def _behind_article(text: str, at: int, end: int) -> Reading | None:
    """A figure that begins with the article `text[at:end]`: "a third", "a fifth to a quarter", "a week to ten days"."""
    part = fractions.article(text, at, end - at)
    if part is not None:
        return part
    first = spans.one(text, at, end) or fractions.end_of_range(text, at, end - at)
    if first is None:
        return None
    return _to_second(text, first) or (first if spans.is_whole(first) else None)


def _to_second(text: str, first: Reading) -> Reading | None:
    """The range that begins with what was read, where a second end is joined to it."""
    at = spans.joint(text, first)
    if at is None:
        return None
    word = _WORD.match(text, at)
    low = word[0].lower() if word else ""
    if low in {"a", "an"}:
        end = at + len(low)
        second = spans.one(text, at, end) or fractions.article(text, at, len(low))
        second = second or fractions.end_of_range(text, at, len(low))
    elif low == "half":
        second = fractions.half(text, at, at)
    else:
        number = numbers.read(text, at)
        second = _number(text, number) if number else None
    return spans.of_ends(text, first, second) if second else None


def _number(text: str, number: Number) -> Reading | None:
    """The figure that begins with a number: all that can follow one."""
    if (rate := rates.read(text, number)) is not None:
        return rate
    part = fractions.in_words(text, number) or fractions.vulgar(text, number) or fractions.n_of_total(text, number)
    part = part or multiples.to_fold(text, number) or parted.inside(text, number)
    if part is not None:
        return part
    reading = ranges.read(text, number)
    if reading is None:
        reading = _plain(text, number)
    elif not reading.unit:
        multiples.take_fold(text, reading)
    return reading


def _plain(text: str, number: Number) -> Reading | None:
    """A number with or without a unit, ± and standard deviation."""
    digits = number.form is Form.DIGITS
    reading = of_number(number)
    multiples.take_fold(text, reading)
    if reading.kind is Kind.FOLD:
        return reading
    _take_spread(text, reading)
    unit = unit_phrase.read(text, reading.end, digits=digits)
    if unit is not None and unit.symbol.startswith("1/") and text[number.start - 1 : number.start] in _CURRENCIES:
        return reading  # "£5 per mL"
    if unit is not None:
        reading.take(unit)
        if reading.plus_minus is None:
            _take_spread(text, reading)
        return reading
    if _MAGNITUDE.match(text, reading.end):
        return None
    if digits and _TAIL.match(text, reading.end) and "×" not in text[number.start : reading.end]:
        return None  # the beginning of a name: "3BP"
    if digits and not reading.decimals and (ratio := _RATIO.match(text, reading.end)):
        other = numbers.read(text, ratio.end())
        if other is not None and other.value:
            reading.numerator, reading.denominator = number.value, other.value
            reading.value = number.value / other.value
            reading.end = reading.full_end = other.end
    return reading


def _take_spread(text: str, reading: Reading) -> None:
    """Take in "± 2.1" behind a number or its unit."""
    if text[reading.end : reading.end + 2].strip()[:1] not in {"±", "+", "("}:
        return
    spread = _PLUS_MINUS.match(text, reading.end)
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
