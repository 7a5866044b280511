"""Words that no evidence bears ("cures", "always", "all patients") on what a claim speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words
from evidencekb.draft.sentences.stance import Force
from evidencekb.draft.statements import wordings
from evidencekb.text import words as split

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim


_ENDS: Final = frozenset({"condition", "outcome"})
_TELLING: Final = frozenset({"association", "mechanism"})
MARKS: Final = effect_words.STRONG | {phrase[-1] for phrase in effect_words.STRONG_PHRASES}
"""One of these is in every sentence that overstates."""
_BREAKS: Final = frozenset({";", ":", "but", "while", "whereas", "although", "because", "though", "since"})

_APART: Final = _BREAKS | {"that"}
"""Words that keep a statement apart from a word for how sure or how strong another one is."""


def find(index: ClaimsIndex, sentence: Sentence) -> tuple[Claim, int, int] | None:
    """The claim that is overstated and the words that do it; None where none is."""
    if (span := _marked(sentence)) is None:
        return None
    lows = [word.low for word in sentence.words]
    low, high = span
    while low > 0 and lows[low - 1] not in _BREAKS:
        low -= 1
    while high < len(lows) and lows[high] not in _BREAKS:
        high += 1
    claim = _spoken_of(index, frozenset(c for m in sentence.within(low, high) for c in m.concepts))
    return None if claim is None or of_claim(sentence, claim) is None else (claim, *span)


def of_claim(sentence: Sentence, claim: Claim, said: tuple[int, int] | None = None) -> tuple[int, int] | None:
    """The words that overstate a claim of which a sentence is known to speak; None where none do, or it says so.

    Where it is `said` by some of the words, no others of another clause overstate it.
    """
    span = _marked(sentence)
    if span is None or _says_so(claim, {sentence.words[i].low for i in _at(sentence)}):
        return None
    apart = sentence.words[min(said[0], span[0]) : max(said[1], span[1])] if said else ()
    return span if all(word.low not in _APART for word in apart) else None


def _marked(sentence: Sentence) -> tuple[int, int] | None:
    """From the first to the last word that no evidence bears, where they are said in earnest."""
    hits = sorted(_at(sentence))
    if not hits:
        return None
    first, last = hits[0], hits[-1] + 1
    softened = any(word.low in effect_words.SOFTENERS for word in sentence.words[max(0, first - 5) : first])
    return None if softened or sentence.stance.of(first) in {Force.UNSAID, Force.DENIED} else (first, last)


def _at(sentence: Sentence) -> Iterator[int]:
    """Positions of words that no evidence bears, of a phrase the first and the last."""
    here = sentence.lows
    if here.isdisjoint(MARKS):
        return
    lows = [word.low for word in sentence.words]
    yield from (i for i, low in enumerate(lows) if low in effect_words.STRONG)
    for phrase in effect_words.STRONG_PHRASES:
        if here.issuperset(phrase):
            for i in range(len(lows) - len(phrase) + 1):
                if all(lows[i + j] == part for j, part in enumerate(phrase)):
                    yield from (i, i + len(phrase) - 1)


def _says_so(claim: Claim, strong: Collection[str]) -> bool:
    """Whether a claim uses the same words itself, and not to deny it."""
    own = split.split(claim.statement)
    return {word.low for word in own}.issuperset(strong) and not wordings.negated(own)


def _spoken_of(index: ClaimsIndex, named: frozenset[str]) -> Claim | None:
    """The claim that relates two of the things named, one of them done or taken or the cause."""
    concepts = index.kb.concepts
    treatments = {c for c in named if c in concepts and concepts[c].type in {"intervention", "substance"}}
    wide = frozenset().union(*(index.up(name) for name in named))
    best: tuple[int, str, Claim] | None = None
    for claim in _speaking(index, named):
        steps = {name for step in claim.steps for name in (step.subject, step.object, step.product)}
        frame = {*claim.population, *claim.given, claim.outcome, claim.subject, claim.object, claim.substance,
                 claim.action, *steps} - {""} - index.universal  # fmt: skip
        exact, near = len(frame & named), len(frame & wide)
        if near >= 2 and exact and (treatments & frame or claim.kind in _TELLING):
            entry = (-exact, claim.id, claim)
            if best is None or entry[:2] < best[:2]:
                best = entry
    if best is None and treatments and any(concepts[c].type in _ENDS for c in named if c in concepts):
        done = [c for c in _speaking(index, named) if {*c.given, c.subject, c.substance, c.action} & treatments]
        return min(done, key=lambda c: c.id, default=None)
    return best[2] if best else None


def _speaking(index: ClaimsIndex, named: frozenset[str]) -> list[Claim]:
    """Claims that name one of the concepts in any role."""
    found: dict[str, Claim] = {}
    for name in sorted(named):
        for table in (index.qualitative, index.by_population, index.by_outcome, index.by_given, index.by_key):
            for claim in table.get(name, ())[:200]:
                found[claim.id] = claim
    return list(found.values())
