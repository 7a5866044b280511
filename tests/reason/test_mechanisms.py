"""Chains of causal steps: each once, by the claim that stands best, and with what speaks against them."""

from __future__ import annotations

import pytest

from evidencekb.model.standing import Standing
from evidencekb.reason.loops import loops
from evidencekb.reason.mechanisms import Edge, Graph, behind, chains, opposed, reversals
from evidencekb.reason.ways import ways

STANDINGS = {"good": Standing("established", ""), "bad": Standing("disputed", "")}


def edges(*lines):
    """Steps as "start sign end claim"."""
    found = []
    for line in lines:
        start, sign, end, claim = line.split()
        found.append(Edge(start, end, 1 if sign == "+" else -1, "increases" if sign == "+" else "inhibits", claim))
    return found


def words(chain):
    return "".join(("+" if edge.sign > 0 else "-") + edge.object for edge in chain.edges)


def test_a_step_of_two_claims_is_one_step_by_the_better():
    every = edges("a + b bad", "a + b good", "b - c bad")
    (found,) = chains(Graph(every, STANDINGS), STANDINGS, "a", "c")
    assert (words(found), found.edges[0].claim, found.weakest.subject, found.sign) == ("+b-c", "good", "b", -1)
    assert behind(every, found) == {"good", "bad"}


@pytest.mark.parametrize(
    ("lines", "pairs"),
    [
        (["a + b good", "a - b bad"], [("+b", "-b")]),
        (["a + b good", "a - c good", "c + b good"], [("+b", "-c+b")]),
        (["a + c good", "c + b good", "a + d good", "d - b good"], [("+c+b", "+d-b")]),
        # what comes before or after the two ways is not told again
        (["z + a good", "a + b good", "a - b bad", "b + d good"], [("+b", "-b")]),
        (["a + b good", "b - a good"], []),
        (["a + b good", "a + c good", "c + b good"], []),
    ],
)
def test_chains_that_end_with_opposite_signs(lines, pairs):
    assert [(words(up), words(down)) for up, down in opposed(edges(*lines), STANDINGS)] == pairs


def made(start, end, claim):
    return Edge(start, end, 1, "precursor-of", claim)


def test_a_conversion_told_both_ways_is_no_circle():
    there, back = made("b", "a", "good"), made("a", "b", "bad")
    assert reversals([there, back]) == [(back, there)]
    assert loops([there, back], STANDINGS) == []
    assert reversals([there, made("a", "b", "good")]) == []
    ring = [made("a", "b", "good"), made("b", "c", "good"), made("c", "a", "bad")]
    assert reversals(ring) == []
    assert len(loops(ring, STANDINGS)) == 1


def found(start, end, *lines):
    every = ways(Graph(edges(*lines), STANDINGS), STANDINGS, start, end)
    return [words(chain) for chain in every.chains], every.cut, every.longest


def test_every_way_from_one_concept_to_another():
    steps = ["a + b good", "b + c good", "a - c good", "c + a good", "b + a good"]
    assert found("a", "c", *steps) == (["-c", "+b+c"], False, None)
    assert found("c", "b", "a + b good") == ([], False, None)
    assert found("a", "a", *steps) == (["+b+a", "-c+a", "+b+c+a"], False, None)
    assert found("a", "a", "a + b good") == ([], False, None)


def test_a_long_way_is_found_and_what_was_not_looked_for_is_told():
    line = [f"n{n} + n{n + 1} good" for n in range(12)]
    assert found("n0", "n12", *line) == (["".join(f"+n{n}" for n in range(1, 13))], False, None)
    detour = [*line, "n0 + n5 good"]
    assert found("n0", "n12", *detour) == (["+n5" + "".join(f"+n{n}" for n in range(6, 13))], False, 8)
    round_about = [
        *line[:3],
        *(f"n{n} - n{n - 1} good" for n in range(1, 9)),
        *(f"n{n} + n{n + 1} bad" for n in (3, 4)),
    ]
    assert found("n0", "n3", *round_about) == (["+n1+n2+n3"], False, None)


def test_a_cut_is_told():
    steps = [f"n{n} {sign} n{n + 1} good" for n in range(10) for sign in "+-"]
    assert [len(found("n0", f"n{end}", *steps)[0]) for end in (1, 2, 8)] == [2, 4, 256]
    chains_, cut, longest = found("n0", "n10", *steps)
    assert (len(chains_), cut, longest) == (1000, True, None)
