"""The unit behind a number, as far as it goes: "mg", "mcg per litre", "mm Hg", "times a day", "mL min−1 kg−1"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from evidencekb.text import units
from evidencekb.text.figures import per_volume
from evidencekb.text.figures.lists import words_of
from evidencekb.text.patterns import pattern

_PERCENT: Final = pattern(
    r"(?:(?P<points>percentage[ -]points?|%[ -]points?|percent[ -]points?|pp)|%|per[ -]?cents?|pct\.?)(?![A-Za-z])",
    re.IGNORECASE,
)
_ATOM: Final = pattern(
    r"mm ?H[gG]\b|cm ?H2O\b|light[- ]years?\b|international units?\b|[°º] ?[CF]\b|[°º]|[A-Za-zµ°ºÅΩ℃%$€£]+"
)
_RAISED: Final = pattern(
    r"\^?\{?(?P<power>[23])\}?(?![0-9A-Za-z]|[.,][0-9])|(?P<sign>[²³])|(?P<spaced> [23])(?![0-9A-Za-z%]|[.,-][0-9])"
)
_INVERSE: Final = pattern(r" ?\^?\{?(?P<sign>[-−–])(?P<power>[1-4])\}?(?![0-9A-Za-z%]|[.,][0-9])|⁻(?P<raised>[¹²³])")
_PER: Final = pattern(r"/ ?| ?/ ?|-per-| per | an? | each | every ")
_PRODUCT: Final = pattern(r"[ ·⋅.](?=[A-Za-zµ]{1,6} ?\^?(?:\{?[-−–][1-4](?![0-9])|⁻[¹²³]))")
_SURFACE: Final = pattern(r"1\.73 ?m ?(?:\^?2|²)|1\.73 ?m ?\^?[-−–]2")
_HUNDREDS: Final = pattern(r"100 ?(mL|ml|g|kcal)\b")
_ADVERB: Final = pattern(
    r",? (once daily|daily|nightly|weekly|monthly|yearly|annually|every other day|every second day|on alternate days|"
    r"every day|each day|every night)(?![A-Za-z-])"
)
_DIGITS_ONLY: Final = words_of(
    "A C D G J K M N T U V W B Y a d g h l m s t y au bar mag pt pts tab gr ha yr mo min sec time second cal mi kt kts "
    "psi unit Pa Hz Gy Sv mm cm km nm oz lb ft kg mg eV ly pc rad deg cc lx"
)
"""Short or common words: units only behind digits."""
_GLUED_ONLY: Final = words_of("A C D G T U B t y a $ € £ N")
"""Units only when nothing stands between them and the number (or a slash follows)."""
_LENGTHS: Final = words_of("m cm mm um nm km dm")
_RAISABLE: Final = _LENGTHS | words_of("s min h d day")
_SCALE: Final = pattern(r" (Celsius|Fahrenheit|C\b|F\b)", re.IGNORECASE)
_MAGNET: Final = pattern(r" (?:MRI?|scanner|magnet|field)")
_WORD_NEXT: Final = pattern(r" ?[A-Za-zµ%]")
_NAME: Final = pattern(r" ?[A-Z][a-z]| ?[⊕⊙☉⋆]|\.[A-Z ]")
_HUNDREDFOLD: Final = {"mL": "dL"}
_THOUSANDS: Final = {"K": "thousand", "M": "million"}
"""What a blood count's "K/µL" and "M/µL" stand for."""


_AIMED: Final = pattern(r" (?:to|towards?)\b(?! [0-9])")
_LIMIT: Final = pattern(r"(?:below|under|above|over|than|beyond|[<>≤≥]) ?[-−–+]?[0-9.,]+\Z")
_BEFORE: Final = 24
"""Characters in which a limit stands: "a score below 50 points to A" tells what it is a sign of, and no unit."""


class Unit(NamedTuple):
    """Canonical symbol, spelling as printed, where it ends, and where it names what is counted."""

    symbol: str
    text: str
    end: int
    thing: tuple[int, int] = (0, 0)  # the name of what is counted in a volume


def read(text: str, at: int, *, digits: bool) -> Unit | None:
    """The unit that begins at `at`, behind a number in digits (or in words)."""
    unit = _measured(text, at, digits=digits)
    if unit is None and (digits or text[at : at + 1] == " ") and (count := per_volume.read(text, at)):
        symbol, end, thing = count
        return Unit(symbol, text[at:end].strip(), end, thing)
    return unit


def over_time(text: str, unit: Unit, at: int) -> Unit:
    """A unit with what stands at `at`, behind more of its number, and says how often: "a litre and a half a day"."""
    step = (
        _denominator(text, at, unit.symbol, []) if "/" not in unit.symbol and unit.symbol not in units.TIMES else None
    )
    if step is not None and step[0] in units.TIMES:
        return Unit(f"{unit.symbol}/{step[0]}", unit.text, step[1])
    return unit._replace(end=at)


def _measured(text: str, at: int, *, digits: bool) -> Unit | None:
    """As `read`, for whatever is not a count in a volume."""
    start = at
    first = text[start : start + 1]
    if first == " ":
        start += 2 if text[start + 1 : start + 2] == " " else 1
    elif first == "-" and text[start + 1 : start + 2].isalpha():
        start += 1
    first = text[start : start + 1]
    if first in "%pP" and first and (percent := _PERCENT.match(text, start)):
        spelt = percent[0]
        if percent["points"] and _is_verb(text, at, percent.end()):
            spelt = spelt[: spelt.rindex("points") - 1]
            return Unit("%", spelt, start + len(spelt))
        return Unit("percentage-points" if percent["points"] else "%", spelt, percent.end())
    if first == "‰":
        return Unit("‰", first, start + 1)
    if not first.isalpha() and first not in "°º$€£µ":
        return None
    atom = _ATOM.match(text, start)
    return _compound(text, at, atom, digits=digits) if atom else None


def _is_verb(text: str, at: int, end: int) -> bool:
    """Whether "points", between `at` and `end`, tells what a limit before it is a sign of."""
    return _AIMED.match(text, end) is not None and _LIMIT.search(text, max(0, at - _BEFORE), at) is not None


def _symbol(word: str) -> str | None:
    """The canonical symbol of one printed unit."""
    if word[-1:] in "CF" and word[:1] in "°º":
        return "°" + word[-1]
    tight = word.replace(" ", "")
    if tight.lower() in {"mmhg", "cmh2o"}:
        return "mmHg" if tight.lower() == "mmhg" else "cmH2O"
    if word.lower().startswith("international"):
        return "IU"
    return units.simple(word.replace(" ", "-") if word[:5].lower() == "light" else word)


def _compound(text: str, at: int, atom: re.Match[str], *, digits: bool) -> Unit | None:
    """A unit with its powers, denominators and "daily"."""
    word, start, end = atom[0], atom.start(), atom.end()
    symbol = _symbol(word)
    if symbol is None or not _allowed(text, at, atom, symbol, digits=digits):
        return None
    if symbol == "deg" and (scale := _SCALE.match(text, end)):
        symbol, end = "°" + scale[1][0].upper(), scale.end()
    above, below = [symbol], []
    if inverse := _inverse(text, end, word):
        above, below, end = ["1"], [symbol + _power(inverse)], inverse.end()
    elif symbol in _RAISABLE and (raised := _RAISED.match(text, end)) and not raised["spaced"]:
        above[0] += _digit(raised)
        end = raised.end()
    elif "0" <= text[end : end + 1] <= "9":
        return None
    for _ in range(4):
        step = _denominator(text, end, above[0], below)
        if step is None:
            break
        part, end, over = step
        (below if over else above).append(part)
    counted = above[0] in units.COUNTED
    if not below or (len(below) == 1 and below[0] in {"kg", "m2"}):
        adverb = _ADVERB.match(text, end)
        if adverb and symbol not in units.TIMES and above != ["%"]:
            below.append(units.ADVERBS[adverb[1]])
            end = adverb.end()
    if counted and not any(part in units.TIMES for part in below):
        return None
    if above[0] in _THOUSANDS and below in (["uL"], ["mm3"]):
        above[0] = _THOUSANDS[above[0]]
    product = "·".join(above)
    return Unit("/".join([product, *below]), text[start:end], end)


def _allowed(text: str, at: int, atom: re.Match[str], symbol: str, *, digits: bool) -> bool:
    """Whether a word that looks like a unit is one at this place."""
    word, start, end = atom[0], atom.start(), atom.end()
    following = text[end : end + 1]
    if not digits and (word in _DIGITS_ONLY or len(word) <= 2):
        return (
            word in {"second", "time", "unit"}
            and following != "-"
            and text[at:start] == " "
            and not digits
            and word != "second"
        )
    if symbol == "points" and _is_verb(text, at, end):
        return False
    if start > at and word in _GLUED_ONLY and following != "/":
        return word == "T" and _MAGNET.match(text, end) is not None
    if text[at:start] == "-" and (word in _GLUED_ONLY or (len(word) == 1 and word not in "hdsmgKL")):
        return False
    if len(word) == 1 and word.isupper() and start > at and _NAME.match(text, end):
        return False
    if following == "-" and len(word) == 1 and text[at:start] == " ":
        return False
    return not (symbol == "s" and word == "second" and following == "-")


def _inverse(text: str, at: int, word: str) -> re.Match[str] | None:
    """A negative exponent at `at`, which a range such as "3 h-4 h" is not."""
    if text[at : at + 1] not in {"-", "−", "–", " ", "^", "⁻"}:
        return None
    inverse = _INVERSE.match(text, at)
    if inverse is None or (word == "%"):
        return None
    if inverse["sign"] in {"-", "–"} and _WORD_NEXT.match(text, inverse.end()):
        follower = _ATOM.match(text, inverse.end() + (text[inverse.end() : inverse.end() + 1] == " "))
        if follower and (
            follower[0] == word or (units.simple(follower[0]) is not None and not _INVERSE.match(text, follower.end()))
        ):
            return None
    return inverse


def _digit(raised: re.Match[str]) -> str:
    """The exponent of a printed power, as a digit."""
    return raised["power"] or {"²": "2", "³": "3"}.get(raised["sign"] or "") or (raised["spaced"] or "").strip()


def _power(inverse: re.Match[str]) -> str:
    """The exponent of an inverse power, "" for one."""
    digit = inverse["power"] or {"¹": "1", "²": "2", "³": "3"}[inverse["raised"]]
    return "" if digit == "1" else digit


def _denominator(text: str, at: int, above: str, below: list[str]) -> tuple[str, int, bool] | None:
    """One more factor of a compound unit: its symbol, where it ends, and whether it stands below the line."""
    if text[at : at + 1] not in {"/", " ", "·", "⋅", ".", "-"}:
        return None
    if joint := _PER.match(text, at):
        here = joint.end()
        if surface := _SURFACE.match(text, here):
            return "1.73m2", surface.end(), True
        if hundreds := _HUNDREDS.match(text, here):
            symbol = units.simple(hundreds[1]) or hundreds[1]
            return _HUNDREDFOLD.get(symbol, "100" + symbol), hundreds.end(), True
        atom = _ATOM.match(text, here)
        symbol = _symbol(atom[0]) if atom else None
        if (
            atom is None
            or symbol is None
            or (text[atom.end() : atom.end() + 1] == "-" and joint[0] != "/" and text[atom.end() - 1] != "s")
        ):
            return None
        article = joint[0].strip() in {"a", "an", "each", "every"}
        if (article and symbol not in units.TIMES) or (joint[0][:1] == " " and len(atom[0]) == 1 and article):
            return None
        end = atom.end()
        raised = _RAISED.match(text, end) if symbol in _RAISABLE else None
        if raised is not None and (not raised["spaced"] or symbol in _LENGTHS or above in {*_LENGTHS, "AU"}):
            return symbol + _digit(raised), raised.end(), True
        if "0" <= text[end : end + 1] <= "9":
            return None
        return symbol, end, True
    if _PRODUCT.match(text, at):
        if surface := _SURFACE.match(text, at + 1):
            return "1.73m2", surface.end(), True
        atom = _ATOM.match(text, at + 1)
        inverse = _INVERSE.match(text, atom.end()) if atom else None
        symbol = _symbol(atom[0]) if atom else None
        if inverse is not None and symbol is not None:
            return symbol + _power(inverse), inverse.end(), True
    elif below and text[at : at + 6] == " 1.73 " and (surface := _SURFACE.match(text, at + 1)):
        return "1.73m2", surface.end(), True
    return None
