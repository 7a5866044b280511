"""Word lists as they are written in the modules of the grammar."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """The words of a list with spaces between."""
    return frozenset(text.split())


def phrases_of(text: str) -> frozenset[str]:
    """The phrases of a list with bars between."""
    return frozenset(phrase.strip() for phrase in text.split("|"))
