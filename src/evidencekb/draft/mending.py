"""Applies mechanical mends to the text of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.model.place import LineMap

if TYPE_CHECKING:
    from evidencekb.model.assertion import Assertion
    from evidencekb.model.report import CheckedDocument

MENDABLE: Final = (".md", ".markdown", ".txt")
"""Formats whose bytes are their text, so that a mend touches nothing else."""


def mend(document: CheckedDocument) -> tuple[str, tuple[Assertion, ...]]:
    """The draft's text with every fix applied, and the assertions that were mended; overlapping fixes wait a run."""
    offset = LineMap(document.source).offset
    mended: list[Assertion] = []
    pieces: list[str] = []
    at = 0
    fixable = [a for a in document.assertions if a.fix is not None and not a.suppressed]
    for assertion in sorted(fixable, key=lambda a: (a.place.line, a.place.column)):
        fix = assertion.fix
        if fix is None:
            continue
        start = offset(fix.place.line, fix.place.column)
        end = offset(fix.place.end_line, fix.place.end_column)
        if start < at:
            continue
        pieces += [document.source[at:start], fix.text]
        at = end
        mended.append(assertion)
    return "".join([*pieces, document.source[at:]]), tuple(mended)
