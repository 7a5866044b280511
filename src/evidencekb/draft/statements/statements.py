"""Statements without a figure: what they say of a claim, and whether it is what the claim says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import acting_words, effect_words, english, stance_words
from evidencekb.draft.language.effect_words import kind_of
from evidencekb.draft.matching.match import passing
from evidencekb.draft.matching.people import is_of_others, spoken_of
from evidencekb.draft.sentences import clauses, views
from evidencekb.draft.statements import (
    advising,
    chief,
    compounds,
    effects_said,
    ends,
    harming,
    judging,
    left_over,
    likeness,
    overstatement,
    places,
    qualified,
    ranked,
    relations,
    renamed,
    sourcing,
    steps,
    tandem,
    verb_first,
    wordings,
    worth,
)
from evidencekb.draft.statements.edges import COMPARING, KINDS, Edge
from evidencekb.model.assertion import PASSING, Verdict
from evidencekb.text import moving

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.sentences.telling import Told
    from evidencekb.model.nodes import Claim

_ORDER: Final = (Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.DISPUTED, Verdict.OVERSTATED)
_TELLING: Final = (
    english.FINITE
    | effect_words.STRONG
    | effect_words.CONVERT
    | effect_words.NEEDS
    | effect_words.SERVES
    | acting_words.VERBS
    | moving.VERBS.keys()
    | steps.VERBS
    | ranked.OUTDOING
    | sourcing.GIVING
    | advising.VERBS
    | english.listed("than grow grows grew")
)
_WITHOUT_FIGURE: Final = frozenset({"association", "mechanism"})
_MARKED: Final = (
    stance_words.STANCE - stance_words.MEANT
    | overstatement.MARKS
    | effect_words.LESSENING
    | effect_words.POORLY
    | english.NEGATION
    | english.listed("against except excluding only solely instead rather unlike over longer every all")
    | effect_words.SELDOM
)
"""Words that turn a claim's own words, where it has them not."""
_CLOSED: Final = advising.KINDS | {chief.KIND, ranked.KIND, sourcing.KIND}
"""Kinds of edges that are told in ways of their own, or not at all."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that speaks of a claim: words first:last of the sentence carry it."""

    verdict: Verdict
    claim: Claim
    first: int
    last: int


def find(
    index: ClaimsIndex, sentence: Sentence, pinned: Collection[str] = (), before: Sentence | None = None
) -> list[Statement]:
    """The statements that a sentence makes of claims. Of `pinned` claims alone, if any.

    `before` is the sentence that it follows, which may name its subject.
    """
    found = []
    for said in _found(index, sentence, pinned, before):
        passes = said.verdict in PASSING
        span = said.first, said.last
        if passes:
            verdict = qualified.held(index, sentence, said.claim, said.verdict, span)
        else:
            verdict = None if qualified.is_of_handling(index, sentence, said.claim) else said.verdict
        if verdict is not None:
            found.append(replace(said, verdict=verdict))
    return found


def _found(index: ClaimsIndex, sentence: Sentence, pinned: Collection[str], before: Sentence | None) -> list[Statement]:
    """What the readers of statements find, each in its way."""
    if (whole := clauses.resumed(sentence, before)) is not None:
        more = len(whole.words) - len(sentence.words)
        return [
            replace(said, first=max(0, said.first - more), last=max(1, said.last - more))
            for said in find(index, whole, pinned)
        ]
    if sentence.text.rstrip().endswith("?"):
        return []
    marked = sentence.lows & _MARKED
    for wording in index.own_words.said(sentence):
        claim = wording.claim
        if not wording.holds(marked) or is_of_others(index, sentence, claim, {claim.subject, claim.object}):
            continue  # asked, denied or overstated in the claim's own words
        if wordings.has_another_verb(index, claim, wording.stems, sentence.words):
            continue
        if relations.holds_against(sentence, claim) or likeness.names_more(index, sentence, claim):
            continue
        if claim.kind in _WITHOUT_FIGURE and (not pinned or claim.id in pinned):
            spans = [(s.first, s.last) for _, s in _related(index, sentence, set(), set()) if s.claim is claim]
            own = [Statement(passing(index, claim), claim, *(spans or [likeness.carrying(sentence, claim)])[0])]
            for said in _of_clauses(index, sentence, {claim.id}, (set(), set())):
                if all(said.first >= other.last or said.last <= other.first for other in own):
                    own.append(said)
            _add_inner(index, sentence, own, {claim.id}, (set(), set()))
            return own
    if not _has_verb(sentence):  # it may have one that no list holds
        return _of_names(index, sentence, pinned)
    strong = overstatement.find(index, sentence)
    if strong is not None:
        denied = [said for said in _of_names(index, sentence, pinned) if said.verdict is Verdict.CONTRADICTED]
        return denied or [Statement(Verdict.OVERSTATED, *strong)]
    told: set[str] = set()
    unread: set[str] = set()
    found = _of_clauses(index, sentence, pinned, (told, unread))
    if not found:
        judged = _of(pinned, [*_related(index, sentence, told, unread), *_compounds(index, sentence)])
        found = [_first(judged)] if judged else []
    found = [_overstated(sentence, said) for said in found]
    _add_inner(index, sentence, found, pinned, (told, unread))
    alike = None if found else likeness.find(index, sentence, told, unread)
    if alike is not None and not (pinned and alike[1].id not in pinned):
        found = [Statement(*alike)]
    found += _left_over(index, sentence, found, pinned, told)
    found = found or _of_names(index, sentence, pinned) or _of_harm(index, sentence, pinned)
    if not found and (plainer := verb_first.apart(index, sentence)) is not None:
        return find(index, plainer, pinned, before)
    return found


def _overstated(sentence: Sentence, said: Statement) -> Statement:
    """What agrees with a claim, as an overstatement of it where words of the same clause make it one."""
    if said.verdict not in PASSING:
        return said
    strong = overstatement.of_claim(sentence, said.claim, (said.first, said.last))
    return said if strong is None else Statement(Verdict.OVERSTATED, said.claim, *strong)


def _of_names(index: ClaimsIndex, sentence: Sentence, pinned: Collection[str]) -> list[Statement]:
    """What a sentence says of claims in their own words, with other names."""
    told = renamed.find(index, sentence)
    if told is None or (pinned and told[1].id not in pinned) or relations.holds_against(sentence, told[1]):
        return []
    verdict, claim, at = told
    return [Statement(verdict, claim, *at)]


def _of_harm(index: ClaimsIndex, sentence: Sentence, pinned: Collection[str]) -> list[Statement]:
    """What a sentence says of the harm that something does."""
    told = harming.find(index, sentence)
    if told is None or (pinned and told[1].claim.id not in pinned):
        return []
    verdict, edge, first, last = told
    return [Statement(verdict, edge.claim, first, last)]


def _left_over(
    index: ClaimsIndex, sentence: Sentence, found: list[Statement], pinned: Collection[str], told: Collection[str]
) -> list[Statement]:
    """What a sentence, or the clauses in which nothing was found, says by all its words."""
    free = None
    if found:
        taken = {i for said in found for i in range(said.first, said.last)}
        free = [i for i in range(len(sentence.words)) if i not in taken]
        told = {claim for claim in told if claim not in {said.claim.id for said in found}}
    return [
        Statement(verdict, edge.claim, first, last)
        for verdict, edge, first, last in left_over.find(index, sentence, told, free)
        if not pinned or edge.claim.id in pinned
    ]


def _of_clauses(
    index: ClaimsIndex, sentence: Sentence, pinned: Collection[str], seen: tuple[set[str], set[str]]
) -> list[Statement]:
    """What is said in the clauses that are joined in a sentence, each by itself."""
    named = places.named(index, sentence)
    if not index.edges.between(named):
        return []
    found: list[Statement] = []
    for view in clauses.joined(sentence):
        inner = _of(pinned, [*_related(index, view.sentence, *seen, named)])
        if inner:
            said = _first(inner)
            first, last = view.place(said.first, said.last)
            found.append(replace(said, first=first, last=last))
    return found


def _add_inner(
    index: ClaimsIndex,
    sentence: Sentence,
    found: list[Statement],
    pinned: Collection[str],
    seen: tuple[set[str], set[str]],
) -> None:
    """Add to what was found in a sentence what the plainer sentences inside it say beside that."""
    if not index.edges.between(places.named(index, sentence)):
        return
    for view in views.views(sentence):
        inner = _of(pinned, [*_related(index, view.sentence, *seen)])
        if not inner or (found and not view.more):
            continue
        said = _first(inner)
        first, last = view.place(said.first, said.last)
        if all(first >= other.last or last <= other.first for other in found):
            found.append(replace(said, first=first, last=last))


def _of(pinned: Collection[str], judged: list[tuple[int, Statement]]) -> list[tuple[int, Statement]]:
    """The statements of some claims, if any are given."""
    return [each for each in judged if each[1].claim.id in pinned] if pinned else judged


def _first(judged: list[tuple[int, Statement]]) -> Statement:
    """The statement that tells the most: which cause is the commonest, before that it is one.

    Then that of which the sentence names the most; of several, the one that is best for the writer.
    """

    def key(each: tuple[int, Statement]) -> tuple[bool, int, int, str]:
        named, said = each
        ranks = KINDS.get(said.claim.relation) == chief.KIND
        return not ranks, -named, _ORDER.index(said.verdict), said.claim.id

    return min(judged, key=key)[1]


def _has_verb(sentence: Sentence) -> bool:
    """Whether a sentence says anything at all; a label or a row of a table does not."""
    return not sentence.lows.isdisjoint(_TELLING) or any(
        (word.low.endswith("ed") and word.raw[0].islower())
        or kind_of(word.low) in {"better", "worse", "cause", "linked", "up", "down"}
        for word in sentence.words
    )


def _related(
    index: ClaimsIndex, sentence: Sentence, read: set[str], unread: set[str], around: frozenset[str] = frozenset()
) -> Iterator[tuple[int, Statement]]:
    """What the sentence says of two things that a claim relates, with how much of the claim it names.

    The claims of whose things anything is read go into `read`, those that are spoken of in a way that is not into
    `unread`. `around` is what the whole names of which the sentence is a part.
    """
    named = places.named(index, sentence)
    edges = index.edges.between(named)
    if not edges:
        return
    named |= around
    spots = places.spots(index, sentence)
    for edge in edges:
        if not spoken_of(index, sentence, edge, named):
            continue
        effect = edge.kind == effects_said.KIND
        meant = effects_said.meant(index, sentence, edge, named) if effect else edge
        if meant is None:
            continue
        told = (effects_said if effect else relations).told(sentence, meant, spots)
        if edge.kind in COMPARING and told is not None and ends.is_elsewhere(index, sentence, edge):
            continue
        if edge.kind in worth.OF_COMPLAINTS and not worth.is_told(sentence, told):
            continue
        if told is None:
            closed = edge.kind in _CLOSED or tandem.told(sentence, meant, spots)[1]
            (read if closed else unread).add(edge.claim.id)
            continue
        read.add(edge.claim.id)
        if worth.is_of_new_cases(sentence, edge, told):
            continue
        verdict = judging.put(index, sentence, meant, told)
        if verdict is Verdict.CONTRADICTED and edge.kind == "none" and _is_of_more(index, sentence, edge, told):
            verdict = None
        if verdict is not None:
            frame = {*edge.claim.population, edge.subject, edge.object, edge.claim.comparator}
            yield len(frame & named), Statement(verdict, edge.claim, told.first, told.last)


def _is_of_more(index: ClaimsIndex, sentence: Sentence, edge: Edge, told: Told) -> bool:
    """Whether a difference is of something else than what a claim finds alike: "A costs more, and B worries us"."""
    words = sentence.words
    spots = [m for m in sentence.mentions if edge.object in m.concepts]
    last = max([told.last, *(m.last for m in spots)])
    span = range(min([told.first, *(m.first for m in spots)]), last)
    parted = [words[i + 1].low for i in range(span.start, last - 1) if words[i].low == ","]
    strange = ends.strange(index, sentence, edge, span)
    return strange is None or not {"and", "but"}.isdisjoint(parted) or (bool(parted) and strange > 1)


def _compounds(index: ClaimsIndex, sentence: Sentence) -> Iterator[tuple[int, Statement]]:
    """What the sentence says of compound measures, with how much of the claim it names."""
    for verdict, claim, first, last in compounds.find(index, sentence):
        yield 2, Statement(verdict, claim, first, last)
