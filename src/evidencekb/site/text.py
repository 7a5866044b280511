"""Words made safe and short enough to show."""

from __future__ import annotations

from evidencekb.text.inert import visible

__all__ = ["shorten", "visible"]


def shorten(text: str, most: int = 120) -> str:
    """The text, cut at a word with an ellipsis where it is longer than `most` characters."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"
