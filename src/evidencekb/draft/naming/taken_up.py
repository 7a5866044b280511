"""Names of people of which a pronoun takes up the noun: "women of 19 to 50 need A, those of 51 or over B".

Where no noun stands before, it may be any: "half of those past the change" are the only people whose name ends so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.naming.mentions import Mention
from evidencekb.text import words as split

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.draft.naming.mentions import Lexicon
    from evidencekb.model.nodes import Concept
    from evidencekb.text.words import Word

PRONOUNS: Final = frozenset({"those", "one", "ones"})
_LEADING: Final = english.listed(
    "of aged from between over under above below older younger past beyond after before in on during without who"
)
_NOUNS: Final = english.PEOPLE_NAMED | english.listed("man woman child girl boy infant adult person teenager people")
_LONGEST: Final = 8
_ANY: Final = tuple(word for noun in sorted(_NOUNS) for word in split.split(noun))
_LEAST: Final = 3
"""Words that such a name has, at least: a noun, and two that tell which of those it names."""


def added(
    lexicon: Lexicon,
    concepts: Mapping[str, Concept],
    tokens: Sequence[Word],
    mentions: list[Mention],
    barred: frozenset[int],
) -> list[Mention]:
    """The mentions with those whose noun stands before, where noun and words behind the pronoun are one name."""
    found = list(mentions)
    for at in range(len(tokens) - 2):
        if tokens[at].low not in PRONOUNS or tokens[at + 1].low not in _LEADING:
            continue
        people = [m for m in found if m.last <= at and _are_people(concepts, m)]
        nouns = [w for w in tokens[people[-1].first : people[-1].last] if w.low in _NOUNS][:1] if people else _ANY
        end = next((i for i in range(at + 1, min(len(tokens), at + _LONGEST)) if i in barred), at + _LONGEST)
        whole = [m for noun in nouns for m in lexicon.find([noun, *tokens[at + 1 : end]]) if m.first == 0]
        named = [m for m in whole if m.last >= _LEAST and _are_people(concepts, m)]
        if len({m.concepts for m in named}) == 1:
            own = Mention(at, at + max(m.last for m in named), named[0].concepts)
            if any(word.low in english.PEOPLE | _NOUNS for word in tokens[at + 1 : own.last]):
                continue  # "those who are women" have a noun of their own
            found = sorted([*(m for m in found if m.last <= own.first or m.first >= own.last), own])
    return found


def _are_people(concepts: Mapping[str, Concept], mention: Mention) -> bool:
    """Whether a name is of people alone."""
    return all(concepts[c].type == "population" for c in mention.concepts if c in concepts)
