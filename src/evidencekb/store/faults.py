"""Collects what the store meets, under the name of the rule that documents it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from evidencekb.model.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.model.finding import Related
    from evidencekb.model.place import Place

UNREAD: Final = ("unreadable-file", "not-utf8", "file-too-large", "malformed-yaml")
"""Rules on files of which something could not be read."""


def unread(faults: Mapping[str, tuple[Problem, ...]]) -> tuple[Problem, ...]:
    """Those faults by which something of a file could not be read; `faults` are by the name of their rule."""
    return tuple(problem for rule in UNREAD for problem in faults.get(rule, ()))


class Faults:
    """Rule name to the problems met so far."""

    def __init__(self) -> None:
        """Start with none."""
        self._found: dict[str, list[Problem]] = defaultdict(list)

    def add(
        self, rule: str, message: str, place: Place, nodes: tuple[str, ...] = (), related: tuple[Related, ...] = ()
    ) -> None:
        """Note one problem."""
        self._found[rule].append(Problem(message, place, nodes, related))

    def __len__(self) -> int:
        """How many were noted."""
        return sum(map(len, self._found.values()))

    def by_rule(self) -> Mapping[str, tuple[Problem, ...]]:
        """Everything noted, in the order of rule names and places."""
        return {
            rule: tuple(sorted(problems, key=lambda problem: (problem.place, problem.message)))
            for rule, problems in sorted(self._found.items())
        }
