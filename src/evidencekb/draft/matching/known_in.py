"""In whom a treatment is known: "children on A" are children with B, where every claim on A is of people with B."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.text import words as split

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evidencekb.draft.matching.claims_index import ClaimsIndex

_FEWEST: Final = 2
"""Claims that have to name some people."""
_MOST: Final = 200
"""Claims looked at for one name."""
_PART: Final = 4
"""One in how many statements at least names people by the noun that is common to all."""


def complaints(index: ClaimsIndex, treatment: str) -> frozenset[str]:
    """The complaints of everyone in whom a treatment is told of, the narrowest alone."""
    concept = index.kb.concepts.get(treatment)
    if concept is None or concept.type != "intervention":
        return frozenset()
    names = [name.lower() for name in (concept.label, *concept.synonyms)]
    found: frozenset[str] | None = None
    for claim in index.kb.claims.values():
        if not claim.valid or claim.status != "approved":
            continue
        statement = claim.statement.lower()
        if treatment not in {*claim.given, claim.subject, claim.object, claim.comparator} and not any(
            name in statement for name in names
        ):
            continue
        above = index.above(index.held(claim))
        found = above if found is None else found & above
        if not found:
            return frozenset()
    ill = frozenset(c for c in found or () if c in index.kb.concepts and index.kb.concepts[c].type == "condition")
    return frozenset(c for c in ill if not any(c in index.up(other) for other in ill if other != c))


def of_all(index: ClaimsIndex, names: Iterable[str]) -> frozenset[str]:
    """The same of several names, whatever they are of."""
    return frozenset().union(*(index.known_in(name) for name in names))


def sort_of(index: ClaimsIndex, held: frozenset[str]) -> frozenset[str]:
    """The people whom the statements on a complaint name while their claims do not: "women", where only women have it.

    That they are women narrows those who have the complaint by nothing. Two claims have to name them, no claim others,
    and none may be on them alone. Nor does a sex narrow them of which alone the claim base tells how many have it.
    """
    kin = {other for name in held for other in (name, *index.up(name))}
    claims = [claim for name in sorted(kin) for claim in index.by_population.get(name, ())]
    named = [people for claim in claims if (people := index.terms(claim).people)]
    spelt = (split.split(noun) for noun in _sole_sex(index, held) | index.nouns)
    found = {name for words in spelt for mention in index.lexicon.find(words) for name in mention.concepts}
    if len(named) >= _FEWEST:
        found |= frozenset.intersection(*(index.above(people) for people in named))
    return frozenset(found - index.universal).difference(*(index.held(claim) for claim in claims))


def _sole_sex(index: ClaimsIndex, held: frozenset[str]) -> frozenset[str]:
    """The nouns of the one sex that has a complaint, where of two or more groups it is told how many have it."""
    told = []
    for claim in (claim for name in sorted(held) for claim in index.by_outcome.get(name, ())):
        people = [index.kb.concepts[name] for name in index.above(index.held(claim)) if name in index.kb.concepts]
        if words := {word for each in people if each.type == "population" for word in each.label.lower().split()}:
            told.append(words)
    if len(told) < _FEWEST:
        return frozenset()
    sexes = [sex for sex in english.SEXES if any(sex & words for words in told)]
    return sexes[0] if len(sexes) == 1 and all(sexes[0] & words for words in told) else frozenset()


def nouns_of(index: ClaimsIndex, held: frozenset[str]) -> frozenset[str]:
    """The same as nouns: "women" narrows nothing where the statements on just these people call them that.

    Nor does it where the whole claim base speaks of women, and of no others.
    """
    claims = {claim.id: claim for name in sorted(held) for claim in index.by_population.get(name, ())[:_MOST]}
    told = [
        named
        for claim in claims.values()
        if index.held(claim) == held
        and (named := english.PEOPLE_NAMED.intersection(word.low for word in split.split(claim.statement)))
    ]
    common = frozenset.intersection(*told) if len(told) >= _FEWEST else frozenset[str]()
    return common | index.nouns | _sole_sex(index, held)


def sole_noun(index: ClaimsIndex) -> frozenset[str]:
    """The one noun by which the statements of a claim base call people, where many do: women, in one on childbirth."""
    claims = [claim for claim in index.kb.claims.values() if claim.valid and claim.status == "approved"]
    told = [english.PEOPLE_NAMED.intersection(w.strip(",.:;()") for w in c.statement.lower().split()) for c in claims]
    nouns = frozenset().union(*told)
    return nouns if len(nouns) == 1 and sum(map(bool, told)) * _PART >= len(claims) else frozenset()
