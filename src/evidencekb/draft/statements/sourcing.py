"""What is in what: "A contains B", "B is found in A", "A is rich in B", "A is a good source of B"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences.telling import BREAKS, Spot, Told, negated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.sentences.sentence import Sentence

KIND: Final = "holds"
"""The kind of an edge whose subject is a source of its object."""
GIVING: Final = english.listed(
    "contain contains contained containing supply supplies supplied supplying provide provides provided deliver "
    "delivers delivered offer offers offered give gives gave pack packs packed hold holds bring brings yield yields "
    "furnish furnishes boast boasts have has add adds added"
)
"""Verbs by which a source gives what is in it."""
_HOW: Final = {
    "in": english.listed("rich high abundant abound abounds poor low lacking"),
    "of": english.listed("source sources full plenty devoid free"),
    "with": english.listed("packed loaded laden"),
    "get": english.listed("way ways"),
}
"""Word behind which stands what is in something, to the words one of which stands before it."""
_LYING: Final = {
    "in": english.listed("found present contained is are"),
    "from": english.listed("comes come get obtained"),
}
"""Word behind which stands the source, to the words one of which stands before it."""
_GETTING: Final = english.listed("get gets obtain obtains draw draws take takes")
"""Verbs by which people have something from a source."""
_LISTING: Final = english.listed("are is include includes")
_LEAD: Final = 5
_NEAR: Final = 3
_LACKING: Final = english.listed("next fail fails failed")
"""Words with "to" behind them that tell of little: "next to no", "fails to give"."""
_POOR: Final = english.NEGATION | effect_words.POORLY | _LACKING | english.listed("little few low lacking devoid free")
_OTHER_PARTS: Final = frozenset({"than", "for", "from", "to", "if", "when", "who", "whose"})
"""Words by which something more is told than that one thing is in another."""


def held(sentence: Sentence, source: Spot, thing: Spot) -> Told | None:
    """Read that one thing is in another; None where the words between them tell more than that."""
    words = sentence.words
    one, other = (source, thing) if source.first < thing.first else (thing, source)
    between = [word.low for word in words[one.last : other.first]]
    got = next((i for i in range(thing.first - 1, max(-1, thing.first - _NEAR), -1) if words[i].low in _GETTING), -1)
    if one is thing and between[:1] == ["from"] and got >= 0:
        return Told(KIND, got, other.last, negated(sentence, got))
    between = [low for i, low in enumerate(between) if low != "to" or between[i - 1] not in _LACKING]
    told = _gives(between) if one is source else _lies(between) or _is_listed(sentence, source, thing)
    if not told or any(low in BREAKS or low == "," for low in between):
        return None
    return Told(KIND, one.first, other.last, negated=not _POOR.isdisjoint(between))


def _gives(between: Sequence[str]) -> bool:
    """Whether a source gives what is named behind some words."""
    if not GIVING.isdisjoint(between):
        return _OTHER_PARTS.isdisjoint(between)
    return any(low in _HOW and not _HOW[low].isdisjoint(between[:at]) for at, low in enumerate(between))


def _lies(between: Sequence[str]) -> bool:
    """Whether something lies in the source that is named behind some words."""
    return any(low in _LYING and not _LYING[low].isdisjoint(between[:at]) for at, low in enumerate(between))


def _is_listed(sentence: Sentence, source: Spot, thing: Spot) -> bool:
    """Whether what gives a thing is told to be, among others, the source behind: "foods that provide A include B"."""
    before = [word.low for word in sentence.words[max(0, thing.first - _LEAD) : thing.first]]
    between = [word.low for word in sentence.words[thing.last : source.first]]
    giving = _gives(before) or before[-1:] in (["with"], ["of"])
    return giving and bool(between) and between[0] in _LISTING
