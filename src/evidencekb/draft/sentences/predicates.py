"""Where a noun phrase for people ends without a verb that any list knows: "18% of adults smoke", "smokers face A".

A plural noun for people is whole where it stands. What follows it directly, adverbs aside, is of the phrase only where
it is a function word, a participle or an adjective; a name of a complaint there begins what is said, and so does any
other word that such a name follows.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.naming import verbal
from evidencekb.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Sentence

_SAID: Final = frozenset({"outcome", "condition"})
_PEOPLE: Final = frozenset({"population"})
_PLURALS: Final = frozenset({"people", "women", "men", "children", "folk", "elderly", "us", "mothers"})
_OTHER_PEOPLE: Final = english.PEOPLE_NAMED | {"those"}
_COLLECTIVE: Final = frozenset({"population", "public", "cohort", "group"})
_SINGULAR_VERBS: Final = frozenset({"is", "was", "has", "does", "affects", "occurs"})
"""Forms whose subject is not the plural noun before, but what stands between."""
_EACH: Final = frozenset({"a", "each", "every", "per", "in"})
_SPANS: Final = frozenset({"day", "week", "month", "year", "night", "winter", "summer", "decade"})
_SINGULARS: Final = ("ss", "us", "is")
_REACH: Final = 5
"""Words between a verb and what it is of: "face a higher risk of A"."""


def begins(sentence: Sentence, at: int, start: int, *, single: bool = False) -> int | None:
    """Where what is said begins, if a verb that no list knows stands at `at`; adverbs before it belong to it.

    `start` is where the noun phrase begins. Only directly behind a plural noun for people, or a single one that acts
    ("every fifth adult smokes", "the population smokes").
    """
    head = at - 1
    words = sentence.words
    while head >= start and not sentence.taken[head] and is_adverb(words[head].low):
        head -= 1
    if head < start:
        return None
    if words[at].low in english.DENIAL and words[head].low not in english.CLOSED and _is_done(sentence, at):
        return head + 1  # "people with A no longer need B", where that is one name
    if words[at].low in _EACH:
        return head + 1 if _ends_people(sentence, head) and _is_time(sentence, at) else None
    if words[head].low in {"it", "them"} and head > start + 1 and words[head - 1].low in _OF_IT:
        return head + 1 if is_told(sentence, at) else None  # "of those who have it ever recover"
    if not _ends_people(sentence, head):
        if not single and words[head].low not in _COLLECTIVE:
            return None
        mention = _mention_at(sentence, at)
        acting = mention is not None and words[at].low.endswith("s") and sentence.types(mention) & _SAID
        return head + 1 if acting and mention is not None and _is_verb_form(sentence, mention) else None
    return head + 1 if _opens(sentence, at) else None


def hidden(sentence: Sentence, start: int, end: int) -> int | None:
    """Where what is said begins in a phrase start:end that must hold the verb of its clause, as nothing else does.

    Behind whatever narrows the group: "patients with A smoke", "smokers on A battle B".
    """
    words = sentence.words
    for mention in sentence.within(start, end):
        at = mention.last
        while at < end and not sentence.taken[at] and is_adverb(words[at].low):
            at += 1
        ill = mention.first == start and sentence.types(mention) & _SAID and not sentence.types(mention) & _PEOPLE
        if ill and not (_is_plural(words[mention.last - 1].low) and is_told(sentence, at)):
            continue  # "A attack triggers": a noun before nouns
        if at >= end or not _opens(sentence, at):
            continue
        following = _mention_at(sentence, at)
        if following is not None and not _is_verb_form(sentence, following):
            continue
        return mention.last
    for mention in sentence.within(start + 2, end):
        before = words[mention.first - 1]
        if sentence.taken[mention.first - 1] or not before.raw.isalpha() or before.low in english.CLOSED:
            continue
        if _is_adjective(before.low) or before.low.endswith("ly") or words[mention.first].low.endswith("s"):
            continue
        if _opens(sentence, mention.first) and _is_verb_form(sentence, mention):
            return mention.first  # "people living at home smoke"
    return None


def made(sentence: Sentence, start: int, end: int) -> int:
    """Where the people of "left 20% of smokers short of A" end and what became of them begins; else `end`."""
    for at in range(start + 1, end):
        if not _ends_people(sentence, at - 1) and sentence.words[at - 1].low not in _OTHER_PEOPLE:
            continue
        mention = _mention_at(sentence, at)
        if mention is not None:
            types = sentence.types(mention)
            return at if types & _SAID and not types & _PEOPLE else end
        if sentence.taken[at] or sentence.words[at].low not in english.TELLING_MORE:
            return at if not sentence.taken[at] and _is_adjective(sentence.words[at].low) else end
        held = [m.last for m in sentence.within(at, end) if m.last < end]
        became = (
            i
            for i in held
            if (
                _became(sentence, i)
                if sentence.taken[i]
                else _is_adjective(sentence.words[i].low) or _left_with(sentence, i, end) == i
            )
        )
        return next(became, _left_with(sentence, at, end))
    return end


def sent(sentence: Sentence, start: int, end: int) -> int:
    """Where the people of "put 20% of smokers into A" end and what became of them begins; else `end`.

    "To" may as well belong to the people: "got 20% of those new to A to B".
    """
    words = sentence.words
    free = [i for i in range(start + 1, end) if words[i].low in {"into", "to"} and not sentence.taken[i]]
    return next((i for i in reversed(free) if words[i].low == "into" or _is_outcome(sentence, i + 1)), end)


def _is_outcome(sentence: Sentence, at: int) -> bool:
    """Whether a phrase names an outcome and nothing else: "a normal B"."""
    if at < len(sentence.words) and sentence.words[at].low in {"a", "an", "the", "their"}:
        at += 1
    return any(m.first == at and sentence.types(m) <= _SAID for m in sentence.mentions)


def _became(sentence: Sentence, at: int) -> bool:
    """Whether the name of an outcome begins at a position, right behind a name that narrows the group."""
    mention = _mention_at(sentence, at)
    return mention is not None and sentence.types(mention) <= _SAID and "outcome" in sentence.types(mention)


def _left_with(sentence: Sentence, at: int, end: int) -> int:
    """Where "with A" begins in "leaves 38% of people with A", which says what became of them; else `end`."""
    words = sentence.words
    if end < len(words) and words[end].low not in {".", ",", ";", ")"}:
        return end
    held = sentence.within(at, end)
    said = held and held[0].last == end and sentence.types(held[0]) <= _SAID
    if not said:
        return end
    begun = held[0].first
    while begun > at and words[begun - 1].low in english.ARTICLES:
        begun -= 1
    plain = begun > at and words[begun - 1].low == "with"
    whole = begun - 1 == at or words[begun - 2].low in {"it", "them"}  # "left 20% of those who use it with A"
    return begun - 1 if plain and whole else end


def handed(sentence: Sentence, start: int, end: int) -> int:
    """Where the people of "gives 5% of people with A B" end and what they got begins; else `end`."""
    held = sentence.within(start, end)
    for mention in held:
        types, before = sentence.types(mention), sentence.words[mention.first - 1].low
        if mention.last != end or not types & _SAID or types & _PEOPLE:
            continue
        if before in {"a", "an"} and start + 1 < mention.first:
            return mention.first - 1  # "of those who take it a rash"
        if (before in {"it", "them"} and start < mention.first - 1) or (
            mention.first > start and _ends_people(sentence, mention.first - 1)
        ):
            return mention.first
    for one, other in pairwise(held):
        between = {word.low for word in sentence.words[one.last : other.first]}
        types = sentence.types(other)
        if between <= {"a", "an", "the", "some"} and types & _SAID and not types & _PEOPLE and other.last == end:
            return one.last
    return end


def hung(sentence: Sentence, start: int, end: int) -> int:
    """Where the people of "with 70% of patients recovering" end and what they do begins; else `end`."""
    for mention in sentence.within(start + 1, end):
        doing = sentence.words[mention.first].low.endswith("ing") and sentence.types(mention) == {"outcome"}
        if doing and _ends_people(sentence, mention.first - 1):
            return mention.first
    return end


def numbered(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is what the figure is the share with: "the share with A is 20%", "the number who have A"."""
    words = sentence.words
    if english.NUMBERS.isdisjoint(sentence.lows):
        return False
    at = mention.first - 1
    while at > 0 and words[at].low in _HAVING:
        at -= 1
    if at < mention.first - 1 and words[at].low in english.PEOPLE | {"those"} and words[at - 1].low == "of":
        at -= 2
    return 0 <= at < mention.first - 1 and words[at].low in english.NUMBERS


def is_clause(sentence: Sentence, mention: Mention) -> bool:
    """Whether the words of a name say something by themselves: "in 20% of patients serum A is low"."""
    return any(word.low in _BE for word in sentence.words[mention.first + 1 : mention.last])


_BE: Final = frozenset({"is", "are", "was", "were"})
_OF_IT: Final = frozenset({"with", "have", "has", "had", "having", "from", "get", "got", "develop", "developed"})
_HAVING: Final = frozenset({"with", "who", "have", "has", "had", "having", "a", "an", "suffering", "from", "suffer"})


def taken_before(sentence: Sentence, at: int) -> list[Mention]:
    """What "8% of users" used: the treatment that the sentence named last before a position, if any."""
    named = [m for m in sentence.mentions if m.last <= at and sentence.types(m) & {"intervention", "substance"}]
    return named[-1:]


def _is_time(sentence: Sentence, at: int) -> bool:
    """Whether a phrase such as "each year", "a year" or "in any year" begins at a position."""
    words = sentence.words
    if words[at].low == "in":
        at += 1
    return (
        at + 1 < len(words)
        and words[at].low in _EACH | {"any", "the"}
        and (words[at + 1].low in _SPANS or (words[at + 1].low in {"given", "past", "last"} and at + 2 < len(words)))
    )


def minds(sentence: Sentence, start: int, mentions: Sequence[Mention]) -> bool:
    """Whether what is named behind position `start` is only feared, wanted or looked for in the people counted."""
    first = next((m.first for m in mentions if m.first >= start), None)
    if first is None or first - start > _REACH:
        return False
    lows = [word.low for word in sentence.words[start:first]]
    if lows and lows[-1] in _TOWARDS and not english.LOOKED_FOR.isdisjoint(lows):
        return True
    return not english.MINDING.isdisjoint(lows) and (english.AUXILIARY | effect_words.HOLDING).isdisjoint(lows)


def of_test(sentence: Sentence, at: int) -> bool:
    """Whether the figure at a position is what a test achieves: "a sensitivity of 90%"."""
    noun = at - 2
    return noun >= 0 and not sentence.taken[noun] and sentence.words[noun].low in english.OF_TESTS


_TOWARDS: Final = frozenset({"for", "about", "of", "on", "against", "from"})


def plain(sentence: Sentence, positions: Sequence[int]) -> bool:
    """Whether the words around the names say that people have something, and nothing else of it."""
    words = sentence.words
    return all(
        sentence.taken[i] or not words[i].raw[0].isalpha() or words[i].low in _PLAIN or is_adverb(words[i].low)
        for i in positions
    )


_PLAIN: Final = (
    english.AUXILIARY
    | effect_words.HOLDING
    | effect_words.IDLE
    | english.PEOPLE
    | english.LEADS
    | english.listed(
        "present diagnosed affect affects affected affecting suffer suffers suffered occur occurs occurred exists live "
        "lives living end ends ended result results resulted lead leads led from by all every many out also it that "
        "adults"
    )
)


def strangers(sentence: Sentence, start: int, high: int) -> int | None:
    """Where a noun that no name covers ends, if a name that is a verb follows at once: "of visitors smoke"."""
    words = sentence.words
    at = start
    while at < high and words[at].low in {"the", "all", "these", "those", "our"}:
        at += 1
    if at + 1 >= high or sentence.taken[at] or not words[at].raw.isalpha() or not _is_plural(words[at].low):
        return None
    if words[at].low in english.PEOPLE or not is_told(sentence, at + 1):
        return None
    return at + 1


def is_told(sentence: Sentence, at: int) -> bool:
    """Whether a name that is a verb as well begins at a position: "36 smoke"."""
    mention = _mention_at(sentence, at)
    if mention is None or not sentence.types(mention) & _SAID or not _is_verb_form(sentence, mention):
        return False
    after = sentence.words[mention.last].low if mention.last < len(sentence.words) else ""
    return after not in english.AUXILIARY  # "falls were seen"


def is_adverb(low: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return low in english.ADVERBS or (low.endswith("ly") and low not in english.NO_ADVERBS)


def adjectival(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name tells what people are rather than what they do or have: "short of A", "A deficient"."""
    first, last = sentence.words[mention.first].low, sentence.words[mention.last - 1].low
    if first.endswith("ly") and sentence.words[mention.first + 1].low in english.PARTICIPLES | {"diagnosed"}:
        return True  # "newly diagnosed with A"
    return _is_adjective(first) or (_is_adjective(last) and mention.last - mention.first > 1)


def _opens(sentence: Sentence, at: int) -> bool:
    """Whether a word behind a whole noun phrase begins what is said."""
    words = sentence.words
    mention = _mention_at(sentence, at)
    if mention is not None:
        return bool(sentence.types(mention) & _SAID) and not (
            sentence.types(mention) & _PEOPLE
            or (
                adjectival(sentence, mention)
                and not _is_verb_form(sentence, mention)
                and not (mention.last < len(words) and words[mention.last].low in _SINGULAR_VERBS)
            )
        )
    word = words[at]
    if sentence.taken[at] or not word.raw.isalpha() or not word.raw.islower() or len(word.low) < 3:
        return False
    if word.low in english.CLOSED or word.low in english.PARTICIPLES or word.low in english.PEOPLE:
        return False
    if _is_adjective(word.low) or is_adverb(word.low) or (word.low.endswith("s") and not word.low.endswith("ss")):
        return False
    for index in range(at + 1, min(len(words), at + 1 + _REACH)):
        following = _mention_at(sentence, index)
        if following is not None:
            return bool(sentence.types(following) & _SAID) and not sentence.types(following) & _PEOPLE
        low = words[index].low
        if low in {"and", "or"} and is_told(sentence, index + 1):
            return True  # "trip and fall"
        if not (low in english.BEFORE_NOUNS or is_adverb(low) or low in effect_words.UP or low in effect_words.DOWN):
            return False
    return False


def _is_done(sentence: Sentence, at: int) -> bool:
    """Whether a name of an outcome alone begins at a position."""
    mention = _mention_at(sentence, at)
    return mention is not None and sentence.types(mention) == {"outcome"}


def _ends_people(sentence: Sentence, at: int) -> bool:
    """Whether a word is the plural noun with which a name of people ends."""
    word = sentence.words[at]
    if sentence.taken[at]:
        ending = [m for m in sentence.mentions if m.last == at + 1]
        if not ending or not sentence.types(ending[0]) & _PEOPLE:
            return False
        if ending[0].last - ending[0].first > 1 and not _is_plural(word.low):
            return any(_is_plural(w.low) for w in sentence.words[ending[0].first : at])
        return _is_plural(word.low)
    return word.low in english.PEOPLE | english.TAKERS and _is_plural(word.low)


def _is_plural(low: str) -> bool:
    return low in _PLURALS or (low.endswith("s") and not low.endswith(_SINGULARS))


def _is_adjective(low: str) -> bool:
    return low in english.ADJECTIVES or (len(low) > 5 and low.endswith(english.ADJECTIVE_ENDINGS))


def _is_verb_form(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name begins with a verb of the list, or with one that its concept names in -ing too."""
    low = sentence.words[mention.first].low
    if low in english.FINITE:
        return True
    stemmed = sentence.words[mention.first].stem
    for name in mention.concepts:
        concept = sentence.concepts[name]
        spelt = [text.lower().split()[0] for text in (concept.label, *concept.synonyms) if text.strip()]
        if any(each != low and each.endswith("ing") and stem(each) == stemmed for each in spelt):
            return True
        if (
            concept.type == "outcome"
            and not low.endswith("ed")
            and verbal.tells(low, (concept.label, *concept.synonyms))
        ):
            return True
    return False


def _mention_at(sentence: Sentence, at: int) -> Mention | None:
    """The mention that begins at a position."""
    if at >= len(sentence.words) or not sentence.taken[at]:
        return None
    return next((m for m in sentence.mentions if m.first == at), None)
