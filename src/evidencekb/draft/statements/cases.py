"""Whether things that a sentence relates are told of themselves, or of a case, a mixture or an attribute of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.language.acting_words import ROBBED, ROBBING
from evidencekb.draft.statements import states

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.sentences.telling import Spot

_OWN_CASE: Final = frozenset({"combined", "together", "combination", "alongside", "added", "plus", "overdose",
                              "overdoses", "excessive"})  # fmt: skip
CASES: Final = frozenset({"if", "when", "unless", "during", "after"})
"""Words with which a case begins."""
_GIVING: Final = frozenset({"give", "gives", "gave", "given", "giving"})
_UP: Final = 4
_SET: Final = frozenset({"not", "than", "of"})


def excepted(sentence: Sentence, subject: Spot, target: Spot) -> bool:
    """Whether something is told of a case of its own: "A together with B", "A in overdose", "if meals are skipped"."""
    words = sentence.words
    if not sentence.lows.isdisjoint(_OWN_CASE):
        return True
    if subject.last < len(words) and words[subject.last].low in effect_words.BESIDE:
        return True
    return any(
        word.low in CASES and (not i or words[i - 1].low != "even") and not states.tells_who(sentence, i)
        for i, word in enumerate(words)
        if i >= max(subject.last, target.last) or i < min(subject.first, target.first)
    )


def combined(sentence: Sentence, subject: Spot, target: Spot) -> bool:
    """Whether a treatment is told of together with another: "A with B prevents C" is not said of A."""
    words = sentence.words
    if subject.last >= len(words) or words[subject.last].low not in effect_words.BESIDE:
        return False
    return any(
        subject.last < m.first <= subject.last + 3
        and m.first != target.first
        and sentence.types(m) & {"intervention", "substance", "molecule"}
        for m in sentence.mentions
    )


def whole(sentence: Sentence, spot: Spot) -> bool:
    """Whether a thing is told of itself: "the risk of A", not "the fear of A"."""
    words = sentence.words
    at = spot.first - 1
    while at > 0 and words[at].low in {"the", "a", "an", "their", "any", "new", "further"}:
        at -= 1
    before = words[at - 1].low
    return (
        at < 1
        or words[at].low != "of"
        or before in effect_words.MEASURED
        or before == "way"
        or sentence.taken[at - 1]
        or any(word.low in ROBBING for word in words[max(0, at - ROBBED) : at])
    )


def gone(sentence: Sentence, spot: Spot) -> bool:
    """Whether a thing is told to be there no more, or set against another: "when A is stopped", "not A"."""
    lead = [word.low for word in sentence.words[max(0, spot.first - _UP) : spot.first]]
    if "up" in lead[1:] and not _GIVING.isdisjoint(lead[: lead.index("up")]):
        return True  # "leads some to give up their A"
    lows = lead[-2:]
    if lows and (lows[-1] == "unlike" or (len(lows) > 1 and lows[0] in {",", "rather", "instead"} and lows[1] in _SET)):
        return True
    following = [word.low for word in sentence.words[spot.last : spot.last + 4]]
    pairs = {("given", "up"), ("taken", "off"), ("taken", "away"), ("left", "out"), ("cut", "out")}
    out = (i for i, low in enumerate(following) if low in effect_words.REMOVED or (*following[i : i + 2],) in pairs)
    at = next(out, -1)
    return at > 0 and not english.AUXILIARY.isdisjoint(following[:at])
