"""The known name that somebody probably meant, as the end of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evidencekb.text.nearest import Nearest

if TYPE_CHECKING:
    from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` for the nearest known name, or nothing where none is near."""
    near = Nearest(known).find(name)
    return f"; did you mean {near!r}?" if near else ""
