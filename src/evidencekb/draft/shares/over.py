"""Whether words say that what people had is there no more: "no longer have A", "A was gone", "B wiped out A"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence

_SUFFERING: Final = frozenset({"met", "meet", "meets", "suffer", "suffers", "suffered", "need", "needed", "fulfilled"})
_GOING: Final = frozenset({"go", "goes", "went", "gone"})
_GETTING: Final = frozenset({"get", "gets", "got", "getting"})
_ILLS: Final = frozenset({"condition", "outcome"})
_WHOSE: Final = english.listed("the all their his her its these those every any people's patients' your away out")
_COMPLAINTS: Final = english.listed("symptom symptoms complaint complaints problem problems trouble troubles attacks")
_REMOVING: Final = english.listed(
    "remove removes removed erase erases erased eliminate eliminates eliminated eradicate eradicates eradicated "
    "abolish abolishes abolished banish banishes banished wipe wipes wiped"
)
_VANISHING: Final = english.listed("vanish vanishes disappear disappears")
WORDS: Final = (
    _REMOVING | _VANISHING | {"longer", "gone", "away", "over", "lost", "lose", "loses", "rid", "cleared", "clears"}
)
"""Words that may say that something is there no more."""


def is_told(sentence: Sentence, at: int) -> bool:
    """Whether a word says that what people had is there no more: "no longer have A", "A was gone", "got over A"."""
    words = sentence.words
    low = words[at].low
    before = words[at - 1].low if at else ""
    behind = words[at + 1].low if at + 1 < len(words) else ""
    if low == "gone":
        return before in english.AUXILIARY or before == "completely"
    if low == "longer":
        return before == "no" and (behind in effect_words.HOLDING or behind in _SUFFERING)
    if low == "away":
        return before in _GOING
    named = any(sentence.taken[i] for i in range(at + 1, min(len(words), at + 4)))
    if low == "over":
        return before in _GETTING and named
    if low in {"lost", "lose", "loses"}:
        return behind in {"their", "his", "her", "all"} and named
    if low in _REMOVING:
        return _undoes(sentence, at)
    if low in _VANISHING or (low in {"cleared", "clears"} and _undoes(sentence, at)):
        return True
    return low == "rid" or behind in {"up", "in", "for", "within", "after"} or (low == "cleared" and behind == "of")


def _undoes(sentence: Sentence, at: int) -> bool:
    """Whether a verb of removing has a complaint for its object: "erased the scars", "the scars were erased"."""
    words = sentence.words
    if at and words[at - 1].low in english.AUXILIARY:
        before = any(word.low in _COMPLAINTS for word in words[:at])
        return before or any(sentence.types(m) & _ILLS for m in sentence.mentions if m.last <= at)
    behind = next((i for i in range(at + 1, len(words)) if words[i].low not in _WHOSE), at)
    if words[behind].low in _COMPLAINTS:
        return True
    named = next((m for m in sentence.mentions if m.first > at), None)
    ill = named is not None and bool(sentence.types(named) & _ILLS)
    return ill and named is not None and all(words[i].low in _WHOSE for i in range(at + 1, named.first))
