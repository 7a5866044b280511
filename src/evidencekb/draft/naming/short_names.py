"""Things named by their noun alone: "tic patients" are those with "vocal tics", "the splint" is the "night splint".

The name of a complaint is cut to its noun only where the claim base does so itself: a narrower complaint is named by
that noun and without the word before it ("tonic tic" for a kind of "vocal tics"), and all that the noun ends are kinds
of the one. That of a treatment is where several of its names end so ("night splint", "wrist splint"), and no other's.
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
_POINTING: Final = frozenset({"the", "this", "that", "an", "a"})
_ANY: Final = english.listed(
    "treatment therapy drug medicine medication tablet tablets pill pills dose doses diet training programme program "
    "course exercise exercises supplement supplements care method intervention advice test surgery operation procedure "
    "drugs injection injections infusion approach list device devices service session screening activity help"
)
"""Nouns that any treatment may go by."""


class ShortNames:
    """The complaints and treatments of one claim base that their noun alone may name."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """Take the names apart once."""
        ill, given = _endings(concepts, "condition"), _endings(concepts, "intervention")
        self._tops = {noun: top for noun, held in ill.items() if (top := _top(concepts, held))}
        others = {
            word.kin
            for concept in concepts.values()
            if concept.type not in {"intervention", "outcome"}
            for name in (concept.label, *concept.synonyms)
            for word in split.split(name)
        }
        self._given = {
            noun: name
            for noun, held in given.items()
            for name, modifiers in held.items()
            if len(held) == 1 and noun not in others and _is_noun_of(concepts[name], noun, len(modifiers))
        }

    def added(self, tokens: Sequence[Word], mentions: list[Mention]) -> list[Mention]:
        """The mentions with the complaints whose noun stands before one for people, and the treatments behind "the"."""
        if not self._tops and not self._given:
            return mentions
        found = mentions
        for at, word in enumerate(tokens[1:], 1):
            before = tokens[at - 1]
            top = self._tops.get(before.kin)
            if (
                top
                and (word.low in PEOPLE or _had(tokens, at - 1))
                and not any(m.first <= at - 1 < m.last for m in found)
            ):
                found = sorted([*found, Mention(at - 1, at, (top,))])
            given = self._given.get(word.kin) if before.low in _POINTING else None
            if given and word.low not in _ANY and _ends(tokens, at) and not any(m.first <= at < m.last for m in found):
                found = sorted([*found, Mention(at, at + 1, (given,))])
        return found


def _is_noun_of(concept: Concept, noun: str, ended: int) -> bool:
    """Whether a noun that ends so many of a treatment's names is that of most, and begins no name of something else."""
    names = [split.split(name) for name in (concept.label, *concept.synonyms)]
    long = [name for name in names if len(name) >= _FEWEST]
    for name in long:
        behind = next((name[at + 1 :] for at, word in enumerate(name) if word.kin == noun), ())
        if not english.CLOSED.isdisjoint(w.low for w in name) or not _ANY.issuperset(w.low for w in behind):
            return False
    return ended >= _FEWEST and 2 * ended >= len(long)


def _ends(tokens: Sequence[Word], at: int) -> bool:
    """Whether a noun is the last of its phrase."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is None or not following.raw[0].isalpha() or following.low in english.CLOSED | english.FINITE


def _endings(concepts: Mapping[str, Concept], kind: str) -> dict[str, dict[str, list[frozenset[str]]]]:
    """Noun to the concepts of a type whose names it ends, and the words before it in each."""
    ending: dict[str, dict[str, list[frozenset[str]]]] = defaultdict(lambda: defaultdict(list))
    for concept in concepts.values():
        if concept.type == kind:
            for name in (concept.label, *concept.synonyms):
                kins = [word.kin for word in split.split(name) if word.raw[0].isalpha()]
                if len(kins) >= _FEWEST and name.split()[-1].lower() not in effect_words.SYMPTOMS:
                    ending[kins[-1]][concept.id].append(frozenset(kins[:-1]))
    return ending


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
