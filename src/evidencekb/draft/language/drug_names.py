"""Whether a word looks like the name of a drug, by the stems that such names are made with."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from evidencekb.draft.language import english

_STEMS: Final = (
    "mab", "nib", "pril", "sartan", "statin", "olol", "azole", "cillin", "mycin", "cycline", "floxacin", "gliptin",
    "gliflozin", "glutide", "tidine", "setron", "triptan", "gepant", "orexant", "parin", "gatran", "xaban", "dipine",
    "azepam", "zolam", "barbital", "oxetine", "lukast", "terol", "tropium", "sone", "solone", "onide", "afil",
    "oxamide", "peramide", "gabalin", "gabapentin", "begron", "stigmine", "ovir", "vudine", "platin", "taxel",
    "rubicin", "tide", "dronate", "fibrate", "thiazide", "semide", "profen", "caine", "codone", "glitazone", "cept",
    "melteon", "ciguat", "triptyline", "azepine", "azine", "azosin", "stat", "oxacin", "prazan", "phylline",
)  # fmt: skip
"""Ends of international names of drugs."""
_NO_DRUGS: Final = english.listed(
    "riptide peptide peptides nucleotide concept precept accept intercept except cocaine thermostat rheostat magazine"
)
_SHORTEST: Final = 7


@lru_cache(maxsize=1024)
def is_one(low: str) -> bool:
    """Whether a word in small letters ends like the name of a drug."""
    return len(low) >= _SHORTEST and low.endswith(_STEMS) and low not in _NO_DRUGS
