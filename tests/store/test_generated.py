"""The claim bases that the benchmarks generate are sound, and the same each time."""

from __future__ import annotations

import sys

import pytest
from sound_base import TODAY

from evidencekb import rules, store


@pytest.fixture
def generate(root, monkeypatch):
    """The generator, which is no part of the package."""
    monkeypatch.syspath_prepend(str(root / "benchmarks"))
    from generate import generate

    yield generate
    sys.modules.pop("generate")


def test_every_rule_is_content(generate, tmp_path):
    generate(tmp_path / "kb", 100, 40, seed=3)
    kb = store.load(tmp_path / "kb", today=TODAY)
    assert (len(kb.claims), len(kb.sources)) == (100, 40)
    assert rules.run(kb)[0] == ()


def test_same_arguments_give_the_same_bytes(generate, tmp_path):
    for name in ("one", "two"):
        generate(tmp_path / name, 120, 30, seed=7)
    one, two = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.yaml")}
        for name in ("one", "two")
    )
    assert one == two
    assert len(one) > 150
