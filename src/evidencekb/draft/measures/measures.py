"""The verdict on a dose, a cut-off, a time or an effect: finds the claim that it speaks of, and how the two differ."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.matching.match import Match, agreement_with, listed, on_another_side, passing
from evidencekb.draft.measures import (
    article_times,
    changes,
    elapsed,
    gained,
    instances,
    lengths,
    meant,
    multiplied,
    one_person,
    phases,
    scales,
    subjects,
    taking,
    thresholds,
    treatments,
    turning,
    whom,
)
from evidencekb.draft.measures.agreements import LIMITING, agreement, of_one_kind
from evidencekb.draft.measures.courses import is_at_work
from evidencekb.draft.measures.other_frames import is_from_elsewhere, misplaced
from evidencekb.draft.measures.surroundings import Around, around_figure, fit, is_guess, is_of_another
from evidencekb.draft.shares.frames import Fit
from evidencekb.model.assertion import Verdict
from evidencekb.model.quantity import TELLING, Bound, Form, Kind
from evidencekb.text.agreement import Agreement
from evidencekb.text.units import convert, dimension

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.shares.roles import Context
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure, Quantity

_MOST: Final = 500
_UP_AND_DOWN: Final = frozenset({"up", "down"})
_CLOSE: Final = 1.6
"""Points by which a time course that agrees may fit less well than one that does not."""
_EASE: Final = {Agreement.EQUAL: 0, Agreement.UNIT: 1, Agreement.BOUND: 2, Agreement.VALUE: 3}
_VERDICTS: Final = {
    Agreement.UNIT: Verdict.WRONG_UNIT,
    Agreement.BOUND: Verdict.WRONG_BOUND,
    Agreement.VALUE: Verdict.WRONG_VALUE,
}
_KEEPING: Final = frozenset({"most", "under", "below", "keep", "stay", "restrict", "less", "within", "limited", "only"})
_PACKED: Final = frozenset({"pack", "packs", "package", "packages", "packet", "packets", "box", "boxes", "bottle",
                            "bottles", "blister", "blisters", "jar", "jars", "comes", "sold"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A claim, how well its frame fits and how its figure compares; `other` names the role that differs."""

    claim: Claim
    points: float
    agreement: Agreement
    other: Verdict | None = None

    def key(self) -> tuple[float, int, str]:
        return (-self.points, _EASE[self.agreement], self.claim.id)


def measure(
    index: ClaimsIndex,
    figure: Figure,
    sentence: Sentence,
    clause: tuple[int, int],
    context: Context,
    nested: frozenset[str],
) -> Match | None:
    """The verdict on a figure that is no share; None where nothing medical is said."""
    percent = figure.quantity.kind is Kind.PROPORTION and thresholds.in_percent(index, sentence, figure)
    quantity = figure.quantity if percent else meant.read(figure, sentence, clause)
    around = lengths.named(index, figure, sentence, around_figure(index, figure, sentence, clause, context, nested))
    if _sets_the_scene(figure, sentence, around) or _is_packed(quantity, around):
        return None
    if thresholds.is_found(index, sentence, figure):
        return None
    if taking.is_measure(figure, sentence) or scales.is_range(figure, sentence):
        return None
    if quantity.kind is Kind.MEASURE and changes.is_of_a_thing(sentence, figure, clause):
        return None
    candidates = _candidates(index, quantity, around)
    if any(c.claim.kind == "threshold" for c in candidates) and instances.is_one(sentence, figure):
        denied = instances.is_denied(sentence)
        judged = [(c, instances.says(index, c.claim, quantity, around.sentence, denied=denied)) for c in candidates]
        candidates = [replace(c, agreement=Agreement.EQUAL) if said else c for c, said in judged if said is not None]
    changed = any(c.claim.kind != "effect" for c in candidates) and changes.is_change(sentence, figure, clause)
    if changed:
        candidates = [
            c
            for c in candidates
            if c.claim.kind == "effect" or c.claim.measure in index.done.names or changes.is_cut_off(c.claim)
        ]
    candidates = [_of_its_subject(index, c, figure, sentence, clause) for c in candidates]
    found = [_held_against(index, c, figure, sentence, clause) for c in candidates]
    if percent:
        found = [c for c in found if c.claim.kind == "threshold"]
    held = taking.is_held(figure, quantity, sentence, around)
    found = [c for c in found if c.claim.kind != "amount" or _is_meant(index, c, quantity, sentence, around, held=held)]
    if one_person.is_level(sentence, figure) or thresholds.is_result(sentence, figure):
        found = [c for c in found if c.claim.kind != "threshold"]
    fitting = [
        c
        for c in found
        if c.other is None and not (c.agreement is Agreement.VALUE and is_from_elsewhere(c.claim, sentence, around))
    ]
    top = _nearest(fitting)
    if (match := _agreeing(index, top, fitting, found, around)) is not None:
        return match
    equal = sorted(
        (
            c
            for c in found
            if c.other is not None
            and c.agreement in {Agreement.EQUAL, Agreement.BOUND}
            and not (fitting and changes.comes_near(quantity, c.claim))
        ),
        key=_Candidate.key,
    )
    for verdict in (Verdict.CONTRADICTED, Verdict.WRONG_POPULATION, Verdict.WRONG_INTERVENTION, Verdict.WRONG_OUTCOME):
        for c in equal:
            if c.other is verdict:
                return Match(verdict, c.claim, listed(c.claim for c in fitting))
    if not held and (salt := _other_substance(index, quantity, around)) is not None:
        return Match(Verdict.WRONG_OUTCOME, salt)
    if fitting:
        chosen = min(
            top,
            key=lambda c: (on_another_side(quantity, c.claim), not index.passes(c.claim), _EASE[c.agreement], *c.key()),
        )
        return Match(Verdict.WRONG_VALUE, chosen.claim, listed(c.claim for c in found if c is not chosen))
    if article_times.is_one(figure) or multiplied.is_one(figure):
        return None
    agrees = partial(agreement, index, quantity, around=around)
    return (
        misplaced(index, quantity, sentence, clause, around, agrees)
        or scales.scored(index, quantity, around, agrees)
        or _loosely(index, found, around)
        or _unsourced(index, figure, sentence, clause, around)
    )


def _nearest(fitting: list[_Candidate]) -> list[_Candidate]:
    """The claims of those that fit that fit best, or that agree better and fit nearly as well."""
    best = max((c.points for c in fitting), default=0.0)
    top = [c for c in fitting if c.points >= best - 0.5]
    nearest = min((c.agreement for c in top), key=_EASE.__getitem__, default=Agreement.EQUAL)
    if nearest is Agreement.VALUE:
        near = [c for c in fitting if c.claim.kind == "duration" and c.points > best - _CLOSE]
        units = [c for c in fitting if c.agreement is Agreement.UNIT and c.claim.kind == "effect"]
        return [c for c in near if c.agreement is Agreement.EQUAL] or units or top
    if nearest is Agreement.BOUND:
        return [c for c in fitting if c.agreement is Agreement.EQUAL and c.points > best - 4.5] or top
    return top


def _agreeing(
    index: ClaimsIndex, top: list[_Candidate], fitting: list[_Candidate], found: list[_Candidate], around: Around
) -> Match | None:
    """The claim that says the same, or the same but for its unit or bound."""
    if not top:
        return None
    chosen = min(top, key=lambda c: (_EASE[c.agreement], *c.key()))
    considered = listed(c.claim for c in found if c is not chosen)
    if chosen.agreement is Agreement.EQUAL:
        passed = [c for c in top if c.agreement is Agreement.EQUAL and index.passes(c.claim)]
        claim = passed[0].claim if passed and not index.passes(chosen.claim) else chosen.claim
        if any(_is_of_more(index, c.claim, claim, around) for c in fitting):
            return Match(Verdict.WRONG_POPULATION, claim, considered)
        return Match(passing(index, claim), claim, considered)
    if chosen.agreement in {Agreement.UNIT, Agreement.BOUND}:
        return Match(_VERDICTS[chosen.agreement], chosen.claim, considered)
    return None


def _is_of_more(index: ClaimsIndex, wider: Claim, claim: Claim, around: Around) -> bool:
    """Whether one claim tells of more people the same effect as another, whose own people the draft does not name."""
    alike = wider.kind == "effect" and (wider.given, wider.outcome, wider.effect, wider.comparator) == (
        *(claim.given, claim.outcome, claim.effect, claim.comparator),
    )
    held = index.held(claim)
    return (
        alike
        and index.held(wider) < held
        and not around.everywhere() & index.above(held - index.held(wider)) - index.above(index.held(wider))
    )


def _loosely(index: ClaimsIndex, found: list[_Candidate], around: Around) -> Match | None:
    """Another figure than the claim's, of a group that holds the claim's people and is told loosely."""
    wider = [
        c
        for c in found
        if c.other is Verdict.WRONG_POPULATION
        and c.agreement is Agreement.VALUE
        and whom.fit(index, c.claim, around.whom, around.everywhere()) is Fit.BROADER
    ]
    return Match(Verdict.WRONG_VALUE, min(wider, key=_Candidate.key).claim) if wider else None


def _held_against(
    index: ClaimsIndex, found: _Candidate, figure: Figure, sentence: Sentence, clause: tuple[int, int]
) -> _Candidate:
    """The same, with what is wrong though the figure fits."""
    if found.agreement is Agreement.BOUND and turning.is_complement(index, found.claim, figure, sentence):
        return replace(found, agreement=Agreement.EQUAL)
    if found.agreement is not Agreement.EQUAL:
        return found
    if found.other is Verdict.WRONG_INTERVENTION and found.claim.kind == "effect":
        if not treatments.is_told(index, found.claim, sentence):
            return found
        found = replace(found, other=None, points=found.points + 1.0)
    if found.other is not None:
        return found
    wrong = turning.fault(index, found.claim, figure, sentence, clause)
    other = wrong is not Verdict.WRONG_BOUND
    return replace(found, other=wrong) if other else replace(found, agreement=Agreement.BOUND)


def _of_its_subject(
    index: ClaimsIndex, found: _Candidate, figure: Figure, sentence: Sentence, clause: tuple[int, int]
) -> _Candidate:
    """The same, with another outcome where the clause of the figure has a subject of its own."""
    claim = found.claim
    named = (name for mention in sentence.within(*clause) for name in mention.concepts)
    if claim.kind != "effect" or found.other is not None or claim.outcome in named:
        return found
    another = subjects.is_another(index, claim, sentence, figure, clause)
    return replace(found, other=Verdict.WRONG_OUTCOME) if another else found


def _is_meant(
    index: ClaimsIndex, found: _Candidate, quantity: Quantity, sentence: Sentence, around: Around, *, held: bool
) -> bool:
    """Whether a mass may be the dose or need of a claim; another number only where the sentence speaks of that one."""
    if held:
        return found.agreement is Agreement.EQUAL and taking.is_given(index, found.claim, quantity, sentence)
    if found.agreement is not Agreement.VALUE:
        return True
    told = taking.is_told(found.claim, quantity, sentence, around)
    return told and taking.fits(index, found.claim, sentence, around)


def _sets_the_scene(figure: Figure, sentence: Sentence, around: Around) -> bool:
    """Whether a time says when something was measured, or is too vague to be held against anything.

    "2.5 points at 4 weeks", "Two weeks after A, B had risen", "not in days": no onset, peak or duration is told.
    """
    quantity = figure.quantity
    if dimension(quantity.unit) != "time":
        return False
    if around.phase.scene:
        return True
    words, at, after = sentence.words, sentence.position(figure.full_start), sentence.position(figure.end)
    before = [word.low for word in words[max(0, at - 3) : at]]
    if quantity.value is None and not quantity.is_range:
        return not around.phase.kind or bool({"not", "than"} & set(before))
    if around.phase.kind:
        return False
    if at == 0 and after < len(words) and words[after].low in {"after", "later"}:
        return True
    beside = any(
        f is not figure and (f.quantity.kind in TELLING or f.quantity.unit == "points") for f in sentence.figures
    )
    return beside and bool({"at", "after", "by", "over"} & set(before[-2:]))


def _is_packed(quantity: Quantity, around: Around) -> bool:
    """Whether an amount is what a pack or a tablet holds, not what is taken in some time."""
    if "/" in quantity.unit or not dimension(quantity.unit).startswith("mass"):
        return False
    packed = around.near & _PACKED
    return bool(packed) and not (packed == {"comes"} and "to" in around.near)  # "the need comes to N"


def _unsourced(
    index: ClaimsIndex, figure: Figure, sentence: Sentence, clause: tuple[int, int], around: Around
) -> Match | None:
    """No claim fits: unsourced where the figure is of medicine."""
    quantity = figure.quantity
    types = {index.kb.concepts[c].type for c in around.sentence if c in index.kb.concepts}
    gain = gained.is_one(sentence, figure, clause)
    if quantity.kind is Kind.COUNT and gain:
        return Match(Verdict.UNSOURCED)
    if quantity.kind is not Kind.MEASURE:
        idle = quantity.kind is Kind.COUNT or (quantity.form is Form.FRACTION and not types)
        idle = idle or (quantity.kind is Kind.PROPORTION and gained.is_idle(sentence))
        return None if idle else Match(Verdict.UNSOURCED)
    kind = dimension(quantity.unit)
    if quantity.bound is not Bound.EXACT and thresholds.points_to(index, sentence, figure):
        return Match(Verdict.UNSOURCED)
    told = around.near & (
        effect_words.BETTER
        | effect_words.WORSE
        | effect_words.UP
        | effect_words.DOWN
        | effect_words.PEAK
        | effect_words.LASTING
    )
    if told.issuperset(_UP_AND_DOWN):
        told -= _UP_AND_DOWN  # "walked up and down for three nights"
    if quantity.unit == "points":
        scored = around.near & {"difference", "score", "scores", "mean", "scale", "index"}
        return Match(Verdict.UNSOURCED) if told or scored or types else None
    if gain and kind not in {"time", ""}:
        return Match(Verdict.UNSOURCED)
    if kind in {"time", ""}:
        told &= around.free
        treated = types & {"intervention", "substance"}
        hastened = treated and changes.is_hastened(index, sentence, figure)
        if hastened or changes.is_change_of(sentence, figure) or (kind and elapsed.is_one(sentence, figure)):
            return Match(Verdict.UNSOURCED)
        if gain:
            return None if gained.is_held(index, quantity, around.sentence) else Match(Verdict.UNSOURCED)
        if told <= {"more", "less"} and around.near & english.OFTEN:
            return None
        if quantity.value is None and not quantity.is_range:
            return None
        return Match(Verdict.UNSOURCED) if told and treated else None
    if kind.partition("-")[0] in {"mass", "amount", "activity", "pressure", "concentration", "molar", "substance"}:
        return Match(Verdict.UNSOURCED)
    return Match(Verdict.UNSOURCED) if types and told else None


def _candidates(index: ClaimsIndex, quantity: Quantity, around: Around) -> list[_Candidate]:
    """Claims whose key concept is named, with how they fit."""
    found: dict[str, _Candidate] = {}
    for reach, bonus in ((around.clause, 2.0), (around.sentence, 1.0), (around.context | around.substances, 0.0)):
        for name in sorted(reach):
            for claim in index.by_key.get(name, ())[:_MOST]:
                if claim.id in found or claim.figure is None or not of_one_kind(quantity, claim):
                    continue
                agrees = agreement(index, quantity, claim, around)
                if agrees is Agreement.KIND:
                    continue
                if agrees is Agreement.VALUE and (
                    is_guess(claim, around)
                    or (phases.is_open(claim, around.phase) and not is_at_work(claim, around))
                    or _is_allowed(quantity, claim, around)
                    or is_of_another(index, claim, around)
                ):
                    continue
                fits = fit(index, claim, around)
                if fits is not None:
                    found[claim.id] = _Candidate(claim, fits[0] + bonus, agrees, fits[1])
    return list(found.values())


def _is_allowed(quantity: Quantity, claim: Claim, around: Around) -> bool:
    """Whether a dose stays below a limit and is not said to be one."""
    held = claim.figure
    if claim.purpose != "limit" or held is None or held.value is None or quantity.value is None:
        return False
    if around.near & (LIMITING | _KEEPING) or quantity.bound is not Bound.EXACT:
        return False
    unit = quantity.unit if "/" in quantity.unit else f"{quantity.unit}/day"
    most = quantity.value if unit == held.unit else convert(quantity.value, unit, held.unit)
    return most is not None and most <= held.value


def _other_substance(index: ClaimsIndex, quantity: Quantity, around: Around) -> Claim | None:
    """A claim with this amount of another substance that is a salt or part of the one named."""
    concepts = index.kb.concepts
    named = around.attached or around.clause
    for name in sorted(n for n in named if n in concepts):
        holding = (o for o in index.by_key if o in concepts and name in concepts[o].contains)
        related = {*concepts[name].contains, *holding}
        for other in sorted(related):
            for claim in index.by_key.get(other, ()):
                if (
                    quantity.form is not Form.FRACTION
                    and claim.kind == "amount"
                    and agreement_with(index, quantity, claim) in {Agreement.EQUAL, Agreement.BOUND}
                ):
                    return claim
    return None
