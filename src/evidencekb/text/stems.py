"""Stems: words without case, variants of spelling and inflection, as they are compared."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_ENDINGS: Final = (
    *(("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ss", "ss"), ("us", "us"), ("is", "is"), ("ings", ""), ("ing", "")),
    *(("edly", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", "")),
)
"""Inflectional endings and what is left for them; the first that fits is taken. Both sides are treated alike, so a stem
need not be a word."""
_SHORTEST: Final = 3
_IRREGULAR: Final = {
    "fell": "fall", "fallen": "fall", "broke": "break", "broken": "break", "woke": "wake", "woken": "wake",
    "slept": "sleep", "bled": "bleed", "swollen": "swell", "shook": "shake", "shaken": "shake", "ate": "eat",
    "eaten": "eat", "drank": "drink", "grew": "grow", "grown": "grow", "wept": "weep", "began": "begin",
    "begun": "begin", "threw": "throw", "thrown": "throw", "fought": "fight", "caught": "catch", "felt": "feel",
    "men": "man",
}  # fmt: skip
"""Past forms and plurals that no ending tells, and the word they are of."""


_UNCUT: Final = {"evening": "evening", "evenings": "evening"}
"""Words that end like an inflected form of another and are none: an evening is not even."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The form in which a word is compared: abbreviations as they are, other words folded and without ending."""
    if len(word) > 1 and word.isupper():
        return word
    low = word.lower().replace("\u2019", "'").removesuffix("'s")
    if len(low) > 1 and word[-1:] == "s" and word[:-1].isupper():
        return word[:-1]  # the plural of an abbreviation
    low = low.replace("ae", "e").replace("oe", "e").replace("isation", "ization")
    if low.endswith("our") and len(low) > 5:
        low = low[:-3] + "or"
    if low.endswith(("ise", "ised", "ises", "ising")) and len(low) > 6:
        low = low.replace("is", "iz", 1) if low.count("is") == 1 else low
    if low in _UNCUT:
        return _UNCUT[low]
    low = _IRREGULAR.get(low, low)
    for ending, left in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) + len(left) >= _SHORTEST:
            cut = low[: len(low) - len(ending)] + left
            return cut[:-1] if len(cut) > 4 and cut[-1] == cut[-2] and cut[-1] not in "lsy" else cut
    return low
