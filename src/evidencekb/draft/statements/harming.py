"""What does harm: "A is harmless", "there is no harm in A", where a claim tells of side effects or damage by A.

What harms is seldom told by the name that the claim base has for it: the claim says that A causes adverse events, and
a writer that A is harmful.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.matching.people import spoken_of
from evidencekb.draft.sentences.telling import Told, negated
from evidencekb.draft.statements import ends, judging, places

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.statements.edges import Edge
    from evidencekb.model.assertion import Verdict

_NAMES: Final = english.listed(
    "harm harms adverse toxicity toxic damage poisoning side effect effects event events reaction reactions unwanted"
)
"""Words of which the names of harm in general are made, as claim bases have them; "nerve damage" is no such."""
_HARMFUL: Final = english.listed("harmful damaging injurious poisonous toxic")
_HARMLESS: Final = english.listed("harmless innocuous nontoxic")
_HARM: Final = english.listed("harm damage")
_DOING: Final = english.listed("do does did doing done come comes in from by")
"""Words one of which ties harm to what does it: "does harm", "harm comes of A", "harm in taking A"."""
CUES: Final = _HARMFUL | _HARMLESS | _HARM
_NEAR: Final = 6


def find(index: ClaimsIndex, sentence: Sentence) -> tuple[Verdict, Edge, int, int] | None:
    """What a sentence without a figure tells of the harm that something does, and the words that carry it."""
    if sentence.lows.isdisjoint(CUES) or sentence.figured or not sentence.stance.plain:
        return None
    named = places.named(index, sentence)
    for edge in index.edges.near(named):
        if edge.kind != "cause" or edge.subject not in named or not _is_harm(index, edge.object):
            continue
        told = _told(index, sentence, edge)
        if told is None or not spoken_of(index, sentence, edge, named | {edge.object}):
            continue
        verdict = judging.put(index, sentence, edge, told)
        if verdict is not None:
            return verdict, edge, told.first, told.last
    return None


def _is_harm(index: ClaimsIndex, name: str) -> bool:
    """Whether a concept is harm in general by one of its names."""
    concept = index.kb.concepts.get(name)
    names = (concept.label, *concept.synonyms) if concept else ()
    return any(_NAMES.issuperset(text.lower().split()) for text in names)


def _told(index: ClaimsIndex, sentence: Sentence, edge: Edge) -> Told | None:
    """Whether harm is told of the subject, or denied; None where some word may tell of anything else."""
    words = sentence.words
    subject = next((m for m in sentence.mentions if edge.subject in m.concepts), None)
    at = next((i for i, word in enumerate(words) if word.low in CUES and not sentence.taken[i]), -1)
    if subject is None or at < 0 or sentence.negated(subject):
        return None
    between = range(min(subject.last, at + 1), max(subject.first, at))
    if len(between) > _NEAR or any(words[i].low in ends.BREAKS for i in between):
        return None
    low = words[at].low
    if low in _HARM and not any(words[i].low in _DOING for i in between):
        return None
    here = ends.End(frozenset({*range(subject.first, subject.last), at}))
    if ends.left_over(index, sentence, edge, range(len(words)), (here, here)) != 0:
        return None
    against = negated(sentence, at) != (low in _HARMLESS)
    return Told("cause", min(subject.first, at), max(subject.last, at + 1), against)
