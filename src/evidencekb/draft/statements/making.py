"""What is made from what: "X turns A into B", "B is made from A", "A is the precursor of B"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences.telling import Spot, Told, negated

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence

_BEING: Final = english.AUXILIARY | english.ARTICLES


def made(sentence: Sentence, source: Spot, product: Spot) -> Told | None:
    """Read "X turns A into B", "B is made from A", "A is the precursor of B"."""
    words = sentence.words
    one, other = (source, product) if source.first < product.first else (product, source)
    between = [word.low for word in words[one.last : other.first]]
    around = {word.low for word in words[: other.first]}
    against = any(word in english.NEGATION for word in between)
    forward: bool | None = None
    origin = effect_words.PRODUCTS | ({"made"} if effect_words.ORIGINS.isdisjoint(between) else set())
    after = words[other.last].low if other.last < len(words) else ""
    if "what" in between and after in {"from", "out"}:
        forward = True  # "A is what X makes B from"
    elif set(between) & effect_words.FROM or ("of" in between and (set(between) & origin or "out" in between)):
        forward = False
    elif (
        set(between) & effect_words.ORIGINS
        or ("material" in between and set(between) & {"raw", "starting"})
        or (set(between) & effect_words.INTO and around & effect_words.CONVERT)
        or (set(between) & {"become", "becomes", "yields", "gives", "forms", "produces"})
    ):
        forward = True
    if forward is None and "from" in around and "to" in between:
        forward = True
    if forward is None and _BEING.issuperset(between) and _is_origin_of(sentence, one.first):
        forward = False  # "the precursor of B is A"
    if forward is None:
        return None
    verbs = [i for i in range(one.first) if words[i].low in effect_words.CONVERT]
    against = against != (bool(verbs) and negated(sentence, verbs[-1]))
    start = 0 if verbs else one.first
    return Told("made", start, other.last, against, (one is source) is not forward)


def _is_origin_of(sentence: Sentence, at: int) -> bool:
    """Whether something is named as what comes of the thing that a sentence goes on to name: "the precursor of B"."""
    before = [word.low for word in sentence.words[max(0, at - 2) : at]]
    return before[-1:] == ["of"] and before[0] in effect_words.ORIGINS
