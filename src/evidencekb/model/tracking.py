"""Mappings that note what is read of them, so that whoever was made from them is known to depend on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")

ALL = "*"
"""Stands for every key of a mapping: noted when it is gone through."""


class Reads:
    """Where reads are noted: names such as "claim x", or "claim *" for all of them."""

    __slots__ = ("seen",)

    def __init__(self) -> None:
        """Start with none."""
        self.seen: set[str] = set()


class Noted(Mapping[str, T]):
    """A mapping that notes each key that is asked for, whether it is there or not."""

    __slots__ = ("_prefix", "_reads", "held")

    def __init__(self, held: Mapping[str, T], family: str, reads: Reads) -> None:
        """`family` is the first word of what is noted."""
        self.held, self._prefix, self._reads = held, f"{family} ", reads

    def __getitem__(self, key: str) -> T:
        """Note the key and give its value."""
        self._reads.seen.add(self._prefix + key)
        return self.held[key]

    def get(self, key: str, default: T | None = None) -> T | None:  # type: ignore[override]
        """Note the key and give its value, or the default."""
        self._reads.seen.add(self._prefix + key)
        return self.held.get(key, default)

    def __contains__(self, key: object) -> bool:
        """Note the key: a node that is added later changes the answer."""
        self._reads.seen.add(f"{self._prefix}{key}")
        return key in self.held

    def __iter__(self) -> Iterator[str]:
        """Note that all is read."""
        self._reads.seen.add(self._prefix + ALL)
        return iter(self.held)

    def __len__(self) -> int:
        """Note that all is read."""
        self._reads.seen.add(self._prefix + ALL)
        return len(self.held)
