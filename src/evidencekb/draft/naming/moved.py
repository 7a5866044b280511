"""What became more or less, told with a verb: "A went up", where the name of an outcome is "a rise in A"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.model.quantity import Kind
from evidencekb.text import moving
from evidencekb.text import words as split

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.model.nodes import Concept
    from evidencekb.model.quantity import Figure
    from evidencekb.text.words import Word

_GOING: Final = english.listed(
    "go goes went gone going come comes came move moves moved shoot shot creep crept edge edged"
)
_WAYS: Final = {"up": moving.UP, "upward": moving.UP, "down": moving.DOWN, "downward": moving.DOWN}
_CUES: Final = moving.VERBS.keys() | moving.NOUNS.keys() | moving.COMPARATIVES.keys() | _GOING
_LEVEL: Final = english.listed("level levels value values concentration concentrations count counts reading readings")
_BESIDE: Final = english.AUXILIARY | english.ADVERBS | english.DETERMINERS | _LEVEL | english.listed("to and also then")
_ENDS: Final = english.listed(", ; : . ( ) ? ! but while whereas because if who that which than")
_NOT: Final = english.listed("not no never neither nor without hardly n't didn't don't doesn't failed fails fail")
_JOINTS: Final = frozenset({"in", "of"})
_NEAR: Final = 4
_FAR: Final = 18
"""Words between what is moved and the verb, at most; the more where people stand between: "the A of 9% of ..."."""


class Moved:
    """The outcomes of one claim base that are a move of something, by what is moved and the way."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """Take the names apart once."""
        named: dict[tuple[str, ...], list[str]] = defaultdict(list)
        moves: dict[str, set[tuple[tuple[str, ...], str]]] = {}
        for concept in concepts.values():
            for name in (concept.label, *concept.synonyms):
                spelt = split.split(name)
                named[tuple(word.stem for word in spelt)].append(concept.id)
                if concept.type == "outcome" and (found := _moved(spelt)) is not None:
                    moves.setdefault(concept.id, set()).add(found)
        self._of: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for outcome, held in moves.items():
            for thing, way in sorted(held):
                for moved in named.get(thing, ()):
                    self._of[moved, way][outcome] = None
        self._things = frozenset(thing for thing, _ in self._of)

    def added(self, tokens: Sequence[Word], mentions: list[Mention], figures: Sequence[Figure]) -> list[Mention]:
        """The mentions, where a thing is told as moved, with the outcome that this is among what they may mean."""
        if not self._things or all(self._things.isdisjoint(m.concepts) for m in mentions):
            return mentions
        lows = [word.low for word in tokens]
        if _CUES.isdisjoint(lows) or all(f.quantity.kind is not Kind.PROPORTION for f in figures):
            return mentions
        return [self._told(lows, m) for m in mentions]

    def _told(self, lows: Sequence[str], mention: Mention) -> Mention:
        """A mention with the move that the words beside it tell."""
        if self._things.isdisjoint(mention.concepts):
            return mention
        ways = set(_ways(lows, mention))
        outcomes = [o for name in mention.concepts for way in sorted(ways) for o in self._of.get((name, way), ())]
        if len(ways) != 1 or not outcomes:
            return mention
        return mention._replace(concepts=tuple(dict.fromkeys((*mention.concepts, *outcomes))))


def _moved(spelt: Sequence[Word]) -> tuple[tuple[str, ...], str] | None:
    """What a name says is moved, and the way: "rise in A", "higher A", "A increase"."""
    stems = tuple(word.stem for word in spelt)
    first, last = spelt[0].low, spelt[-1].low
    if len(spelt) > 2 and first in moving.NOUNS and spelt[1].low in _JOINTS:
        return stems[2:], moving.NOUNS[first]
    if len(spelt) > 1 and first in moving.COMPARATIVES:
        return stems[1:], moving.COMPARATIVES[first]
    if len(spelt) > 1 and last in moving.NOUNS:
        return stems[:-1], moving.NOUNS[last]
    return None


def _ways(lows: Sequence[str], mention: Mention) -> Iterator[str]:
    """The ways in which what a mention names is told to move, by a verb or a noun on either side of it."""
    far = lows[mention.last : mention.last + 1] == ["of"]
    for at in range(mention.last, min(mention.last + (_FAR if far else _NEAR), len(lows))):
        low = lows[at]
        if low in _ENDS or low in _NOT:
            break
        if low in moving.VERBS:
            yield moving.VERBS[low]
            break
        if low in _GOING:
            if (way := _WAYS.get(lows[at + 1] if at + 1 < len(lows) else "")) is not None:
                yield way
            break
        if not far and low not in _BESIDE:
            break
    for at in range(mention.first - 1, max(-1, mention.first - _NEAR), -1):
        low = lows[at]
        way = moving.VERBS.get(low) or moving.NOUNS.get(low) or moving.COMPARATIVES.get(low)
        if way is not None:
            if _NOT.isdisjoint(lows[max(0, at - _NEAR) : at]):
                yield way
            break
        if low not in _BESIDE:
            break
