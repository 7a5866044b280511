"""Those who have something compared with others by any verb: "people with A breathe out more B than healthy people".

The two groups stand on either side of "than", or the one alone is told of. What is measured is told by one comparative,
and nothing else is named: what is given to people, or what becomes of them, makes no comparison of groups.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences.telling import NEAR, Spot, Told
from evidencekb.draft.statements import acted_on, comparing, ends

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.statements.edges import Edge
    from evidencekb.text.words import Word

_THAN: Final = frozenset({"than", "versus", "vs", "compared"})
_WELL: Final = comparing.REST - {"before", "no", "not", "never", "if", "water", "nothing", "care"} | english.listed(
    "healthy general population public average peers unaffected"
)
"""Words for those who do not have what a claim is about."""
_HAVING: Final = effect_words.HAVING | effect_words.HOLDING | english.listed("live lives living suffer suffers is are")
_LATER: Final = english.listed("before earlier previously usual ago yesterday last previous expected when if while")
"""Words behind "than" for another time, or for what was looked for."""
_LEADING: Final = english.LEADS | {"with", "have", "having", "who"}


def told(
    index: ClaimsIndex, sentence: Sentence, edge: Edge, span: range, pair: tuple[ends.End, ends.End]
) -> tuple[Told, int] | None:
    """What some words tell of the groups, and how many words may tell of anything; None where that is not plain."""
    words = sentence.words
    subject, group = pair
    than = next((i for i in span if words[i].low in _THAN), span.stop)
    arm = range(than, span.stop) if group.first < than else range(span.start, than)
    if subject.first > than or _is_described(sentence, subject, span) or not _are_whole(words, span, than, group):
        return None
    others = [m for m in sentence.within(arm.start, arm.stop) if group.at.isdisjoint(range(m.first, m.last))]
    beside = {
        i for m in others if _is_other(sentence, edge, m.concepts, m.first, m.last) for i in range(m.first, m.last)
    }
    beside -= subject.at
    if than < span.stop and not (beside or any(words[i].low in _WELL for i in arm)):
        return None
    free = ends.left_over(index, sentence, edge, span, (subject, ends.End(group.at | beside)))
    if free is None or (than == span.stop and free):
        return None
    cues = [c for c in acted_on.cues(sentence, range(span.start, than), pair) if c.kind in {"up", "down", "same"}]
    more = [i for i in subject.at if i < than and ends.bare(words[i].low) and words[i].low[-2:] == "er"]
    if not cues and len(more) == 1 and than < span.stop:
        cues = [acted_on.Cue("up", more[0], more[0] + 1, verb=False)]
    if len(cues) != 1 or cues[0].verb or not acted_on.moves_target(sentence, cues[0], (group, subject)):
        return None
    cue = cues[0]
    if cue.last < than and words[cue.last].low in effect_words.FREQUENT and words[cue.last].low.endswith(("n", "y")):
        return None  # how often something is done
    if comparing.is_elsewhere(sentence, Spot(group.first, group.last), cue.first):
        return None
    if comparing.is_along(sentence, cue.first):
        return None
    if than == span.stop and not _is_of_group(words, cue, subject, group):
        return None
    denials = [i for i in range(span.start, than) if words[i].low in english.NEGATION and not sentence.taken[i]]
    denials = [i for i in denials if i not in beside and words[i].low != "without"]
    if len(denials) > 1 or (denials and not cue.first - NEAR <= denials[0] < cue.first):
        return None
    first, last = min(cue.first, subject.first), max(cue.last, subject.last)
    return Told(cue.kind, first, last, bool(denials), group.first > than), free


def _is_other(sentence: Sentence, edge: Edge, concepts: Sequence[str], first: int, last: int) -> bool:
    """Whether a name is of those who do not have what a claim is about."""
    if edge.claim.comparator in concepts:
        return True
    known = sentence.concepts.get(concepts[0])
    return known is not None and known.type == "population" and any(w.low in _WELL for w in sentence.words[first:last])


def _is_described(sentence: Sentence, subject: ends.End, span: range) -> bool:
    """Whether an unknown word stands right beside what is measured, so that it may be another thing."""
    words = sentence.words
    for i in (subject.first - 1, subject.last):
        if not span.start <= i < span.stop or sentence.taken[i] or not words[i].raw[0].isalpha():
            continue
        low = words[i].low
        if low not in english.CLOSED and low not in ends.CUES and low not in english.ADVERBS and low[-2:] != "ly":
            return True
    return False


def _are_whole(words: Sequence[Word], span: range, than: int, group: ends.End) -> bool:
    """Whether a group is told of as it is: no clause tells which of it, and no other time or wish is told."""
    for i in range(span.start, than):
        low = words[i].low
        if low in english.RELATIVE and (i + 1 >= than or i >= group.last or words[i + 1].low not in _HAVING):
            return False
        if low in english.MODAL - {"to"} or low in _LATER:
            return False
    return not any(words[i].low in _LATER for i in range(than, span.stop))


def _is_of_group(words: Sequence[Word], cue: acted_on.Cue, subject: ends.End, group: ends.End) -> bool:
    """Whether a lone group is the one told of: "A is lower in B", "people with B have less A", "the A of B is less"."""
    if group.first > subject.first:
        before = {words[i].low for i in range(max(0, group.first - NEAR), group.first)}
        return not before.isdisjoint(_LEADING | {"of"})
    return any(words[i].low in _HAVING for i in range(group.last, max(cue.first, subject.first)))
