"""Holds the roles that a draft gives a share against the frame of a claim: the same, narrower, broader, another."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.matching import known_in
from evidencekb.draft.matching.lookups import allowed_words
from evidencekb.draft.sentences import groups
from evidencekb.draft.shares import over, sharing
from evidencekb.text import words as split

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Alternatives, Sentence
    from evidencekb.draft.shares.roles import Roles
    from evidencekb.model.nodes import Claim


class Fit(IntEnum):
    """How one role of a draft relates to the claim's; the lower the closer."""

    SAME = 0
    NARROWER = 1
    BROADER = 2
    UNKNOWN = 3  # the draft does not say
    OTHER = 4


_APART: Final = english.NEGATION | english.CONTRAST | {"or", "whether", "both", "nor"}
"""Words in a statement that tell of others than its people, too."""


@dataclass(frozen=True)
class Frame:
    """What a draft says around a share, ready to be held against claims."""

    index: ClaimsIndex
    sentence: Sentence
    roles: Roles
    group: tuple[Alternatives, ...]
    directions: frozenset[str]
    words: frozenset[str]  # families of the words that tell what happened
    all_words: frozenset[str] = frozenset()  # with those that stand for any complaint
    _outcomes: dict[tuple[str, frozenset[str]], Fit] = field(default_factory=dict, repr=False)
    _givens: dict[tuple[frozenset[str], frozenset[str]], Fit] = field(default_factory=dict, repr=False)
    _parts: dict[str, bool] = field(default_factory=dict, repr=False)
    _covered: dict[tuple[frozenset[str], bool], Fit] = field(default_factory=dict, repr=False)

    @cached_property
    def _given_names(self) -> frozenset[str]:
        return frozenset().union(*self.roles.given)

    @cached_property
    def _absent(self) -> frozenset[str]:
        return frozenset().union(*self.roles.without)

    @cached_property
    def _outcome_names(self) -> frozenset[str]:
        return frozenset().union(*self.roles.outcome)

    @cached_property
    def _handled_names(self) -> frozenset[str]:
        """The treatments that the names of the outcomes hold, with all that they are kinds of."""
        return self.index.above(frozenset().union(*(self.index.handled(name) for name in self._outcome_names)))

    @cached_property
    def _group_names(self) -> frozenset[str]:
        return frozenset().union(*self.group)

    @cached_property
    def _known_names(self) -> frozenset[str]:
        """What those who get the treatment are known to have, which the draft does not tell."""
        return self._group_names.difference(*self.roles.group)

    @cached_property
    def _named(self) -> frozenset[str]:
        """Every concept of the roles, the outcome's with all that it is a kind of."""
        return self._group_names | self._given_names | self.index.above(self._outcome_names)

    def population(self, claim: Claim) -> Fit:
        """The group counted against the claim's."""
        index = self.index
        held = index.held(claim)
        if not self.group and not self.roles.without and self._given_tells(claim, held):
            return Fit.NARROWER if self.roles.restricted else Fit.SAME
        if not self.roles.known and not self.group:
            shown = frozenset().union(*(self.roles.outcome)) | frozenset().union(
                *(index.within(one) for o in self.roles.outcome for one in o)
            )
            met = held & shown if claim.outcome not in held else frozenset()
            if not met or not (self.directions or claim.outcome in shown):
                return Fit.UNKNOWN
            return Fit.SAME if met == held else Fit.BROADER
        if any(alternative & (held | index.given(claim)) for alternative in self.roles.without):
            return Fit.OTHER
        told = self.directions and (self.outcome(claim) is Fit.SAME or self._told_otherwise(claim))
        fit = self._covers(held, told=bool(told))
        if fit is not Fit.SAME:
            for group in index.groups_of(claim):
                if self._covers(group, told=False) is Fit.SAME:
                    fit = Fit.SAME
        if fit in {Fit.OTHER, Fit.NARROWER} and self._is_besides(claim, held, fit):
            fit = Fit.SAME
        if fit is Fit.SAME and (self.roles.restricted or self._narrowing(held)):
            return Fit.NARROWER
        return fit

    def _is_besides(self, claim: Claim, held: frozenset[str], fit: Fit) -> bool:
        """Whether all that the group has beside the claim's people is told of them by the claim's own words too.

        Of those who are fewer only what is no complaint and no people: "whose stores were refilled".
        """
        if not _APART.isdisjoint(word.low for word in split.split(claim.statement)):
            return False
        index, kin = self.index, self.index.belongings.of(claim).kin
        return any(
            all(any(h in alternative for alternative in self.group) for h in people)
            and all(
                self._is_of_words(a, kin) and (fit is Fit.OTHER or groups.GROUPS.isdisjoint(self._types(a)))
                for a in self.group
                if not a & index.above(people)
            )
            for people in (held, *index.groups_of(claim))
            if people
        )

    def _types(self, names: frozenset[str]) -> set[str]:
        concepts = self.index.kb.concepts
        return {concepts[name].type for name in names if name in concepts}

    def _is_of_words(self, names: frozenset[str], kin: frozenset[str]) -> bool:
        """Whether one of some concepts has a name of words of these families alone."""
        return any(kin.issuperset(parts) for name in names for parts in self.index.names(name) if parts)

    def _told_otherwise(self, claim: Claim) -> bool:
        """Whether what got better by the claim is told as gone, or as worse: "A removed B" where B improved."""
        better = frozenset({"better"})
        own = self.index.own(claim)
        otherwise = not self.directions.isdisjoint({"cure", "worse"})
        return otherwise and self.index.means(claim.outcome, better, self.words, self.all_words, own)

    def _given_tells(self, claim: Claim, held: frozenset[str]) -> bool:
        """Whether the treatment alone tells who is meant: "people on A", where the claim is of those who take A."""
        index = self.index
        if not claim.given or self.given(claim) is not Fit.SAME:
            if claim.given and self.roles.given and not self.roles.universal:
                return not held or frozenset() in index.groups_of(claim) or self._takers_are(held)
            return bool(held) and all(self._about(h) for h in held)
        if not held or all(self._about(h) for h in held) or frozenset() in index.groups_of(claim):
            return True
        # "of those who took A", where every claim on A is of the same people
        return not self.roles.universal and all(
            index.held(other) == held for name in index.given(claim) for other in index.by_given[name]
        )

    def _takers_are(self, held: frozenset[str]) -> bool:
        """Whether those who take what the draft names are these people in every claim on it."""
        index = self.index
        told = [[claim for name in sorted(each) for claim in index.by_given.get(name, ())] for each in self.roles.given]
        return all(claims and all(index.held(claim) == held for claim in claims) for claims in told)

    def _narrowing(self, held: frozenset[str]) -> bool:
        """Whether "without A" cuts the group down; not where the claim's group is itself one without something."""
        return bool(self.roles.without) and not self._said_without(held)

    def _said_without(self, held: frozenset[str]) -> bool:
        """Whether the claim's own group is one of people without something."""
        return self.index.says_without(held)

    def _covers(self, held: frozenset[str], *, told: bool) -> Fit:
        """How the draft's group relates to the people who have all of `held`."""
        key = (held, told)
        if key not in self._covered:
            self._covered[key] = self._cover(held, told=told)
        return self._covered[key]

    def _cover(self, held: frozenset[str], *, told: bool) -> Fit:
        index = self.index
        group = self.group
        if told:  # "A improved in 64% of those who also had B"
            group += tuple(o for o in self.roles.outcome if o & held)
            group += tuple(
                frozenset({h})
                for h in held
                if any(h in self.index.within(one) for o in self.roles.outcome for one in o)
            )
        if not held:
            return Fit.SAME if not group else Fit.NARROWER
        exact = {h for h in held if any(h in alternative for alternative in group)}
        exact |= {h for h in held - exact if self._about(h) or index.lacked(h) & index.above(self._absent)}
        met = exact | {
            h for h in held - exact if any(h in index.up(one) for alternative in group for one in alternative)
        }
        above = index.above(held)
        extra = [a for a in group if not a & above]
        if met == held:
            unsaid = all(a <= self._known_names for a in extra)
            return Fit.SAME if exact == held and unsaid else Fit.NARROWER
        if extra:
            return Fit.OTHER
        return Fit.BROADER

    def _about(self, name: str) -> bool:
        """Whether a group is known by what it was given, and the draft names that: "patients starting A"."""
        wanted = self.index.about(name)
        return bool(wanted) and not wanted.isdisjoint(self.index.above(self._given_names))

    def given(self, claim: Claim) -> Fit:
        """What was given against what the claim says was given."""
        key = (self.index.given(claim), self.index.held(claim))
        found = self._givens.get(key)
        if found is None:
            found = self._givens[key] = self._gave(*key)
        return found

    def _gave(self, held: frozenset[str], own: frozenset[str]) -> Fit:
        index = self.index
        given = self.roles.given
        everything = (*given, *self.group)
        if not held:
            about = frozenset().union(*(index.about(h) | index.lacked(h) for h in own)) if own else frozenset()
            rest = [
                g
                for g in given
                if not any(index.up(one) & (own | about) for one in g) and not any(index.is_test(one) for one in g)
            ]
            return Fit.SAME if not rest else Fit.OTHER
        exact = {h for h in held if any(h in alternative for alternative in everything)}
        if exact == held:
            above = index.above(held)
            extra = [
                g
                for g in given
                if not g & above
                and not any(index.is_test(one) for one in g)
                and not any(h in index.up(one) for h in held for one in g)
            ]
            narrower = [g for g in given if not g & above and any(h in index.up(one) for h in held for one in g)]
            return Fit.OTHER if extra else Fit.NARROWER if narrower else Fit.SAME
        named = [g for g in given if not any(index.is_test(one) for one in g)]
        if not named or all(g & index.above(held) for g in named):
            known = held <= self.roles.background or (not named and held <= self._handled_names)
            known = known or self._called_by(held, own)
            return Fit.SAME if known else Fit.UNKNOWN if not named else Fit.BROADER
        return Fit.NARROWER if all(any(held & index.up(one) for one in g) for g in named) else Fit.OTHER

    def _called_by(self, held: frozenset[str], own: frozenset[str]) -> bool:
        """Whether the group is called by what it was given: "people who start A"."""
        names = self.index.names
        told = own & frozenset().union(*self.group)
        said = frozenset(part for one in told for name in names(one) for part in name)
        return bool(said) and all(any(said.issuperset(name) for name in names(each)) for each in held)

    def outcome(self, claim: Claim) -> Fit:
        """What is said of the group against the claim's outcome."""
        key = (claim.outcome, self.index.own(claim))
        found = self._outcomes.get(key)
        if found is None:
            found = self._outcomes[key] = self._said(*key)
        return found

    def _said(self, wanted: str, own: frozenset[str]) -> Fit:
        index = self.index
        outcome = self.roles.outcome
        if wanted in self._outcome_names or self._partly(wanted):
            return self._cured(wanted)
        above = index.above(own)
        others = [o for o in outcome if o.isdisjoint(above)]
        if others:
            near = any(wanted in index.up(one) or one in index.up(wanted) for o in others for one in o)
            return Fit.NARROWER if near else Fit.OTHER
        inner = index.within(wanted)
        if (
            outcome
            and inner
            and all(inner.isdisjoint(index.above(o)) and index.above(inner).isdisjoint(o) for o in outcome)
        ):
            return Fit.OTHER  # what got better is named, and is another complaint
        if self.directions and index.means(wanted, self.directions, self.words, self.all_words, own):
            return self._cured(wanted)
        return Fit.OTHER if self.directions or outcome else Fit.UNKNOWN

    def _partly(self, wanted: str) -> bool:
        """Whether the last word of an outcome's name is said and the group names the rest."""
        found = self._parts.get(wanted)
        if found is None:
            found = self.index.partly(wanted, self.all_words, self.group) or (
                not self.roles.outcome
                and any(len(parts) > 1 and self.all_words.issuperset(parts) for parts in self.index.names(wanted))
            )  # "within a year of A, 24% die": the words of a name on either side of the figure
            found = found or (self.roles.treated and self._handling(wanted))
            self._parts[wanted] = found
        return found

    def _handling(self, wanted: str) -> bool:
        """Whether an outcome is told with "treatment" for what was given: "of those on A, 18% stop treatment"."""
        handled = self.index.handled(wanted)
        if not handled or not handled <= self.index.above(self._given_names):
            return False
        own = allowed_words(self.index, handled)
        return any(rest and rest <= self.all_words for each in self.index.names(wanted) if (rest := {*each} - own))

    def _cured(self, wanted: str) -> Fit:
        """More than an improvement ("cured") is another outcome, unless the claim's outcome is that."""
        if "cure" not in self.directions:
            return Fit.SAME
        kinds = {kind for kind, _ in self.index.senses(wanted)}
        return Fit.OTHER if "better" in kinds and "cure" not in kinds else Fit.SAME

    def swapped(self, claim: Claim) -> bool:
        """Whether group and outcome are each other's; the draft may tell the claim's people more widely."""
        outcome, group = self._outcome_names, self._group_names
        if claim.outcome not in group or claim.outcome in outcome:
            return False
        held = self.index.held(claim)
        turned = {name for name in held if name in outcome or not outcome.isdisjoint(self.index.up(name))}
        lacking = self.index.above(self._absent)
        rest = frozenset(one for one in held - turned - group if self.index.lacked(one).isdisjoint(lacking))
        return bool(turned) and (not rest or self._of_anyone(rest))

    def _of_anyone(self, people: frozenset[str]) -> bool:
        """Whether nothing in the draft's group tells whether they are these people: "patients" of grown women."""
        told, meant = self._types(self._group_names), self._types(people)
        return not self.roles.restricted and told == {"condition"} and meant == {"population"}

    def half_swapped(self, claim: Claim) -> bool:
        """Whether the claim's group is told as what everyone has, and its outcome not at all."""
        held, outcome = self.index.held(claim), self._outcome_names
        anyone = not self.group and not self.roles.restricted
        return anyone and bool(held) and held <= outcome and claim.outcome not in outcome

    def overlap(self, claim: Claim) -> int:
        """How many concepts of the claim the draft names in any role."""
        return len(self._named & self.index.roles(claim))


def frame(index: ClaimsIndex, sentence: Sentence, roles: Roles) -> Frame:
    """Make ready what a draft says around a share."""
    universal = index.universal
    group = tuple(rest for g in roles.group if (rest := g - universal) and not g & universal)
    if roles.group and not group:
        roles = replace(roles, universal=True)  # "of adults", where that leaves nobody out
    if group and roles.given and not roles.without and all(groups.population_only(sentence, g) for g in group):
        known = known_in.of_all(index, frozenset().union(*roles.given))
        group += tuple(frozenset({name}) for name in sorted(known) if not any(name in o for o in roles.outcome))
    words = sentence.words
    positions = [i for i in roles.predicate if i < len(words)]
    kinds = set()
    moved = "to" in sentence.lows
    for i in positions:
        low = words[i].low
        if (
            low in effect_words.CURE
            and not (
                low in {"free", "full", "fully", "total", "complete"}
                and i + 1 < len(words)
                and words[i + 1].low not in {"of", "from", "relief"}
            )
        ) or (low in over.WORDS and over.is_told(sentence, i)):
            kinds.add("cure")
        idle = sharing.counts(sentence, i) or (moved and sharing.moves(sentence, i))
        for kind, members in () if idle else effect_words.DIRECTIONS:
            if low in members and kind not in {"linked", "cause", "same"}:
                if kind != "better" or _of_the_person(sentence, i):
                    kinds.add(kind)
                break
    families = frozenset(
        words[i].kin
        for i in positions
        if words[i].low not in effect_words.SYMPTOMS and words[i].raw[0].isalpha() and not words[i].low.endswith("ly")
    )
    every = frozenset(words[i].kin for i in positions if words[i].raw[0].isalpha())
    return Frame(index, sentence, roles, group, frozenset(kinds), families, every)


def _of_the_person(sentence: Sentence, at: int) -> bool:
    """Whether a word of improvement tells of the person or the complaint, not of something else that is named."""
    words = sentence.words
    if words[at].low == "better":
        return at > 0 and words[at - 1].low in effect_words.FEELING
    if words[at].low.endswith(("ment", "ments", "lief", "fit", "fits", "sponse", "ective")):
        return True
    after = at + 1
    while after < len(words) and words[after].low in {"the", "their", "his", "her", "its", "these", "those"}:
        after += 1
    if after >= len(words) or sentence.taken[after] or not words[after].raw[0].isalpha():
        return True
    low = words[after].low
    return (
        low in effect_words.SYMPTOMS
        or low in english.CUTS
        or low in english.FINITE
        or low.endswith("ly")
        or (low in english.PEOPLE)
    )
