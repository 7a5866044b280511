"""A number said twice in a sentence: "20% of those on A had B, and 20% of their dogs barked" tells a claim once.

What a clause leaves out is taken from the clause before it, so that the second figure would be told of A and B too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.matching import open_words
from evidencekb.draft.matching.lookups import number_key
from evidencekb.draft.matching.said import COMPARING

if TYPE_CHECKING:
    from evidencekb.draft.matching.belongings import Terms
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure

_COMPARING: Final = COMPARING | {"to", "from", "difference", "gap"}


def is_of_another(sentence: Sentence, figure: Figure, clause: tuple[int, int], claim: Claim, own: Terms) -> bool:
    """Whether a number stood before in its sentence and its clause speaks of something, but of nothing of a claim.

    What the claim compares with is such a thing, unless the clause compares with it too; `own` are the claim's terms.
    """
    words = sentence.words
    at, after = sentence.position(figure.full_start), sentence.position(figure.full_end)
    key = number_key(figure.quantity)
    same = [f for f in sentence.figures if f.full_end <= figure.full_start and number_key(f.quantity) == key]
    if not same or (at and words[at - 1].low in english.POINTING | {"the"}):
        return False  # "that 20% is often quoted"
    low = max(clause[0], sentence.position(same[-1].full_end))
    mentions = sentence.within(low, clause[1])
    against = [m for m in mentions if claim.comparator in m.concepts]
    if any(not own.above.isdisjoint(m.concepts) for m in mentions if m not in against):
        return False
    if against:
        return _COMPARING.isdisjoint(words[i].low for i in range(low, clause[1]))
    bare = (i for i in range(low, clause[1]) if not at <= i < after and i not in sentence.figured)
    telling = [words[i] for i in bare if open_words.tells(words[i])]
    return bool(telling) and not any(word.kin in own.kin for word in telling)
