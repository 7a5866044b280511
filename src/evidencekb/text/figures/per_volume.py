"""Counts in a volume as a unit: "CFU/mL", "cells per microlitre", "platelets/mm³", and the bare "/L" of "10⁹/L"."""

from __future__ import annotations

from typing import Final

from evidencekb.text import units
from evidencekb.text.figures.lists import words_of
from evidencekb.text.patterns import pattern

_VOLUME: Final = (
    r"(?:cubic[ -](?P<cubic>mm|cm|(?:milli|centi)?met(?:er|re))s?\b|cu\.? ?(?P<cu>mm|cm)\b"
    r"|(?P<edge>mm|cm|µm|um|m)(?:\^?\{?3\}?|³|\(3\))(?![0-9])"
    r"|(?P<plain>(?:1(?:00?)? ?)?(?:mc|[mµundpf])?[Ll]\b|cc\b|(?:milli|micro|nano|deci)?lit(?:er|re)s?\b))"
)
_BEHIND: Final = pattern(
    rf"(?: ?(?P<thing>[A-Za-z][A-Za-z0-9+-]*(?: (?!per )[A-Za-z][A-Za-z0-9+-]*){{0,3}}?)(?: \([A-Za-z]{{2,5}}\))?)?"
    rf"(?: ?/ ?| per (?:1 )?){_VOLUME}(?! ?/ ?[A-Za-z0-9]|[A-Za-z0-9])"
)
_GREAT: Final = pattern(r"(?:[0-9][, ][0-9]{3}|[0-9]{4}|10\^?\{?[0-9]{1,2}\}?|[⁰¹²³⁴⁵⁶⁷⁸⁹]|\)|llion|thousand)$")
"""How a number ends that a count in a litre is told with; "10 per litre" may be a price or a fare."""
_REACH: Final = 72
_ACRONYMS: Final = words_of("CFU CFUs cfu cfus PFU pfu WBC WBCs RBC RBCs bacteria sperm spermatozoa")
"""What is counted and does not look like a plural."""
_NUMBERED: Final = {"cell": "cell", "copy": "copy", "CFU": "CFU"}
_NO_PART: Final = words_of("""
    of in on at to by for with from and or as than is was are were has had have this these his hers its theirs who
    that which costs cost charges priced us less plus minus times
""")
"""Words that no name of what is counted holds."""
_CUBES: Final = {"mm": "mm3", "cm": "cm3", "um": "um3", "µm": "um3", "m": "m3"}
_HUNDREDS: Final = {"100mL": "dL", "100ml": "dL"}


def read(text: str, at: int) -> tuple[str, int, tuple[int, int]] | None:
    """A count in a volume that begins at `at`, right behind a number: its symbol, its end, where the thing is named."""
    if text.find("/", at, at + _REACH) < 0 and text.find(" per ", at, at + _REACH) < 0:
        return None
    match = _BEHIND.match(text, at)
    if match is None:
        return None
    volume = _volume(match["plain"] or "", match["cubic"] or match["cu"] or match["edge"] or "")
    if volume is None:
        return None
    if (thing := match["thing"]) is None:
        small = volume not in {"L", "m3", "dL"}
        return (f"1/{volume}", match.end(), (0, 0)) if small or _GREAT.search(text, max(0, at - 12), at) else None
    counted = _counted(thing)
    return (f"{counted}/{volume}", match.end(), match.span("thing")) if counted else None


def _volume(plain: str, edge: str) -> str | None:
    """The symbol of a volume as printed."""
    if edge:
        return _CUBES.get(
            edge.replace("millimet", "mm").replace("centimet", "cm").removesuffix("er").removesuffix("re"), "m3"
        )
    tight = plain.replace(" ", "")
    if tight.startswith("1"):
        return _HUNDREDS.get(tight)
    return "uL" if tight == "mcL" else units.simple(tight)


def _counted(thing: str) -> str | None:
    """The symbol of what is counted, "1" for what has none; None for words that name no thing, or another unit."""
    words = thing.split()
    if not _NO_PART.isdisjoint(word.lower() for word in words):
        return None
    last = words[-1]
    symbol = units.simple(last)
    if symbol in _NUMBERED:
        return symbol
    if last.lower() == "units" and len(words) > 1 and words[-2].lower().endswith("forming"):
        return "CFU"
    if any(units.simple(word) for word in words):
        return None
    if last in _ACRONYMS:
        return "1"
    return "1" if len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is")) else None
