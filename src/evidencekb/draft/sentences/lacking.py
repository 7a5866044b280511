"""Whether something is named as what people do not have or do not take: "without A", "who have never been given A"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Alternatives, Sentence
    from evidencekb.text.words import Word

OFF: Final = english.DENIAL | frozenset({"non", "free", "off", "lacking", "untreated", "unexposed"})
_MARKED: Final = OFF | english.listed("never untreated unexposed nonusers nonuser naive refusing avoiding")
_TAKING: Final = english.listed(
    "on taking using given receiving getting having wearing eating drinking following treated prescribed exposed with "
    "to any a an the of from put been being yet ever"
)
"""Words between a negation and what is lacking that make no statement of their own."""
_TAKE: Final = _TAKING | english.listed(
    "have has had take takes took taken use uses used receive receives received get gets got wear wears wore worn "
    "follow followed suffer suffers suffered eat eats drink drinks start started undergo undergone undergoing "
    "diagnosed tried try were was are is be do does did also"
)
_DENYING: Final = english.DENIAL - {"no", "without"}
_DO: Final = english.listed("do does did are is were was have has had")
_WHO: Final = english.RELATIVE | {"those", "people"}
_ENDINGS: Final = english.listed("and or but while whereas , . ; : ) ] ? !")
_REACH: Final = 6
_ONLY: Final = frozenset({"only", "just", "merely", "all"})


def lacks(sentence: Sentence, mention: Mention, *, within: bool) -> bool:
    """Whether a mention is of what people lack; `within` the phrase that names them, where verbs may tell it too."""
    words, at = sentence.words, mention.first
    return before(words, at, _TAKE if within else _TAKING) or (not within and _of_whom(words, at))


def pointed(sentence: Sentence, low: int, high: int) -> bool:
    """Whether the words low:high tell that what was named before is lacking: "without it", "not on them"."""
    words = sentence.words
    if any(words[i].low in {"it", "them", "one", "any"} and before(words, i) for i in range(low + 1, high)):
        return True
    return any(
        words[i].low in _DENYING and _ends(words, i + 1, high) and _who(words, i - 1) for i in range(low + 1, high)
    )


def _who(words: Sequence[Word], at: int) -> bool:
    """Whether "who do", "who have" or "those" ends at a position."""
    if words[at].low in _DO:
        at -= 1
    return words[at].low in _WHO


def _ends(words: Sequence[Word], at: int, high: int) -> bool:
    """Whether a clause or a phrase ends at a position."""
    return at >= min(high, len(words)) or words[at].low in _ENDINGS


def _of_whom(words: Sequence[Word], at: int) -> bool:
    """Whether a relative clause tells of those who lack something: "who don't take A"."""
    first = at
    while first > max(0, at - _REACH) and words[first - 1].low in _TAKE | english.DENIAL:
        first -= 1
    return first > 0 and words[first - 1].low in english.RELATIVE and before(words, at)


def before(words: Sequence[Word], at: int, bridge: frozenset[str] = _TAKE) -> bool:
    """Whether a negation stands before a word, with nothing between but what joins the two."""
    for i in range(at - 1, max(-1, at - 1 - _REACH), -1):
        low = words[i].low
        if low in OFF:
            if low == "free" and words[i + 1].low not in {"of", "from"}:
                return False
            if low == "off" and i and words[i - 1].low in {"cut", "take", "takes", "took", "level", "levels"}:
                return False
            return words[i + 1].low not in _ONLY
        if low not in bridge:
            return False
    return False


def marked(words: Sequence[Word]) -> bool:
    """Whether a name holds a word that says what is lacking: "people not taking A", "A-free", "untreated with A"."""
    return any(word.low in _MARKED for word in words)


def is_absent(sentence: Sentence, mention: Mention) -> bool:
    """Whether the people counted lack what is named; "who never did A" denies what is told of them instead."""
    if mention.first and sentence.words[mention.first - 1].low in {"never", "seldom", "rarely"}:
        return False
    return sentence.negated(mention) or lacks(sentence, mention, within=True)


def of_people(sentence: Sentence) -> tuple[Alternatives, ...]:
    """What the people of a sentence lack besides what they have: "people with A but no B"."""
    if sentence.lows.isdisjoint(OFF) or len(sentence.mentions) < 2:
        return ()
    absent = [m for m in sentence.mentions if "condition" in sentence.types(m) and is_absent(sentence, m)]
    return tuple(dict.fromkeys(frozenset(m.concepts) for m in absent))
