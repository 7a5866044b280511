"""Words made safe and short enough to show."""

from __future__ import annotations

from typing import Final

_INERT: Final = {
    **{code: None for code in range(32) if chr(code) not in "\t\n"},
    **dict.fromkeys((127, *range(128, 160), *range(8234, 8239), *range(8294, 8298), 8206, 8207, 65279)),
}
"""Control characters and overrides of writing direction: they can make a page show what it does not say."""


def visible(text: str) -> str:
    """Take out the characters that a reader cannot see but a browser obeys."""
    return text if text.isascii() and text.isprintable() else text.translate(_INERT)


def shorten(text: str, most: int = 120) -> str:
    """The text, cut at a word with an ellipsis where it is longer than `most` characters."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"
