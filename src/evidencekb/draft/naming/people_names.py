"""Names of people in two places: "common in care homes: 68% of residents" counts care home residents."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.text.words import Word

_LEADING: Final = frozenset({"of", "the", "all", "these", "those", "their", "its", "such"})
_FEWEST: Final = 2
_WIDE: Final = 2
"""Words between the parts of the rest of a name, at most."""


class PeopleNames:
    """The names of populations of several words, by each word that may be the noun that is counted."""

    def __init__(self, names: Mapping[frozenset[str], Iterable[str]], kb: KnowledgeBase) -> None:
        """`names` are families of words to concepts."""
        self._by_part: dict[str, list[tuple[frozenset[str], tuple[str, ...]]]] = defaultdict(list)
        for parts, concepts in names.items():
            people = tuple(c for c in concepts if kb.concepts[c].type == "population")
            if people and len(parts) >= _FEWEST:
                for part in sorted(parts):
                    self._by_part[part].append((parts - {part}, people))

    def apart(self, text: Sequence[Word], taken: Mapping[int, tuple[str, ...]]) -> list[tuple[int, tuple[str, ...]]]:
        """Positions of plural nouns behind "of" that with words before them name a population, and that population.

        `taken` are the positions of other names and what they mean: of a complaint, say, that half of the women have.
        """
        found = []
        for at, word in enumerate(text):
            if word.kin not in self._by_part or at in taken or not _is_plural(word.low) or not _counted(text, at):
                continue
            for rest, concepts in self._by_part[word.kin]:
                free = [i for i in range(at) if i not in taken or not set(concepts).isdisjoint(taken[i])]
                if _stands(text, free, rest):
                    found.append((at, concepts))
                    break
        return found


def _is_plural(low: str) -> bool:
    return low.endswith("s") or low in {"men", "women", "children", "people"}


def _counted(text: Sequence[Word], at: int) -> bool:
    """Whether "of" or "of the" stands before a noun."""
    before = at - 1
    while before > 0 and text[before].low in _LEADING - {"of"}:
        before -= 1
    return before >= 0 and text[before].low == "of"


def _stands(text: Sequence[Word], free: Sequence[int], rest: frozenset[str]) -> bool:
    """Whether the rest of a name stands together somewhere among some positions."""
    places = [i for i in free if text[i].kin in rest]
    if {text[i].kin for i in places} != rest:
        return False
    width = len(rest) + _WIDE
    return any({text[i].kin for i in places if first <= i < first + width} == rest for first in places)
