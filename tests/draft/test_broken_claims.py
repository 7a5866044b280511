"""A claim base with holes makes no check fail: claims without a role that may be left out, concepts that are gone."""

from __future__ import annotations

import random
import shutil
from datetime import date

import pytest
import yaml

from drafts import HERE, OWN
from evidencekb import draft, readers, store
from evidencekb.reason.standing import standings

SENTENCES = 25
KEPT = {"id", "kind", "evidence"}


def _cases():
    found = {}
    for path in sorted((HERE / "cases").glob("*.yaml")):
        listed = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        found.setdefault(listed["base"], []).extend(case["text"] for case in listed["cases"])
    return found


CASES = _cases()


def _checker(folder):
    kb = store.load(folder, today=date(2026, 11, 21))
    return draft.Checker(kb, standings(kb))


def _rewrite(folder, pattern, change):
    for path in sorted(folder.glob(pattern)):
        path.write_text(yaml.safe_dump(change(yaml.safe_load(path.read_text("utf-8"))), sort_keys=False), "utf-8")


@pytest.mark.parametrize("base", sorted(CASES)[::6])
def test_holes_in_a_claim_base(base, tmp_path):
    chance = random.Random(base)
    for part in ("kb", "claims"):
        shutil.copytree((OWN if base == "own" else HERE / "bases" / base) / part, tmp_path / part)

    def without_a_key(claim):
        if chance.random() < 0.4:
            del claim[chance.choice([key for key in claim if key not in KEPT])]
        return claim

    _rewrite(tmp_path, "claims/**/*.yaml", without_a_key)
    _rewrite(tmp_path, "kb/concepts/*.yaml", lambda listed: [c for c in listed if chance.random() > 0.08])
    checker = _checker(tmp_path)
    for text in chance.sample(CASES[base], min(SENTENCES, len(CASES[base]))):
        checker.check(readers.read("draft.md", text.encode()))


@pytest.mark.parametrize(("role", "verdict"), [("outcome", "unsourced"), ("", "supported")])
def test_a_claim_that_names_an_unknown_concept_is_not_held_against_drafts(role, verdict, tmp_path):
    for part in ("kb", "claims"):
        shutil.copytree(HERE / "bases" / "insomnia" / part, tmp_path / part)
    _rewrite(tmp_path, "claims/**/*.yaml", lambda claim: {**claim, role: "nowhere"} if role in claim else claim)
    text = "With CBT-I, 42% of people with chronic insomnia saw remission of insomnia."
    [found] = _checker(tmp_path).check(readers.read("draft.md", text.encode())).assertions
    assert found.verdict.value == verdict
