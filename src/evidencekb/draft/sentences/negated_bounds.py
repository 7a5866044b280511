"""Bounds that a negation before them turns: "must not go above 400 mg", "never affects more than 3%" are upper ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.model.quantity import Bound
from evidencekb.text import units
from evidencekb.text.figures import bounds
from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure
    from evidencekb.text.words import Word

_TURNED: Final = {Bound.ABOVE: Bound.AT_MOST, Bound.BELOW: Bound.AT_LEAST}
_NOT: Final = english.listed("not never cannot neither nor nobody none can't don't won't n't no without rarely")
_LONGEST: Final = 7
"""Words between a negation and the bound that it turns."""
_PARTING: Final = english.listed(
    ", ; : . ( ) but and because if when while whereas although since unless until than who that which after before "
    "despite only just"
)
"""Words that a negation does not reach over."""
_AGAIN: Final = english.listed("should must may might can could will would shall is are was were does do did")
_SUBJECTS: Final = english.listed("no nobody none neither nor")
"""Negations behind which an auxiliary is still of the same verb: "nobody should take more than"."""
_AVOIDED: Final = english.listed(
    "avoid avoided avoiding discouraged forbidden prohibited inadvisable unsafe dangerous harmful"
)
_TOO: Final = {
    Bound.ABOVE: english.listed("much many high large big strong heavy"),
    Bound.BELOW: english.listed("little low few small weak"),
}
_AMISS: Final = {
    Bound.ABOVE: english.listed("excessive excess unwise overdose risky hazardous toxic ill-advised overdoing"),
    Bound.BELOW: english.listed("insufficient inadequate"),
}
"""Words that say of an amount that it lies beyond what should be taken."""
_FAULTED: Final = frozenset().union({"too", "enough"}, *_AMISS.values())
_TAKEN: Final = ("mass", "volume", "activity", "energy")
_URGED: Final = english.listed(
    "recommended advised allowed permitted needed necessary safe advisable used given taken prescribed exceeded "
    "warranted approved licensed tolerated"
)
"""Words that "not" before them makes a ban: "doses above 400 mg are not recommended"."""
_FORBIDDING: Final = english.listed("should must may shall")
_LEADING: Final = english.listed("from with at by after to on than")
_ARISING: Final = english.listed(
    "expected seen found come comes arise arises occur occurs happen happens appear appears result felt noticed"
)
"""Verbs of what comes about by itself, which nobody can forbid: "no harm may come of more than 400 mg"."""
_COMPARING: Final = english.listed("more less fewer greater higher lower than above over below under beyond")
_REACH: Final = 9
_LATER: Final = pattern(r"\b(?:after|until|till|before|from|following|past|beyond)\s+(?:(?:the|a|about|some)\s+)?$")


def turned(sentence: Sentence) -> Sentence:
    """The sentence with such bounds turned; as it is where it has none."""
    if all(figure.quantity.bound not in _TURNED for figure in sentence.figures):
        return sentence
    if sentence.lows.isdisjoint(_NOT | _AVOIDED | _FAULTED) and not any(low.endswith("n't") for low in sentence.lows):
        return sentence
    figures = [
        replace(figure, quantity=replace(figure.quantity, bound=_TURNED[figure.quantity.bound]))
        if figure.quantity.bound in _TURNED and (_is_denied(sentence, figure) or _is_banned(sentence, figure))
        else figure
        for figure in sentence.figures
    ]
    return replace(sentence, figures=figures)


def is_of_a_bound(sentence: Sentence, negation: int, figure: int) -> bool:
    """Whether a negation denies the bound that begins a figure, not what is told: "never affects more than 3%"."""
    words = sentence.words
    if figure - negation > _LONGEST or words[figure].low not in _COMPARING:
        return False
    return not any(words[i].low in _PARTING for i in range(negation + 1, figure))


def is_turned(figure: Figure, text: str) -> bool:
    """Whether a figure's bound is not what stands right before it, so that to write another there mends nothing.

    Nor is it behind "after" or "until", of which the words before them make a bound.
    """
    if _LATER.search(text[max(0, figure.full_start - _LONGEST * 4) : figure.full_start]):
        return True
    printed = bounds.before(text[figure.full_start : figure.start], figure.start - figure.full_start)
    return printed.bound in _TURNED and printed.bound is not figure.quantity.bound


def _negates(low: str) -> bool:
    """Whether a word denies."""
    return low in _NOT or low.endswith("n't")


def _is_denied(sentence: Sentence, figure: Figure) -> bool:
    """Whether a negation stands before the bound with nothing but its verb between: "should never be taken above"."""
    words = sentence.words
    at = sentence.position(figure.full_start)
    for i in range(at - 1, max(-1, at - 1 - _LONGEST), -1):
        low = words[i].low
        if _negates(low):
            if low not in _SUBJECTS and any(word.low in _AGAIN for word in words[i + 1 : at]):
                return False
            following = words[i + 1].low
            if low == "no" and _is_forbidden(words[i + 1 : at]):
                return True
            alone = low == "no" and following not in {"one", "longer", "time", "case", "more", "circumstances", "event"}
            return not alone and following not in english.NOT_DENIED - {"more", "longer", "in", "of", "for", "on"}
        if low in _PARTING or i in sentence.figured:
            return False
    return False


def _is_forbidden(between: Sequence[Word]) -> bool:
    """Whether "no" before these words and a bound behind them forbid what lies beyond: "no child should take more"."""
    lows = [word.low for word in between]
    modal = next((i for i, low in enumerate(lows) if low in _FORBIDDING), 0)
    return bool(modal) and lows[-1] not in english.OF | _LEADING and _ARISING.isdisjoint(lows)


def _is_banned(sentence: Sentence, figure: Figure) -> bool:
    """Whether what lies beyond a bound is ruled out behind it: "doses above 400 mg should be avoided"."""
    words = sentence.words
    after = sentence.position(figure.full_end)
    for i in range(after, min(len(words), after + _REACH)):
        low = words[i].low
        if low in _PARTING:
            return False
        if low in _AVOIDED:
            return not any(_negates(word.low) for word in words[after:i])
        if low in _FAULTED and _is_taken(figure):
            return _is_amiss(words, i, figure.quantity.bound) and not any(_negates(w.low) for w in words[after : i - 1])
        if low in _URGED and i - after > 1:
            return _negates(words[i - 1].low) or (words[i - 1].low == "be" and _negates(words[i - 2].low))
    return False


def _is_taken(figure: Figure) -> bool:
    """Whether a figure is an amount that may be taken, rather than what a test finds."""
    kind = units.dimension(figure.quantity.unit)
    return kind.startswith(_TAKEN) and not kind.endswith("-per-volume")


def _is_amiss(words: Sequence[Word], at: int, bound: Bound) -> bool:
    """Whether an amount beyond a bound is told to be more, or less, than it should: "too much", "not enough"."""
    low, before = words[at].low, words[at - 1].low
    if low == "enough":
        return bound is Bound.BELOW and _negates(before)
    if _negates(before):
        return False
    behind = words[at + 1].low if at + 1 < len(words) else ""
    return low in _AMISS[bound] or (low == "too" and behind in _TOO[bound])
