"""What is kept in parts comes back as it was put, and a small change writes little."""

from __future__ import annotations

import marshal

import pytest

from evidencekb.store import Memory, Parts

MANY = {f"key-{number}": (number,) for number in range(100)}


class Held(dict):
    """A place for bytes by name, which notes what is written."""

    def __init__(self):
        super().__init__()
        self.written = set()

    def remember(self, name, data):
        self[name] = data
        self.written.add(name)

    def recall(self, name):
        return self.get(name, b"")

    def names(self):
        return sorted(self)


def kept(held, **parts):
    """Put these in the place of what is there, in another run; gives the names that were written."""
    held.written.clear()
    shelf = Parts(Memory(held, "x"))
    old = shelf.get(())
    for name, part in parts.items():
        if name in old and isinstance(part, dict):
            old[name].clear()
            old[name].update(part)  # as those who work with it change it
    shelf.put(parts)
    return set(held.written)


def found(held, *needed):
    return Parts(Memory(held, "x")).get(needed)


@pytest.fixture
def held():
    place = Held()
    assert kept(place, many=MANY, few=[1]) == {"part-many", "part-few", "since"}
    return place


def test_what_is_as_it_was_is_not_written(held):
    assert kept(held, many=dict(MANY), few=[1]) == set()
    assert found(held, "many", "few") == {"many": MANY, "few": [1]}


def test_a_small_change_leaves_the_part_as_it_is(held):
    changes = ({"key-3": (0,)}, {"more": ()}, {"key-3": (3,)}, {"key-4": None})
    now = dict(MANY)
    for change in changes:
        now |= change
        assert kept(held, many=now) == {"since"}
        assert found(held)["many"] == now


def test_a_key_may_go_and_come_back(held):
    now = MANY | {"more": 1}
    for key in ("key-5", "more"):
        kept(held, many=now)
        rest = {name: value for name, value in now.items() if name != key}
        assert kept(held, many=rest) == {"since"}
        assert found(held)["many"] == rest
        assert kept(held, many=now) == {"since"}
        assert found(held)["many"] == now


def test_many_small_changes_are_written_as_a_whole(held):
    now, whole = dict(MANY), 0
    for number in range(100):
        now[f"key-{number}"] = (-number,)
        whole += "part-many" in kept(held, many=now)
        assert found(held)["many"] == now
    assert 0 < whole < 20
    assert len(held["since"]) < len(marshal.dumps(MANY)) / 4


def test_no_part_is_known_without_all_others_and_what_was_changed(held):
    kept(held, many=MANY | {"key-3": (0,)})
    for name in ("since", "part-many", "part-few"):
        lost = held.pop(name)
        assert found(held) == {}
        held[name] = lost[:-1]
        assert found(held) == {}
        held[name] = lost
    assert found(held, "another") == {}
    assert found(held)["many"]["key-3"] == (0,)
