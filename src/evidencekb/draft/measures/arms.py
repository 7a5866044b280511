"""Which arm of a comparison an effect is told of, and against which: "more A with B than with C"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.measures import hastened, multiplied
from evidencekb.draft.measures.direction import OPPOSITE, Told, by_value, clause, moves, told
from evidencekb.draft.sentences.figure_clauses import goes_on
from evidencekb.draft.sentences.phrases import closing
from evidencekb.model.assertion import Verdict
from evidencekb.model.quantity import RATIOS, Kind
from evidencekb.text import moving
from evidencekb.text.moving import DOWN, UP

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.reading import Reader
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure

_MARKS: Final = frozenset({"than", "versus", "vs", "against", "compared", "relative", "beat", "beats", "outperformed",
                           "outperforms", "as", "over", "above", "below"})  # fmt: skip
_MEASURED: Final = frozenset({"high", "likely", "often", "common", "many", "much", "great", "frequent", "large", "low",
                              "rare", "frequently", "big", "strong"})  # fmt: skip
_STOP: Final = frozenset({",", ";", ":", "(", ")", "but", "while"})
_LACK: Final = english.DENIAL | frozenset({"before", "off", "never", "instead", "unexposed", "nobody"})
_REMOVED: Final = english.DENIAL | frozenset({
    "stopping", "stopped", "stop", "quitting", "lack", "absence", "withdrawal", "withdrawing", "discontinuing",
    "discontinued", "skipping", "avoiding", "off", "before", "ending", "refusing", "missing", "dropping", "instead",
})  # fmt: skip
_CONTROLS: Final = frozenset({"control", "controls", "untreated", "sham", "usual", "comparison"})
_REACH: Final = 9
SAME, SWAPPED, OTHER, UNTOLD = "same", "swapped", "other", "untold"


def fault(index: ClaimsIndex, claim: Claim, figure: Figure, sentence: Sentence) -> Verdict | None:
    """What is wrong where an effect's figure is a claim's: the direction is opposite, or the arms are not its arms."""
    low, high = clause(sentence, figure)
    after = sentence.position(figure.full_end)
    high = next((i for i in range(after, high) if sentence.words[i].low == "," and goes_on(sentence, low, i)), high)
    arms = _arms(index, claim, sentence, low, _behind_bracket(sentence, high))
    if arms == OTHER:
        return Verdict.WRONG_INTERVENTION
    side = index.side_of(claim)
    if not side or arms == UNTOLD:
        return None
    named = any(kind in {"better", "cure"} or (kind != "worse" and rest) for kind, rest in index.senses(claim.outcome))
    change = hastened.told(index, figure, sentence)
    if change is not None and change[0] == claim.outcome:
        said = Told(change[1])
    else:
        said = told(sentence, figure, claim.outcome, named=named)
    if said.way == "same" or said.denied:
        return Verdict.CONTRADICTED if said.way in {"same", side} and _is_certain(claim) else None
    way = said.way
    if not way and (figure.quantity.kind is not Kind.RATIO or not moves(sentence, low, high)):
        way = by_value(figure)
    if arms == SWAPPED:
        return Verdict.WRONG_INTERVENTION if way == side else None
    return Verdict.CONTRADICTED if way == OPPOSITE[side] else None


def _behind_bracket(sentence: Sentence, high: int) -> int:
    """Where a clause ends that only a bracket parts from what it compares with: "by 9 (95% CI 5 to 13) over A"."""
    words = sentence.words
    at = next((i for i in (high - 1, high) if 0 < i < len(words) and words[i].low in {"(", "["}), 0)
    if not at:
        return high
    end = closing(sentence, at, len(words))
    if end >= len(words) or words[end].low not in _MARKS:
        return high
    return next((i for i in range(end, len(words)) if words[i].low in _STOP), len(words))


def side(reader: Reader, claim: Claim) -> str:
    """In which direction a claim's effect goes: by the side of one, the sign, or the words of its own statement."""
    held = claim.figure
    if held is None or claim.kind != "effect" or not claim.outcome:
        return ""
    if claim.effect == "relative-risk-reduction":
        return DOWN if held.value is None or held.value > 0 else ""
    if held.kind in RATIOS:
        return "" if held.value is None else UP if held.value > 1 else DOWN if held.value < 1 else ""
    sentence = reader.whole(claim.statement)
    said = next((t for f in sentence.figures if (t := told(sentence, f, claim.outcome)).way in OPPOSITE), None)
    if held.value is not None and held.value < 0:
        return DOWN if said is None or said.way == DOWN else ""
    if said is None and held.value is not None and held.value > 0 and not _says_less(sentence):
        return UP  # whatever the verb: a difference without a sign is one upwards
    return said.way if said is not None and not said.denied else ""


def _says_less(sentence: Sentence) -> bool:
    """Whether any word tells of less, or denies: then a figure without a sign may be that of a fall."""
    less = (moving.VERBS, moving.NOUNS, moving.COMPARATIVES)
    return any(
        w.low == "down" or w.low in english.NEGATION or any(words.get(w.low) == DOWN for words in less)
        or w.low in effect_words.DOWN or w.low in effect_words.BETTER
        for w in sentence.words
    )  # fmt: skip


def _is_certain(claim: Claim) -> bool:
    """Whether a claim's interval leaves no room for "no effect"."""
    held = claim.figure
    if held is None or held.ci is None or held.ci.low is None or held.ci.high is None:
        return False
    null = 1 if held.kind in RATIOS else 0
    return held.ci.low > null or held.ci.high < null


def _arms(index: ClaimsIndex, claim: Claim, sentence: Sentence, low: int, high: int) -> str:
    """How the arms of a sentence lie to a claim's."""
    own = frozenset(claim.given) or index.held(claim)
    against = frozenset({claim.comparator}) - {""}
    words = sentence.words
    named = [m for m in sentence.mentions if _is_of(index, m, own) and not _is_of(index, m, against)]
    beside: set[int] = set()
    found = ""
    marks = (i for i in range(low, high) if words[i].low in _MARKS and i not in sentence.figured)
    for mark in (i for i in marks if _compares(sentence, i)):
        for mention in sentence.mentions:
            if not mark < mention.first <= mark + _REACH or found:
                continue
            gap = [w.low for w in words[mark + 1 : mention.first]]
            if _STOP & set(gap):
                break
            beside.add(mention.first)
            lacking = bool(_LACK & set(gap))
            if words[mark].low == "over" and not _is_of(index, mention, against):
                continue  # "over 6 months", "over A's first year"
            if _is_of(index, mention, against):
                found = UNTOLD if lacking else SAME
            elif mention in named:
                elsewhere = any(m.first != mention.first and not _is_removed(sentence, m) for m in named)
                found = SAME if lacking else UNTOLD if elsewhere else SWAPPED
            elif not lacking and _is_another(index, mention, claim):
                found = OTHER
    if found:
        return found
    if any(_is_of(index, m, against) and m.first not in beside for m in sentence.mentions):
        return UNTOLD
    if any(
        word.low in _CONTROLS and i and words[i - 1].low in {"in", "among", "on", "with", "the", "of", "under"}
        for i, word in enumerate(words)
    ):
        return UNTOLD
    first = min((m.first for m in named), default=0)
    if any(words[i].low in {"so", ";"} for i in range(high, first)):
        return UNTOLD  # "A rose by 23%, so people were given B"
    return UNTOLD if claim.given and named and all(_is_removed(sentence, m) for m in named) else SAME


def _is_removed(sentence: Sentence, mention: Mention) -> bool:
    """Whether something is told of as not given, or given no longer: "not on A", "stopping A", "less use of A"."""
    before = [w.low for w in sentence.words[max(0, mention.first - 3) : mention.first]]
    if set(before) & {"less", "lower", "reduced", "reducing"} and set(before) & {"use", "intake", "exposure"}:
        return True
    return not _REMOVED.isdisjoint(before)


def _compares(sentence: Sentence, at: int) -> bool:
    """Whether a word leads to what something is compared with."""
    words = sentence.words
    low = words[at].low
    before = words[at - 1].low if at else ""
    following = words[at + 1].low if at + 1 < len(words) else ""
    if low == "against":
        return not before.startswith(("protect", "guard", "defen", "vaccin", "advise", "warn"))
    if low == "over":
        return sentence.taken[at + 1] if at + 1 < len(words) else False
    if low in {"above", "below"}:
        return following in {"that", "those"}
    if low == "relative":
        return following == "to"
    if low == "as":
        return any(words[i].low == "as" and words[i + 1].low in _MEASURED for i in range(at - 1))
    return low != "than" or (
        following not in {"half", "a", "one", "two", "three"} and following not in multiplied.VERBS
    )


def _is_of(index: ClaimsIndex, mention: Mention, wanted: frozenset[str]) -> bool:
    """Whether a mention is of one of some concepts, or of a kind of it."""
    return any(wanted & index.up(c) for c in mention.concepts)


def _is_another(index: ClaimsIndex, mention: Mention, claim: Claim) -> bool:
    """Whether a mention is a treatment other than the one that the claim compares with."""
    concepts = index.kb.concepts
    comparator = concepts.get(claim.comparator)
    if comparator is None or comparator.type != "intervention":
        return False
    return all(
        concepts[c].type == "intervention" and claim.comparator not in index.up(c) and c not in index.up(comparator.id)
        for c in mention.concepts
    )
