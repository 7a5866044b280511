"""Ages of people told apart from the noun, or by a noun that another name has too, or by pointing back.

"Those over 65" names people over 65; "white adults over 40" names white adults and adults over 40; "of that age" is of
the age of the people named before.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.naming.mentions import Mention
from evidencekb.text import words as split

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.draft.naming.elliptic import Names
    from evidencekb.draft.naming.mentions import Lexicon
    from evidencekb.model.nodes import Concept
    from evidencekb.text.words import Word

_THOSE: Final = "those"
_OVER: Final = english.listed("over above aged under below older younger past")
_ADULTS: Final = tuple(split.split("adults people"))
_NOUNS: Final = english.listed("adults people men women children patients individuals persons")
_POINTING: Final = frozenset({"that", "same", "this", "their"})
_AGES: Final = frozenset({"age", "ages"})
_GROUPS: Final = english.listed("group groups range bracket band")
_OLD: Final = _OVER | english.listed("old older elderly young younger middle-aged age")
_SIZES: Final = (4, 3, 2)
_MODIFIERS: Final = 2
"""Words before a noun that two names share, at most."""


class Ages:
    """The names of people of one claim base, by which a draft may tell their age."""

    def __init__(self, lexicon: Lexicon, concepts: Mapping[str, Concept]) -> None:
        """Keep what finds the names."""
        self._lexicon = lexicon
        self._concepts = concepts

    def added(self, tokens: Sequence[Word], lows: Sequence[str], mentions: list[Mention], lent: Names) -> list[Mention]:
        """The mentions with the ages that the words around them tell; `lent` are the names of the sentence before."""
        found = mentions
        if not _OVER.isdisjoint(lows):
            if _THOSE in lows and (aged := self._those(tokens, lows)):
                kept = (m for m in found if all(m.last <= a.first or a.last <= m.first for a in aged))
                found = sorted([*kept, *aged])
            if more := [m for each in found if self._is_people(each) for m in self._beside(tokens, lows, each, found)]:
                found = sorted([*found, *more])
        if not _AGES.isdisjoint(lows) and (pointed := self._pointed(lows, tokens, found, lent)):
            found = sorted([*found, *pointed])
        return found

    def _is_people(self, mention: Mention) -> bool:
        return all(self._concepts[c].type == "population" for c in mention.concepts if c in self._concepts)

    def _those(self, tokens: Sequence[Word], lows: Sequence[str]) -> list[Mention]:
        """What "those over 65" names: the people of that age."""
        found = []
        for at, low in enumerate(lows[:-2]):
            if low == _THOSE and lows[at + 1] in _OVER and (aged := self._behind(tokens, at + 1)) is not None:
                found.append(aged._replace(first=at))
        return found

    def _behind(self, tokens: Sequence[Word], at: int) -> Mention | None:
        """The people of the age that begins at a position: "over 65", "aged 65 and over"."""
        for size, noun in product(_SIZES, _ADULTS):
            end = at + size
            concepts = self._lexicon.whole([noun, *tokens[at:end]]) if end <= len(tokens) else ()
            if concepts:
                return Mention(at, end, concepts)
        return None

    def _beside(
        self, tokens: Sequence[Word], lows: Sequence[str], mention: Mention, mentions: Sequence[Mention]
    ) -> list[Mention]:
        """The people whose name shares its noun with a name of people: the "Black" of "Black adults over 40"."""
        found = []
        if mention.last < len(lows) and lows[mention.last] in _OVER and lows[mention.last - 1] in _NOUNS:
            aged = self._behind(tokens, mention.last)
            if aged is not None and all(m.last <= aged.first or aged.last <= m.first for m in mentions):
                found.append(aged)
        if lows[mention.first] in _NOUNS and mention.last - mention.first > 1:
            for size in range(1, min(_MODIFIERS, mention.first) + 1):
                first = mention.first - size
                if any(m.first < mention.first and first < m.last for m in mentions):
                    break
                named = self._lexicon.find(tokens[first : mention.first + 1])
                if len(named) == 1 and named[0][:2] == (0, size + 1) and self._is_people(named[0]):
                    found.append(Mention(first, mention.first, named[0].concepts))
                    break
        return found

    def _pointed(
        self, lows: Sequence[str], tokens: Sequence[Word], mentions: Sequence[Mention], lent: Names
    ) -> list[Mention]:
        """What "of that age" names: the people of the age that is told before it."""
        found = []
        for at in range(2, len(lows)):
            if lows[at] not in _AGES or lows[at - 1] not in _POINTING:
                continue
            first = at - 2 if lows[at - 2 : at] == ["the", "same"] else at - 1
            if first == 0 or (lows[first - 1] not in {"of", "at", "in"} and lows[first - 1] not in _NOUNS):
                continue
            before = [(m, tokens[m.first : m.last]) for m in mentions if m.last <= first]
            told = [m for m, name in (*lent, *before) if self._is_people(m) and _is_aged(name)]
            if told:
                last = at + 2 if at + 1 < len(lows) and lows[at + 1] in _GROUPS else at + 1
                found.append(Mention(first, last, told[-1].concepts))
        return [m for m in found if all(m.last <= o.first or o.last <= m.first for o in mentions)]


def _is_aged(name: Sequence[Word]) -> bool:
    """Whether a name of people tells their age."""
    return any(word.low in _OLD or word.low.isdigit() for word in name)
