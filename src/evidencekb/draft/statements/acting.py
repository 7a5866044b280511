"""One thing that does something to another, has no effect on it, is linked to it or goes with more of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.language.acting_words import act, graded, parted
from evidencekb.draft.language.effect_words import kind_of
from evidencekb.draft.sentences.telling import BREAKS, NEAR, OPPOSITE, Told, negated
from evidencekb.draft.statements import states, together
from evidencekb.draft.statements.cases import CASES, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.sentences.telling import Spot
    from evidencekb.text.words import Word

_BY: Final = english.listed("by with after from through on during at in when under using thanks")
_PUSHING: Final = frozenset(
    {"make", "makes", "made", "making", "keep", "keeps", "kept", "bring", "brings", "brought", "push", "pushes",
     "leave", "leaves", "left", "got",
     "pushed", "drive", "drives", "drove", "send", "sends", "sent", "turn", "turns", "get", "gets", "pull", "pulls"}
)  # fmt: skip
"""Verbs whose direction stands behind what they move: "brings the level down", "makes it worse"."""
_RENDERING: Final = english.listed("make makes made render renders rendered")
_FAILING: Final = frozenset({"fails", "fail", "failed"})
_LIKELIER: Final = {"more": "oftener", "less": "rarer"}
_GRADES: Final = frozenset({"better", "worse", "up", "down", "same", "oftener", "rarer"})
_INVERSE: Final = english.listed("inversely inverse negatively negative")
_TROUBLED: Final = english.listed("troubled disturbed impaired faulty poor abnormal defective weakened disrupted")
_PAIR: Final = 2
_NEAR: Final = 5
_HAVE: Final = frozenset({"have", "has", "had", "get", "gets", "got", "suffer", "suffered", "see", "saw"})
_SHARES: Final = {"more": "oftener", "fewer": "rarer", "less": "rarer"}
_OF: Final = frozenset({"of", "for", "behind", "the", "a", "an", "in", "many", "most", "all"})
_ARTICLES: Final = frozenset({"a", "the", "one", "another", "its", "their", "sole", "common", "main", "are"})
_BESIDE: Final = 4
ASIDE: Final = frozenset({"when", "while", "whenever", "after", "before", "until", "once", "during"})
"""Words behind a verb that end what it acts on: "protects the hip when A"."""


def acts(sentence: Sentence, subject: Spot, target: Spot) -> Told | None:
    """One thing does something to another, is linked to it, or is what it comes with."""
    words = sentence.words
    if _elsewhere(sentence, subject) or _elsewhere(sentence, target) or _compared(words, subject, target):
        return None
    first, last = min(subject.first, target.first), max(subject.last, target.last)
    forward = subject.first < target.first
    between = range(min(subject.last, target.last), max(subject.first, target.first))
    names = _inside_names(sentence)
    found = ((i, act(words, i)) for i in between if i not in names)
    marks = [(i, each) for i, each in found if each is not None]
    if forward and any(
        each.kind in {"up", "down"} and states.tells_of_state(sentence, subject, i) for i, each in marks[:1]
    ):
        return None
    tail = _tail(words, between if forward else range(0), last)
    if (paired := _paired(sentence, subject, target)) is not None:
        return paired
    if not forward and (named := _named_cause(sentence, subject, target)) is not None:
        return named
    verb = next((i for i in between if words[i].low in _PUSHING), -1)
    linked = [(i, "linked") for i in range(max(0, first - 5), first) if kind_of(words[i].low) == "linked"]
    lead = [(verb, "cause")] if forward and _renders(words, verb, target) else linked
    around = (
        next(((i, each) for i in between if (each := parted(words, i, last)) is not None), None) if forward else None
    )
    length, origin = 1, False
    if around is not None:
        at, (kind, _, _) = around
        last += 1
    elif verb >= 0 and tail:
        at, kind = tail[0]
        last = max(last, at + 1 + (words[at].low in {"more", "less"} and kind in {"better", "worse"}))
    elif marks:
        at, told = marks[0]
        if told.kind in {"cause", "linked"} and len(marks) > 1 and marks[1][0] - at <= 4:
            at, told = marks[1]  # "leads to higher", "goes with less"
        elif forward:
            at, told = next(((i, each) for i, each in reversed(marks[1:]) if _is_added(words, i)), (at, told))
        kind, length, origin = told
    elif lead:
        at, kind = lead[-1]
    else:
        return _idle(sentence, subject, target)
    if words[at].low in effect_words.UNRELATED:
        return Told("linked", min(first, at), max(last, at + 1), not negated(sentence, at))
    kind = _as_meant(words, kind, at, target)
    if subject.inner and subject.first <= at < subject.last:
        return None
    turned = origin and forward
    if not forward and kind != "linked" and not origin:
        # a name may hold the joint: "A is worse in the morning"
        passive = any(words[i].low in _BY for i in range(at + length, subject.first + 1)) and at < subject.first
        turned = not passive
    if verb < 0 or (forward and target.first - at <= 2 and words[at].low in effect_words.MORE_OR_LESS):
        verb = at  # "leaves people with A more B"
    lacking, reach = _lacking(sentence, subject, at), verb + (length - 1 if length > _PAIR else 0)
    if kind not in {"linked", "same"} and not _clean(sentence, subject, target, reach, freed=lacking is not None):
        return None
    if lacking is not None:
        if kind not in OPPOSITE:
            return None
        kind, first = OPPOSITE[kind], min(first, lacking)
    against = (negated(sentence, at) or _is_not(words, subject, at)) != _is_none(words, at, target)
    return Told(kind, min(first, at), max(last, at + 1), against, turned)


def _renders(words: Sequence[Word], verb: int, target: Spot) -> bool:
    """Whether a thing is made what its name of several words says: "makes the B overactive", of "overactive B"."""
    if verb < 0 or words[verb].low not in _RENDERING or target.last - target.first < _PAIR:
        return False
    if (
        target.last < len(words)
        and words[target.last].low[0].isalpha()
        and words[target.last].low not in english.CLOSED
    ):
        return False  # "makes walking speed slower"
    return all(word.low in english.ARTICLES | english.POSSESSIVE for word in words[verb + 1 : target.first])


def _compared(words: Sequence[Word], subject: Spot, target: Spot) -> bool:
    """Whether one end is held against the other: "A costs more than B"."""
    behind = max(subject.first, target.first)
    return any(word.low == "than" for word in words[max(0, behind - _PAIR) : behind])


def _is_not(words: Sequence[Word], subject: Spot, verb: int) -> bool:
    """Whether "is not" right behind a thing denies what is told further on: "A is not one of the ways to raise B"."""
    far = range(subject.last, verb)
    if len(far) > NEAR and words[subject.last].low in _FAILING:
        return True  # "A failed to beat a placebo in easing B"
    if len(far) <= NEAR or words[subject.last].low not in english.AUXILIARY or words[subject.last + 1].low != "not":
        return False
    return {"and", ",", "but", "only", "just"}.isdisjoint(words[i].low for i in far)


def _is_none(words: Sequence[Word], verb: int, target: Spot) -> bool:
    """Whether "no" behind a verb denies what it acts on: "causes no A", "brought no lasting A"."""
    at = next((i for i in range(target.first - 1, max(verb, target.first - _NEAR), -1) if words[i].low == "no"), -1)
    return at > verb and all(word.low not in english.CLOSED for word in words[at + 1 : target.first])


def _grade(words: Sequence[Word], at: int) -> str:
    """The direction of a word, of a comparative of severity, or of how likely something is."""
    low = words[at].low
    if low in _LIKELIER and at + 1 < len(words) and words[at + 1].low in english.LIKELY:
        return _LIKELIER[low]
    return graded(words, at) or kind_of(low)


def _tail(words: Sequence[Word], between: range, last: int) -> list[tuple[int, str]]:
    """What is told behind two ends of that which becomes of one, or of those who have it: "makes you likelier to"."""
    end = next((i for i in range(last, min(len(words), last + 4)) if words[i].low in {".", ",", "than"}), last + 4)
    pairs = (i for i in between if words[i].low in _LIKELIER and words[i + 1].low in english.LIKELY)
    likelier = [(i, _LIKELIER[words[i].low]) for i in pairs if [w.low for w in words[i + 2 : i + 3]] == ["to"]]
    return likelier + [(i, k) for i in range(last, min(len(words), end)) if (k := _grade(words, i)) in _GRADES]


def _as_meant(words: Sequence[Word], kind: str, at: int, target: Spot) -> str:
    """The kind of what is told: an inverse link is of less, and what brings about a poor A lessens A."""
    poor = kind == "cause" and target.first > 0 and words[target.first - 1].low in _TROUBLED
    return "down" if poor or (kind == "linked" and _is_inverse(words, at)) else kind


def _is_inverse(words: Sequence[Word], at: int) -> bool:
    """Whether a link is one of less with more: "inversely related", "a negative correlation"."""
    near = {word.low for word in (*words[max(0, at - 2) : at], *words[at + 1 : at + 2])}
    return not near.isdisjoint(_INVERSE)


def _is_added(words: Sequence[Word], at: int) -> bool:
    """Whether a verb is a second one of its subject, with an object of its own: "calms people by raising A"."""
    i = at - 1
    while i > 0 and (words[i].low in english.AUXILIARY or words[i].low in english.ADVERBS or words[i].low[-2:] == "ly"):
        i -= 1
    low = words[i].low
    return (low == "by" and words[at].low.endswith("ing")) or (low == "and" and kind_of(words[i - 1].low) == "")


def _paired(sentence: Sentence, subject: Spot, target: Spot) -> Told | None:
    """Read "A and B are unrelated", "when A rises, B falls", "the more A, the less B"."""
    words = sentence.words
    first, last = min(subject.first, target.first), max(subject.last, target.last)
    between = [word.low for word in words[min(subject.last, target.last) : max(subject.first, target.first)]]
    if between == ["and"] or (between[:1] == ["and"] and between[-1] in _ARTICLES and len(between) == _PAIR):
        if (met := together.met(sentence, last)) is not None:
            return Told("linked", first, met)
        for i in range(last, min(len(words), last + 5)):
            if words[i].low == "nothing" and [w.low for w in words[i + 1 : i + 4]] == ["to", "do", "with"]:
                return Told("linked", first, i + 4, not negated(sentence, i))
            if words[i].low in effect_words.UNRELATED or kind_of(words[i].low) == "linked":
                kind = "down" if _is_inverse(words, i) else "linked"
                return Told(kind, first, i + 1, negated(sentence, i) != (words[i].low in effect_words.UNRELATED))
        return None
    before = [word.low for word in words[max(0, first - 4) : first]]
    if (
        effect_words.JOINING.isdisjoint(between)
        and effect_words.JOINING.isdisjoint(before)
        and between.count("the") != 1
    ):
        return None
    if any(low in english.NEGATION or low == "even" for low in between):
        return None
    one, other = _side(sentence, subject, target), _side(sentence, target, subject)
    if one is None or other is None or one[0] == other[0]:
        return None
    if effect_words.JOINING.isdisjoint({*between, *before}) and not _the(sentence, one[0]) & _the(sentence, other[0]):
        return None
    kind = "up" if one[1] == other[1] else "down"
    return Told(kind, min(first, one[0], other[0]), max(last, one[0] + 1, other[0] + 1))


def _the(sentence: Sentence, at: int) -> bool:
    """Whether "the" stands right before a word."""
    return at > 0 and sentence.words[at - 1].low == "the"


def _side(sentence: Sentence, spot: Spot, other: Spot) -> tuple[int, str] | None:
    """Whether more or less is told of one thing by itself, and by which word."""
    words = sentence.words
    for step, kinds in ((1, None), (-1, effect_words.MORE_OR_LESS)):
        start = spot.last if step == 1 else spot.first - 1
        for i in range(start, start + 3 * step, step):
            if not 0 <= i < len(words) or other.first <= i < other.last:
                break
            low = words[i].low
            if (kind := kind_of(low)) in {"up", "down"} and (kinds is None or low in kinds):
                return i, kind
            if low in {",", ";"} or low in effect_words.JOINING or (sentence.taken[i] and kind_of(low) == ""):
                break
    return None


def _elsewhere(sentence: Sentence, spot: Spot) -> bool:
    """Whether what is measured is told of a part of the body that its name does not say: "A in urine"."""
    lows = [word.low for word in sentence.words[spot.last : spot.last + 3]]
    return len(lows) > 1 and lows[0] == "in" and not effect_words.BODY.isdisjoint(lows[1:])


def _lacking(sentence: Sentence, subject: Spot, verb: int) -> int | None:
    """Where words before a cause tell that it is less or absent: "less A", "avoiding A", "a lack of A"."""
    words = sentence.words
    if subject.inner == "down":
        return subject.first
    for i in range(subject.first - 1, max(-1, subject.first - 4), -1):
        low = words[i].low
        if i == verb or sentence.taken[i] or low in {",", "by", "that"} or low in BREAKS:
            return None
        if low in effect_words.LESSENING:
            return i if words[i + 1].low != "with" else None  # "treatment with A" lessens something else
    return None


def oftener(sentence: Sentence, one: Spot, other: Spot) -> Told | None:
    """Read "A is more common in people with B", "those with B have A less often"."""
    words = sentence.words
    first, last = min(one.first, other.first), max(one.last, other.last)
    marks = []
    for i in range(first, min(len(words) - 1, last + 4)):
        low, following = words[i].low, words[i + 1].low
        if low in effect_words.COMMONER or (
            low in {"more", "higher", "greater"} and following in effect_words.FREQUENT
        ):
            marks.append((i, "oftener"))
        elif low in effect_words.RARER or (low in {"less", "lower", "smaller"} and following in effect_words.FREQUENT):
            marks.append((i, "rarer"))
        elif i and i + 1 == max(one.first, other.first) and words[i - 1].low in _HAVE and low in _SHARES:
            marks.append((i, _SHARES[low]))
    than = next((i for i in range(first, last) if words[i].low in {"than", "without", ";", "if"}), None)
    if (
        len(marks) != 1
        or than is not None
        or (words[0].low in CASES and any(words[i].low == "," for i in range(first, last)))  # "if A gets worse, B"
        or (marks[0][0] > 1 and words[marks[0][0] - 2].low in {"who", "whose"})  # "on A, those who have less B ..."
        or not any(w.low in effect_words.HAVING or w.low in _HAVE for w in words[max(0, first - 3) : last])
    ):
        return None
    between = [m for m in sentence.mentions if first < m.first < last and m.first not in {one.first, other.first}]
    if any(sentence.types(m) & {"condition", "measure", "outcome", "intervention", "substance"} for m in between):
        return None
    at, kind = marks[0]
    return Told(kind, min(first, at), max(last, at + 1), negated(sentence, at))


def _idle(sentence: Sentence, subject: Spot, target: Spot) -> Told | None:
    """Read "A has no effect on B", "A does not change B", "A has nothing to do with B"."""
    words = sentence.words
    one, other = (subject, target) if subject.first < target.first else (target, subject)
    between = range(one.last, other.first)
    lows = [words[i].low for i in between]
    first, last = min(one.first, other.first), max(one.last, other.last)
    if "do" in lows and "with" in lows and not {"nothing", "something", "little"}.isdisjoint(lows):
        return Told("linked", first, last, "something" not in lows)
    if "nothing" in lows and not {"do", "does", "did"}.isdisjoint(lows):
        return Told("same", first, last, reversed=subject is not one)
    at = next((i for i in between if words[i].low in effect_words.AFFECTING), -1)
    if at < 0 or not negated(sentence, at) or _parted_by(sentence, at, range(one.last, other.first)):
        return None
    turned = subject is not one and not any(words[i].low in _BY for i in range(at + 1, other.first))
    return Told("same", first, last, reversed=turned)


def _is_cause_of(sentence: Sentence, noun: int, spot: Spot) -> bool:
    """Whether a word is the noun of what brings a thing about: "a cause of A", "the reason for A"."""
    words = sentence.words
    if words[noun].low not in effect_words.CAUSES or not noun:
        return False
    return {word.low for word in words[noun + 1 : spot.first]} <= _OF and any(
        words[i].low in _ARTICLES for i in range(max(0, noun - 3), noun)
    )


def _named_cause(sentence: Sentence, subject: Spot, target: Spot) -> Told | None:
    """Read "the cause of B is A", "what causes B is A"."""
    words = sentence.words
    between = [word.low for word in words[target.last : subject.first]]
    if not between or len(between) > _BESIDE or between[0] not in {"is", "are", "was", "were"}:
        return None
    noun = next((i for i in range(target.first - 1, max(-1, target.first - 4), -1) if words[i].raw.isalpha()
                 and words[i].low not in _OF), -1)  # fmt: skip
    if noun < 0 or not _is_cause_of(sentence, noun, target):
        return None
    return Told("cause", noun, subject.last, any(low in english.NEGATION for low in between))


def _clean(sentence: Sentence, subject: Spot, target: Spot, verb: int, *, freed: bool) -> bool:
    """Whether the two ends are what the verb is of: no one's attribute, and no other thing in between."""
    words = sentence.words
    one, other = (subject, target) if subject.first < target.first else (target, subject)
    start = one.first - 1
    while start > 0 and words[start].low in english.ARTICLES | english.POSSESSIVE:
        start -= 1
    before = words[start].low if start >= 0 else ""
    if (
        before == "for"
        and start > 1
        and words[start - 1].low == ","
        and not any(m.last < start for m in sentence.mentions)
    ):
        before = ""  # "B can wait, for A raises C" gives a reason
    led = {"of": effect_words.PORTIONS | english.TAKERS | english.SPELLS, "with": effect_words.TREATMENT}.get(
        before, frozenset()
    )
    if words[start - 1].low in led:
        before = ""  # "a cup of A", "treatment with A"
    if subject is one and not whole(sentence, other) and not _is_cause_of(sentence, verb, other):
        return False
    if not freed and before in english.OF | {"with", "without", "from", "on"} and verb >= one.last and subject is one:
        return False
    between = words[one.last : other.first]
    if any(word.low in {",", "("} for word in between):
        return False
    if subject is one and any(words[i].low in ASIDE for i in range(max(verb, one.last), other.first)):
        return False
    return not _parted_by(sentence, verb, range(one.last, other.first))


def _parted_by(sentence: Sentence, verb: int, between: range) -> bool:
    """Whether a verb is of another thing that is named between two ends."""
    kinds, held = {"condition", "measure", "outcome", "intervention"}, sentence.within(between.start, between.stop)
    behind = verb + 1 + bool(graded(sentence.words, verb))  # "less severe" is one word of how bad something is
    held = [m for m in held if m.first >= behind and m.last <= between.stop and not _only_moves(sentence, m)]
    return any(sentence.types(m) & kinds for m in held)


def _inside_names(sentence: Sentence) -> set[int]:
    """The words of names of several words, which tell nothing of what things do."""
    long = [m for m in sentence.mentions if m.last - m.first > 1 and not _only_moves(sentence, m)]
    return {i for m in long for i in range(m.first, m.last)}


def _only_moves(sentence: Sentence, mention: Mention) -> bool:
    """Whether the name of an outcome says no more than that something gets better or worse: "get better"."""
    words = sentence.words[mention.first : mention.last]
    return all(word.low in _PUSHING or kind_of(word.low) in _GRADES for word in words)
