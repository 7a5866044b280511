"""The evidence around a claim: its sources in rows, a line from each to the claim, and who cites whom."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.model.nodes import RANK
from evidencekb.reason.names import citation
from evidencekb.reason.standing import drifts
from evidencekb.site.pictures.drawing import LINE, figure, lines, part, safe, shape, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.nodes import Claim, Source
    from evidencekb.model.standing import Standing

BOX: Final = 270
"""Width of a source's box: with its line's beginning it fits a phone, where no line leads on and the claim is above."""
STUB: Final = 12
"""Beginning of a line, beside the box."""
BEND: Final = 120
CLAIM: Final = 230
LANE: Final = 14
"""Between two lines of citing, left of the boxes."""
PAD: Final = 8
ROWS: Final = 14
"""Most sources that are drawn; the table names the rest."""
_ORDER: Final = ("supports", "restates", "qualifies", "contradicts", "withdrawn", "cited")
_SAID: Final = {
    "supports": "supports",
    "restates": "changes it",
    "qualifies": "qualifies",
    "contradicts": "contradicts",
    "withdrawn": "not counted",
    "cited": "",
}
_CAPTION: Final = (
    "Full line: says the same. Dashes and dots: says it with changes. Long dashes: qualifies it. Dots: contradicts it. "
)
_LOST: Final = "Grey: retracted or superseded, and no longer counted. "
_CITING: Final = "An arrow on the left leads from a source to one that it cites. "


class _Row(NamedTuple):
    """A source's box: what the source is called, its stance, its label and where it lies."""

    source: str
    name: str
    stance: str
    text: tuple[str, ...]
    under: str
    y: int
    height: int

    @property
    def middle(self) -> float:
        """Where its lines begin."""
        return self.y + self.height / 2


def draw(kb: KnowledgeBase, claim: Claim, standing: Standing) -> Markup | None:
    """Lay out a claim and its sources; None where fewer than two sources speak of it."""
    stances = _stances(kb, claim)
    if len({source for source, _ in stances}) < 2:
        return None
    cited = _cited(kb, list(dict.fromkeys(source for source, _ in stances)))
    rows = _rows(kb, {**dict(islice(stances.items(), ROWS)), **{(name, "cited"): 1 for name in cited}})
    arcs = _arcs(kb, rows)
    lanes = _lanes(arcs)
    left = LANE * (max(lanes.values()) + 1) if arcs else 0
    height, own = rows[-1].y + rows[-1].height + 1, _claim_height(claim)
    ends = [row for row in rows if row.stance != "cited"]
    boxes = [_arc(rows, pair, left, lanes[pair[1]]) for pair in arcs]
    boxes += [_stub(row, left) for row in ends] + [_box(row, left) for row in rows]
    whole = max(height, own)  # all three parts are centred on one line
    ports = [(whole - own) / 2 + own / (len(ends) + 1) * at for at, _ in enumerate(ends, 1)]
    curves = [_line(row, row.middle + (whole - height) / 2, y) for row, y in zip(ends, ports, strict=True)]
    more = len(stances) - ROWS
    caption = _CAPTION + (_LOST if any(row.stance == "withdrawn" for row in rows) else "") + (_CITING if arcs else "")
    caption += f"{more} more stand in the table. " if more > 0 else ""
    told = f"{claim.figure_text or 'The claim'} is {standing.level}. " + _told(rows, arcs)
    more_parts = part("lines", (BEND, whole), curves) + part("target", (CLAIM + 2, own), [_target(claim, standing)])
    size = (left + BOX + STUB, height)
    caption += "The same stands in the table."
    return figure("graph", size, "The sources of this claim", told, boxes, caption, more_parts)


def _stances(kb: KnowledgeBase, claim: Claim) -> dict[tuple[str, str], int]:
    """Each source with each thing it does to the claim, and in how many passages; support with changes apart."""
    found: Counter[tuple[str, str]] = Counter()
    for item in claim.evidence:
        changed = item.stance == "supports" and drifts(claim, item, kb.config)
        source = kb.sources.get(item.source)
        lost = source is not None and not source.stands
        found[item.source, "withdrawn" if lost else "restates" if changed else item.stance] += 1
    order = sorted(found, key=lambda pair: _ORDER.index(pair[1]) if pair[1] in _ORDER else len(_ORDER))
    return {pair: found[pair] for pair in order}


def _cited(kb: KnowledgeBase, sources: list[str]) -> list[str]:
    """Sources that say nothing of the claim themselves but that those which do rest on; a few at most."""
    found = [
        name
        for source in sources
        if (known := kb.sources.get(source))
        for name in known.cites
        if name in kb.sources and name not in sources
    ]
    return list(dict.fromkeys(found))[: ROWS // 2]


def _rows(kb: KnowledgeBase, passages: Mapping[tuple[str, str], int]) -> list[_Row]:
    """One box below the other; within a stance the weightier source first."""

    def weight(pair: tuple[str, str]) -> tuple[int, int]:
        source = kb.sources.get(pair[0])
        return _ORDER.index(pair[1]), -RANK.get(source.tier, -1) if source else 1

    rows, y = [], 1
    for name, stance in sorted(passages, key=weight):
        source = kb.sources.get(name)
        called = citation(source) if source else name
        text = wrapped(called, BOX - 2 * PAD, 2)
        height = LINE * (len(text) + 1 + bool(_SAID.get(stance, stance))) + 2 * PAD - 4
        rows.append(_Row(name, called, stance, text, _under(source, passages[name, stance]), y, height))
        y += height + 8
    return rows


def _under(source: Source | None, passages: int) -> str:
    """What a source is, below its name."""
    if source is None:
        return "unknown source"
    kind = source.type.replace("-", " ")
    status = source.status if source.status not in {"", "current"} else ""
    often = f"in {passages} passages" if passages > 1 else ""
    return ", ".join(part for part in (kind, status, often) if part)


def _arcs(kb: KnowledgeBase, rows: list[_Row]) -> list[tuple[int, int]]:
    """(row of the citing, row of the cited), the first row of a source standing for it."""
    first: dict[str, int] = {}
    for at, row in enumerate(rows):
        first.setdefault(row.source, at)
    found = [
        (at, first[cited])
        for name, at in first.items()
        if (source := kb.sources.get(name))
        for cited in source.cites
        if cited in first and cited != name
    ]
    return sorted(found, key=lambda pair: (abs(pair[0] - pair[1]), pair))


def _lanes(arcs: list[tuple[int, int]]) -> dict[int, int]:
    """Give the arrows to one cited row a lane of their own, the innermost that no other crosses there."""
    reach: dict[int, tuple[int, int]] = {}
    for citing, cited in arcs:
        low, high = reach.get(cited, (cited, cited))
        reach[cited] = min(low, citing), max(high, citing)
    lanes: dict[int, int] = {}
    for cited, (low, high) in sorted(reach.items(), key=lambda item: (item[1][1] - item[1][0], item[0])):
        taken = {lanes[other] for other in lanes if reach[other][0] <= high and low <= reach[other][1]}
        lanes[cited] = next(lane for lane in range(1, len(reach) + 1) if lane not in taken)
    return lanes


def _arc(rows: list[_Row], pair: tuple[int, int], left: int, lane: int) -> str:
    """An arrow left of the boxes, in a lane of its own."""
    start, end = rows[pair[0]].middle + 5, rows[pair[1]].middle - 5
    x = left - LANE * lane
    return (
        f'<path class="cites" d="M{left} {start:g}H{x}V{end:g}H{left - 2}"/>'
        f'<path class="tip cites-tip" d="M{left - 1} {end:g}l-7-4v8z"/>'
    )


def _stub(row: _Row, left: int) -> str:
    """Where the line of a source begins."""
    return f'<path class="edge edge-{safe(row.stance)} stroke" d="M{left + BOX - 1} {row.middle:g}h{STUB + 1}"/>'


def _line(row: _Row, start: float, end: float) -> str:
    """From a source, beside its box, to the claim."""
    half = BEND / 2
    return (
        f'<g class="edge edge-{safe(row.stance)}">'
        f'<path class="stroke" d="M0 {start:g}C{half:g} {start:g} {half:g} {end:.1f} {BEND - 8} {end:.1f}"/>'
        f'<path class="tip" d="M{BEND - 1} {end:.1f}l-8-4v8z"/></g>'
    )


def _box(row: _Row, left: int) -> str:
    """A source's box: what it does to the claim, its label, and what it is."""
    x, y = left + PAD, row.y + LINE + 1
    frame = f'x="{left + 1}" y="{row.y}" width="{BOX - 2}" height="{row.height}" rx="5"'
    parts = [f'<rect class="box box-{safe(row.stance)}" {frame}/>']
    if word := _SAID.get(row.stance, row.stance):
        parts.append(f'<g class="edge edge-{safe(row.stance)}">{lines((word,), x, y, "word")}</g>')
        y += LINE
    parts += [lines(row.text, x, y, "label"), lines((row.under,), x, y + LINE * len(row.text), "under")]
    return "".join(parts)


def _statement(claim: Claim) -> tuple[str, ...]:
    """The claim in its own box."""
    return wrapped(claim.statement or claim.id, CLAIM - 2 * PAD - 6, 9)


def _claim_height(claim: Claim) -> int:
    """Height of the claim's box."""
    figures = len(wrapped(claim.figure_text, CLAIM - 90, 3)) * 24 if claim.figure_text else 0
    return figures + LINE * (len(_statement(claim)) + 1) + 3 * PAD


def _target(claim: Claim, standing: Standing) -> str:
    """The claim's box: figure, statement, standing."""
    height = _claim_height(claim) - 2
    parts = [f'<rect class="box box-claim" x="1" y="1" width="{CLAIM}" height="{height}" rx="6"/>']
    y = PAD
    if claim.figure_text:
        for text in wrapped(claim.figure_text, CLAIM - 90, 3):
            y += 24
            parts.append(f'<text class="number" x="{PAD + 2}" y="{y - 4}">{safe(text)}</text>')
    said = _statement(claim)
    parts.append(lines(said, PAD + 2, y + LINE, "label"))
    y += LINE * (len(said) + 1) + 6
    parts.append(shape(standing.level, PAD + 2, y - 10))
    parts.append(f'<text class="level level-{standing.level}" x="{PAD + 20}" y="{y}">{standing.level}</text>')
    return "".join(parts)


def _told(rows: list[_Row], arcs: list[tuple[int, int]]) -> str:
    """The picture in words."""
    names: dict[str, list[str]] = {stance: [] for stance in _ORDER[:-1]}
    for row in rows:
        if row.stance in names:
            names[row.stance].append(row.name)
    parts = [f"{_SAID[stance].capitalize()}: {'; '.join(found)}." for stance, found in names.items() if found]
    parts += [f"{rows[a].name} cites {rows[b].name}." for a, b in arcs]
    return " ".join(parts)
