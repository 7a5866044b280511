"""Where something goes on: "A takes place in B", "it is in B that A goes on", "B has no share in A"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences.telling import Told
from evidencekb.draft.statements import needing

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.sentences.telling import Spot

KIND: Final = "lies"
"""The kind of an edge whose subject goes on in its object."""
_IN: Final = frozenset({"in", "inside", "within"})
_HAPPENING: Final = english.listed(
    "happen happens happened occur occurs occurred take takes took place go goes went on proceed proceeds run runs sit "
    "sits lie lies located found carried out based done confined limited"
)
_PLAIN: Final = english.AUXILIARY | english.ADVERBS | english.DETERMINERS | english.NEGATION | _HAPPENING | _IN
_FRONTED: Final = english.DETERMINERS | {",", "that"}
_BEHIND: Final = 4


def told(sentence: Sentence, thing: Spot, place: Spot) -> Told | None:
    """Read that one thing goes on in another, or that it does not."""
    words = sentence.words
    first, last = min(thing.first, place.first), max(thing.last, place.last)
    if thing.first < place.first:
        between = [word.low for word in words[thing.last : place.first]]
        if _IN.isdisjoint(between) or not _PLAIN.issuperset(between):
            return None
        return Told(KIND, first, last, not english.NEGATION.isdisjoint(between))
    between = [word.low for word in words[place.last : thing.first]]
    if needing.is_idle(between):
        return Told(KIND, first, last, negated=True)
    before = [word.low for word in words[max(0, place.first - _BEHIND) : place.first]]
    if _IN.isdisjoint(before) or not _FRONTED.issuperset(between):
        return None
    behind = [word.low for word in words[thing.last : thing.last + _BEHIND]]
    return Told(KIND, first, last, not english.NEGATION.isdisjoint((*before, *behind)))
