"""Changes told twice, by their ends and by their size: "fell from 24 to 14, a drop of 12 points"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.model.quantity import Bound, Form, Kind
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evidencekb.model.quantity import Figure, Quantity

_NOUN: Final = (
    r"(?:drop|fall|decrease|reduction|rise|increase|gain|improvement|change|decline|dip|jump|growth|loss|cut|climb|"
    r"lowering|shrinkage|worsening|surge|plunge|difference)"
)
_NAMED: Final = pattern(
    rf"\b{_NOUN}\b(?: \([a-z ]{{1,20}}\))?(?: (?:in|on|for) [\w -]{{1,30}}?)?"
    r" ?(?:of|by|amounting to|equal to|=|:)(?: (?:just|only|some))? ?$"
)
_BY: Final = pattern(
    r"(?:^|[ ,(\u2014\u2013-])(?:down|up|lower|higher|less|more|fewer|better|worse|fell|rose|dropped|declined|cut|"
    r"decreased|increased|reduced|lowered|raised|improved|worsened|changed|grew|climbed|jumped|sank|shrank|"
    r"went (?:down|up)|(?:fall|ris|dropp|declin|decreas|increas|reduc|lower|rais|improv|worsen|chang|grow|climb|jump|"
    r"sink|shrink)ing"
    r")(?: [\w -]{1,40}?)? by(?: (?:just|only|some))? ?$"
)
_LEADING: Final = pattern(
    r"(?:^|[ ,(\u2014\u2013-])(?:an?|the|its|this|that|or|is|i\.e\.|namely|equals|equivalent to|corresponding to)"
    r"(?: (?:total|mean|average|overall|relative|absolute|net|full|whole|clear))? ?$"
)
_SAME: Final = pattern(r"^[ ,(\u2014\u2013-]*(?:that is|that's|i\.e\.|which is|or|namely),?(?: by)?(?: about)? ?$")
_SIGNED: Final = ("+", "-", "\u2212", "\u2013")
_BEHIND: Final = pattern(
    rf" ?(?:[ -]?points? )?(?:(?:relative|absolute|mean|average|overall|total|risk|net) )*{_NOUN}\b"
)
_APART: Final = pattern(
    r"[;?!:]|\b(?:who|whose|which|with|when|after|among|if|while|but|than|versus|vs|compared|against|over|because|and)\b"
)
"""Words between a change and its ends that may make them two things."""
_OTHER: Final = pattern(r"^[^.;,]{0,40}\b(?:more|less|greater|larger|smaller|than|versus|vs|compared|against)\b")
_FROM: Final = pattern(r"\bfrom (?:a (?:mean|median|score|level|rate|value|baseline) of )?$", re.IGNORECASE)
_TIMES: Final = {"halv": "0.5", "doubl": "2", "tripl": "3", "trebl": "3", "quadrupl": "4"}
_MULTIPLYING: Final = pattern(
    r"(?P<hedge>(?:more than|less than|almost|nearly|about|roughly|just over|just under|over|under) )?"
    r"(?P<stem>halv|doubl|tripl|trebl|quadrupl)(?:ed|ing)\b"
)
_RELATIVE: Final = pattern(r"\brelative(?:ly)?\b|\bin relative terms|\bRRR\b|\bof (?:the|its) (?:start|baseline)")
_ABSOLUTE: Final = pattern(r"\babsolute(?:ly)?\b|\bin absolute terms|\bARR\b")
_REACH: Final = 40
_SCALED: Final = pattern(r"hundred|thousand|million|billion", re.IGNORECASE)


class _Ends(NamedTuple):
    """Where something began and ended: the figures `first` and `last` by number, and where the words for it stand."""

    first: int
    last: int
    start: Decimal
    end: Decimal
    quantity: Quantity  # of the first, for its unit
    decimals: int
    begin: int
    stop: int

    @property
    def in_percent(self) -> bool:
        return self.quantity.unit == "%"

    def points(self) -> Decimal:
        return abs(self.start - self.end)

    def share(self) -> Decimal:
        return self.points() * 100 / abs(self.start)


def faults(figures: Sequence[Figure], text: str) -> dict[int, str]:
    """Number of the figure that does not fit the ends of its change, and why."""
    if len(figures) < 1 or "from" not in text[max(0, figures[0].start - 160) : figures[-1].end].lower():
        return {}
    found: dict[int, str] = {}
    pairs = list(_pairs(figures, text))
    for ends in pairs:
        for number in (ends.last + 1, ends.first - 1):
            if not 0 <= number < len(figures) or number in found:
                continue
            told = _told_behind(figures[number], ends, text) if number > ends.last else ""
            told = _told_before(figures[number], ends, text) if number < ends.first else told
            if not told or ("difference" in told and len(pairs) > 1):
                continue
            if fault := _misfit(figures[number], ends, told):
                found[number] = fault
        if ends.last not in found and (fault := _multiplied(ends, figures, text)):
            found[ends.last] = fault
    return found


def _pairs(figures: Sequence[Figure], text: str) -> Iterator[_Ends]:
    """Every "from A to B", as two figures or as one that was read as a range."""
    for index, one in enumerate(figures):
        if one.quantity.kind in {Kind.AGE, Kind.P_VALUE} or not _FROM.search(
            text, max(0, one.full_start - 30), one.start
        ):
            continue
        a = one.quantity
        if a.low is not None and a.high is not None and a.low:
            yield _Ends(index, index, a.low, a.high, a, a.decimals, one.full_start, one.full_end)
            continue
        if index + 1 >= len(figures) or a.value is None or not a.value:
            continue
        other = figures[index + 1]
        b = other.quantity
        if _SCALED.search(other.text) and not _SCALED.search(one.text):
            continue  # "from 2 to 5 million"
        gap = text[one.end : other.full_start].strip().lower()
        if gap != "to" or b.value is None or (b.unit and a.unit and a.unit != b.unit):
            continue
        unit = a if a.unit else b
        yield _Ends(
            index, index + 1, a.value, b.value, unit, max(a.decimals, b.decimals), one.full_start, other.full_end
        )


def _told_behind(figure: Figure, ends: _Ends, text: str) -> str:
    """The words that make a figure behind the ends the size of their change; "" where it may be something else."""
    joint = text[ends.stop : figure.full_start]
    after = text[figure.full_end : figure.full_end + _REACH]
    if len(joint) > _REACH or (_APART.search(joint) and "and" not in joint.split()) or _OTHER.search(after):
        return ""
    if re.match(r" in (?!(?:the|this|that|both|all|risk|rate|score)\b)[a-z]", after):
        return ""  # "an improvement of 10% in something else"
    behind = _BEHIND.match(after)
    again = figure.quantity.unit and (_SAME.match(joint) or (joint.strip() == "(" and figure.text.startswith(_SIGNED)))
    if _NAMED.search(joint) or _BY.search(joint) or again:
        return _around(joint, after)
    if behind and (_LEADING.search(joint) or joint.strip() in {",", "("}):
        return _around(joint, after)
    return ""


def _told_before(figure: Figure, ends: _Ends, text: str) -> str:
    """The same for a figure before the ends: "fell by 11 points, from 26 to 21", "an 11-point drop (from 26 to 21)"."""
    gap = _FROM.sub("", text[figure.full_end : ends.begin])
    lead = text[max(0, figure.full_start - 60) : figure.full_start]
    if len(gap) > _REACH or _APART.search(gap):
        return ""
    tail = text[ends.stop : ends.stop + 12]
    if re.match(r",? (?:and|or) from\b", tail) or _OTHER.search(text[ends.stop : ends.stop + _REACH]):
        return ""
    if _BEHIND.match(gap) or _BY.search(lead) or _NAMED.search(lead):
        return _around(lead.rpartition(",")[2], gap)
    return ""


def _around(before: str, after: str) -> str:
    """The words on both sides that belong to one figure."""
    return f"{before}|{re.split(r'[,;.]| or | and ', after, maxsplit=1)[0]}"


def _misfit(figure: Figure, ends: _Ends, told: str) -> str:
    """Why a figure cannot be the change between the ends; "" where it fits in one of the ways it may be meant."""
    said = figure.quantity
    value = said.value
    if value is None:
        return ""
    value = abs(value)
    relative, absolute = _RELATIVE.search(told) is not None, _ABSOLUTE.search(told) is not None
    fits: list[bool] = []
    if said.kind is Kind.FOLD:
        ratio = max(ends.start, ends.end) / min(ends.start, ends.end) if ends.end else None
        if ratio is None or min(ends.start, ends.end) <= 0:
            return ""
        fits = [_fit(said, value, each, ratio / 8) for each in (ratio, ratio - 1)]
    elif said.kind is Kind.PROPORTION and said.form is Form.FRACTION:
        fits = [_fit(said, value, ends.share(), Decimal(5))]
    elif said.kind is Kind.PROPORTION:
        if not absolute or not ends.in_percent:
            fits.append(_fit(said, value, ends.share(), _leave(said, ends)))
        if ends.in_percent and not relative:
            fits.append(_fit(said, value, ends.points(), _step(said, ends)))
    elif said.kind is Kind.POINTS or _is_points(figure):
        if said.kind is Kind.POINTS and not ends.in_percent and ends.quantity.unit:
            return ""
        fits = [_fit(said, value, ends.points(), _step(said, ends))]
    elif said.kind in {Kind.MEASURE, Kind.COUNT} and (
        said.unit == ends.quantity.unit or (not said.unit and said.numerator is None)
    ):
        if not said.unit and not re.search(r"(?:of|by|=)(?: (?:just|only|some))? ?\|", told):
            return ""
        fits = [_fit(said, value, ends.points(), _step(said, ends))]
    if not fits or any(fits):
        return ""
    change = f"from {_plain(ends.start)} to {_plain(ends.end)} is a change of {_told(ends)}"
    if ends.in_percent and said.unit and _fit(said, value, ends.share(), _leave(said, ends)):
        return f"{change}: \u201c{_surface(figure)}\u201d is the relative change, not the one in points"
    return f"{change}, not {_surface(figure)}"


def _is_points(figure: Figure) -> bool:
    """Whether a number is told in points: of a scale, or of percent."""
    return figure.quantity.unit == "points" or figure.text.lower().endswith(("point", "points"))


def _fit(said: Quantity, value: Decimal, exact: Decimal, leave: Decimal) -> bool:
    """Whether a number is what was reckoned, its hedge and bound heeded."""
    if said.approx:
        leave = max(leave, exact / 10)
    if said.bound in {Bound.ABOVE, Bound.AT_LEAST}:
        return exact >= value - leave
    if said.bound in {Bound.BELOW, Bound.AT_MOST}:
        return exact <= value + leave
    return abs(exact - value) <= leave


def _step(said: Quantity, ends: _Ends) -> Decimal:
    """How far rounding may carry a difference: shares and decimals are rounded, whole scores are not."""
    half = Decimal(5).scaleb(-said.decimals - 1)
    return half + Decimal(5).scaleb(-ends.decimals - 1) if ends.in_percent or ends.decimals else half


def _leave(said: Quantity, ends: _Ends) -> Decimal:
    """How far the rounding of the ends may carry the change in percent."""
    quarter = Decimal("2.5").scaleb(-ends.decimals - 1) if ends.in_percent or ends.decimals else Decimal(0)
    start = abs(ends.start)
    spread = quarter * (1 + abs(ends.end) / start) * 100 / start
    return max(Decimal(1), spread + Decimal(5).scaleb(-said.decimals - 1))


def _told(ends: _Ends) -> str:
    """The change as reckoned: its points and its share of the start."""
    unit = " percentage points" if ends.in_percent else ""
    return f"{_plain(ends.points())}{unit}, or {_plain(round(ends.share(), 1))}% of {_plain(ends.start)}"


def _surface(figure: Figure) -> str:
    return " ".join(figure.text.split())


def _plain(number: Decimal) -> str:
    """A number without an exponent or idle zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _multiplied(ends: _Ends, figures: Sequence[Figure], text: str) -> str:
    """Read "halved, from 24 to 13" and "from 24 to 13, halving it": the ends that are no such multiple."""
    if ends.start <= 0 or ends.end <= 0:
        return ""
    low = figures[ends.first - 1].full_end if ends.first else max(0, ends.begin - 60)
    before = text[max(low, ends.begin - 60) : ends.begin]
    stop = figures[ends.last + 1].full_start if ends.last + 1 < len(figures) else ends.stop + _REACH
    behind = re.match(rf" ?,? ?(?:so |thus |thereby |more or less )?{_MULTIPLYING.pattern}", text[ends.stop : stop])
    found = None
    for match in _MULTIPLYING.finditer(before):
        gap = _FROM.sub("", before[match.end() :])
        if "." not in gap and not _APART.search(gap) and not re.search(r"\b(?:not|never|hardly)\b", before):
            found = match
    found = found or behind
    if found is None:
        return ""
    times = Decimal(_TIMES[found["stem"]])
    ratio = ends.end / ends.start
    leave = times * (Decimal("0.35") if found["hedge"] else Decimal("0.2"))
    if found["hedge"] and found["hedge"].startswith("more") and times > 1:
        fits = ratio >= times * Decimal("0.95")
    elif found["hedge"] and found["hedge"].startswith("more"):
        fits = ratio <= times * Decimal("1.05")
    else:
        fits = abs(ratio - times) <= leave
    if fits:
        return ""
    word = " ".join(found[0].strip(" ,").split())
    return f"from {_plain(ends.start)} to {_plain(ends.end)} is a change of {_told(ends)}, not \u201c{word}\u201d"
