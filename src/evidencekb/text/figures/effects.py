"""What surrounds an estimate: the name of an effect before it; a confidence interval, n/N or p-value behind it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from evidencekb.model.quantity import Bound
from evidencekb.text.figures import numbers, unit_phrase
from evidencekb.text.patterns import pattern

_ADJUSTED: Final = (
    r"(?:(?:multivariable|multivariate|age)[- ])?"
    r"(?:(?:adjusted|unadjusted|crude|pooled|summary|weighted|standardi[sz]ed|overall)[- ])?"
)
_LABELS: Final = {
    "relative-risk-reduction": r"relative risk reductions?(?: \(RRR\))?|RRR",
    "absolute-risk-difference": (
        r"absolute risk (?:reductions?|differences?|increases?)(?: \(AR[RD]\))?|risk differences?(?: \(RD\))?|ARR|ARD"
    ),
    "odds-ratio": _ADJUSTED + r"odds[- ]ratios?(?: [(\[]a?ORs?[)\]])?|a?ORs?",
    "hazard-ratio": _ADJUSTED + r"hazard[- ]ratios?(?: [(\[]a?HRs?[)\]])?|a?HRs?",
    "risk-ratio": (
        _ADJUSTED + r"(?:relative risks?|risk ratios?|rate ratios?|prevalence ratios?|incidence rate ratios?)"
        r"(?: [(\[][A-Za-z]{2,4}[)\]])?|a?RRs?|I?RR|PR"
    ),
    "mean-difference": _ADJUSTED + r"mean differences?(?: [(\[](?:S?MD|WMD)[)\]])?|S?MD|WMD",
    "p-value": r"[Pp](?:[- ]?values?|(?: for|-for)[- ][a-z]{3,15})?",
    "pH": r"p\.?H|PH",
}
_SAID: Final = (
    r"(?:(?:(?:was|were|is|has been|had been|would be|can be) )?(?:(?:estimated|calculated|found|reported|put|computed|"
    r"given|quoted|measured|reckoned|determined) (?:as|at|to be)|of|was|is|were|being|at|averaged|equall?ed|equals|"
    r"reach(?:es|ed)|(?:came|comes|amount(?:s|ed)|worked|works) (?:out )?(?:to|at)|(?:stood|stands|lay|lies|"
    r"remain(?:s|ed)|stay(?:s|ed)|settled) at|came in at|turned out (?:to be|at|as)|prove[ds] to be|"
    r"(?:rose|fell|dropped|climbed|dipped) to)(?: (?:only|just|about|around|roughly|nearly|approximately))?)"
)
"""What leads from the name of an effect to its number."""
_LABEL: Final = pattern(
    r"(?:(?<=[^A-Za-z])|^)(?:"
    + "|".join(f"(?P<l{index}>{pattern})" for index, pattern in enumerate(_LABELS.values()))
    + rf")(?: ?[=:,] ?| {_SAID} |,? ?\(| "
    rf"| for [a-z -]{{1,40}} {_SAID} |(?:(?<=[Rr]atio)|(?<=[OHR]R)) (?:for|of|in) [A-Za-z' -]{{1,60}} {_SAID} |$)$"
)
_FAR: Final = pattern(
    r"(?<![A-Za-z])(?:(?P<odds>[Oo]dds[- ]ratio|a?OR)|(?P<hazard>[Hh]azard[- ]ratio|a?HR)"
    r"|(?P<risk>[Rr]elative risk|[Rr](?:isk|ate) ratio|a?RR))(?![A-Za-z])[^0-9.;:!?]{1,160}$"
)
_LED_TO: Final = pattern(r" (?:was|were|is|being|of|at|to|by|as|equals|only|just|about|around|roughly|nearly) $")
_FARTHEST: Final = 200
"""Characters from the name of an effect to its number."""
_LABEL_END: Final = pattern(r"[A-Za-z)\]][ =:,(]{0,3}$")
_CI: Final = pattern(
    r"[ ,;:]{0,2}[(\[]?(?:[A-Za-z -]{0,12}[ ,])?(?P<level>9[059]|99\.9|80)(?:\.0)? ?%[ -]?"
    r"(?:CIs?|C\.I\.|[Cc]onfidence[- ][Ii]ntervals?|confidence limits|CrI|credib(?:le|ility) intervals?|UI)"
    r"(?: ?[(\[]CI[)\]])?(?: ?[:,=]){0,2} ?(?:(?:of|was|from|ranged from|ranging from|between|,) ){0,2}[(\[]?"
)
_LABELLED: Final = pattern(r" ?[(\[](?:CI|C\.I\.)[ :,=]{1,2}")
_BARE: Final = pattern(r" ?[(\[]")
_SEPARATOR: Final = pattern(r" ?(?:%|percent)? ?(?:-|–|−|,|;| to |to | and | - ) ?")
_CLOSE: Final = pattern(r" ?%? ?[)\]]?")
_P: Final = pattern(
    r"[ ,;]{1,2}[(\[]?[Pp](?:[- ]?values?|(?: for|-for)[- ][a-z]{3,15})? ?(?P<sign>[=<>≤≥]|<=|>=|of|was) ?"
    r"(?P<number>[01]?[.·][0-9]{1,12})(?: ?[)\]])?"
)
_P_BOUNDS: Final = {"<": Bound.BELOW, ">": Bound.ABOVE, "≤": Bound.AT_MOST, "≥": Bound.AT_LEAST}
_COUNTS: Final = pattern(r" ?[(\[](?:[nN] ?= ?)?|, (?=[0-9]+ ?/ ?[0-9])")
_OVER: Final = pattern(r" ?/ ?| of | out of ")
_WHOSE: Final = pattern(r"(?:the |a total of |all )?")
_COUNTS_END: Final = pattern(r"(?: [a-z][a-z-]{1,19}){0,3} ?(?:[)\]]|(?=[;,]))")
_BACK_COUNT: Final = pattern(r"(?<![0-9.,/])([0-9]{1,9}) ?(?:[a-z]+ )?[(\[]$")
_OF_TOTAL: Final = pattern(
    r" ?[)\]] (?:out )?of (?:the |a total of |all )?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?![0-9.,]?[0-9%])"
)


class Label(NamedTuple):
    """The name of an effect in front of a number; `start` is where it begins."""

    measure: str
    start: int


class ConfidenceInterval(NamedTuple):
    """Ends and level (percent; None where not printed) of an interval, and where it ends in the text."""

    low: Decimal
    high: Decimal
    level: Decimal | None
    end: int


class Counts(NamedTuple):
    """n/N, and where it ends in the text."""

    numerator: Decimal
    denominator: Decimal
    end: int


def label(text: str, at: int) -> Label | None:
    """The label that ends right before `at`."""
    if not _LABEL_END.search(text, max(0, at - 6), at):
        return None
    low = max(0, at - 64)
    match = _LABEL.search(text[low:at])
    if match is None:
        return None
    for index, name in enumerate(_LABELS):
        if match[f"l{index}"] is not None:
            return Label(name, low + match.start())
    return None


def far_label(text: str, at: int) -> str:
    """The effect of whose name the number at `at` is led to in one run of words: "the odds ratio for A in B was 2.3"."""
    if _LED_TO.search(text, max(0, at - 9), at) is None:
        return ""
    match = _FAR.search(text[max(0, at - _FARTHEST) : at])
    return f"{match.lastgroup}-ratio" if match is not None else ""


def interval(text: str, at: int, *, bare: bool) -> ConfidenceInterval | None:
    """The confidence interval that begins at `at`: "(95% CI 1.1–5.0)"; a `bare` one too: "[1.1, 5.0]"."""
    if text[at : at + 1] not in {" ", ",", ";", "(", "[", ":"}:
        return None
    said = _CI.match(text, at) or _LABELLED.match(text, at)
    match = said or (_BARE.match(text, at) if bare else None)
    if match is None:
        return None
    low = numbers.signed(text, match.end())
    if low is None:
        return None
    first = unit_phrase.read(text, low.end, digits=True)
    separator = _SEPARATOR.match(text, first.end if first else low.end)
    high = numbers.signed(text, separator.end()) if separator else None
    if high is None or (high.value < low.value and said is None):
        return None
    unit = unit_phrase.read(text, high.end, digits=True)
    closing = _CLOSE.match(text, unit.end if unit else high.end)
    level = match.groupdict().get("level")
    end = closing.end() if closing else high.end
    if said is None and text[end - 1] not in ")]" and text[end : end + 1] != ";":
        return None
    return ConfidenceInterval(low.value, high.value, Decimal(level) if level else None, end)


def p_value(text: str, at: int) -> tuple[Decimal, Bound, int] | None:
    """The p-value that begins at `at`, behind an interval or an estimate: value, bound, end."""
    if text[at : at + 1] not in {" ", ",", ";"}:
        return None
    match = _P.match(text, at)
    if match is None:
        return None
    return Decimal(match["number"].replace("·", ".")), _P_BOUNDS.get(match["sign"], Bound.EXACT), match.end()


def counts(text: str, at: int) -> Counts | None:
    """The n/N that begins at `at`: "(60/251)", "(32 of 42 patients)", "[n = 32/42]"."""
    match = _COUNTS.match(text, at)
    top = numbers.read(text, match.end()) if match else None
    over = _OVER.match(text, top.end) if top else None
    whose = _WHOSE.match(text, over.end()) if over else None
    bottom = numbers.read(text, whose.end()) if whose else None
    if top is None or bottom is None or top.decimals or bottom.decimals or bottom.value < top.value or not bottom.value:
        return None
    closing = _COUNTS_END.match(text, bottom.end)
    return Counts(top.value, bottom.value, closing.end() if closing else bottom.end)


def counts_around(text: str, start: int, end: int) -> Counts | None:
    """The n and N of "32 (76%) of 42", where the percentage is at `start:end`."""
    after = _OF_TOTAL.match(text, end)
    before = _BACK_COUNT.search(text, max(0, start - 24), start) if after else None
    if after is None or before is None:
        return None
    top, bottom = Decimal(before[1]), Decimal(after[1].replace(",", ""))
    return Counts(top, bottom, after.end()) if 0 < bottom >= top else None
