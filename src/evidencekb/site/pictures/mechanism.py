"""One connected part of the causal graph: what raises what, what lowers what, and how well each step stands."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from evidencekb.model.standing import ORDER
from evidencekb.reason.names import label
from evidencekb.site.pictures.drawing import LINE, WIDE, figure, lines, wrapped
from evidencekb.site.pictures.layers import lay

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.standing import Standing
    from evidencekb.reason.mechanisms import Edge
    from evidencekb.site.pictures.layers import Layout

BOX: Final = 120
"""Least width of a box; a column is wider where a word needs it."""
BETWEEN: Final = 92
GAP: Final = 16.0
PAD: Final = 7
ROW: Final = 19.0
"""Room that each line needs where it ends, so that the plates of lines do not touch."""
_WEAK: Final = frozenset({"disputed", "unsourced"})
_CAPTION: Final = (
    "An arrow with + means that more of the one makes more of the other, with − less of it. Full lines: "
    "established; dashes: reported; dots and a triangle: disputed or without a source, the weakest steps. "
    "The numbers are those of the list of steps."
)


def draw(
    kb: KnowledgeBase,
    standings: Mapping[str, Standing],
    steps: Sequence[tuple[int, Edge]],
    name: str,
    title: str,
) -> Markup:
    """Lay out numbered steps that hang together; `name` is the picture's own on its page."""
    arrows: dict[tuple[str, str], list[tuple[int, Edge]]] = defaultdict(list)
    for step in steps:
        arrows[step[1].subject, step[1].object].append(step)
    concepts = list(dict.fromkeys(name for pair in arrows for name in pair))
    text = {concept: wrapped(label(kb, concept), _room(label(kb, concept)), 4) for concept in concepts}
    ends = {c: (sum(end == c for _, end in arrows), sum(start == c for start, _ in arrows)) for c in concepts}
    heights = {c: max(LINE * len(text[c]) + 2 * PAD, ROW * max(ends[c]) + 4) for c in concepts}
    layout = lay(heights, arrows, GAP)
    columns = _columns(layout, text)
    size = (columns[-1][0] + columns[-1][1] + 2, layout.height + 4)
    ports = _ports(list(arrows), layout, heights)
    drawn = [_arrow(pair, arrows[pair], layout, columns, ports[pair], standings) for pair in arrows]
    body = [line for line, _ in drawn]
    for concept in concepts:
        x, width = columns[layout.column[concept]]
        y = layout.top[concept] + 2
        body.append(f'<rect class="box" x="{x:g}" y="{y:g}" width="{width:g}" height="{heights[concept]:g}" rx="5"/>')
        middle = y + (heights[concept] - LINE * len(text[concept])) / 2
        body.append(lines(text[concept], x + width / 2, middle + 12, "label middle"))
    body += [plate for _, plate in drawn]
    told = "; ".join(
        f"{label(kb, edge.subject)} {'raises' if edge.sign > 0 else 'lowers'} {label(kb, edge.object)} "
        f"({standings[edge.claim].level})"
        for _, edge in steps
    )
    return figure(name, size, title, told + ".", body, _CAPTION)


def _room(text: str) -> float:
    """Width for a label: that of a box, or of its longest word, up to half as much again."""
    return min(max(BOX - 2 * PAD, *(len(word) * WIDE + 1 for word in text.split() or [""])), BOX * 1.5)


def _columns(layout: Layout, text: Mapping[str, Sequence[str]]) -> list[tuple[float, float]]:
    """(left edge, width) of each column."""
    widths = [float(BOX)] * layout.columns
    for concept, label_lines in text.items():
        at = layout.column[concept]
        widths[at] = max(widths[at], *(round(len(line) * WIDE + 2 * PAD) for line in label_lines))
    found, x = [], 2.0
    for width in widths:
        found.append((x, width))
        x += width + BETWEEN
    return found


def _ports(
    pairs: Sequence[tuple[str, str]], layout: Layout, heights: Mapping[str, float]
) -> dict[tuple[str, str], tuple[float, float]]:
    """Where each line leaves and enters, spread over the sides of the boxes in the order of what lies beyond."""
    sides: dict[tuple[str, str], list[tuple[float, tuple[str, str], int]]] = defaultdict(list)
    for pair in pairs:
        start, end = pair
        forward = layout.column[start] < layout.column[end]
        via = layout.passing[pair]
        after = via[0] if via else layout.top[end] + heights[end] / 2
        before = via[-1] if via else layout.top[start] + heights[start] / 2
        sides[start, "right" if forward else "left"].append((after, pair, 0))
        sides[end, "left" if forward else "right"].append((before, pair, 1))
    found: dict[tuple[str, str], list[float]] = {pair: [0.0, 0.0] for pair in pairs}
    for (concept, _), members in sides.items():
        step = heights[concept] / len(members)
        for at, (_, pair, which) in enumerate(sorted(members)):
            found[pair][which] = round(layout.top[concept] + 2 + step * (at + 0.5), 1)
    return {pair: (start, end) for pair, (start, end) in found.items()}


def _arrow(
    pair: tuple[str, str],
    steps: Sequence[tuple[int, Edge]],
    layout: Layout,
    columns: Sequence[tuple[float, float]],
    port: tuple[float, float],
    standings: Mapping[str, Standing],
) -> tuple[str, str]:
    """A line, and apart from it, to lie above all lines, the plate with its sign and numbers."""
    first, final = layout.column[pair[0]], layout.column[pair[1]]
    turn = 1 if first < final else -1
    numbers = ",".join(str(number) for number, _ in steps[:2]) + ("…" if len(steps) > 2 else "")
    width = 25 + 7 * len(numbers)

    def side(column: int, *, leaving: bool) -> float:
        left, wide = columns[column]
        return left + wide if leaving == (turn > 0) else left

    x, y = side(first, leaving=True), port[0]
    path = [f"M{x:g} {y:g}"]
    for at, height in enumerate(layout.passing[pair], 1):
        near, y_next = side(first + at * turn, leaving=False), height + 2
        path.append(_curve(x, y, near, y_next))
        x, y = side(first + at * turn, leaving=True), y_next
        path.append(f"H{x:g}")
    last = side(final, leaving=False)
    path.append(_curve(x, y, last - (12 + width) * turn, port[1]))
    path.append(f"H{last - 7 * turn:g}")
    level = _best([standings[edge.claim].level for _, edge in steps])
    signs = {edge.sign for _, edge in steps}
    sign = "±" if len(signs) > 1 else "+" if 1 in signs else "−"
    plate = last - 10 - width if turn > 0 else last + 10
    weak = f'<path class="weak" d="M{plate - 7:g} {port[1] - 6:g}l6 11h-12z"/>' if level in _WEAK else ""
    line = (
        f'<g class="step step-{level}"><path class="stroke" d="{"".join(path)}"/>'
        f'<path class="tip" d="M{last:g} {port[1]:g}l{-8 * turn}-4v8z"/></g>'
    )
    above = (
        f'<g class="step step-{level}">{weak}'
        f'<rect class="plate" x="{plate:g}" y="{port[1] - 8:g}" width="{width}" height="16" rx="8"/>'
        f'<text class="plus" x="{plate + width / 2:g}" y="{port[1] + 4:g}">{sign} {numbers}</text></g>'
    )
    return line, above


def _best(levels: Sequence[str]) -> str:
    """How a step stands that several claims say: one good claim suffices for it."""
    return min(levels, key=ORDER.index)


def _curve(x: float, y: float, to: float, height: float) -> str:
    """A bend from one height to another."""
    half = (x + to) / 2
    return f"C{half:.1f} {y:g} {half:.1f} {height:g} {to:g} {height:g}"
