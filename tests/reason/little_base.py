"""A claim base of a few shares, written in one line each."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

from evidencekb import store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from evidencekb.model.kb import KnowledgeBase

_CLAIM = """id: {id}
kind: proportion
statement: Of people with {given}, {figure} have {outcome}.
population: [{given}]
outcome: {outcome}
figure: {figure}
evidence:
  - {{source: s, stance: supports, attribution: own-data}}
status: approved
owner: a
reviewed: 2026-01-01
"""


def write(folder: Path, concepts: Sequence[str], shares: Mapping[str, str], claims: Sequence[str] = ()) -> None:
    """Concepts as YAML; shares as id to "outcome | population, population = figure"; more claims as YAML."""
    texts = {
        "kb/kb.yaml": "title: T\nlanguage: en\neditors: [a]\n",
        "kb/concepts/c.yaml": "".join(f"- {concept}\n" for concept in concepts),
        "kb/sources/s.yaml": "id: s\ntype: cohort\ntitle: A cohort\n",
    }
    for name, text in shares.items():
        share, _, figure = text.partition(" = ")
        outcome, _, given = share.partition(" | ")
        texts[f"claims/t/{name}.yaml"] = _CLAIM.format(id=name, outcome=outcome, given=given, figure=figure)
    for text in claims:
        texts[f"claims/t/{text.split()[1]}.yaml"] = text
    shutil.rmtree(folder / "claims", ignore_errors=True)
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


def load(folder: Path) -> KnowledgeBase:
    kb = store.load(folder, today=date(2026, 1, 15))
    assert not kb.faults
    return kb
