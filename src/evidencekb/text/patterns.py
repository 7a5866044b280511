"""Patterns that are compiled when they are first used: a short draft needs few of them, and start-up counts."""

from __future__ import annotations

import re
from typing import Any, Final, cast

_HELD: Final = ("pattern", "search", "match", "fullmatch", "finditer", "findall", "sub", "split")
"""What is asked of a pattern."""


class _Compiled:
    """A pattern that has been used: it holds the methods of the compiled one, and calling them costs no more."""


class _Waiting(_Compiled):
    """A pattern that has not been used yet."""

    def __init__(self, text: str, flags: int) -> None:
        self._source = text, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever is asked for
        made = re.compile(*self._source)
        self.__class__ = _Compiled  # type: ignore[assignment] # what is found in the object itself costs no detour
        for each in _HELD:
            setattr(self, each, getattr(made, each))
        return getattr(made, name)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, but compiled at the first use; an error in it is met only there."""
    return cast("re.Pattern[str]", _Waiting(text, flags))
