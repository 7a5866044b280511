"""What needs what: "B needs A", "A is a cofactor of B", "without A, no B"; what hinders a thing is not needed by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences.telling import NEAR, Spot, Told, negated
from evidencekb.draft.statements.acting import acts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.sentences.sentence import Sentence

_OTHERWISE: Final = effect_words.MORE_OR_LESS | effect_words.LESSENING | english.listed("high excess excessive much")
"""Words with which a thing is not told of as it usually is."""
_NEEDING: Final = english.listed("requires require needs need depends depend relies rely")
_LACKING: Final = effect_words.LESSENING | {"little", "few"}
_HAVING: Final = frozenset({"has", "have", "had", "uses", "use", "used"})
_NOTHING: Final = frozenset({"nothing", "do", "with"})
_PARTS: Final = frozenset({"part", "role", "place", "use", "share"})
_BEFORE_LACKED: Final = (
    english.ARTICLES | english.POSSESSIVE | effect_words.SERVES | english.listed("any enough sufficient")
)
_ENDING: Final = frozenset({"away", "obviates", "obviate", "eliminates", "removes"})
"""Words by which there is no need any more: "does away with the need for A"."""
_USELESS: Final = frozenset({"useless", "worthless", "pointless"})
_UNABLE: Final = english.NEGATION - {"without"} | frozenset({"impossible", "stops", "breaks", "falters", "ceases"})
_DOING: Final = english.listed("by do go manage work works run runs happen proceed")
"""Words before "without" by which something does without."""
_ABLE: Final = frozenset({"can", "could", "still", "just", "works", "runs", "happens", "proceeds", "occurs", "goes",
                          "fine", "well"})  # fmt: skip


def told(sentence: Sentence, needed: Spot, needing: Spot) -> Told | None:
    """Read "B needs A", "A is a cofactor of B", "A is required for B", "without A, no B"."""
    words = sentence.words
    one, other = (needed, needing) if needed.first < needing.first else (needing, needed)
    between = [word.low for word in words[one.last : other.first]]
    against = any(word in english.NEGATION | _ENDING for word in between if word != "without")
    before = {word.low for word in words[max(0, one.first - 3) : one.first]}
    if (lacked := _lacked(sentence, needed, needing)) is not None:
        return lacked.told
    if before & effect_words.NEEDS - {"without"} and between[:1] in (["to"], ["for"]):
        return Told("needed", one.first, other.last, negated(sentence, one.first), one is not needed)
    behind = [word.low for word in words[other.last : other.last + NEAR]]
    if (short := _short(sentence, needed, needing)) is not None:
        return short
    if not needing.inner and (hindered := _hindered(sentence, needed, needing)) is not None:
        return hindered
    if one is needed and is_idle(between):
        return Told("needed", one.first, other.last, negated=True)
    if set(between) & _HAVING and behind[:1] == ["as"] and set(behind) & effect_words.SERVES:
        turned = one is needed
    elif set(between) & effect_words.SERVES and not set(between) & _NEEDING:
        turned = (one is needed) if set(between) & _HAVING else one is not needed  # "B has A as its cofactor"
    elif set(between) & effect_words.NEEDS:
        turned = one is needed
    else:
        return None
    if "by" in between and set(between) & {"needed", "required", "used", "demanded"}:
        turned = one is not needed
    return Told("needed", one.first, other.last, against, turned)


def is_idle(between: Sequence[str]) -> bool:
    """Whether words between two things say that the first does nothing for the second: "plays no part in"."""
    lows = {*between}
    return lows >= _NOTHING or bool(lows & _USELESS) or ("no" in lows and not lows.isdisjoint(_PARTS))


def _hindered(sentence: Sentence, needed: Spot, needing: Spot) -> Told | None:
    """Read "A blocks B", which denies that B needs A; too much of it may well do so."""
    before = {word.low for word in sentence.words[max(0, needed.first - NEAR) : needed.first]}
    if needed.inner or not before.isdisjoint(_OTHERWISE):
        return None
    said = acts(sentence, needed, needing)
    hinders = said is not None and said.kind == "down" and not said.negated and not said.reversed
    return Told("needed", said.first, said.last, negated=True) if said is not None and hinders else None


def _short(sentence: Sentence, needed: Spot, needing: Spot) -> Told | None:
    """Read "too little A slows B", by which B needs A."""
    before = {word.low for word in sentence.words[max(0, needed.first - NEAR) : needed.first]}
    said = acts(sentence, needed, needing) if not before.isdisjoint(_LACKING) else None
    if said is None or said.kind != "up" or said.negated or said.reversed:
        return None
    return Told("needed", said.first, said.last)


class _Lacked(NamedTuple):
    """That a thing is told to be lacking, and what is told by that; None where it is of people who lack it."""

    told: Told | None


def _lacked(sentence: Sentence, needed: Spot, needing: Spot) -> _Lacked | None:
    """Read "without A there is no B", "B does not work without A"; "B works without A" denies the need."""
    words = sentence.words
    for lacked, other in ((needed, needing), (needing, needed)):
        at = lacked.first - 1
        while at > 0 and words[at].low in _BEFORE_LACKED:
            at -= 1
        if at < 0 or words[at].low != "without":
            continue
        if other.first > lacked.first:
            rest = [word.low for word in words[lacked.last : min(len(words), other.last + 6)]]
        else:
            rest = [word.low for word in words[max(0, other.first - NEAR) : at]]
        denials = sum(low in _UNABLE for low in rest if low != "nor")  # "neither ... nor" denies once
        do = at and words[at - 1].low in _DOING
        if not denials and not (do or not _ABLE.isdisjoint(rest)):
            return _Lacked(None)
        first, last = min(at, needed.first, needing.first), max(needed.last, needing.last)
        return _Lacked(Told("needed", first, last, negated=denials % 2 == 0, reversed=lacked is not needed))
    return None
