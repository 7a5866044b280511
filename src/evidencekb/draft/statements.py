"""Statements without a figure: direction, negation, conversions and overstatement, held against claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from evidencekb.draft import english
from evidencekb.draft.claims_index import frame_concepts
from evidencekb.draft.wordings import cues, kind_of, negated
from evidencekb.model.assertion import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evidencekb.draft.claims_index import ClaimsIndex
    from evidencekb.draft.mentions import Mention
    from evidencekb.draft.roles import Context, Sentence
    from evidencekb.model.nodes import Claim, Step
    from evidencekb.text.words import Word

_RELATIONS: Final = {
    "higher-in": "up", "increases": "up", "activates": "up",
    "lower-in": "down", "decreases": "down", "inhibits": "down",
    "no-difference": "same", "improves": "better", "worsens": "worse", "causes": "cause", "associated-with": "linked",
}  # fmt: skip

_STATES: Final = frozenset({"higher-in", "lower-in", "no-difference"})
"""Relations that say how things are, not what changes them."""
_ACTIVE: Final = frozenset({"better", "worse", "cause"})
"""Relations in which the subject does something to the object."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that speaks of a claim: words first:last of the sentence carry it."""

    verdict: Verdict
    claim: Claim
    first: int
    last: int


def find(index: ClaimsIndex, sentence: Sentence, context: Context) -> Statement | None:
    """The statement that a sentence makes of a claim, the gravest first; None where it makes none."""
    if sentence.text.rstrip().endswith("?") or any(word.low in english.SUPPOSING for word in sentence.words):
        return None  # a question or a supposition asserts nothing
    if (found := _overstated(index, sentence, context)) is not None:
        return found
    worded = _worded(index, sentence)
    if worded is not None:
        return worded
    judged = [*_conversions(index, sentence), *_compounds(index, sentence)] or list(_differences(index, sentence))
    order = [Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.DISPUTED, Verdict.OVERSTATED]
    return min(judged, key=lambda s: (order.index(s.verdict), s.claim.id), default=None)


def _worded(index: ClaimsIndex, sentence: Sentence) -> Statement | None:
    """A sentence in the words of a claim: it says what the claim says, or the opposite."""
    said, against = cues(sentence.words, sentence.mentions), negated(sentence.words)
    for likeness, wording in index.wordings.like(sentence.words)[:6]:
        if likeness < 0.72 and not _all(sentence) & frame_concepts(wording.claim):
            continue
        opposite = any(said & english.OPPOSITE.get(kind, set()) for kind in wording.cues if kind not in said)
        if bool(wording.cues - {"same"}) != bool(said - {"same"}) and not opposite:
            continue
        if opposite or (against != wording.negated and said == wording.cues):
            verdict = Verdict.CONTRADICTED
        elif said & wording.cues == wording.cues & said and not (wording.cues - said and said - wording.cues):
            verdict = Verdict.SUPPORTED
        else:
            continue
        if _reversed(sentence, wording.claim):
            verdict = Verdict.CONTRADICTED
        if not index.passes(wording.claim):
            verdict = Verdict.DISPUTED
        first, last = _carrying(sentence, wording.claim)
        return Statement(verdict, wording.claim, first, last)
    return None


def _reversed(sentence: Sentence, claim: Claim) -> bool:
    """Whether the sentence tells a step of the claim backward."""
    told = [_step(sentence.words, sentence.mentions, step) for step in claim.steps]
    return any(each is not None and not each[0] for each in told) and not any(
        each is not None and each[0] for each in told
    )


def _carrying(sentence: Sentence, claim: Claim) -> tuple[int, int]:
    """The words from the first to the last that carry the statement: the claim's subject and the direction."""
    words = sentence.words
    subjects = [m for m in sentence.mentions if claim.subject and claim.subject in m.concepts]
    marks = [i for i, word in enumerate(words) if kind_of(word.low)]
    if claim.kind == "association" and subjects and marks:
        near = min(marks, key=lambda i: abs(i - subjects[0].first))
        return min(near, subjects[0].first), max(near + 1, subjects[0].last)
    spans = [(m.first, m.last) for m in sentence.mentions] or [(0, len(words))]
    first, last = min(a for a, _ in spans), max(b for _, b in spans)
    if marks:
        first, last = min(first, *marks), max(last, *(i + 1 for i in marks))
    return first, last


def _overstated(index: ClaimsIndex, sentence: Sentence, context: Context) -> Statement | None:
    """Words that no evidence bears ("cures", "always") on a treatment or link that a claim speaks of."""
    words = sentence.words
    hits = [i for i, word in enumerate(words) if word.low in english.STRONG]
    for i, word in enumerate(words):
        for phrase in english.STRONG_OPENERS.get(word.low, ()):
            if tuple(each.low for each in words[i : i + len(phrase)]) == phrase:
                hits += [i, i + len(phrase) - 1]
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
    found = {claim.id: claim for name in named for claim in index.by_concept.get(name, ())[:200]}
    return list(found.values())


def _compounds(index: ClaimsIndex, sentence: Sentence) -> Iterator[Statement]:
    """Associations of a compound measure whose parts stand apart: "vesicles carried more of it".

    The parts must be there as mentions or words, and so must the group that the claim compares.
    """
    stems = {word.stem for word in sentence.words}
    named = _all(sentence)
    for claim, parts in index.compounds(stems):
        if claim.subject in named or not ({claim.object, *claim.population} - {""}) & named:
            continue
        relation = _RELATIONS.get(claim.relation)
        spots = [i for i, word in enumerate(sentence.words) if word.stem in parts]
        idle = english.DOING if claim.relation in _STATES else frozenset()
        marks = [
            i
            for i, word in enumerate(sentence.words)
            if kind_of(word.low) in {"up", "down", "same"} and word.low not in idle
        ]
        if relation is None or not marks or max(spots) - min(spots) > 14:
            continue
        at = min(marks, key=lambda i: min(abs(i - spot) for spot in spots))
        against = any(word.low in english.NEGATION for word in sentence.words[max(0, at - 4) : at])
        verdict = _judge(index, claim, relation, kind_of(sentence.words[at].low), negated=against)
        if verdict is not None:
            yield Statement(verdict, claim, min(at, *spots), max(at, *spots) + 1)


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
            if claim.relation in _STATES and words[first].low in english.DOING:
                continue
            if relation in _ACTIVE and not _acts(words, subject, first, target):
                continue
            verdict = _judge(index, claim, relation, kind, negated=negated)
            if verdict is not None:
                yield Statement(verdict, claim, min(first, subject.first), max(last, subject.last))


def _acts(words: Sequence[Word], subject: Mention, verb: int, target: Mention | None) -> bool:
    """Whether subject, verb and object stand in this order in one clause, and the subject is no one's attribute."""
    if target is None or not subject.last <= verb < target.first:
        return False
    before = words[subject.first - 1].low if subject.first else ""
    between = [word.low for word in words[subject.last : target.first]]
    return before not in english.OF | {"with", "without", "from", "on"} and not {",", ";", ":", "("} & set(between)


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
        for kind, members in english.DIRECTIONS:
            if words[i].low in members:
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
    if kind in english.OPPOSITE.get(relation, ()) and not negated:
        return Verdict.CONTRADICTED if index.passes(claim) else Verdict.DISPUTED
    if relation == "linked" and kind == "cause" and not negated:
        return Verdict.OVERSTATED if index.passes(claim) else Verdict.DISPUTED
    if relation == "same" and kind in {"up", "down"} and not negated:
        return Verdict.CONTRADICTED if index.passes(claim) else Verdict.DISPUTED
    return None


def _conversions(index: ClaimsIndex, sentence: Sentence) -> Iterator[Statement]:
    """Mechanisms: what is made of what, by one step or several, and what needs what."""
    named = sorted(_all(sentence))
    for one in named:
        for other in named:
            if (claim := index.made.get((one, other))) is not None:
                told = _made(sentence.words, sentence.mentions, one, other)
            elif (claim := index.needed.get((one, other))) is not None:
                told = _needed(sentence.words, sentence.mentions, one, other)
            else:
                continue
            if told is not None:
                good = Verdict.SUPPORTED if index.passes(claim) else Verdict.DISPUTED
                yield Statement(good if told[0] else Verdict.CONTRADICTED, claim, told[1], told[2])


def _step(words: Sequence[Word], mentions: Sequence[Mention], step: Step) -> tuple[bool, int, int] | None:
    """Whether the sentence tells a step forward or backward, and its words; None where it does not tell it."""
    if step.relation in {"converts", "precursor-of"}:
        source, product = (step.object, step.product) if step.relation == "converts" else (step.subject, step.object)
        return _made(words, mentions, source, product)
    if step.relation in {"cofactor-of", "required-for"}:
        return _needed(words, mentions, step.subject, step.object)
    return None


def _made(
    words: Sequence[Word], mentions: Sequence[Mention], source: str, product: str
) -> tuple[bool, int, int] | None:
    """Read "X turns A into B", "B is made from A", "A is the precursor of B"."""
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
    """Read "B needs A", "A is a cofactor of B", "A is required for B"."""
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
