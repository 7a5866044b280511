"""Outcomes named by their noun alone, where the people named beside it tell the rest.

"In women with recurrent A, B halved recurrences" is of the recurrence of A.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.naming.mentions import Mention
from evidencekb.text import moving
from evidencekb.text import words as split
from evidencekb.text.families import LIGHT, family
from evidencekb.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from evidencekb.model.nodes import Concept
    from evidencekb.text.words import Word

_GENERAL: Final = frozenset(
    family(stem(word))
    for word in (
        effect_words.BETTER
        | effect_words.WORSE
        | effect_words.CURE
        | (effect_words.SYMPTOMS - english.listed("attack attacks episode episodes"))
        | english.NUMBERS
        | english.CHANCES
        | moving.NOUNS.keys()
        | english.listed(
            "level levels score scores count counts time duration quality use loss test tests day days night nights "
            "week weeks month months year years hour hours people patients treatment treatments risk effect effects "
            "event events function status control size weight dose doses life health disease condition"
        )
    )
)
"""Nouns of too many things for one of them to be meant by the noun alone."""
_BEFORE: Final = (
    english.CLOSED
    | moving.VERBS.keys()
    | moving.COMPARATIVES.keys()
    | moving.OF_AN_AMOUNT.keys()
    | english.listed(", bring brings brought keep keeps kept drive drives drove push pushes pushed ; : (")
)
"""Words behind which a noun stands alone."""
_BEHIND: Final = frozenset({"of", "from", "they"})


class ShortOutcomes:
    """The outcomes and measures of one claim base by the last noun of their names."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """Take the names apart once."""
        self._concepts = concepts
        self._heads: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for concept in concepts.values():
            if concept.type in {"outcome", "measure"}:
                for head, rest in _parts(concept):
                    self._heads.setdefault(head, []).append((concept.id, rest))

    def added(self, tokens: Sequence[Word], mentions: list[Mention]) -> list[Mention]:
        """The mentions with the outcomes whose noun stands alone."""
        found = mentions
        for at in range(len(tokens)):
            if tokens[at].kin not in self._heads or any(m.first <= at < m.last for m in mentions):
                continue
            if _alone(tokens, at) and next((w.low for w in tokens[at + 1 :] if w.low != "that"), "") not in _BEHIND:
                meant = self.meant(tokens[at], mentions)
                found = sorted([*found, Mention(at, at + 1, (meant,))]) if meant else found
        return found

    def meant(self, word: Word, mentions: Iterable[Mention]) -> str:
        """The one outcome that a noun names beside the people of some mentions; "" where there is none or another."""
        candidates = self._heads.get(word.kin, ())
        if not candidates:
            return ""
        named = {c for m in mentions for c in m.concepts}
        told = [
            frozenset(w.kin for text in (concept.label, *concept.synonyms) for w in split.split(text))
            for c in sorted(named)
            if (concept := self._concepts.get(c)) is not None and concept.type in {"condition", "population"}
        ]
        found = {name for name, rest in candidates if any(rest <= each for each in told)}
        return next(iter(found)) if len(found) == 1 and found.isdisjoint(named) else ""


def _alone(tokens: Sequence[Word], at: int) -> bool:
    """Whether nothing before a noun belongs to it: "cut episodes", "a fall in episodes"; not "22 mm in diameter"."""
    if at > 1 and tokens[at - 1].low == "in":
        return tokens[at - 2].low in moving.NOUNS
    return not at or tokens[at - 1].low in _BEFORE


def _parts(concept: Concept) -> Iterable[tuple[str, frozenset[str]]]:
    """The noun of each name of several words, and the rest of its words that carry meaning."""
    for text in (concept.label, *concept.synonyms):
        spelt = [word for word in split.split(text) if word.raw[0].isalpha()]
        of = next((i for i, word in enumerate(spelt) if word.low == "of"), len(spelt))
        if not of:
            continue
        rest = frozenset(w.kin for i, w in enumerate(spelt) if i != of - 1 and w.kin not in LIGHT)
        if rest and (head := spelt[of - 1].kin) not in _GENERAL | LIGHT:
            yield head, rest
