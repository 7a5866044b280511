"""The coherence engine against brute force: every world written out, and the same questions asked again."""

from __future__ import annotations

import itertools
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from evidencekb.reason.coherence import exact, generation, search
from evidencekb.reason.coherence.parts import components
from evidencekb.reason.coherence.problem import Logic, Proportion, Space
from evidencekb.reason.coherence.search import bounds
from evidencekb.reason.inference import component

ATOMS = "abcdefgh"
NO_LOGIC = Logic({}, frozenset())


def conflicts(proportions, logic, limit):
    return search.conflicts(proportions, logic, limit).conflicts


def proportion(name, outcome, given_, low, high, *, asserts=True):
    low, high = (Fraction(str(low)), Fraction(str(high)))
    return Proportion(name, frozenset(outcome.split()), frozenset(given_.split()), low, high, asserts)


shares = st.integers(0, 10).map(lambda n: Fraction(n, 10))


@st.composite
def instances(draw, *, most_atoms=5, most=6):
    atoms = ATOMS[: draw(st.integers(2, most_atoms))]
    out = []
    for index in range(draw(st.integers(1, most))):
        outcome = draw(st.sets(st.sampled_from(atoms), min_size=1, max_size=2))
        given_ = draw(st.sets(st.sampled_from(atoms), max_size=2)) - outcome
        low, high = sorted([draw(shares), draw(shares)])
        out.append(Proportion(f"p{index}", frozenset(outcome), frozenset(given_), low, high, draw(st.booleans())))
    implies = {
        a: frozenset({b}) for a, b in draw(st.lists(st.tuples(*[st.sampled_from(atoms)] * 2), max_size=2)) if a != b
    }
    excludes = frozenset(
        frozenset(pair)
        for pair in draw(st.lists(st.tuples(*[st.sampled_from(atoms)] * 2), max_size=1))
        if len(set(pair)) == 2
    )
    return tuple(out), Logic(implies, excludes)


def all_worlds(proportions, logic):
    """Every set of concepts that the logic allows, written out."""
    atoms = sorted(
        {a for p in proportions for a in p.outcome | p.given} | {b for v in logic.implies.values() for b in v}
    )
    for size in range(len(atoms) + 1):
        for world in map(frozenset, itertools.combinations(atoms, size)):
            closed = all(logic.implies.get(a, frozenset()) <= world for a in world)
            if closed and not any(pair <= world for pair in logic.excludes):
                yield world


def brute_force_coherent(proportions, logic):
    """Fourier-Motzkin would do; a full simplex over all worlds is simpler: maximise the people served, exactly."""
    worlds = list(all_worlds(proportions, logic))
    rows, right = [], []
    populations = sorted({tuple(sorted(p.given)) for p in proportions if p.peopled})
    for p in proportions:
        inside = [Fraction(p.given <= w) for w in worlds]
        both = [Fraction(p.given | p.outcome <= w) for w in worlds]
        rows.append([p.low * b - a for a, b in zip(both, inside, strict=True)] + [Fraction(0)] * len(populations))
        rows.append([a - p.high * b for a, b in zip(both, inside, strict=True)] + [Fraction(0)] * len(populations))
        right += [Fraction(0)] * 2
    for j, population in enumerate(populations):
        unit = [Fraction(j == k) for k in range(len(populations))]
        rows.append([-Fraction(frozenset(population) <= w) for w in worlds] + unit)
        rows.append([Fraction(0)] * len(worlds) + unit)
        right += [Fraction(0), Fraction(1)]
    goal = [Fraction(0)] * len(worlds) + [Fraction(1)] * len(populations)
    return dense_simplex(goal, rows, right) == len(populations)


def dense_simplex(goal, rows, right):
    """max goal x, rows x <= right, x >= 0, right >= 0; Bland's rule, which cannot cycle."""
    count, width = len(rows), len(goal)
    table = [
        [*row, *[Fraction(i == j) for j in range(count)], b] for i, (row, b) in enumerate(zip(rows, right, strict=True))
    ]
    cost = [-g for g in goal] + [Fraction(0)] * (count + 1)
    basis = list(range(width, width + count))
    while True:
        enter = next((j for j in range(width + count) if cost[j] < 0), None)
        if enter is None:
            return cost[-1]
        leave = min(
            (i for i in range(count) if table[i][enter] > 0), key=lambda i: (table[i][-1] / table[i][enter], basis[i])
        )
        pivot = table[leave][enter]
        table[leave] = [v / pivot for v in table[leave]]
        for i, line in enumerate(table):
            if i != leave and line[enter]:
                factor = line[enter]
                table[i] = [v - factor * o for v, o in zip(line, table[leave], strict=True)]
        factor = cost[enter]
        cost = [v - factor * o for v, o in zip(cost, table[leave], strict=True)]
        basis[leave] = enter


@settings(max_examples=150, deadline=None)
@given(instances())
def test_decision_agrees_with_every_world_written_out(instance):
    proportions, logic = instance
    assert bool(conflicts(proportions, logic, 1)) == (not brute_force_coherent(proportions, logic))


@settings(max_examples=10, deadline=None)
@given(instances(most_atoms=8, most=7))
def test_decision_agrees_on_eight_concepts(instance):
    proportions, logic = instance
    assert bool(conflicts(proportions, logic, 1)) == (not brute_force_coherent(proportions, logic))


@settings(max_examples=60, deadline=None)
@given(instances())
def test_every_set_is_minimal_and_proved(instance):
    proportions, logic = instance
    named = {p.name: p for p in proportions}
    for conflict in conflicts(proportions, logic, 5):
        members = tuple(named[name] for name in conflict.names)
        assert exact.proves_incoherence(Space(members, logic), members, conflict.certificate)
        for left_out in members:
            assert brute_force_coherent([p for p in members if p is not left_out], logic)


@st.composite
def named_instances(draw):
    """Shares of several groups, of which some narrow others, with assumptions that hold in each group by one name."""
    atoms = ATOMS[:5]
    groups = draw(st.sampled_from([["a", "b"], ["a", "a b", "c"], ["a"], ["a", "b", "", "c"]]))
    out = []
    for index in range(draw(st.integers(2, 4))):
        given_ = frozenset(draw(st.sampled_from(groups)).split())
        outcome = draw(st.sampled_from([atom for atom in atoms if atom not in given_]))
        low, high = sorted([draw(shares), draw(shares)])
        high = min(high, low + Fraction(2, 10))
        out.append(Proportion(f"p{index}", frozenset(outcome), given_, low, high))
    for _ in range(draw(st.integers(0, 2))):
        one, other = draw(st.lists(st.sampled_from(atoms), min_size=2, max_size=2, unique=True))
        least = draw(shares)
        for given_ in sorted({frozenset(one), *(p.given | {one} for p in out)}, key=sorted):
            name = f"{one} implies {other}"
            if other not in given_ and not any(p.name == name and p.given == given_ for p in out):
                out.append(Proportion(name, frozenset(other), given_, least, Fraction(1), asserts=False))
    excludes = frozenset(map(frozenset, draw(st.sets(st.sampled_from(["bc", "cd", "de"]), max_size=2))))
    return tuple(out), Logic({}, excludes)


def minimal_sets(proportions, logic):
    """Every set of names that cannot be, and none of whose subsets cannot, by trying them all."""
    names = sorted({p.name for p in proportions})
    found = []
    for size in range(1, len(names) + 1):
        for some in map(set, itertools.combinations(names, size)):
            members = [p for p in proportions if p.name in some]
            if not any(known <= some for known in found) and not brute_force_coherent(members, logic):
                found.append(some)
    return sorted(map(sorted, found))


@settings(max_examples=40, deadline=None)
@given(named_instances())
def test_the_sets_are_all_that_there_are_and_minimal_by_name(instance):
    proportions, logic = instance
    found = search.conflicts(proportions, logic, 50)
    assert sorted(sorted(conflict.names) for conflict in found.conflicts) == minimal_sets(proportions, logic)
    assert not found.undecided
    for conflict in found.conflicts:
        assert exact.proves_incoherence(Space(conflict.members, logic), conflict.members, conflict.certificate)


@settings(max_examples=60, deadline=None)
@given(st.one_of(instances(), named_instances()), st.randoms(use_true_random=False))
def test_order_and_names_change_nothing(instance, random):
    proportions, logic = instance
    turned = dict(zip(ATOMS, random.sample(ATOMS, len(ATOMS)), strict=True))
    known = sorted({p.name for p in proportions})
    called = dict(zip(known, random.sample(known, len(known)), strict=True))

    def rename(atoms):
        return frozenset(turned[a] for a in atoms)

    other = [replace(p, name=called[p.name], outcome=rename(p.outcome), given=rename(p.given)) for p in proportions]
    random.shuffle(other)
    moved = Logic({turned[a]: rename(b) for a, b in logic.implies.items()}, frozenset(map(rename, logic.excludes)))
    before = {frozenset(called[name] for name in c.names) for c in conflicts(proportions, logic, 50)}
    assert {frozenset(c.names) for c in conflicts(other, moved, 50)} == before


def test_an_assumption_that_is_enough_in_one_group_brings_no_other_claim_with_it():
    """Found first by way of another group, whatever the claims are called."""
    for first, second in itertools.permutations(("0", "z")):
        base = [
            proportion(f"{first}-hyp-in-anosmia", "hyp", "anosmia", 0.1, 0.1),
            proportion(f"{second}-gout-in-anosmia", "gout", "anosmia", 0.7, 0.7),
            proportion(f"{second}-hyp-in-gout", "hyp", "gout", 0.65, 0.65),
            proportion("m", "hyp", "anosmia", 0.6, 1, asserts=False),
            proportion("m", "hyp", "anosmia gout", 0.6, 1, asserts=False),
        ]
        (found,) = conflicts(base, NO_LOGIC, 10)
        assert set(found.names) == {"m", f"{first}-hyp-in-anosmia"}


def test_what_one_population_alone_joins_is_decided_apart():
    base = [proportion(f"{kind}{i}", f"{kind}{i}", "people", 0.4, 0.4) for i in range(12) for kind in "abc"]
    kinds = {frozenset(pair) for i in range(12) for pair in itertools.combinations([f"{k}{i}" for k in "abc"], 2)}
    found = search.conflicts(base, Logic({}, frozenset(kinds)), 10)
    assert [set(c.names) for c in found.conflicts] == [{f"{k}{i}" for k in "abc"} for i in sorted(range(12), key=str)]
    assert not found.undecided


def test_it_is_told_where_there_are_more_sets_than_are_listed():
    base = [proportion(f"p{i:02}", "a", "b", Fraction(i, 20), Fraction(i, 20)) for i in range(20)]
    for limit in (7, 100):
        found = search.conflicts([*base, proportion("q", "c", "d", 0.5, 0.5)], NO_LOGIC, limit)
        assert len(found.conflicts) == limit
        assert found.undecided == {p.name for p in base}
    found = search.conflicts(base[:12], NO_LOGIC, 100)
    assert len(found.conflicts) == 66
    assert not found.undecided


def brute_force_bounds(outcome, given_, proportions, logic):
    """Least and greatest share of one person's worth of people with `given_`, over all worlds; None for nobody."""
    asked = Proportion("", outcome, given_, Fraction(0), Fraction(1))
    worlds = list(all_worlds([*proportions, asked], logic))
    rows = [[Fraction(given_ <= w) for w in worlds]]
    for p in proportions:
        inside = [Fraction(p.given <= w) for w in worlds]
        both = [Fraction(p.given | p.outcome <= w) for w in worlds]
        rows.append([p.low * b - a for a, b in zip(both, inside, strict=True)])
        rows.append([a - p.high * b for a, b in zip(both, inside, strict=True)])
    right = [Fraction(1)] + [Fraction(0)] * (len(rows) - 1)
    having = [Fraction(given_ | outcome <= w) for w in worlds]
    if dense_simplex(rows[0], rows, right) == 0:
        return None
    lacking = [one - other for one, other in zip(rows[0], having, strict=True)]
    return 1 - dense_simplex(lacking, rows, right), dense_simplex(having, rows, right)


@settings(max_examples=100, deadline=None)
@given(st.one_of(instances(), named_instances()), st.sampled_from("ab"), st.sampled_from(["", "a", "b", "bc"]))
def test_bounds_agree_with_every_world_written_out(instance, outcome, given_):
    proportions, logic = instance
    assume(not conflicts(proportions, logic, 1))
    outcome, given_ = frozenset(outcome), frozenset(given_)
    found = bounds(outcome, given_, proportions, logic)
    assert (found and (found.low, found.high)) == brute_force_bounds(outcome, given_, proportions, logic)


@settings(max_examples=60, deadline=None)
@given(named_instances(), st.sampled_from("de"), st.sampled_from("abc"))
def test_bounds_need_only_what_bears_on_the_share(instance, outcome, given_):
    proportions, logic = instance
    assume(not conflicts(proportions, logic, 1))
    asked = Proportion("asked", frozenset(outcome), frozenset(given_), Fraction(0), Fraction(1))
    assume(not conflicts([*proportions, asked], logic, 1))
    part = component(list(proportions), asked, logic)
    found = bounds(asked.outcome, asked.given, part, logic)
    assert (found.low, found.high) == brute_force_bounds(asked.outcome, asked.given, proportions, logic)


@settings(max_examples=60, deadline=None)
@given(instances(most=8))
def test_the_fast_way_suspects_whenever_the_exact_way_convicts(instance):
    proportions, logic = instance
    space = Space(proportions, logic)
    program = generation.Program(space, proportions)
    suspected = program.conflict(range(len(proportions)))
    assert (suspected is not None) == (exact.coherent(space, proportions) is not None)
    if suspected is not None:
        members = [proportions[number] for number in sorted(suspected)]
        assert exact.coherent(Space(members, logic), members) is not None


@settings(max_examples=60, deadline=None)
@given(instances(most=8), st.data())
def test_asking_again_about_fewer_is_as_asking_anew(instance, data):
    proportions, logic = instance
    program = generation.Program(Space(proportions, logic), proportions)
    for _ in range(4):
        some = sorted(data.draw(st.sets(st.integers(0, len(proportions) - 1))))
        members = [proportions[number] for number in some]
        assert (program.conflict(some) is None) == (exact.coherent(Space(members, logic), members) is None)


def test_a_forged_certificate_is_refused():
    base = (proportion("p", "a", "b", 0.7, 0.8), proportion("q", "a", "b", 0.1, 0.2))
    space = Space(base, NO_LOGIC)
    certificate = exact.coherent(space, base)
    assert certificate is not None
    assert exact.proves_incoherence(space, base, certificate)
    for forged in (
        replace(certificate, rows=(Fraction(0),) * len(certificate.rows)),
        replace(certificate, existence=(Fraction(0),) * len(certificate.existence)),
        replace(certificate, rows=tuple(-r for r in certificate.rows)),
        replace(certificate, rows=certificate.rows[1:]),
    ):
        assert not exact.proves_incoherence(space, base, forged)


COHERENT = [
    ("one share", [proportion("p", "a", "b", 0.7, 0.7)]),
    ("a subgroup may differ", [proportion("p", "a", "b", 0.1, 0.1), proportion("q", "a", "b c", 0.9, 0.9)]),
    ("swapped shares may differ", [proportion("p", "a", "b", 0.7, 0.7), proportion("q", "b", "a", 0.1, 0.1)]),
    ("nothing in common", [proportion("p", "a", "b", 1, 1), proportion("q", "c", "d", 0, 0)]),
    (
        "an assumption on the group says nothing of a subgroup",
        [
            proportion("p", "a", "b", 0.7, 0.7),
            proportion("q", "c", "b", 0.1, 0.1),
            proportion("s", "c", "a", 0.8, 1, asserts=False),
        ],
    ),
]
INCOHERENT = [
    (
        "two outcomes together are no more common than one of them",
        [proportion("p", "a", "b", 0.4, 0.4), proportion("q", "a c", "b", 0.5, 1)],
        ("p", "q"),
    ),
    ("one frame, two figures", [proportion("p", "a", "b", 0.7, 0.7), proportion("q", "a", "b", 0.2, 0.2)], ("p", "q")),
    (
        "most with a have c, even among those with b",
        [
            proportion("p", "a", "b", 0.7, 0.7),
            proportion("q", "c", "b", 0.15, 0.15),
            proportion("s", "c", "a b", 0.8, 1, asserts=False),
        ],
        ("p", "q", "s"),
    ),
    (
        "Bayes",
        [
            proportion("p", "a", "b", 0.7, 0.7),
            proportion("q", "b", "a", 0.35, 0.35),
            proportion("r", "b", "", 0.05, 0.05),
            proportion("s", "a", "", 0.02, 0.056),
        ],
        ("p", "q", "r", "s"),
    ),
]


@pytest.mark.parametrize(("_what", "base"), COHERENT, ids=[c[0] for c in COHERENT])
def test_possible(_what, base):
    assert not conflicts(base, NO_LOGIC, 5)


@pytest.mark.parametrize(("_what", "base", "names"), INCOHERENT, ids=[c[0] for c in INCOHERENT])
def test_impossible(_what, base, names):
    assert [c.names for c in conflicts(base, NO_LOGIC, 5)] == [names]


def test_an_impossible_population_is_a_conflict_of_its_own():
    base = [proportion("p", "a", "b c", 0.5, 0.5), proportion("q", "a", "b", 0.5, 0.5)]
    found = conflicts(base, Logic({}, frozenset({frozenset("bc")})), 5)
    assert [c.names for c in found] == [("p",)]
    assert found[0].possible == (None,)


def test_what_the_others_leave_possible():
    """If 70% of b have a, and 15% of b have c, then c is in at most 15/70 of those with both."""
    base = next(base for what, base, _ in INCOHERENT if what.startswith("most with a"))
    (found,) = conflicts(base, NO_LOGIC, 5)
    limits = dict(zip(found.names, found.possible, strict=True))
    assert limits["s"].high == Fraction(15, 70)
    assert set(limits["s"].high_by) == {"p", "q"}
    assert limits["p"].high == Fraction(15, 80)
    assert limits["q"].low == Fraction(56, 100)


def test_components_are_apart():
    base = [proportion("p", "a", "b", 0, 1), proportion("q", "c", "d", 0, 1), proportion("r", "e", "f", 0, 1)]
    assert [[p.name for p in part] for part in components(base, NO_LOGIC)] == [["p"], ["q"], ["r"]]
    joined = Logic({"a": frozenset({"c"})}, frozenset({frozenset("df")}))
    assert [[p.name for p in part] for part in components(base, joined)] == [["p", "q", "r"]]
