"""A file that is not UTF-8 text.

In another encoding `≤ 50 µg` turns into other characters, and no two programs agree on which. Nothing of the file is
read; save it as UTF-8. A byte order mark does no harm.

Bad:

A file in which the µ of `50 µg` was saved in Windows-1252, as the byte 0xB5.

Good:

The same file saved as UTF-8, where it is the bytes 0xC2 0xB5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evidencekb.model.finding import Problem, Severity
    from evidencekb.model.kb import KnowledgeBase

SEVERITY: Severity = "error"


def check(kb: KnowledgeBase) -> Iterator[Problem]:
    """Yield what the store met while reading."""
    yield from kb.faults.get("not-utf8", ())
