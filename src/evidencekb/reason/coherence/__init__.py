"""Can a set of conditional proportions be true at once? Decided by linear programming over possible worlds.

A world says of each concept whether it holds of a person. A proportion P(A | B) in [l, h] is, for a measure m >= 0 on
worlds, the pair of linear conditions m(A and B) - l m(B) >= 0 and h m(B) - m(A and B) >= 0, and each population that a
claim speaks of must have m(B) > 0. These conditions are homogeneous, so m need not sum to one, and "m(B) > 0 for every
B" can be asked as "m(B) >= 1 for every B": solutions add up and scale. A set of proportions is coherent when such an m
exists (Hailperin, Best possible inequalities for the probability of a logical function of events, 1965; Hansen and
Jaumard, Probabilistic satisfiability, 2000). There are 2^n worlds; columns are generated as they are needed (Jaumard,
Hansen and Poggi de Aragao, Column generation methods for probabilistic logic, 1991).
"""
