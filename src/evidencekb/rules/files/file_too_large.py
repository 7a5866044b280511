"""A file of more than two million bytes.

A claim has about a thousand bytes. A file two thousand times that is a mistake, or meant to exhaust the machine; it is
not read. Split a long list of concepts into several files.

Bad:

A file `kb/concepts/all.yaml` of 50 MB.

Good:

The same concepts in files of up to 2 MB each.
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
    yield from kb.faults.get("file-too-large", ())
