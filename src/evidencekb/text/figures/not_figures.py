"""Numbers that are no figures: years, dates, clock times, citations, phone numbers, addresses, names with digits."""

from __future__ import annotations

import re
from typing import Final

from evidencekb.text.figures import unit_phrase

_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
_WHOLE: Final = re.compile(
    "|".join(
        (
            r"[0-9]{1,2}-[0-9]{3}-[0-9]{3}-[0-9]{4}(?![0-9])",  # phone with country code
            r"[0-9]{3}[-. ][0-9]{3}[-. ][0-9]{4}(?![0-9])",  # phone
            r"[0-9]{3}\) ?[0-9]{3}[-. ][0-9]{4}(?![0-9])",  # phone, area code in brackets
            r"[0-9]{3}-[0-9]{4}(?![0-9-])",  # phone, local
            r"[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9-])",  # registration numbers
            r"(?:19|20)[0-9]{2}[-/][01]?[0-9][-/][0-3]?[0-9](?![0-9])",  # ISO date
            r"[0-3]?[0-9]/[0-3]?[0-9]/(?:19|20)?[0-9]{2}(?![0-9])",  # date in numbers
            r"[0-3]?[0-9]\.[01]?[0-9]\.(?:19|20)[0-9]{2}(?![0-9])",
            rf"[0-3]?[0-9](?:st|nd|rd|th)?(?: ?[-–] ?[0-3]?[0-9](?:st|nd|rd|th)?)? (?:of )?{_MONTH}\b\.?(?! be\b)(?:,? (?:19|20)[0-9]{{2}})?",
            rf"(?:19|20)[0-9]{{2}} {_MONTH}\b\.?(?: [0-3]?[0-9](?![0-9%.]))?",  # 2014 Oct 19
            r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: ?(?:to|-|–) ?[0-2]?[0-9]:[0-5][0-9])?(?![0-9.:])",  # clock
            r"[01]?[0-9](?: ?(?:[ap]\.m\.|[AaPp][Mm]\b))?(?: ?(?:to|until|-|–) ?[01]?[0-9])? ?(?:[ap]\.m\.|[AaPp][Mm]\b|o'clock)",  # 8 to 5 p.m.
            r"[0-9]+(?:st|nd|rd|th)\b",  # ordinals
            r"[0-9]+(?:\.[0-9]+){2,}",  # versions
            (
                r"[0-9]{1,5} (?:[NSEW]\.? )?(?:[A-Z][a-z]+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Suite|Highway|Hwy|"
                r"Parkway|Pkwy|Way|Court|Ct|Place|Plaza|Square|Terrace|Circle|Loop)\b"
            ),
            r"(?:1[5-9]|20)[0-9]{2}'?s\b",  # the 1990s
            r"[2-9]0'?s\b(?! )|[2-9]0'?s (?=and|or|to|who|with|when|are|have)",  # in their 20s
            r"10\.[0-9]{4,9}/[^\s]{1,100}",  # DOI
            r"24/7\b|20/20\b|9/11\b|50/50\b|50-50\b|9-1-1\b|360[- ]degree",
            r"[0-9]{1,2}(?:,[0-9]{1,2}){0,2}(?:-[A-Z]{1,4}\b|\([A-Z]{1,3}\)|[αβ]-?)",  # 5-HT, 25(OH)D, 17β-
            (
                r"[0-9]{1,2}(?:,[0-9]{1,2}){0,2}-(?=(?i:hydroxy|dihydroxy|methyl|dimethyl|fluoro|amino|acetyl|deoxy|keto|oxo|phenyl|chloro|nitro|glycerol|"
                r"phospho|carboxy|benzyl|ethyl|butyl|propyl|mercapto|nor|epi|cis|trans|iso)[a-z]{0,20})[A-Za-z]{1,30}"
            ),
            r"[0-9](?:-| )?σ",
            r"[0-9]{1,3}[;:][0-9]{1,4}(?:\([0-9]{1,3}\))?:[0-9]{1,5}(?:[-–][0-9]{1,5})?",  # volume, pages
            r"[0-9]{1,4} ?\([0-9]{1,3}(?:[-–][0-9]{1,3})?\) ?: ?[0-9]{1,5}(?:[-–][0-9]{1,5})?",
            r"[0-9]{1,3}[A-D]?:[0-9]{2,5}[-–][0-9]{2,5}(?![0-9])",
        )
    )
)
_PLAUSIBLE: Final = re.compile(r"[0-9]{1,8}(?:[-/.,:;()'A-Za-z–αβ]| [A-Z0-9acdimnopstuy(]|$)")
"""What every pattern of `_WHOLE` begins with: a cheap test before it."""

_YEAR: Final = re.compile(
    r"(?:1[5-9]|20)[0-9]{2}(?:[a-f]\b)?(?:(?: ?[-–/] ?| to | and | through |, | or |; )(?:(?:1[5-9]|20)[0-9]{2}[a-f]?|(?<=[-–/])[0-9]{2})(?![0-9%]|[,.][0-9]))*"
    r"(?![0-9%]|[.,][0-9])"
)
_YEAR_WITH_UNIT: Final = re.compile(
    r" ?[-–]? ?(?:%|percent|per ?cent|mg|mcg|µg|ng|g|kg|IU|units?|kcal|calories|mL|ml|L|mmol|steps|mm|cm|m|km|Hz|GHz|K|s|ms|h|min|days?|hours?|minutes?|weeks?|"
    r"(?:[a-z-]+ ){0,2}(?:patients|participants|people|women|men|adults|children|subjects|individuals|donors|volunteers|cases|controls|families|persons|"
    r"respondents|veterans|Americans|pregnancies|births|infants|records|samples|articles|studies|deaths|events|residents|nurses|physicians|times|words))\b(?!-)"
)
_SQUARE_CITATION: Final = re.compile(r"[0-9]{1,3}[a-z]?(?: ?[,;–-] ?[0-9]{1,3}[a-z]?)*\]")
_ROUND_CITATION: Final = re.compile(r"[0-9]{1,3}(?: ?[,;–-] ?[0-9]{1,3})*\)")
_ESTIMATE_BEFORE: Final = re.compile(r"(?:[0-9%A-Z]|SD|median|mean|range|score|age|[Tt]otal|ratio) ?$")
_NAMES: Final = frozenset(
    "table tables tab figure figures fig figs step steps section sections subsection chapter chapters reference references ref refs "
    "equation equations eq eqs eqn eqns appendix page pages pp vol volume volumes issue phase phases stage stages type types version "
    "versions part parts item items question questions experiment experiments no nos suite room building box apt route "
    "highway interstate exit tel phone fax call dial zip isbn issn pmid pmcid pmc doi id level article paragraph line lines note notes "
    "footnote footnotes panel panels schedule category categories class model models algorithm supplement supplementary factor hypothesis "
    "hypotheses aim aims objective objectives criterion criteria trial protocol chromosome chromosomes exon exons intron introns covid vitamin omega lesson "
    "rule rules tip tips reason myth fact facts scheme schema box chart diagram map plate video slide module unit task solution solutions column columns "
    "row rows simulation simulations scenario scenarios program programs programme grant award project contract nct registration number numbers series "
    "run runs condition conditions site sites center centre observer reader rater arm strand strands helix helices residue residues position "
    "positions codon lane lanes channel channels cluster clusters subtype serotype genotype isoform receptor interleukin interferon "
    "domain domains definition theorem lemma proposition corollary remark example examples session sessions block blocks batch subset mode layer zone "
    "sector tier round wave patent form annex clause act law directive paragraph para group groups cohort cohorts study studies case participant "
    "patient subject chapter top iso windows python apollo area formula compound compounds mutation region batch lot catalog cat quadrant "
    "cranial nerve vertebra grade grades dr apartment floor gate platform flight bus world war ward hall street avenue road".split()
)
_STRONG: Final = frozenset(
    "table tables tab figure figures fig figs section sections subsection chapter chapters reference references ref refs equation equations "
    "eq eqs eqn eqns appendix page pages pp vol volume type phase covid omega tel phone fax isbn issn pmid pmcid pmc doi".split()
)
"""Names whose number is never a figure, whatever follows."""
_TIME_POINTS: Final = frozenset("day days week weeks month months year years visit".split())
_GLUED: Final = re.compile(r"[a-z](Table|Tables|Figure|Figures|Fig|Figs|Section|Eq|Ref|Refs)$")
_BRACKETED: Final = frozenset(
    "eq eqs eqn eqns equation equations ref refs reference references no nos tel phone formula".split()
)
"""Names whose number may stand in brackets: "Eq. (40)"."""
_BEFORE: Final = re.compile(r"([A-Za-z]+)(?:[.:#]? ?(?P<bracket>\()?|-)$")
_NAMED: Final = re.compile(
    r"[0-9]+[A-Za-z]?(?:\.[0-9]+)*(?:(?:, ?| and | or |, and | ?[-–] ?| to | & )[0-9]+[A-Za-z]?(?:\.[0-9]+)?(?![%0-9A-Za-z.]|,[0-9]))*(?![0-9])"
)
_UNIT_NEXT: Final = re.compile(
    r"(?:\.[0-9]+)? ?-?(?:%|percent|per cent|mg|mcg|µg|g|mL|ml|months?|weeks?|days?|years?|hours?|minutes?|times|kg|[a-z]?mol|of|out|patients|participants|subjects|"
    r"women|men|people|adults|children|individuals|(?:[a-z]+ )?(?:patients|participants))\b"
)
_MONTH_BEFORE: Final = re.compile(rf"\b{_MONTH}\.? $")
_AFTER_MONTH: Final = re.compile(r"[0-9]{1,4}(?:st|nd|rd|th)?(?: ?[-–] ?[0-9]{1,2})?(?:,? (?:19|20)[0-9]{2})?(?![0-9])")
_STATE: Final = re.compile(r"\b[A-Z]{2} $")
_ZIP: Final = re.compile(r"[0-9]{5}(?:-[0-9]{4})?(?![0-9])")
_HOURS: Final = re.compile(
    r"\b(?:open|opens|hours|from|daily|weekdays|mondays?|fridays?|saturdays?|hours:) $", re.IGNORECASE
)
_CLOCK: Final = re.compile(r"[01]?[0-9] (?:to|until|till) [01]?[0-9](?! ?[%A-Za-z0-9])(?![.,][0-9])")
_NINE_TO_FIVE: Final = re.compile(r"\b(?:open|opens|hours|weekdays|mondays?|hours:) (?:from )?$", re.IGNORECASE)
_BREAKS: Final = " \v()[]{}<>\"'“”|,;"
_LIST: Final = re.compile(r"[0-9]{1,2}[.)] ")
_INITIAL: Final = re.compile(
    r"(?:^|[^A-Za-z0-9α-ω])(?P<name>[A-HJ-Zb-zα-ωΑ-Ω∆χ]|a(?= [0-9](?: ?[^ a-z0-9%.\-]| (?:and|is|are|in|can|or|to|of|for|was|by|value)\b))) $"
)
_LONE_LETTER: Final = re.compile(r"(?:^|[^A-Za-z0-9'])(?:[B-Zb-zα-ω]|AU|mm|cm|km|nm|kg|Hz|ms) $")
_RAISED_NOTE: Final = re.compile(r"[0-9]{1,2} (?=[,.;](?: |$))")
_NOT_NOTED: Final = re.compile(
    r"\b(?:of|to|at|in|by|than|is|was|were|are|and|or|for|with|from|between|over|under|about|approximately|least|most|scored?|equals?|age|aged|only|nearly|around|around|"
    r"below|above|until|after|before|on|up|be|been|averaged|totaled|reached|exceeded|grade|times|the|a|every|per|within|median|mean|score|scores|range|total|value|roughly) $"
)
_DECIMAL: Final = re.compile(r"[0-9]+(?:[.,][0-9]+| ?[%°])")
_FORMULA_UNIT: Final = re.compile(r"[0-9]{1,4}(?:[,.][0-9]+)? ?(?:%|[a-zA-Zµ°])")
_MOLECULE: Final = re.compile(
    r"\b(?:CO|NO|SO|PO|NH|CH|H|O|N|OH|SpO|SaO|PaO|PaCO|FiO|VO|PGE|PGF|HCO|TiO|SiO|MgCl|CaCl|NaN|HbA)$"
)
_CATALOGUE: Final = re.compile(
    r"\b(?:HD|HR|GJ|HIP|NGC|ISO|IEC|DIN|RFC|NCT|ISRCTN|CAS|ATCC|PDB|SRM|EN|ASTM|USP|ICD|DSM|MIM|OMIM|rs|chr)[- ]?$"
)
_OPERATOR_BEFORE: Final = re.compile(
    r"(?:[∝√^∗]|[A-Za-zα-ω)\]] ?[/−+*] ?|\( ?[A-Za-zα-ω] ?[−+*] ?|[(\[{] ?(?=[0-9.]+ ?[−+*/^] ?[A-Za-zα-ω(]))$"
)
_OPERATOR_AFTER: Final = re.compile(r"[0-9.]+ ?[−+*^/] ?[A-Za-zα-ω(][ )_,]")


def skip(text: str, at: int, end: int, raw: str) -> int | None:
    """Where to go on when the number whose first digits are `text[at:end]` is no figure; None when it may be one.

    `raw` is the text before folding: a list number stands at the start of a line.
    """
    before = text[at - 1] if at else ""
    if before and before not in " (" and (past := _glued(text, at, before)) is not None:
        return past
    if _PLAUSIBLE.match(text, at) and (match := _WHOLE.match(text, at)):
        return match.end()
    window = text[max(0, at - 24) : at]
    if end - at == 4 and text[at] in "12" and (match := _YEAR.match(text, at)) and not _is_amount(text, match, window):
        return match.end()
    if (
        before == "("
        and (match := _ROUND_CITATION.match(text, at))
        and not _ESTIMATE_BEFORE.search(text[max(0, at - 12) : at - 1].rstrip())
    ):
        return match.end()
    if (not at or raw[at - 1] in "\n\r") and (match := _LIST.match(text, at)):
        return match.end()
    if before in {" ", "(", "-", "−", "–", ".", ":", "#", ""}:
        return _after_word(text, at, end, window)
    return None


def _glued(text: str, at: int, before: str) -> int | None:
    """The end of a name, an address or a citation that the digits at `at` are part of."""
    if before.isalpha() or before in "_#@\\":
        return _end_of_name(text, at)
    if before in "-./" and at > 1 and (text[at - 2].isalpha() or text[at - 2] == ")"):
        if before == "-":
            return _end_of_name(text, at)
        if before == "/" and text[at - 2].isupper():
            return _end_of_name(text, at)
        if before == "." and text[at - 2].isalpha() and not text[max(0, at - 3) : at - 1].isupper():
            return None if "0" <= text[at - 1] <= "9" else _superscript(text, at)
    if before == "+" and at > 1 and text[at - 2].isalpha():
        return _end_of_name(text, at)
    if before in "./=&-:+" and _in_address(text, at):
        return _end_of_token(text, at)
    if before in ",–-;" and (match := _SQUARE_CITATION.match(text, at)) and "[" in text[max(0, at - 24) : at]:
        return match.end()
    if (
        before == "["
        and (match := _SQUARE_CITATION.match(text, at))
        and not re.compile(r"(?:CI|[0-9%]) ?$").search(text[max(0, at - 5) : at - 1])
    ):
        return match.end()
    if before in "%)]" and re.compile(r"[0-9]{1,3}(?:[,–-][0-9]{1,3})*(?![0-9.]|[,][0-9]| ?[%a-z])").match(text, at):
        return _end_of_name(text, at)  # a citation raised behind the word
    return None


def _superscript(text: str, at: int) -> int | None:
    """The end of a citation glued to the end of a sentence ("relief.12 Then"); None where it is none."""
    match = re.compile(r"[0-9]{1,3}(?:[,–-][0-9]{1,3})*(?=[ \v]+[A-Z]|$)").match(text, at)
    return match.end() if match else None


def _is_amount(text: str, match: re.Match[str], window: str) -> bool:
    """Whether four digits that look like a year are a number of something."""
    if _YEAR_WITH_UNIT.match(text, match.end()):
        return True
    return window.rstrip().endswith(
        ("=", "<", ">", "≥", "≤", "$", "€", "£", "~", "±", "about", "approximately", "roughly", "than")
    )


def _after_word(text: str, at: int, end: int, window: str) -> int | None:
    """What the word before says: a date, a zip code, opening hours, a name such as "Table"."""
    bare = window.rstrip(" (.:#-") if window[-1:] not in {"−", "–"} else ""
    if not bare or not (bare[-1].isalpha()):
        return _formula(text, at, end, window)
    if bare[-1] in "hylryetpvcbnga" and _MONTH_BEFORE.search(window) and (match := _AFTER_MONTH.match(text, at)):
        return match.end() if not _UNIT_NEXT.match(text, match.end()) else None
    if end - at == 5 and _STATE.search(window) and (match := _ZIP.match(text, at)):
        return match.end()
    if _NINE_TO_FIVE.search(window) and (match := _CLOCK.match(text, at)):
        return match.end()
    word = _BEFORE.search(window)
    if word is None:
        return _formula(text, at, end, window)
    low = word[1].lower()
    if word["bracket"] and low not in _BRACKETED:
        return None
    if low in _NAMES or _GLUED.search(word[1]):
        return _named(text, at, strong=low in _STRONG or low not in _NAMES)
    if low in _TIME_POINTS:
        return None
    if _CATALOGUE.search(window):
        return _end_of_name(text, at)
    return _formula(text, at, end, window)


def _formula(text: str, at: int, end: int, window: str) -> int | None:
    """The end of an index or operand in a formula or chemical name ("A 1", "CO 2", "(1 − f)")."""
    if not window:
        return None
    with_unit = _FORMULA_UNIT.match(text, at)
    if end - at == 1 and window[-1] == " " and not _DECIMAL.match(text, at):
        if _INITIAL.search(window) and unit_phrase.read(text, end, digits=True) is None:
            return end
        if _MOLECULE.search(window.rstrip()):
            return end
    if (
        end - at <= 2
        and window[-1] == " "
        and window[-2:-1].islower()
        and _RAISED_NOTE.match(text, at)
        and not _NOT_NOTED.search(window)
    ):
        return end
    if window[-1] in "-−–" and _LONE_LETTER.search(window[:-1]):
        power = _DECIMAL.match(text, at)
        return power.end() if power else end
    if not with_unit and (
        _OPERATOR_BEFORE.search(text[max(0, at - 6) : at + 8], 0, min(at, 6)) or _OPERATOR_AFTER.match(text, at)
    ):
        return end if text[end : end + 1] != "." else None
    return None


def _named(text: str, at: int, *, strong: bool) -> int | None:
    """End of the number in "Table 2" or "references 12 and 14"; None where it has a unit after all."""
    match = _NAMED.match(text, at)
    if (
        match is None
        or text[match.end() : match.end() + 1] == "%"
        or (not strong and _UNIT_NEXT.match(text, match.end()))
    ):
        return None
    return match.end()


def _end_of_name(text: str, at: int) -> int:
    """End of a name with digits in it: B12, COVID-19, HbA1c."""
    end = at
    while end < len(text) and end - at < 60:
        char = text[end]
        if not (char.isalnum() or (char in "-.'," and text[end + 1 : end + 2].isalnum())):
            break
        end += 1
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
