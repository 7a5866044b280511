"""The rules of `validate`, one section a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from evidencekb.model.rule import RuleDoc
    from evidencekb.site.frame import Frame


def render(frame: Frame, rules: Mapping[str, RuleDoc]) -> Iterator[tuple[str, str]]:
    """`rules.html`."""
    groups: dict[str, list[RuleDoc]] = {}
    for rule in rules.values():
        groups.setdefault(rule.group, []).append(rule)
    yield "rules.html", frame.page("rules.html", "rules.html", groups=groups)
