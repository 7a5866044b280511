"""Outcomes that are the absence of something, told by any words for that: "freedom from A" is had by who has "no A".

The names of a claim base say what is absent: "A-free", "free of A", "A freedom", "no A". A draft says that people "no
longer have A", "are rid of it", "stopped having A" or that "A disappeared", and means the same.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.naming.mentions import Mention
from evidencekb.text import words as split

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evidencekb.model.nodes import Concept
    from evidencekb.text.words import Word

    Stems = tuple[str, ...]

_FREE: Final = frozenset({"free", "freedom", "absence", "disappearance", "no", "without"})
_OF: Final = frozenset({"of", "from", "more", "further", "any", "complete", "total", "-"})
_NONE: Final = frozenset({"no", "without", "zero"})
_GONE: Final = english.listed(
    "stop stops stopped cease ceases ceased disappear disappears disappeared vanish vanishes vanished gone"
)
_BETWEEN: Final = english.listed("any more further other single such the their his her all new longer of from a")
_HAVING: Final = english.listed(
    "have has had having suffer suffers suffered suffering get gets got getting experience experiences experienced "
    "experiencing report reports reported show shows showed"
)
_NOT: Final = english.DENIAL | {"longer"}
_LOSING: Final = english.listed("lose loses lost shed sheds")
_RID: Final = frozenset({"free", "freed", "rid", "clear"})
CUES: Final = _NONE | _GONE | english.CEASING | _LOSING | _RID | english.DENIAL
"""Words of which one stands where something is told to be absent."""
_WITH: Final = frozenset({"with", "those"})
_BUT: Final = 8
"""Words from "with" to "but no" behind it, at most."""
_FAR: Final = 5
"""Words from a negation to the verb of having, and from a name to the word that it is gone, at most."""


class Freed:
    """The outcomes of one claim base that are the absence of something, by the words for that."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """Take the names apart once."""
        named: dict[Stems, list[Concept]] = defaultdict(list)
        absent: dict[Stems, dict[str, None]] = defaultdict(dict)
        for concept in concepts.values():
            for spelt in _names(concept):
                named[_stems(spelt)].append(concept)
                thing = _stems([word for word in spelt if word.low not in _FREE | _OF])
                if concept.type == "outcome" and thing and not _FREE.isdisjoint([word.low for word in spelt]):
                    absent[thing][concept.id] = None
        self._absent: dict[str, dict[Stems, dict[str, None]]] = defaultdict(dict)
        for thing, outcomes in absent.items():
            others = [_stems(spelt) for concept in named.get(thing, ()) for spelt in _names(concept)]
            for stems in (thing, *others):
                self._absent[stems[0]].setdefault(stems, {}).update(outcomes)

    def added(self, tokens: Sequence[Word], lows: Sequence[str], mentions: list[Mention]) -> list[Mention]:
        """The mentions with those outcomes that are told by the absence of what they are named after."""
        for at, word in enumerate(tokens):
            for stems, outcomes in self._absent.get(word.stem, {}).items():
                last = at + len(stems)
                if tuple(each.stem for each in tokens[at:last]) != stems:
                    continue
                span = _told(lows, at, last)
                if (
                    span is None
                    or _is_of_people(lows, span[0])
                    or any(
                        m.first < span[1] and span[0] < m.last and not at <= m.first < m.last <= last for m in mentions
                    )
                ):
                    continue
                kept = [m for m in mentions if m.last <= span[0] or span[1] <= m.first]
                mentions = sorted([*kept, Mention(*span, tuple(outcomes))])
        return mentions


def _names(concept: Concept) -> Iterator[Sequence[Word]]:
    """The names of a concept, taken apart."""
    return (split.split(name) for name in (concept.label, *concept.synonyms))


def _stems(spelt: Sequence[Word]) -> Stems:
    return tuple(word.stem for word in spelt)


def _told(lows: Sequence[str], first: int, last: int) -> tuple[int, int] | None:
    """The words that say that what is named at first:last is absent, that name included; None where none do."""
    at = first - 1
    while at >= 0 and lows[at] in _BETWEEN:
        at -= 1
    if at < 0:
        return _gone(lows, first, last)
    if lows[at] in _NONE or lows[at] in _LOSING or (lows[at] in _RID and first - at > 1):
        return at, last
    if lows[at] in _HAVING:
        if at and lows[at - 1] in english.CEASING:
            return at - 1, last
        start = next((i for i in range(at - 1, max(-1, at - _FAR), -1) if lows[i] in _NOT), None)
        if start is not None and all(low in _NOT | english.AUXILIARY | _BETWEEN for low in lows[start:at]):
            return start - (lows[start] == "longer" and start > 0), last
    return _gone(lows, first, last)


def _is_of_people(lows: Sequence[str], at: int) -> bool:
    """Whether an absence is what sets some people apart: "those without A", "who did not have A", "with B but no A"."""
    while at and lows[at - 1] in english.AUXILIARY:
        at -= 1
    if at > 1 and lows[at - 1] == "but" and "with" in lows[max(0, at - _BUT) : at]:
        return True
    return at > 0 and lows[at - 1] in english.RELATIVE | english.PEOPLE | _WITH


def _gone(lows: Sequence[str], first: int, last: int) -> tuple[int, int] | None:
    """The same behind the name: "A disappeared", "A has gone away"."""
    end = last
    while end < min(len(lows), last + _FAR) and (lows[end] in english.AUXILIARY or lows[end] in english.ADVERBS):
        end += 1
    if end < len(lows) and lows[end] in _GONE and not any(low in english.DENIAL for low in lows[last:end]):
        return first, end + 1
    return None
