"""Who read what is the same however often it is packed, in one piece or shared out."""

from __future__ import annotations

import random

from evidencekb.site import readers
from evidencekb.site.readers import PARTS, Readers

NAMES = [f"claim é-{number}" for number in range(60)] + ["page \udcff.md", ""]


def made(chance, number, held, wanted):
    """Note some reads; gives what is to be found afterwards."""
    for _ in range(number):
        reader, seen = chance.choice(NAMES), set(chance.sample(NAMES, 4))
        held.note(reader, seen)
        for name in seen:
            wanted.setdefault(name, set()).add(reader)
    return {name: sorted(wanted.get(name, ())) for name in NAMES}


def test_packed_again_and_again(monkeypatch):
    for grown in (1, 10**9):  # what is new is kept apart always, or never
        monkeypatch.setattr(readers, "_GROWN", grown)
        chance, wanted, held, kept = random.Random(3), {}, Readers(), {}
        for _ in range(12):
            now = made(chance, 1 + 40 * (not kept), held, wanted)
            assert {name: sorted(set(held.of(name))) for name in NAMES} == now
            kept |= held.pack()
            held = Readers({name: kept[name] for name in PARTS})
            assert {name: sorted(set(held.of(name))) for name in NAMES} == now
        assert held.pack() == {}


def test_what_was_read_before_is_not_noted_again():
    first = Readers()
    first.note("a", {"b", "c"})
    again = Readers(first.pack())
    again.note("a", {"b", "c"})
    assert again.pack() == {}
    again.note("a", {"d"})
    assert again.of("d") == ["a"]
    assert again.pack().keys() >= {PARTS[1]}


def test_shared_out_and_merged():
    chance, wanted, whole = random.Random(5), {}, Readers()
    for _ in range(3):
        share = Readers()
        now = made(chance, 20, share, wanted)
        whole.merge(share.pack_new())
    assert {name: sorted(set(whole.of(name))) for name in NAMES} == now


def test_a_name_that_nobody_read_has_no_readers():
    assert Readers().of("x") == []
    assert Readers(Readers().pack_new() | {PARTS[0]: (b"",) * 6}).of("x") == []
