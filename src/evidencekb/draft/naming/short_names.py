"""People named by the noun of their complaint alone: "tic patients" are those with "vocal tics".

A name is cut to its noun only where the claim base does so itself: a narrower complaint is named by that noun and
without the word before it ("tonic tic" for a kind of "vocal tics"), and all that the noun ends are kinds of the one.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.naming.mentions import Mention
from evidencekb.text import words as split

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.model.nodes import Concept
    from evidencekb.text.words import Word

PEOPLE: Final = english.listed(
    "patient patients sufferer sufferers former formers carrier carriers person persons people individual individuals "
    "victim victims case cases"
)
_WHOM: Final = english.PEOPLE | english.listed("those who women men children")
_HAVING: Final = frozenset({"with", "have", "having", "had"})
_NARROWING: Final = english.listed(
    "of in under over above below smaller larger bigger between from that which less more"
)
_FEWEST: Final = 2


class ShortNames:
    """The complaints of one claim base that their noun alone may name."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """Take the names apart once."""
        ending: dict[str, dict[str, list[frozenset[str]]]] = defaultdict(lambda: defaultdict(list))
        for concept in concepts.values():
            if concept.type == "condition":
                for name in (concept.label, *concept.synonyms):
                    kins = [word.kin for word in split.split(name) if word.raw[0].isalpha()]
                    if len(kins) >= _FEWEST and name.split()[-1].lower() not in effect_words.SYMPTOMS:
                        ending[kins[-1]][concept.id].append(frozenset(kins[:-1]))
        self._tops = {noun: top for noun, held in ending.items() if (top := _top(concepts, held))}

    def added(self, tokens: Sequence[Word], mentions: list[Mention]) -> list[Mention]:
        """The mentions with the complaints whose noun stands alone before a noun for people."""
        if not self._tops:
            return mentions
        found = mentions
        for at in range(1, len(tokens)):
            top = self._tops.get(tokens[at - 1].kin) if tokens[at].low in PEOPLE or _had(tokens, at - 1) else None
            if top and not any(m.first <= at - 1 < m.last for m in found):
                found = sorted([*found, Mention(at - 1, at, (top,))])
        return found


def _had(tokens: Sequence[Word], at: int) -> bool:
    """Whether a noun is told of people as what they have, with no word that narrows it: "patients with tics,"."""
    if at < _FEWEST or tokens[at - 1].low not in _HAVING or not tokens[at].low.endswith("s"):
        return False
    behind = tokens[at + 1].low if at + 1 < len(tokens) else "."
    return tokens[at - 2].low in _WHOM and behind not in _NARROWING


def _top(concepts: Mapping[str, Concept], held: Mapping[str, Sequence[frozenset[str]]]) -> str:
    """The one complaint of which all others that a noun ends are kinds, named without its own modifier; else ""."""
    for name, modifiers in held.items():
        others = [other for other in held if other != name]
        if others and all(name in _above(concepts, other) for other in others):
            own = frozenset().union(*modifiers)
            return name if any(own.isdisjoint(each) for other in others for each in held[other]) else ""
    return ""


def _above(concepts: Mapping[str, Concept], name: str) -> set[str]:
    """All that a concept is a kind of."""
    seen: set[str] = set()
    stack = [name]
    while stack:
        concept = concepts.get(stack.pop())
        new = [each for each in (concept.broader if concept else ()) if each not in seen]
        seen.update(new)
        stack += new
    return seen
