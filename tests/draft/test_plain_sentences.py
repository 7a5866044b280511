"""What a claim says in the plainest sentences of its kind is let pass; another value is not, nor the other way round.

The sentences are made: templates of `plain.yaml` with the words of every claim that they can tell, base by base. Each
claim is told by every fourth template, the next claim by the next ones: all of both, and not their product.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import islice, permutations

import pytest
import yaml

from drafts import HERE, check, claim_base
from evidencekb.model.quantity import LOWER, UPPER, Bound

LEFT_OUT = {"endometriosis", "pcos", "psoriasis", "sickle-cell"}  # other bases have their like, and each takes seconds
BASES = ("own", *sorted(path.name for path in (HERE / "bases").iterdir() if path.name not in LEFT_OUT))
PLAIN = yaml.safe_load((HERE / "plain.yaml").read_text("utf-8"))
STEP = 4
STANDING = {"supported", "disputed"}
ALARMS = {"warning", "error"}


def label(kb, concept):
    return kb.concepts[concept].label


def people(kb, claim):
    """The claim's group as writers name it: "adults", "people with A", "women with A"; "" where that is not plain."""
    held = [kb.concepts[name] for name in claim.population]
    named = [c.label for c in held if c.type == "population"]
    ill = [c.label for c in held if c.type == "condition"]
    if len(held) != len(named) + len(ill) or len(named) > 1 or len(ill) > 1 or not held:
        return ""
    return " with ".join([*(named or ["people"]), *ill])


def shares(kb):
    """Of whole percentages, told of all who have something: (claim, templates, words, value, another value)."""
    for claim in kb.claims.values():
        figure, group = claim.figure, people(kb, claim)
        if claim.kind != "proportion" or claim.given or not group or figure.bound is not Bound.EXACT:
            continue
        if figure.value is None or figure.value != int(figure.value) or kb.concepts[claim.outcome].type != "condition":
            continue
        value, outcome = int(figure.value), label(kb, claim.outcome)
        words = {"group": group, "outcome": outcome, "Group": upper(group), "Outcome": upper(outcome)}
        yield claim, PLAIN["shares"], words, str(value), str(value * 2 + 3 if value < 45 else value - 23)


def effects(kb):
    """Of one thing that was given, against another."""
    for claim in kb.claims.values():
        if claim.kind != "effect" or len(claim.given) != 1 or not claim.outcome or claim.figure.value is None:
            continue
        beside = [c for c in kb.claims.values() if c.kind == "effect" and c is not claim]
        if any(c.given == claim.given or c.outcome == claim.outcome for c in beside):
            continue  # another group, dose or time would have to be named
        words = {"given": label(kb, claim.given[0]), "outcome": label(kb, claim.outcome)}
        words |= {
            "comparator": label(kb, claim.comparator) if claim.comparator else "placebo",
            "group": people(kb, claim) or "patients",
        }
        value = claim.figure.value
        if claim.effect == "mean-difference":
            told = re.sub(r"\s*\(.*|^[−-]", "", claim.figure_text)
            way = "falls" if value < 0 or re.search("fewer|less|lower|reduc", claim.statement) else "rises"
            yield claim, PLAIN[way], words, told, times(told)
        elif claim.effect in {"risk-ratio", "hazard-ratio"} and Decimal("0.5") < value < 1:
            percent = round((1 - value) * 100)
            yield claim, PLAIN["reductions"], words, f"{percent}", f"{percent * 2 + 1}"


def amounts(kb):
    """Doses, needs and limits."""
    for claim in kb.claims.values():
        alone = [c for c in kb.claims.values() if (c.kind, c.substance) == ("amount", claim.substance)] == [claim]
        exact = claim.figure and (claim.figure.bound is Bound.EXACT) == (claim.purpose != "limit")
        if claim.kind == "amount" and claim.purpose in PLAIN and alone and exact:
            told = re.sub(r"^\D+(?=\d)", "", re.sub(r"\s*\(.*", "", claim.figure_text))
            told = told.replace("/day", " a day").replace("/week", " a week")
            words = {"substance": label(kb, claim.substance), "group": people(kb, claim) or "patients"}
            yield claim, PLAIN[claim.purpose], words, told, times(told)


def thresholds(kb):
    """Cut-offs: what is meant or done on one side of a value."""
    for claim in kb.claims.values():
        if claim.kind != "threshold" or claim.figure.bound not in LOWER | UPPER or not (claim.means or claim.action):
            continue
        told = re.sub(r"^[^\d−-]+", "", re.sub(r"\s*\(.*", "", claim.figure_text))
        side = "below" if claim.figure.bound in UPPER else "above"
        words = {"measure": label(kb, claim.measure), "group": people(kb, claim) or "patients"}
        words |= {"means": label(kb, claim.means)} if claim.means else {"action": label(kb, claim.action)}
        yield claim, PLAIN[side if claim.means else f"done-{side}"], words, told, times(told)


def times(told):
    """A value that is another: each number of a figure but a power, changed by more than rounding."""
    number, *power = told.split(" ×")
    other = re.sub(r"(?<![/\d.,])\d[\d,]*(?:\.\d+)?", lambda n: f"{float(n[0].replace(',', '')) * 1.7 + 1:.0f}", number)
    return " ×".join([other, *power])


def upper(text):
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


def told(base, kind):
    """The claims of a kind, each with its share of the templates."""
    for number, (claim, templates, *rest) in enumerate(kind(claim_base(base))):
        yield claim, templates[number % STEP :: STEP], *rest


def verdicts(base, text):
    return [(a.verdict.value, a.severity, a.claim) for a in check(base, upper(text) + "\n").assertions]


@pytest.mark.parametrize(("kind", "least"), [(shares, 2_500), (effects, 60), (amounts, 60), (thresholds, 100)])
def test_there_are_enough_sentences_of_each_kind(kind, least):
    assert sum(len(templates) for base in BASES for _, templates, *_ in told(base, kind)) >= least


@pytest.mark.parametrize("kind", [shares, effects, amounts, thresholds])
@pytest.mark.parametrize("base", BASES)
def test_what_a_claim_says_is_let_pass_and_another_value_is_not(base, kind):
    wrong = []
    for claim, templates, words, value, other in told(base, kind):
        for template in templates:
            right = verdicts(base, template.format(**words, value=value))
            false = verdicts(base, template.format(**words, value=other))
            if not {verdict for verdict, _, _ in right} & STANDING:
                wrong.append((claim.id, template.format(**words, value=value), right))
            if not any(severity in ALARMS or name not in {claim.id, ""} for _, severity, name in false):
                wrong.append((claim.id, template.format(**words, value=other), false))
    assert not wrong


@pytest.mark.parametrize("base", BASES)
def test_a_share_the_other_way_round_is_not_let_pass(base):
    kb, wrong = claim_base(base), []
    for claim, templates, words, value, _ in told(base, shares):
        ill = [name for name in claim.population if kb.concepts[name].type == "condition"]
        if len(ill) != 1:
            continue
        group = words["group"].removesuffix(label(kb, ill[0])) + words["outcome"]
        turned = {
            "group": group,
            "Group": upper(group),
            "outcome": label(kb, ill[0]),
            "Outcome": upper(label(kb, ill[0])),
        }
        said = [(text, verdicts(base, text)) for text in (t.format(**turned, value=value) for t in templates)]
        wrong += [each for each in said if not any(v not in STANDING and s in ALARMS for v, s, _ in each[1])]
    assert not wrong


MOST = 12
"""Pairs of claims of one base that are told in one sentence."""


def pairs(kb):
    """Two shares of one thing in two groups, or of two things in one group: (templates, words of both)."""
    listed = [(claim, words, value) for claim, _, words, value, _ in shares(kb)]
    for (one, words, value), (other, beside, other_value) in permutations(listed, 2):
        if value == other_value or (one.outcome == other.outcome) == (words["group"] == beside["group"]):
            continue
        told = words | {"value": value, "other_value": other_value}
        told |= {"other_group": beside["group"], "other_outcome": beside["outcome"]}
        told |= {"Other_group": beside["Group"], "Other_outcome": beside["Outcome"]}
        yield PLAIN["two-groups" if one.outcome == other.outcome else "two-outcomes"], told


@pytest.mark.parametrize("base", BASES)
def test_two_shares_in_one_text_are_let_pass_each_with_its_own_words(base):
    wrong = []
    for templates, told in islice(pairs(claim_base(base)), MOST):
        said = [(text, verdicts(base, text)) for text in (t.format(**told) for t in templates)]
        wrong += [each for each in said if [v in STANDING for v, _, _ in each[1]] != [True, True]]
    assert not wrong
