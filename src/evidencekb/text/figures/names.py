"""Numbers that are part of a name: "Table 2", "B12", "COVID-19", "5-HT", "version 2.1.3", and indices of formulas."""

from __future__ import annotations

from typing import Final

from evidencekb.text.figures import unit_phrase
from evidencekb.text.figures.lists import words_of
from evidencekb.text.patterns import pattern

_CHEMISTRY: Final = (
    "hydroxy|dihydroxy|methyl|dimethyl|fluoro|amino|acetyl|deoxy|keto|oxo|phenyl|chloro|nitro|glycerol|phospho|carboxy|"
    "benzyl|ethyl|butyl|propyl|mercapto|nor|epi|cis|trans|iso"
)
PATTERNS: Final = (
    r"[0-9]+(?:st|nd|rd|th)\b",  # ordinals
    r"[0-9]+(?:\.[0-9]+){2,}",  # versions
    r"24/7\b|20/20\b|9/11\b|50/50\b|50-50\b|9-1-1\b|360[- ]degree",
    r"[0-9]{1,2}(?:,[0-9]{1,2}){0,2}(?:-[A-Z]{1,4}\b|\([A-Z]{1,3}\)|[αβ]-?)",  # 5-HT, 25(OH)D, 17β-
    rf"[0-9]{{1,2}}(?:,[0-9]{{1,2}}){{0,2}}-(?=(?i:{_CHEMISTRY})[a-z]{{0,20}})[A-Za-z]{{1,30}}",  # 5-fluorouracil
    r"[0-9](?:-| )?σ",
)
"""What begins with a digit and is a name."""

_STRONG: Final = words_of(
    "table tables tab figure figures fig figs section sections subsection chapter chapters reference references ref "
    "refs equation equations eq eqs eqn eqns appendix page pages pp vol volume type phase covid omega tel phone fax "
    "isbn issn pmid pmcid pmc doi"
)
"""Names whose number is never a figure, whatever follows."""

_WEAK: Final = words_of("""
    volumes issue phases stage stages types version versions step steps part parts item items question questions
    experiment experiments no nos suite room building box apt route highway interstate exit call dial zip id level
    article paragraph para line lines note notes footnote footnotes panel panels schedule category categories class
    model models algorithm supplement supplements supplementary factor hypothesis hypotheses aim aims objective
    objectives criterion criteria trial protocol chromosome chromosomes exon exons intron introns vitamin lesson rule
    rules tip tips reason myth fact facts scheme schema chart diagram map plate video slide module unit task solution
    solutions column columns row rows simulation simulations scenario scenarios program programs programme grant award
    project contract nct registration number numbers series run runs season seasons condition conditions site sites
    center centre observer reader rater arm strand strands helix helices residue residues position positions codon lane
    lanes channel channels cluster clusters subtype serotype genotype isoform receptor interleukin interferon domain
    domains definition theorem lemma proposition corollary remark example examples session sessions block blocks batch
    subset mode layer zone sector tier round wave patent form annex clause act law directive group groups cohort cohorts
    study studies case participant patient subject top iso windows
    ios android python apollo area formula compound compounds
    mutation region lot catalog cat quadrant cranial nerve vertebra grade grades apartment floor gate platform flight
    bus world war ward hall street avenue road
""")
"""Names whose number is a figure after all where a unit or people follow ("group 42 patients")."""

_BRACKETED: Final = words_of(
    "eq eqs eqn eqns equation equations ref refs reference references no nos tel phone formula"
)
"""Names whose number may stand in brackets: "Eq. (40)"."""

_GLUED: Final = pattern(r"[a-z](Table|Tables|Figure|Figures|Fig|Figs|Section|Eq|Ref|Refs)$")
_BEFORE: Final = pattern(r"([A-Za-z]+)(?:[.:#]? ?(?P<bracket>\()?|-)$")
_NUMBERS: Final = pattern(
    r"[0-9]+[A-Za-z]?(?:\.[0-9]+)*"
    r"(?:(?:, ?| and | or |, and | ?[-–] ?| to | & )[0-9]+[A-Za-z]?(?:\.[0-9]+)?(?![%0-9A-Za-z]|[.,][0-9])){0,40}"
    r"(?![0-9])"
)
_UNIT_NEXT: Final = pattern(
    r"(?:\.[0-9]+)? ?-?(?:%|(?:percent|per cent|mg|mcg|µg|g|mL|ml|months?|weeks?|days?|years?|hours?|minutes?|times|kg|"
    r"[a-z]?mol|of|out|patients|participants|subjects|women|men|people|adults|children|individuals|"
    r"[a-z]+ (?:patients|participants))\b)"
)
_INITIAL: Final = pattern(
    r"(?:^|[^A-Za-z0-9α-ω])"
    r"(?:[A-HJ-Zb-zα-ωΑ-Ω∆χ]|a(?= [0-9](?: ?[^ a-z0-9%.\-]| (?:and|is|are|in|can|or|to|of|for|was|by|value)\b))) $"
)
_LONE_LETTER: Final = pattern(r"(?:^|[^A-Za-z0-9'])(?:[B-Zb-zα-ω]|AU|mm|cm|km|nm|kg|Hz|ms) $")
_DECIMAL: Final = pattern(r"[0-9]+(?:[.,][0-9]+| ?[%°])")
_UNIT_LIKE: Final = pattern(r"[0-9]{1,4}(?:[,.][0-9]+)? ?(?:%|[a-zA-Zµ°])")
_MOLECULE: Final = pattern(
    r"\b(?:CO|NO|SO|PO|NH|CH|H|O|N|OH|SpO|SaO|PaO|PaCO|FiO|VO|PGE|PGF|HCO|TiO|SiO|MgCl|CaCl|NaN|HbA)$"
)
_CATALOGUE: Final = pattern(
    r"\b(?:HD|GJ|HIP|NGC|ISO|IEC|DIN|RFC|NCT|ISRCTN|CAS|ATCC|PDB|SRM|EN|ASTM|USP|ICD|DSM|MIM|OMIM|rs|chr)[- ]?$"
)
_RAISED_NOTE: Final = pattern(r"[0-9]{1,2} (?=[,.;](?: |$))")
_NOT_NOTED: Final = pattern(
    r"\b(?:of|to|at|in|by|than|is|was|were|are|and|or|for|with|from|between|over|under|about|approximately|least|most|"
    r"scored?|scores|equals?|age|aged|only|nearly|around|below|above|until|after|before|on|up|be|been|averaged|totaled|"
    r"reached|exceeded|grade|times|the|a|every|per|within|median|mean|range|total|value|roughly) $"
)
_OPERATOR_BEFORE: Final = pattern(
    r"(?:[∝√^∗]|[A-Za-zα-ω)\]] ?[/−+*] ?|\( ?[A-Za-zα-ω] ?[−+*] ?|[(\[{] ?(?=[0-9.]+ ?[−+*/^] ?[A-Za-zα-ω(]))$"
)
_OPERATOR_AFTER: Final = pattern(r"[0-9.]+ ?[−+*^/] ?[A-Za-zα-ω(][ )_,]")
_LONGEST: Final = 60


def end_of_name(text: str, at: int) -> int:
    """End of a name with digits in it: B12, COVID-19, HbA1c."""
    end = at
    while end < len(text) and end - at < _LONGEST:
        char = text[end]
        if not (char.isalnum() or (char in "-.'," and text[end + 1 : end + 2].isalnum())):
            break
        end += 1
    return max(end, at + 1)


def after_word(text: str, at: int, window: str) -> int | None:
    """The end of the number in "Table 2" or "references 12 and 14"; None where the word before makes no name."""
    word = _BEFORE.search(window)
    if word is None:
        return None
    low = word[1].lower()
    strong = low in _STRONG or bool(_GLUED.search(word[1]))
    if (strong or low in _WEAK) and not (word["bracket"] and low not in _BRACKETED):
        match = _NUMBERS.match(text, at)
        if match is None or text[match.end() : match.end() + 1] == "%":
            return None
        return match.end() if strong or not _UNIT_NEXT.match(text, match.end()) else None
    return end_of_name(text, at) if _CATALOGUE.search(window) else None


def in_formula(text: str, at: int, end: int, window: str) -> int | None:
    """The end of an index, note or operand at `at:end` in a formula or chemical name ("A 1", "CO 2", "(1 − f)")."""
    if not window:
        return None
    if window[-1] == " ":
        decimal = _DECIMAL.match(text, at)
        if end - at == 1 and decimal is None:
            if _MOLECULE.search(window.rstrip()):
                return end
            if _INITIAL.search(window) and unit_phrase.read(text, end, digits=True) is None:
                return end
        if end - at <= 2 and window[-2:-1].islower() and _RAISED_NOTE.match(text, at) and not _NOT_NOTED.search(window):
            return end
    if window[-1] in "-−–" and _LONE_LETTER.search(window[:-1]):
        power = _DECIMAL.match(text, at)
        return power.end() if power else end
    if _UNIT_LIKE.match(text, at) or text[end : end + 1] == ".":
        return None
    around = text[max(0, at - 6) : at + 8]
    operand = _OPERATOR_BEFORE.search(around, 0, min(at, 6)) or _OPERATOR_AFTER.match(text, at)
    return end if operand else None
