"""Numbers that are no figures: years, dates, clock times, citations, phone numbers, addresses, names with digits."""

from __future__ import annotations

import re
from typing import Final

_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_WHOLE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"[0-9]{3}[-. ][0-9]{3}[-. ][0-9]{4}(?![0-9])",  # phone
        r"[0-9]{3}\) ?[0-9]{3}[-. ][0-9]{4}(?![0-9])",  # phone, area code in brackets
        r"[0-9]{3}-[0-9]{4}(?![0-9])(?!-)",  # phone, local
        r"(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9](?![0-9])",  # ISO date
        r"[0-3]?[0-9][/.][0-3]?[0-9][/.](?:19|20)?[0-9]{2}(?![0-9])",  # date in numbers
        (
            rf"[0-3]?[0-9](?:st|nd|rd|th)?(?:[-\u2013][0-3]?[0-9])? (?:of )?{_MONTH}\b\.?(?:,? (?:19|"
            rf"20)[0-9]{{2}})?"
        ),  # 4 May 2024
        (
            r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: ?(?:to|-|"
            r"\u2013) ?[0-2]?[0-9]:[0-5][0-9])?"
        ),  # clock
        r"[01]?[0-9](?: ?(?:to|-|\u2013) ?[01]?[0-9])? ?(?:[ap]\.m\.|[AaPp][Mm]\b|o'clock|o\u2019clock)",  # 8 to 5 p.m.
        r"[0-9]+(?:st|nd|rd|th)\b",  # ordinals
        r"[0-9]+(?:\.[0-9]+){2,}",  # versions
        (
            r"[0-9]{1,5} (?:[NSEW]\.? )?(?:[A-Z][a-z]+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|"
            r"Boulevard|Blvd|Lane|Ln|Suite|Highway|Hwy|Parkway|Way)\b"
        ),
        r"(?:1[5-9]|20)[0-9]{2}s\b",  # the 1990s
        r"[0-9]0s\b",  # in their 20s
        r"10\.[0-9]{4,9}/[^\s]{1,100}",  # DOI
    )
)
_YEAR: Final = re.compile(
    r"(?:1[5-9]|20)[0-9]{2}(?:[ab]\b)?(?:(?:[-\u2013/]| to | and |, | or )(?:(?:1[5-9]|"
    r"20)?[0-9]{2})(?![0-9,.%]))*(?![0-9%])(?![.,][0-9])"
)
_NO_YEAR: Final = re.compile(
    r" ?(?:%|percent|mg\b|mcg\b|µg\b|g\b|kg\b|IU\b|kcal\b|mL\b|ml\b|calories\b|"
    r"(?:[a-z]+ ){0,2}(?:patients|participants|people|women|men|adults|children|subjects|individuals|"
    r"units|donors|volunteers|cases|controls|families|persons)\b)"
)
_CITATION: Final = re.compile(r"[0-9]{1,3}(?:[a-z])?(?: ?[,;\u2013-] ?[0-9]{1,3})*\]")
_ROUND_CITATION: Final = re.compile(r"[0-9]{1,3}(?: ?[,\u2013-] ?[0-9]{1,3})*\)")
_NAMES: Final = frozenset(
    [
        "table",
        "tables",
        "figure",
        "figures",
        "fig",
        "figs",
        "step",
        "steps",
        "section",
        "sections",
        "chapter",
        "chapters",
        "reference",
        "references",
        "ref",
        "refs",
        "equation",
        "eq",
        "eqs",
        "equations",
        "appendix",
        "page",
        "pages",
        "pp",
        "vol",
        "volume",
        "issue",
        "phase",
        "stage",
        "grade",
        "type",
        "version",
        "part",
        "item",
        "question",
        "experiment",
        "step",
        "no",
        "nos",
        "number",
        "suite",
        "room",
        "building",
        "box",
        "apt",
        "unit",
        "route",
        "highway",
        "exit",
        "tel",
        "phone",
        "fax",
        "call",
        "zip",
        "isbn",
        "issn",
        "pmid",
        "pmcid",
        "doi",
        "id",
        "level",
        "article",
        "paragraph",
        "line",
        "lines",
        "note",
        "footnote",
        "box",
        "panel",
        "schedule",
        "category",
        "class",
        "model",
        "models",
        "algorithm",
        "supplement",
        "supplementary",
        "factor",
        "hypothesis",
        "aim",
        "objective",
        "criterion",
        "trial",
        "cohort",
        "protocol",
        "chromosome",
        "exon",
        "covid",
        "vitamin",
        "omega",
        "day",
        "week",
        "month",
        "visit",
        "session",
        "lesson",
        "rule",
        "tip",
        "reason",
        "myth",
        "fact",
        "number",
        "sample",
        "scheme",
        "case",
        "run",
    ]
)
_BEFORE: Final = re.compile(r"([A-Za-z]+)[.:#]?[ \u00a0-]?\(?$")
_MONTH_BEFORE: Final = re.compile(rf"\b{_MONTH}\.? $")
_AFTER_MONTH: Final = re.compile(
    r"[0-9]{1,4}(?:st|nd|rd|th)?(?:[-\u2013][0-9]{1,2})?(?:,? (?:19|20)[0-9]{2})?(?![0-9])"
)
_STATE: Final = re.compile(r"\b[A-Z]{2} $")
_ZIP: Final = re.compile(r"[0-9]{5}(?:-[0-9]{4})?(?![0-9])")
_HOURS: Final = re.compile(r"\b(?:open|opens|hours|from) $", re.IGNORECASE)
_CLOCK: Final = re.compile(r"[01]?[0-9] (?:to|until|till) [01]?[0-9](?! ?[%A-Za-z0-9])")
_BREAKS: Final = " \t\n\r\u00a0()[]{}<>\"'“”‘’|,;"
_LIST: Final = re.compile(r"[0-9]{1,2}[.)] ")


def skip(text: str, at: int) -> int | None:
    """Where to go on when the number at `at` is no figure; None when it may be one."""
    before = text[at - 1 : at] if at else ""
    window = text[max(0, at - 24) : at]
    if before and (before.isalpha() or before == "_"):
        return _end_of_name(text, at)
    if (
        before in {"-", "\u2010", "\u2011", "/"}
        and at > 1
        and text[at - 2].isalpha()
        and (before != "/" or text[at - 2 : at - 1].isupper())
    ):
        return _end_of_name(text, at)
    if before in {".", "/", "=", "&", "@", "#", "_", "-", ":"} and _in_address(text, at):
        return _end_of_token(text, at)
    for pattern in _WHOLE:
        if match := pattern.match(text, at):
            return match.end()
    if (
        (match := _YEAR.match(text, at))
        and not _NO_YEAR.match(text, match.end())
        and before not in {"$", "€", "£"}
        and not window.rstrip().endswith(("=", "<", ">", "≥", "≤"))
    ):
        return match.end()
    listed = before == "[" or window.rstrip(" 0123456789,;\u2013-").endswith("[")
    if listed and (match := _CITATION.match(text, at)):
        return match.end()
    if before == "(" and (match := _ROUND_CITATION.match(text, at)) and at > 2 and text[at - 2] in " .,":
        return match.end()
    if (at == 0 or before == "\n") and (match := _LIST.match(text, at)):
        return match.end()
    if _MONTH_BEFORE.search(window) and (match := _AFTER_MONTH.match(text, at)):
        return match.end()
    if _STATE.search(window) and (match := _ZIP.match(text, at)):
        return match.end()
    if _HOURS.search(window) and (match := _CLOCK.match(text, at)):
        return match.end()
    if before == "+" and at > 1 and text[at - 2].isalnum():
        return _end_of_name(text, at)  # k+1: algebra
    if before == "(" and at > 1 and text[at - 2].isalpha():
        return _end_of_name(text, at)  # f(1)
    if _COMPOUND.match(text, at):
        return _end_of_name(text, at)
    if (match := _SYMBOL.search(window)) and match[1] not in _ESTIMATES and (bare := _INTEGER.match(text, at)):
        return bare.end()
    if before == "(" and (match := _NUMBERED.match(text, at)):
        return match.end()
    if (match := _BEFORE.search(window)) and match[1].lower() in _NAMES and not match[0].endswith("-("):
        return _names(text, at)
    return None


_COMPOUND: Final = re.compile(r"[0-9]{1,3}(?:,[0-9])*-[A-Z]")
"""5-HT, 5-FU: a chemical name."""
_SYMBOL: Final = re.compile(r"(?:^|[^A-Za-z0-9])([B-HJ-Zb-z\u0370-\u03ff]|[A-Z][A-Z]{1,4}) $")
"""A symbol with its index set apart: G 1, CO 2, HD 1234."""
_ESTIMATES: Final = frozenset(
    ["n", "N", "p", "P", "r", "R", "t", "T", "x", "OR", "RR", "HR", "SD", "SE", "MD", "CI", "BMI", "IQR", "AUC", "IQ"]
)
_INTEGER: Final = re.compile(
    r"[0-9]{1,7}(?![0-9])(?![0-9]*[.,][0-9])(?! ?(?:%|±|[-\u2013/] ?[0-9]|[a-zµμ°]{1,8}\b(?<! a)(?<! of)))"
)
_NUMBERED: Final = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}[a-z]?\)")
"""(3.1): a numbered equation or section."""
_NAMED: Final = re.compile(
    r"[0-9]+[A-Za-z]?(?:\.[0-9]+)*(?:(?:, | and |[-\u2013]| to | & )[0-9]+[A-Za-z]?(?![%0-9A-Za-z.]))*(?![0-9])"
)
_UNIT_NEXT: Final = re.compile(
    r" ?(?:%|percent|per cent|mg|mcg|µg|mL|months?\b|weeks?\b|days?\b|years?\b|hours?\b|times\b|kg\b|[a-z]?mol)"
)


def _names(text: str, at: int) -> int | None:
    """End of the number in "Table 2" or "references 12 and 14"; None where it has a unit after all."""
    match = _NAMED.match(text, at)
    if match is None or _UNIT_NEXT.match(text, match.end()):
        return None
    return match.end()


def _end_of_name(text: str, at: int) -> int:
    """End of a name with digits in it: B12, COVID-19, HbA1c."""
    end = at
    while end < len(text) and (
        text[end].isalnum()
        or (text[end] in "-.'" and text[end + 1 : end + 2].isalnum() and not text[end + 1].isspace())
    ):
        end += 1
        if end - at > 60:
            break
    return max(end, at + 1)


def _in_address(text: str, at: int) -> bool:
    """Whether the number stands inside a web or mail address."""
    start = at
    while start > 0 and at - start < 200 and text[start - 1] not in _BREAKS:
        start -= 1
    head = text[start:at].lower()
    return "://" in head or head.startswith(("www.", "doi:", "http")) or "@" in text[start : at + 60].split(" ", 1)[0]


def _end_of_token(text: str, at: int) -> int:
    """End of the run of characters without a break."""
    end = at
    while end < len(text) and end - at < 400 and text[end] not in _BREAKS:
        end += 1
    return max(end, at + 1)
