"""Chains of causal steps: each once, by the claim that stands best, and with what speaks against them."""

from __future__ import annotations

import pytest

from evidencekb.model.standing import Standing
from evidencekb.reason.loops import loops
from evidencekb.reason.mechanisms import Edge, Graph, behind, chains, opposed, reversals

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
