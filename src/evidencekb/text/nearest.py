"""The known name that a misspelt one most likely stands for ("did you mean")."""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_CLOSE: Final = 0.75
"""Least share of matching characters that is worth a suggestion."""
_COMPARED: Final = 12
_LONGEST: Final = 120


class Nearest:
    """Looks names up among many known ones; a look-up costs what few names share its letter pairs, not all."""

    def __init__(self, names: Iterable[str]) -> None:
        """`names` are indexed once, by their pairs of neighbouring letters."""
        self._names = sorted(set(names))
        self._index: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self._names):
            for pair in _pairs(name):
                self._index[pair].append(number)

    def find(self, name: str) -> str:
        """Give the closest known name, or "" when none is close; of equals the first in the alphabet."""
        if not name or len(name) > _LONGEST:
            return ""
        shared: Counter[int] = Counter()
        for pair in _pairs(name):
            shared.update(self._index.get(pair, ()))
        ranked = sorted(shared, key=lambda number: (-shared[number] / (len(self._names[number]) + len(name)), number))
        best, likeness = "", _CLOSE
        matcher = SequenceMatcher(autojunk=False, b=name)
        for number in ranked[:_COMPARED]:
            matcher.set_seq1(self._names[number])
            ratio = matcher.ratio()
            if ratio > likeness or (ratio == likeness and not best):
                best, likeness = self._names[number], ratio
        return best


def _pairs(name: str) -> list[str]:
    """Give the name's pairs of neighbouring characters, its ends marked, once each."""
    edged = f"^{name.lower()}$"
    return sorted({edged[at : at + 2] for at in range(len(edged) - 1)})
