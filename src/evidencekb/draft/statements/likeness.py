"""Statements in the words of a claim, in another order or with other words among them: what likeness to it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.language.effect_words import kind_of
from evidencekb.draft.matching.lookups import frame_concepts
from evidencekb.draft.matching.people import is_of_others
from evidencekb.draft.statements import comparing, overstatement, places, qualified, relations, wordings
from evidencekb.draft.statements.wordings import features_of, negated
from evidencekb.model.assertion import Verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.statements.wordings import Wording
    from evidencekb.model.nodes import Claim
    from evidencekb.text.words import Word

_PARTICLES: Final = frozenset({"up", "down", "out", "off"})
_LIKE: Final = 0.72
"""Likeness to a wording from which words alone say what is meant."""
_MOST: Final = 6
"""Wordings that are looked at, the likest first."""


class _Read(NamedTuple):
    """What is read of a sentence once, for all wordings."""

    said: frozenset[str]  # its directions
    free: frozenset[str]  # those that no name gives
    beside: frozenset[str]
    named: frozenset[str]
    features: frozenset[str]
    halves: tuple[frozenset[str], frozenset[str]] | None  # what it compares, before and behind "than"


def find(
    index: ClaimsIndex, sentence: Sentence, told: Collection[str], unread: Collection[str]
) -> tuple[Verdict, Claim, int, int] | None:
    """What a sentence in the words of a claim says of it, and the words that carry it: the same, or the opposite.

    Likeness decides nothing of the claims in `told`, of whose things the sentence was read to tell something else, and
    finds no contradiction with those in `unread`, of whose things it tells in a way that was not read.
    """
    if not sentence.stance.plain or comparing.equals(sentence):
        return None
    read = _Read(
        index.wordings.cues(sentence.words),
        wordings.free_cues(index, sentence),
        _beside(sentence),
        places.named(index, sentence),
        features_of(sentence.words),
        wordings.halves(sentence.words) if "than" in sentence.lows else None,
    )
    for near, wording in index.wordings.like(sentence.words)[:_MOST]:
        claim = wording.claim
        left = claim.id in unread
        if claim.id in told or _names_other(index, wording, read.features, unread=left):
            continue
        turned = read.halves is not None and wordings.swapped(wording.halves, read.halves)
        if not _is_meant(index, sentence, wording, read, turned=turned, alike=near >= _LIKE):
            continue
        against = negated(_telling(sentence, wording.features))
        verdict = _judged(index, wording, read, against=against, turned=turned)
        if verdict is Verdict.SUPPORTED and (
            names_more(index, sentence, claim) or qualified.is_turned(sentence, claim)
        ):
            continue
        if verdict is Verdict.CONTRADICTED and (near < _LIKE or not read.features <= wording.features or left):
            continue
        if verdict is Verdict.SUPPORTED and (over := overstatement.of_claim(sentence, claim)) is not None:
            return Verdict.OVERSTATED, claim, *over
        if verdict is not None:
            return (verdict if index.passes(claim) else Verdict.DISPUTED), claim, *carrying(sentence, claim)
    return None


def _is_meant(
    index: ClaimsIndex, sentence: Sentence, wording: Wording, read: _Read, *, turned: bool, alike: bool
) -> bool:
    """Whether a sentence speaks of what a wording speaks of: it names the same, and nothing by "than" instead."""
    claim = wording.claim
    if is_of_others(index, sentence, claim, {claim.subject, claim.object}):
        return False
    parts = frame_concepts(claim)
    if _is_one_name(index, sentence, parts):
        return False
    if read.halves is not None and not turned and wording.halves is None and _is_behind_than(sentence, claim):
        return False  # "B works better than A" says nothing of A alone
    if relations.holds_against(sentence, claim):
        return False
    if not index.wordings.less(sentence.lows) <= wording.less or not read.beside <= wording.features:
        return False
    if claim.kind == "association" and not (parts <= read.named or wording.features <= read.features):
        return False
    return alike or bool(read.named & parts)


def names_more(index: ClaimsIndex, sentence: Sentence, claim: Claim) -> bool:
    """Whether a sentence names a thing that is none of a claim's: its words then tell of that, too."""
    own = index.belongings.of(claim).above | index.universal
    return any(
        own.isdisjoint(m.concepts)
        and sentence.types(m) != {"population"}
        and _PARTICLES.isdisjoint(word.low for word in sentence.words[m.last : m.last + 1])  # "picked up"
        and all(own.isdisjoint(index.up(name)) for name in m.concepts)
        and own.isdisjoint(index.lexicon.inside(sentence.words, m))
        for m in sentence.mentions
    )


def _is_one_name(index: ClaimsIndex, sentence: Sentence, parts: frozenset[str]) -> bool:
    """Whether all that a claim relates is named within another name: "salt loss cramps" tells of no cause."""
    others = [m for m in sentence.mentions if parts.isdisjoint(m.concepts)]
    inside = [found for m in others if (found := parts & index.lexicon.inside(sentence.words, m))]
    return len(others) == len(sentence.mentions) and len(inside) == 1 and len(inside[0]) > 1


def _judged(index: ClaimsIndex, wording: Wording, read: _Read, *, against: bool, turned: bool) -> Verdict | None:
    """Whether a sentence says what a wording says, or the opposite; None where it says neither."""
    said, own = read.said, wording.cues
    if turned and (said != own or against != wording.negated):
        return None
    opposite = turned or any(said & effect_words.OPPOSITE.get(kind, set()) for kind in own if kind not in said)
    if opposite:
        return None if against and not wording.negated else Verdict.CONTRADICTED  # "no less" is not contrary to "more"
    if bool(own - {"same"}) != bool(said - {"same"}):
        return None
    if own.isdisjoint(read.free) and wordings.lacks_its_verb(index, wording, read.features):
        return None
    if any(effect_words.OPPOSITE.get(kind, set()) & own for kind in said - own):
        return None  # "a high A goes with lower B": which of the two directions is told of what?
    if against != wording.negated:
        return Verdict.CONTRADICTED if said == own else None
    return None if own - said and said - own else Verdict.SUPPORTED


def _beside(sentence: Sentence) -> frozenset[str]:
    """The stems of what more or less is told of where no concept is: "more research", "less is known", "less said"."""
    words = sentence.words
    found = set()
    for i, word in enumerate(words[:-1]):
        if word.low not in {"more", "less", "fewer"}:
            continue
        at = i + 1
        while at < len(words) - 1 and words[at].low in english.AUXILIARY:
            at += 1
        low = words[at].low
        idle = sentence.taken[at] or not low.isalpha() or low in english.CLOSED or low in effect_words.FREQUENT
        if not idle and low not in effect_words.KIND and low not in english.GENERIC:
            found.add(words[at].stem)
    return frozenset(found)


def _names_other(index: ClaimsIndex, wording: Wording, features: frozenset[str], *, unread: bool) -> bool:
    """Whether a sentence names something else in the place of a part of a mechanism.

    Or leaves the part out, where it is `unread` what the sentence tells of the others: another may do it then.
    """
    claim = wording.claim
    missing = wording.features - features
    if claim.kind != "mechanism" or not missing or (features <= wording.features and not unread):
        return False
    return any(not missing.isdisjoint(index.name_words(part)) for part in frame_concepts(claim))


def _is_behind_than(sentence: Sentence, claim: Claim) -> bool:
    """Whether what a claim is of stands behind "than" alone."""
    than = next(i for i, word in enumerate(sentence.words) if word.low == "than")
    spots = [m.first for m in sentence.mentions if claim.subject in m.concepts]
    return bool(spots) and min(spots) > than


def _telling(sentence: Sentence, features: Collection[str]) -> Sequence[Word]:
    """The words up to the clause that ends with the last of some words: what is added behind a comma denies nothing."""
    words = sentence.words
    last = max(i for i, word in enumerate(words) if word.stem in features)
    end = next((i for i in range(last, len(words)) if words[i].low in {",", ";"}), len(words))
    return words[:end]


def carrying(sentence: Sentence, claim: Claim) -> tuple[int, int]:
    """The words from the first to the last that carry the statement: what is related, and the direction."""
    words = sentence.words
    subjects = [m for m in sentence.mentions if claim.subject and claim.subject in m.concepts]
    marks = [i for i, word in enumerate(words) if kind_of(word.low)]
    if claim.kind == "association" and subjects:
        marks = [i for i in marks if not subjects[0].first <= i < subjects[0].last]
    if claim.kind == "association" and not (subjects and marks):
        return 0, len(words) - (not words[-1].raw[0].isalnum())
    if claim.kind == "association" and subjects and marks:
        near = min(marks, key=lambda i: abs(i - subjects[0].first))
        ends = [(near, near + 1), (subjects[0].first, subjects[0].last)]
        ends += [(m.first, m.last) for m in sentence.mentions if claim.object in m.concepts][:1]
        return min(first for first, _ in ends), max(last for _, last in ends)
    spans = [(m.first, m.last) for m in sentence.mentions] or [(0, len(words))]
    first, last = min(a for a, _ in spans), max(b for _, b in spans)
    if marks:
        first, last = min(first, *marks), max(last, *(i + 1 for i in marks))
    return first, last
