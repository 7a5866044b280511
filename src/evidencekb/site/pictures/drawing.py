"""The strokes that all pictures are made of: escaped text, wrapped labels, and the frame that a reader can name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from evidencekb.site.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LINE: Final = 16
"""Height of a line of a label, in the picture's own units; type is 13 of them high."""
WIDE: Final = 7.3
"""What a character takes on average, a little more than most typefaces need."""

_SHAPES: Final = {
    "established": '<circle cx="6" cy="6" r="5"/>',
    "reported": '<circle class="hollow" cx="6" cy="6" r="4"/>',
    "disputed": '<path d="M6 .5 11.8 11H.2z"/>',
    "unsourced": '<path class="hollow" d="M1.5 1.5h9v9h-9z"/>',
    "retired": '<path d="M1 5h10v2H1z"/>',
}


def shape(level: str, x: float, y: float) -> str:
    """The sign of a standing, 12 by 12, its upper left corner at (x, y); told apart without colour."""
    return f'<g class="sign sign-{level}" transform="translate({x:g} {y:g})">{_SHAPES.get(level, "")}</g>'


@lru_cache(maxsize=8192)
def wrapped(text: str, width: float, most: int) -> tuple[str, ...]:
    """The text in at most `most` lines that fit into `width` units, with an ellipsis where it is cut."""
    room = max(4, int(width / WIDE))
    found: list[str] = []
    line = ""
    for whole in text[: room * (most + 2)].split():
        word = whole
        if len(line) + 1 + len(word) <= room:
            line = f"{line} {word}" if line else word
            continue
        if line:
            found.append(line)
        while len(word) > room:
            found.append(word[:room])
            word = word[room:]
        line = word
    found.append(line)
    if len(found) <= most and len(text) <= room * (most + 2):
        return tuple(found)
    last = found[min(most, len(found)) - 1]
    if len(last) == room:
        last = last.rsplit(" ", 1)[0] if " " in last else last[:-1]
    return (*found[: most - 1], f"{last}…")


@lru_cache(maxsize=8192)
def safe(text: str) -> str:
    """Text for an element or attribute."""
    return str(escape(visible(text)))


def lines(text: Sequence[str], x: float, y: float, kind: str) -> str:
    """One label: its lines one below the other, the first on the baseline `y`."""
    return "".join(
        [f'<text class="{kind}" x="{x:g}" y="{y + LINE * at:g}">{safe(line)}</text>' for at, line in enumerate(text)]
    )


def part(name: str, size: tuple[float, float], body: Iterable[str]) -> str:
    """A part of a picture that stands beside the others where there is room; the words are those of the first."""
    width, height = size
    return (
        f'<svg class="drawn {name}" width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}" '
        f'aria-hidden="true">{"".join(body)}</svg>'
    )


def figure(
    name: str, size: tuple[float, float], title: str, told: str, body: Iterable[str], caption: str, parts: str = ""
) -> Markup:
    """A picture with its name, what it shows in words, and a caption; `name` is its own on the page.

    It keeps its size and is scrolled where the page is narrower, so that its type stays readable.
    """
    width, height = size
    return Markup(  # noqa: S704 - every text in it went through `safe`
        f'<figure class="picture"><div class="wide {name}" tabindex="0" role="region" aria-label="{safe(title)}">'
        f'<svg class="drawn" width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}" role="img" '
        f'aria-labelledby="{name}-title {name}-told"><title id="{name}-title">{safe(title)}</title>'
        f'<desc id="{name}-told">{safe(told)}</desc>{"".join(body)}</svg>{parts}</div>'
        f"<figcaption>{safe(caption)}</figcaption></figure>"
    )
