"""Whether what is said of a group is denied of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences import negated_bounds, phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.sentences.sentence import Sentence

_DOERS: Final = frozenset({"responder", "responders", "response", "responding"})
"""Nouns of doing well, which "non" denies."""


def is_denied(sentence: Sentence, positions: Sequence[int], figure: int) -> bool:
    """Whether what is said of the group is denied: an odd number of negations that are no part of a name."""
    words = sentence.words
    count = 0
    for i in positions:
        following = words[i + 1].low if i + 1 < len(words) else ""
        low = words[i].low
        if (low == "non" and following in _DOERS) or (low.startswith("non") and low[3:] in _DOERS):
            count += 1
            continue
        if not i or sentence.taken[i] or words[i].low not in english.DENIAL or following in english.NOT_DENIED:
            continue
        if words[i - 1].low in {"should", "must", "ought"}:
            continue  # what is advised is no fact: "and should not be missed"
        held = words[i].low in {"no", "without"} and words[i - 1].low not in effect_words.HOLDING
        if held and (words[i].low == "no" or not _goes_without(sentence, positions, i)):
            continue  # "with A but no B" is of the group
        if i < figure and negated_bounds.is_of_a_bound(sentence, i, figure):
            continue
        if any(words[j].low == "that" for j in range(i, figure)):
            continue  # "it is not known that 45% ..."
        count += 1
    return count % 2 == 1


def _goes_without(sentence: Sentence, positions: Sequence[int], at: int) -> bool:
    """Whether "without" says what people had not, as nothing else is said of them: "live for years without A"."""
    before = [i for i in positions if i < at]
    return any(phrases.acts(sentence, i) for i in before) and not any(sentence.taken[i] for i in before)
