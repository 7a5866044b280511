"""Parts of one group that leave each other out: those who did better, worse or stayed as they were."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences import predicates
from evidencekb.model.quantity import Bound, Form, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

_BETTER: Final = english.listed(
    "improve improved improves better recovered recover recovers responded respond responds responders benefited "
    "benefitted benefit recovering improving"
)
_SAME: Final = english.listed("unchanged unaltered stable same unaffected")
_WORSE: Final = english.listed(
    "worse worsened worsen worsens deteriorated deteriorate deteriorates declined worsening deteriorating relapsed"
)
SCALES: Final[tuple[Mapping[str, frozenset[str]], ...]] = (
    {"better": _BETTER, "same": _SAME, "worse": _WORSE},
    {"mild": english.listed("mild"), "moderate": english.listed("moderate"), "severe": english.listed("severe")},
    {"men": english.listed("men male males boys"), "women": english.listed("women female females girls")},
    {"yes": english.listed("yes"), "no": english.listed("no"), "unsure": english.listed("unsure undecided")},
    {"agreed": english.listed("agreed agree"), "disagreed": english.listed("disagreed disagree")},
    {"always": english.listed("always"), "sometimes": english.listed("sometimes"), "never": english.listed("never")},
)
"""Sets of words of which one alone can be true of somebody."""
_WORDS: Final = frozenset().union(*(words for scale in SCALES for words in scale.values()))
_STAYING: Final = english.listed(
    "change changed improve improved respond responded benefit benefited better differ did"
)
_DENYING: Final = english.listed("not no never didn't don't doesn't failed without non")
_IDLE: Final = english.AUXILIARY | english.listed(
    "got get gets felt feel feels became become becomes grew stayed stay stays remained remain remains showed show "
    "went found reported rated said answered not no never a an the as about only just some another further still and "
    "change changes , ( or while whereas but patients people participants"
)
_BREAKS: Final = frozenset([",", ";", "and", "but", "while", "whereas"])
_TAIL: Final = english.listed(", . ; ) and or while whereas but other remaining")
_FEWEST: Final = 2
_ALL: Final = Decimal(100)
_ASIDE: Final = english.listed("more less fewer than by points higher lower")


def kind(sentence: Sentence, figure: Figure, stop: int) -> tuple[int, str, int] | None:
    """What a share says of its part: number of the scale, place on it, and where the word stands; None where nothing.

    Only the words right behind the figure count, up to the character `stop`.
    """
    words = sentence.words
    at = sentence.position(figure.full_end)
    end = min(len(words), sentence.position(stop))
    denied = False
    for i in range(at, min(end, at + 9)):
        low = words[i].low
        if denied and low in _BREAKS | {".", ")"}:
            return 0, "not", i - 1  # "40% did not"
        denied = denied or low in _DENYING
        if low in _WORDS or (denied and low in _STAYING and low != "did"):
            return _place(low, i, denied=denied)
        if sentence.taken[i] or (low not in _IDLE and not predicates.is_adverb(low)):
            return None
    return None


def _place(low: str, at: int, *, denied: bool) -> tuple[int, str, int] | None:
    """The place of a word on its scale; "did not improve" is no better, "not worse" is anything."""
    if denied:
        return (0, "not", at) if low in _STAYING else None
    for number, scale in enumerate(SCALES):
        for name, listed in scale.items():
            if low in listed:
                return number, name, at
    return None


def faults(sentence: Sentence) -> dict[int, str]:
    """Number of the figure with which parts that leave each other out come to more than all, and why."""
    if sentence.lows.isdisjoint(_WORDS):
        return {}
    run: list[tuple[int, Figure, str, int]] = []  # figure's number, figure, place on the scale, its word
    figures = sentence.figures
    for number, figure in enumerate(figures):
        if figure.quantity.kind is not Kind.PROPORTION or not is_part(figure):
            if figure.quantity.kind is not Kind.COUNT:
                run = []
            continue
        stop = figures[number + 1].full_start if number + 1 < len(figures) else sentence.end
        found = kind(sentence, figure, stop) or (None if run else _opening(sentence, figure, stop))
        if found is None:
            run = []
            continue
        scale, place, at = found
        follows = bool(run) and _continues(sentence, run, number, scale, place)
        run = [*run, (number, figure, place, at)] if follows else [(number, figure, place, at)]
        if len(run) >= _FEWEST and (fault := summed([part for _, part, _, _ in run])) and _ends(sentence, at, number):
            return {number: fault}
    return {}


def is_part(figure: Figure) -> bool:
    """Whether a share says exactly how many: no bound, no range."""
    return figure.quantity.value is not None and figure.quantity.bound is Bound.EXACT


def _opening(sentence: Sentence, figure: Figure, stop: int) -> tuple[int, str, int] | None:
    """The same for the first share, whose whole may stand before the verb: "60% of those with A improved"."""
    words = sentence.words
    at, end = sentence.position(figure.full_end), sentence.position(stop)
    if any(words[i].low in _DENYING | _ASIDE or words[i].low == ";" for i in range(at, end)):
        end = next(i for i in range(at, end) if words[i].low in _DENYING | _ASIDE or words[i].low == ";")
        if words[end].low != ";":
            return None
    found = [i for i in range(at, end) if words[i].low in _BETTER]
    return (0, "better", found[0]) if len(found) == 1 else None


def _continues(
    sentence: Sentence, run: Sequence[tuple[int, Figure, str, int]], number: int, scale: int, place: str
) -> bool:
    """Whether a share goes on with the parts before: the same scale, another place, nothing new in between."""
    word = run[-1][3]
    if any(place == each for _, _, each, _ in run) or any({place, each} == {"not", "same"} for _, _, each, _ in run):
        return False
    if place == "not" and any(each == "worse" for _, _, each, _ in run):
        return False
    first = _place(sentence.words[run[0][3]].low, 0, denied=run[0][2] == "not")
    if first is None or first[0] != scale:
        return False
    begin = sentence.position(sentence.figures[number].full_start)
    between = [w.low for w in sentence.words[word + 1 : begin]]
    if len(run) == 1:  # "60% improved after A, and 30% …": what was given to all may stand behind the first
        between = between[next((i for i, low in enumerate(between) if low in _BREAKS), 0) :]
    return all(low in _IDLE | _TAIL or predicates.is_adverb(low) for low in between)


def _ends(sentence: Sentence, at: int, number: int) -> bool:
    """Whether nothing behind the last part tells of others: "… and 60% got worse on placebo"."""
    words = sentence.words
    figures = sentence.figures
    end = sentence.position(figures[number + 1].full_start) if number + 1 < len(figures) else len(words)
    for i in range(at + 1, end):
        if words[i].low in {".", ",", ";", ")"}:
            return True
        if sentence.taken[i] or words[i].low in english.LEADS | {"on", "after", "than", "when", "from"}:
            return False
    return True


def summed(told: Sequence[Figure]) -> str:
    """Why parts come to too much; "" where they do not."""
    values = [figure.quantity.value or Decimal(0) for figure in told]
    total = sum(values, Decimal(0))
    rounded = sum(
        (Decimal(5) if f.quantity.approx or f.quantity.form is Form.FRACTION else Decimal("0.5") for f in told),
        Decimal(0),
    )
    if total <= _ALL + rounded:
        return ""
    texts = [figure.text for figure in told]
    every = f"{', '.join(texts[:-1])} and {texts[-1]}"
    return f"{every} of one group come to {_plain(total)}%: nobody is in two of these parts"


def _plain(number: Decimal) -> str:
    return f"{round(number, 1).normalize():f}"


def is_another(sentence: Sentence, figure: Figure, clause: tuple[int, int]) -> bool:
    """Whether a share is of those who stayed as they were or did worse, in words that no concept covers."""
    if sentence.lows.isdisjoint(_SAME | _WORSE):
        return False
    stop = sentence.end_of(clause[1] - 1) if clause[1] > clause[0] else figure.full_end
    found = kind(sentence, figure, max(stop, figure.full_end))
    if found is None or found[0] != 0 or found[1] not in {"same", "worse"}:
        return False
    return not any(m.first >= sentence.position(figure.full_end) for m in sentence.within(*clause))
