"""Where a sentence names the things that claims relate, also inside longer names and for those with and without one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences.telling import Spot
from evidencekb.text.stems import stem

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence

_UNDOING: Final = frozenset(
    {"preventing", "prevention", "avoiding", "avoidance", "correcting", "curing", "treating", "losing"}
)
_LOW: Final = _UNDOING | frozenset(
    {"low", "less", "little", "lower", "reduced", "lack", "insufficient", "depleted", "deficient", "deficiency"}
)
_HIGH: Final = frozenset({"high", "higher", "excess", "raised", "increased", "elevated"})
_LACKING: Final = english.NEGATION | english.listed("non former ex past previously")
"""Words by which people are not in the state of which their name is."""
_STEMS: Final = frozenset(stem(word) for word in _LOW | _HIGH)


def named(index: ClaimsIndex, sentence: Sentence) -> frozenset[str]:
    """The concepts that a sentence names, by themselves or inside a longer name that gives them a direction."""
    found = {name for mention in sentence.mentions for name in mention.concepts}
    for mention in sentence.mentions:
        if _inner(sentence, mention) or _is_with_and_without(sentence, mention):
            found |= index.lexicon.inside(sentence.words, mention)
        found.update(state(index, sentence, mention))
    return frozenset(found)


def spots(index: ClaimsIndex, sentence: Sentence) -> dict[str, list[Spot]]:
    """Concept id to where it is named, in the way of `named`."""
    found: dict[str, list[Spot]] = {}
    for mention in sentence.mentions:
        against = sentence.negated(mention)
        for name in (*mention.concepts, *state(index, sentence, mention)):
            found.setdefault(name, []).append(Spot(mention.first, mention.last, against))
        if _is_with_and_without(sentence, mention):
            for name in sorted(index.lexicon.inside(sentence.words, mention)):
                found.setdefault(name, []).append(Spot(mention.first, mention.last))
        if inner := _inner(sentence, mention):
            undone = not sentence.lows.isdisjoint(_UNDOING) and any(
                word.low in _UNDOING for word in sentence.words[mention.first : mention.last]
            )
            for name in sorted(index.lexicon.inside(sentence.words, mention)):
                own = not undone and not _STEMS.isdisjoint(
                    index.name_words(name)
                )  # "deficiency of A" inside "a disease by it"
                found.setdefault(name, []).append(Spot(mention.first, mention.last, against, "" if own else inner))
    return found


def state(index: ClaimsIndex, sentence: Sentence, mention: Mention) -> list[str]:
    """What people are in, by the adjective in their name: "pregnant women" are in pregnancy."""
    if sentence.types(mention) != {"population"}:
        return []
    words = sentence.words[mention.first : mention.last]
    kins = [] if any(word.low in _LACKING for word in words) else [word.kin for word in words]
    named = dict.fromkeys(name for kin in kins for name in index.lexicon.single.get(kin, ()))
    return [name for name in named if name not in mention.concepts]


def _is_with_and_without(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name of those without a thing is beside those with it: "in people with and without A"."""
    words = sentence.words
    lead = [word.low for word in words[max(0, mention.first - 2) : mention.first]]
    return words[mention.first].low == "without" and lead in (["with", "and"], ["with", "or"])


def is_of_both(sentence: Sentence, spot: Spot) -> bool:
    """Whether a spot is that of those with and without a thing."""
    return any(
        (m.first, m.last) == (spot.first, spot.last) and _is_with_and_without(sentence, m) for m in sentence.mentions
    )


def _inner(sentence: Sentence, mention: Mention) -> str:
    """What a name of several words tells of what it holds: "low sugar in the blood", "the main cause of A"."""
    if mention.last - mention.first < 2:
        return ""
    lows = [word.low for word in sentence.words[mention.first : mention.last]]
    if not effect_words.CAUSES.isdisjoint(lows) and "of" in lows:
        return "cause"
    return "down" if not _LOW.isdisjoint(lows) else "up" if not _HIGH.isdisjoint(lows) else ""
