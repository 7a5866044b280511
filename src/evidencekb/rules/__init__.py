"""The rules of `validate`: one folder a group, one file a rule; the folders are the list.

A rule is a module in a group's folder. Its name is the file's, with hyphens; its docstring is its documentation and
its test; `SEVERITY` is how grave a finding is unless kb.yaml says otherwise; `check(kb)` yields Problems. A module
whose name begins with an underscore is no rule but what the rules of its group share.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from evidencekb.model.finding import SEVERITIES, Finding, Severity
from evidencekb.model.rule import Check, RuleDoc

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from evidencekb.model.kb import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as found: what its docstring says, and what it does."""

    doc: RuleDoc
    check: Check


def run(kb: KnowledgeBase, group: str = "") -> tuple[tuple[Finding, ...], int]:
    """Apply every rule, or those of one group, that kb.yaml does not turn off.

    Gives findings in the order of their places, and the number of rules applied.
    """
    findings: list[Finding] = []
    checks = 0
    for rule in _found(group) if group else rules():
        severity = kb.config.severity.get(rule.doc.name, rule.doc.severity)
        if severity == "off":
            continue
        if severity not in SEVERITIES:  # a word that the schema has reported already
            severity = rule.doc.severity
        checks += 1
        findings.extend(
            Finding(rule.doc.name, cast("Severity", severity), p.message, p.place, p.nodes, p.related)
            for p in rule.check(kb)
        )
    return tuple(sorted(findings, key=Finding.key)), checks


def docs() -> Mapping[str, RuleDoc]:
    """Rule name to its documentation, sorted by name."""
    return MappingProxyType({rule.doc.name: rule.doc for rule in rules()})


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of every group, sorted by name."""
    return tuple(sorted(_found(), key=lambda rule: rule.doc.name))


def _found(only: str = "") -> Iterator[Rule]:
    """Import each module of each folder beside this file, or of one of them."""
    for group in iter_modules(__path__):
        if not group.ispkg or only not in {"", group.name}:
            continue
        folder = import_module(f"{__name__}.{group.name}")
        for each in iter_modules(folder.__path__):
            if each.name.startswith("_"):
                continue
            module = import_module(f"{folder.__name__}.{each.name}")
            text = cleandoc(module.__doc__ or "")
            summary = text.partition("\n")[0]
            name = each.name.replace("_", "-")
            yield Rule(RuleDoc(name, group.name, module.SEVERITY, summary, text), module.check)
