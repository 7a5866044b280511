"""Statements without a figure: direction, negation, conversions and overstatement, held against claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from evidencekb.draft import english
from evidencekb.model.assertion import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evidencekb.draft.claims_index import ClaimsIndex
    from evidencekb.draft.mentions import Mention
    from evidencekb.draft.roles import Context, Sentence
    from evidencekb.model.nodes import Claim, Step
    from evidencekb.text.words import Word

_RELATIONS: Final = {
    "higher-in": "up", "increases": "up", "activates": "up", "lower-in": "down", "decreases": "down", "inhibits": "down",
    "no-difference": "same", "improves": "better", "worsens": "worse", "causes": "cause", "associated-with": "linked",
}  # fmt: skip
_OPPOSITE: Final = {"up": {"down"}, "down": {"up"}, "better": {"worse"}, "worse": {"better"}}
_CUES: Final = (
    ("better", english.BETTER), ("worse", english.WORSE), ("cause", english.CAUSE), ("linked", english.LINKED),
    ("up", english.UP), ("down", english.DOWN), ("same", english.SAME),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that speaks of a claim: words first:last of the sentence carry it."""

    verdict: Verdict
    claim: Claim
    first: int
    last: int


def find(index: ClaimsIndex, sentence: Sentence, context: Context) -> Statement | None:
    """The statement that a sentence makes of a claim, the gravest first; None where it makes none."""
    if sentence.text.rstrip().endswith("?"):
        return None
    if (found := _overstated(index, sentence, context)) is not None:
        return found
    judged = [*_conversions(index, sentence), *_differences(index, sentence)]
    if not judged:
        return None
    order = [Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.DISPUTED]
    return min(judged, key=lambda s: (order.index(s.verdict), s.claim.id))


def _overstated(index: ClaimsIndex, sentence: Sentence, context: Context) -> Statement | None:
    """Words that no evidence bears ("cures", "always") on a treatment or link that a claim speaks of."""
    words = sentence.words
    hits = [i for i, word in enumerate(words) if word.low in english.STRONG]
    for phrase in english.STRONG_PHRASES:
        hits += [
            i + step
            for i in range(len(words) - len(phrase) + 1)
            if all(words[i + j].low == part for j, part in enumerate(phrase))
            for step in (0, len(phrase) - 1)
        ]
    if not hits:
        return None
    first, last = min(hits), max(hits) + 1
    if any(
        word.low in english.NEGATION | {"may", "might", "could", "if", "whether"}
        for word in words[max(0, first - 4) : first]
    ):
        return None
    named = _all(sentence)
    concepts = index.kb.concepts
    treatments = {c for c in named if c in concepts and concepts[c].type in {"intervention", "substance"}}
    for claim in sorted(_speaking(index, named), key=lambda c: c.id):
        frame = {*claim.population, *claim.given, claim.outcome, claim.subject, claim.object} - {""}
        if len(frame & named) >= 2 and (treatments & frame or claim.kind == "association"):
            return Statement(Verdict.OVERSTATED, claim, first, last)
    del context
    return None


def _speaking(index: ClaimsIndex, named: frozenset[str]) -> list[Claim]:
    """Claims that name one of the concepts in any role."""
    found = {claim.id: claim for name in named for claim in index.qualitative.get(name, ())[:200]}
    found |= {claim.id: claim for name in named for claim in index.by_population.get(name, ())[:200]}
    found |= {claim.id: claim for name in named for claim in index.by_outcome.get(name, ())[:200]}
    return list(found.values())


def _differences(index: ClaimsIndex, sentence: Sentence) -> Iterator[Statement]:
    """Associations: the direction that the words give against the claim's."""
    words = sentence.words
    named = _all(sentence)
    for name in sorted(named):
        for claim in index.qualitative.get(name, ())[:200]:
            relation = _RELATIONS.get(claim.relation)
            if claim.kind != "association" or relation is None or claim.subject != name:
                continue
            subject = next(m for m in sentence.mentions if claim.subject in m.concepts)
            others = [m for m in sentence.mentions if m is not subject]
            group = {claim.object, *claim.population} - {""}
            named_group = group & frozenset(c for m in others for c in m.concepts)
            if not named_group or (claim.object and claim.object not in named_group):
                continue
            if not set(claim.population) - index.universal <= named:
                continue
            target = next((m for m in others if claim.object in m.concepts), None)
            said = _direction(words, subject, target)
            if said is None:
                continue
            kind, first, last, negated = said
            verdict = _judge(index, claim, relation, kind, negated=negated)
            if verdict is not None:
                yield Statement(verdict, claim, min(first, subject.first), max(last, subject.last))


def _direction(words: Sequence[Word], subject: Mention, target: Mention | None) -> tuple[str, int, int, bool] | None:
    """The nearest word of direction to the subject: what it says, where it stands, and whether it is negated."""
    low = max(0, subject.first - 5)
    high = min(len(words), subject.last + (12 if target is None else max(12, target.last - subject.last + 3)))
    best: tuple[int, str, int] | None = None
    for i in range(low, high):
        if subject.first <= i < subject.last or (target is not None and target.first <= i < target.last):
            continue
        if words[i].low in {";", ":"} and i > subject.last:
            break
        for kind, cues in _CUES:
            if words[i].low in cues:
                distance = subject.first - i if i < subject.first else i - subject.last + 1
                if best is None or distance < best[0]:
                    best = (distance, kind, i)
    if best is None:
        return None
    _, kind, at = best
    start = max(0, at - 4)
    negated = any(word.low in english.NEGATION for word in words[start:at])
    return kind, at, at + 1, negated


def _judge(index: ClaimsIndex, claim: Claim, relation: str, kind: str, *, negated: bool) -> Verdict | None:
    """Hold a stated direction against the claim's."""
    if kind == relation:
        if negated:
            return Verdict.CONTRADICTED if index.passes(claim) else Verdict.DISPUTED
        return Verdict.SUPPORTED if index.passes(claim) else Verdict.DISPUTED
    if kind in _OPPOSITE.get(relation, ()) and not negated:
        return Verdict.CONTRADICTED if index.passes(claim) else Verdict.DISPUTED
    if relation == "linked" and kind == "cause" and not negated:
        return Verdict.OVERSTATED if index.passes(claim) else Verdict.DISPUTED
    if relation == "same" and kind in {"up", "down"} and not negated:
        return Verdict.CONTRADICTED if index.passes(claim) else Verdict.DISPUTED
    return None


def _conversions(index: ClaimsIndex, sentence: Sentence) -> Iterator[Statement]:
    """Mechanisms: what is made of what, and what needs what."""
    words = sentence.words
    named = _all(sentence)
    seen: set[str] = set()
    for name in sorted(named):
        for claim in index.qualitative.get(name, ())[:200]:
            if claim.kind != "mechanism" or claim.id in seen:
                continue
            seen.add(claim.id)
            for step in claim.steps:
                forward = _step(words, sentence.mentions, step)
                if forward is None:
                    continue
                right, first, last = forward
                good = Verdict.SUPPORTED if index.passes(claim) else Verdict.DISPUTED
                yield Statement(good if right else Verdict.CONTRADICTED, claim, first, last)
                break


def _step(words: Sequence[Word], mentions: Sequence[Mention], step: Step) -> tuple[bool, int, int] | None:
    """Whether the sentence tells a step forward (True) or backward (False), and its words; None where it tells it not."""
    if step.relation in {"converts", "precursor-of"}:
        source, product = (step.object, step.product) if step.relation == "converts" else (step.subject, step.object)
        return _made(words, mentions, source, product)
    if step.relation in {"cofactor-of", "required-for"}:
        return _needed(words, mentions, step.subject, step.object)
    return None


def _made(
    words: Sequence[Word], mentions: Sequence[Mention], source: str, product: str
) -> tuple[bool, int, int] | None:
    """ "X turns A into B", "B is made from A", "A is the precursor of B"."""
    for one in mentions:
        for other in mentions:
            if one.first >= other.first or not (
                {source, product} & set(one.concepts) and {source, product} & set(other.concepts)
            ):
                continue
            ends = (
                source in one.concepts and product in other.concepts,
                product in one.concepts and source in other.concepts,
            )
            if not any(ends):
                continue
            between = [word.low for word in words[one.last : other.first]]
            around = [word.low for word in words[: other.first]]
            if len(between) > 14:
                continue
            if any(word in english.NEGATION for word in between):
                continue
            forward = None
            if set(between) & english.FROM:
                forward = False
            elif (set(between) & english.INTO and set(around) & english.CONVERT) or "precursor" in between:
                forward = True
            if forward is not None:
                verbs = [i for i in range(one.first) if words[i].low in english.CONVERT]
                first = 0 if verbs else one.first
                return (ends[0] is forward), first, other.last
    return None


def _needed(
    words: Sequence[Word], mentions: Sequence[Mention], needed: str, needing: str
) -> tuple[bool, int, int] | None:
    """ "B needs A", "A is a cofactor of B", "A is required for B"."""
    for one in mentions:
        for other in mentions:
            if one.first >= other.first:
                continue
            ends = (
                needed in one.concepts and needing in other.concepts,
                needing in one.concepts and needed in other.concepts,
            )
            if not any(ends):
                continue
            between = [word.low for word in words[one.last : other.first]]
            if len(between) > 10 or any(word in english.NEGATION for word in between):
                continue
            if set(between) & english.SERVES and not set(between) & {"requires", "needs"}:
                return ends[0], one.first, other.last
            if set(between) & english.NEEDS:
                return ends[1], one.first, other.last
    return None


def _all(sentence: Sentence) -> frozenset[str]:
    """Every concept that the sentence may mention."""
    return frozenset(concept for mention in sentence.mentions for concept in mention.concepts)
