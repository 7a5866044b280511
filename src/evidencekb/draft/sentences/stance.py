"""What a sentence does with a statement inside it: says it, asks it, denies it, or tells of those who believe it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from evidencekb.draft.language import effect_words, english, stance_words
from evidencekb.draft.sentences import fancied

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Force(Enum):
    """How a statement is put."""

    SAID = "said"
    MEANT = "meant"
    """What something is for ("worn to prevent A"): it may agree with a claim, it is not held against one."""
    UNSAID = "unsaid"
    """Asked, supposed, believed by some: nothing is stated."""
    DENIED = "denied"
    FANCIED = "fancied"
    """Foreseen, or handed down as a saying: not even a figure in it is held against a claim."""


class Stance(NamedTuple):
    """The parts of a sentence that it does not simply say: words first:last and how they are put."""

    parts: tuple[tuple[int, int, Force], ...] = ()

    def of(self, at: int) -> Force:
        """How the word at a position is put; what is asked or supposed within a denial is not said."""
        found = {force for first, last, force in self.parts if first <= at < last}
        if Force.FANCIED in found and Force.DENIED not in found:
            return Force.UNSAID
        for force in (Force.UNSAID, Force.DENIED, Force.MEANT):
            if force in found:
                return force
        return Force.SAID

    def figures_count(self, at: int) -> bool:
        """Whether a figure at a position is told as a fact, be it one that others believe in."""
        return not any(
            first <= at < last and force in {Force.DENIED, Force.FANCIED} for first, last, force in self.parts
        )

    def start(self, at: int) -> int:
        """Where the denial begins that a position is in, 0 where it is in none: what denies it counts once."""
        return max(
            (first for first, last, force in self.parts if force is Force.DENIED and first <= at < last), default=0
        )

    @property
    def plain(self) -> bool:
        """Whether all is simply said."""
        return all(force is Force.MEANT for _, _, force in self.parts)


SAID: Final = Stance()
_ENDS: Final = frozenset({";", ":", "but", "however", "although", "though", "whereas"})
_NOT: Final = frozenset({"not", "no", "never", "isn't", "wasn't", "aren't", "hardly", "n't", "nor"})
_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "isn't", "wasn't"})


_OPEN: Final = frozenset({"did", "have", "would", "can", "could", "do"})
_KNOWN: Final = frozenset({"know", "heard", "believe", "guessed", "realize", "realise", "realized", "realised"})


def asks(lows: Sequence[str]) -> bool:
    """Whether a sentence asks for yes or no: "Would 3 g be too much?"; not "Did you know that ...?", "Why do ...?"."""
    if not lows or lows[-1] != "?":
        return False
    words = [low for low in lows[:8] if low not in {"so", "and", "but", "or", ",", "then", "well"}]
    if not words:
        return False
    if words[0] == "what" and len(words) > 1 and words[1] in {"if", "about", "would", "happens"}:
        return True
    if words[0] == "how" and len(words) > 1 and words[1] in {"about", "much", "many"}:
        return False
    if words[0] in _OPEN and _KNOWN.intersection(words[1:5]):
        return False
    return words[0] in english.AUXILIARY and not words[0].startswith("'") and "not" not in words[1:4]


def read(lows: Sequence[str], every: frozenset[str]) -> Stance:
    """Read the stance of a sentence from its words in lower case; `every` are the same, each once."""
    if every.isdisjoint(stance_words.STANCE):
        return SAID
    parts = [
        *_asked(lows),
        *_supposed(lows),
        *_sometimes(lows),
        *_believed(lows),
        *_held(lows),
        *_denied(lows),
        *_unshown(lows),
        *_taken_back(lows),
    ]
    told = ((first, last, Force.FANCIED) for first, last in fancied.parts(lows))
    return Stance((*parts, *told, *_purposes(lows)))


def _end(lows: Sequence[str], start: int, more: frozenset[str] = frozenset()) -> int:
    """Where the clause ends that begins at `start`."""
    return next((i for i in range(start, len(lows)) if lows[i] in _ENDS or lows[i] in more), len(lows))


_COMMA: Final = frozenset({","})


_NOT_ASKING: Final = effect_words.AFFECTING | {"regardless", "irrespective"}
"""Words before "whether" by which nothing is asked, beside "the same": "A does not change whether B comes back"."""


def _asked(lows: Sequence[str]) -> Iterator[tuple[int, int, Force]]:
    """What stands behind "whether", unless it is told to be changed; at the head up to the comma."""
    for i, low in enumerate(lows):
        if low == "whether" and (_NOT_ASKING | effect_words.SAME).isdisjoint(lows[max(0, i - 2) : i]):
            head = i == 0 and "," in lows
            yield i, _end(lows, i, _COMMA if head else frozenset()), Force.UNSAID


def _supposed(lows: Sequence[str]) -> Iterator[tuple[int, int, Force]]:
    """What stands behind "if", and what would follow from it."""
    for i, low in enumerate(lows):
        if low not in stance_words.SUPPOSING:
            continue
        asked = i > 0 and bool(set(lows[max(0, i - 2) : i]) & stance_words.ASKING)
        end = _end(lows, i + 1, frozenset() if asked else _COMMA)
        yield i, end, Force.UNSAID
        if not asked:
            rest = (end, len(lows)) if end < len(lows) else (0, i)
            if set(lows[rest[0] : rest[1]]) & {"would", "could", "might", "wouldn't", "couldn't"}:
                yield *rest, Force.UNSAID


def _sometimes(lows: Sequence[str]) -> Iterator[tuple[int, int, Force]]:
    """What is told of "not everyone", and what stands behind "even when A", "when A does not"."""
    for i, low in enumerate(lows):
        if low == "not" and i + 1 < len(lows) and lows[i + 1] in stance_words.NOT_ALL:
            yield (0 if i < 2 else i), _end(lows, i), Force.UNSAID
        elif low == "when":
            end = _end(lows, i, _COMMA)
            if lows[max(0, i - 1)] == "even" or not english.DENIAL.isdisjoint(lows[i:end]):
                yield i, end, Force.UNSAID


_NO_BELIEF: Final = frozenset({"to", "about", "of", "by", "in", ",", "twice", "again"})
"""Words behind "think" and the like by which nothing is said to be believed."""


def _believed(lows: Sequence[str]) -> Iterator[tuple[int, int, Force]]:
    """What stands behind "some believe that", "it was once thought to"."""
    for i, low in enumerate(lows):
        if low not in stance_words.BELIEVING:
            continue
        if low.startswith("doubt") and set(lows[max(0, i - 4) : i]) & (_NOT | {"nobody", "none", "little", "few"}):
            continue
        before = lows[max(0, i - 4) : i]
        if (
            low in stance_words.HYPOTHESES
            and before
            and before[-1] in english.DETERMINERS | {"common", "old", "popular"}
        ):
            continue  # a noun
        after = lows[i + 1] if i + 1 < len(lows) else ""
        wrongly = bool(set(lows[max(0, i - 2) : i]) & stance_words.WRONGLY)
        if set(before[-2:]) & _BE and low not in {"say", "says"}:  # "is thought to", "was once thought to"
            past = bool(set(before) & {"was", "were", "been"} or set(before) & stance_words.FORMERLY)
            if wrongly:
                yield 0, _end(lows, i), Force.DENIED
            elif past and after in {"to", "that"}:
                yield 0, _end(lows, i), Force.UNSAID
            continue
        some = bool(set(before[-2:]) & stance_words.SOME) and low in stance_words.CLAIMING
        if (
            after != "that"
            and not (some and after not in stance_words.NO_CLAUSE)
            and (low not in stance_words.BELIEVING_BARE or after in _NO_BELIEF)
        ):
            continue
        experts = bool(set(before) & stance_words.EXPERTS) and not set(before) & stance_words.SOME
        if low in {"say", "says"}:
            experts = not set(before) & stance_words.SOME
        if wrongly:
            yield i + 1, _end(lows, i), Force.DENIED
        elif not experts or low.endswith(("ed", "ought")):
            yield i + 1, _end(lows, i), Force.UNSAID


def _held(lows: Sequence[str]) -> Iterator[tuple[int, int, Force]]:
    """What stands behind "the hypothesis that", "the theory is that", "aimed to show that"."""
    for i, low in enumerate(lows):
        if low in stance_words.HYPOTHESES:
            at = i + 1 + (i + 1 < len(lows) and lows[i + 1] in _BE)
            if at < len(lows) and lows[at] == "that" and not _wrong_behind(lows, at) and not _dismissed(lows, i):
                yield at, _end(lows, at), Force.UNSAID
        elif low in stance_words.AIMING and "to" in lows[i + 1 : i + 3]:
            at = lows.index("to", i + 1)
            if at + 1 < len(lows) and lows[at + 1] in stance_words.SHOWING | stance_words.ASKING:
                yield at, _end(lows, at), Force.UNSAID


def _dismissed(lows: Sequence[str], at: int) -> bool:
    """Whether "no truth in", "wrong to hold" stands before a word."""
    before = lows[max(0, at - 6) : at]
    return "truth" in before or bool(set(before) & stance_words.UNTRUE)


_FAR: Final = 6
"""Words between "is" and what something is called: "is nothing but an old wives' tale"."""
_HELD: Final = (["water"], ["up"], ["true"], ["good"], ["out"])
_PROVING: Final = _BE | {"proved", "proven", "proves", "turned", "turns"}


def _wrong_behind(lows: Sequence[str], at: int, beside: frozenset[str] = frozenset()) -> int:
    """Where "is a myth", "is wrong", "does not hold water" stands behind a position; 0 where it does not.

    Words in `beside` tell nothing.
    """
    for i in range(at + 3, len(lows)):
        low, near, far = lows[i], lows[max(at, i - 3) : i], lows[max(at, i - _FAR) : i]
        if low in beside or lows[i + 1 : i + 2] == ["that"]:
            continue
        if low in stance_words.DISMISSALS and not _PROVING.isdisjoint(far):
            return i
        if low in stance_words.TRUE and not _NOT.isdisjoint(near) and not _BE.isdisjoint(far):
            return i
        if low in {"truth", "basis", "foundation"} and {"no", "little", "any"} & set(near[-2:]):
            return i
        if low in {"hold", "holds"} and lows[i + 1 : i + 2] == ["no"]:
            return i
        if low in {"truth", *stance_words.TRUE} and lows[max(at, i - 3) : i][:2] == ["far", "from"]:
            return i
        if (
            low in {"hold", "stand", "stands", "borne"}
            and not english.DENIAL.isdisjoint(near)
            and lows[i + 1 : i + 2] in _HELD
        ):
            return i
    return 0


def _opened(lows: Sequence[str]) -> tuple[int, int]:
    """Where "that" opens what a noun stands for ("the old saw that"), and where it is called wrong; else (-1, 0)."""
    for at, low in enumerate(lows):
        if low != "that" or at + 1 >= len(lows):
            continue
        noun = lows[at - 1] if at else ""
        if noun == "," and at > 1:
            noun = lows[at - 2]
        known = at == 0 or noun in stance_words.TOLD
        if not known:
            led = not english.DETERMINERS.isdisjoint(lows[max(0, at - 5) : at - 1])
            plain = noun.isalpha() and noun not in english.CLOSED and noun not in english.FINITE
            if not led or not plain or lows[at + 1] in english.FINITE:
                continue
        if wrong := _wrong_behind(lows, at, frozenset() if known else stance_words.BESIDE_THE_POINT):
            return at, wrong
    return -1, 0


def _denied(lows: Sequence[str]) -> Iterator[tuple[int, int, Force]]:
    """What stands behind "it is a myth that", "it is not true that", or before "is a myth"."""
    for i, low in enumerate(lows):
        before = set(lows[max(0, i - 3) : i])
        if low in stance_words.UNTRUE:
            denied = not before & _NOT
        elif low in stance_words.TRUE:
            denied = bool(before & _NOT)
        elif low == "truth":
            denied = bool(before & {"no", "little", "not", "isn't"})
        else:
            continue
        that = next((k for k in range(i + 1, min(len(lows), i + 8)) if lows[k] == "that" or lows[k] == ":"), -1)
        if that < 0 and low == "truth":
            that = i
        if that >= 0 and denied:
            yield that + 1, _end(lows, that + 1), Force.DENIED
    opener, at = _opened(lows)
    if opener >= 0:
        no_myth = lows[at] in stance_words.UNTRUE and set(lows[max(0, at - 3) : at]) & _NOT
        if not no_myth:
            yield opener + 1, at - 1, Force.DENIED


def _unshown(lows: Sequence[str]) -> Iterator[tuple[int, int, Force]]:
    """What stands behind "there is no evidence that", "no study has shown that"."""
    for i, low in enumerate(lows):
        if low in stance_words.PROOF:
            before = set(lows[max(0, i - 3) : i])
            that = next((k for k in range(i + 1, min(len(lows), i + 4)) if lows[k] == "that"), -1)
        elif low in stance_words.SHOWN:
            before = set(lows[max(0, i - 6) : i])
            that = i + 1 if i + 1 < len(lows) and lows[i + 1] == "that" else -1
        else:
            continue
        if that < 0:
            continue
        if before & (_NOT | {"none", "nobody"}):
            yield that + 1, _end(lows, that), Force.DENIED
        elif before & {"little", "insufficient", "weak", "scant", "few", "lack"}:
            yield that + 1, _end(lows, that), Force.UNSAID


def _taken_back(lows: Sequence[str]) -> Iterator[tuple[int, int, Force]]:
    """What is told before "but nobody has shown that", "which is not true" and ", some say"."""
    for i in range(3, len(lows) - 1):
        if lows[i] not in stance_words.TURNING:
            continue
        end = next((k for k in range(i + 2, len(lows)) if lows[k] in stance_words.STOPS), len(lows))
        tail = lows[i + 1 : end]
        every = set(tail)
        if every <= stance_words.TAKING_BACK:
            denied = bool(every & (_NOT | {"nobody", "none"}))
            shown = bool(every & (stance_words.SHOWN | stance_words.TRUE | stance_words.PROOF | {"truth"}))
            wrong = bool(every & (stance_words.UNTRUE | stance_words.UNPROVEN))
            if (denied and shown) or (wrong and not denied):
                yield 0, i, Force.UNSAID
        elif (
            every & stance_words.SOME
            and every & stance_words.CLAIMING
            and every <= stance_words.SOME | stance_words.CLAIMING | stance_words.WHO
        ):
            yield 0, i, Force.UNSAID


def _purposes(lows: Sequence[str]) -> Iterator[tuple[int, int, Force]]:
    """What something is worn, taken or meant to do."""
    for i, low in enumerate(lows):
        if low in stance_words.MEANT and "to" in lows[i + 1 : i + 3]:
            yield lows.index("to", i + 1), _end(lows, i + 1), Force.MEANT
