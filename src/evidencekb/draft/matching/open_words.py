"""Words that leave open what was measured, and of whom: "the score fell", "the patients' ratings", "the risk rose"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.matching.said import PLAIN
from evidencekb.text import moving
from evidencekb.text.families import LIGHT

if TYPE_CHECKING:
    from evidencekb.text.words import Word

_OPEN: Final = (
    PLAIN
    | effect_words.ALTERING
    | effect_words.KIND.keys()
    | moving.VERBS.keys()
    | moving.NOUNS.keys()
    | english.STAGES
    | english.CHANCES
    | english.listed(
        "score scores rating ratings value values reading readings index scale scales points mean median baseline sum "
        "overall final primary secondary main outcome endpoint measurement measurements arm arms difference effect "
        "response same drug medicine tablets pills therapy active corresponding open symptom symptoms complaint "
        "complaints severity burden disease disorder illness condition syndrome volunteers themselves itself risk "
        "risks hazard hazards danger frequency incidence prevalence occurrence count counts"
    )
)
_SHORTEST: Final = 3


def tells(word: Word) -> bool:
    """Whether a word can tell what was measured, or of whom."""
    plain = word.low in _OPEN or word.kin in LIGHT
    return not plain and word.raw.isalpha() and len(word.raw) >= _SHORTEST
