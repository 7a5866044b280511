"""The claim base of this repository: no errors, and its disputes are what keeps it so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from evidencekb import app, rules, store

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 21)
FRAMES = "same-frame-different-figures"


@pytest.fixture(scope="module")
def kb():
    return store.load(ROOT, today=TODAY)


def test_no_errors_in_the_claim_base_or_in_its_explainers(kb):
    report = app.validate(kb)
    assert kb.pages
    assert [f for f in report.findings if f.severity == "error"] == []


def found(kb, name):
    """The problems of one rule."""
    return list(next(rule for rule in rules.rules() if rule.doc.name == name).check(kb))


def test_without_its_disputes_it_fails(kb):
    """Each pair of claims that give one frame two figures is named by a dispute; take that one away, and it fails."""
    assert rules.docs()[FRAMES].severity == "error"
    pairs = [set(problem.nodes) for problem in found(replace(kb, disputes={}), FRAMES)]
    assert pairs
    for pair in pairs:
        without = {name: d for name, d in kb.disputes.items() if not pair <= {*d.claims, *d.against}}
        assert len(without) < len(kb.disputes)
        assert any(set(problem.nodes) == pair for problem in found(replace(kb, disputes=without), FRAMES))


def test_every_quotation_stands_in_its_source(shared):
    kb = store.load(ROOT, today=TODAY, snapshots=shared / "sources")
    quoted = [item for claim in kb.claims.values() for item in claim.evidence if item.source in kb.snapshots]
    assert quoted
    assert all(item.as_stated for item in quoted)
    assert found(kb, "snapshot-mismatch") == found(kb, "snapshot-missing") == []


def mutant(text):
    digits = str.maketrans("0123456789", "1234567890")
    return text.translate(digits) if text != text.translate(digits) else chr(ord(text[0]) + 1) + text[1:]


def test_a_mutant_of_each_quotation_is_found(shared):
    """Raise each digit of a quotation by one, or the first letter where it has none: none passes any more."""
    kb = store.load(ROOT, today=TODAY, snapshots=shared / "sources")
    claims, mutants = {}, 0
    for name, claim in kb.claims.items():
        items = tuple(
            replace(item, as_stated=mutant(item.as_stated)) if item.source in kb.snapshots else item
            for item in claim.evidence
        )
        mutants += sum(item.source in kb.snapshots for item in items)
        claims[name] = replace(claim, evidence=items)
    assert len(found(replace(kb, claims=claims), "snapshot-mismatch")) == mutants
