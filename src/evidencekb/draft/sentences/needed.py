"""A need told by a verb and a multiple: "A should eat twice as much B as others" tells of the need for B."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.naming.mentions import Mention
from evidencekb.model.quantity import Kind
from evidencekb.text import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Concept

_NOUNS: Final = english.listed("need needs requirement requirements")
_TELLING: Final = english.listed(
    "need needs require requires should must ought told advised urged recommended supposed meant"
)
_AFTER: Final = english.listed("as of than that a each every daily .")

_NEEDING: Final = _NOUNS | english.listed("required needed necessary recommended allowance rda demand demands")
_DAILY: Final = english.listed("day daily")


def is_told(sentence: Sentence) -> bool:
    """Whether a lead-in or heading says how much is needed: "Daily A requirement:", "How much A a day?"."""
    lows = sentence.lows
    if lows.isdisjoint(_NEEDING) and not {"how", "much"} <= lows:
        return False
    return not lows.isdisjoint(_DAILY) or not lows.isdisjoint(_NEEDING - {"recommended"})


class Needs:
    """The concepts of needs, by the word for what is needed."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """Read "B need", "B requirement" and "need for B" from the names of measures."""
        found: dict[str, set[str]] = defaultdict(set)
        for concept in concepts.values():
            for name in (concept.label, *concept.synonyms) if concept.type in {"measure", "outcome"} else ():
                lows = [word.low for word in words.split(name)]
                if len(lows) == 2 and lows[1] in _NOUNS:
                    found[lows[0]].add(concept.id)
        self._needed = {what: next(iter(names)) for what, names in found.items() if len(names) == 1}

    def added(self, sentence: Sentence) -> Sentence:
        """The sentence with the need that it tells of, in place of what else the words may name."""
        if sentence.lows.isdisjoint(_TELLING) or self._needed.keys().isdisjoint(sentence.lows):
            return sentence
        if not any(f.quantity.kind is Kind.FOLD for f in sentence.figures):
            return sentence
        tokens = sentence.words
        told = next(i for i, word in enumerate(tokens) if word.low in _TELLING)
        for i in range(told + 2, len(tokens) - 1):
            if tokens[i].low not in self._needed or tokens[i + 1].low not in _AFTER:
                continue
            if [w.low for w in tokens[i - 2 : i]] != ["as", "much"] and tokens[i - 1].low not in {"the", "more"}:
                continue
            own = Mention(i, i + 1, (self._needed[tokens[i].low],))
            rest = [m for m in sentence.mentions if m.last <= i or m.first > i]
            return replace(sentence, mentions=sorted([*rest, own]))
        return sentence
