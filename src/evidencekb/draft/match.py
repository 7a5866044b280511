"""Finds the claim that a figure speaks of, and how the two differ."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft import english
from evidencekb.draft.claims_index import keys, number_keys
from evidencekb.model.assertion import Considered, Verdict
from evidencekb.model.quantity import Bound, Form, Kind
from evidencekb.text.agreement import Agreement, compare
from evidencekb.text.units import convert, dimension

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from evidencekb.draft.claims_index import ClaimsIndex
    from evidencekb.draft.roles import Context, Roles, Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure, Quantity

_MOST: Final = 500
"""Claims looked at for one figure."""


@dataclass(frozen=True, slots=True)
class Match:
    """A verdict, the claim it rests on, and what else was looked at."""

    verdict: Verdict
    claim: Claim | None = None
    considered: tuple[Considered, ...] = ()


def share(index: ClaimsIndex, figure: Figure, roles: Roles, near: set[str], context: Context) -> Match:
    """The verdict on a percentage; `near` are the words of its clause.

    Where the clause names no treatment and no claim fits, it is read again with the treatment spoken of before.
    """
    found = _share(index, figure, roles, near)
    if roles.given or not context.given or found.verdict in {Verdict.SUPPORTED, Verdict.DISPUTED}:
        return found
    given = context.given[0]
    again = _share(index, figure, replace(roles, given=given, treatments=(given,)), near)
    return again if _RANK[again.verdict] < _RANK[found.verdict] else found


_RANK: Final = {
    verdict: rank
    for rank, verdict in enumerate(
        (
            *(Verdict.SUPPORTED, Verdict.DISPUTED, Verdict.WRONG_UNIT, Verdict.WRONG_BOUND, Verdict.INVERTED),
            *(Verdict.WRONG_POPULATION, Verdict.WRONG_OUTCOME, Verdict.WRONG_VALUE, Verdict.WRONG_INTERVENTION),
            *(Verdict.UNSOURCED, Verdict.UNCLEAR),
        )
    )
}


def _share(index: ClaimsIndex, figure: Figure, roles: Roles, near: set[str]) -> Match:
    """The verdict on a percentage, by the order of precedence of the verdicts."""
    quantity = figure.quantity
    population = roles.population - index.universal
    outcome = roles.outcome or index.turned(near)
    if not outcome and not population:
        return Match(Verdict.UNCLEAR)
    people = tuple(group for group in roles.people if not group <= index.universal)
    asked = _Frame(index, population, roles.given, outcome, roles.restricted, roles.generic, people, roles.treatments)
    exact = [c for name in sorted(outcome) for c in index.by_outcome.get(name, ()) if asked.same(c)]
    seen = {claim.id: claim for claim in exact}
    if (found := _exact(index, quantity, exact)) is not None:
        return found
    wider = asked.with_conditions()
    both = [c for name in sorted(outcome) for c in index.by_outcome.get(name, ()) if wider.same(c)] if wider else []
    if (found := _exact(index, quantity, both)) is not None:
        return found
    same = [c for key in number_keys(quantity) for c in index.by_number.get(key, ()) if _equal(index, quantity, c)]
    for verdict, fits in (
        (Verdict.INVERTED, asked.swapped),
        (Verdict.WRONG_POPULATION, asked.other_population),
        (Verdict.WRONG_INTERVENTION, asked.other_given),
        (Verdict.WRONG_OUTCOME, asked.other_outcome),
    ):
        fitting = [claim for claim in same if fits(claim)]
        if fitting:
            best = max(fitting, key=lambda c: (asked.overlap(c), c.id))
            return Match(verdict, best, _listed(seen.values()))
    if exact:
        return Match(Verdict.WRONG_VALUE, _nearest(index, quantity, exact), _listed(seen.values()))
    if not roles.known or (roles.generic and not population and not roles.given):
        return Match(Verdict.UNCLEAR, None, _listed(seen.values()))
    return Match(Verdict.UNSOURCED, None, _listed(seen.values()))


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a share in a draft is of: to be held against the frame of a claim."""

    index: ClaimsIndex
    population: frozenset[str]
    given: frozenset[str]
    outcome: frozenset[str]
    restricted: bool
    generic: bool
    people: tuple[frozenset[str], ...]
    treatments: tuple[frozenset[str], ...]

    def _covers(self, claim: Claim) -> bool:
        """Whether the groups are the same: each concept of the one is among those the other's words may mean."""
        held = self.index.population(claim)
        if not self.population and not self.restricted and self.generic and claim.given:
            return len(held) <= 1  # "of those on a drug": whom it is given for goes without saying
        return held <= self.population and not self.restricted and self._only(self.people, held)

    def _only(self, groups: tuple[frozenset[str], ...], held: frozenset[str]) -> bool:
        """Whether each mention may mean what the claim holds, or something broader."""
        broader = self.index.kb.broader
        fitting = held.union(*(broader.get(name, frozenset()) for name in held))
        return all(group & fitting for group in groups)

    def _treated(self, claim: Claim) -> bool:
        """Whether the treatments are the same."""
        held = frozenset(claim.given)
        return held <= self.given and self._only(self.treatments, held)

    def with_conditions(self) -> _Frame | None:
        """The frame with conditions of the outcome counted to the group: "eased A in patients with B" is of both."""
        concepts = self.index.kb.concepts
        moved = frozenset(name for name in self.outcome if name in concepts and concepts[name].type == "condition")
        if not moved or moved == self.outcome or not self.population:
            return None
        people = (*self.people, *(frozenset({name}) for name in sorted(moved)))
        return replace(self, population=self.population | moved, outcome=self.outcome - moved, people=people)

    def same(self, claim: Claim) -> bool:
        """Group, treatment and outcome are the claim's."""
        return claim.outcome in self.outcome and self._covers(claim) and self._treated(claim)

    def swapped(self, claim: Claim) -> bool:
        """Group and outcome are each other's."""
        held = self.index.population(claim)
        return (
            claim.outcome in self.population
            and bool(held)
            and held <= self.outcome | self.population
            and bool(held & self.outcome)
        )

    def other_population(self, claim: Claim) -> bool:
        """Same outcome and treatment, another group."""
        broader = self.index.kb.broader
        meant = self.outcome.union(*(broader.get(name, frozenset()) for name in self.outcome))
        return claim.outcome in meant and self._treated(claim) and not self._covers(claim)

    def other_given(self, claim: Claim) -> bool:
        """Same group and outcome, another treatment."""
        return (
            claim.outcome in self.outcome
            and self._covers(claim)
            and not self._treated(claim)
            and bool(self.given or claim.given)
        )

    def other_outcome(self, claim: Claim) -> bool:
        """Same group and treatment, another outcome."""
        return (
            claim.outcome not in self.outcome
            and self._covers(claim)
            and self._treated(claim)
            and bool(self.index.population(claim))
        )

    def overlap(self, claim: Claim) -> int:
        """How many concepts of the claim the draft names in any role."""
        named = self.population | self.given | self.outcome
        return len(named & {*claim.population, *claim.given, claim.outcome})


def measure(
    index: ClaimsIndex, figure: Figure, sentence: Sentence, roles: Roles, context: Context, nested: frozenset[str]
) -> Match | None:
    """The verdict on a dose, cut-off, time or effect; None where nothing medical is said.

    `nested` are concepts inside the names of others, looked at when the names themselves lead to no claim.
    """
    quantity = figure.quantity
    low, high = roles.clause
    near = {word.low for word in sentence.words[low:high]}
    named = roles.said
    whole = frozenset(c for mention in sentence.mentions for c in mention.concepts)
    before = frozenset().union(*context.topic, *context.given, *context.population)
    for reach in (named, whole, named | nested, whole or before):
        found = _by_key(index, quantity, reach, whole | before, near)
        if found is not None:
            return found
    other = _other_substance(index, quantity, whole)
    if other is not None:
        return Match(Verdict.WRONG_OUTCOME, other)
    if dimension(quantity.unit) in {"time", ""} and quantity.kind is Kind.MEASURE:
        treated = any(
            index.kb.concepts[c].type in {"intervention", "substance"} for c in whole if c in index.kb.concepts
        )
        return Match(Verdict.UNSOURCED) if treated and quantity.value is not None and named & whole else None
    return Match(Verdict.UNSOURCED) if whole or quantity.kind is not Kind.MEASURE or _medical(quantity.unit) else None


def _by_key(
    index: ClaimsIndex, quantity: Quantity, named: frozenset[str], around: frozenset[str], near: set[str]
) -> Match | None:
    """The best claim whose key concept is named, and how its figure differs."""
    scored: list[tuple[float, int, str, Claim, Agreement]] = []
    for name in sorted(named):
        for claim in index.by_key.get(name, ())[:_MOST]:
            if claim.figure is None or not _of_one_kind(quantity, claim.figure):
                continue
            points = _points(index, claim, named, around, near)
            if points is None:
                continue
            agreement = _agreement(index, quantity, claim)
            if agreement is Agreement.KIND:
                continue
            scored.append((points, _EASE[agreement], claim.id, claim, agreement))
    if not scored:
        return None
    best = max(points for points, *_ in scored)
    top = [entry for entry in scored if entry[0] == best]
    equal = [entry for entry in scored if entry[4] is Agreement.EQUAL and entry[0] >= best - 1]
    _, _, _, claim, agreement = min(equal or top, key=lambda entry: (entry[1], -entry[0], entry[2]))
    considered = _listed(entry[3] for entry in scored if entry[3] is not claim)
    if agreement is Agreement.EQUAL:
        return Match(Verdict.SUPPORTED if index.passes(claim) else Verdict.DISPUTED, claim, considered)
    verdict = {
        Agreement.UNIT: Verdict.WRONG_UNIT,
        Agreement.BOUND: Verdict.WRONG_BOUND,
        Agreement.VALUE: Verdict.WRONG_VALUE,
    }[agreement]
    return Match(verdict, claim, considered)


_EASE: Final = {Agreement.EQUAL: 0, Agreement.UNIT: 1, Agreement.BOUND: 2, Agreement.VALUE: 3, Agreement.KIND: 4}


def _points(
    index: ClaimsIndex, claim: Claim, named: frozenset[str], around: frozenset[str], near: set[str]
) -> float | None:
    """How well a claim's frame fits the words around; None where it cannot be meant."""
    points = 0.0
    population = index.population(claim)
    types = index.kb.concepts
    groups = {name for name in named if name in types and types[name].type == "population"} - index.universal
    if population:
        if population <= named:
            points += 2
        elif population & groups or (groups and not population <= around):
            return None
        elif population <= around:
            points += 1
    elif groups:
        points -= 1
    if claim.kind == "duration":
        phase = _phase(near)
        if phase is not None and claim.phase and not claim.phase.startswith(phase) and claim.phase in _PHASES:
            return None
        points += 2 if phase is not None and claim.phase.startswith(phase) else 0
        points += sum(name in named for name in keys(claim))
        if not set(claim.given) <= around:
            return None
    if claim.kind == "threshold":
        points += sum(name in around for name in (claim.means, claim.action) if name)
    if claim.kind == "effect":
        needed = [name for name in (*claim.given, claim.outcome) if name]
        if not all(name in around for name in needed):
            return None
        points += len(needed)
    if claim.kind == "amount":
        start = near & {"start", "started", "starting", "starts", "begin", "initial", "initially"}
        points += 1 if (claim.purpose == "starting-dose") == bool(start) else 0
        need = near & {"need", "needs", "require", "requires", "requirement", "recommended", "allowance", "intake"}
        points += 1 if (claim.purpose in {"requirement", "target"}) == bool(need) else 0
    return points


_PHASES: Final = frozenset({"onset", "peak", "lasts"})
"""Phases that words tell apart."""


def _phase(near: set[str]) -> str | None:
    """The phase of a time course that the words tell."""
    if near & english.PEAK:
        return "peak"
    if near & english.LASTING:
        return "last"
    return "onset" if near & english.ONSET else None


def _agreement(index: ClaimsIndex, quantity: Quantity, claim: Claim) -> Agreement:
    """Compare with the claim's figure under the claim base's tolerances."""
    config = index.kb.config
    if claim.figure is None:
        return Agreement.KIND
    if claim.figure.unit.endswith("/day") and "/" not in quantity.unit and dimension(quantity.unit) == "mass":
        quantity = replace(quantity, unit=f"{quantity.unit}/day")  # "0.4 g a tablet, once": the day goes without saying
    found = compare(quantity, claim.figure, tolerance=config.tolerance, about=config.about)
    if found is Agreement.BOUND and quantity.form is Form.FRACTION and _just(quantity, claim.figure, config.tolerance):
        return Agreement.EQUAL
    if found is Agreement.BOUND and quantity.bound is Bound.EXACT and claim.kind == "threshold":
        return Agreement.EQUAL  # "a cut-off of 50": prose names the number, the claim its side
    return found


def _just(quantity: Quantity, held: Quantity, tolerance: Decimal) -> bool:
    """Whether "more than a third" or "under half" is true of the claim's figure, and near it."""
    if quantity.value is None or held.value is None or held.bound is not Bound.EXACT:
        return False
    gap = held.value - quantity.value
    over = quantity.bound in {Bound.ABOVE, Bound.AT_LEAST}
    return 0 <= (gap if over else -gap) <= tolerance


def _of_one_kind(quantity: Quantity, held: Quantity) -> bool:
    """Whether two figures could be meant to be the same: one dimension, or one number."""
    if quantity.kind is not held.kind:
        return {quantity.kind, held.kind} == {Kind.RATIO, Kind.FOLD}
    if quantity.kind is not Kind.MEASURE:
        return True
    one, other = (dimension(q.unit).partition("-per-")[0] for q in (quantity, held))
    number = {quantity.value, quantity.low} & {held.value, held.low} - {None}
    return one == other if (one == "time") != (other == "time") else (one == other or bool(number))


def _other_substance(index: ClaimsIndex, quantity: Quantity, named: frozenset[str]) -> Claim | None:
    """A claim with this amount of another substance that is a salt or part of the one named."""
    concepts = index.kb.concepts
    for name in sorted(named):
        for other, concept in concepts.items():
            if name in concept.contains or (name in concepts and other in concepts[name].contains):
                for claim in index.by_key.get(other, ()):
                    if _agreement(index, quantity, claim) is Agreement.EQUAL:
                        return claim
    return None


def _medical(unit: str) -> bool:
    """Whether a unit alone tells of medicine: a mass, an activity, a concentration."""
    return dimension(unit).partition("-per-")[0] in {"mass", "activity", "amount", "concentration", "pressure"}


def _exact(index: ClaimsIndex, quantity: Quantity, claims: Sequence[Claim]) -> Match | None:
    """Supported or disputed where a claim of the frame agrees; else a wrong unit or bound."""
    by = [(claim, _agreement(index, quantity, claim)) for claim in claims]
    equal = [claim for claim, agreement in by if agreement is Agreement.EQUAL]
    considered = _listed(claims)
    passing = [claim for claim in equal if index.passes(claim)]
    if passing:
        return Match(Verdict.SUPPORTED, passing[0], considered)
    if equal:
        return Match(Verdict.DISPUTED, equal[0], considered)
    for agreement, verdict in ((Agreement.UNIT, Verdict.WRONG_UNIT), (Agreement.BOUND, Verdict.WRONG_BOUND)):
        for claim, found in by:
            if found is agreement:
                return Match(verdict, claim, considered)
    return None


def _equal(index: ClaimsIndex, quantity: Quantity, claim: Claim) -> bool:
    """Whether a claim gives this figure, whatever its frame; a changed bound does not matter here."""
    return _agreement(index, quantity, claim) in {Agreement.EQUAL, Agreement.BOUND}


def _nearest(index: ClaimsIndex, quantity: Quantity, claims: Sequence[Claim]) -> Claim:
    """The claim to name: one that stands, with the number nearest to the one printed."""

    def distance(claim: Claim) -> tuple[bool, float, str]:
        held = claim.figure
        said = quantity.value if quantity.value is not None else quantity.low
        number = held.value if held is not None and held.value is not None else held.low if held is not None else None
        if said is None or number is None or held is None:
            return (True, 0.0, claim.id)
        changed = convert(said, quantity.unit, held.unit) if quantity.unit != held.unit else said
        return (not index.passes(claim), abs(float((changed if changed is not None else said) - number)), claim.id)

    return min(claims, key=distance)


def _listed(claims: Iterable[Claim]) -> tuple[Considered, ...]:
    """What was looked at, for --explain."""
    return tuple(Considered(claim.id, f"same frame, figure {claim.figure_text}") for claim in list(claims)[:5])


def pinned(index: ClaimsIndex, quantity: Quantity, claim: Claim) -> Match:
    """The verdict on a figure that the writer tied to a claim."""
    agreement = _agreement(index, quantity, claim)
    if agreement is Agreement.EQUAL:
        return Match(Verdict.SUPPORTED if index.passes(claim) else Verdict.DISPUTED, claim)
    verdicts = {Agreement.UNIT: Verdict.WRONG_UNIT, Agreement.BOUND: Verdict.WRONG_BOUND}
    return Match(verdicts.get(agreement, Verdict.WRONG_VALUE), claim)
