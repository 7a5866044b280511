"""A bar that shows how many claims stand how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from evidencekb.model.standing import ORDER
from evidencekb.site.pictures.drawing import safe, shape

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDTH: Final = 720
HEIGHT: Final = 34
GAP: Final = 3
NARROW: Final = 4
"""The least width of a part, so that one claim of thousands is still seen."""


def bar(counts: Mapping[str, int], name: str, title: str) -> Markup:
    """One part for each standing that occurs, as wide as its share; the counts stand beside it in words."""
    there = [(level, counts[level]) for level in ORDER if counts.get(level)]
    total = sum(number for _, number in there)
    if not total:
        return Markup("")
    told = ", ".join(f"{number} {level}" for level, number in there)
    room = WIDTH - GAP * (len(there) - 1)
    widths = [max(NARROW, room * number / total) for _, number in there]
    scale = room / sum(widths)
    parts, x = [], 0.0
    for (level, number), wide in zip(there, widths, strict=True):
        width = wide * scale
        parts.append(
            f'<rect class="part part-{level}" x="{x:.1f}" y="1" width="{width:.1f}" height="{HEIGHT - 2}" rx="3"/>'
        )
        digits = 9 * len(str(number))
        if width > digits + 32:
            parts.append(shape(level, round(x + 8, 1), HEIGHT / 2 - 6))
            parts.append(f'<text class="count" x="{x + 25:.1f}" y="{HEIGHT / 2 + 5:g}">{number}</text>')
        elif width > digits + 8:
            parts.append(f'<text class="count" x="{x + 5:.1f}" y="{HEIGHT / 2 + 5:g}">{number}</text>')
        x += width + GAP
    return Markup(  # noqa: S704 - every text in it went through `safe`
        f'<svg class="bar" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="{name}-title {name}-told">'
        f'<title id="{name}-title">{safe(title)}</title><desc id="{name}-told">{safe(told)}</desc>'
        f"{''.join(parts)}</svg>"
    )
