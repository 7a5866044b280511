"""Right answers of `infer`: what bounds a share, some claims left out or figures supposed; and what denies one."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from little_base import load, write

from evidencekb import app, store
from evidencekb.model.errors import UsageError
from evidencekb.reason.implied import Implied
from evidencekb.text import figures

ROOT = Path(__file__).parents[2]
CONCEPTS = [
    "{id: migraine, type: condition, label: migraine}",
    "{id: anosmia, type: condition, label: anosmia, implies: [{concept: hyposmia, at_least: 80%, in_subgroups: true}]}",
    "{id: hyposmia, type: condition, label: hyposmia, implies: [loss]}",
    "{id: loss, type: condition, label: loss, excludes: [keen]}",
    "{id: keen, type: condition, label: keen smell}",
    "{id: gout, type: condition, label: gout}",
]
SHARES = {
    "anosmia-in-migraine": "anosmia | migraine = 70%",
    "keen-in-migraine": "keen | migraine = 60/100",
    "gout-in-migraine": "gout | migraine = 90/100",
}


@pytest.fixture
def base(tmp_path):
    def make(concepts=CONCEPTS, **shares):
        write(tmp_path, concepts, {name.replace("_", "-"): share for name, share in shares.items()})
        return load(tmp_path)

    return make


def ends(answer):
    return Fraction(answer.data["bounds"]["low"]), Fraction(answer.data["bounds"]["high"])


def text(answer):
    return "\n".join([answer.title, *(line for s in answer.sections for line in (s.lines or (s.empty,)))])


def test_what_is_supposed_bounds_as_a_claim_does(base):
    asked = "P(anosmia | migraine)"
    stated = app.infer(base(low="hyposmia | migraine = 15%"), asked, [], [])
    assert ends(stated) == (0, Fraction(155, 800))
    assert stated.title == "At most 20% of people with migraine have anosmia."
    assert set(stated.data["bounds"]["high_by"]) == {"low", "anosmia implies hyposmia"}
    supposed = app.infer(base(low="hyposmia | migraine = 15%"), asked, ["low"], ["P(hyposmia | migraine) = 15%"])
    assert ends(supposed) == ends(stated)
    assert "supposed: P(hyposmia | migraine) between 14.5% and 15.5%" in text(supposed)


def test_a_claim_left_out_bounds_nothing(base):
    answer = app.infer(base(low="hyposmia | migraine = 15%"), "P(anosmia | migraine)", ["low"], [])
    assert ends(answer) == (0, 1)
    assert answer.title == "Nothing bounds the share of people with migraine who have anosmia."


def test_an_assumption_holds_in_the_group_that_is_asked_of(base):
    answer = app.infer(base(), "P(hyposmia | anosmia, gout)", [], [])
    assert ends(answer) == (Fraction(80, 100), 1)
    assert answer.title == "At least 80% of people with anosmia and gout have hyposmia."


@pytest.mark.parametrize(
    ("migraine", "hyposmia", "end", "title"),
    [
        ("600/1000", "700/1000", Fraction(1, 2), "At least 50% of people with gout and migraine have hyposmia."),
        ("590/1000", "700/1000", Fraction(29, 59), "At least 49% of people with gout and migraine have hyposmia."),
        ("590/1000", "706/1000", Fraction(296, 590), "At least 50% of people with gout and migraine have hyposmia."),
        ("590/1000", "300/1000", Fraction(30, 59), "At most 51% of people with gout and migraine have hyposmia."),
        ("590/1000", "296/1000", Fraction(296, 590), "At most 51% of people with gout and migraine have hyposmia."),
    ],
)
def test_a_lower_bound_is_rounded_down_and_an_upper_one_up(base, migraine, hyposmia, end, title):
    kb = base(a=f"hyposmia | gout = {hyposmia}", b=f"migraine | gout = {migraine}")
    answer = app.infer(kb, "P(hyposmia | migraine, gout)", [], [])
    assert end in ends(answer)
    assert answer.title == title


@pytest.mark.parametrize(
    ("figure", "title"),
    [
        ("70%", "Between 69.5% and 70.5% of people with migraine have gout."),
        ("4.04% (404/10000)", "Between 4% and 4.1% of people with migraine have gout."),
        ("2999/3000", "Between 99% and 99.97% of people with migraine have gout."),
        ("2/3000", "Between 0.06% and 0.07% of people with migraine have gout."),
        ("3/4000", "Between 0.07% and 0.08% of people with migraine have gout."),
        ("30/40", "75% of people with migraine have gout."),
    ],
)
def test_bounds_are_never_tighter_in_words_than_they_are(base, figure, title):
    assert app.infer(base(g=f"gout | migraine = {figure}"), "P(gout | migraine)", [], []).title == title


def test_what_logic_alone_says_is_named(base):
    kb = base()
    for asked, title in (
        ("P(anosmia | anosmia)", "100% of people with anosmia have anosmia."),
        ("P(loss | hyposmia)", "100% of people with hyposmia have loss."),
    ):
        answer = app.infer(kb, asked, [], [])
        assert answer.title == title
        assert answer.sections[0].empty.startswith("the concepts by themselves")
    answer = app.infer(kb, "P(keen | hyposmia)", [], [])
    assert answer.title == "0% of people with hyposmia have keen smell."
    assert answer.sections[1].empty.startswith("the concepts by themselves")


def test_figures_that_are_supposed_and_clash(base):
    supposed = ["P(gout | migraine) = 50%", "P(gout | migraine) = 40%"]
    answer = app.infer(base(), "P(gout | migraine)", [], supposed)
    assert answer.data["bounds"] is None
    assert "supposed: between 49.5% and 50.5% of people with migraine have gout" in text(answer)
    assert "at least" not in text(answer)


@pytest.mark.parametrize("figure", ["150%", "5 mg", "200/100"])
def test_only_a_share_can_be_supposed(base, figure):
    with pytest.raises(UsageError):
        app.infer(base(), "P(gout | migraine)", [], [f"P(gout | migraine) = {figure}"])


def test_a_claim_that_cannot_be_by_itself(base):
    answer = app.infer(base(both="gout | hyposmia, keen = 50%"), "P(gout | hyposmia, keen)", [], [])
    assert "This cannot be true: 50%" in text(answer)
    assert "there are no people with hyposmia and keen smell" in text(answer)


def test_own_claim_base_without_the_70_percent():
    kb = store.load(ROOT, today=date(2026, 11, 21))
    asked, serum = "P(iron-deficiency-anemia | restless-legs-syndrome)", "low-serum-iron-among-rls"
    answer = app.infer(kb, asked, ["ida-among-rls"], [])
    assert ends(answer)[1] <= Fraction(1, 5)
    assert set(answer.data["bounds"]["high_by"]) == {serum, "iron-deficiency-anemia implies low-serum-iron"}
    figure = kb.claims[serum].figure_text
    again = app.infer(kb, asked, ["ida-among-rls", serum], [f"P(low-serum-iron | restless-legs-syndrome) = {figure}"])
    assert ends(again) == ends(answer)
    assert ends(app.infer(kb, asked, ["ida-among-rls", serum], []))[1] > ends(answer)[1]


def denial(kb, outcome, given, figure):
    return Implied(kb).denial(outcome, given, figures.parse(figure))


def test_a_figure_is_denied_by_claims_and_assumptions(base):
    kb = base(low="hyposmia | migraine = 15%")
    found = denial(kb, "anosmia", ["migraine"], "70%")
    assert (found.limit, found.claims) == ("at most 20%", ("low",))
    assert found.assumed == ("at least 80% of people with anosmia and migraine have hyposmia",)
    assert denial(kb, "anosmia", ["migraine"], "19%") is None


def test_a_figure_is_denied_by_what_the_concepts_say_alone(base):
    kb = base(gout="gout | migraine = 15%")
    found = denial(kb, "hyposmia", ["anosmia"], "50%")
    assert (found.limit, found.claims) == ("at least 80%", ())
    assert denial(kb, "hyposmia", ["anosmia"], "90%") is None
    assert denial(kb, "loss", ["hyposmia"], "60%").limit == "100%"
    assert denial(kb, "keen", ["hyposmia"], "30%").limit == "0%"
    assert denial(kb, "gout", ["hyposmia"], "30%") is None


def test_conflicts_that_have_nothing_to_do_with_a_figure_do_not_hide_what_denies_it(base):
    apart = [f"{{id: x{n}, type: condition, label: x{n}, excludes: [y{n}]}}" for n in range(5)]
    apart += [f"{{id: y{n}, type: condition, label: y{n}}}" for n in range(5)]
    shares = {f"{kind}{n}": f"{kind}{n} | migraine, gout = 70%" for kind in "xy" for n in range(5)}
    joins = "hyposmia | migraine, gout = 5%"
    kb = base([*CONCEPTS, *apart], low="hyposmia | migraine = 15%", joins=joins, **shares)
    assert denial(kb, "anosmia", ["migraine"], "70%").claims == ("low",)


def test_claims_that_cannot_be_true_together_deny_nothing(base):
    kb = base(one="hyposmia | migraine = 15%", other="hyposmia | migraine = 95%")
    assert denial(kb, "anosmia", ["migraine"], "70%") is None
