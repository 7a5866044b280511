"""What a draft's own numbers say of each other; a denominator that is not stated is never guessed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.draft.shares import rough_shares
from evidencekb.model.quantity import Kind, Quantity
from evidencekb.text.patterns import pattern
from evidencekb.text.units import convert, dimension

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.model.quantity import Figure


_ABOUT: Final = pattern(r"[(\[](?:about|some|roughly|around|nearly|almost|approximately|just (?:over|under)|~)")
_NEAR: Final = 60
_TOLERANCE: Final = Decimal("2.5")
_INTERVAL: Final = pattern(r"[ -]?(?:CIs?\b|C\.I\.|[Cc]onfidence [Ii]nterval|[Cc]redible [Ii]nterval)")
_SUBSTANCES: Final = pattern(r"^(?: of)? (?!(?:is|are|equals|equivalent|or)\b)[^\W\d]")
_NAMED: Final = pattern(r" (?:of )?(?!(?:and|or|but|in|for|per|a|so|as|which)\b)[^\W\d]")
_EQUATING: Final = pattern(r"^[^.;]{0,20}?(?:=|\bthe same as|\bequals|\bequal to|\bequivalent to) *$")


def own_fault(quantity: Quantity, surface: str = "", tolerance: Decimal = _TOLERANCE) -> str:
    """What is impossible in one figure, in words; "" where nothing is. A fraction of prose may miss by `tolerance`."""
    value = quantity.value
    if (
        quantity.kind is Kind.PROPORTION
        and value is not None
        and quantity.numerator is not None
        and quantity.denominator
    ):
        share = quantity.numerator * 100 / quantity.denominator
        slack = Decimal(5).scaleb(-quantity.decimals - 1)
        slack = max(slack, Decimal("0.5") if quantity.decimals == 0 else slack)
        if _ABOUT.search(surface):  # "32 of the 42 (about 75%)"
            slack = max(slack, Decimal(2))
        rough = rough_shares.is_one(quantity, surface)
        if not rough_shares.agrees(quantity, value, tolerance) if rough else abs(share - value) > slack:
            return _not_the_share(quantity.numerator, quantity.denominator, value)
    ci = quantity.ci
    if ci is not None and value is not None and ci.low is not None and ci.high is not None:
        if ci.low > ci.high:
            return f"the interval from {ci.low:f} to {ci.high:f} is the wrong way round"
        if not ci.low <= value <= ci.high:
            return f"{value:f} lies outside its own interval, {ci.low:f} to {ci.high:f}"
    return ""


def pair_fault(one: Figure, other: Figure, between: str, tolerance: Decimal = _TOLERANCE) -> str:
    """Read "12 of 48 patients (52%)": counts and the percentage in brackets right behind them."""
    counts, share = one.quantity, other.quantity
    if counts.numerator is None or not counts.denominator or share.kind is not Kind.PROPORTION or share.value is None:
        return ""
    if share.numerator is not None or len(between) > 40 or not between.rstrip().endswith(("(", "[", ", or", " or")):
        return ""
    exact = counts.numerator * 100 / counts.denominator
    slack = (
        max(Decimal("0.5"), Decimal(5).scaleb(-share.decimals - 1))
        if share.decimals == 0
        else Decimal(5).scaleb(-share.decimals - 1)
    )
    if share.approx:
        slack = max(slack, Decimal(2))
    rough = rough_shares.is_one(counts, one.text)  # "one in five, or 18%"
    if rough_shares.agrees(counts, share.value, tolerance) if rough else abs(exact - share.value) <= slack:
        return ""
    return _not_the_share(counts.numerator, counts.denominator, share.value)


def _not_the_share(part: Decimal, whole: Decimal, said: Decimal) -> str:
    """Say what n/N is instead of the percentage printed."""
    return f"{part:f} of {whole:f} is {part * 100 / whole:.1f}%, not {said:f}%"


def carried(figures: Sequence[Figure], number: int, text: str) -> bool:
    """Whether a count such as "12 of 48" is followed by its percentage in brackets, which is judged for both."""
    if number + 1 >= len(figures) or figures[number].quantity.numerator is None:
        return False
    one, other = figures[number], figures[number + 1]
    between = text[one.end : other.full_start]
    return (
        other.quantity.kind is Kind.PROPORTION
        and len(between) <= 40
        and between.rstrip().endswith(("(", "["))
        and ")" not in between
    )


def restated(figures: Sequence[Figure], number: int, text: str) -> bool:
    """Whether a multiple says again what a ratio before it says: "a risk ratio of 2.04, about twice as many"."""
    if not number or figures[number].quantity.kind is not Kind.FOLD:
        return False
    one, other = figures[number - 1], figures[number]
    said, ratio = other.quantity.value, one.quantity.value
    if one.quantity.kind is not Kind.RATIO or said is None or not ratio or other.full_start - one.end > _NEAR:
        return False
    return ";" not in text[one.end : other.start] and abs(said - ratio) <= ratio / 10


def equated(figures: Sequence[Figure], number: int, text: str) -> str | None:
    """Read "1 mcg/L is the same as 1 ng/mL": what is wrong with it, "" where it is right, None where it is no such."""
    for left, right in ((number, number + 1), (number - 1, number)):
        if left < 0 or right >= len(figures):
            continue
        one, other = figures[left], figures[right]
        if not _EQUATING.search(text[one.full_end : other.full_start]):
            continue
        a, b = one.quantity, other.quantity
        if a.value is None or b.value is None or not a.unit or dimension(a.unit) != dimension(b.unit):
            continue
        if _SUBSTANCES.search(text[one.full_end : other.full_start]) and _NAMED.match(text, other.full_end):
            continue  # "1 g of one thing is the same as 400 mg of another"
        changed = convert(a.value, a.unit, b.unit) if a.unit != b.unit else a.value
        if changed is None:
            continue
        if abs(changed - b.value) <= max(Decimal(5).scaleb(-b.decimals - 1), abs(b.value) / 100):
            return ""
        return f"{one.text} is {changed.normalize():f} {b.unit}, not {other.text}" if right == number else ""
    return None


def is_level(figure: Figure, text: str) -> bool:
    """Whether a percentage is the level of an interval: "(95% CI 1.4 to 1.8)"."""
    return figure.quantity.unit == "%" and _INTERVAL.match(text, figure.end) is not None
