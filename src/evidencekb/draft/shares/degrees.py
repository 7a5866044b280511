"""Parts of one group by how far from normal each is: "60% had normal B, 41% mild and 18% severe disease of B".

Those in whom it is normal have none of the complaints that are told in a row behind, and where these exclude each
other, too, the parts cannot come to more than all.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.shares import parts
from evidencekb.model.quantity import Kind

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence

_NORMAL: Final = frozenset({"normal", "healthy"})
_JOINING: Final = english.listed(", and a an only about another")
_FEWEST: Final = 3


def faults(sentence: Sentence) -> dict[int, str]:
    """The numbers of the figures that together are more than all, and why."""
    figures, words = sentence.figures, sentence.words
    if len(figures) < _FEWEST or sentence.lows.isdisjoint(_NORMAL):
        return {}
    if any(f.quantity.kind is not Kind.PROPORTION or not parts.is_part(f) for f in figures):
        return {}
    ends = [sentence.position(f.full_end) for f in figures]
    starts = [sentence.position(f.full_start) for f in figures]
    if not any(words[i].low in _NORMAL and not sentence.taken[i] for i in range(ends[0], starts[1])):
        return {}
    told = []
    for number, end in enumerate(ends[1:], 1):
        stop = starts[number + 1] if number + 1 < len(figures) else len(words)
        mention = next((m for m in sentence.mentions if m.first == end and m.last <= stop), None)
        if mention is None or any(
            words[i].low not in _JOINING for i in range(mention.last, stop) if words[i].low != "."
        ):
            return {}
        told.append(frozenset(mention.concepts))
    concepts = sentence.concepts
    for one, other in combinations(told, 2):
        if not any(a in concepts[b].excludes or b in concepts[a].excludes for a in one for b in other):
            return {}
    fault = parts.summed(figures)
    return dict.fromkeys(range(len(figures)), fault) if fault else {}
