"""How often something happens that a claim counts: "three or more A a year", "cut the number of A by 2 a year".

A number before a noun is else only a count, of which no claim speaks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.measures import changes
from evidencekb.draft.naming.mentions import Mention
from evidencekb.model.quantity import Bound, Kind
from evidencekb.text import moving, units
from evidencekb.text import words as split
from evidencekb.text.families import LIGHT, family
from evidencekb.text.stems import stem

if TYPE_CHECKING:
    from evidencekb.draft.naming.mentions import Lexicon
    from evidencekb.draft.naming.short_outcomes import ShortOutcomes
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.kb import KnowledgeBase
    from evidencekb.model.quantity import Figure

_COUNTING: Final = frozenset(
    family(stem(word)) for word in ("number", "count", "episode", "attack", "rate", "frequency", "bout", "case", "new")
)
"""Words of a measure's name that only say that something is counted."""
_PER: Final = english.listed("a an per each every / any")
_WITHIN: Final = english.listed("in within over during through")
_ONE: Final = english.listed("a an one any the each every single")
_ADVERBS: Final = {"yearly": "year", "annually": "year", "monthly": "month", "weekly": "week", "daily": "day"}
_TIMES: Final = frozenset({"count-per-time", "time-per-time"})
_GAP: Final = english.listed("or more fewer less further new separate proven confirmed documented such different over")
_LONGEST_GAP: Final = 3
_LEADS: Final = english.listed("by to from of at was is were are averaged")
_NEAR: Final = 5
_SETTING: Final = english.listed(
    "mean means meaning define defines defined definition called call calls said say speak speaks talk talks termed "
    "term labelled labeled label known diagnosed diagnosis counts qualify qualifies classed classified regarded "
    "considered criterion threshold cutoff once when whenever if upwards onwards upward onward from makes make "
    "constitute constitutes amounts amount spells equals merits merit should warrant warrants offered advised"
)
"""Words of which one stands where a number is told as a cut-off."""
_WHEN: Final = english.listed("if when whenever should")
"""Those of them with which a plain number may be one of many beyond the cut-off: "if she has six a year, it is A"."""


class Rates:
    """The measures and outcomes of one claim base of which claims tell how often they happen."""

    def __init__(self, kb: KnowledgeBase, lexicon: Lexicon, outcomes: ShortOutcomes) -> None:
        """Gather the units in which they are counted, and the names of what is counted."""
        self._outcomes = outcomes
        self._units: dict[str, str] = {}
        self._meanings: dict[str, set[str]] = {}
        self._counted: dict[str, str] = {}
        for claim in kb.claims.values():
            name = claim.measure if claim.kind == "threshold" else claim.outcome if claim.kind == "effect" else ""
            unit = claim.figure.unit if claim.figure is not None else ""
            if name in kb.concepts and claim.valid and units.dimension(unit) in _TIMES:
                self._units[name] = unit.partition("/")[0]
                self._meanings.setdefault(name, set()).update({claim.means, claim.action} - {""})
        for name in self._units:
            for text in (kb.concepts[name].label, *kb.concepts[name].synonyms):
                spelt = [w for w in split.split(text) if w.kin not in _COUNTING and w.kin not in LIGHT]
                for mention in lexicon.find(spelt):
                    if (mention.first, mention.last) == (0, len(spelt)) and len(mention.concepts) == 1:
                        self._counted.setdefault(mention.concepts[0], name)

    def added(self, sentence: Sentence) -> Sentence:
        """The sentence with such numbers as what they are; as it is where it tells of none."""
        if not self._units or not sentence.figures:
            return sentence
        found = sentence
        for figure in sentence.figures:
            quantity = figure.quantity
            if quantity.numerator is not None or quantity.value is None:
                continue
            if quantity.kind is Kind.COUNT and not quantity.unit:
                found = self._read(found, figure)
            elif units.dimension(quantity.unit) == "count-per-time":
                found = self._named(found, figure)
        return found

    def _read(self, sentence: Sentence, figure: Figure) -> Sentence:
        """The sentence with one count as a rate, where it is one of what a claim counts."""
        words = sentence.words
        after = at = sentence.position(figure.full_end)
        while at < min(len(words), after + _LONGEST_GAP) and words[at].low in _GAP and not sentence.taken[at]:
            at += 1
        mention = next((m for m in sentence.mentions if m.first == at), None)
        mention = mention or next((m for m in sentence.mentions if m.first == after), None)
        if mention is None:
            mention = self._before(sentence, figure)
            behind = after
        else:
            behind = mention.last
        name = self._name(mention)
        per = _per(sentence, behind) if name else ""
        if mention is None or not per or not self._is_told(sentence, figure, name):
            return sentence
        unit = f"{self._units[name]}/{per}"
        quantity = replace(figure.quantity, kind=Kind.MEASURE, unit=unit, unit_text=unit)
        named = mention._replace(concepts=(name,))
        return replace(
            sentence,
            figures=[replace(f, quantity=quantity) if f is figure else f for f in sentence.figures],
            mentions=[named if m is mention else m for m in sentence.mentions],
        )

    def _name(self, mention: Mention | None) -> str:
        """What is counted, where a mention names that or the things that are."""
        for concept in mention.concepts if mention else ():
            if concept in self._units:
                return concept
        return self._counted.get(mention.concepts[0], "") if mention and len(mention.concepts) == 1 else ""

    def _before(self, sentence: Sentence, figure: Figure) -> Mention | None:
        """What a number behind a preposition is of: "the number of A fell by 2 a year"."""
        at = sentence.position(figure.full_start)
        if not at or sentence.words[at - 1].low not in _LEADS:
            return None
        return next((m for m in reversed(sentence.mentions) if 0 <= at - m.last <= _NEAR and self._name(m)), None)

    def _is_told(self, sentence: Sentence, figure: Figure, name: str) -> bool:
        """Whether a number is told as a cut-off of what is counted, or as a change of it."""
        at = sentence.position(figure.full_start)
        clause = (0, len(sentence.words))
        named = {c for m in sentence.mentions if not _is_of_people(sentence, m) for c in m.concepts}
        setting = _SETTING - _WHEN if figure.quantity.bound is Bound.EXACT else _SETTING
        if not self._meanings[name].isdisjoint(named) and not sentence.lows.isdisjoint(setting):
            return True
        given = any(words.low in moving.OF_AN_AMOUNT for words in sentence.words[max(0, at - 2 * _NEAR) : at])
        return given or changes.is_change(sentence, figure, clause) or _is_fewer(sentence, figure)

    def _named(self, sentence: Sentence, figure: Figure) -> Sentence:
        """The sentence with what the unit of a rate names beside the people: "spared women with A 2 attacks a year"."""
        if any(self._name(m) for m in sentence.mentions):
            return sentence
        for at in range(sentence.position(figure.start), sentence.position(figure.end)):
            meant = self._outcomes.meant(sentence.words[at], sentence.mentions)
            if meant in self._units:
                return replace(sentence, mentions=sorted([*sentence.mentions, Mention(at, at + 1, (meant,))]))
        return sentence


def _is_of_people(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name only tells which people are meant: "a woman with A"."""
    words = sentence.words
    if not mention.first or words[mention.first - 1].low not in {"with", "in"}:
        return False
    return words[mention.first - 1].low == "in" or any(
        m.last == mention.first - 1 and sentence.types(m) == {"population"} for m in sentence.mentions
    )


def _is_fewer(sentence: Sentence, figure: Figure) -> bool:
    """Whether a comparative stands behind a number: "1.4 fewer A a year"."""
    after = sentence.position(figure.full_end)
    return after < len(sentence.words) and sentence.words[after].low in {"fewer", "less", "more"}


def _per(sentence: Sentence, at: int) -> str:
    """The time in which something happens so often, by the words at a position: "a year", "in any month", "yearly"."""
    lows = [word.low for word in sentence.words[at : at + 4]]
    if lows[1:3] == ["any", "one"]:
        del lows[1]
    if lows[:1] and lows[0] in _ADVERBS:
        return _ADVERBS[lows[0]]
    if len(lows) > 1 and lows[0] in _PER:
        name = lows[1]
    elif len(lows) > 2 and lows[0] in _WITHIN and lows[1] in _ONE:
        name = lows[2]
    else:
        return ""
    unit = units.simple(name) or ""
    return unit if units.dimension(unit) == "time" else ""
