"""Names of outcomes that begin with a verb, where that is what the sentence says: "A eases symptoms of B"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from evidencekb.draft.language import english
from evidencekb.draft.language.effect_words import kind_of

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence


def apart(index: ClaimsIndex, sentence: Sentence) -> Sentence | None:
    """The sentence without such names, but with those that are left of them; None where it has none."""
    verbs = [m for m in sentence.mentions if m.first and _begins_with_verb(sentence, m)]
    if not verbs:
        return None
    mentions = [m for m in sentence.mentions if m not in verbs]
    for mention in verbs:
        first = mention.first + 1
        inner = index.lexicon.find(sentence.words[first : mention.last])
        mentions += [m._replace(first=m.first + first, last=m.last + first) for m in inner]
    return replace(sentence, mentions=sorted(mentions))


def _begins_with_verb(sentence: Sentence, mention: Mention) -> bool:
    """Whether the name of an outcome begins with a verb that tells its way, behind what it is told of."""
    low = sentence.words[mention.first].low
    finite = low.endswith("s") or sentence.words[mention.first - 1].low not in english.CLOSED
    finite = finite and kind_of(low) in {"better", "worse", "up", "down"}
    return finite and mention.last - mention.first > 1 and sentence.types(mention) == {"outcome"}
