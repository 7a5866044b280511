"""Claims in their own words with one name in the place of another.

"A drip bypasses the gut" says what "A bypasses the gut" says, where "drip" is a name of A too. A claim whose relation
no list holds, or that denies something, is contradicted so as well, and found with a word more: "people with A had no
B" is B's absence more than a comparison.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import english
from evidencekb.draft.language.effect_words import kind_of
from evidencekb.draft.matching.belongings import Content
from evidencekb.draft.matching.match import passing
from evidencekb.draft.statements.edges import KINDS
from evidencekb.draft.statements.own_words import in_order
from evidencekb.draft.statements.wordings import carries, negated
from evidencekb.model.assertion import Verdict
from evidencekb.text import words as split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.text.words import Word

_MOST: Final = 60
"""Claims looked at for the names of one sentence."""
_NEAREST: Final = 6
"""Claims looked at for the words of one sentence."""
_MORE: Final = 1
"""Words of content that a part of a sentence may have on top."""
_BREAKS: Final = frozenset({",", ";", ".", "!", "and", "but"})
_REVEALING: Final = english.listed("reveal reveals revealed showed")
_HOW_MUCH: Final = _REVEALING | english.listed(
    "marked clear significant severe widespread notable considerable obvious now still today help helps helped helping "
    "you your we our"
)
_NAME: Final = "@"
_WAYS: Final = frozenset({"up", "down", "same"})
_FEWEST: Final = 2
"""Parts of content of a wording, at least."""


def find(index: ClaimsIndex, sentence: Sentence) -> tuple[Verdict, Claim, tuple[int, int]] | None:
    """What a sentence or a part of it says of such a claim, with the words that say it; None where it says nothing."""
    if not sentence.stance.plain or sentence.figured:
        return None
    named = sorted({name for mention in sentence.mentions for name in mention.concepts})
    claims = {claim.id: claim for name in named for claim in index.qualitative.get(name, ())[:_MOST]}
    free = [
        claim
        for claim in claims.values()
        if claim.kind == "association" and (claim.relation not in KINDS or _of_wording(index, claim.statement).denies)
    ]
    likely = {wording.claim.id: wording.claim for _, wording in index.wordings.like(sentence.words)[:_NEAREST]}
    near = [claim for name, claim in likely.items() if all(name != each.id for each in free)]
    if not free and not near:
        return None
    for first, last in _parts(sentence.words):
        tokens = sentence.words[first:last]
        inner = [m._replace(first=m.first - first, last=m.last - first) for m in sentence.within(first, last)]
        content, against = _content(tokens, inner), negated(tokens)
        end = last - (not sentence.words[last - 1].raw[0].isalnum())
        for claim in free:
            verdict = _told(index, claim, content, turned=against)
            if verdict is not None and (verdict is not Verdict.CONTRADICTED or _has_verb(sentence)):
                return verdict, claim, (first, end)
        for claim in near:
            if any(_is_same(_of_wording(index, text), content, against) for text in (claim.statement, *claim.wordings)):
                return passing(index, claim), claim, (first, end)
    return None


def _has_verb(sentence: Sentence) -> bool:
    """Whether a sentence says something for certain: "a cure for A" is a heading."""
    return not sentence.lows.isdisjoint(english.FINITE | english.MODAL | _REVEALING)


def _parts(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The whole, and the parts between its breaks."""
    yield 0, len(words)
    cuts = [-1, *(i for i, word in enumerate(words) if word.low in _BREAKS), len(words)]
    yield from ((one + 1, other) for one, other in pairwise(cuts) if other - one > _FEWEST)


def _told(index: ClaimsIndex, claim: Claim, content: tuple[str, ...], *, turned: bool) -> Verdict | None:
    """Whether some content is that of a wording of a claim, or of its denial."""
    here = frozenset(content)
    for text in (claim.statement, *claim.wordings):
        own, denies, parts = _of_wording(index, text)
        if not parts <= here:
            continue
        more = 0 if all(part.startswith(_NAME) for part in own) else _MORE  # another word may tell another thing
        said = _FEWEST <= len(own) <= len(content) <= len(own) + more and in_order(own, content)
        if said and denies == turned:
            return passing(index, claim)
        names = all(part.startswith(_NAME) for part in content)
        if denies != turned and (own == content or (names and sorted(own) == sorted(content))):
            return Verdict.CONTRADICTED
    return None


def _is_same(wording: Content, content: tuple[str, ...], against: bool) -> bool:  # noqa: FBT001
    """Whether a wording says just this, in any order where it names one thing at most."""
    own, denies, _ = wording
    if denies != against:
        return False
    if len(own) == len(content) and all(map(_are_alike, own, content)):
        return True
    return sum(part.startswith(_NAME) for part in own) < _FEWEST and sorted(own) == sorted(content)


def _are_alike(one: str, other: str) -> bool:
    """Whether two parts are the same, or names that may be of one thing."""
    named = one.startswith(_NAME) and other.startswith(_NAME)
    return one == other or (named and not {*one[1:].split()}.isdisjoint(other[1:].split()))


def _of_wording(index: ClaimsIndex, text: str) -> Content:
    """What a wording says."""
    kept = index.belongings.contents
    if text not in kept:
        tokens = split.split(text)
        own = _content(tokens, index.lexicon.find(tokens))
        kept[text] = Content(own, negated(tokens), frozenset(own))
    return kept[text]


def _content(tokens: Sequence[Word], mentions: Iterable[Mention]) -> tuple[str, ...]:
    """What carries content: names as what they are of, other words as their stems."""
    names = {m.first: m for m in mentions}
    found: list[str] = []
    end = 0
    for at, token in enumerate(tokens):
        if at in names:
            end = names[at].last
            found.append(_NAME + " ".join(sorted(names[at].concepts)))
        elif at >= end and (way := kind_of(token.low)) in _WAYS:
            found.append(way)
        elif at >= end and carries(token) and token.low not in _HOW_MUCH:
            found.append(token.stem)
    return tuple(found)
