"""Words of more and less that describe somebody, or what is done with a thing, and tell nothing of what it does.

"A is for people with high B", "A is kept for those who have low B" and "A is reduced in people with B" do not say
that A raises or lowers B.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.sentences.telling import Spot
    from evidencekb.text.words import Word

STATES: Final = english.listed(
    "high low raised elevated increased reduced decreased excess poor excessive lowered impaired higher lower more "
    "less rising falling insufficient abundant depleted"
)
"""Directions that may describe a thing as it is, rather than tell what becomes of it."""
_COMPARED: Final = english.listed("higher lower more less")
_HAVE: Final = english.listed("have has had")
_JOINTS: Final = english.listed("with of for in at despite against")
_ADDED: Final = english.listed("a an the their very too much such unusually abnormally already")
_BRINGING: Final = effect_words.GOING | effect_words.LINKED | english.listed(
    "factor factors risk blame results ends end result"
)  # fmt: skip
"""Words behind which "for" and "with" open what something does, not whom it is for."""
_BE: Final = english.listed("is are was were be been being get gets got")
_IN: Final = english.listed("in during for before after until when while if . , ;")
_LEAVING: Final = english.listed("leave leaves left keep keeps kept")
_NEAREST: Final = 3


def tells_of_state(sentence: Sentence, subject: Spot, at: int) -> bool:
    """Whether a direction behind a thing tells of others, or of what is done with it, and not of what it does."""
    words = sentence.words
    return _describes(sentence, subject, at) or _is_done_to(words, subject, at)


def tells_who(sentence: Sentence, at: int) -> bool:
    """Whether "if" or "when" only tells of whom something is said: "if you have A, ..."."""
    lows = [word.low for word in sentence.words[at : at + _NEAREST + 1]]
    have = next((i for i in (2, 3) if i < len(lows) and lows[i] in _HAVE), 0)
    led = lows[1:2] == ["you"] or not english.PEOPLE.isdisjoint(lows[1:have]) or "someone" in lows[1:have]
    return bool(have) and led and any(m.first - at - have == 1 for m in sentence.mentions)


def _describes(sentence: Sentence, subject: Spot, at: int) -> bool:
    """Whether a direction right before a thing tells in what state somebody is: "with high A", "who have low A"."""
    words = sentence.words
    if words[at].low not in STATES or not any(sentence.taken[at : at + _NEAREST]):
        return False
    i = at - 1
    while i > 0 and words[i].low in _ADDED:
        i -= 1
    left = (k for k in range(subject.last, i) if words[k].low in _LEAVING and words[k + 1].low != "for")
    if i <= subject.last or any(left):
        return False
    before = words[i - 1].low
    if words[i].low in _HAVE:
        return before in english.RELATIVE
    if words[i].low not in _JOINTS:
        return False
    if words[at].low in _COMPARED:
        return words[i].low == "with" and before in english.PEOPLE
    return before not in _BRINGING


def _is_done_to(words: Sequence[Word], subject: Spot, at: int) -> bool:
    """Whether a direction tells what is done with what stands before it: "A should be cut in", "A is raised before"."""
    if (
        at + 1 >= len(words)
        or words[at + 1].low not in _IN
        or not (words[at].low.endswith("ed") or words[at].low == "cut")
    ):
        return False
    i = at - 1
    while i >= subject.last and (words[i].low in english.ADVERBS or words[i].low.endswith("ly")):
        i -= 1
    return i >= subject.last and words[i].low in _BE
