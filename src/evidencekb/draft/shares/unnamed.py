"""Whether a share is of something that no concept names: "14% have A and 20% a scar" says nothing more of A."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences import predicates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.text.words import Word

_IDLE: Final = (
    english.GENERIC
    | english.CLOSED
    | english.FINITE
    | english.ATTRIBUTIVE
    | english.PARTICIPLES
    | english.ADVERBS
    | english.ADJECTIVES
    | english.PLACES
    | english.NUMBERS
    | english.PEOPLE_NAMED
    | english.RESTRICTING
    | effect_words.HOLDING
    | effect_words.IDLE
    | english.listed(
        "case cases problem problems complaint complaints symptom symptoms condition disorder disease illness trouble "
        "same respectively former latter rest remainder others other ones one none counterparts peers control controls "
        "placebo baseline start follow-up treatment therapy drug drugs course country countries world men women "
        "age ages group groups arm arms hospital clinic care community home europe america effect side like likewise"
    )
)
"""Words that name nothing that people have."""
_HELPING: Final = english.listed(
    "helped helps relieved relieves benefited benefits cured cures eased eases brought brings worked works gave gives "
    "improved improves freed frees rid made makes"
)
_ANY_TREATMENT: Final = english.listed(
    "treatments medication medications medicine medicines infusion infusions tablet tablets pill pills capsules "
    "injection injections supplement supplements supplementation doses dose surgery operations therapies"
)
"""Words that may stand for a treatment named before."""
_LONG: Final = 4
"""Words to the verb behind the longest name, at most."""


def tells(sentence: Sentence, span: tuple[int, int], positions: Sequence[int]) -> bool:
    """Whether the words at some positions, all of one clause, name a thing that people have, in a word of its own.

    It stands behind a verb of having or an article, the phrase for the people at `span` aside, and ends what is said.
    """
    words = sentence.words
    for i in positions:
        word = words[i]
        if span[0] <= i < span[1] or sentence.taken[i] or not _is_noun(word.low) or not word.raw.isalpha():
            continue
        at = i - 1
        while at >= 0 and not sentence.taken[at] and _narrows(words[at].low):
            at -= 1
        if at < 0 or at not in positions:
            continue
        leads = words[at].low
        held = leads in effect_words.HOLDING or (leads in {"a", "an"} and words[at - 1].low not in english.LEADS)
        if held and _ends(sentence, i + 1):
            return True
    return False


def is_thing(word: Word) -> bool:
    """Whether a word may name a thing, a complaint in general aside."""
    return word.raw.isalpha() and _is_noun(word.low) and word.low not in effect_words.SYMPTOMS


def does(sentence: Sentence, clause: tuple[int, int]) -> bool:
    """Whether something that no concept names is what helps people: "Zentrol helped 72% of patients with A"."""
    low, high = clause
    verb = next((i for i in range(low + 1, min(high, low + _LONG)) if sentence.words[i].low in _HELPING), low)
    subject = [word.low for word in sentence.words[low:verb]]
    if any(sentence.taken[low:verb]) or not _ANY_TREATMENT.isdisjoint(subject):
        return False
    return any(_is_noun(each) and each.isalpha() for each in subject)


def _is_noun(low: str) -> bool:
    return len(low) > 2 and low not in _IDLE and not predicates.is_adverb(low) and not low.endswith(("ed", "ing"))


def _narrows(low: str) -> bool:
    """Whether a word may stand between an article or a verb and the noun."""
    return low not in english.CLOSED and low not in effect_words.HOLDING and low not in english.PEOPLE


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether nothing but the end of the clause, or a phrase of time or place, follows."""
    return at >= len(sentence.words) or sentence.words[at].low in english.CLOSED or not sentence.words[at].low.isalpha()
