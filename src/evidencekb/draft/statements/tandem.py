"""One thing that changes as another does: "the higher A, the lower B", "with every rise in A, B falls", "as A fills".

Such a sentence gives the sign between the two. What is said to move first is the cause: where the sentence has the
cause of a claim follow its effect, a contrary sign denies nothing, since the effect may act back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences.telling import BREAKS, OPPOSITE, Told
from evidencekb.draft.statements.edges import COMPARING
from evidencekb.text import moving

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.draft.sentences.telling import Spot
    from evidencekb.draft.statements.edges import Edge

GRADES: Final = {
    **dict.fromkeys(english.listed("more higher greater larger bigger fuller stronger heavier richer commoner likelier "
                                   "further"), "up"),
    **dict.fromkeys(english.listed("less lower fewer smaller emptier weaker lighter poorer scarcer rarer"), "down"),
}  # fmt: skip
_SEVERER: Final = {"worse": "up", "severer": "up", "milder": "down"}
_OTHERWISE: Final = english.listed("better sooner faster slower longer shorter older younger closer earlier later")
"""Comparatives that tell no amount."""
_OFTEN: Final = english.listed("often likely common frequent frequently prevalent widespread severe")
_MOVES: Final = {
    **moving.VERBS,
    **moving.NOUNS,
    **dict.fromkeys(english.listed("fill fills filled filling build builds rising increasing growing up higher more "
                                   "greater larger additional extra commoner likelier"), "up"),
    **dict.fromkeys(english.listed("empty empties emptied emptying falling decreasing declining shrinking down lower "
                                   "less fewer smaller rarer scarcer"), "down"),
}  # fmt: skip
_AVOIDING: Final = english.listed("avoid avoids avoided skip skips skipped restrict restricts limit limits cut cuts")
_WITH: Final = english.listed("with for as when whenever once if")
_WHEN: Final = english.listed("when whenever once if")
_HAPPENING: Final = (
    english.AUXILIARY
    | english.ADVERBS
    | english.DETERMINERS
    | english.listed(
        "there occur occurs occurred happen happens happened present set sets appear appears appeared arise arises "
        "arose arisen develop develops developed begin begins began begun start starts started take takes took taken "
        "place ensue ensues ensued come comes came approach approaches near nears arrive arrives and when ,"
    )
)
"""Words by which something is told to be there or to come about."""
_EACH: Final = english.listed("every each any a an the further extra additional")
_UNTOLD: Final = effect_words.SURVEYING | english.listed(
    "matter matters mattered known understood studied guessed important relevant necessary reliable accurate useful"
)
"""Words by which "more" and "less" tell of something else than what is named beside them."""
_GIVING: Final = english.listed("give gives gave given giving break breaks broke broken breaking cut cuts cutting take "
                                "takes took taken set sets clear clears cleared use uses used")  # fmt: skip
"""Verbs that tell no direction with "up" or "down"."""
_SIGNED: Final = frozenset({"up", "down", "cause"})
_FIRST: Final = 3
_NEAR: Final = 5
_NONE: Final = english.NEGATION | {"than", "despite", "even", "unless", "if"}

_Part = tuple[range, str]
"""Words of a sentence, and the direction that "the more" gives them; "" where their verb has to tell."""


def parts(sentence: Sentence) -> tuple[_Part, _Part] | None:
    """What moves and what moves with it, the cause first; None where the sentence is of another make."""
    words = sentence.words
    if words[0].low not in _WITH | {"the"} and sentence.lows.isdisjoint(_WHEN | {",", ":", "that"}):
        return None
    if (found := _correlated(sentence)) is not None:
        return found
    if words[0].low in _WITH and "," in sentence.lows:
        comma = next(i for i, word in enumerate(words) if word.low == ",")
        end = _end(sentence, comma + 1)
        if words[0].low in {"with", "for"}:
            lead = next((i for i in range(1, min(comma, _FIRST)) if words[i].low not in _EACH), 0)
            if words[lead].low not in moving.NOUNS and not words[lead].low.endswith("ing"):
                return None
        return (range(1, comma), ""), (range(comma + 1, end), "")
    if "," in sentence.lows or sentence.lows.isdisjoint(_WHEN):
        return None
    when = next(i for i, word in enumerate(words) if word.low in _WHEN)  # "B rises when A occurs"
    return (range(when + 1, _end(sentence, when + 1)), ""), (range(when), "")


def is_by_degree(found: tuple[_Part, _Part] | None) -> bool:
    """Whether the parts are those of "the more A, the less B", of which nothing but the sign is told."""
    return found is not None and bool(found[0][1])


def _correlated(sentence: Sentence) -> tuple[_Part, _Part] | None:
    """The two parts of "the more A, the less B"."""
    words = sentence.words
    if sentence.lows.isdisjoint(GRADES.keys() | _SEVERER.keys() | _OTHERWISE) or "the" not in sentence.lows:
        return None
    marks = [
        i
        for i in range(len(words) - 1)
        if words[i].low == "the"
        and (words[i + 1].low in GRADES or words[i + 1].low in _SEVERER or words[i + 1].low in _OTHERWISE)
        and (not i or words[i - 1].low in {",", ":", ";", "that", "and", "but"} or i == _FIRST)
    ]
    if len(marks) < 2 or "," not in {words[i].low for i in range(marks[0], marks[1])}:
        return None
    first, second = marks[:2]
    spans = range(first + 1, second), range(second + 1, _end(sentence, second + 1))
    one, other = (_graded(sentence, span) for span in spans)
    return (spans[0], one), (spans[1], other)


def _end(sentence: Sentence, at: int) -> int:
    """Where the clause of a position ends."""
    words = sentence.words
    return next((i for i in range(at, len(words)) if words[i].low in BREAKS | {",", "."}), len(words))


def _graded(sentence: Sentence, span: range) -> str:
    """The direction that the comparative at the head of some words and their verb give; "?" where it is not read."""
    words = sentence.words
    low, after = words[span.start].low, words[span.start + 1].low if len(span) > 1 else ""
    kind = GRADES.get(low) or _SEVERER.get(low, "?")
    plain = low in {"more", "less", "further"}
    graded = after.endswith(("ly", "ous", "ive", "ful")) or after in english.ADJECTIVES
    if low == "shorter" and after in {"of", "on"}:
        kind = "down"  # "the shorter of A people are"
    if plain and (after in english.AUXILIARY or not _UNTOLD.isdisjoint(words[i].low for i in span)):
        return "?"
    if plain and graded and after not in _OFTEN and not sentence.taken[span.start + 1]:
        return "?"
    for i in span[1:]:
        if sentence.taken[i]:
            continue
        word = words[i].low
        moved = "down" if word in _AVOIDING or word in effect_words.LESSENING else _MOVES.get(word, "")
        if moved and moved != kind:
            if not plain or low == "less":
                return "?"
            kind = moved
    return kind


def _moved(sentence: Sentence, span: range, spot: Spot, other: str) -> str:
    """The direction in which a verb or noun near what is named in some words goes; "?" where it is not read."""
    words = sentence.words
    free = [i for i in span if not sentence.taken[i] or _is_move(sentence, i)]
    if any(words[i].low in effect_words.LESSENING and words[i].low not in _MOVES for i in free):
        return "?"
    if _is_parted(sentence, span):
        return "?"
    found = {_MOVES[words[i].low] for i in free if words[i].low in _MOVES}
    if not found and words[span.start].low == "so" and other:
        return other
    near = any(spot.first - _NEAR <= i <= spot.last + _NEAR for i in free if words[i].low in _MOVES)
    return found.pop() if len(found) == 1 and near else "?"


def _happens(sentence: Sentence, span: range) -> bool:
    """Whether a clause of condition or time only tells that something is there or comes about: "when A sets in"."""
    words = sentence.words
    if span.start == 0 or words[span.start - 1].low not in _WHEN:
        return False
    return all(sentence.taken[i] or words[i].low in _HAPPENING for i in span)


def _is_parted(sentence: Sentence, span: range) -> bool:
    """Whether "up", "more" and the like near what moves tell of something else: "is given up", "more slowly"."""
    words = sentence.words
    for i in span[:-1]:
        following = words[i + 1].low
        if words[i].low in _GIVING and following in {"up", "down", "off"}:
            return True
        if words[i].low in {"more", "less"} and following.endswith("ly") and not sentence.taken[i + 1]:
            return True
    return False


def _is_move(sentence: Sentence, at: int) -> bool:
    """Whether a word that names something by itself may be the verb as well: "falls"."""
    if sentence.words[at].low not in _MOVES:
        return False
    own = next((m for m in sentence.mentions if m.first <= at < m.last), None)
    return own is not None and own.last - own.first == 1


def _are_joined(sentence: Sentence, one: Sequence[Spot], other: Sequence[Spot]) -> bool:
    """Whether two things move beside each other: "A falls and B rises" says of neither that it comes of the other."""
    words = sentence.words
    for spot in one:
        for behind in other:
            first, second = sorted([spot, behind])
            lows = [words[i].low for i in range(first.last, second.first)]
            if lows[1:2] == ["and"] and lows[0] in _MOVES and english.DETERMINERS.issuperset(lows[2:]):
                return True
    return False


def told(sentence: Sentence, edge: Edge, where: Mapping[str, Sequence[Spot]]) -> tuple[Told | None, bool]:
    """The sign that a sentence gives two ends, and whether it is of this make: then nothing else is told of them."""
    found = parts(sentence)
    if "and" in sentence.lows and _are_joined(sentence, where.get(edge.subject, ()), where.get(edge.object, ())):
        return None, True
    if found is None:
        return None, False
    by_degree = is_by_degree(found)
    if by_degree and "dose" in sentence.lows and "dose" not in edge.claim.statement:
        return None, by_degree  # more of it is told of, not the thing itself
    sides = []
    for name in (edge.subject, edge.object):
        spots = [(n, s) for s in where.get(name, ()) for n, (span, _) in enumerate(found) if s.first in span]
        if len({n for n, _ in spots}) != 1:
            return None, by_degree
        sides.append(spots[0])
    (one, subject), (other, target) = sides
    if one == other:
        return None, by_degree
    named = sorted([sides[0], sides[1]])
    ways: list[str] = []
    for (span, way), (_, spot) in zip(found, named, strict=True):
        happens = not ways and edge.kind in _SIGNED and _happens(sentence, span)
        ways.append(way or ("up" if happens else _moved(sentence, span, spot, ways[0] if ways else "")))
    words = sentence.words
    for span, _ in found:
        if any(words[i].low in _NONE for i in span) or _names_another(sentence, edge, span, (subject, target)):
            return None, by_degree
    if "?" in ways or subject.negated or target.negated:
        return None, by_degree
    severe = any(words[span.start].low in _SEVERER for span, _ in found)
    if severe and (edge.kind in COMPARING or edge.kind in {"cause", "linked", "none"}):
        return None, by_degree
    kind = "up" if ways[0] == ways[1] else "down"
    first, last = min(span.start for span, _ in found), max(subject.last, target.last, found[1][0].start + 1)
    if not by_degree:
        last = max([last, *(i + 1 for i in found[1][0] if words[i].low in _MOVES)])
    if edge.kind == "linked":
        return Told("oftener" if kind == "up" else "down", first, last), True
    back = one == 1 and edge.kind in {"up", "down", "cause", "better", "worse"}
    wanted = {"up": "up", "cause": "up", "down": "down"}.get(edge.kind, "")
    return Told(kind, first, last, reversed=back and kind != wanted and kind in OPPOSITE), True


def _names_another(sentence: Sentence, edge: Edge, span: range, ends: tuple[Spot, Spot]) -> bool:
    """Whether some words name something else that may be what moves."""
    own = {edge.subject, edge.object, *edge.claim.population}
    parts = {word for end in (edge.subject, edge.object) for word in sentence.concepts[end].label.split()}
    for mention in sentence.mentions:
        if mention.first not in span or not own.isdisjoint(mention.concepts) or _is_move(sentence, mention.first):
            continue
        if all(word.low in parts for word in sentence.words[mention.first : mention.last]):
            continue  # "the more A the gut absorbs", of "A absorption"
        if sentence.types(mention) <= {"population", "anatomy"} or any(mention.first == end.first for end in ends):
            continue
        inside = any(own & frozenset(sentence.concepts[c].broader) for c in mention.concepts if c in sentence.concepts)
        if not inside:
            return True
    return False
