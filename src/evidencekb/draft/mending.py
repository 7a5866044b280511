"""Applies mechanical mends to the text of a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from evidencekb.model.place import LineMap
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from evidencekb.model.assertion import Assertion
    from evidencekb.model.place import Place
    from evidencekb.model.report import CheckedDocument

    Judge = Callable[[str], CheckedDocument]

MENDABLE: Final = (".md", ".markdown", ".txt", ".text")
"""Formats whose bytes are their text, so that a mend touches nothing else."""
_MARKUP: Final = pattern(r"<[A-Za-z/!]|\[\^|\]\(")


@dataclass(frozen=True, slots=True)
class Change:
    """What a mend replaced: the words that stood at `place`, those that stand there now, and the claim they are of."""

    place: Place
    old: str
    new: str
    claim: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A draft after its mends, what was changed, and the mends that were left undone."""

    document: CheckedDocument
    changes: tuple[Change, ...]
    undone: tuple[Assertion, ...]


def settle(document: CheckedDocument, judge: Judge) -> Mended:
    """The draft with every mend that leaves fewer to make and lets nothing be reported that was silenced.

    `judge` checks a text as the draft is checked. Mends are tried together, then by halves, until none is taken any
    more; so the outcome, mended again, stays as it is.
    """
    changes: list[Change] = []
    while offered := offers(document):
        taken, after = _round(document, offered, judge)
        if not taken:
            return Mended(document, tuple(changes), tuple(offered))
        changes += (
            Change(fix.place, document.source[start:end], fix.text, assertion.claim)
            for start, end, assertion in _spans(document, taken)
            if (fix := assertion.fix) is not None
        )
        document = after
    return Mended(document, tuple(changes), ())


def whole(document: CheckedDocument) -> CheckedDocument:
    """The draft without the fixes whose words hold more than the figure: the mark of a note, the end of a link."""
    lines = LineMap(document.source)

    def kept(assertion: Assertion) -> Assertion:
        if assertion.fix is None:
            return assertion
        start, end = _offsets(lines, assertion.fix.place)
        return replace(assertion, fix=None) if _MARKUP.search(document.source, start, end) else assertion

    return replace(document, assertions=tuple(map(kept, document.assertions)))


def offers(document: CheckedDocument) -> list[Assertion]:
    """What can be mended and is not silenced; of two mends of the same words the first."""
    fixable = [a for a in document.assertions if a.fix is not None and not a.suppressed]
    found: list[Assertion] = []
    at = 0
    for start, end, assertion in _spans(document, fixable):
        if start >= at:
            found.append(assertion)
            at = end
    return found


def apply(document: CheckedDocument, mends: Iterable[Assertion]) -> str:
    """The draft's text with these mends, of which no two overlap."""
    pieces: list[str] = []
    at = 0
    for start, end, assertion in _spans(document, mends):
        pieces += [document.source[at:start], assertion.fix.text if assertion.fix else ""]
        at = end
    return "".join([*pieces, document.source[at:]])


def _round(
    document: CheckedDocument, offered: Sequence[Assertion], judge: Judge
) -> tuple[list[Assertion], CheckedDocument]:
    """Which of the mends can be taken together, and the draft with them."""
    taken: list[Assertion] = []
    best = document
    waiting = [list(offered)]
    while waiting:
        some = waiting.pop()
        after = judge(apply(document, [*taken, *some]))
        if len(offers(after)) < len(offers(best)) and not _told(document, [*taken, *some], after):
            taken, best = [*taken, *some], after
        elif len(some) > 1:
            half = len(some) // 2
            waiting += [some[half:], some[:half]]
    return taken, best


def _told(document: CheckedDocument, mends: Sequence[Assertion], after: CheckedDocument) -> bool:
    """Whether something that was silenced is reported after these mends."""
    silenced = [a for a in document.assertions if a.suppressed]
    if not silenced:
        return False
    moved = [(end, len(a.fix.text) - (end - start)) for start, end, a in _spans(document, mends) if a.fix is not None]
    of_old, of_new = LineMap(document.source), LineMap(after.source)
    reported = [
        _offsets(of_new, a.place) for a in after.assertions if a.severity in {"warning", "error"} and not a.suppressed
    ]
    for assertion in silenced:
        start, end = _offsets(of_old, assertion.place)
        shift = sum(by for at, by in moved if at <= start)
        if any(first < end + shift and start + shift < last for first, last in reported):
            return True
    return False


def _spans(document: CheckedDocument, mends: Iterable[Assertion]) -> list[tuple[int, int, Assertion]]:
    """Mends with the characters that they replace, in the order of the text."""
    lines = LineMap(document.source)
    return sorted(((*_offsets(lines, a.fix.place), a) for a in mends if a.fix is not None), key=lambda each: each[:2])


def _offsets(lines: LineMap, place: Place) -> tuple[int, int]:
    """The characters of a place."""
    return lines.offset(place.line, place.column), lines.offset(place.end_line, place.end_column)
