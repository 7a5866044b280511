"""Takes out of a text what a reader cannot see but a program obeys."""

from __future__ import annotations

from typing import Final

_INERT: Final = {
    **{code: None for code in range(32) if chr(code) not in "\t\n"},
    **dict.fromkeys((127, *range(128, 160), *range(8234, 8239), *range(8294, 8298), 8206, 8207, 65279)),
    **dict.fromkeys((0x2028, 0x2029), " "),  # line ends that editors do not show
    **dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF)),  # no text at all: neither UTF-8 nor XML can hold them
}
"""Control characters and overrides of writing direction: they can make a page show what it does not say."""


def visible(text: str) -> str:
    """Take out the characters that a reader cannot see but a browser obeys."""
    return text if text.isascii() and text.isprintable() else text.translate(_INERT)
