"""Every pattern of the package compiles: a wrong one is met here, not at its first use."""

import re
from importlib import import_module
from pkgutil import walk_packages

import evidencekb
from evidencekb.text import patterns

NAMES = [m.name for m in walk_packages(evidencekb.__path__, "evidencekb.") if not m.name.endswith("__main__")]


def test_every_pattern_compiles():
    held = [each for name in NAMES for each in vars(import_module(name)).values()]
    found = [each for each in held if isinstance(each, patterns._Compiled)]
    assert len(found) > 100
    for each in found:
        re.compile(each.pattern)


def test_a_pattern_does_what_the_compiled_one_does():
    ours, real = patterns.pattern(r"\b(a)(?P<rest>b*)", re.IGNORECASE), re.compile(r"\b(a)(?P<rest>b*)", re.IGNORECASE)
    assert [match["rest"] for match in ours.finditer("ABB a")] == ["BB", ""]
    for name in patterns._HELD:
        asked, known = getattr(ours, name), getattr(real, name)
        assert asked == known or asked("ABB") is not None
    assert ours.sub("x", "ABB cab") == real.sub("x", "ABB cab")
