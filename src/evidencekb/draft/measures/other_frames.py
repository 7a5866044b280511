"""Claims whose figure a draft gives to something else: an effect on another outcome, a dose of another treatment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.matching import given_names
from evidencekb.draft.matching.lookups import number_key
from evidencekb.draft.matching.match import Match, agreement_with
from evidencekb.draft.measures.direction import governed
from evidencekb.draft.measures.surroundings import is_for
from evidencekb.model.assertion import Verdict
from evidencekb.model.quantity import Form, Kind
from evidencekb.text.agreement import Agreement

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.measures.surroundings import Around
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Quantity

_ELSEWHERE: Final = frozenset({"another", "other", "second", "third", "different"})
_CHANGES: Final = frozenset({Kind.PROPORTION, Kind.RATIO, Kind.FOLD})


def misplaced(
    index: ClaimsIndex,
    quantity: Quantity,
    sentence: Sentence,
    clause: tuple[int, int],
    around: Around,
    agrees: Callable[[Claim], Agreement],
) -> Match | None:
    """The claim with this very figure, where the draft names all of its frame but one role, and that in full."""
    if quantity.form is Form.FRACTION:
        return None
    if quantity.kind in _CHANGES:
        return _outcome(index, sentence, clause, around, agrees) or _ratio(index, quantity, around, agrees)
    return _substance(index, quantity, around) if "/" in quantity.unit else None


def _outcome(
    index: ClaimsIndex,
    sentence: Sentence,
    clause: tuple[int, int],
    around: Around,
    agrees: Callable[[Claim], Agreement],
) -> Match | None:
    """Read "A cut B by 47%" where the claim's 47% is of C: B must be what the words say went up or down."""
    concepts = index.kb.concepts
    moved: frozenset[str] | None = None
    for claim in (c for name in sorted(around.sentence) for c in index.by_key.get(name, ())):
        given = frozenset(claim.given)
        if claim.kind != "effect" or not given or not given <= around.sentence or claim.outcome in around.everywhere():
            continue
        if agrees(claim) is not Agreement.EQUAL:
            continue
        if moved is None:
            moved = frozenset(
                c
                for m in sentence.within(*clause)
                if sentence.types(m) == {"condition"} and (told := governed(sentence, m, *clause)) and told.way
                for c in m.concepts
            )
        held = index.held(claim)
        people = frozenset(h for h in held if concepts[h].type == "population")
        named = not people or any(people & index.up(g) for g in around.groups)
        if moved - index.above(held) - given and named:
            return Match(Verdict.WRONG_OUTCOME, claim)
    return None


def _ratio(
    index: ClaimsIndex, quantity: Quantity, around: Around, agrees: Callable[[Claim], Agreement]
) -> Match | None:
    """Read "B was commoner on A than on placebo (RR 2.06)" where the claim's RR of A against placebo is of C."""
    concepts = index.kb.concepts
    said = [c for c in around.sentence if quantity.kind is Kind.RATIO and concepts[c].type == "outcome"]
    for claim in index.by_figure.get(number_key(quantity), ()) if said else ():
        if claim.kind != "effect" or claim.comparator not in around.sentence or claim.outcome in around.everywhere():
            continue
        given = all(given_names.is_named(index, claim, g, around.sentence) for g in claim.given)
        named = index.held(claim) <= index.above(around.everywhere())
        if (
            given
            and claim.given
            and named
            and _is_apart(index, claim.outcome, said)
            and agrees(claim) is Agreement.EQUAL
        ):
            return Match(Verdict.WRONG_OUTCOME, claim)
    return None


def _is_apart(index: ClaimsIndex, outcome: str, said: Collection[str]) -> bool:
    """Whether an outcome is neither a kind of what is said nor the other way round."""
    return outcome not in index.above(frozenset(said)) and index.up(outcome).isdisjoint(said)


def _substance(index: ClaimsIndex, quantity: Quantity, around: Around) -> Match | None:
    """Read "B is started at 21 mg a day" where the claim's 21 mg, for the same people and purpose, are of A."""
    concepts = index.kb.concepts
    named = {c for c in around.attached or around.clause if concepts[c].type in {"intervention", "substance"}}
    for claim in index.by_figure.get(number_key(quantity), ()) if named else ():
        held = index.held(claim)
        if claim.kind != "amount" or not held or not held <= around.sentence:
            continue
        if not is_for(claim, around) and any(index.kb.concepts[h].type == "population" for h in held):
            continue
        kind = concepts[claim.substance].type
        if claim.substance in around.everywhere() or not any(concepts[c].type == kind for c in named):
            continue
        if agreement_with(index, quantity, claim) is Agreement.EQUAL:
            verdict = Verdict.WRONG_INTERVENTION if kind == "intervention" else Verdict.WRONG_OUTCOME
            return Match(verdict, claim)
    return None


def is_from_elsewhere(claim: Claim, sentence: Sentence, around: Around) -> bool:
    """Whether another figure than a claim's is from another study, what it is of being named before alone."""
    unnamed = claim.kind == "effect" and claim.outcome not in around.sentence
    return unnamed and not sentence.lows.isdisjoint(_ELSEWHERE)
