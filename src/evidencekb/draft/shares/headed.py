"""What a heading tells of whom: "A in people with B", "How many people with B have A?", "A", and under it "Adults".

A share below that names neither, as in "41% are affected", is then of these people and tells this of them.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences import groups, phrases, predicates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Alternatives, Sentence
    from evidencekb.draft.shares.roles import Context, Roles

_JOINTS: Final = english.listed("in among amongst within across :")
_BETWEEN: Final = (
    english.PEOPLE
    | english.TELLING_MORE
    | english.ATTRIBUTIVE
    | english.PEOPLE_NAMED
    | english.listed("the all those these who have has had a an any our among in")
)
"""Words between a joint and the name of the people."""
_FOUND: Final = (
    english.AUXILIARY
    | effect_words.FREQUENT
    | effect_words.HOLDING
    | english.listed("present diagnosed occur occurs rare typical usual widespread")
)
"""Words of a question between what is told and the people: "is A common in B?"."""
_BESIDE: Final = (
    effect_words.FREQUENT
    | english.ADVERBS
    | english.PEOPLE
    | english.NUMBERS
    | english.listed(
        "rule exception yet but overlooked missed underdiagnosed unrecognized unrecognised known typical "
        "high low small large considerable substantial burden "
        "this it that these those them they of so here there uncommon infrequent very quite surprisingly condition "
        "complaint problem disease disorder trouble concerned involved estimated according to every"
    )
)
"""Words beside a share that say nothing more of the people than that they have what the heading names."""
_SAID: Final = frozenset({"condition", "outcome"})
_COUNTING: Final = english.listed(
    "prevalence frequency incidence share proportion percentage rate rates often common many risk chance likelihood"
)
"""Words of a heading by which what it names is what people have, and not who they are."""


class Headed(NamedTuple):
    """What is told, and of whom."""

    said: Alternatives
    group: tuple[Alternatives, ...]


def read(headings: Sequence[Sentence], before: Sequence[Sentence]) -> Headed | None:
    """What the headings above a text, the nearest first, tell of whom; None where they do not tell both.

    Nor do they where one of the sentences since names anything else.
    """
    found = _read(headings)
    if found is None or not before:
        return found
    known = found.said.union(*found.group)
    return found if all(not known.isdisjoint(m.concepts) for each in before for m in each.mentions) else None


def asked(before: Sequence[Sentence]) -> Headed | None:
    """What a question among the sentences before, the nearest first, tells of whom: "How common is A in B? 9% do."."""
    for place, sentence in enumerate(before):
        if sentence.words[-1].low == "?":
            return read([sentence], before[:place])
    return None


def crossed(row: Sentence, column: Sentence) -> bool:
    """Whether a row tells one thing and its column people with more to their name: "A", and "women with B"."""
    return len(column.mentions) > 1 and _only(row) is not None and bool(_people(column, column.mentions, plain=True))


def counts(heading: Sentence) -> bool:
    """Whether a heading or lead-in says what a share below is of: "Prevalence of A", "Share with A", "Who has A?"."""
    return not heading.lows.isdisjoint(_COUNTING) and _only(heading) is not None


def _read(headings: Sequence[Sentence]) -> Headed | None:
    """The same by the headings alone."""
    named = next((i for i, heading in enumerate(headings) if heading.mentions), None)
    if named is None:
        return None
    nearest = headings[named]
    if (found := _of_one(nearest)) is not None:
        return found
    above = next((heading for heading in headings[named + 1 :] if heading.mentions), None)
    if above is None:
        return None
    led = nearest.words[0].low in _JOINTS
    for people, told in ((nearest, above), (above, nearest)):
        group = _people(people, people.mentions, plain=not (led and people is nearest))
        if group and (said := _only(told)) is not None and said not in group:
            return Headed(said, group)
    return None


def _of_one(heading: Sentence) -> Headed | None:
    """What one heading tells by itself: "A in B", "How many of B have A?"."""
    words, mentions = heading.words, heading.mentions
    if any(heading.negated(m) or not heading.types(m) & groups.GROUPS | heading.types(m) & _SAID for m in mentions):
        return None
    if len(mentions) < _TWO:
        return None
    if [word.low for word in words[:2]] in (["how", "many"], ["what", "share"], ["what", "proportion"]):
        end = phrases.group_end(heading, 2, len(words))
        said = [m for m in mentions if m.first >= end]
        held = [m for m in mentions if m.last <= end]
        return _put(heading, said, held) if end < len(words) and phrases.is_verb(heading, end) else None
    first = mentions[0]
    at = first.last
    while words[-1].low == "?" and words[at].low in _FOUND:
        at += 1
    return _put(heading, [first], mentions[1:]) if words[at].low in _JOINTS else None


def _put(heading: Sentence, said: Sequence[Mention], held: Sequence[Mention]) -> Headed | None:
    """What is told of whom, where it is one thing and the people are one group."""
    if len(said) != 1 or not heading.types(said[0]) <= _SAID:
        return None
    group = _people(heading, held, plain=False)
    told = frozenset(said[0].concepts)
    return Headed(told, group) if group and told not in group else None


def _people(heading: Sentence, held: Sequence[Mention], *, plain: bool) -> tuple[Alternatives, ...]:
    """The people whom names of a heading count; `plain` where only a name of people does, and no complaint."""
    if not held or not all(heading.types(m) & groups.GROUPS and not heading.negated(m) for m in held):
        return ()
    if plain and not any("population" in heading.types(m) for m in held):
        return ()
    words = heading.words
    for one, other in pairwise(held):
        between = [word.low for word in words[one.last : other.first]]
        joined = between == ["and"] and all(heading.types(m) == {"condition"} for m in (one, other))
        if not joined and not _BETWEEN.issuperset(between):
            return ()
    behind = words[held[-1].last] if held[-1].last < len(words) else None
    if behind is not None and behind.raw.isalpha() and behind.low not in english.AUXILIARY:
        return ()
    return tuple(dict.fromkeys(frozenset(m.concepts) for m in held))


def _only(heading: Sentence) -> Alternatives | None:
    """The one thing that a heading names."""
    if len(heading.mentions) != 1:
        return None
    mention = heading.mentions[0]
    if heading.negated(mention) or not heading.types(mention) <= _SAID:
        return None
    return frozenset(mention.concepts)


def sorts(headings: Sequence[Sentence], before: Sequence[Sentence]) -> tuple[Alternatives, ...]:
    """The sorts of people whom the headings name, the nearest first, where no sentence since names others."""
    found = dict.fromkeys(
        frozenset(m.concepts)
        for heading in headings
        for m in heading.mentions
        if heading.types(m) == {"population"} and not heading.negated(m)
    )
    if not found or any(each.types(m) == {"population"} for each in before for m in each.mentions):
        return ()
    return tuple(found)


def of_sort(sentence: Sentence, roles: Roles, parts: groups.Parts, context: Context) -> Roles:
    """The roles, where plain "women" may be those of a heading that names a narrower sort: "Pregnancy"."""
    if roles.shared or roles.without or roles.universal or len(roles.group) != 1:
        return roles
    if not context.sorts:
        return _with_theirs(sentence, roles, parts, context) if context.framed else roles
    own = roles.group[0]
    if not groups.population_only(sentence, own) or not groups.told_plainly(sentence, parts.span):
        return roles
    sort = next((s for s in context.sorts if s != own and not own.isdisjoint(sentence.above(s))), None)
    return roles if sort is None else replace(roles, shared=(sort,))


def _with_theirs(sentence: Sentence, roles: Roles, parts: groups.Parts, context: Context) -> Roles:
    """The same, where plain "women" of a list may be those with the complaint that the words above it name."""
    own, above = roles.group[0], next(iter(context.groups), ())
    if len(above) != 1 or above[0] in roles.outcome or not groups.population_only(sentence, own):
        return roles
    if groups.population_only(sentence, above[0]) or not groups.told_plainly(sentence, parts.span):
        return roles
    return replace(roles, shared=(*above, own))


def both(roles: Roles, above: Headed | None) -> Roles:
    """The roles, where something else is told of the people of "A in people with B": these may be those with both."""
    if above is None or roles.shared or roles.group != above.group or above.said in roles.outcome:
        return roles
    return replace(roles, shared=(above.said, *above.group))


def applied(sentence: Sentence, roles: Roles, above: Headed | None, previous: Roles | None) -> Headed | None:
    """What the headings tell, where the words beside a share only tell that people have what is spoken of.

    As in "This is common: 41% are affected"; None where they tell more, or of others.
    """
    if (
        above is None
        or previous is not None
        or roles.outcome
        or roles.restricted
        or roles.given
        or roles.without
        or roles.universal
    ):
        return None
    if sentence.within(*roles.clause):
        return None
    words = sentence.words
    plain = predicates.plain(sentence, [i for i in roles.predicate if words[i].low not in _BESIDE])
    return above if plain else None


_TWO: Final = 2
