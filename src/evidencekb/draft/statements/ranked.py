"""Which of two things has more of a quality: "A works faster than B", "compared with B, A is better absorbed".

A claim whose relation ends in "-than" ranks its subject and object. A sentence that ranks both by the same quality says
so too, or the other way round; one that finds them alike denies it. In which other qualities they differ tells nothing,
and so does a comparison with a word in it that is not understood: it may be of another quality.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english, qualities
from evidencekb.draft.sentences.telling import BREAKS, Spot, Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.statements.edges import Edge
    from evidencekb.text.words import Word

KIND: Final = "ranked"
"""The kind of an edge that ranks two things."""
_AGAINST: Final = english.listed("compared comparison relative versus vs contrast")
OUTDOING: Final = effect_words.BEATING | english.listed(
    "beaten beating outdone outperforming outpace outpaces outpaced trump trumps trumped outclass outclasses outclassed"
)
"""Verbs by which one thing is told to be better than another."""
_TO: Final = english.listed("superior inferior")
CUES: Final = _AGAINST | OUTDOING | _TO | {"than", "as", "equally", "similarly", "difference"}
"""Words one of which is in every sentence that ranks."""
_NEGATION: Final = english.NEGATION | {"nowhere"}
_NOT_ALL: Final = english.listed("only just merely necessarily always invariably all every yet if whether unless "
                                 "either neither nor could would should might than")  # fmt: skip
_UNCERTAIN: Final = english.listed("least almost nearly roughly about half twice double thrice times third quarter "
                                   "virtually practically partly")  # fmt: skip
_LIGHT: Final = (
    english.CLOSED
    | english.DETERMINERS
    | english.GENERIC
    | english.ADVERBS
    | effect_words.DEGREES
    | effect_words.SYMPTOMS
    | english.listed(
        "given giving taken taking swallowed treated using used getting receiving having ordinary usual "
        "when the same ones one equally similarly just body , \u2019 ' -"
    )
) - (BREAKS | _NOT_ALL - {"all", "either", "just", "could", "would", "should"} | {"without"})
_BEFORE_STANDARD: Final = _LIGHT - english.AUXILIARY - effect_words.SYMPTOMS | english.listed(
    "do does did is are was were of with on by to for in that those it from after when at the a an"
)
_WHOLE: Final = english.listed("effect effects benefit benefits action use kind form onset course treatment absorption "
                               "relief infusion response speed pace")  # fmt: skip
_FOUND: Final = english.listed("found contained present derived obtained taken made got")
_AND: Final = english.listed("and or the a")
_SOURCE: Final = 5
_FAR: Final = 18
_NEAR: Final = 7
_WITH: Final = english.listed("with on from after by of through via using following for in to given taking getting")


def helped(sentence: Sentence, edge: Edge, where: Mapping[str, Sequence[Spot]]) -> Told | None:
    """What a thing does for a complaint by how it does beside what a claim compares it with: "A beat placebo in B"."""
    if not edge.claim.comparator:
        return None
    ends = edge._replace(kind=KIND, object=edge.claim.comparator)
    found = told(sentence, ends, where, (qualities.EFFECT, 1))
    if found is None or found.kind == "same":
        return found
    return replace(found, kind="worse" if found.reversed else "better", reversed=False)


def told(
    sentence: Sentence, edge: Edge, where: Mapping[str, Sequence[Spot]], of: tuple[str, int] | None = None
) -> Told | None:
    """How the sentence ranks the two ends; turned round where the other one has more of what the claim says.

    They are ranked by the quality `of` which more (1) or less (-1) is told, else by the claim's own.
    """
    if sentence.lows.isdisjoint(CUES) or edge.subject == edge.object or sentence.restricts:
        return None
    one, other = where.get(edge.subject, ()), where.get(edge.object, ())
    if len({s.first for s in one}) != 1 or len({s.first for s in other}) != 1 or one[0].first == other[0].first:
        return None
    ends = (one[0], other[0])
    quality, sign = of or qualities.read(edge.claim.relation)
    behind = max(ends).last
    end = _end(sentence.words, behind)
    if ends[0].negated or ends[1].negated or _names_other(sentence, edge, end):
        return None
    if not _is_clear(sentence, max(ends), quality, behind, end):
        return None  # "in heavy drinkers", "on price"
    for found in _readings(sentence, ends, quality):
        front, ranked, first, last, denied = found
        span = min(first, ends[0].first, ends[1].first), max(last, ends[0].last, ends[1].last)
        if not ranked:
            return Told("same", *span, denied)
        order = ranked if front is ends[0] else -ranked
        return Told(KIND, *span, denied, order != sign)
    return None


_Reading = tuple[Spot, int, int, int, bool]
"""Which end is ranked, 1 before the other, -1 behind it, 0 with it; by which words; whether that is denied."""


def _readings(sentence: Sentence, ends: tuple[Spot, Spot], quality: str) -> Iterator[_Reading]:
    """The ways in which a sentence ranks two ends by a quality."""
    words = sentence.words
    front, behind = sorted(ends)
    for at, word in enumerate(words):
        low = word.low
        if low == "than" or low in _AGAINST or low == "as":
            yield from _marked(sentence, ends, quality, at)
        elif low in OUTDOING or (low in _TO and at + 1 < len(words) and words[at + 1].low == "to"):
            yield from _outdone(sentence, front, behind, quality, at)
        elif low in {"equally", "similarly", "difference"}:
            yield from _level(sentence, front, behind, quality, at)


def _marked(sentence: Sentence, ends: tuple[Spot, Spot], quality: str, at: int) -> Iterator[_Reading]:
    """Read "A works faster than B", "compared with B, A works faster", "A is not as fast as B"."""
    words = sentence.words
    low = words[at].low
    if at and words[at - 1].low in {"rather", "other"}:
        return
    standard = min((s for s in ends if s.first > at), default=None)
    if standard is None or not _leads(sentence, at + 1, standard.first):
        return
    front = ends[0] if standard is ends[1] else ends[1]
    if low == "as":
        yield from _as_much(sentence, front, quality, at)
        return
    if front.first < at:
        start, end = _start(sentence, min(front.first, at)), at
    elif low in _AGAINST or at <= _NEAR:
        start = standard.last if low in _AGAINST else 0
        end = _end(words, front.last) if low in _AGAINST else at
    else:
        return
    if not _is_clear(sentence, front, quality, start, end):
        return
    marks = [i for i in range(start, end) if words[i].low in qualities.COMPARATIVES and not sentence.taken[i]]
    signs = {sign for i in marks if (sign := qualities.compared(words, i, quality))}
    if len(signs) != 1 or not _are_joined(sentence, marks, quality):
        return
    denied = _denied(words, start, max(marks))
    if denied is not None:
        yield front, signs.pop(), min(marks), max(at, *marks) + 1, denied


def _are_joined(sentence: Sentence, marks: Sequence[int], quality: str) -> bool:
    """Whether the last comparative is of the quality, or "and" joins it with one that is: "faster and cheaper than"."""
    words = sentence.words
    said = [i for i in marks if qualities.compared(words, i, quality)]
    rest = [words[i].low for i in range(max(said) + 1, max(marks) + 1)]
    if not rest:
        return True
    joined = not {"and", "or", "but", ",", "more", "less"}.isdisjoint(rest)
    return joined and all(low in _LIGHT or low in qualities.KNOWN or low in BREAKS for low in rest)


def _as_much(sentence: Sentence, front: Spot, quality: str, at: int) -> Iterator[_Reading]:
    """Read "A is as fast as B", and "A is not as fast as B", which says that A is slower."""
    words = sentence.words
    first = next((i for i in range(at - 1, max(-1, at - _NEAR), -1) if words[i].low in {"as", "so"}), -1)
    if first < 0 or front.first > first:
        return
    start = _start(sentence, front.first)
    said = {sign for i in range(first + 1, at) if (sign := qualities.degree(words, i, quality))}
    before = {words[i].low for i in range(max(start, first - 3), first)}
    if len(said) != 1 or not before.isdisjoint(_UNCERTAIN - {"nearly", "half"}):
        return
    denied = _denied(words, start, first)
    clear = _is_clear(sentence, front, quality, start, at)
    if denied is None or not clear or (not denied and not before.isdisjoint(_UNCERTAIN)):
        return
    yield (front, -said.pop(), first, at + 1, False) if denied else (front, 0, first, at + 1, False)


def _outdone(sentence: Sentence, front: Spot, behind: Spot, quality: str, at: int) -> Iterator[_Reading]:
    """Read "A beats B", "B is outperformed by A", "A is superior to B": in effect unless something else is named."""
    words = sentence.words
    if not front.last <= at < behind.first or not _leads(sentence, at + 1, behind.first):
        return
    named = ""
    for i in range(behind.last, _end(words, behind.last)):
        if words[i].low not in _LIGHT and not sentence.taken[i]:
            named = qualities.of_noun(words[i].low)
            if not named and words[i].low not in qualities.KNOWN | {"terms", "comes"}:
                return
            if named:
                break
    if words[at].low.startswith("outpace"):
        named = named or qualities.SPEED
    if (named or qualities.EFFECT) != quality or not _is_clear(sentence, front, quality, front.first, at):
        return
    passive = "by" in (words[i].low for i in range(at + 1, behind.first))
    denied = _denied(words, front.last, at)
    if denied is not None:
        yield front, -1 if passive or words[at].low == "inferior" else 1, at, at + 1, denied


def _level(sentence: Sentence, front: Spot, behind: Spot, quality: str, at: int) -> Iterator[_Reading]:
    """Read "A and B work equally fast" and "there is no difference in speed between A and B"."""
    words = sentence.words
    between = {words[i].low for i in range(front.last, behind.first)}
    if not between <= {"and", "the", "both", "an", "a"} or "and" not in between:
        return
    if words[at].low == "difference":
        tail = range(at + 1, front.first)
        nouns = {words[i].low for i in tail} & (qualities.named(quality) - {"time"})
        light = _BEFORE_STANDARD | qualities.named(quality) | {"between", "in", "how"}
        no = words[at - 1].low == "no" if at else False
        if nouns and no and front.first > at and all(words[i].low in light for i in tail):
            yield front, 0, at - 1, at + 1, False
    elif behind.last <= at and at + 1 < len(words) and qualities.degree(words, at + 1, quality) == 1:
        denied = _denied(words, behind.last, at)
        if denied is not None and _is_clear(sentence, behind, quality, behind.first, min(len(words), at + 2)):
            yield front, 0, at, at + 2, denied


def _leads(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words first:last only lead to the name of what something is compared with."""
    words = sentence.words
    return last - first <= _NEAR and all(words[i].low in _BEFORE_STANDARD for i in range(first, last))


def _start(sentence: Sentence, at: int) -> int:
    """Where the clause of a position begins."""
    words = sentence.words
    for i in range(at - 1, -1, -1):
        if words[i].low in BREAKS or words[i].low in {",", "that", "which", "and", "as"}:
            return i + 1
    return 0


def _end(words: Sequence[Word], at: int) -> int:
    """Where the clause of a position ends."""
    return next((i for i in range(at, len(words)) if words[i].low in BREAKS | {",", ".", "which"}), len(words))


def _is_clear(sentence: Sentence, front: Spot, quality: str, start: int, end: int) -> bool:
    """Whether all words of a clause are understood, and what is ranked is the end itself: not "the price of A"."""
    words = sentence.words
    if end - start > _FAR:
        return False
    at = front.first - 1
    while at > start and words[at].low in english.DETERMINERS - {"of", "in", "with", "by", "for", "to"}:
        at -= 1
    leading = start <= at and words[at].low in _WITH
    source = _source(words, front.last) if front.last < end else front.last
    for i in range(start, end):
        if front.last <= i < source:
            continue
        low = words[i].low
        if sentence.taken[i] or low in _LIGHT or low in qualities.KNOWN or low.endswith("ly") or low in _NEGATION:
            continue
        if (low in _WHOLE and (leading or i > front.first)) or low in qualities.named(quality):
            continue
        if low != "but" and qualities.kin(words[i]) != quality[1:]:
            return False
    return True


def _source(words: Sequence[Word], at: int) -> int:
    """Where a clause goes on behind where a thing comes from: "A from red meat is", "A found in fish are"."""
    begin = at + 1 if at + 1 < len(words) and words[at].low in _FOUND else at
    if words[begin].low != "from" and not (begin > at and words[begin].low == "in"):
        return at
    for i in range(begin + 1, min(len(words), begin + _SOURCE)):
        if words[i].low in english.AUXILIARY and i > begin + 1:
            return i
        if not words[i].low.replace("-", "").isalpha() or (words[i].low in english.CLOSED and words[i].low not in _AND):
            return at
    return at


def _denied(words: Sequence[Word], first: int, last: int) -> bool | None:
    """Whether a comparison is denied by the words first:last before it; None where it is in part or not said at all."""
    count = 0
    for i in range(first, last):
        if words[i].low in _NEGATION:
            if i + 1 < len(words) and words[i + 1].low in _NOT_ALL:
                return None
            count += 1
    return count % 2 == 1


def _names_other(sentence: Sentence, edge: Edge, end: int) -> bool:
    """Whether something is named up to a position that the claim does not speak of: what is compared, or a case."""
    concepts = sentence.concepts
    own = {edge.subject, edge.object, edge.claim.comparator, *edge.claim.population, *edge.about}
    own.update(above for name in tuple(own) if name in concepts for above in concepts[name].broader)
    return any(
        own.isdisjoint(mention.concepts) and not sentence.types(mention) <= {"population", "anatomy"}
        for mention in sentence.mentions
        if mention.first < end
    )
