"""Patients who do not know it: "do not know that they have it", of people with A, is what "unaware of A" names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.naming.mentions import Mention
from evidencekb.text import words as split
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Concept

CUES: Final = frozenset(
    {"know", "knew", "idea", "clue", "inkling", "unaware", "aware", "ignorant", "oblivious",
     "realize", "realise", "suspect", "suspected"}
)  # fmt: skip
"""Words of which such a sentence holds one."""
_NAMING: Final = frozenset({"unaware", "ignorant", "unknowing"})
_LIGHT: Final = frozenset({"being", "of", "their", "the", "having", "that", "they", "have", "are", "a", "his", "her"})
_ILLNESSES: Final = ("condition", "disease", "disorder", "illness", "complaint", "problem", "diagnosis")
_ILLNESS: Final = f"(?:{'|'.join(_ILLNESSES)})"
_SUFFER: Final = "have got|have|had|suffer from|live with|are living with|are affected by"
_THEY_HAVE: Final = (
    f"(?:that )?they (?:(?:{_SUFFER}) (?:it|this|(?:the|this|their) {_ILLNESS})|do(?! not)|are ill|are affected)"
)
_OF_IT: Final = f"of (?:having )?(?:it|this|their {_ILLNESS}|the {_ILLNESS}|the fact {_THEY_HAVE})"
_UNKNOWN: Final = pattern(
    rf"(?:(?:do|did) not (?:even |yet )?|(?:don't|didn't|never) (?:even )?)"
    rf"(?:know|knew|realize|realise|suspect|suspected) "
    rf"(?:{_THEY_HAVE}|(?:(?:about|of) )?(?:it|(?:the|their) {_ILLNESS}))\b"
    rf"|(?:have|had) (?:no|not the (?:slightest|faintest|least)) (?:idea|clue|inkling) (?:{_THEY_HAVE}|{_OF_IT})\b"
    rf"|(?:haven't|have not) (?:a|an|the (?:slightest|faintest)) (?:idea|clue|inkling) (?:{_THEY_HAVE}|{_OF_IT})\b"
    rf"|(?:unaware|ignorant|oblivious|not (?:even )?aware) (?:{_THEY_HAVE}|{_OF_IT}|to it)\b"
)
_WITH: Final = frozenset({"with", "having", "from", "of"})
_HAVE: Final = frozenset({"have", "has", "had"})
_OTHERS: Final = english.AFTERTHOUGHT - {"of", "so"} | english.CUTS | english.RELATIVE
_FAR: Final = 12


class Unknowing:
    """The outcomes of a claim base that are not to know of a condition, by the condition."""

    def __init__(self, kb: KnowledgeBase) -> None:
        """Take the names apart once; "unaware of the disease" is of the disease of whom the claims tell it."""
        concepts = kb.concepts
        conditions: dict[tuple[str, ...], str] = {}
        unaware = [
            (c.id, lows)
            for c in concepts.values()
            if c.type == "outcome"
            for lows in _names(c)
            if not _NAMING.isdisjoint(lows)
        ]
        if unaware:
            conditions = {lows: c.id for c in concepts.values() if c.type == "condition" for lows in _names(c)}
        self._of: dict[str, dict[str, None]] = defaultdict(dict)
        for outcome, lows in unaware:
            rest = tuple(low for low in lows if low not in _NAMING | _LIGHT)
            if (name := conditions.get(rest)) is not None:
                self._of[name][outcome] = None
            elif set(rest) <= {*_ILLNESSES, "it"}:
                for claim in kb.claims.values():
                    for held in claim.population if claim.outcome == outcome else ():
                        if concepts[held].type == "condition":
                            self._of[held][outcome] = None
        self._spelt = {lows: name for lows, name in conditions.items() if name in self._of}

    def added(self, lows: Sequence[str], mentions: list[Mention]) -> list[Mention]:
        """The mentions with what people with a condition do not know, where they are counted by that."""
        if not self._of:
            return mentions
        lows = self._said_again(lows, mentions)
        begins = [0]
        for low in lows:
            begins.append(begins[-1] + len(low) + 1)
        found = _UNKNOWN.search(" ".join(lows))
        if found is None or found.start() not in begins:
            return mentions
        first = begins.index(found.start())
        last = first + found[0].count(" ") + 1
        mentions = [self._parted(lows, m, first) for m in mentions]
        before = next((m for m in reversed(mentions) if m.last <= first and self._of.keys() & set(m.concepts)), None)
        if before is None or not _is_group(lows, before, first):
            return mentions
        meant = tuple(dict.fromkeys(each for name in before.concepts for each in self._of.get(name, ())))
        kept = [m for m in mentions if m.last <= first or m.first >= last]
        return sorted([*kept, Mention(first, last, meant)])

    def _said_again(self, lows: Sequence[str], mentions: Sequence[Mention]) -> Sequence[str]:
        """The words with "it" where the condition is named once more: "do not know that they have A"."""
        known: set[str] = set()
        spelt = list(lows)
        for mention in mentions:
            if not known.isdisjoint(mention.concepts):
                spelt[mention.first : mention.last] = ["it", *[""] * (mention.last - mention.first - 1)]
            known |= self._of.keys() & set(mention.concepts)
        return spelt

    def _parted(self, lows: Sequence[str], mention: Mention, cue: int) -> Mention:
        """The condition alone, where "A are unaware of" was taken for the name of what is not known."""
        if not mention.first < cue < mention.last:
            return mention
        for name, condition in self._spelt.items():
            for at in range(mention.first, cue - len(name) + 1):
                if tuple(lows[at : at + len(name)]) == name:
                    return Mention(at, at + len(name), (condition,))
        return mention


def _is_group(lows: Sequence[str], mention: Mention, cue: int) -> bool:
    """Whether a condition is that of the people told of at a position, and not what is told of them itself."""
    between = lows[mention.last : cue]
    if len(between) > _FAR or not _OTHERS.isdisjoint(between):
        return False
    at = mention.first - 1
    while at > 0 and lows[at] in english.DETERMINERS - {"with", "of"}:
        at -= 1
    if between and between[0] in english.PEOPLE:
        return True
    if at > 0 and lows[at] in _HAVE:
        return lows[at - 1] in english.RELATIVE
    return at >= 0 and lows[at] in _WITH


def _names(concept: Concept) -> list[tuple[str, ...]]:
    """The words of each name of a concept."""
    return [tuple(word.low for word in split.split(name)) for name in (concept.label, *concept.synonyms)]
