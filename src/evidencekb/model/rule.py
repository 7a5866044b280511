"""A rule as its file declares it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evidencekb.model.finding import Problem

if TYPE_CHECKING:
    from evidencekb.model.finding import Severity
    from evidencekb.model.kb import KnowledgeBase

Check = Callable[["KnowledgeBase"], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """A rule's name (its file's), group (its folder's), default severity and documentation (its docstring)."""

    name: str
    group: str
    severity: Severity
    summary: str  # first line of the docstring
    text: str  # the whole docstring, dedented
