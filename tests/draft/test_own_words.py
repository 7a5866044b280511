"""What the editors wrote of a claim is supported by it, or disputed where the claim is: on every claim base here."""

from __future__ import annotations

import pytest

from drafts import HERE, check, claim_base

BASES = ("own", *sorted(path.name for path in (HERE / "bases").iterdir()))
STANDING = {"supported", "disputed"}


@pytest.mark.parametrize("base", BASES)
def test_every_statement_and_wording_says_what_its_claim_says(base):
    wrong = {}
    for claim in claim_base(base).claims.values():
        for text in (claim.statement, *claim.wordings) if claim.status == "approved" else ():
            verdicts = [(a.text, a.verdict.value) for a in check(base, text + "\n").assertions]
            if not verdicts or {verdict for _, verdict in verdicts} - STANDING:
                wrong[text] = verdicts
    assert not wrong


SWAPPED = [
    ("migraine-magnesium", "Low serum magnesium: of the people with it, 45% have migraine."),
    ("migraine-magnesium", "Low serum magnesium was not seen in 45% of migraine patients."),
]


@pytest.mark.parametrize(("base", "text"), SWAPPED)
def test_the_same_words_in_another_sense_are_not_let_pass(base, text):
    assert "supported" not in {a.verdict.value for a in check(base, text + "\n").assertions}
