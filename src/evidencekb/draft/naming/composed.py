"""Names made of other names: where "resistant gout" and "gout" are concepts, "resistant podagra" is the first.

An editor lists the synonyms of a concept once, with the concept; writers use them within longer names as well.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.text import families, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from evidencekb.model.nodes import Concept
    from evidencekb.text.words import Word

    Name = tuple[Word, ...]
    Stems = tuple[str, ...]

_FEWEST: Final = 2
"""Words of the shortest name that can hold another."""
_NOBODY: Final[frozenset[str]] = frozenset()
_MOST: Final = 6
"""Names of what is named within that are looked at."""


def named(concepts: Mapping[str, Concept]) -> dict[str, Concept]:
    """The concepts, each with the more names that it has so; none that is listed or could be another's too.

    Only kinds of what is named within, and people: the name of a change or an outcome may be a whole statement.
    """
    listed = [
        (concept.id, tuple(words.split(name)))
        for concept in concepts.values()
        for name in (concept.label, *concept.synonyms)
    ]
    owners: dict[Stems, set[str]] = defaultdict(set)
    spelt: dict[str, list[Name]] = defaultdict(list)
    for concept, name in listed:
        owners[_stems(name)].add(concept)
        spelt[concept].append(name)
    made: dict[Stems, dict[str, Name]] = {}
    for concept, name in listed:
        people, wider = concepts[concept].type == "population", concepts[concept].broader
        if len(name) < _FEWEST or not (people or wider):
            continue
        for first, last, other in _inside(name, concept, owners):
            if not people and other not in wider:
                continue
            for part in spelt[other][:_MOST]:
                longer = (*name[:first], *part, *name[last:])
                if (stems := _stems(longer)) not in owners:
                    made.setdefault(stems, {}).setdefault(concept, longer)
    more: dict[str, list[str]] = defaultdict(list)
    for meant in made.values():
        if len(meant) == 1:
            for concept, name in meant.items():
                more[concept].append(" ".join([word.raw for word in name]))
    return dict(concepts) | {
        concept: replace(concepts[concept], synonyms=(*concepts[concept].synonyms, *fresh))
        for concept, fresh in more.items()
    }


def _inside(name: Name, concept: str, owners: Mapping[Stems, AbstractSet[str]]) -> Iterator[tuple[int, int, str]]:
    """The names of other concepts within a name, the longest from each place; those that mean one thing alone."""
    stems, first = _stems(name), 0
    while first < len(stems):
        for last in range(len(stems) if first else len(stems) - 1, first, -1):
            found = owners.get(stems[first:last], _NOBODY)
            if len(found) == 1 and concept not in found and _carries(name[first:last]):
                yield first, last, next(iter(found))
                first = last
                break
        else:
            first += 1


def _carries(name: Iterable[Word]) -> bool:
    """Whether a name has a word that is no joint."""
    return any(word.kin not in families.LIGHT for word in name)


def _stems(name: Iterable[Word]) -> Stems:
    return tuple([word.stem for word in name])
