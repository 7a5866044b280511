"""What causes what: the steps of all mechanism claims as pictures and as a list, their circles and contradictions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any, Final

from evidencekb.model.standing import ORDER
from evidencekb.reason import mechanisms
from evidencekb.reason.loops import loops
from evidencekb.reason.names import label
from evidencekb.site.frame import Leaf
from evidencekb.site.lists import Listing, listing
from evidencekb.site.paging import cut
from evidencekb.site.pictures import mechanism

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from evidencekb.reason.mechanisms import Chain, Edge
    from evidencekb.site.frame import Frame

_PICTURE: Final = 36
"""Steps of one picture; a part with more is drawn in several."""
_PAGE: Final = 60
"""Steps of one page."""
_CHAINS: Final = 8
"""Chains that are spelled out for one picture."""
_MORE: Final = 100
"""Chains that can be unfolded below them."""

Step = tuple[int, "Edge"]


@dataclass(frozen=True, slots=True)
class Part:
    """A picture of steps that hang together, and what follows from them."""

    title: str
    picture: Markup
    steps: tuple[Step, ...]
    chains: Listing[Chain]
    more: Listing[Chain]  # those after the first


def lists(frame: Frame) -> Iterator[Leaf]:
    """`mechanisms.html`, and `mechanisms-2.html` … where one page could not hold them."""
    _, _, own = _edges(frame)
    pieces = [piece for part in _parts(own) for piece in _pieces(part)]
    number = 1
    named: Counter[str] = Counter()
    for path, page, pager in cut("mechanisms", pieces, _PAGE, len):
        parts = []
        for piece in page:
            steps = [(at, (e.subject, e.object, e.sign, e.relation, e.claim)) for at, e in enumerate(piece, number)]
            number += len(piece)
            graph = mechanisms.Graph(piece)
            most = max(graph.following, key=lambda c: len(graph.following[c]) + len(graph.leading.get(c, ())))
            title = f"Around {label(frame.kb, most)}"
            named[title] += 1
            if (nth := named[title]) > 1:
                title += f" ({nth})"  # a heading names one part only
            parts.append((title, steps))
        yield Leaf(path, {"parts": parts, "pager": pager, "total": len(own)})


def leaf(frame: Frame, path: str, values: dict[str, Any]) -> str:
    """Draw one page; the first also says where measurements and steps disagree, and where steps lead in a circle."""
    parts = [
        _part(frame, tuple((at, mechanisms.Edge(*edge)) for at, edge in steps), f"part-{number}", title)
        for number, (title, steps) in enumerate(values["parts"], 1)
    ]
    more: dict[str, Any] = {}
    if values["pager"][0] == 1:
        causes, every, own = _edges(frame)
        clashes = mechanisms.contradicting(mechanisms.differences_of(causes), every, frame.standings)
        more = {"clashes": listing(clashes), "circles": listing(loops(own, frame.standings))}
    return frame.page(
        "mechanisms.html", path, **{**values, "parts": parts}, label=lambda name: label(frame.kb, name), **more
    )


def _edges(frame: Frame) -> tuple[list[mechanisms.Said], list[Edge], list[Edge]]:
    """What claims say of causes, every step of it, and the steps of claims on mechanisms."""
    told = frame.cells.family("cause")
    causes = [told[name] for name in sorted(told)]
    every = mechanisms.edges_of(causes)
    chained = frozenset(frame.kb.linked("kind", "mechanism"))
    return causes, every, [edge for edge in every if edge.claim in chained]


def _parts(edges: Sequence[Edge]) -> list[list[Edge]]:
    """Steps that hang together by their concepts; the largest part first, else in the order of the steps."""
    leader: dict[str, str] = {}

    def lead(name: str) -> str:
        while leader.setdefault(name, name) != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for edge in edges:
        leader[lead(edge.object)] = lead(edge.subject)
    parts: dict[str, list[Edge]] = {}
    for edge in edges:
        parts.setdefault(lead(edge.subject), []).append(edge)
    return sorted(parts.values(), key=lambda part: -len(part))


def _pieces(part: list[Edge]) -> Iterator[list[Edge]]:
    """A part in pieces that can be drawn: steps in the order in which they are met from a beginning."""
    if len(part) <= _PICTURE:
        yield part
        return
    near: dict[str, list[Edge]] = {}
    for edge in part:
        near.setdefault(edge.subject, []).append(edge)
        near.setdefault(edge.object, []).append(edge)
    left = dict.fromkeys(part)
    while left:
        queue = [next(iter(left)).subject]
        seen = set(queue)
        piece: list[Edge] = []
        for concept in queue:
            for edge in near[concept]:
                if edge in left and len(piece) < _PICTURE:
                    del left[edge]
                    piece.append(edge)
                    queue += [name for name in (edge.subject, edge.object) if name not in seen]
                    seen.update((edge.subject, edge.object))
        yield piece


def _part(frame: Frame, steps: tuple[Step, ...], name: str, title: str) -> Part:
    """Draw a piece and follow its chains from every beginning to every end, those with the weakest step first."""
    edges = [edge for _, edge in steps]
    graph = mechanisms.Graph(edges)
    begins = [c for c in graph.following if c not in graph.leading]
    ends = [c for c in graph.leading if c not in graph.following]
    found: list[Chain] = []
    for begin, end in product(begins, ends):
        found += mechanisms.chains(graph, frame.standings, begin, end, limit=_CHAINS)
    found.sort(key=lambda chain: -ORDER.index(chain.standing))
    long = [chain for chain in found if len(chain.edges) > 1]
    picture = mechanism.draw(frame.kb, frame.standings, steps, name, f"{title}: what raises and lowers what")
    return Part(title, picture, steps, listing(long, _CHAINS), listing(long[_CHAINS:], _MORE))
