"""The words that belong to each figure of a sentence: its clause, apart from other figures and other statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences.phrases import is_verb
from evidencekb.model.quantity import Kind
from evidencekb.text.units import dimension

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

_OPENING: Final = english.OF | {"about", "only", "just", "some", "roughly", "around", "another"}
_WINDOW: Final = 90
"""Words on either side of a figure that are looked at, so that no sentence costs more than its length."""
_NOT_ONLY: Final = 12
"""Words between "not only" and "but also", at most."""
_JOINING: Final = frozenset({"and", "so", "yet", "or", "nor"})
_NEW_SUBJECT: Final = english.listed(
    "it this that they these those he she much most some many part all none there no its their such what neither both "
    "nobody nothing everyone we you one the"
)
"""Words with which a second main clause begins behind a joining word."""
_LIKENING: Final = english.listed(
    "the same about much far twice almost nearly roughly similar like more less fewer as just slightly a somewhat well "
    "half many three four five not"
)
"""Words with which an afterthought begins that holds a figure against another: ", much the same as on A"."""
_LIKENED: Final = 8
_SPOKEN: Final = 10
"""Words between a figure and the time that only says when it was, at most."""
_ENDING: Final = frozenset({",", ";", ":", "and", "or", "but", "(", ")"})
_WHEN: Final = frozenset({"at", "after", "within"})
_GOING_ON: Final = english.LEADS | {"than", "against", "versus", "compared", "on", "with"}
_SINCE: Final = frozenset({"after", "following", "into"})
_BRIDGE: Final = 3
"""Words between a time and the share that it belongs to, at most."""
_SKIPPED: Final = frozenset({Kind.AGE, Kind.COUNT, Kind.P_VALUE})
_LONG_NAME: Final = 8
_SUBJECT_REACH: Final = 8


def clauses(sentence: Sentence, figures: Sequence[Figure]) -> list[tuple[int, int]]:
    """For each figure the words of its clause: apart from other figures and from what is said of others."""
    words = sentence.words
    spans = [(sentence.position(f.full_start), sentence.position(f.full_end)) for f in figures]
    cuts = [_cut(sentence, spans[i][1], spans[i + 1][0]) for i in range(len(figures) - 1)]
    result = []
    for number, (at, after) in enumerate(spans):
        first = number
        while first and (
            _sets_time(sentence, figures[first - 1], spans[first - 1][1], spans[first][0])
            or is_found_in(sentence, spans[first - 1][1], spans[first][0])
            or _lasts(sentence, figures[first - 1], spans[first - 1], spans[first][0])
        ):
            first -= 1
        low = max(cuts[first - 1] if first else 0, at - _WINDOW, 0)
        last = number
        while last + 1 < len(spans) and _sets_time_behind(sentence, figures[last + 1], spans[last][1], spans[last + 1]):
            last += 1
        high = min(cuts[last] if last < len(cuts) else len(words), after + _WINDOW)
        for index in range(at - 1, low - 1, -1):
            if _parts(sentence, index):
                low = index + 1
                break
        for index in range(after, high):
            if _parts(sentence, index) or _trails(sentence, index) or goes_on(sentence, low, index):
                high = index
                break
        result.append((low, max(high, after)))
    return result


def _sets_time(sentence: Sentence, figure: Figure, begin: int, end: int) -> bool:
    """Whether a time stands within the clause of the share right behind it: "is seen after two years in 34%"."""
    return (
        0 < end - begin <= _BRIDGE
        and figure.quantity.kind is Kind.MEASURE
        and dimension(figure.quantity.unit) == "time"
        and all(sentence.words[i].low in _OPENING for i in range(begin, end))
    )


def _lasts(sentence: Sentence, figure: Figure, span: tuple[int, int], at: int) -> bool:
    """Whether a time tells how long what changes something was given: "12 weeks of A lowered B by 10%"."""
    words, (begin, after) = sentence.words, span
    if (
        figure.quantity.kind is not Kind.MEASURE
        or dimension(figure.quantity.unit) != "time"
        or words[at - 1].low != "by"
    ):
        return False
    led = words[after].low in {"of", "on"} or (begin > 0 and words[begin - 1].low in _WHEN)
    return led and not any(words[i].low in _ENDING for i in range(after, at))


def _sets_time_behind(sentence: Sentence, figure: Figure, begin: int, span: tuple[int, int]) -> bool:
    """Whether a time right behind a figure only says when: "fell by 5 points six weeks after A in those with B"."""
    quantity, (at, after), words = figure.quantity, span, sentence.words
    if quantity.kind is not Kind.MEASURE or dimension(quantity.unit) != "time" or after >= len(words):
        return False
    if at == begin:
        return words[after].low in _SINCE
    if any(words[i].low in _ENDING for i in range(begin, at)) or at - begin > _SPOKEN:
        return False
    return words[at - 1].low in _WHEN and words[after].low in _SINCE | _GOING_ON


def is_found_in(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether the words between a value and a share say that the share have it: "was found in", "is seen among"."""
    lows = [word.low for word in sentence.words[begin:end]]
    return (
        1 < len(lows) <= _BRIDGE
        and lows[-1] in {"in", "among"}
        and not _FOUND.isdisjoint(lows[:-1])
        and "," not in lows
    )


_FOUND: Final = english.listed("found seen recorded measured observed present detected noted")
_CONCEDING: Final = frozenset({"though", "although", "while", "whereas"})


def _parts(sentence: Sentence, at: int) -> bool:
    """Whether a word keeps two statements apart even where one alone holds a figure."""
    low = sentence.words[at].low
    following = sentence.words[at + 1].low if at + 1 < len(sentence.words) else ""
    if any(m.first < at < m.last for m in sentence.within(at - _LONG_NAME, at)):
        return False  # "ill because they do not eat" is one name
    if low == "but" and following in {"no", "not", "without"}:
        return False  # "with A but no B" is one group
    if low == "but" and following == "also" and "only" in {w.low for w in sentence.words[max(0, at - _NOT_ONLY) : at]}:
        return False  # "with not only A but also B" is another
    if low == "while" and following.endswith("ing") and all(f.start < sentence.starts[at] for f in sentence.figures):
        return False  # "9 mg while nursing" is of those who nurse
    inserted = low in _CONCEDING and at and sentence.words[at - 1].low == ","
    if inserted and _is_inserted(sentence, at + 1):
        return False  # "A, though often B, is found in 5%"
    if low in {";", "but", "while", "whereas", "although", "though", "versus", "vs", "unlike", "because"}:
        return True
    if low == "compared":
        return True
    before = sentence.words[at - 1].low if at else ""
    return low == "than" and before not in {"more", "less", "fewer", "other", "rather", "higher", "lower", "greater"}


def _trails(sentence: Sentence, at: int) -> bool:
    """Whether a comma begins an afterthought: ", which often leads to", ", with symptoms worsening"."""
    words = sentence.words
    if words[at].low != "," or at + 1 >= len(words):
        return False
    following = words[at + 1].low
    if following in english.AFTERTHOUGHT and _tells_of_them(sentence, at + 1):
        return not _is_inserted(sentence, at + 1)
    return following in {"which", "where", "with", "meaning", "directly", "often", "so", "especially", "even"} or (
        following.endswith("ing")
        and following not in english.HANGING
        and not sentence.taken[at + 1]
        and following not in {"according", "following", "using", "including", "taking", "receiving"}
    )


def goes_on(sentence: Sentence, low: int, at: int) -> bool:
    """Whether a comma ends what is said of a figure: ", and much of that was ...", ", the same share as on A".

    Only where a verb stands before it in the clause, which begins at `low`, so that nothing is left out.
    """
    words = sentence.words
    if words[at].low != "," or at + 3 >= len(words) or not any(is_verb(sentence, i) for i in range(low, at)):
        return False
    first, second = words[at + 1].low, words[at + 2].low
    if first in _JOINING and second in _NEW_SUBJECT and not sentence.taken[at + 2]:
        return any(is_verb(sentence, i) for i in range(at + 3, min(at + _SUBJECT_REACH, len(words))))
    if first in _LIKENING:
        ahead = [word.low for word in words[at + 1 : at + _LIKENED]]
        return "as" in ahead[1:] or "than" in ahead or "to" in ahead[1:2]
    return False


def _tells_of_them(sentence: Sentence, at: int) -> bool:
    """Whether "and most of them", "most of whom" or "few of which" begins at a position."""
    lows = [word.low for word in sentence.words[at : at + 6]]
    while lows and lows[0] in english.BEFORE_SOME:
        lows = lows[1:]
    if lows[:1] == ["of"]:
        return lows[1:2] in (["whom"], ["which"])
    return len(lows) > 2 and lows[0] in english.SOME and lows[1] == "of" and lows[2] in english.THOSE_NAMED


def _is_inserted(sentence: Sentence, at: int) -> bool:
    """Whether what begins at a position is an insertion without a verb, behind which the sentence goes on."""
    for index in range(at, min(len(sentence.words), at + _NOT_ONLY)):
        if is_verb(sentence, index):
            return False
        if sentence.words[index].low == ",":
            return True
    return False


def _cut(sentence: Sentence, after: int, before: int) -> int:
    """Where the clause of the later of two figures begins; `after` and `before` bound the words between them."""
    words = sentence.words
    for index in range(after, before):
        if _parts(sentence, index):
            return index + 1
    best = None
    for index in range(after, before):
        low = words[index].low
        following = words[index + 1].low if index + 1 < len(words) else ""
        if low in {",", ":"} and following in {"and", "or"}:
            best = index + 2
        elif (low == "," and best is None) or (
            low in {"and", "plus"} and not sentence.taken[index] and (following in _OPENING or index + 1 >= before - 3)
        ):
            best = index + 1
    if best is not None:
        return best
    for index in range(before - 1, after - 1, -1):
        if words[index].low in {"and", "or", "to"} and not sentence.taken[index] and not _is_of_both(sentence, index):
            return index + 1
    return before


def _is_of_both(sentence: Sentence, at: int) -> bool:
    """Whether "and" joins two things that one has: "patients with both A and B"."""
    lows = [word.low for word in sentence.words[max(0, at - _LONG_NAME) : at]]
    return "both" in lows and "and" not in lows[lows.index("both") :]


def shares(figures: Sequence[Figure], bare: Sequence[Figure] = ()) -> list[Figure]:
    """Figures that may assert something, ages and counts left out but for those in `bare`."""
    return [
        f
        for f in figures
        if (f.quantity.kind not in _SKIPPED and f.quantity.unit not in {"times", "times/day"})
        or any(f is each for each in bare)
    ]
