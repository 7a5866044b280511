"""What a draft's own numbers say of each other; a denominator that is not stated is never guessed."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.model.quantity import Form, Kind, Quantity
from evidencekb.text.units import convert, dimension

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.model.quantity import Figure


_PART: Final = re.compile(r"\b(\d{1,9}(?:,\d{3}){0,3}) ?\((?:about |some |or )?$")
_NEAR: Final = 60
_INTERVAL: Final = re.compile(r"[ -]?(?:CIs?\b|C\.I\.|[Cc]onfidence [Ii]nterval|[Cc]redible [Ii]nterval)")
_EQUATING: Final = re.compile(r"^[^.;]{0,20}?(?:=|\bthe same as|\bequals|\bequal to|\bequivalent to) *$")
_WHOLE: Final = re.compile(r"(?:[Oo]f|[Aa]mong|[Ii]n)(?: the| all)? (\d{1,9}(?:,\d{3}){0,3}) [^\W\d]")


def own_fault(quantity: Quantity) -> str:
    """What is impossible in one figure, in words; "" where nothing is."""
    value = quantity.value
    if (
        quantity.kind is Kind.PROPORTION
        and value is not None
        and quantity.numerator is not None
        and quantity.denominator
    ):
        share = quantity.numerator * 100 / quantity.denominator
        slack = Decimal(5).scaleb(-quantity.decimals - 1)
        if abs(share - value) > max(slack, Decimal("0.5") if quantity.decimals == 0 else slack):
            return _not_the_share(quantity.numerator, quantity.denominator, value)
    ci = quantity.ci
    if ci is not None and value is not None and ci.low is not None and ci.high is not None:
        if ci.low > ci.high:
            return f"the interval from {ci.low:f} to {ci.high:f} is the wrong way round"
        if not ci.low <= value <= ci.high:
            return f"{value:f} lies outside its own interval, {ci.low:f} to {ci.high:f}"
    return ""


def pair_fault(one: Figure, other: Figure, between: str) -> str:
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
    if counts.form is Form.FRACTION and " in " in one.text:  # "one in five, or 18%"
        slack = max(slack, Decimal("2.5"))
    if abs(exact - share.value) <= slack:
        return ""
    return _not_the_share(counts.numerator, counts.denominator, share.value)


def whole_fault(share: Figure, text: str, start: int) -> str:
    """Read "Of 50 patients, 25 (64%) improved": a part in front of the share, and the whole that opens the sentence."""
    value = share.quantity.value
    if share.quantity.kind is not Kind.PROPORTION or value is None or share.quantity.numerator is not None:
        return ""
    part = _PART.search(text, max(start, share.full_start - 16), share.full_start)
    whole = _WHOLE.match(text, start)
    if part is None or whole is None or whole.end() > part.start():
        return ""
    count, total = Decimal(part[1].replace(",", "")), Decimal(whole[1].replace(",", ""))
    if not 0 < count <= total:
        return ""
    slack = max(
        Decimal("0.5") if share.quantity.decimals == 0 else Decimal(5).scaleb(-share.quantity.decimals - 1),
        Decimal(2) if share.quantity.approx else Decimal(0),
    )
    return "" if abs(count * 100 / total - value) <= slack else _not_the_share(count, total, value)


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
        if a.value is None or b.value is None or dimension(a.unit) != dimension(b.unit):
            continue
        changed = convert(a.value, a.unit, b.unit) if a.unit != b.unit else a.value
        if changed is None:
            continue
        if abs(changed - b.value) <= max(Decimal(5).scaleb(-b.decimals - 1), abs(b.value) / 100):
            return ""
        return f"{one.text} is {changed.normalize():f} {b.unit}, not {other.text}" if right == number else ""
    return None


def change_fault(figures: Sequence[Figure], text: str) -> dict[int, str]:
    """Read "fell from 24 to 14, a drop of 12 points": index of the figure that does not fit, and why."""
    found: dict[int, str] = {}
    for index in range(len(figures) - 2):
        first, second, third = figures[index : index + 3]
        gap = text[first.end : second.full_start].strip().lower()
        joint = text[second.end : third.start].lower()
        a, b, c = first.quantity, second.quantity, third.quantity
        if gap != "to" or "from" not in text[max(0, first.full_start - 12) : first.full_start].lower():
            continue
        if a.value is None or b.value is None or c.value is None or len(joint) > 40:
            continue
        words = {
            "drop",
            "fall",
            "decrease",
            "reduction",
            "rise",
            "increase",
            "gain",
            "improvement",
            "change",
            "difference",
            "decline",
        }
        if not words & set(joint.replace(",", " ").split()):
            continue
        exact = abs(a.value - b.value)
        if c.kind is Kind.PROPORTION and a.kind is not Kind.PROPORTION:
            if a.value and abs(exact * 100 / a.value - c.value) > 1:
                found[index + 2] = (
                    f"from {a.value:f} to {b.value:f} is a change of {exact * 100 / a.value:.1f}%, not {c.value:f}%"
                )
        elif abs(exact - abs(c.value)) > Decimal(5).scaleb(-c.decimals - 1):
            found[index + 2] = f"from {a.value:f} to {b.value:f} is a change of {exact:f}, not {abs(c.value):f}"
    return found


def is_level(figure: Figure, text: str) -> bool:
    """Whether a percentage is the level of an interval: "(95% CI 1.4 to 1.8)"."""
    return figure.quantity.unit == "%" and _INTERVAL.match(text, figure.end) is not None
