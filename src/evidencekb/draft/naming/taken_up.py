"""Names of people of which a pronoun takes up the noun: "women of 19 to 50 need A, those of 51 or over B"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.naming.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.draft.naming.mentions import Lexicon
    from evidencekb.model.nodes import Concept
    from evidencekb.text.words import Word

PRONOUNS: Final = frozenset({"those", "one", "ones"})
_LEADING: Final = english.listed("of aged from between over under above below older younger past beyond")
_NOUNS: Final = english.PEOPLE_NAMED | english.listed("man woman child girl boy infant adult person teenager people")
_LONGEST: Final = 8
_LEAST: Final = 3
"""Words that such a name has, at least: a noun, and an age told by two words."""


def added(
    lexicon: Lexicon,
    concepts: Mapping[str, Concept],
    tokens: Sequence[Word],
    mentions: list[Mention],
    barred: frozenset[int],
) -> list[Mention]:
    """The mentions with those whose noun stands before, where noun and words behind the pronoun are one name."""
    found = list(mentions)
    for at in range(2, len(tokens) - 2):
        if tokens[at].low not in PRONOUNS or tokens[at + 1].low not in _LEADING:
            continue
        if not any(word.raw[0].isdigit() for word in tokens[at + 2 : at + 4]):
            continue
        people = [m for m in found if m.last <= at and _are_people(concepts, m)]
        if not people:
            continue
        lender = people[-1]
        noun = next((w for w in tokens[lender.first : lender.last] if w.low in _NOUNS), None)
        if noun is None:
            continue
        end = next((i for i in range(at + 1, min(len(tokens), at + _LONGEST)) if i in barred), at + _LONGEST)
        named = next((m for m in lexicon.find([noun, *tokens[at + 1 : end]]) if m.first == 0), None)
        if named is None or named.last < _LEAST or not _are_people(concepts, named):
            continue
        own = Mention(at, at + named.last, named.concepts)
        found = sorted([*(m for m in found if m.last <= own.first or m.first >= own.last), own])
    return found


def _are_people(concepts: Mapping[str, Concept], mention: Mention) -> bool:
    """Whether a name is of people alone."""
    return all(concepts[c].type == "population" for c in mention.concepts if c in concepts)
