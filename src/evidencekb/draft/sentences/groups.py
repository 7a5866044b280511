"""Which words name the people who are counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from evidencekb.draft.language import effect_words, english
from evidencekb.draft.sentences import ailing, leads, phrases, predicates
from evidencekb.model.quantity import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidencekb.draft.naming.mentions import Mention
    from evidencekb.draft.sentences.sentence import Alternatives, Sentence
    from evidencekb.model.quantity import Figure

GROUPS: Final = frozenset({"condition", "population"})
"""Types of concepts that people are counted by."""
_GIVEN_CUES: Final = frozenset(
    {"taking", "take", "takes", "took", "taken", "given", "receiving", "received", "receive", "using", "after", "on",
     "with", "following", "through", "via", "by", "from", "started", "starting", "start", "drinking", "eating", "use"}
)  # fmt: skip

_DOING: Final = (
    effect_words.CAUSE
    | effect_words.BEATING
    | english.listed(
        "gave give gives put puts sent send sends made make makes left leaves leave cleared clears clear freed frees "
        "free got gets get helped helps help cured cures cure achieves achieved achieve yields yielded yield"
    )
)
"""Verbs whose subject is what people took, where a share of the people is told of it."""

PLAIN: Final = english.GENERIC | english.EVERYONE | english.RELATIVE | frozenset(
    {"the", "all", "general", "public", "a", "an", "with", "who", "have", "has", "had", "having", "and", "both", "of",
     "suffering", "suffer", "from", "diagnosed", "whole", "in", "world", "every", "each", "other", "also"}
)  # fmt: skip


_GOES_ON: Final = frozenset(
    {"with", "who", "whose", "on", "over", "under", "aged", "taking", "given", "living", "treated"}
)
"""Words behind "one adult in five" that tell more of the adult."""

_OTHERS: Final = english.POINTING | {"others", "rest", "remainder", "whom"}
"""Words for people named before."""


_COMING: Final = frozenset({"go", "goes", "went", "come", "comes", "came", "present", "presents", "presented"})
_COMPLICATING: Final = english.listed("follow follows accompany accompanies complicate complicates succeed succeeds")
_FOLLOWED: Final = frozenset({"followed", "accompanied", "complicated", "marked", "preceded"})
"""Verbs by which those who have one complaint have another, too."""
_LEADING: Final = frozenset({"of", "among", "amongst", "in"})
_AMID: Final = frozenset({"in", "among", "amongst"})
_OF_A_STUDY: Final = english.TAKERS | english.listed(
    "responders nonresponders completers survivors sufferers starters finishers controls carriers receivers joiners "
    "takers others cases quitters stayers volunteers participants droppers stoppers refusers"
)
"""Words for some of those whom the text before tells of."""
_MARKS: Final = frozenset({"\u2013", "\u2014", "-", ",", ":", ";"})
_MANY: Final = frozenset({"that", "this", "it", "is", "was", "'s", "that's", "how", "so"})
_TOWARDS: Final = frozenset({"into", "to"})
_BESIDE_A_NAME: Final = english.listed("the a an these those such our")
_AT_THIS: Final = [[at, this] for at in ("at", "in", "during", "by") for this in ("this", "that")]
_FAR: Final = 6
_NEAR: Final = 3
"""Words before a figure among which the verb stands, though a time before it has a clause of its own."""


@dataclass(slots=True)
class Parts:
    """What is found in a clause before context is asked."""

    span: tuple[int, int] = (0, 0)
    named: bool = False
    pointing: bool = False
    everyone: bool = False
    thing: bool = False
    group: list[Mention] = field(default_factory=list)


def group(sentence: Sentence, figure: Figure, low: int, high: int, at: int, after: int) -> Parts:
    """The noun phrase that names who is counted."""
    words = sentence.words
    start = after
    while start < high and words[start].low == "(":
        start = phrases.closing(sentence, start, high)
    first = words[start].low if start < high else ""
    if figure.inner[1] and "/" not in figure.quantity.unit:
        begin, end = sentence.position(figure.inner[0]), sentence.position(figure.inner[1])
        if first in _GOES_ON:
            end = phrases.group_end(sentence, start, high)
        return _described(sentence, begin, end)
    generic: Parts | None = None
    candidates: list[tuple[int, int]] = []
    if first in english.OF and not (first == "for" and not _leads_to_people(sentence, start + 1, high)):
        stranger = predicates.strangers(sentence, start + 1, high) if first == "of" else None
        if stranger is not None:
            return Parts((start + 1, stranger), thing=True)
        end = phrases.group_end(sentence, start + 1, high)
        if any(_makes(sentence, i, at) for i in range(max(0, min(low, at - _NEAR)), at)):
            made = predicates.made(sentence, start + 1, end)
            if made < end:
                return _described(sentence, start + 1, made)
        elif any(words[i].low in english.GIVING for i in range(low, at)):
            end = predicates.handed(sentence, start + 1, end)
        if not _TOWARDS.isdisjoint(sentence.lows) and any(words[i].low in english.SENDING for i in range(low, at)):
            end = predicates.sent(sentence, start + 1, end)
        if at and words[at - 1].low in {"with", "and"} and (hung := predicates.hung(sentence, start + 1, end)) < end:
            return _described(sentence, start + 1, hung)
        candidates.append((start + 1, end))
    elif _is_fraction(figure) and start < high and not _tells(sentence, start):
        end = phrases.group_end(sentence, start, high, single=words[at].low == "every")
        if any(words[i].low in english.MAKING for i in range(max(0, min(low, at - _NEAR)), at)) and (
            words[at - 1].low not in _AMID
        ):
            end = predicates.made(sentence, start, end)
        candidates.append((start, end))
    elif (many := _told_after(sentence, start, high)) is not None:
        candidates.append((many, phrases.group_end(sentence, many, high)))
    if low < at and words[low].low in english.LEADS:
        candidates.append((low + 1, leads.end(sentence, low + 1, at)))
    candidates += [
        (i + 1, phrases.group_end(sentence, i + 1, high))
        for i in range(start + 1, high)
        if words[i].low in {"among", "amongst", "in"} or (words[i].low in {"of", "for"} and _people(sentence, i, high))
    ]
    candidates += [
        (i + 1, phrases.group_end(sentence, i + 1, at))
        for i in range(at - 1, low, -1)
        if (words[i].low in {"among", "amongst", "in"} and not sentence.taken[i] and not _of_a_verb(sentence, i))
        or (words[i].low in {"of", "for"} and _people(sentence, i, at))
    ]
    for begin, end in candidates:
        if not _is_group(sentence, begin, end):
            continue
        parts = _described(sentence, begin, end)
        if any(sentence.types(m) & GROUPS or not is_given(sentence, m) for m in sentence.within(begin, end)):
            return parts
        generic = generic or parts
    strange = first == "of" or (not sentence.mentions and _is_fraction(figure) and first not in english.CLOSED)
    if strange and generic is None and candidates and words[start + 1 : start + 2]:
        begin, end = candidates[0]
        noun = words[end - 1].low if end > begin else ""
        if (
            end > begin
            and noun not in english.PLACES
            and not (noun in _OTHERS and sentence.mentions)
            and begin not in sentence.figured
            and noun.isalpha()
            and (words[begin].low not in english.POINTING)
        ):
            return Parts((begin, end), thing=True)
    if generic is None and (led := _led_in(sentence, low, at)) is not None:
        return Parts(led, thing=True)
    if generic is None or not generic.everyone:
        subject = _subject(sentence, low, at, start, high)
        if subject is not None and (generic is None or _tells_more(sentence, generic, subject)):
            return _described(sentence, *subject)
    return generic or Parts((at, at))


def _tells_more(sentence: Sentence, generic: Parts, subject: tuple[int, int]) -> bool:
    """Whether a subject names who is counted where "in patients" does not; "survival in these patients" points back."""
    held = sentence.within(*subject)
    return any(sentence.types(m) & GROUPS for m in held) if generic.pointing else bool(held)


def _told_after(sentence: Sentence, start: int, high: int) -> int | None:
    """Where those of whom a figure is are named behind it: "9% \u2013 that is how many adults have A"."""
    words = sentence.words
    if start >= high or words[start].low not in _MARKS:
        return None
    lows = [words[i].low for i in range(start + 1, min(high, start + _FAR))]
    many = lows.index("many") if "many" in lows else 0
    return start + many + 2 if many and lows[many - 1] in {"how", "so"} and _MANY.issuperset(lows[:many]) else None


def _makes(sentence: Sentence, at: int, object_at: int) -> bool:
    """Whether a verb says what its object becomes: "left", and "troubled" of what a treatment does.

    "A turns up in 29% of people with B" has no object.
    """
    low = sentence.words[at].low
    behind = [word.low for word in sentence.words[at + 1 : at + 3]]
    if behind[:1] == ["up"] and behind != ["up", "to"]:
        return False  # "A make up 20% of people with B"
    if low not in english.PLAGUING:
        return low in english.MAKING and all(sentence.words[i].low not in _AMID for i in range(at + 1, object_at))
    return any(sentence.types(m) == {"intervention"} for m in sentence.mentions if m.last <= at)


def _led_in(sentence: Sentence, low: int, at: int) -> tuple[int, int] | None:
    """The words for people who are no concept, where they begin the clause: "Of night-shift nurses, 30% have A"."""
    words = sentence.words
    if words[low].low not in _LEADING:
        return None
    end = next((i for i in range(low + 1, min(at, low + _FAR)) if words[i].low == ","), low)
    phrase = range(low + 1, end)
    if not phrase or at - end > _NEAR or words[end - 1].low in _OF_A_STUDY:
        return None
    named = words[end - 1].low in english.PEOPLE_NAMED or ailing.is_actor(words[end - 1].low)
    strange = all(
        not sentence.taken[i] and words[i].low not in english.CLOSED and words[i].low.replace("-", "").isalpha()
        for i in phrase
    )
    return (low + 1, end) if named and strange else None


def _of_a_verb(sentence: Sentence, at: int) -> bool:
    """Whether "in" is of the verb before it: "end in A"."""
    before = sentence.words[at - 1].low if at else ""
    return before in english.PHRASAL and sentence.words[at].low in english.PHRASAL[before]


def _tells(sentence: Sentence, at: int) -> bool:
    """Whether what is said begins right behind a figure."""
    return phrases.is_verb(sentence, at) or predicates.is_told(sentence, at)


def _is_fraction(figure: Figure) -> bool:
    """Whether a noun may follow without "of": "one in ten adults", "32 of 42 patients"."""
    return figure.quantity.form is Form.FRACTION or figure.quantity.numerator is not None


def _leads_to_people(sentence: Sentence, begin: int, high: int) -> bool:
    """Whether a phrase behind "for" is of people rather than of an outcome."""
    held = sentence.within(begin, min(high, begin + 5))
    return sentence.names_people(begin, min(high, begin + 4)) or bool(held and sentence.types(held[0]) & GROUPS)


def _people(sentence: Sentence, at: int, high: int) -> bool:
    """Whether "of" or "for" at a position leads to people: "of patients with A"."""
    end = phrases.group_end(sentence, at + 1, high)
    return sentence.names_people(at + 1, end)


def _subject(sentence: Sentence, low: int, at: int, after: int, high: int) -> tuple[int, int] | None:
    """A phrase for people that no preposition leads in: "A patients have B in 70%", "women: 18%", "70% women"."""
    for begin, end in ((low, at), (after, high)):
        start = begin
        while start < end and sentence.words[start].low in {"the", "about", "all", ",", "and", "|", ":"}:
            start += 1
        stop = phrases.group_end(sentence, start, end)
        if start < end and sentence.words[start].low in english.LEADS:
            stop = leads.before_subject(sentence, start + 1, stop)
        if stop <= start or stop - start > 25:
            continue
        held = sentence.within(start, stop)
        nouns = any(word.low in english.PEOPLE for word in sentence.words[start:stop])
        if (nouns and (held or begin == low)) or any(sentence.types(m) == {"population"} for m in held):
            return start, stop
    return None


def _described(sentence: Sentence, begin: int, end: int) -> Parts:
    """What kind of phrase names the group."""
    low = [word.low for word in sentence.words[begin:end]]
    return Parts(
        (begin, end),
        named=True,
        pointing=any(word in english.POINTING - {"those", "it", "that", "whom"} for word in low),
        everyone=bool(set(low) & english.EVERYONE),
    )


def _is_group(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether a noun phrase can name people: not a span of time, a place in the body or a study."""
    if begin >= end or begin in sentence.figured:
        return False
    words = sentence.words
    if words[begin].low == "all" and begin + 1 < end:
        begin += 1
    if words[begin].low in english.PLACES and not sentence.names_people(begin, end):
        return False
    held = sentence.within(begin, end)
    if any(sentence.types(m) & GROUPS for m in held):
        return True
    if held and held[-1].last == end and held[-1].first == begin and ailing.is_actor(words[end - 1].low):
        return True  # "smokers", where what is named is that they smoke
    if any(word.low in english.PEOPLE for word in words[begin:end]):
        placed = {w.low for w in words[begin : min(end, begin + 3)]} & english.PLACES
        return bool(held) or not placed or words[begin].low in {"all", "the"}
    if any(w.low in english.TAKERS for w in words[begin:end]):
        return any(sentence.types(m) & {"intervention", "substance"} for m in sentence.mentions)
    if words[begin].low in {"them", "those", "these", "whom"} and end - begin <= 3:
        return True
    return words[begin].low in {"those", "these"}


def restricted(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether words narrow the group that no concept covers: an age, "elderly", "severe"."""
    for index in range(*span):
        if sentence.taken[index]:
            continue
        low = sentence.words[index].low
        if low in english.RESTRICTING and not _goes_without_saying(sentence, span, low):
            return True
    return strange(sentence, span) or any(
        f.quantity.kind.value == "age"
        and span[0] <= sentence.position(f.start) < span[1]
        and not sentence.taken[min(sentence.position(f.start), len(sentence.words) - 1)]
        for f in sentence.figures
    )


def strange(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether a phrase for people tells that they have what no concept is: "people with lupus"."""
    words = sentence.words
    at = next((i for i in range(*span) if words[i].low == "with"), span[1])
    behind = range(at + 1, span[1])
    nameless = any(words[i].raw[0].isalpha() and words[i].low not in PLAIN for i in behind)
    return nameless and not any(sentence.taken[i] for i in range(*span))


def _goes_without_saying(sentence: Sentence, span: tuple[int, int], low: str) -> bool:
    """Whether a word names what all of a group are: "older" of residents who are a kind of older adults."""
    for mention in sentence.within(*span):
        for name in sentence.above(mention.concepts):
            concept = sentence.concepts.get(name)
            if concept is not None and any(low in text.lower().split() for text in (concept.label, *concept.synonyms)):
                return True
    return False


def told_whole(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether every word of a phrase for people is part of a name or says nothing more than that they are people."""
    return all(
        sentence.taken[index] or not word.raw[0].isalpha() or word.low in PLAIN
        for index, word in enumerate(sentence.words[span[0] : span[1]], span[0])
    )


def told_plainly(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether a phrase is no more than a name of people, and not of all of them: "women", "of the women"."""
    words = sentence.words
    end = span[1]
    if [word.low for word in words[max(0, end - 3) : end - 1]] in _AT_THIS and words[end - 1].low in english.STAGES:
        end -= 3
    return all(sentence.taken[i] or words[i].low in _BESIDE_A_NAME for i in range(span[0], end))


def is_given(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is of what people got: an intervention, or a substance that they took."""
    types = sentence.types(mention)
    if types == {"intervention"}:
        return True
    if not types <= {"substance", "intervention", "molecule"}:
        return False
    before = {word.low for word in sentence.words[max(0, mention.first - 3) : mention.first]}
    if before & _GIVEN_CUES:
        return True
    behind = sentence.words[mention.last].low if mention.last < len(sentence.words) else ""
    if types != {"substance"}:
        return False
    return behind in _DOING or (behind == "," and not mention.first)  # "A led to B in 28%", a table's "A, B: 28%"


def undergoes(sentence: Sentence, said: Sequence[Alternatives]) -> bool:
    """Whether something happens to those who have the complaint named first: "A ends in B in 20% of patients"."""
    first, last = ({sentence.concepts[c].type for c in each if c in sentence.concepts} for each in (said[0], said[-1]))
    lows = [word.low for word in sentence.words]
    if first == {"condition"} and last == {"outcome"} and _COMPLICATING.isdisjoint(lows):
        return True
    return any(
        (lows[i] in _COMING and lows[i + 1] == "with")
        or (lows[i] in _FOLLOWED and lows[i + 1] == "by" and lows[i - 1] in english.AUXILIARY)
        for i in range(1, len(lows) - 1)
    )


def given_only(sentence: Sentence, alternatives: Alternatives) -> bool:
    """Whether a mention can only be of something that people got."""
    return all(sentence.concepts[c].type in {"intervention", "substance"} for c in alternatives)


def population_only(sentence: Sentence, alternatives: Alternatives) -> bool:
    """Whether a mention can only be of a group of people."""
    return all(sentence.concepts[c].type == "population" for c in alternatives)
