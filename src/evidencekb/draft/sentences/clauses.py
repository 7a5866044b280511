"""The plain sentences that are joined in one, or that take their subject from the sentence before.

"A raises B and lowers C" holds "A raises B" and "A lowers C"; "A raises B and C lowers it" holds "C lowers B"; behind
"A is a salt." the sentence "It raises B" says "A raises B".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.language.acting_words import VERBS, act
from evidencekb.draft.sentences.views import View, view_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.text.words import Word

JOINING: Final = frozenset({"and", "but", "yet", "while", "whereas", ";"})
_MARKS: Final = JOINING | {"which", "because"}
_BEFORE_VERB: Final = (
    english.ADVERBS
    | english.MODAL
    | english.listed(
        "thereby thus so then does do did not hence in turn is are was were has have had been being no the a direct "
        "immediate"
    )
)
_PRONOUNS: Final = frozenset({"it", "they", "them"})
_KINDS: Final = frozenset({"up", "down", "better", "worse", "cause"})
_DETERMINERS: Final = frozenset({"the", "a", "an", "both", "most", "many", "all"})
_DESCRIBING: Final = effect_words.MORE_OR_LESS | english.listed("poor excess excessive insufficient short better worse")
"""Words of direction that are adjectives more often than verbs."""
_WORKING: Final = english.listed("work works worked act acts acted function functions functioned")
_FAR: Final = 4
_BY: Final = frozenset({"by", "through"})
_LONGEST: Final = 14
_DOING: Final = frozenset({"intervention", "substance", "molecule", "condition", "population"})


def joined(sentence: Sentence) -> list[View]:
    """The clauses that "and" and the like join, each with the subject it shares; none where there is but one."""
    if len(sentence.mentions) < 2:
        return []
    if apart := _by_means(sentence):
        return apart
    if sentence.lows.isdisjoint(_MARKS):
        return []
    words = sentence.words
    head = sentence.mentions[0]
    following = words[head.last].low if head.last < len(words) else ""
    if _verb(sentence, head.last) < 0 and following not in _WORKING:
        return []
    cuts: list[tuple[int, int, list[int]]] = [(0, 0, [])]
    prefix = list(range(head.last))
    for at in range(head.last, len(words) - 1):
        if words[at].low not in _MARKS or sentence.taken[at]:
            continue
        if words[at].low == "which":
            named = next((m for m in sentence.mentions if at - 1 <= m.last <= at), None)
            if named is not None and words[at + 1].low in effect_words.CONVERT:
                cuts.append((at, at + 1, list(range(named.first, named.last))))
            continue
        start = at + 1
        while start + 1 < len(words) and words[start].low in JOINING | {","}:
            start += 1
        own = next((m for m in sentence.mentions if start <= m.first <= start + 1), None)
        if own is not None and (own.first == start or words[start].low in _DETERMINERS):
            if _verb(sentence, own.last) >= 0:
                cuts.append((at, start, []))
                prefix = list(range(start, own.last))
            continue
        start += words[start].low in _PRONOUNS
        if start < len(words) and _verb(sentence, start) >= 0:
            cuts.append((at, start, prefix))
    if len(cuts) < 2:
        return []
    ends = [at for at, _, _ in cuts[1:]] + [len(words)]
    found = []
    before: Mention | None = None
    for (_, start, shared), end in zip(cuts, ends, strict=True):
        order = [*shared, *_resolved(words, start, end, None if shared else before)]
        found.append(view_of(sentence, order, start, more=True))
        before = next((m for m in reversed(sentence.mentions) if start <= m.first and m.last <= end), before)
    return found


def _by_means(sentence: Sentence) -> list[View]:
    """The two things told by "A, by blocking B, lowers C": that A lowers C, and that A is blocking B."""
    words = sentence.words
    if "," not in sentence.lows or sentence.lows.isdisjoint(_BY):
        return []
    for doer in sentence.mentions:
        at = doer.last
        if at + 3 >= len(words) or words[at].low != "," or words[at + 1].low not in _BY:
            continue
        if not words[at + 2].low.endswith("ing") or sentence.taken[at + 2]:
            continue
        end = next((i for i in range(at + 3, min(len(words), at + _LONGEST)) if words[i].low == ","), -1)
        if end < 0 or _verb(sentence, end + 1) < 0 or not sentence.within(at, end):
            continue
        rest = view_of(sentence, [*range(at), *range(end + 1, len(words))], end + 1)
        return [rest, view_of(sentence, [*range(doer.first, at), *range(at + 2, end)], at + 2, more=True)]
    return []


def _resolved(words: Sequence[Word], start: int, end: int, named: Mention | None) -> list[int]:
    """The positions start:end with what "it" stands for in its place: the thing named last in the clause before."""
    found: list[int] = []
    for at in range(start, end):
        if named is not None and words[at].low in _PRONOUNS and at > start:
            found += range(named.first, named.last)
        else:
            found.append(at)
    return found


def _verb(sentence: Sentence, at: int) -> int:
    """Where a verb stands by which something acts, right behind a position or some adverbs; -1 where none does."""
    words = sentence.words
    for i in range(at, min(len(words), at + _FAR)):
        low = words[i].low
        if sentence.taken[i]:
            return -1
        found = act(words, i)
        if found is not None and found.kind in _KINDS and low not in _DESCRIBING:
            return i
        if low in VERBS or low in effect_words.CONVERT or low in effect_words.ORIGINS:
            return i
        if low not in _BEFORE_VERB and not low.endswith("ly"):
            return -1
    return -1


def resumed(sentence: Sentence, before: Sentence | None) -> Sentence | None:
    """The sentence with the subject of the one before in the place of "it"; None where that is not plain.

    Or with the people of the one before in the place of "these patients".
    """
    words = sentence.words
    if before is not None and (people := _of_these(sentence, before)) is not None:
        return people
    if before is None or not words or words[0].low not in {"it", "they"} or _verb(sentence, 1) < 0:
        return None
    subject = next(iter(before.mentions), None)
    if subject is None or not before.stance.plain or sentence.negated(subject) or before.text.endswith("?"):
        return None
    if any(word.low not in _DETERMINERS for word in before.words[: subject.first]):
        return None
    following = before.words[subject.last].low if subject.last < len(before.words) else ""
    if following not in english.FINITE and act(before.words, subject.last) is None:
        return None
    if any(before.types(m) & _DOING and m.concepts != subject.concepts for m in before.mentions[1:]):
        return None
    name = list(before.words[subject.first : subject.last])
    more = len(name) - 1
    mentions = [m._replace(first=m.first + more, last=m.last + more) for m in sentence.mentions]
    return replace(
        sentence,
        words=[*name, *words[1:]],
        starts=[*([sentence.starts[0]] * len(name)), *sentence.starts[1:]],
        mentions=[subject._replace(first=0, last=len(name)), *mentions],
        figures=[],
    )


def _of_these(sentence: Sentence, before: Sentence) -> Sentence | None:
    """The sentence with all that those of the one before have in the place of "in these patients"."""
    lows = [word.low for word in sentence.words[:3]]
    if not lows or lows[0] not in english.LEADS or not before.stance.plain or before.text.endswith("?"):
        return None
    end = 2 if lows[1:2] == ["them"] else 3 if lows[1:2] in _THESE and lows[2:] and lows[2] in english.PEOPLE else 0
    held = [m for m in before.mentions if before.types(m) & _COUNTED and not before.negated(m)]
    if not end or not held:
        return None
    names: list[Word] = []
    places: list[Mention] = []
    at = 1
    for mention in held:
        name = before.words[mention.first : mention.last]
        names += name
        places.append(mention._replace(first=at, last=at + len(name)))
        at += len(name)
    rest = [m._replace(first=m.first + at - end, last=m.last + at - end) for m in sentence.mentions if m.first >= end]
    return replace(
        sentence,
        words=[sentence.words[0], *names, *sentence.words[end:]],
        starts=[sentence.starts[0], *([sentence.starts[1]] * len(names)), *sentence.starts[end:]],
        mentions=[*places, *rest],
        figures=[],
    )


_THESE: Final = (["these"], ["such"], ["those"])
_COUNTED: Final = frozenset({"condition", "population"})
