"""What a figure is found to be, and how figures are compared under the tolerances of a claim base."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from evidencekb.draft.matching.lookups import number_key
from evidencekb.draft.measures import rates, times, whom
from evidencekb.draft.sentences import defining
from evidencekb.draft.sentences.stance import Force
from evidencekb.draft.shares import rough_shares
from evidencekb.model.assertion import Considered, Verdict
from evidencekb.model.quantity import LOWER, UPPER, Bound, Form, Interval
from evidencekb.text import words
from evidencekb.text.agreement import Agreement, compare
from evidencekb.text.units import TIMES, convert, dimension

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.statements.own_words import OwnWording
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure, Quantity
    from evidencekb.reason.implied import Denial


_PURPOSES = frozenset(
    {"starting", "initial", "initially", "maximum", "minimum", "highest", "lowest", "upper", "target"}
)
"""Words by which an amount serves another purpose."""
_HEDGE = Decimal("4.5")
"""Points that "nearly" or "just over" before a fraction may stand for."""
_NONE, _ALL = Decimal(0), Decimal(100)
_FRACTIONS = tuple(Decimal(each) for each in ("10", "20", "25", "33.3", "50", "66.7", "75", "90"))
"""Shares that prose has a fraction for, in percent."""


UNKNOWN = (Verdict.UNSOURCED, Verdict.UNCLEAR)
_OF_OTHERS = (
    Verdict.INVERTED,
    Verdict.WRONG_POPULATION,
    Verdict.WRONG_INTERVENTION,
    Verdict.WRONG_OUTCOME,
    Verdict.CONTRADICTED,
)


@dataclass(frozen=True, slots=True)
class Match:
    """A verdict, the claim it rests on, and what else was looked at."""

    verdict: Verdict
    claim: Claim | None = None
    considered: tuple[Considered, ...] = ()
    denial: Denial | None = None  # of an implausible figure
    missing: str = ""  # the claim that a figure is tied to and that is not there


def agreement_with(index: ClaimsIndex, quantity: Quantity, claim: Claim) -> Agreement:
    """Compare with the claim's figure; prose tells a fall by a verb, the claim by a sign."""
    config = index.kb.config
    held = claim.figure
    if held is None:
        return Agreement.KIND
    if claim.kind == "effect" and quantity.value is not None and held.value is not None:
        falls, held_falls = quantity.value < 0, held.value < 0
        if held_falls and not falls:
            held = _positive(held)
        elif falls and not held_falls:
            quantity = _positive(quantity)
    if claim.kind == "threshold" and "/" in quantity.unit and "/" not in held.unit:
        quantity = rates.plain(index, claim.measure, quantity, held.unit)
    printed, quantity = quantity, _alike(quantity, held)
    found = compare(quantity, held, tolerance=config.tolerance, about=config.about)
    if found is Agreement.KIND and claim.kind == "threshold" and quantity.unit and quantity.value == held.value:
        return Agreement.UNIT  # "below 20 ng/mL" of what is told in percent
    if found is Agreement.VALUE and printed is not quantity and printed.unit in TIMES:
        numbers = (printed.value, printed.low, printed.high)
        if numbers == (held.value, held.low, held.high):
            return Agreement.UNIT
    if (
        found is Agreement.VALUE
        and quantity.unit == held.unit == "%"
        and (_hedged(quantity, held) or loosely(quantity, held))
    ):
        return Agreement.EQUAL
    if found is Agreement.BOUND and (_truly(quantity, held) or rough_shares.is_bound_of(quantity, held)):
        return Agreement.EQUAL
    if found is Agreement.BOUND and quantity.bound is Bound.EXACT and claim.kind == "threshold":
        return Agreement.EQUAL  # "a cut-off of 50": prose names the number, the claim its side
    return found


def as_change(index: ClaimsIndex, quantity: Quantity, ratio: Quantity) -> Agreement:
    """Compare a change in percent with the ratio that tells it: "cut by a fifth" and 0.80."""
    if ratio.value is None or quantity.value is None:
        return Agreement.VALUE
    percent = abs(1 - ratio.value) * 100
    if abs(percent - quantity.value) <= Decimal("0.5"):
        return Agreement.EQUAL
    if quantity.form is not Form.FRACTION:
        return Agreement.VALUE
    held = replace(
        ratio, kind=quantity.kind, value=percent, unit=quantity.unit, ci=None, form=Form.DIGITS, bound=Bound.EXACT
    )
    config = index.kb.config
    if quantity.bound is Bound.EXACT and (
        compare(quantity, held, tolerance=config.tolerance, about=config.about) is Agreement.EQUAL
    ):
        return Agreement.EQUAL
    return Agreement.EQUAL if _hedged(quantity, held) or loosely(quantity, held) else Agreement.VALUE


def _alike(quantity: Quantity, held: Quantity) -> Quantity:
    """The figure in the terms of the claim's: "0.4 g" of what is taken every day; half a year as 26 weeks."""
    daily = held.unit.endswith("/day") and "/" not in quantity.unit and quantity.unit
    if daily and dimension(quantity.unit) == dimension(held.unit.removesuffix("/day")) != "":
        return replace(quantity, unit=f"{quantity.unit}/day")
    if quantity.unit in TIMES and held.unit in TIMES:
        return times.alike(quantity, held)
    return quantity


def _truly(quantity: Quantity, held: Quantity) -> bool:
    """Whether a bound on a fraction is the fraction's way of rounding: "more than a third" for 35%."""
    if quantity.form is not Form.FRACTION or held.bound is not Bound.EXACT:
        return False
    if quantity.value is None or held.value is None:
        return False
    if quantity.bound in {Bound.ABOVE, Bound.AT_LEAST}:
        return held.value > quantity.value
    return held.value < quantity.value


def _hedged(quantity: Quantity, held: Quantity) -> bool:
    """Whether a fraction is hedged towards the claim's figure: "nearly a third" for 30%, "just over half" for 53%."""
    if quantity.form is not Form.FRACTION or quantity.value is None or held.value is None or not quantity.approx:
        return False
    gap = held.value - quantity.value
    if set(quantity.hedge.split()) & {"nearly", "almost", "under", "close", "less"}:
        return -_HEDGE <= gap <= 0
    if set(quantity.hedge.split()) & {"over", "more", "above", "slightly"}:
        return 0 <= gap <= _HEDGE
    return False


def loosely(quantity: Quantity, held: Quantity | None) -> bool:
    """Whether a bound on a fraction is true and no nearer fraction is: "more than half" for 55%, not for 80%."""
    if quantity.form is not Form.FRACTION or held is None:
        return False
    said, number = quantity.value, held.value
    if held.bound is not Bound.EXACT or said is None or number is None:
        return False
    if quantity.bound in {Bound.ABOVE, Bound.AT_LEAST}:
        return said < number < next((each for each in _FRACTIONS if each > said + 1), _ALL)
    if quantity.bound in {Bound.BELOW, Bound.AT_MOST}:
        return next((each for each in reversed(_FRACTIONS) if each < said - 1), _NONE) < number < said
    return False


def _positive(quantity: Quantity) -> Quantity:
    """The figure without its sign, its interval turned with it."""
    ci = quantity.ci
    if ci is not None:
        ci = Interval(_negated(ci.high), _negated(ci.low))
    return replace(quantity, value=_negated(quantity.value), ci=ci)


def _negated(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def worded(index: ClaimsIndex, sentence: Sentence, figure: Figure) -> Match | None:
    """The claim of which a sentence is a wording of the editors' own, this figure in it; None where it is of none."""
    said, config = figure.quantity, index.kb.config
    same = [f for f in sentence.figures if number_key(f.quantity) == number_key(said)]
    for wording in index.own_words.said(sentence):
        if whom.beyond(index, sentence, wording.claim, wording.text) or _hidden(index, sentence, wording):
            continue
        if wording.claim.kind == "amount" and not wording.holds(sentence.lows & _PURPOSES):
            continue  # "the starting dose" is another than "the dose"
        for held in (wording.claim.figure, *wording.quantities):
            if held and compare(said, held, tolerance=config.tolerance, about=config.about) is Agreement.EQUAL:
                if len(same) > 1 and _amid(sentence, same, wording) is not figure:
                    continue  # the same number said of something else
                return Match(passing(index, wording.claim), wording.claim)
    return None


def _amid(sentence: Sentence, same: Sequence[Figure], wording: OwnWording) -> Figure:
    """Which of some figures with one number has the most words of a wording around it, up to the other figures."""
    starts = [sentence.position(f.full_start) for f in same] + [len(sentence.words)]
    ends = [0, *(sentence.position(f.full_end) for f in same)]

    def shared(at: int) -> int:
        return len({word.stem for word in sentence.words[ends[at] : starts[at + 1]]} & wording.stems)

    return same[max(range(len(same)), key=lambda at: (shared(at), -at))]


def _hidden(index: ClaimsIndex, sentence: Sentence, wording: OwnWording) -> bool:
    """Whether a word of the wording stands in the sentence only within the name of another thing: a salt, a kind."""
    own: frozenset[str] | None = None
    for mention in sentence.mentions:
        stems = {word.stem for word in sentence.words[mention.first : mention.last]}
        if not stems & wording.stems or stems <= wording.stems or "population" in sentence.types(mention):
            continue
        if own is None:
            named = index.lexicon.find(words.split(wording.text))
            own = index.above(frozenset(c for found in named for c in found.concepts))
        if own.isdisjoint(mention.concepts):
            return True
    return False


def passing(index: ClaimsIndex, claim: Claim) -> Verdict:
    """What agreement with a claim is worth."""
    return Verdict.SUPPORTED if index.passes(claim) else Verdict.DISPUTED


def listed(claims: Iterable[Claim]) -> tuple[Considered, ...]:
    """What was looked at, for --explain."""
    return tuple(Considered(claim.id, f"figure {claim.figure_text}: {claim.statement}") for claim in list(claims)[:5])


def nearest(index: ClaimsIndex, quantity: Quantity, claims: Sequence[Claim]) -> Claim:
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


def pinned(index: ClaimsIndex, quantity: Quantity, claim: Claim, read: Match | None) -> Match:
    """The verdict on a figure that the writer tied to a claim.

    A tie chooses the claim; where the text, as `read` without it, gives that claim's figure to others, it is wrong.
    `read` is nothing where the people are those of a sentence before, of whom the tie says more.
    """
    agreement = agreement_with(index, quantity, claim)
    if agreement is Agreement.EQUAL:
        turned = read is not None and read.claim is claim and read.verdict in _OF_OTHERS
        return read if read is not None and turned else Match(passing(index, claim), claim)
    verdicts = {Agreement.UNIT: Verdict.WRONG_UNIT, Agreement.BOUND: Verdict.WRONG_BOUND}
    return Match(verdicts.get(agreement, Verdict.WRONG_VALUE), claim)


def on_another_side(quantity: Quantity, claim: Claim) -> bool:
    """Whether one is a limit and the other is none, or the other limit: "not more than 600 mg" tells no dose."""
    held = claim.figure.bound if claim.figure is not None else Bound.EXACT
    return (quantity.bound in UPPER, quantity.bound in LOWER) != (held in UPPER, held in LOWER)


def as_put(sentence: Sentence, figure: Figure, found: Match | None, *, asked: bool) -> Match | None:
    """The verdict on a figure that is asked, denied or only defines: nothing, or that a claim says what is denied."""
    if found is not None and found.verdict in UNKNOWN and defining.defines(sentence, figure):
        return None
    if found is None or not (asked or not sentence.stance.plain):
        return found
    at = sentence.position(figure.start)
    denied = sentence.stance.of(at) is Force.DENIED
    if found.verdict is Verdict.SUPPORTED:
        return (
            replace(found, verdict=Verdict.CONTRADICTED) if denied and figure.quantity.bound is Bound.EXACT else found
        )
    return None if asked or not sentence.stance.figures_count(at) else found
