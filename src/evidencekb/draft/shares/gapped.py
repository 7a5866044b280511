"""Changes whose verb is left out: "A cut B by 39%, C by 64%" says that C cut B by 64%."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.sentences import phrases
from evidencekb.draft.shares import share_changes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.quantity import Figure

    Reread = Callable[[Sentence, Sequence[tuple[int, int]], Figure], Sentence]

CUE: Final = "by"
_GIVEN: Final = frozenset({"intervention", "substance", "molecule"})
_JOINTS: Final = english.listed(", ; and but while whereas . then")
_BESIDE: Final = english.listed("the a an only just about even as much some roughly around nearly almost fully by")
"""Words between the name of what is given and the figure, or before the name."""
_WITH: Final = english.listed("with after on from through under during")
_FAR: Final = 14


def paired(sentence: Sentence, figures: Sequence[Figure], reread: Reread) -> dict[int, Sentence]:
    """Start of each figure of such a row to the sentence as it is of that figure alone; empty where none is."""
    words = sentence.words
    spans = [(sentence.position(f.full_start), sentence.position(f.full_end)) for f in figures]
    at = spans[0][0]
    begun = _verb(sentence, at)
    if begun is None:
        return {}
    led = next((m.first for m in sentence.mentions if sentence.types(m) & _GIVEN and m.last <= begun), None)
    predicate = list(range(begun if led is not None else 0, at))
    while words[predicate[-1]].low in _BESIDE - {CUE}:
        predicate.pop()
    if words[predicate[-1]].low != CUE or (led and words[led - 1].low != ","):
        return {}
    ends = [*(first for first, _ in spans[1:]), len(words)]
    tails = [range(last, _end(sentence, last, high)) for (_, last), high in zip(spans, ends, strict=True)]
    fronts: list[list[int]] = [[*range(at)]]
    for number in range(1, len(figures)):
        if led is None:
            joined = _is_joined(sentence, spans[number - 1][1], spans[number][0])
            if not joined or not _with(sentence, tails[number]) or not _with(sentence, tails[0]):
                return {}
            fronts.append(predicate)
            continue
        doer = _doer(sentence, spans[number - 1][1], spans[number][0])
        if doer is None:
            return {}
        fronts.append([*range(led), *doer, *predicate])
    told = [tail if any(sentence.taken[i] for i in tail) else None for tail in tails]
    found = {}
    for number, figure in enumerate(figures):
        first, last = spans[number]
        behind = told[number] or told[0] or told[-1] or range(0)
        if len(fronts[number]) > first:
            return {}
        kept = [(i, k) for k, i in enumerate(fronts[number])] + [(i, i) for i in range(first, last)]
        kept += [(i, min(last + k, len(words) - 1)) for k, i in enumerate(behind)]
        found[figure.start] = reread(sentence, kept, figure)
    return found


def _verb(sentence: Sentence, at: int) -> int | None:
    """Where the verb of the change begins that is told of the figure at `at`."""
    words = sentence.words
    held = sentence.within(0, at)
    if not held or any(sentence.negated(m) for m in held):
        return None
    for i in range(1, at):
        if words[i].low in share_changes.MOVING and not sentence.taken[i] and sentence.within(0, i):
            begin = i
            while begin and words[begin - 1].low in english.AUXILIARY | english.MODAL:
                begin -= 1
            return begin
    return None


def _is_joined(sentence: Sentence, low: int, at: int) -> bool:
    """Whether a figure follows the clause of the one before it with nothing between but a joint."""
    words = sentence.words
    begin = at
    while begin > low and words[begin - 1].low in _BESIDE:
        begin -= 1
    return begin > low and words[begin - 1].low in _JOINTS


def _with(sentence: Sentence, tail: range) -> bool:
    """Whether what brings the change about stands behind the figure: "by 39% with A"."""
    if not tail or sentence.words[tail[0]].low not in _WITH:
        return False
    named = next((m for m in sentence.mentions if tail[0] < m.first < tail[-1] + 1), None)
    return named is not None and bool(sentence.types(named) & _GIVEN)


def _doer(sentence: Sentence, low: int, at: int) -> range | None:
    """The words that name what brings about the change of the figure at `at`, where no verb stands there."""
    words = sentence.words
    if at - low > _FAR or any(phrases.is_verb(sentence, i) for i in range(low, at)):
        return None
    end = at
    while end > low and words[end - 1].low in _BESIDE | {","}:  # "; B, by 64%"
        end -= 1
    joints = (i for i in range(end - 1, low - 1, -1) if words[i].low in _JOINTS and not sentence.taken[i])
    begin = next((i + 1 for i in joints), None)
    if begin is None:
        return None
    held = sentence.within(begin, end)
    if not held or not all(sentence.types(m) & _GIVEN for m in held[:1]) or held[-1].last > end:
        return None
    if any(words[i].low not in _BESIDE for i in range(begin, held[0].first)):
        return None
    return range(begin, end)


def _end(sentence: Sentence, low: int, high: int) -> int:
    """Where the clause of the figure that ends at `low` ends."""
    return next((i for i in range(low, high) if sentence.words[i].low in _JOINTS and not sentence.taken[i]), high)
