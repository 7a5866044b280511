"""Circles among causal steps."""

from __future__ import annotations

from evidencekb.model.standing import Standing
from evidencekb.reason.loops import loops
from evidencekb.reason.mechanisms import Edge

STANDINGS = {"good": Standing("established", ""), "bad": Standing("disputed", "")}


def found(*steps):
    edges = [
        Edge(start, end, sign, "increases" if sign > 0 else "inhibits", claim) for start, end, sign, claim in steps
    ]
    return [("".join(e.subject for e in c.edges), c.sign, c.weakest.claim) for c in loops(edges, STANDINGS)]


def test_a_circle_is_named_once_with_sign_and_weakest_step():
    assert found(("a", "b", 1, "good"), ("b", "c", -1, "bad"), ("c", "a", 1, "good"), ("c", "d", 1, "good")) == [
        ("abc", -1, "bad")
    ]


def test_two_inhibitions_feed_themselves():
    assert found(("a", "b", -1, "good"), ("b", "a", -1, "good")) == [("ab", 1, "good")]


def test_a_chain_is_no_circle():
    assert found(("a", "b", 1, "good"), ("a", "c", 1, "good"), ("b", "c", 1, "good")) == []
