"""Measures told by how much there is of what a name calls "A in B": "how much A the B holds", "the B holds less A"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.naming.mentions import Mention
from evidencekb.text import families
from evidencekb.text import words as split

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.model.nodes import Concept
    from evidencekb.text.words import Word

_HOW: Final = "how"
_MUCH: Final = frozenset({"much", "many"})
_TYPES: Final = frozenset({"measure", "molecule", "substance"})
_BESIDE: Final = english.CLOSED | english.DETERMINERS | effect_words.HOLDING | english.listed(
    "there is are was were in inside within of hold holds held contain contains contained store stores stored keep "
    "keeps kept carry carries your our their really actually"
)  # fmt: skip
"""Words that only say that one thing is in another."""
_ENDS: Final = frozenset({",", ";", ":", ".", "(", ")", "and", "or", "but", "than", "if", "when", "because"})
_AMOUNTS: Final = english.listed("more less extra")
_HOLDING: Final = english.listed(
    "hold holds held contain contains contained end ends ended has have carry carries take takes took gain gains gained"
)
"""Verbs by which a thing tells how much is in it: "ends up with less A"."""
CUES: Final = _HOLDING | {_HOW}
"""Words one of which is wherever a measure is told so."""
_FEWEST: Final = 2
_NEAR: Final = 5
_FAR: Final = 10


class HowMuch:
    """The names of one claim base that put two things together: what there is, and where."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """Take the names apart once."""
        self._named: dict[frozenset[str], dict[str, None]] = defaultdict(dict)
        for concept in concepts.values():
            for name in (concept.label, *concept.synonyms) if concept.type in _TYPES else ():
                parts = frozenset(families.content(families.families(split.split(name))))
                if len(parts) >= _FEWEST:
                    self._named[parts][concept.id] = None

    def added(self, tokens: Sequence[Word], lows: Sequence[str], mentions: list[Mention]) -> list[Mention]:
        """The mentions with what is told so, in the place of what it is made of."""
        for at in range(len(lows) - 1):
            if lows[at] != _HOW or lows[at + 1] not in _MUCH:
                continue
            found = self._longest(tokens, lows, at)
            if found is not None:
                return _put(mentions, found)
        held = self._held(tokens, lows) if not _HOLDING.isdisjoint(lows) else None
        return mentions if held is None else _put(mentions, held)

    def _held(self, tokens: Sequence[Word], lows: Sequence[str]) -> Mention | None:
        """What there is more or less of in a thing named before it: "A" of "the B holds less A"."""
        verb = next(i for i, low in enumerate(lows) if low in _HOLDING)
        amount = next((i for i in range(verb + 1, min(len(lows) - 1, verb + _NEAR)) if lows[i] in _AMOUNTS), 0)
        if not amount or "than" in lows:
            return None
        thing = tokens[amount + 1].kin
        for i in range(max(0, verb - _FAR), verb):
            if (meant := self._named.get(frozenset({tokens[i].kin, thing}))) is not None:
                return Mention(amount + 1, amount + 2, tuple(meant))
        return None

    def _longest(self, tokens: Sequence[Word], lows: Sequence[str], at: int) -> Mention | None:
        """What the words behind "how much" name, as many of them as a name has."""
        parts: set[str] = set()
        best, apart = None, False
        for i in range(at + 2, min(len(lows), at + _FAR)):
            if lows[i] in _ENDS:
                break
            if lows[i] in _BESIDE:
                apart = bool(parts)
                continue
            parts.add(tokens[i].kin)
            if apart and (meant := self._named.get(frozenset(parts))) is not None:
                best = Mention(at, i + 1, tuple(meant))
        return best


def _put(mentions: list[Mention], found: Mention) -> list[Mention]:
    """The mentions with another in the place of those that it is made of."""
    return sorted([*(m for m in mentions if m.last <= found.first or found.last <= m.first), found])
