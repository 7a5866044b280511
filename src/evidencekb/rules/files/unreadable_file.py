"""A file or folder that the operating system does not let us read.

Permissions, a broken disk, or something that is no file at all, such as a pipe or a device. What cannot be read is not
checked, and a claim base with a hole in it must not pass as sound.

Bad:

A file `claims/migraine/aura-share.yaml` that only its owner may read.

Good:

The same file, readable by those who work on the claim base.
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
    yield from kb.faults.get("unreadable-file", ())
