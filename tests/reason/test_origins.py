"""Independent support is counted by where it comes from, not by how many repeat it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencekb.model.kb import KnowledgeBase
from evidencekb.model.nodes import Source
from evidencekb.reason.origins import origins, repeaters


def base(*lines):
    """Sources as "id:type cited cited ~cohort"; a type that ends in "!" is retracted."""
    sources = {}
    for line in lines:
        head, *rest = line.split()
        name, _, kind = head.partition(":")
        cohort = next((word[1:] for word in rest if word.startswith("~")), "")
        cites = tuple(word for word in rest if not word.startswith("~"))
        status = "retracted" if kind.endswith("!") else "current"
        kind = kind.removesuffix("!") or "article"
        sources[name] = Source(name, f"{name}.yaml", type=kind, cites=cites, cohort=cohort, status=status)
    return KnowledgeBase(sources=sources)


@pytest.mark.parametrize(
    ("lines", "source", "ends"),
    [
        (["a", "b"], "a", ("a",)),
        (["a:cohort", "b a"], "b", ("a",)),
        (["a:cohort", "b a", "c b"], "c", ("a",)),
        (["a:cohort", "b a", "c a", "d b c"], "d", ("a",)),
        (["a:cohort", "b:cohort", "c a b"], "c", ("a", "b")),
        (["a:cohort", "b:cohort", "c a b", "d c"], "d", ("a", "b")),
        (["a:cohort", "b:rct a"], "b", ("b",)),
        (["a:cohort", "b:rct a", "c b"], "c", ("b",)),
        (["a:cohort", "b:meta-analysis a"], "b", ("a",)),
        (["a:cohort ~x", "b:rct ~x", "c b"], "c", ("a",)),
        (["a:cohort ~x", "b:rct ~y", "c a b"], "c", ("a", "b")),
        (["a b", "b a"], "b", ("a",)),
        (["a b", "b a", "c b"], "c", ("a",)),
        (["a:cohort", "b a c", "c b"], "c", ("a",)),
        (["a gone"], "a", ("a",)),
        (["a a"], "a", ("a",)),
        (["a:animal-study", "b a"], "b", ("a",)),
        # what has data of its own is in no circle, and a cohort makes none
        (["a:cohort b", "b:rct a"], "b", ("b",)),
        (["a:rct ~x m", "b:cohort ~x", "m:rct b"], "m", ("m",)),
        (["a:rct ~x m", "b:cohort ~x", "m:rct b"], "b", ("a",)),
        (["a:article ~x", "b:cohort ~x", "c a"], "c", ("b",)),
        (["a:cohort ~NHANES-III", "b:cohort ~nhanes_iii"], "b", ("a",)),
        # a retracted source is no origin, nor is what only repeats it
        (["a:cohort!", "b a"], "a", ()),
        (["a:cohort!", "b:meta-analysis a", "c b"], "c", ()),
        (["a:cohort!", "b:cohort", "c:meta-analysis a b"], "c", ("b",)),
        (["a:cohort!", "b:cohort a", "c b"], "c", ("b",)),
        (["a:cohort", "b:meta-analysis! a", "c b"], "c", ()),
        (["a:cohort!", "b a c", "c b"], "b", ()),
        (["a:cohort! ~x", "b:cohort ~x", "c b"], "c", ("b",)),
        (["a:cohort!", "b"], "a", ()),
        (["a:cohort!", "b"], "b", ("b",)),
    ],
)
def test_origins(lines, source, ends):
    assert origins(base(*lines))[source] == ends


@st.composite
def graphs(draw):
    names = [f"s{n}" for n in range(draw(st.integers(1, 7)))]
    lines = []
    for name in names:
        kind = draw(st.sampled_from(["article", "cohort", "meta-analysis"]))
        cited = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
        cohort = draw(st.sampled_from(["", "", " ~x"]))
        lines.append(f"{name}:{kind} {' '.join(cited)}{cohort}")
    return lines


def test_who_repeats_a_source():
    kb = base("a:cohort", "b:meta-analysis a", "c b", "d:rct b", "e d", "f c", "g f c")
    assert repeaters(kb, "a") == {"a", "b", "c", "f", "g"}


@given(graphs())
def test_every_source_has_origins_and_order_does_not_matter(lines):
    found = origins(base(*lines))
    assert found == dict(sorted(origins(base(*reversed(lines))).items())) or found == origins(base(*reversed(lines)))
    for ends in found.values():
        assert ends
        assert list(ends) == sorted(set(ends))
        for end in ends:
            assert found[end] == (end,)


@given(graphs())
def test_an_origin_can_be_reached_by_citations_or_shares_a_cohort(lines):
    kb = base(*lines)
    for name, ends in origins(kb).items():
        reached, waiting = set(), [name]
        while waiting:
            here = waiting.pop()
            if here in reached:
                continue
            reached.add(here)
            source = kb.sources[here]
            waiting += source.cites
            waiting += [s.id for s in kb.sources.values() if source.cohort and s.cohort == source.cohort]
        assert set(ends) <= reached


def test_large_graphs_take_little_time():
    lines = ["s0:cohort"] + [f"s{n} s{n - 1} s{n // 2}" for n in range(1, 20_000)]
    found = origins(base(*lines))
    assert found["s19999"] == ("s0",)
