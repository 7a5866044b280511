"""The verdict on a share: finds the claim that it speaks of, and how the two differ."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.matching.lookups import number_key
from evidencekb.draft.matching.match import Match, agreement_with, listed, loosely, nearest, passing
from evidencekb.draft.sentences import ailing, phrases, predicates
from evidencekb.draft.shares import unnamed
from evidencekb.draft.shares.frames import Fit, Frame, frame
from evidencekb.model.assertion import PASSING, Verdict
from evidencekb.model.quantity import Bound, Form
from evidencekb.text.agreement import Agreement
from evidencekb.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.shares.roles import Roles
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Quantity

_MOST: Final = 300
"""Claims looked at for one concept."""
_ALL: Final = Decimal(100)
_NEAR_BY: Final = Decimal(1)
"""Points by which a fraction may miss the share of some of the people and still be told of all of them."""
_TURNED: Final = {
    Bound.AT_MOST: Bound.AT_LEAST,
    Bound.BELOW: Bound.ABOVE,
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.ABOVE: Bound.BELOW,
}
_WITHOUT: Final = frozenset(stem(word) for word in (*english.PEOPLE, *english.PEOPLE_NAMED, "without"))
_SAME_NUMBER: Final = (Agreement.EQUAL, Agreement.BOUND)


class _Candidate:
    """A claim with how each role and the figure relate to it; a role is looked at when it is asked for."""

    __slots__ = ("_asked", "_given", "_population", "agreement", "claim", "number", "outcome")

    def __init__(self, asked: Frame, quantity: Quantity, claim: Claim, *, near: bool) -> None:
        self._asked = asked
        self._population: Fit | None = None
        self._given: Fit | None = None
        self.claim = claim
        self.outcome = asked.outcome(claim)
        self.agreement = agreement_with(asked.index, quantity, claim) if near else Agreement.VALUE
        self.number = self.agreement in _SAME_NUMBER and not loosely(quantity, claim.figure)

    @property
    def population(self) -> Fit:
        if self._population is None:
            self._population = self._asked.population(self.claim)
        return self._population

    @property
    def given(self) -> Fit:
        if self._given is None:
            self._given = self._asked.given(self.claim)
        return self._given

    @property
    def swapped(self) -> bool:
        return self._asked.swapped(self.claim)

    @property
    def overlap(self) -> int:
        return self._asked.overlap(self.claim)

    @property
    def exact(self) -> bool:
        return self.outcome is Fit.SAME and self.given is Fit.SAME and self.population is Fit.SAME

    def key(self) -> tuple[int, int, str]:
        """Sort key: the closest first."""
        return (-self.overlap, self.population + self.given + self.outcome, self.claim.id)


def share(index: ClaimsIndex, quantity: Quantity, sentence: Sentence, roles: Roles) -> Match | None:
    """The verdict on a percentage, by the order of precedence of the verdicts; None where it is of nothing medical."""
    if roles.thing:
        if roles.given and roles.outcome and (found := _of_the_given(index, quantity, sentence, roles)) is not None:
            return found
        return Match(Verdict.UNSOURCED) if roles.ailing or sentence.within(*roles.clause) else None
    asked = frame(index, sentence, roles)
    if not roles.denied:
        found = _judged(index, quantity, asked)
        if found.verdict is Verdict.UNCLEAR and unnamed.does(sentence, roles.clause):
            return Match(Verdict.UNSOURCED, None, found.considered)
        return found if not roles.shared or found.verdict in PASSING else _shared(index, quantity, asked) or found
    others = _judged(index, _of_the_others(quantity), asked)
    if others.verdict in PASSING:
        return others
    if (turned := _as_group(asked, quantity)) is not None:
        return turned
    meant = _judged(index, quantity, asked)
    return replace(meant, verdict=Verdict.WRONG_OUTCOME) if meant.verdict in PASSING else Match(Verdict.UNSOURCED)


def _of_the_given(index: ClaimsIndex, quantity: Quantity, sentence: Sentence, roles: Roles) -> Match | None:
    """The verdict on a share of what was done, which is one of those to whom it was done: "in 1% of operations"."""
    found = _judged(index, quantity, frame(index, sentence, replace(roles, thing=False)))
    return found if found.claim is not None else None


def _as_group(asked: Frame, quantity: Quantity) -> Match | None:
    """That a share of those who have no A is the wrong way round, where a claim is of "people without A"."""
    index = asked.index
    lacked = index.above(frozenset().union(*asked.roles.outcome))
    held = {h for claim in index.by_number.get(number_key(quantity), ())[:_MOST] for h in index.held(claim)}
    for name in sorted(h for h in held if index.lacked(h) & lacked or (not lacked and _spelt(asked, h))):
        roles = replace(asked.roles, outcome=(frozenset({name}),), denied=False)
        found = _judged(index, quantity, frame(index, asked.sentence, roles))
        if found.verdict is Verdict.INVERTED:
            return found
    return None


def _spelt(asked: Frame, name: str) -> bool:
    """Whether "no" and the words behind "without" in the name of some people are said of the group."""
    lows, words = asked.index.name_words(name), asked.sentence.words
    rest = lows - _WITHOUT
    return "without" in lows and bool(rest) and rest <= {words[i].stem for i in asked.roles.predicate}


def _shared(index: ClaimsIndex, quantity: Quantity, asked: Frame) -> Match | None:
    """The verdict where the group shares what the one beside it has; None where that fits no claim either."""
    roles = asked.roles
    group = frozenset().union(*roles.shared)
    told = tuple(o for o in roles.outcome if not o <= group)
    meant = replace(roles, group=roles.shared, outcome=told, without=roles.without or roles.lacked)
    found = _judged(index, quantity, frame(index, asked.sentence, meant))
    telling = (*PASSING, Verdict.WRONG_VALUE, Verdict.WRONG_BOUND) if roles.beside else PASSING
    return found if found.verdict in telling else None


def _of_the_others(quantity: Quantity) -> Quantity:
    """The share of those who are left: 55% for 45%, "at least 20%" for "at most 80%"."""
    ends = [None if end is None else _ALL - end for end in (quantity.value, quantity.high, quantity.low)]
    return replace(
        quantity,
        value=ends[0],
        low=ends[1],
        high=ends[2],
        bound=_TURNED.get(quantity.bound, quantity.bound),
        numerator=None,
        denominator=None,
        ci=None,
    )


def _judged(index: ClaimsIndex, quantity: Quantity, asked: Frame) -> Match:
    """The verdict on a share of those who have what is said."""
    low, high = index.reach(quantity)
    found = []
    for claim in _candidates(asked, quantity):
        its_low, its_high = index.reaches[claim.id]
        found.append(_Candidate(asked, quantity, claim, near=its_low <= high and low <= its_high))
    exact = sorted((c for c in found if c.exact), key=_Candidate.key)
    if (match := _exact(index, exact)) is not None:
        return match
    considered = listed(c.claim for c in exact)
    same = sorted((c for c in found if c.number), key=_Candidate.key)
    elsewhere = [c for c in same if _other_population(c)]
    for verdict, chosen in (
        (Verdict.INVERTED, [c for c in same if c.swapped and not asked.roles.guessed]),
        (Verdict.WRONG_POPULATION, [c for c in elsewhere if not exact or not _by_chance(asked, quantity, exact, c)]),
        (Verdict.WRONG_INTERVENTION, [c for c in same if _other_given(c) and not (exact and _rounded(quantity, c))]),
        (
            Verdict.WRONG_OUTCOME,
            [
                c
                for c in same
                if _other_outcome(asked, c) and not (asked.roles.guessed or (exact and _is_finer(quantity, c)))
            ],
        ),
    ):
        if chosen:
            best = min(chosen, key=lambda c: (not index.passes(c.claim), *c.key())) if len(chosen) > 1 else chosen[0]
            return Match(verdict, best.claim, considered)
    if exact:
        return Match(Verdict.WRONG_VALUE, nearest(index, quantity, [c.claim for c in exact]), considered)
    if (match := _looser(same, guessed=asked.roles.guessed)) is not None:
        return match
    match = _unknown(asked, found, quantity)
    return _denied(asked, quantity) or match if match.verdict is Verdict.UNSOURCED else match


def _denied(asked: Frame, quantity: Quantity) -> Match | None:
    """A share that no claim states and that the claims together leave no room for.

    Only where the sentence itself tells for certain whose share of what it is: each named there by one concept alone,
    nothing given, nothing that narrows the group, and nothing said but that the group has it.
    """
    roles, index = asked.roles, asked.index
    told = (
        roles.known and roles.whole and len(roles.outcome) == 1 and not asked.directions & {"better", "worse", "cure"}
    )
    if not told or roles.restricted or roles.without or roles.given or roles.background or roles.treated:
        return None
    if any(len(alternatives) != 1 for alternatives in (*roles.outcome, *asked.group)):
        return None
    here = frozenset(name for mention in asked.sentence.mentions for name in mention.concepts)
    if any(alternatives.isdisjoint(here) for alternatives in (*roles.outcome, *roles.group)):
        return None  # carried over: the sentence may have a group of its own that is no concept
    if not predicates.plain(asked.sentence, roles.predicate):
        return None
    (outcome,) = roles.outcome[0]
    denial = index.implied.denial(outcome, sorted(frozenset().union(*asked.group)), quantity)
    if denial is None:
        return None
    claims = [index.kb.claims[name] for name in denial.claims]
    return Match(Verdict.IMPLAUSIBLE, claims[0] if claims else None, listed(claims), denial)


def _looser(same: Sequence[_Candidate], *, guessed: bool) -> Match | None:
    """The figure of a claim with which two roles differ, the rest being told: named by the first that differs."""
    for c in same:
        if c.overlap < 2 or Fit.UNKNOWN in {c.outcome, c.population}:
            continue
        differing = [fit for fit in (c.population, c.given, c.outcome) if fit is not Fit.SAME]
        if c.given is Fit.UNKNOWN and c.population is not Fit.SAME:
            differing.remove(Fit.UNKNOWN)
        if len(differing) > 2 or (len(differing) == 2 and c.outcome is Fit.OTHER):
            continue
        if c.population is not Fit.SAME:
            return Match(Verdict.WRONG_POPULATION, c.claim)
        if c.given is Fit.UNKNOWN:
            return Match(Verdict.UNCLEAR, c.claim)
        if c.given is not Fit.SAME:
            return Match(Verdict.WRONG_INTERVENTION, c.claim)
        return None if guessed else Match(Verdict.WRONG_OUTCOME, c.claim)
    return None


def _unknown(asked: Frame, found: Sequence[_Candidate], quantity: Quantity) -> Match:
    """No claim fits: unclear where the text does not tell of whom or of what, else unsourced."""
    roles = asked.roles
    halves = [c for c in found if c.number and asked.half_swapped(c.claim)]
    if halves:
        return Match(Verdict.UNCLEAR, None, listed(c.claim for c in halves))
    near = any(c.outcome is Fit.SAME and c.given is Fit.UNKNOWN and c.population is Fit.SAME for c in found)
    considered = listed(c.claim for c in sorted(found, key=lambda c: (-c.overlap, c.claim.id)) if c.overlap > 1)
    if near:
        return Match(Verdict.UNCLEAR, None, considered)
    if not roles.known:
        told = _acts(asked, found) or _ails(asked, found) or _is_of_a_kind(asked, found)
        told = told or _happens(asked, found, quantity)
        return Match(Verdict.UNSOURCED if told else Verdict.UNCLEAR, None, considered)
    if roles.empty and not roles.given and not roles.group:
        return Match(Verdict.UNCLEAR, None, considered)
    return Match(Verdict.UNSOURCED, None, considered)


def _acts(asked: Frame, found: Sequence[_Candidate]) -> bool:
    """Whether all is told of a share but of which patients, so that no claim with the number could be meant.

    Something that is named does something to something: "A broke up B in 67% of patients".
    """
    sentence, roles = asked.sentence, asked.roles
    if any(c.number for c in found) or not roles.generic or roles.guessed:
        return False
    verb = next((i for i in roles.predicate if phrases.acts(sentence, i)), -1)
    names = [i for i in roles.predicate if unnamed.is_thing(sentence.words[i])]
    given = any(m.last <= verb for m in sentence.mentions if sentence.types(m) & {"intervention", "substance"})
    return verb > 0 and (given or any(i < verb for i in names)) and any(i > verb for i in names)


def _is_of_a_kind(asked: Frame, found: Sequence[_Candidate]) -> bool:
    """Whether people of a kind that no concept is do what none covers: "12% of teenagers grind their teeth"."""
    sentence, words = asked.sentence, asked.sentence.words
    people = any(
        words[i].low in english.PEOPLE_NAMED and not sentence.taken[i] and words[i - 1].low == "of"
        for i in range(max(1, asked.roles.clause[0]), asked.roles.clause[1])
    )
    things = any(unnamed.is_thing(words[i]) and not sentence.taken[i] for i in asked.roles.predicate)
    return people and things and not any(c.number for c in found)


def _happens(asked: Frame, found: Sequence[_Candidate], quantity: Quantity) -> bool:
    """Whether what happens on a treatment is told and no claim tells a share on that: "A comes in 8% of those on B"."""
    roles = asked.roles
    things = any(unnamed.is_thing(asked.sentence.words[i]) for i in roles.predicate)
    told = bool(roles.given) and (things or bool(roles.outcome))
    known = any(c.claim.given and c.given is Fit.SAME for c in found)
    if not told or known:
        return False
    same, stems = asked.index.by_number.get(number_key(quantity), ())[:_MOST], asked.sentence.stems
    return all(asked.index.name_words(claim.outcome).isdisjoint(stems) for claim in same)


def _ails(asked: Frame, found: Sequence[_Candidate]) -> bool:
    """Whether patients are said to have a complaint that no concept covers, and no claim has the number."""
    words, taken = asked.sentence.words, asked.sentence.taken
    told = [i for i in asked.roles.predicate if ailing.is_complaint(words[i].low) and unnamed.is_thing(words[i])]
    return bool(told) and not any(taken[i] for i in told) and not any(c.number for c in found)


def _candidates(asked: Frame, quantity: Quantity) -> list[Claim]:
    """Claims that share an outcome, a group or the number with the draft, once each."""
    index = asked.index
    found: dict[str, Claim] = {}
    for alternatives in (*asked.roles.outcome, *asked.group):
        for name in sorted(alternatives):
            for table in (index.by_outcome, index.by_population, index.by_given):
                for claim in table.get(name, ())[:_MOST]:
                    found[claim.id] = claim
    for alternatives in asked.roles.given:
        for name in sorted(alternatives):
            for claim in index.by_given.get(name, ())[:_MOST]:
                found[claim.id] = claim
    for claim in index.by_number.get(number_key(quantity), ())[:_MOST]:
        if asked.directions or asked.overlap(claim):  # a number alone makes nobody think of a claim
            found[claim.id] = claim
    return list(found.values())


def _exact(index: ClaimsIndex, exact: Sequence[_Candidate]) -> Match | None:
    """Supported or disputed where a claim of the frame agrees; else a wrong unit or bound."""
    considered = listed(c.claim for c in exact)
    equal = [c.claim for c in exact if c.agreement is Agreement.EQUAL]
    if equal:
        best = next((claim for claim in equal if index.passes(claim)), equal[0])
        return Match(passing(index, best), best, considered)
    for agreement, verdict in ((Agreement.UNIT, Verdict.WRONG_UNIT), (Agreement.BOUND, Verdict.WRONG_BOUND)):
        for c in exact:
            if c.agreement is agreement:
                return Match(verdict, c.claim, considered)
    return None


def _other_population(c: _Candidate) -> bool:
    """Same outcome and treatment, another group."""
    return c.outcome is Fit.SAME and c.given is Fit.SAME and c.population not in {Fit.SAME, Fit.UNKNOWN}


def _by_chance(asked: Frame, quantity: Quantity, exact: Sequence[_Candidate], c: _Candidate) -> bool:
    """Whether the number is that of far other people by rounding alone.

    Near are people told apart from those of a claim of the frame by one thing in place of another: men from women.
    """
    held, own = c.claim.figure, asked.index.held
    if held is None or quantity.value is None or held.value is None or not _rounded(quantity, c):
        return False
    if c.population is Fit.BROADER:
        return quantity.form is Form.FRACTION and abs(quantity.value - held.value) > _NEAR_BY
    if c.population is not Fit.OTHER:
        return False
    return all(
        len(own(each.claim)) != len(own(c.claim)) or _are_far(asked.index, own(each.claim), own(c.claim))
        for each in exact
    )


def _rounded(quantity: Quantity, c: _Candidate) -> bool:
    """Whether the number is that of a claim by tolerance alone: 28.5% for about 30%."""
    held = c.claim.figure
    return held is not None and None not in {held.value, quantity.value} and quantity.value != held.value


def _is_finer(quantity: Quantity, c: _Candidate) -> bool:
    """Whether a number is told with more digits than the claim's to which it comes near: 14.8% for about 15%."""
    return _rounded(quantity, c) and c.claim.figure is not None and quantity.decimals > c.claim.figure.decimals


def _are_far(index: ClaimsIndex, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two groups are no kinds of the same: those of one age and those of another job, the ill and the old."""
    concepts = [[index.kb.concepts[name] for name in names] for names in (one, other)]
    if {c.type for c in concepts[0]}.isdisjoint(c.type for c in concepts[1]):
        return True
    above = [frozenset(name for c in each for name in c.broader) for each in concepts]
    return all(above) and above[0].isdisjoint(above[1])


def _other_given(c: _Candidate) -> bool:
    """Same group and outcome, another treatment."""
    return c.outcome is Fit.SAME and c.population is Fit.SAME and c.given in {Fit.NARROWER, Fit.OTHER, Fit.BROADER}


def _other_outcome(asked: Frame, c: _Candidate) -> bool:
    """Same group and treatment, another outcome; of everyone, only one that is of the claim's kind."""
    if c.outcome in {Fit.SAME, Fit.UNKNOWN} or c.population is not Fit.SAME or c.given is not Fit.SAME:
        return False
    if asked.index.held(c.claim) or c.claim.given:
        return True
    said, own = frozenset().union(*asked.roles.outcome), frozenset({c.claim.outcome})
    return bool(asked.index.above(said) & own or asked.index.above(own) & said)
