"""A complaint told to become another one: "A turns into B in 20% of women" is said of women with A."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english

if TYPE_CHECKING:
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence

_TURNING: Final = english.listed(
    "turn turns turned grow grows grew grown develop develops developed progress progresses progressed change changes "
    "changed pass passes passed evolve evolves evolved morph morphs morphed slide slides slid tip tips tipped blow "
    "blows blown flare flares flared escalate escalates escalated"
)
_LEADING: Final = english.listed(
    "lead leads led progress progresses progressed advance advances advanced spread spreads give gives gave"
)
_ENDING: Final = english.listed(
    "end ends ended result results resulted culminate culminates culminated finish finishes finished"
)
_BECOMING: Final = {
    **dict.fromkeys(_TURNING, frozenset({"into", "to"})),
    **dict.fromkeys(_LEADING, frozenset({"into", "to", "rise"})),
    **dict.fromkeys(_ENDING, frozenset({"in", "up"})),
    **dict.fromkeys(("followed", "complicated"), frozenset({"by"})),
    **dict.fromkeys(("come", "comes", "came", "go", "goes", "went"), frozenset({"before", "on"})),
}
"""Verbs by which one complaint is told to become another, and the words behind them."""
_COPULAR: Final = english.listed("become becomes became")
_ALONE: Final = english.listed("cause causes caused trigger triggers triggered precede precedes preceded")
_LEAVING: Final = english.listed("leave leaves left saddle saddles saddled land lands landed")
"""Verbs whose object are those who have the complaint, before what it becomes."""
_CUES: Final = frozenset(_BECOMING) | _COPULAR | _ALONE | _LEAVING
_KINDS: Final = frozenset({"condition"})
_SKIPPED: Final = english.AUXILIARY | english.ADVERBS | {"will", "may", "can", "eventually", "usually"}
_REACH: Final = 5


def source(sentence: Sentence, clause: tuple[int, int]) -> Mention | None:
    """The complaint that is told in a clause to become, to cause or to leave another."""
    if sentence.lows.isdisjoint(_CUES):
        return None
    held = sentence.within(*clause)
    for mention in held[:-1]:
        if sentence.types(mention) != _KINDS or not any(m.first > mention.last for m in held):
            continue
        if _becomes(sentence, _verb(sentence, mention.last, clause[1]), clause[1]):
            return mention
    return None


def _verb(sentence: Sentence, at: int, high: int) -> int:
    """Where the verb behind a name stands: behind adverbs, and a phrase of people: "A in women leads to B"."""
    words = sentence.words
    if at < high and words[at].low in {"in", "among"}:
        people = next(
            (m for m in sentence.within(at, min(high, at + _REACH)) if sentence.types(m) == {"population"}), None
        )
        at = people.last if people is not None else at
    while at < high and words[at].low in _SKIPPED:
        at += 1
    return at


def _becomes(sentence: Sentence, at: int, high: int) -> bool:
    """Whether a verb tells that its subject becomes another complaint."""
    if at >= high or sentence.taken[at]:
        return False
    words, low = sentence.words, sentence.words[at].low
    behind = words[at + 1].low if at + 1 < high else ""
    if low in _BECOMING and behind in _BECOMING[low]:
        return True
    if low in _COPULAR:  # not "A becomes more common"
        return any(sentence.taken[i] for i in range(at + 1, min(high, at + 3)))
    return low in _ALONE or low in effect_words.CAUSE or (low in _LEAVING and behind in _some(sentence, at + 1))


def _some(sentence: Sentence, at: int) -> frozenset[str]:
    """The word at a position, where a number or a word for how many stands there."""
    low = sentence.words[at].low if at < len(sentence.words) else ""
    many = low[:1].isdigit() or low in english.NUMBERS | {"about", "some", "up", "at", "one", "two", "nearly", "almost"}
    return frozenset({low}) if many and low else frozenset()
