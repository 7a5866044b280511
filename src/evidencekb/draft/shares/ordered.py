"""Pairs two shares with the two sides of a comparison told in words: "A is more common in B than in C: 18% against 6%".

The first share is of the side that is compared, the second of the one it is compared with. Each is read in the sentence
as it is of its own side alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.model.quantity import Form, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

    Reread = Callable[[Sentence, Sequence[tuple[int, int]], Figure], Sentence]

CUES: Final = effect_words.BEATING | {"than", "as", "compared", "unlike"}
"""Words of which a sentence with such a comparison holds one."""
_ROW: Final = english.listed(
    "and or versus vs v . & , against in to compared with as opposed rather than but only just about"
)
_LEADING: Final = english.listed(
    "in among for of on with after during from following by at under within without they it is was to over the a an "
    "all other their those who people patients have has had take taking took taken using use used given get getting "
    "receiving individuals persons subjects participants ones that it them do does"
)
"""Words between a comparison's mark and the name of its second side."""
_AT: Final = english.listed("in among for of on with after during from following by at under within to")
_TAIL: Final = english.listed(
    "do does did have has had are is were was will can as a whole in general overall at large"
)
_NOT_MARKS: Final = frozenset({"rather", "other"})
_FEWER: Final = english.listed("less fewer rarer scarcer seldomer lower smaller")
_MORE: Final = english.listed("more commoner likelier higher larger greater oftener")
_GIVEN: Final = frozenset({"intervention", "substance", "molecule"})
_PHRASE: Final = english.listed(
    "the a an all other their those who people patients have has had take taking took taken using use used given get "
    "getting receiving individuals persons subjects participants ones that with on"
)
"""Words of a phrase that names people by what they have."""
_WHO: Final = frozenset({"with", "without", "who", "have", "has", "had", "on", "taking", "given", "using"})
_ENDING: Final = frozenset({":", ",", "(", ";", "\u2013", "\u2014", "-"})
_JOINED: Final = frozenset({"and", "plus", "with", "who", "also", "have", "had", "both", "as", "well"})
_NEAR: Final = 8
_BEHIND: Final = 4
_LEAVE: Final = 0.2
"""By which part a multiple in words may differ from how many times the one share is the other."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The sentence as it is of each share alone, by the share's start, and which side is said to have more.

    `way` is 1 where the first is, -1 where the second is, 0 where the words do not tell.
    """

    alone: dict[int, Sentence]
    first: Figure
    second: Figure
    way: int

    @property
    def fault(self) -> str:
        """How the words and the two shares contradict each other; "" where they do not."""
        one, other = self.first.quantity.value, self.second.quantity.value
        if not self.way or one is None or other is None or one == other or (one > other) == (self.way > 0):
            return ""
        told = "more" if self.way > 0 else "less"
        return f"the words tell of {told} on the side of {self.first.text} than on that of {self.second.text}"

    def repeats(self, figure: Figure) -> bool:
        """Whether a multiple is how many times the one share is the other: "three times as common: 18% against 6%"."""
        quantity = figure.quantity
        said, one, other = quantity.value, self.first.quantity.value, self.second.quantity.value
        if figure in {self.first, self.second} or not said or not one or not other:
            return False
        if quantity.kind is not Kind.FOLD and quantity.form is not Form.FRACTION:
            return False
        told = float(said) if quantity.kind is Kind.FOLD else float(said) / 100
        times = float(max(one, other) / min(one, other))
        return abs(times / max(told, 1 / told) - 1) <= _LEAVE


@dataclass(frozen=True, slots=True)
class _Sides:
    """The words left:end that name the first side; `moved` those of the second, `gone` all that leads to it.

    `unsaid` are the positions of words that the first side's name shares with the second's.
    """

    left: int
    end: int
    moved: tuple[int, ...]
    gone: frozenset[int]
    unsaid: frozenset[int] = frozenset()
    fronted: bool = False


def compared(sentence: Sentence, figures: Sequence[Figure], reread: Reread) -> Comparison | None:
    """The two shares that a comparison in words announces; None where there is none or its sides are not named."""
    shares = [f for f in figures if f.quantity.kind is Kind.PROPORTION and not _multiplies(sentence, f)]
    if len(shares) != 2:
        return None
    one, other = shares
    first, end = sentence.position(one.full_start), sentence.position(one.end)
    begin, last = sentence.position(other.full_start), sentence.position(other.end)
    words = sentence.words
    if begin - end > _BEHIND or not all(words[i].low in _ROW for i in range(end, begin)):
        return None
    if any(last <= m.first < last + _BEHIND and "population" in sentence.types(m) for m in sentence.mentions):
        return None  # "18% against 6% of C": the shares name their own groups
    for mark in (i for i, word in enumerate(words) if word.low in CUES and not end <= i < begin):
        sides = _sides(sentence, mark, first, last)
        if sides is None:
            continue
        denying = _denying(sentence, mark)
        way = 0 if denying else _way(sentence, sides, mark, first)
        if sides.fronted:
            values = one.quantity.value, other.quantity.value
            if None in values or not way:
                return None
            one, other = sorted(shares, key=lambda f: f.quantity.value or 0, reverse=way > 0)
        rows = frozenset(range(first, last))
        own = {
            f.start: frozenset(range(sentence.position(f.full_start), sentence.position(f.end))) for f in (one, other)
        }
        spared = sides.gone | denying
        kept = [(i, i) for i in range(len(words)) if i not in (spared - sides.unsaid) | (rows - own[one.start])]
        swapped = _swapped(sentence, spared | (rows - own[other.start]), sides)
        if swapped is None:
            return None
        alone = {one.start: reread(sentence, kept, one), other.start: reread(sentence, swapped, other)}
        return Comparison(alone, one, other, way)
    return None


def _multiplies(sentence: Sentence, figure: Figure) -> bool:
    """Whether a fraction is a multiple: "half as common"."""
    behind = sentence.position(figure.end)
    return figure.quantity.form is Form.FRACTION and [w.low for w in sentence.words[behind : behind + 1]] == ["as"]


def _sides(sentence: Sentence, mark: int, first: int, last: int) -> _Sides | None:
    """The two sides around a mark; None where it leads to none, or one is not named."""
    words = sentence.words
    low = words[mark].low
    begin = mark + 1
    if (low == "as" and not _is_second_as(sentence, mark)) or (low == "than" and words[mark - 1].low in _NOT_MARKS):
        return None
    if low == "compared":
        begin += 1
        if words[begin - 1].low not in {"with", "to"}:
            return None
    fronted = low in {"compared", "unlike"} and mark == 0
    if fronted:
        before = [m for m in sentence.mentions if m.first < first]
    else:
        before = [m for m in sentence.mentions if m.last <= mark and not first <= m.first < last][::-1]
    held = {m.concepts: m for m in before} if not fronted else {}
    right, same, at = _named(sentence, begin, range(first, last), held)
    lead = begin if same is None or right is None else same.last
    prepositions = lead
    while lead < len(words) and words[lead].low in _AT:
        lead += 1
    led = words[prepositions].low if prepositions < lead else ""
    stop = right.last if right is not None else at
    beating = low in effect_words.BEATING
    if right is None:
        if same is not None:
            return _less(sentence, held[same.concepts], mark, stop)
        return _lacking(sentence, before, mark, begin)
    end = stop
    while end < len(words) and words[end].low in _TAIL and not sentence.taken[end]:
        end += 1
    if end < len(words) and (words[end].low in _ENDING or end == first):
        stop = end
    if fronted:
        if stop >= len(words) or words[stop].low != ",":
            return None
        stop += 1
        before = [m for m in before if m.first >= stop]
    kind = _kind(sentence, right)
    candidates = [m for m in before if _kind(sentence, m) == kind and m.concepts != right.concepts]
    if not candidates:
        return None
    left = next((m for m in candidates if led and _led(sentence, m) == led), candidates[0])
    full = next((len(each) for m, each in sentence.names if m == left), 0)
    unsaid = max(0, full - (left.last - left.first))
    start = _start(sentence, left) if kind == "people" and _is_phrase(sentence, lead, right.last) else left.first
    return _Sides(
        start,
        left.last,
        tuple(range(lead, right.last)),
        frozenset(range(mark + beating, stop)),
        frozenset(range(right.last - unsaid, right.last)),
        fronted,
    )


def _named(
    sentence: Sentence, begin: int, row: range, held: Mapping[tuple[str, ...], Mention]
) -> tuple[Mention | None, Mention | None, int]:
    """What names the second side, what is named there of the first side's, and where the last of the two ends.

    `held` are the names before the comparison: in "people with A and B than people with A alone", A is of both.
    """
    same: Mention | None = None
    at = begin
    for mention in (m for m in sentence.mentions if m.first >= begin):
        far = mention.first > at + _NEAR or mention.first in row
        if far or any(sentence.words[i].low not in _LEADING for i in range(at, mention.first)):
            break
        at = mention.last
        if mention.concepts not in held:
            return mention, same, at
        same = mention
    return None, same, at


def _less(sentence: Sentence, left: Mention, mark: int, stop: int) -> _Sides | None:
    """The sides where the second is a part of what the first has: "A and B than A alone"."""
    words = sentence.words
    behind = words[stop].low if stop < len(words) else ""
    end = left.last
    for mention in (m for m in sentence.mentions if left.last <= m.first < mark):
        if any(words[i].low not in _JOINED for i in range(end, mention.first)):
            break
        end = mention.last
    if end == left.last:
        return None
    gone = frozenset(range(mark, stop + (behind in {"alone", "only"})))
    return _Sides(left.first, end, tuple(range(left.first, left.last)), gone)


def _is_phrase(sentence: Sentence, low: int, high: int) -> bool:
    """Whether people are named by a phrase of a noun for people and what they have."""
    return any(sentence.words[i].low in english.GENERIC | _WHO for i in range(low, high))


def _start(sentence: Sentence, mention: Mention) -> int:
    """Where the phrase begins that a mention ends."""
    at = mention.first
    while at and (sentence.words[at - 1].low in _PHRASE or sentence.words[at - 1].low in english.GENERIC):
        at -= 1
    return at


def _lacking(sentence: Sentence, before: Sequence[Mention], mark: int, begin: int) -> _Sides | None:
    """The sides where the second are those without what the first have: "in people with A than in those without it"."""
    words = sentence.words
    at = begin
    while at < len(words) and words[at].low != "without" and words[at].low in _LEADING:
        at += 1
    if at >= len(words) or words[at].low != "without":
        return None
    stop = at + 1
    if stop < len(words) and words[stop].low in {"it", "them", "one", "this"}:
        stop += 1
    left = next((m for m in before if m.first and words[m.first - 1].low == "with"), None)
    if left is None or (stop < len(words) and words[stop].low not in _ENDING and stop not in sentence.figured):
        return None
    return _Sides(left.first - 1, left.first, (at,), frozenset(range(mark, stop)))


def _kind(sentence: Sentence, mention: Mention) -> str:
    """Of what a side is: people, what is given, or what they have."""
    types = sentence.types(mention)
    led = [word.low for word in sentence.words[max(0, mention.first - 2) : mention.first]]
    if "population" in types or (
        types - _GIVEN and led and (led[-1] in {"with", "without"} or (led[-1] in _WHO and led[0] in {"who", "that"}))
    ):
        return "people"
    return "given" if types & _GIVEN else "had"


def _led(sentence: Sentence, mention: Mention) -> str:
    """The preposition before the phrase that a mention ends."""
    at = _start(sentence, mention)
    return sentence.words[at - 1].low if at else ""


def _swapped(sentence: Sentence, dropped: frozenset[int], sides: _Sides) -> list[tuple[int, int]] | None:
    """Each position that is left with the one it stands at; the second side's words stand where the first's stood."""
    begin = sides.left
    if len(sides.moved) > sentence.end_of(sides.end - 1) - sentence.starts[begin]:
        return None
    found: list[tuple[int, int]] = []
    for i in range(len(sentence.words)):
        if i == begin:
            found += [(j, begin) for j in sides.moved]
        if i not in dropped and not begin <= i < sides.end:
            found.append((i, i))
    return found


def _denying(sentence: Sentence, mark: int) -> set[int]:
    """The positions of a denial of the comparison: "not as common in A as in B", "no more common"."""
    words = sentence.words
    return {
        i
        for i in range(mark)
        if words[i].low in english.DENIAL
        and words[i + 1].low in _MORE | _FEWER | {"as", "so", "quite", "nearly", "any"}
    }


def _is_second_as(sentence: Sentence, mark: int) -> bool:
    """Whether "as" is the second of two around a word of how often."""
    words = sentence.words
    return any(
        words[i].low in {"as", "so"} and i + 1 < mark and not sentence.taken[i + 1]
        and words[i + 1].low in english.OFTEN | {"many", "high", "much", "rare"}
        for i in range(max(0, mark - _NEAR - 4), mark - 1)
    )  # fmt: skip


def _way(sentence: Sentence, sides: _Sides, mark: int, first: int) -> int:
    """Whether the words of a comparison tell of more on the first side (1) or of less (-1); 0 where they do not."""
    words = sentence.words
    if words[mark].low != "than" and not sides.fronted:
        return 0
    found = 0
    for i in range(sides.left if sides.fronted else 0, first if sides.fronted else mark):
        low = words[i].low
        if sentence.taken[i] or low not in _MORE | _FEWER or (low == "more" and words[i + 1].low == "than"):
            continue
        plain = low not in {"more", "less", "fewer", "higher", "lower", "larger", "smaller", "greater"}
        if found or not (plain or words[i + 1].low in english.OFTEN or i + 1 == sides.left):
            return 0
        found = 1 if low in _MORE else -1
    return found
