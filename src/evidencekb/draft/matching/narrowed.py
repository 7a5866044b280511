"""People who are narrowed by a word that no claim base knows: "patients with A on B", "B-ed people with A".

Grammar passes over what has no name. Where it stands right beside the people who are counted, and where only what they
have or take can stand, it tells of fewer of them than the claim does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.text.families import LIGHT

if TYPE_CHECKING:
    from evidencekb.draft.sentences.sentence import Sentence

_HAVING: Final = frozenset({"with", "on", "undergoing"})
_LEADING: Final = english.LEADS | {"during"}
_HEADS: Final = english.PEOPLE | english.PEOPLE_NAMED | english.TAKERS
_STATES: Final = ("ed", "ic")
"""Endings of what people are, which nothing but people, or a name of them, may follow."""
_GENERAL: Final = (
    english.ATTRIBUTIVE
    | english.ADJECTIVES
    | english.CLOSED
    | english.NUMBERS
    | english.GENERIC
    | english.PLACES
    | english.SOME
    | english.TAKERS
    | english.listed(
        "average balance record offer paper access help support hope trouble difficulty experience history forms types "
        "kinds sorts evidence signs symptoms complaint complaints disease condition disorder illness problem problems "
        "issues needs results tests moderate public specific causes things hundred thousand ordinary plain usual "
        "standard regular conventional routine typical"
    )
)
"""Words that tell nothing of people by themselves."""
_LONG: Final = 5


def is_narrowed(sentence: Sentence, clause: tuple[int, int], kin: frozenset[str]) -> bool:
    """Whether people in a clause are narrowed by a word that is in no name; `kin` are the families that a claim has."""
    return any(_is_strange(sentence, at, kin) and _is_of_people(sentence, at, clause) for at in range(*clause))


def _is_strange(sentence: Sentence, at: int, kin: frozenset[str]) -> bool:
    """Whether a word with a meaning of its own is in no name, and none of the claim's."""
    word = sentence.words[at]
    if sentence.taken[at] or at in sentence.figured or word.kin in kin or word.kin in LIGHT:
        return False
    return word.raw.isalpha() and len(word.raw) >= _LONG and word.low not in _GENERAL


def _is_of_people(sentence: Sentence, at: int, clause: tuple[int, int]) -> bool:
    """Whether a word stands where it tells what people are, have or take."""
    words, low = sentence.words, sentence.words[at].low
    before = words[at - 1].low if at > clause[0] else ""
    after = words[at + 1].low if at + 1 < clause[1] else ""
    if low.endswith(_STATES):
        led = not before or before in english.CLOSED - english.AUXILIARY or at - 1 in sentence.figured
        return (
            led
            and after not in english.LEADS | {"during"}
            and (after in _HEADS or _is_name(sentence, at + 1, first=True))
        )
    if before == "among":
        return low.endswith("s")
    behind = at - 2 >= clause[0] and (words[at - 2].low in _HEADS or _is_name(sentence, at - 2, ill=before != "with"))
    return before in _HAVING and behind and not low.endswith(("ing", "ly"))


def _is_name(sentence: Sentence, at: int, *, first: bool = False, ill: bool = False) -> bool:
    """Whether a name of people, or of what they suffer from (`ill`), has its last (or first) word at a position."""
    wanted = {"population", "condition"} if ill else {"population"}
    return any(
        (mention.first if first else mention.last - 1) == at and wanted & sentence.types(mention)
        for mention in sentence.mentions
    )
