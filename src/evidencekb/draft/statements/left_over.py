"""A statement by what is left over: where no construction is known, the one claim to whose ends all words belong.

"Drink A with your meals, and less B gets through" is of a make that no list of ours holds. But where both ends of a
claim are named, one direction is told, and of the thing that the claim says is moved, and no word is left that could
speak of anything else, nothing else can be meant. Which of two acts on the other has to be plain, unless only one can.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.matching.people import spoken_of
from evidencekb.draft.sentences.telling import NEAR, OPPOSITE, Spot, Told
from evidencekb.draft.statements import (
    acted_on,
    between_groups,
    comparing,
    effects_said,
    ends,
    judging,
    outdone,
    places,
)
from evidencekb.draft.statements.cases import gone, whole
from evidencekb.draft.statements.edges import COMPARING
from evidencekb.model.assertion import Verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.statements.edges import Edge

_MOST: Final = 60
"""Claims looked at for the names of one sentence."""
_KINDS: Final = frozenset({"up", "down", "better", "worse", "cause", "none", effects_said.KIND}) | COMPARING
"""Kinds of edges of which a direction tells all."""
_MILD: Final = (
    english.listed("every each whichever") | effect_words.REMOVED | (effect_words.LESSENING - {"less", "fewer"})
)
"""Words with which it is left open whether the contrary of a claim is told."""
_EASED: Final = frozenset({"condition", "outcome"})
"""Types of what a treatment is said to work on where that goes unsaid."""
_COMPLAINTS: Final = english.listed("symptom symptoms complaint complaints")
_COMPARED: Final = frozenset({"than", "compared", "versus"})
_OWING: Final = frozenset({"because", "owing", "due"})
"""Words that open the phrase of what something comes of: "because of A, there is less B"."""
_DIRECTED: Final = frozenset({"up", "down", "better", "worse", "same"})


Found = tuple[Verdict, "Edge", int, int]
"""A verdict, the edge it is on, and the words that carry what is told."""


def find(
    index: ClaimsIndex, sentence: Sentence, read: Collection[str], free: Collection[int] | None = None
) -> Iterator[Found]:
    """What is told of claims that are not among those `read`: in the whole, or in the clauses that are free."""
    if not sentence.mentions or sentence.figured or ends.CUES.isdisjoint(sentence.lows):
        return
    named = places.named(index, sentence)
    edges = [
        edge for edge in index.edges.near(named) if edge.kind in _KINDS and edge.claim.id not in read and _is_step(edge)
    ][:_MOST]
    edges = [
        edge
        for edge in edges
        if ends.is_likely(index, sentence, edge, edge.subject, named)
        and (edge.kind == "none" or ends.is_likely(index, sentence, edge, edge.object, named))
    ]
    if not edges:
        return
    whole = range(len(sentence.words))
    spans = [whole] if free is None else []
    if len(pieces := _pieces(sentence)) > 1:
        spans += [span for span in pieces if free is None or set(span) <= set(free)]
    for span in spans:
        found = [each for edge in edges if (each := _read(index, sentence, edge, span, named)) is not None]
        good = [each for each in found if each[0] is not Verdict.CONTRADICTED]
        if good or found:
            yield (good or found)[0]
            if span is whole:
                return


def _is_step(edge: Edge) -> bool:
    """Whether an edge is what a claim says itself, not what follows of several steps."""
    steps = edge.claim.steps
    return not steps or any((s.subject, s.object) == (edge.subject, edge.object) for s in steps)


def _pieces(sentence: Sentence) -> list[range]:
    """The parts between commas and joining words."""
    cuts = [i for i, word in enumerate(sentence.words) if word.low in ends.BREAKS or word.low in ends.JOINING]
    starts, stops = [0, *(at + 1 for at in cuts)], [*cuts, len(sentence.words)]
    return [range(a, b) for a, b in zip(starts, stops, strict=True) if b - a > 2]


def _read(index: ClaimsIndex, sentence: Sentence, edge: Edge, span: range, named: frozenset[str]) -> Found | None:
    """What some words tell of an edge, if they tell of nothing else."""
    subject = ends.place(index, sentence, edge, edge.subject, span)
    if subject is None:
        return None
    target = ends.place(index, sentence, edge, edge.object, span)
    if target is None:
        return _untold(index, sentence, edge, subject, named) if len(span) == len(sentence.words) else None
    if subject.at & target.at:
        return None
    named |= {edge.subject, edge.object}
    if not spoken_of(index, sentence, edge, named):
        return None
    meant = effects_said.meant(index, sentence, edge, named) if edge.kind == effects_said.KIND else edge
    if meant is None:
        return None
    if edge.kind in COMPARING:
        found = between_groups.told(index, sentence, edge, span, (subject, target))
        if found is None:
            return None
        told, strange = found
    else:
        left = ends.left_over(index, sentence, edge, span, (subject, target))
        said = None if left is None else _told(index, sentence, meant, span, (subject, target))
        if left is None or said is None:
            return None
        told, strange = said, left
    verdict = judging.put(index, sentence, meant, told)
    if verdict is Verdict.CONTRADICTED and _is_mild(sentence, edge, told, subject):
        return None
    if verdict is Verdict.CONTRADICTED and (strange > 1 or (not sentence.stance.plain and "if" not in sentence.lows)):
        return None
    if verdict is None or verdict is Verdict.OVERSTATED:
        return None
    return verdict, meant, told.first, told.last


def _untold(
    index: ClaimsIndex, sentence: Sentence, edge: Edge, subject: ends.End, named: frozenset[str]
) -> Found | None:
    """Read "in people with B, A worked no better than placebo", where only one claim of A finds no difference in B."""
    claim = edge.claim
    if (
        edge.kind != "none"
        or "than" not in sentence.lows
        or not (claim.population and named.issuperset(claim.population))
    ):
        return None
    near = (e for e in index.edges.near({edge.subject}) if (e.kind, e.subject) == (edge.kind, edge.subject))
    concepts = index.kb.concepts
    alike = {e.claim.id for e in near if e.object in concepts and concepts[e.object].type in _EASED}
    span = range(len(sentence.words))
    if alike != {claim.id} or ends.left_over(index, sentence, edge, span, (subject, subject)) != 0:
        return None
    than = outdone.nothing_by(sentence, edge, subject)
    if than is None or not spoken_of(index, sentence, edge, named | {edge.object}):
        return None
    told = Told("same", subject.first, than)
    verdict = judging.put(index, sentence, edge, told)
    return None if verdict is None or verdict is Verdict.CONTRADICTED else (verdict, edge, told.first, told.last)


def _is_mild(sentence: Sentence, edge: Edge, told: Told, subject: ends.End) -> bool:
    """Whether it is left open that the contrary of a claim is told."""
    if edge.kind in COMPARING:
        return told.negated
    lessened = sentence.words[max(0, subject.first - 1)].low in effect_words.LESSENING
    return lessened or told.negated or not _MILD.isdisjoint(sentence.lows)


def _told(
    index: ClaimsIndex, sentence: Sentence, edge: Edge, span: range, pair: tuple[ends.End, ends.End]
) -> Told | None:
    """The direction that some words give the object by the subject; None where it is not plain."""
    words = sentence.words
    subject, target = pair
    if _is_joined(sentence, subject, target):
        return None
    cues = acted_on.cues(sentence, span, pair)
    if (arms := outdone.told(sentence, edge, span, pair, cues)) is not None:
        return arms.told
    lessened = False
    for cue in [c for c in cues if c.kind != "same" and _is_before(sentence, c, subject, span)]:
        if cue.last > target.first > cue.first or _is_before(sentence, cue, target, span):
            return None
        lessened = cue.kind == "down"
        if cue.kind not in {"up", "down"} or (lessened and _is_able(sentence, subject)):
            return None
        cues.remove(cue)
    causing = [c for c in cues if c.kind in {"cause", "linked"}]
    leads = [c for c in causing if words[c.first].low in _OWING and c.last <= subject.first < c.last + NEAR]
    causing = [c for c in causing if c not in leads]
    cues = [c for c in cues if c not in causing and c not in leads]
    if not cues and not causing:
        cues = acted_on.made_to(index, sentence, edge, span, pair)
    if len(causing) > 1 or (causing and not (subject.last <= causing[0].first < target.last)):
        return None
    if not cues and causing and edge.kind == "cause" and subject.last <= causing[0].first < target.first:
        cues = causing
    same = len(cues) == 2 and acted_on.is_neither(sentence, cues)
    if same:
        cues = [acted_on.Cue("same", cues[0].first, cues[1].last, verb=False)]
    if len(cues) != 1 or cues[0].kind not in _DIRECTED | {"cause"}:
        return None
    cue = cues[0]
    if acted_on.is_state(sentence, cue, pair) or not _is_whole(sentence, edge, target):
        return None
    if gone(sentence, Spot(subject.first, subject.last)):
        return None
    if acted_on.are_apart(sentence, span, pair) or not acted_on.moves_target(sentence, cue, pair):
        return None
    if not acted_on.acts_on(index, sentence, edge, cue, pair):
        return None
    denials = [i for i in span if words[i].low in english.NEGATION and i not in target.at]
    if same or words[cue.first].low in english.NEGATION:
        denials = [i for i in denials if not cue.first <= i < cue.last and not same]
    if len(denials) > 1 or (denials and not cue.first - NEAR <= denials[0] < cue.first):
        return None
    first, last = min(cue.first, target.first), max(cue.last, target.last)
    if subject.last <= first and cue.verb:
        first = subject.first
    kind = OPPOSITE.get(cue.kind, cue.kind) if lessened else cue.kind
    if lessened and kind == cue.kind:
        return None
    told = Told(kind, first, last, bool(denials))
    if denials and cue.kind == "same":
        return None
    return _compared(sentence, edge, told, subject, target)


def _is_whole(sentence: Sentence, edge: Edge, target: ends.End) -> bool:
    """Whether the object is told of itself, or the symptoms of what is told to become better or worse."""
    if whole(sentence, Spot(target.first, target.last)):
        return True
    before = {word.low for word in sentence.words[max(0, target.first - 2) : target.first]}
    return edge.kind in {"better", "worse"} and not before.isdisjoint(_COMPLAINTS)


def _is_joined(sentence: Sentence, subject: ends.End, target: ends.End) -> bool:
    """Whether a thing that has no name here stands beside the subject: "A and another", "A with another"."""
    words = sentence.words
    at = subject.last
    if at + 1 >= len(words) or words[at].low not in effect_words.BESIDE | {"and"} or at + 1 in target.at:
        return False
    low = words[at + 1].low
    return not sentence.taken[at + 1] and low not in english.CLOSED and low not in ends.CUES and low[0].isalpha()


def _compared(sentence: Sentence, edge: Edge, told: Told, subject: ends.End, target: ends.End) -> Told | None:
    """What is told with the arms of a comparison the right way round; None where that is not plain."""
    than = next((i for i, word in enumerate(sentence.words) if word.low in _COMPARED), None)
    if than is None:
        return told
    if than < subject.first or than < target.first:
        return None
    if edge.kind == effects_said.KIND or edge.claim.kind == "effect":
        turn = effects_said.arms(sentence, edge)
        if turn is None:
            return None
        return replace(told, kind=OPPOSITE.get(told.kind, told.kind)) if turn else told
    where = {edge.subject: [Spot(subject.first, subject.last)], edge.object: [Spot(target.first, target.last)]}
    return comparing.turned(sentence, edge, told, where)


def _is_before(sentence: Sentence, cue: acted_on.Cue, end: ends.End, span: range) -> bool:
    """Whether a comparative or the like stands right before an end and is of it."""
    words = sentence.words
    if not span.start <= cue.first < end.first or end.first - cue.last > NEAR - 1:
        return False
    if words[end.first].low in english.CLOSED:
        return False  # a name that begins with its joint: "stronger in the evening"
    between = [words[i].low for i in range(cue.last, end.first)]
    if any(low not in english.DETERMINERS | effect_words.AMOUNTS | effect_words.PORTIONS for low in between):
        return False
    if not cue.verb:
        return True
    return words[cue.first].low in effect_words.LESSENING and words[cue.first].low.endswith("ing")


def _is_able(sentence: Sentence, subject: ends.End) -> bool:
    """Whether somebody less ill is told of: not read."""
    return subject.first == 0 and len(sentence.mentions) < 2
