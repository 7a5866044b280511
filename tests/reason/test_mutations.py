"""A figure of our own claim base is moved until the base must be incoherent: it is found, and named."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

from evidencekb import rules, store
from evidencekb.reason import inference
from evidencekb.reason.proportions import interval
from evidencekb.text import figures

ROOT = Path(__file__).parents[2]
STEP = Fraction(1, 20)


@cache
def base():
    return store.load(ROOT, today=date(2026, 11, 21))


def related():
    """Some claims, drawn at random, that speak of the same people as another: elsewhere a figure is rarely bounded."""
    kb = base()
    told = [c for c in inference.held(kb) if c.kind == "proportion" and c.figure and interval(c.figure, kb.config)]
    people = Counter(frozenset((*c.population, *c.given)) for c in told)
    several = sorted((c for c in told if people[frozenset((*c.population, *c.given))] > 1), key=lambda c: c.id)
    return random.Random(7).sample(several, min(12, len(several)))


@cache
def bounded():
    """Those on whose share the others set a bound, each with a figure that crosses it."""
    return list(_bounded())


def _bounded():
    kb = base()
    for claim in related():
        share = inference.Share((claim.outcome,), (*claim.population, *claim.given))
        if claim.outcome in share.given:
            continue
        limits = inference.infer(kb, share, without=[claim.id]).bounds
        if limits is None:
            continue
        if limits.high + STEP < 1:
            yield claim.id, limits.high + STEP
        if limits.low - STEP > 0:
            yield claim.id, limits.low - STEP


def moved(kb, name, share):
    """The base with another figure in one claim."""
    text = f"{float(share) * 100:.1f}%"
    claim = replace(kb.claims[name], figure=figures.parse(text), figure_text=text)
    return replace(kb, claims={**kb.claims, name: claim})


def test_every_figure_that_crosses_what_the_others_imply_is_found():
    kb = base()
    assert not inference.conflicts(kb).conflicts
    crossing = bounded()
    assert len({name for name, _ in crossing}) >= 3, "the base bounds too little for this test to mean anything"
    missed = [
        (name, share)
        for name, share in crossing
        if not any(name in conflict.names for conflict in inference.conflicts(moved(kb, name, share)).conflicts)
    ]
    assert not missed


def test_a_moved_figure_is_reported_by_a_rule_and_loses_its_standing():
    kb = base()
    name, share = bounded()[0]
    changed = moved(kb, name, share)
    findings, _ = rules.run(changed)
    told = {node for finding in findings if finding.severity == "error" for node in finding.nodes}
    assert name in told
