"""Whether a clause tells by itself what went up or down by a figure, and it is not what a claim tells of.

"A fell by 10 points with B; the anxiety score fell by 10 points": the clause has a subject of its own, so the A of the
other clause has no part in it. Where it only says "it", "the score" or nothing, A is still meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.matching import open_words
from evidencekb.draft.sentences.phrases import is_verb
from evidencekb.text import moving

if TYPE_CHECKING:
    from evidencekb.draft.matching.claims_index import ClaimsIndex
    from evidencekb.draft.sentences.sentence import Sentence
    from evidencekb.model.nodes import Claim
    from evidencekb.model.quantity import Figure

_LEADING: Final = english.listed("about around roughly some only just nearly almost a an the up to further another")
"""Words between a verb, or "by", and the figure."""
_OPENING: Final = english.listed("the a an this that these those their his her its our your")
_ENDING: Final = frozenset(
    {",", ";", ":", "(", ")", "and", "or", "but", "that", "when", "where", "while", "as", "then"}
)
_BEING: Final = english.listed("was were is are averaged reached totalled totaled")
_BESIDE_VERBS: Final = english.AUXILIARY | english.ADVERBS
_ABOUT: Final = frozenset({"for", "of", "in"})
_MEASURED: Final = frozenset({"outcome", "measure", "condition"})


def is_another(index: ClaimsIndex, claim: Claim, sentence: Sentence, figure: Figure, clause: tuple[int, int]) -> bool:
    """Whether a clause names what changed by a figure, and that is not the outcome of an effect."""
    start, end = _subject(sentence, sentence.position(figure.full_start), clause[0])
    named = [m for m in sentence.within(start, end) if m.last <= end]
    terms = index.belongings.of(claim)
    if any(not terms.above.isdisjoint(m.concepts) for m in named):
        return False
    bare = [word for i in range(start, end) if not sentence.taken[i] and open_words.tells(word := sentence.words[i])]
    if any(word.kin in terms.kin for word in bare):
        return False
    own = index.name_words(claim.outcome)
    return bool(bare) or any(
        _MEASURED & sentence.types(m)
        and any(open_words.tells(word) and word.stem not in own for word in sentence.words[m.first : m.last])
        for m in named
    )


def _subject(sentence: Sentence, at: int, low: int) -> tuple[int, int]:
    """The words that name what changed by the figure at a position; an empty span where none do."""
    words = sentence.words
    end = at
    while end > low and words[end - 1].low in _LEADING:
        end -= 1
    led = end > low and words[end - 1].low == "by"
    end -= led
    whole = next((m for m in sentence.within(low, end) if led and m.last == end), None)
    if whole is not None and whole.last - whole.first > 1:
        return whole.first, end  # "the A improved" may be one name
    verb = end > low and (_changes(words[end - 1].low) or words[end - 1].low in _BEING)
    if not verb and (not led or any(is_verb(sentence, i) for i in range(low, end))):
        return at, at
    end -= verb
    while end > low and (words[end - 1].low in _BESIDE_VERBS or words[end - 1].low.endswith("ly")):
        end -= 1
    start = _start(sentence, end, low)
    if start == end or words[end - 1].low in english.GENERIC or words[start].low in english.LEADS:
        return at, at
    head = next((i for i in range(start, end) if words[i].low in english.LEADS), end)
    about = head < end and words[head].low in _ABOUT and not any(map(open_words.tells, words[start:head]))
    return start, end if about else head


def _start(sentence: Sentence, end: int, low: int) -> int:
    """Where the noun phrase begins that ends at a position, with what hangs on it: "the score of A"."""
    words = sentence.words
    for i in range(end - 1, low - 1, -1):
        if not sentence.taken[i] and (words[i].low in _ENDING or is_verb(sentence, i)):
            return i + 1
        if words[i].low in _OPENING and (i == low or words[i - 1].low not in english.LEADS):
            return i
    return low


def _changes(low: str) -> bool:
    """Whether a verb tells of a change by the figure behind it."""
    return low in moving.VERBS or low in effect_words.BETTER or low in effect_words.WORSE or low == "changed"
